"""What the script of the search page loads: the places of the site, and the portions of its words."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.search.kept import (
    KeptSearch,
    files_digest,
    language_digest,
    read_kept,
    stems_in,
    write_kept,
)
from sphinx_eventreport.sphinx_ext.search.postings import portions, stems_of
from sphinx_eventreport.sphinx_ext.search.stems import Stems
from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.site.names import index_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage
    from sphinx_eventreport.sphinx_ext.search.places import Place
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.site import Site


FOLDER = "eventreport-search"
"""The folder of these files, in that of static files."""
PLACES = "places.js"
"""The file that is loaded with the page."""


def write_search(app: Sphinx, language: FoldingLanguage) -> None:
    """Write the files of *app*, whose index is made in *language*, unless they are there."""
    domain = report_domain(app.env)
    names = [name for name in sorted(domain.texts) if is_searched(name, app, domain.site)]
    facts = _facts(names, domain.site, read_config(app.config).search_weight)
    spoken = language_digest(language)
    made_of = sha256(repr((spoken, facts)).encode())
    for name in names:
        made_of.update(domain.texts.pickled(name))
    kept = read_kept(app)
    folder = OutputFolder(Path(app.outdir, "_static", FOLDER))
    if (spoken, made_of.hexdigest(), files_digest(folder.path)) == kept[:3]:
        return
    stems = Stems(language, stems_in(kept, spoken))
    _write_files(folder, _files({name: domain.texts[name] for name in names}, facts, stems))
    known = json.dumps(stems, separators=(",", ":"))
    write_kept(app, KeptSearch(spoken, made_of.hexdigest(), files_digest(folder.path), known))


def _files(texts: Mapping[str, Sequence[Place]], facts: _Facts, stems: Stems) -> dict[str, bytes]:
    """Return the files, by their names."""
    weights, kinds = facts.all_docs["weights"], {name: kind for name, kind, _day in facts.docs.values()}
    words = portions(
        stems_of(place.words, stems) if weight_of(place.kind, kinds[name], weights) else ()
        for name, places in texts.items()
        for place in places
    )
    files = {f"{number}.js": _script("words", [number, portion]) for number, portion in enumerate(words)}
    version = sha256(b"".join(files.values())).hexdigest()[:8]
    docs = [[*facts.docs[name], *_runs(places)] for name, places in texts.items()]
    values = {"count": len(words), "version": version, **facts.all_docs, "docs": docs}
    return {**files, PLACES: _script("places", [values])}


def _write_files(folder: OutputFolder, files: Mapping[str, bytes]) -> None:
    """Write *files*, and remove those of an older build."""
    for name, data in files.items():
        folder.write(name, data)
    for path in folder.path.glob("*.js"):
        if path.name not in files:
            folder.remove(path.name)


def is_searched(docname: str, app: Sphinx, site: Site) -> bool:
    """Return whether a search is to find the document *docname*."""
    metadata = app.env.metadata.get(docname, {})
    return docname not in site.unlisted and not {"no-search", "nosearch"} & metadata.keys()


def weight_of(kind: str, page_kind: str, weights: Mapping[str, float]) -> float:
    """Return how much a place counts: by what it is, and by what the page is that it is on."""
    own = 1 if kind == "page" else weights.get(kind, 1)
    return own * weights.get(page_kind, 1)


class _Facts(NamedTuple):
    """What the file of places has besides the places."""

    all_docs: Mapping[str, Any]
    """What is of all documents together."""
    docs: Mapping[str, Sequence[str]]
    """Name, kind and day of each document, by its name."""


def _facts(names: Iterable[str], site: Site, weights: Mapping[str, float]) -> _Facts:
    all_docs = {
        "weights": weights,
        "kinds": kind_words(),
        "indices": {
            name: index_page(found.index)
            for name, found in site.build.types.items()
            if found.index in site.build.indices
        },
    }
    return _Facts(all_docs, {name: _document(name, site.pages.get(name)) for name in names})


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


def _runs(places: Iterable[Place]) -> Iterator[list[Any]]:
    """Yield kind and id of each place but the page itself; slides that follow each other are one run."""
    run: list[Any] = []
    for place in places:
        if place.kind == "page":
            continue
        deck, _dash, number = place.anchor.rpartition("-")
        if place.kind != "slide":
            run = [place.kind, place.anchor]
            yield run
        elif run[:2] == ["slide", deck] and run[-1] == int(number) - 1:
            run[-1] = int(number)
        else:
            run = ["slide", deck, int(number), int(number)]
            yield run


def _script(name: str, arguments: Sequence[object]) -> bytes:
    """Return the call of a function with *arguments*: a page opened as a file may load nothing else."""
    values = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in arguments)
    # Two characters that end a line in JavaScript of old.
    values = values.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"eventreportSearch.{name}({values})\n".encode()


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
