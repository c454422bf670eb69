"""Pages that have an address, and that nothing lists; and drafts, where they are shown.

| what | has an unlisted page |
| --- | --- |
| toctrees, and the navigation that is made of them | yes |
| roles and links to its names | yes |
| listings, indices, neighbours, "Mentioned in", works of a person, editions of a series | no |
| the search index, and the general index | no |
| the inventory | no |
| a site map, and search engines | no |
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.schema.visibility import visibility_on
from sphinx_eventreport.sphinx_ext.config import today
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.nodes.audience import internal_notice
from sphinx_eventreport.sphinx_ext.nodes.sections import insert_after_title, title_section
from sphinx_eventreport.sphinx_ext.reading.state import reading_state, seen_as_page
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.domains import Domain
    from sphinx.environment import BuildEnvironment

    Object = tuple[str, str, str, str, str, int]
    """An object as domains tell of it; the fourth is its document."""


def mark_page(app: Sphinx, document: nodes.document) -> None:
    """Ask search engines to leave out what is not public; mark a draft as one (``doctree-read``)."""
    current = reading_state(app.env)
    said = current.report if current else seen_as_page(app.env)
    seen = visibility_on(said, today(app.config))
    if seen == "public" and said.audience == "public":
        return
    document += nodes.meta("", name="robots", content="noindex")
    if said.audience == "internal":
        insert_after_title(title_section(document) or document, [internal_notice()])
    if seen == "unlisted":
        app.env.metadata[app.env.docname]["no-search"] = ""
    elif seen == "draft":
        text = _("Draft")
        notice = nodes.paragraph("", "", nodes.strong(text, text), classes=["er-notice", "er-draft"])
        insert_after_title(title_section(document) or document, [notice])


def leave_out_of_general_index(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Take the index entries of pages that are not public (``env-get-updated``)."""
    entries = env.domaindata["index"]["entries"]
    for docname in site_of(env).unlisted:
        entries.pop(docname, None)
    return []


def leave_out_of_search(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """Take unlisted pages out of the search index, before it is written (``html-collect-pages``)."""
    unlisted = site_of(app.env).unlisted
    indexer = getattr(app.builder, "indexer", None)
    if unlisted and indexer is not None:
        listed = app.env.all_docs.keys() - unlisted
        indexer.prune(listed)
        if not listed:
            # Sphinx cannot write an index of no page at all.
            app.builder.indexer = None  # type: ignore[attr-defined]
            OutputFolder(Path(app.outdir)).remove(str(app.builder.searchindex_filename))  # type: ignore[attr-defined]
    return iter(())


def leave_out_of_inventory(app: Sphinx, _builder: Builder) -> None:
    """Take what is on unlisted pages out of the objects of all domains (``write-started``)."""
    unlisted = site_of(app.env).unlisted
    for domain in app.env.domains.sorted() if unlisted else ():
        # Of this application, for this build: a method of the object, and not of the class.
        domain.get_objects = partial(_without, unlisted, domain)  # type: ignore[method-assign]


def _without(unlisted: AbstractSet[str], domain: Domain) -> Iterator[Object]:
    return (found for found in type(domain).get_objects(domain) if found[3] not in unlisted)


def leave_out_of_site_map(app: Sphinx, _env: BuildEnvironment) -> list[str]:
    """Have sphinx-sitemap leave out pages that are not public (``env-get-updated``)."""
    excluded = getattr(app.config, "sitemap_excludes", None)
    if isinstance(excluded, list):
        # The addresses as that extension writes them: those of the builder.
        addresses = {app.builder.get_target_uri(name) for name in site_of(app.env).unlisted}
        excluded.extend(sorted(addresses - set(excluded)))
    return []
