"""Links of pages that readers see to what they do not see.

A check reads drafts and what is internal as well, so that they are right when they are published. A build
leaves them out, and warns about links that lead there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.transforms.post_transforms import ReferencesResolver, SphinxPostTransform
from sphinx.util import docname_join

from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import today
from sphinx_eventreport.sphinx_ext.inline.unknown_names import unknown_name
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, INDEX, PAGE
from sphinx_eventreport.sphinx_ext.site.site import Site, fact
from sphinx_eventreport.sphinx_ext.visibility.drafts import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator

DRAFTS, AUDIENCE = "checked_drafts", "checked_audience"
"""Configuration values of a check: what the site says with ``eventreport_drafts`` and ``_audience``."""


class FindHiddenTargets(SphinxPostTransform):
    """Warn about links to what a build leaves out."""

    # Before references are resolved, our own ones among them.
    default_priority = ReferencesResolver.default_priority - 5

    def run(self, **_kwargs: object) -> None:
        """Look at the links of a page that readers see."""
        site = site_of(self.env)
        if _hidden(site) and self.env.docname not in _hidden(site):
            for node in in_order(self.document, addnodes.pending_xref):
                for problem in _problems(site, node):
                    warn_on_page(self.env, problem, node)


@fact
def _hidden(site: Site) -> frozenset[str]:
    """Return the pages that a build leaves out."""
    config = site.env.config
    gate = Gate(today(config), config[AUDIENCE], config[DRAFTS])
    found = (name for name, page in site.pages.items() if not gate.opens_for(page.seen))
    # Sphinx cannot do without the page that is above all others.
    return frozenset(found) - {config.root_doc}


@fact
def _shown(site: Site) -> Site:
    """Return the site that a build makes."""
    pages = {name: page for name, page in site.written.items() if name not in _hidden(site)}
    return Site(site.env, pages, site.people, site.build, is_changed=site.is_changed)


def _problems(site: Site, node: addnodes.pending_xref) -> Iterator[Problem]:
    domain, kind, target = node.get("refdomain"), node["reftype"], node["reftarget"]
    if domain == DOMAIN and kind not in {INDEX, PAGE} and not node.get("mention"):
        if site.names.find(kind, target) and not _shown(site).names.find(kind, target):
            yield unknown_name(_shown(site), kind, target)
    elif "doc" in {kind, domain} and docname_join(node["refdoc"], target) in _hidden(site):
        message = f"{target!r} is a draft, or not for the readers of this site"
        yield Problem(Subtype.UNKNOWN_TARGET, message, hint="take the link away until it is published")
