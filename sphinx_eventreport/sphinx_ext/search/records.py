"""The places of a site for a search engine that knows pages only: each is a small page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.search_words import unspaced_pairs
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.search.files import weight_of
from sphinx_eventreport.sphinx_ext.search.places import texts_of
from sphinx_eventreport.sphinx_ext.search.write import is_searched, kind_of, kind_words
from sphinx_eventreport.sphinx_ext.site.domain import report_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.search.places import Text
    from sphinx_eventreport.sphinx_ext.site.page import Page


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A place, as a search engine is told of it."""

    url: str
    """From the root of the site."""
    kind: str
    """In words, for readers to choose: "Talk"."""
    called: str
    """What it is, in words: "Slide 11"."""
    title: str
    """Its title."""
    context: str
    """The talk and the event it belongs to."""
    text: str
    """Its text, without markup."""
    facets: tuple[tuple[str, str], ...]
    """Year, series, people, language: name and value."""

    def page(self, language: str) -> str:
        """Return the page that the engine reads, in the *language* of the site: it searches in one only."""
        pairs = unspaced_pairs(f"{self.title} {self.text}")
        facets = [("kind", self.kind), *self.facets]
        filters = "".join(
            f'<span data-pagefind-filter="{name}[data-value]" data-value="{escape(value)}"></span>'
            for name, value in facets
        )
        meta = "".join(
            f'<span data-pagefind-meta="{name}[data-value]" data-value="{escape(value)}"></span>'
            for name, value in (("url", self.url), ("called", self.called), ("context", self.context))
        )
        title = escape(self.title)
        around = escape(" ".join([self.context, *pairs]))
        return (
            f'<!doctype html><html lang="{escape(language)}"><head><title>{title}</title></head><body>'
            f'<h1 data-pagefind-meta="title">{title}</h1><p>{escape(self.text)}</p>'
            f'<p data-pagefind-weight="0.5">{around}</p>{filters}{meta}</body></html>'
        )


def records(app: Sphinx) -> Iterator[SearchRecord]:
    """Yield the record of each place that a search is to find, in the order of the documents."""
    site = report_domain(app.env).site
    weights = read_value(app.config, "search_weight")
    for docname in sorted(app.env.found_docs):
        if is_searched(docname, app, site):
            page = site.pages.get(docname)
            maker = _Maker(app, docname, page)
            found = texts_of(app.env.get_doctree(docname), page)
            yield from maker.make([text for text in found if weight_of(text.kind, kind_of(page), weights)])


class _Maker:
    """Makes the records of one document."""

    def __init__(self, app: Sphinx, docname: str, page: Page | None) -> None:
        self._title = app.env.titles[docname].astext() if docname in app.env.titles else docname
        self._url = app.builder.get_target_uri(docname)
        self._kind = kind_of(page)
        self._words = kind_words()
        self._page = page
        speakers = {
            placed.anchor: [person.name for person in placed.talk.speakers]
            for placed in (page.talks if page else ())
        }
        self._speakers = speakers
        self._common = tuple(self._facets())

    def make(self, found: list[Text]) -> Iterator[SearchRecord]:
        """Yield the records of the places *found*."""
        around, people = "", [person.name for person in self._page.mentioned()] if self._page else []
        for place in found:
            if place.kind in {"talk", "section"}:
                around, people = place.title, self._speakers.get(place.anchor, [])
            is_twin = place.kind == "slide" and place.title == around
            title = place.title or (self._title if place.kind == "page" else around)
            parts = [around if place.kind not in {"talk", "section", "page"} else "", self._title]
            context = " · ".join(dict.fromkeys(part for part in parts if part and part != title))
            if not is_twin and (place.texts or place.title):
                yield self._record(place, title, context, people)

    def _record(self, place: Text, title: str, context: str, people: list[str]) -> SearchRecord:
        kind = self._kind if place.kind == "page" else place.kind
        word = self._words.get(kind, kind)
        number = place.anchor.rpartition("-")[2]
        url = f"{self._url}#{place.anchor}" if place.anchor else self._url
        called = word.replace("%s", number)
        facets = (*self._common, *(("person", name) for name in dict.fromkeys(people)))
        # The heading is one of the texts.
        texts = " ".join(place.texts[1:] if place.texts[:1] == [title] else place.texts)
        return SearchRecord(url, word.replace("%s", "").strip(), called, title, context, texts, facets)

    def _facets(self) -> Iterator[tuple[str, str]]:
        page = self._page
        if page is None:
            return
        if page.start:
            yield "year", str(page.start.date.year)
        if page.series_name():
            yield "series", page.series_name()
        if page.report and page.report.language:
            yield "language", page.report.language
