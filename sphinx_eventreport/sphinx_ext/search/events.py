"""When the words of pages are collected, and where the index of a build gets its language and our files."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.search import js_index

from sphinx_eventreport.core.patching import replaced, run_within
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.search.files import PLACES
from sphinx_eventreport.sphinx_ext.search.language import FoldingLanguage
from sphinx_eventreport.sphinx_ext.search.own import is_ours, uses_pagefind, uses_places
from sphinx_eventreport.sphinx_ext.search.places import places_of
from sphinx_eventreport.sphinx_ext.search.write import FOLDER, kind_words, write_search
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of
from sphinx_eventreport.sphinx_ext.site.names import index_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx

SCRIPT = "eventreport-search.js"
PALETTE_SCRIPT = "eventreport-palette.js"
NEAR_SCRIPT = "eventreport-near.js"
"""What both of the scripts for a page of results ask."""
PAGEFIND_SCRIPT = "eventreport-pagefind.js"
STYLES = ("eventreport.css", "eventreport-search.css")
"""The first has the sizes and colours."""


def collect_words(app: Sphinx, document: nodes.document) -> None:
    """Keep what the places of *document* are found by (``doctree-read``)."""
    domain = report_domain(app.env)
    docname = app.env.docname
    domain.texts[docname] = places_of(document, domain.written_page(docname))


def make_index_ours(app: Sphinx) -> None:
    """Have each build make its search index in our language, and write our files (``builder-inited``)."""
    load = getattr(app.builder, "load_indexer", None)
    if load is None:
        return
    domain = report_domain(app.env)

    def names_with_ids() -> AbstractContextManager[None]:
        return replaced(domain, "get_objects", domain.searched_objects)

    def load_indexer(docnames: Any) -> None:
        indexer = app.builder.indexer  # type: ignore[attr-defined]
        load(docnames)
        indexer.lang = FoldingLanguage(indexer.lang)
        run_within(indexer, "get_objects", names_with_ids)
        if _has_places(app):
            write_search(app, indexer.lang)

    # Of this application: the object is changed, and not its class.
    app.builder.load_indexer = load_indexer  # type: ignore[attr-defined]


def add_script(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Load our script on the page of results (``html-page-context``)."""
    if pagename != "search":
        _add_palette(app, pagename)
        return
    if uses_pagefind(app):
        _load_styles(app)
        attributes: dict[str, Any] = {"data-er-words": json.dumps(_facet_words(), ensure_ascii=False)}
        app.add_js_file(NEAR_SCRIPT, loading_method="defer")
        app.add_js_file(PAGEFIND_SCRIPT, loading_method="defer", **attributes)
    elif _has_places(app):
        _load_styles(app)
        app.add_js_file(NEAR_SCRIPT, loading_method="defer")
        app.add_js_file(SCRIPT, loading_method="defer")
        app.add_js_file(None, loading_method="defer", src=_address_of_places(app, context["pathto"]))


def _has_places(app: Sphinx) -> bool:
    """Return whether this builder writes the files that our script asks."""
    return getattr(app.builder, "indexer_format", None) is js_index and uses_places(app)


def _address_of_places(app: Sphinx, pathto: Callable[..., str]) -> str:
    """Return the address of the places, with a checksum, so that no browser shows older ones.

    Sphinx remembers the checksum of a file for as long as the process lives: the next build in it would
    have that of the places as they were.
    """
    name = f"_static/{FOLDER}/{PLACES}"
    version = sha256(Path(app.outdir, name).read_bytes()).hexdigest()[:8]
    return f"{pathto(name, resource=True)}?v={version}"


def _load_styles(app: Sphinx) -> None:
    for style in STYLES:
        app.add_css_file(style)


def _add_palette(app: Sphinx, pagename: str) -> None:
    """Let a reader find names by a key on a page of ours."""
    site = site_of(app.env)
    page = site.pages.get(pagename)
    is_styled = page is not None and (page.has_slides or page.is_styled)
    if is_styled and getattr(app.builder, "search", False) and is_ours(app):
        people = index_page("people") if "people" in site.build.indices else ""
        said = _palette_words(people, app.config.language, has_days=_has_places(app))
        attributes: dict[str, Any] = {"data-er-words": said}
        app.add_js_file(PALETTE_SCRIPT, loading_method="defer", **attributes)


@lru_cache(maxsize=8)
def _palette_words(people: str, _language: str, *, has_days: bool) -> str:
    """Return as JSON what the palette says, which all pages of a language have."""
    words: dict[str, Any] = {"find": _("Find by name"), "shown": _("%s results"), "people": people}
    kinds = {name: kind_words()[name] for name in ("person", "decision", "action")}
    words |= {"days": has_days, **kinds, "slide": _("Slide %s").replace("%s", "").strip()}
    return json.dumps(words, ensure_ascii=False)


def _facet_words() -> dict[str, str]:
    return {
        "kind": _("Kind"),
        "year": _("Year"),
        "series": _("Series"),
        "person": _("Person"),
        "language": _("Language"),
        "more": _("More results"),
    }
