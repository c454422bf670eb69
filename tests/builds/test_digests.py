"""What is new in a series since the last edition: on the page about it, and as a feed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.pages import links
from support.site import CONF, Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.site import Built

AT = CONF + 'html_baseurl = "https://example.org/"\n'


def meeting(day: str, body: str, more: str = "") -> str:
    """Return the minutes of a meeting."""
    return (
        f"---\ntitle: Ropes of {day}\nlabel: r{day[5:7]}\ndate: {day}\n{more}"
        f"event: {{name: Ropes, series: ropes, start: {day}}}\nminutes: {{status: draft}}\n---\n\n{body}\n"
    )


def action(title: str, *options: str) -> str:
    """Return an action."""
    return "\n".join([f"```{{action}} {title}", *options, "```", ""])


FILES: dict[str, str | bytes] = {
    "index.md": "# Ropes\n\n```{series} ropes\n:feed: atom json\n:feed-name: news\n```\n\n"
    "```{event-list}\n:type: list\n```\n",
    "r04.md": meeting(
        "2024-04-02",
        action("Buy hemp", ":label: hemp", ":owner: Ada Quay")
        + action("Ask Bo", ":label: bo")
        + action("Sweep", ":label: sweep", ":done: 2024-04-20"),
    ),
    "r05.md": meeting(
        "2024-05-07",
        "```{decision} Knots are drawn\n```\n\n"
        + action("Buy more hemp", ":label: hemp", ":continues: r04/hemp", ":owner: Ada Quay")
        + action("Ask Bo and Cy", ":continues: r04/bo", ":status: dropped")
        + action("Draw knots", ":label: draw")
        + "## Splices\n\n```{deck} https://slides.example.org/splices.pdf\n```\n",
    ),
}
NEWS = [
    "Decision · Knots are drawn",
    "Dropped · Ask Bo and Cy",
    "Done · Sweep",
    "Carried on · Buy more hemp, Ada Quay",
    "Open · Draw knots",
    "Slides · Splices",
]


@pytest.fixture
def ropes(site: Site) -> Site:
    """Return a site with the minutes of two meetings and a page about their series."""
    site.conf = AT
    return site.write(FILES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return that site, built once for the tests that only look at it."""
    return Site(tmp_path_factory.mktemp("ropes"), AT).write(FILES).build()


def news(built: Built) -> list[str]:
    """Return what the page of the series says is new; nothing where it has no such list."""
    heading = next((one for one in built.body("index").select(".er-group") if "last" in one.get_text()), None)
    found = heading.find_next("ul") if heading else None
    return [" ".join(item.get_text().split()) for item in found.select("li")] if found else []


def items(built: Built) -> list[dict[str, Any]]:
    """Return the entries of the feed."""
    found: list[dict[str, Any]] = json.loads((built.outdir / "news.json").read_bytes())["items"]
    return found


def test_the_page_of_a_series_says_what_is_new(built: Built) -> None:
    """Decisions, what was closed since the meeting before, what goes on, slides."""
    assert (news(built), built.warnings) == (NEWS, [])


def test_news_lead_to_where_they_stand(built: Built) -> None:
    """Also where an action was closed after its meeting."""
    found = dict(links(built, "index", ".er-works a"))
    assert (found["Sweep"], found["Splices"]) == ("r04.html#action-sweep", "r05.html#deck-splices")


def test_an_edition_is_an_entry_of_the_feed(built: Built) -> None:
    """The newest first, also the first one, before which there was none."""
    assert [(item["title"], item["content_text"].split("\n")) for item in items(built)] == [
        ("Ropes of 2024-05-07", NEWS),
        ("Ropes of 2024-04-02", ["Done · Sweep", "Open · Buy hemp, Ada Quay", "Open · Ask Bo"]),
    ]


def test_a_feed_has_whole_links(built: Built) -> None:
    """It is read elsewhere."""
    link = '<a href="https://example.org/r05.html#decision-knots-are-drawn">Knots are drawn</a>'
    assert f"<li>Decision · {link}</li>" in items(built)[0]["content_html"]


def test_readers_and_programs_find_the_feed(built: Built) -> None:
    """Below the list, and in the head."""
    line = [link["href"] for link in built.body("index").select(".er-subscribe a")]
    head = [link["href"] for link in built.page("index").select("head link[rel=alternate]")]
    assert line == head == ["news.atom", "news.json"]


def test_editions_that_are_only_announced_are_no_news(ropes: Site) -> None:
    """The page lists them, and the feed is empty until there is something to tell."""
    built = ropes.write(
        {name: meeting(f"2024-{name[1:3]}-02", "Come.") for name in ("r04.md", "r05.md")}
    ).build()
    assert (news(built), items(built)) == ([], [])


def test_a_single_edition_has_nothing_before_it(ropes: Site) -> None:
    """All that there is would be new."""
    ropes.remove("r05.md")
    assert news(ropes.build()) == []


