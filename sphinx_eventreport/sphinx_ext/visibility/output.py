"""What an earlier build wrote of a page that nobody is to see any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.decks import slide_file
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.site.site import Site


def forget_output(app: Sphinx, docname: str, hidden: AbstractSet[str]) -> bool:
    """Delete the page *docname*, its source and doctree, and what else only *hidden* pages have.

    Return whether this builder had written the page.
    """
    builder = app.builder
    source = Path(app.env.doc2path(docname))
    pages = list(_pages(builder, docname))
    was_written = any(path.is_file() for path in pages)
    written = [
        *pages,
        Path(app.outdir, "_sources", docname + source.suffix),
        Path(app.outdir, "_sources", docname + source.suffix + str(app.config.html_sourcelink_suffix)),
        Path(app.doctreedir, f"{docname}.doctree"),
        *(Path(app.outdir, builder.imagedir, name) for name in _pictures(app, docname, hidden)),
        *(Path(app.outdir, "_downloads", name) for name in _downloads(app, hidden)),
    ]
    for path in written:
        path.unlink(missing_ok=True)
    return was_written


def _pages(builder: Builder, docname: str) -> Iterator[Path]:
    place = getattr(builder, "get_outfilename", None)
    if place is not None:
        yield Path(place(docname))
    suffix = getattr(builder, "out_suffix", "")
    if suffix:
        yield Path(builder.outdir, docname + suffix)


def _pictures(app: Sphinx, docname: str, hidden: AbstractSet[str]) -> Iterator[str]:
    """Yield the names of the pictures that *hidden* pages alone have, with the slides of *docname*."""
    yield from (name for docs, name in app.env.images.values() if docs <= hidden)
    site = site_of(app.env)
    own = _slides(site, docname)
    others = (_slides(site, name) for name in site.pages if own and name not in hidden)
    yield from (path.name for path in own.difference(*others))


def _slides(site: Site, docname: str) -> set[Path]:
    page = site.pages.get(docname)
    found: set[Path] = set()
    for deck in page.decks() if page else ():
        for slide in deck.slides:
            drawn = site.build.decks.picture(slide_file(deck), slide.number, (slide.width, slide.height))
            if drawn is not None:
                found |= {drawn.path, *([drawn.thumbnail] if drawn.thumbnail else [])}
    return found


def _downloads(app: Sphinx, hidden: AbstractSet[str]) -> Iterator[str]:
    yield from (str(name) for docs, name in app.env.dlfiles.values() if docs <= hidden)
