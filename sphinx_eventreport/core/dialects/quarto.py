"""Quarto, and R Markdown before it (https://quarto.org/docs/reference/formats/html.html)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects.alias import Alias
from sphinx_eventreport.core.dialects.base import Dialect, Likeness
from sphinx_eventreport.core.dialects.detection import graded, has, is_dated, is_list_of_maps, says
from sphinx_eventreport.core.dialects.markdown_text import words_of
from sphinx_eventreport.core.dialects.values import day, people, picture
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.frontmatter import FrontMatter

_OWN_KEYS = frozenset(
    "image-alt date-modified date-format code-fold code-tools number-sections title-block-banner toc-depth "
    "toc-location reference-location citation-location freeze execute editor engine knitr filters format "
    "output page-layout link-citations csl fig-cap-location".split()
)
_SUFFIXES = (".qmd", ".rmd", ".rmarkdown")
_AMERICAN = lazy_regex(
    r"\s*(?P<month>[0-9]{1,2})(?:(?P<mark>[/-])(?P<day>[0-9]{1,2})(?P=mark)|\s(?P<spaced>[0-9]{1,2}),\s)"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9/-])"
)
_MONTHS = 12
_RENDERED = frozenset({"today", "now", "last-modified"})


def _likeness(front: FrontMatter, filename: str) -> Likeness:
    mapping = front.mapping
    if "listing" in mapping or front.format not in {"yaml", None} or not says(mapping, "title"):
        return Likeness.NONE
    is_its_file = filename.lower().endswith(_SUFFIXES)
    signed = is_list_of_maps(mapping.get("author"), ("name",)) and "categories" in mapping
    own = is_its_file or signed or has(mapping, _OWN_KEYS)
    return graded(
        certain=is_dated(mapping, filename) and own,
        likely=is_its_file or has(mapping, ("author", "categories"), 2),
    )


def _date(value: object, _page: Mapping[str, object]) -> object:
    """Return a date; "today" is the day of rendering, which says nothing of the report.

    Quarto reads 12/05/2023 and 12-05-2023, with two or four digits of the year, and 12 05, 2023 as in
    America: https://quarto.org/docs/reference/dates.html.
    """
    if not isinstance(value, str):
        return value
    if value.strip().lower() in _RENDERED:
        return None
    match = _AMERICAN.match(value)
    if match is None or int(match["month"]) > _MONTHS:
        return value
    year = match["year"] if len(match["year"]) > 2 else f"20{match['year']}"  # noqa: PLR2004 -- digits
    return (
        f"{year}-{int(match['month']):02d}-{int(match['day'] or match['spaced']):02d}{value[match.end() :]}"
    )


DIALECT = Dialect(
    name="quarto",
    title="Quarto",
    likeness=_likeness,
    detected_by="a file `.qmd` or `.Rmd` with a date, or a date with keys of Quarto: `author` as a list of "
    "maps with `categories`, `image-alt`, `format`, `execute` and the like; a page with `listing` is not one",
    aliases={
        "title": Alias("title", words_of),
        "description": Alias("description", words_of),
        "date": Alias("date", _date),
        "date-modified": Alias("updated", day),
        "author": Alias("authors", people),
        "categories": Alias("tags", merge=True),
        "keywords": Alias("tags", merge=True),
        "subtitle": Alias("description", words_of, weak=True),
        "abstract": Alias("description", words_of, weak=True),
        "image": Alias("thumbnail", picture),
        "lang": Alias("language"),
    },
    ignored=_OWN_KEYS
    | frozenset(
        "aliases bibliography citation comments doi draft image-height image-width include-after-body "
        "include-before-body include-in-header jupyter order params resources slug theme toc toc-title "
        "bread-crumbs sidebar search".split()
    ),
)
