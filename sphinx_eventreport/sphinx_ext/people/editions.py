"""The editions of a series: the one before and the one after, and all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.sphinx_ext.inline.dates import range_text, time_node
from sphinx_eventreport.sphinx_ext.inline.links import link_node, spaced
from sphinx_eventreport.sphinx_ext.inline.words import status_word
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.people.rows import counts, facts, heading, number_words, row, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx_eventreport.sphinx_ext.site.editions import Around, Edition, Series


def around_nodes(around: Around, docname: str) -> list[nodes.Node]:
    """Return a line that leads from *docname* to the editions before and after."""
    facts: list[nodes.Node] = []
    for link, text in ((around.older, _("Previous edition:")), (around.newer, _("Next edition:"))):
        if link is not None:
            facts.append(nodes.inline("", "", nodes.Text(f"{text} "), link_node(link, docname)))
    return [nodes.paragraph("", "", *spaced(facts), classes=["er-editions"])] if facts else []


def editions_nodes(
    series: Series, docname: str, language: str, level: int, *, is_html: bool
) -> list[nodes.Node]:
    """Return the numbers of a *series*, its editions, and who came back, below headings of *level*.

    In HTML the years are a column of their own.
    """
    if not series.editions:
        return []
    editions = [_edition(one, docname, language) for one in series.editions]
    if is_html:
        _put_years(editions, series.editions)
    return [
        *_counts(series),
        heading(_("Editions"), level),
        rows(editions, "er-edition-rows"),
        *_returned(series, docname, level),
    ]


def _put_years(items: Sequence[nodes.list_item], editions: Sequence[Edition]) -> None:
    """Put its year in front of each of *items*, once where several have the same."""
    before = ""
    for item, edition in zip(items, editions, strict=True):
        year = str(edition.start.year) if edition.start else ""
        shown = "" if year == before else year
        item.insert(0, nodes.paragraph("", shown, classes=["er-edition-year", "no-search"]))
        before = year


def _counts(series: Series) -> list[nodes.Node]:
    def total(name: str) -> int:
        return sum(edition.numbers[name] for edition in series.editions)

    talks, *media = number_words(total("talks"), total("decks"), total("recordings"))
    return counts(
        [
            (len(series.editions), _("edition"), _("editions")),
            talks,
            (series.number_of_speakers, _("speaker"), _("speakers")),
            *media,
        ]
    )


def _returned(series: Series, docname: str, level: int) -> list[nodes.Node]:
    if not series.returned:
        return []
    people: list[nodes.Node] = []
    for link, number in series.returned:
        times = nodes.inline("", _("%s talks") % number, classes=["er-label"])
        people.append(nodes.inline("", "", link_node(link, docname), nodes.Text(" "), times))
    title = heading(_("People who spoke more than once"), level)
    return [title, nodes.paragraph("", "", *facts(people), classes=["er-returned"])]


def _edition(edition: Edition, docname: str, language: str) -> nodes.list_item:
    title = [link_node(edition.link, docname)]
    if edition.status != "scheduled":
        word = status_word(edition.status)
        title += [nodes.Text(" "), nodes.inline(word, word, classes=["er-status"])]
    known: list[nodes.Node] = []
    if edition.start:
        known.append(time_node(edition.start, range_text(edition.start, edition.end, language)))
    if edition.place:
        known.append(nodes.Text(edition.place))
    numbers = number_words(*(edition.numbers[name] for name in ("talks", "decks", "recordings")))
    said = [nodes.Text(f"{number} {one if number == 1 else many}") for number, one, many in numbers if number]
    picture = edition.slide if edition.status == "scheduled" else None
    return row(picture, title, facts(known), facts(said))
