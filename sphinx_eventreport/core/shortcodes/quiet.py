"""Shortcodes, tags and includes that draw nothing of what somebody wrote: they go without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

QUIET = frozenset(
    # The contents of the page, which the theme draws.
    "toc toc_tree contents table-of-contents tableofcontents table_of_contents toc-inline "
    # Pages and spaces.
    "pagebreak newpage page-break clear clearfix clear-both vspace hspace spacer separator divider hr-line "
    "teaser_end teaser more excerpt-end break top back-to-top backtotop "
    # What others are asked for: comments, counters, advertisements, scripts and styles.
    "disqus comments share sharing social adsense ads ad analytics load-photoswipe photoswipe "
    "load-plotly load-bokeh "
    "mathjax-load katex-load script scripts style styles feed_meta seo paginate pagination "
    # Where the site is: an address begins at its root.
    "baseurl siteurl site-url "
    # The places of footnotes.
    "footnotes "
    # Icons beside a text.
    "icon icons fa fas fab far fontawesome font-awesome fa-icon bi bootstrap-icon octicon iconify ai "
    "material-icon "
    "svg-icon simple-icon feather ionicon "
    # Of Liquid, what only computes.
    "assign increment decrement cycle continue layout set".split()
)
"""Names of shortcodes and tags."""

INCLUDES = frozenset(
    "setup head header footer nav navbar navigation sidebar menu breadcrumbs breadcrumb toc "
    "toc-sidebar comments "
    "comment disqus giscus utterances share sharing social social-share social-buttons analytics "
    "google-analytics "
    "google_analytics ads adsense ad mathjax katex mermaid scripts script styles css js anchor_headings "
    "back-to-top back_to_top base base_path links read_time read-time "
    "author-profile meta seo clear pagination paginator pager".split()
)
"""Names of the files of includes, without folder and suffix: ``JB/setup``, ``toc.html``."""

WORTH: Mapping[str, str] = {
    "br": "<br>",
    "linebreak": "<br>",
    "newline": "<br>",
    "hr": "<hr>",
    "nbsp": "&nbsp;",
}
"""The HTML of names that are a sign."""