QUIET = {
    "announced": meeting("2024-06-04", "Come."),
    "cancelled": meeting("2024-06-04", action("Come")).replace("start:", "status: cancelled, start:"),
    "draft": meeting("2024-06-04", action("Come"), "visibility: draft\n"),
    "unlisted": meeting("2024-06-04", action("Come"), "visibility: unlisted\n"),
    "internal": meeting("2024-06-04", action("Come"), "audience: internal\n"),
    "internal action": meeting("2024-06-04", action("Come", ":audience: internal")),
    "undated": meeting("2024-06-04", action("Come")).replace("2024-06-04", ""),
    "another series": meeting("2024-06-04", action("Come")).replace("series: ropes", "series: sails"),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_an_edition_without_news_for_everybody_does_not_count(ropes: Site, text: str) -> None:
    """Nobody is told of what is hidden, and no clock of what is to come."""
    built = ropes.write({"r06.md": text}).build()
    assert (news(built), items(built)[0]["title"]) == (NEWS, "Ropes of 2024-05-07")


EDITS: dict[str, tuple[Callable[[Site], object], list[str]]] = {
    "title": (
        lambda site: site.edit("r05.md", "Knots are drawn", "Knots are carved"),
        ["Decision · Knots are carved", *NEWS[1:]],
    ),
    "done": (
        lambda site: site.edit("r04.md", ":done: 2024-04-20", ":due: 2024-04-20"),
        [one for one in NEWS if "Sweep" not in one],
    ),
    "internal": (
        lambda site: site.edit("r05.md", ":label: draw", ":audience: internal"),
        [one for one in NEWS if "Draw" not in one],
    ),
    "next": (
        lambda site: site.write({"r06.md": meeting("2024-06-04", "```{decision} Sails, too\n```\n")}),
        ["Decision · Sails, too"],
    ),
    "removed": (lambda site: site.remove("r05.md"), []),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_an_edit_of_minutes_is_news_at_once(
    ropes: Site, edit: Callable[[Site], object], expected: list[str]
) -> None:
    """The page and the feed are what a clean build writes."""
    ropes.build()
    edit(ropes)
    rebuilt, clean = ropes.build(), ropes.build(out="clean", doctrees="clean-doctrees")
    assert news(rebuilt) == expected
    assert str(rebuilt.body("index")) == str(clean.body("index"))
    assert [(rebuilt.outdir / name).read_bytes() for name in ("news.atom", "news.json")] == [
        (clean.outdir / name).read_bytes() for name in ("news.atom", "news.json")
    ]


def test_the_feed_goes_with_its_option(ropes: Site) -> None:
    """Nobody subscribes to a file that no page has."""
    ropes.build()
    ropes.edit("index.md", ":feed: atom json\n:feed-name: news\n", "")
    built = ropes.build()
    assert (list(built.outdir.glob("news.*")), built.body("index").select(".er-subscribe")) == ([], [])


def test_an_action_that_is_still_done_is_no_news(ropes: Site) -> None:
    """A later meeting may list it again."""
    ropes.write(
        {
            "r06.md": meeting(
                "2024-06-04",
                action("Ask", ":continues: r05/ask-bo-and-cy", ":status: done")
                + action("Tell", ":label: tell"),
            )
        }
    )
    assert news(ropes.build()) == ["Open · Tell"]


def test_what_is_new_is_not_for_a_calendar(ropes: Site) -> None:
    """The option says so, and the other feed is written."""
    ropes.edit("index.md", "atom json", "ics json")
    built = ropes.build()
    [warning] = built.warnings
    assert "index.md:3: WARNING: feed cannot be 'ics'; write one of atom, json" in warning
    assert [path.name for path in built.outdir.glob("news.*")] == ["news.json"]


def test_no_feed_without_the_address_of_the_site(site: Site) -> None:
    """One warning, and the page says all the same what is new."""
    built = site.write(FILES).build()
    [warning] = built.warnings
    assert "A feed needs the address of the site" in warning
    assert (news(built), list(built.outdir.glob("news.*"))) == (NEWS, [])


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Seit der letzten Ausgabe|Beschluss · Knots are drawn|Fortgeführt · Buy more hemp, Ada Quay"),
        ("fr", "Depuis la dernière édition|Décision · Knots are drawn|Poursuivie · Buy more hemp, Ada Quay"),
    ],
)
def test_news_are_in_the_language_of_the_site(site: Site, language: str, expected: str) -> None:
    """On paper as well."""
    site.conf = f"{AT}language = {language!r}\n"
    text = (site.write(FILES).build("text").outdir / "index.txt").read_text(encoding="utf-8")
    assert [part for part in expected.split("|") if part not in text] == []


@pytest.mark.parametrize(("builder", "name"), [("latex", "*.tex"), ("epub", "index.xhtml")])
def test_news_are_in_a_book(ropes: Site, builder: str, name: str) -> None:
    """Without the feeds, which are beside pages of a site."""
    outdir = ropes.build(builder).outdir
    text = "".join(path.read_text(encoding="utf-8") for path in outdir.glob(name))
    assert ("Knots are drawn" in text, "Subscribe" in text, list(outdir.glob("*.atom"))) == (True, False, [])
