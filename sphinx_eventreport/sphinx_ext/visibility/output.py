"""What an earlier build wrote of a page that nobody is to see any more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.i18n import docname_to_domain

from sphinx_eventreport.sphinx_ext.site.decks import slide_file
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.site.site import Site

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Traces:
    """What builders may have written of a draft: as which documents, with which pictures and downloads.

    Another builder may come later, to whose environment the page is not known any more.
    """

    docnames: frozenset[str] = _NOTHING
    """The documents."""
    pictures: frozenset[str] = _NOTHING
    """The pictures, by their names in the output."""
    downloads: frozenset[str] = _NOTHING
    """The downloads, by their names in the output."""

    def with_those_of(self, other: Traces) -> Traces:
        """Return these and the *other* traces."""
        return Traces(
            self.docnames | other.docnames, self.pictures | other.pictures, self.downloads | other.downloads
        )


def traces_of(app: Sphinx, docname: str) -> Traces:
    """Return what there is now of the document *docname*."""
    env, site = app.env, site_of(app.env)
    return Traces(
        frozenset({docname}),
        frozenset(name for docs, name in env.images.values() if docname in docs) | _slides(site, docname),
        frozenset(str(name) for docs, name in env.dlfiles.values() if docname in docs),
    )


def forget_output(app: Sphinx, traces: Traces, gone: AbstractSet[str]) -> bool:
    """Delete the pages of *traces*, their sources and doctrees, and what else only *gone* pages have.

    Return whether this builder had written one of the pages.
    """
    documents = sorted(name for name in traces.docnames if name in gone or name not in app.env.found_docs)
    pages = [page for docname in documents for page in _pages(app, docname)]
    was_written = any(path.is_file() for path in pages)
    others = (path for docname in documents for path in _beside(app, docname))
    for path in [*pages, *others, *_files(app, traces, gone)]:
        path.unlink(missing_ok=True)
    return was_written


def _pages(app: Sphinx, docname: str) -> Iterator[Path]:
    builder = app.builder
    place = getattr(builder, "get_outfilename", None)
    if place is not None:
        yield Path(place(docname))
    suffix = getattr(builder, "out_suffix", "")
    if suffix:
        yield Path(builder.outdir, docname + suffix)
    if builder.name == "gettext":
        yield from _catalogues(app, docname)


def _catalogues(app: Sphinx, docname: str) -> Iterator[Path]:
    """Yield the catalogue of messages of *docname*, unless another document has its messages there."""
    compact = app.config.gettext_compact
    name = docname_to_domain(docname, compact)
    if name not in {docname_to_domain(other, compact) for other in app.env.found_docs - {docname}}:
        yield Path(app.outdir, f"{name}.pot")


def _beside(app: Sphinx, docname: str) -> Iterator[Path]:
    """Yield the sources and the doctree of *docname*, whichever suffix it had."""
    for suffix in app.config.source_suffix:
        yield Path(app.outdir, "_sources", docname + suffix)
        yield Path(app.outdir, "_sources", docname + suffix + str(app.config.html_sourcelink_suffix))
    yield Path(app.doctreedir, f"{docname}.doctree")


def _files(app: Sphinx, traces: Traces, gone: AbstractSet[str]) -> Iterator[Path]:
    """Yield the pictures and downloads of *traces* that only *gone* pages show."""
    env = app.env
    shown = {name for docs, name in env.images.values() if not docs <= gone}
    there = [
        folder / name
        for folder in _picture_folders(app.builder)
        for name in traces.pictures - shown
        if (folder / name).is_file()
    ]
    slides = _slides_of_others(env, gone) if there else _NOTHING
    yield from (path for path in there if path.name not in slides)
    kept = {str(name) for docs, name in env.dlfiles.values() if not docs <= gone}
    yield from (Path(app.outdir, "_downloads", name) for name in traces.downloads - kept)


def _picture_folders(builder: Builder) -> Iterator[Path]:
    yield Path(builder.outdir, builder.imagedir)
    # Texinfo has one for each document that it makes.
    yield from Path(builder.outdir).glob("*-figures")


def _slides_of_others(env: BuildEnvironment, gone: AbstractSet[str]) -> frozenset[str]:
    site = site_of(env)
    return _NOTHING.union(*(_slides(site, name) for name in site.pages if name not in gone))


def _slides(site: Site, docname: str) -> frozenset[str]:
    page = site.pages.get(docname)
    found: set[str] = set()
    for deck in page.decks() if page else ():
        for slide in deck.slides:
            drawn = site.build.decks.picture(slide_file(deck), slide.number, (slide.width, slide.height))
            if drawn is not None:
                found |= {drawn.path.name, *([drawn.thumbnail.name] if drawn.thumbnail else [])}
    return frozenset(found)
