"""Links of a report to pages by the addresses that they have, or had, on a blog."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import docname_join

from sphinx_eventreport.core.files.addresses import is_path, missing_scheme
from sphinx_eventreport.core.node_kinds import in_order
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.inline.paths import section_id
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.site.domain import site_of
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN, PAGE

if TYPE_CHECKING:
    from sphinx_eventreport.sphinx_ext.site.site import Site

_PAGE_OR_FILE = frozenset(
    ".md .markdown .mdx .qmd .rst .ipynb .pdf .odp .ppt .pptx .key .zip .csv .txt "
    ".png .jpg .jpeg .gif .svg .webp".split()
)


class ResolveSiteLinks(SphinxPostTransform):
    """Resolve the links of a report that MyST-Parser leaves open: it asks next, and knows files only.

    What is not on the site stays as it was written. A relative path to a file that should be there is
    a mistake; the rest of a blog is not part of every site that has some of its posts.
    """

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace each link by a path."""
        site = site_of(self.env)
        page = site.pages.get(self.env.docname)
        is_report = page is not None and page.report is not None
        for node in in_order(self.document, addnodes.pending_xref):
            if node["reftype"] != "myst" or self._is_shared(node, site) or not is_report:
                continue
            if not node.get("refdomain"):
                self._resolve(node, site)
            elif node["refdomain"] == "doc" and node.get("reftargetid"):
                self._resolve_section(node)

    def _is_shared(self, node: addnodes.pending_xref, site: Site) -> bool:
        """Return whether several objects have the name that *node* leads to, and make it what our role makes.

        That leads to the first of them, with a warning. MyST-Parser would say that there is none.
        """
        name = node["reftarget"]
        entries = site.shared_name(name) if not node.get("refdomain") else []
        labels = self.env.domains.standard_domain.anonlabels
        if not entries or name.lower() in labels or docname_join(self.env.docname, name) in self.env.all_docs:
            return False
        node["refdomain"], node["reftype"] = DOMAIN, entries[0].type
        return True

    def _resolve_section(self, node: addnodes.pending_xref) -> None:
        """Find the section that ``other.md#section`` leads to by the id that a generator would give it."""
        anchor = section_id(self.env, node["reftarget"], node["reftargetid"])
        if anchor and node["refexplicit"]:
            node["refdomain"], node["reftype"] = DOMAIN, PAGE
            node["reftarget"] += f"#{anchor}"

    def _resolve(self, node: addnodes.pending_xref, site: Site) -> None:
        link = node["reftarget"]
        steps = link.partition("#")[0].partition("?")[0]
        if link and (not is_path(link) or not ("/" in steps or "." in steps)):
            # A name that MyST-Parser may know.
            return
        if site.any_object(link, besides=docname_join(self.env.docname, link)) is not None:
            # The name of a talk, deck or slide of a report looks like a path.
            return
        docname = site.addresses.find(link, self.env.docname)
        shown: nodes.Element = node[0].deepcopy() if node.children else nodes.inline("", link)  # type: ignore[assignment]
        if docname is not None:
            # Sphinx asks the domain, and tells it the builder.
            node["refdomain"], node["reftype"] = DOMAIN, PAGE
            _path, mark, fragment = link.partition("#")
            node["reftarget"] = docname + mark + (section_id(self.env, docname, fragment) or fragment)
            return
        scheme = missing_scheme(link)
        if scheme:
            message = f"The address {link!r} of a link has no {scheme} before it, so it is read as a path"
            problem = Problem(Subtype.URL, message, hint=f"write {scheme}{link}")
            warn_on_page(self.env, problem, node)
        elif PurePosixPath(steps).suffix.lower() in _PAGE_OR_FILE and not self._is_extra(unquote(steps)):
            warn_on_page(self.env, self._missing(link, unquote(steps)), node)
        node.replace_self(nodes.reference("", "", shown, refuri=link) if link else shown)

    def _is_extra(self, path: str) -> bool:
        """Return whether *path* is a file that Sphinx copies to the top of the site as it is."""
        folders = self.env.config.html_extra_path if path.startswith("/") else ()
        return any(Path(self.app.confdir, folder, path[1:]).is_file() for folder in folders)

    def _missing(self, link: str, path: str) -> Problem:
        """Return why *link*, to *path* from this page or from the top, leads nowhere."""
        top = Path(self.env.srcdir)
        folder = top if path.startswith("/") else Path(self.env.doc2path(self.env.docname)).parent
        if (folder / path.lstrip("/")).is_file():
            message = f"The file {link!r} of a link is not a page of the site"
            hint = "take it out of exclude_patterns, or take the link out"
            return Problem(Subtype.UNKNOWN_TARGET, message, hint=hint, target=link)
        message = f"There is no page or file {link!r} for a link"
        hint = "put the file there, or correct the path"
        if path.startswith("/"):
            hint += "; a leading / is the source directory"
        return Problem(Subtype.MISSING_FILE, message, hint=hint, target=link)
