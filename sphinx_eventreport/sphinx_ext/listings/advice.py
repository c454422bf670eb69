"""A site without a single report: why its listings are empty, and what makes a page a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_eventreport.core.files.settings import pattern_of
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = lazy_regex(r"\{(\w+)\}")
# So many names are enough to see which pages are meant.
_MOST_NAMES = 3


class Advice(NamedTuple):
    """What there is in place of reports."""

    with_media: tuple[str, ...]
    """The pages with slides or recordings."""
    pattern: str
    """A pattern of the names of the other pages, "" for none."""


@fact
def advice(site: Site) -> Advice | None:
    """Return what to say of a site that has no report; ``None`` where there is one."""
    if any(page.report for page in site.pages.values()):
        return None
    with_media = tuple(sorted(name for name, page in site.pages.items() if page.media))
    listing = {name for name, page in site.pages.items() if page.listings}
    return Advice(with_media[:_MOST_NAMES], pattern_of(site.env.found_docs - listing))


def advice_nodes(given: Advice) -> list[nodes.Node]:
    """Return what is said of *given*: why nothing is there, then what to write."""
    words = {
        "event": "event:",
        "talk": "{talk}",
        "deck": "{deck}",
        "patterns": f'eventreport_patterns = ["{given.pattern}"]',
        "pages": ", ".join(given.with_media),
    }
    why = _("No page of this site is a report yet.")
    if given.with_media:
        why += " " + _("These show slides or a video, which does not make them reports: {pages}.")
    how = _(
        "A page is a report if its front matter has {event} with the name of the event, if a section has "
        "the directive {talk}, or if conf.py names it: {patterns}. The directive {deck} shows a PDF."
    )
    return [*_filled(why, words), nodes.Text(" "), *_filled(how, words)]


def _filled(text: str, words: Mapping[str, str]) -> list[nodes.Node]:
    """Return *text* with *words*, as code, in their places."""
    parts = _PLACE.split(text)
    return [
        nodes.literal(words[part], words[part]) if number % 2 else nodes.Text(part)
        for number, part in enumerate(parts)
    ]
