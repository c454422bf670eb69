"""What the script of the search page loads: the places of the site, and the portions of its words."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.search.files import Facts, Search
from sphinx_eventreport.sphinx_ext.search.kept import (
    KeptSearch,
    files_digest,
    language_digest,
    read_kept,
    stems_in,
    words_digest,
    write_kept,
)
from sphinx_eventreport.sphinx_ext.search.stems import Stems
from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.site.names import index_page
from sphinx_eventreport.sphinx_ext.site.page import LazyTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


FOLDER = "eventreport-search"
"""The folder of these files, in that of static files."""


def write_search(app: Sphinx, language: FoldingLanguage) -> None:
    """Write the files of *app*, whose index is made in *language*, unless they are there."""
    domain = report_domain(app.env)
    names = [name for name in sorted(domain.texts) if is_searched(name, app, domain.site)]
    facts = _facts(names, domain.site, read_config(app.config).search_weight)
    spoken, kept = language_digest(language), read_kept(app)
    pickles = {name: domain.texts.pickled(name) for name in names}
    words = words_digest((spoken, facts.weighed), pickles)
    made_of = sha256(repr((facts, words)).encode()).hexdigest()
    folder = OutputFolder(Path(app.outdir, "_static", FOLDER))
    is_whole = files_digest(folder.path) == kept.files
    if is_whole and made_of == kept.made_of:
        return
    known, files = stems_in(kept, spoken), None
    search = Search(domain.texts, facts, Stems(language, known))
    replaced = {name: text for name, text in domain.texts.before.items() if name in pickles}
    if is_whole and words_digest((spoken, facts.weighed), {**pickles, **replaced}) == kept.words:
        files = search.edited_files(folder.path, kept.postings, LazyTexts(replaced))
    if files is None:
        known, files = {}, search.files()
    _write_files(folder, files.contents)
    stems = json.dumps({**known, **search.stems}, separators=(",", ":"))
    digest = files_digest(folder.path)
    write_kept(app, KeptSearch(spoken, made_of, digest, words, files.postings, stems))


def _write_files(folder: OutputFolder, files: Mapping[str, bytes]) -> None:
    """Write *files*, and remove those of an older build."""
    there = {path.name: path.read_bytes() for path in folder.path.glob("*.js")}
    for name, data in files.items():
        if there.get(name) != data:
            folder.write(name, data)
    for name in there.keys() - files.keys():
        folder.remove(name)


def is_searched(docname: str, app: Sphinx, site: Site) -> bool:
    """Return whether a search is to find the document *docname*."""
    metadata = app.env.metadata.get(docname, {})
    return docname not in site.unlisted and not {"no-search", "nosearch"} & metadata.keys()


def _facts(names: Iterable[str], site: Site, weights: Mapping[str, float]) -> Facts:
    all_docs = {
        "weights": weights,
        "kinds": kind_words(),
        "indices": {
            name: index_page(found.index)
            for name, found in site.build.types.items()
            if found.index in site.build.indices
        },
    }
    return Facts(all_docs, {name: _document(name, site.pages.get(name)) for name in names})


def _document(docname: str, page: Page | None) -> Sequence[str]:
    """Return name, kind and day of a document."""
    day = page.start.isoformat()[:10] if page and page.start else ""
    return [docname, kind_of(page), day]


def kind_of(page: Page | None) -> str:
    """Return what a document as a whole is."""
    if page is None:
        return "page"
    home = next((subject.type for subject in page.subjects if not subject.anchor), None)
    if home or page.report is None:
        return home or ("listing" if page.listings else "page")
    return "meeting" if page.report.minutes else "event"


def kind_words() -> dict[str, str]:
    """Return what a result is called, in the language of the site."""
    return {
        "talk": _("Talk"),
        "slide": _("Slide %s"),
        "event": _("Event"),
        "meeting": _("Meeting"),
        "person": _("Person"),
        "series": _("Series"),
        "decision": _("Decision"),
        "action": _("Action"),
        "section": _("Section"),
        "page": _("Page"),
        "listing": _("List"),
        "more": _("More results"),
    }
