"""What a reader gets on a page: titles, ways on, talks, cards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.posts import INDEX, NATIVE_POST
from support.site import PDF, Built, Site, png

Build = Callable[..., Built]


@pytest.mark.parametrize(
    ("source", "titles"),
    [
        ("---\ntitle: From the key\nevent: E\n---\n\nText.\n", ["From the key"]),
        ("---\nevent: From the event\n---\n\nText.\n", ["From the event"]),
        ("---\nminutes: true\n---\n\nText.\n", ["Post"]),
        ("---\nminutes: true\n---\n\n# From the body\n\nText.\n", ["From the body"]),
        ("---\ntitle: Same words\nevent: E\n---\n\n# Same *words*\n\nText.\n", ["Same words"]),
        ("---\ntitle: Same words\nevent: E\n---\nSame words\n===\n\nText.\n", ["Same words"]),
        (
            "---\ntitle: 'A *b* <i>c</i> [d](e) `f` $g$ {h}`i` # j'\nevent: E\n---\n\nText.\n",
            ["A *b* <i>c</i> [d](e) `f` $g$ {h}`i` # j"],
        ),
        ("---\ntitle: R&amp;D &quot;x&quot;\nevent: E\n---\n\nText.\n", ["R&D \u201cx\u201d"]),
    ],
)
def test_a_page_has_one_title(build: Build, source: str, titles: list[str]) -> None:
    """From the key, the event, the body or the file name; text is text."""
    headings = build(source).body("post").select("h1")
    assert [heading.get_text().removesuffix("¶") for heading in headings] == titles


def test_a_link_without_words_has_those_of_its_heading(build: Build) -> None:
    """The title from front matter as well; what has no heading is named as in the link."""
    front = "---\ntitle: Reed Day\nevent: E\n---\n\n"
    text = '[](#reed-day), [](#late-coots), [](#spot)\n\n## Late *Coots*\n\n<span id="spot">x</span>\n'
    links = build(front + text).body("post").select("p a[href^='#']")
    assert [link.get_text() for link in links] == ["Reed Day", "Late Coots", "spot"]


def test_sections_written_as_h1_are_below_the_title(build: Build) -> None:
    """A blog's post may begin its sections at the first level."""
    built = build("---\ntitle: T\nevent: E\n---\n\n# One\n\n# Two\n")
    assert [heading.get_text().removesuffix("¶") for heading in built.body("post").select("h2")] == [
        "One",
        "Two",
    ]


def test_warnings_below_front_matter_have_their_true_lines(build: Build) -> None:
    """Whatever keys are taken out or kept, the lines of the body keep their numbers."""
    built = build(
        "---\norphan: true\ntitle: T\nevent: E\ntags:\n  - a\ntocdepth: 2\n---\nText.\n\n{event}`nothing`\n"
    )
    assert [line.split(": ")[0].rpartition("/")[2] for line in built.warnings] == ["post.md:11"]


def test_keys_of_sphinx_reach_sphinx(build: Build) -> None:
    """What is not ours in front matter stays there."""
    built = build("---\nevent: E\ntocdepth: 2\nhtml_meta:\n  keywords: from-myst\n---\n")
    metadata = built.app.env.metadata["post"]
    keywords = built.page("post").select_one("meta[name=keywords]")
    assert (metadata["tocdepth"], keywords and keywords["content"]) == (2, "from-myst")


def test_eventreport_false_says_no(build: Build) -> None:
    """The page is an ordinary one, whatever keys it has."""
    built = build("---\neventreport: false\nevent: E\n---\n\n# Title\n\n<b>raw</b>\n")
    assert built.body("index").select(".er-card") == []


def test_a_pattern_makes_a_report(site: Site) -> None:
    """Pages without a telling key can be reports by their place."""
    site.conf += 'eventreport_patterns = ["notes/*"]\n'
    built = site.write(
        {
            "index.md": INDEX,
            "notes/a.md": "# A note\n\n## One\n\n<iframe src='https://slides.com/u/d/embed'></iframe>\n",
        }
    ).build()
    assert [title.get_text() for title in built.body("index").select(".er-card-title")] == ["A note"]


def report(day: int, title: str) -> str:
    """Return a report of January 2020."""
    return f"---\ntitle: {title}\nevent: {{name: E, start: 2020-01-{day:02d}}}\n---\n\nText.\n"


THREE = {"index.md": INDEX, **{f"r{day}.md": report(day, f"Day {day}") for day in (3, 1, 2)}}
"""A site with three reports in no toctree."""


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return that site, built once for the tests that only look at it."""
    return Site(tmp_path_factory.mktemp("three")).write(THREE).build()


def test_a_report_leads_back_to_its_listing(three: Built) -> None:
    """Above the title, in every theme."""
    link = three.body("r2").select_one(".er-trail a")
    assert link is not None
    assert (link.get_text(), link["href"]) == ("Reports", "index.html")


@pytest.mark.parametrize(
    ("rel", "expected"),
    [("prev", ("r1.html", "Older: 1 January 2020")), ("next", ("r3.html", "Newer: 3 January 2020"))],
)
def test_a_report_leads_to_its_neighbours_in_time(three: Built, rel: str, expected: tuple[str, str]) -> None:
    """By their dates, so that a title edit leaves the page as it is."""
    link = three.page("r2").select_one(f"link[rel={rel}]")
    assert link is not None
    assert (link["href"], link["title"]) == expected


def test_reports_need_no_toctree(three: Built) -> None:
    """A listing leads to them."""
    assert three.warnings == []


def test_cards_are_newest_first(three: Built) -> None:
    """The default order of a listing."""
    titles = [title.get_text() for title in three.body("index").select(".er-card-title")]
    assert titles == ["Day 3", "Day 2", "Day 1"]


LAYOUTS = {"cards": ".er-card-title a", "table": "td a", "list": "li a"}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":sort: title", ["Day 1", "Day 2", "Day 3"]),
        (":max-items: 1", ["Day 3"]),
        (":include: start<2020-01-03", ["Day 2", "Day 1"]),
        (":exclude: title=*2", ["Day 3", "Day 1"]),
    ],
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_listing_shows_what_it_is_asked_for(
    site: Site, options: str, expected: list[str], layout: str
) -> None:
    """In any layout: sorted, cut, filtered."""
    index = f"# Reports\n\n```{{event-list}}\n:type: {layout}\n{options}\n```\n"
    links = (
        site.write({**THREE, "index.md": index})
        .build()
        .body("index")
        .select(f".er-listing {LAYOUTS[layout]}")
    )
    assert [link.get_text() for link in links] == expected


def test_an_empty_listing_says_so(site: Site) -> None:
    """Nothing to show is no blank page."""
    built = site.write(
        {"index.md": INDEX.replace("{event-list}", "{talk-list}"), "a.md": "---\nevent: A\n---\n"}
    ).build()
    found = built.body("index").select_one(".er-empty")
    assert found is not None
    assert found.get_text() == "Nothing to show yet."


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site with one native report, and a page that is not ours."""
    files: dict[str, str | bytes] = {
        "index.md": INDEX + "\n```{talk-list}\n```\n",
        "garden.md": NATIVE_POST,
        "worms.pdf": PDF,
        "plain.md": "---\norphan: true\n---\n\n# Plain\n",
    }
    return Site(tmp_path_factory.mktemp("garden")).write(files).build()


def test_the_head_says_what_is_known_of_the_event(garden: Built) -> None:
    """Facts with their names, before the picture."""
    facts = garden.body("garden").select(".er-head > div")
    assert [fact.get_text(" ", strip=True) for fact in facts] == [
        "When 18 May 2021",
        "Where Glass House, Nantes France",
        "Event Garden Meetup",
        "Series garden",
    ]


def test_the_byline_says_who_wrote_the_report(garden: Built) -> None:
    """And on which day."""
    line = garden.body("garden").select_one(".er-by")
    assert line is not None
    assert line.get_text() == "Report by Ada Green, Bo Reed · 20 May 2021 · Add to calendar"


def test_dates_are_written_for_machines_too(garden: Built) -> None:
    """The time element has the date in ISO 8601."""
    time = garden.body("garden").select_one(".er-head time")
    assert time is not None
    assert time["datetime"] == "2021-05-18"


def test_under_a_talk_stands_its_line(garden: Built) -> None:
    """Speaker, time, length, track, language, slides."""
    line = garden.body("garden").select_one("#worms .er-talk-line")
    assert line is not None
    assert line.get_text() == "Cleo Marsh · 19:00 · 30 min · Track Ground · English · Slides"


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        (NATIVE_POST, ["worms", "watering"]),
        ("---\nevent: E\ntalks:\n- Listed\n---\n\nText.\n", ["listed"]),
        ("---\ntitle: One\nevent: E\n---\n\n<iframe src='https://slides.com/u/d/embed'></iframe>\n", ["one"]),
    ],
    ids=["sections", "front matter", "the page itself"],
)
def test_the_section_of_a_talk_has_a_class(build: Build, source: str, ids: list[str]) -> None:
    """For style sheets, wherever the talk was written down."""
    sections = build(source, **{"worms.pdf": PDF}).body("post").select("section.er-talk")
    assert [section["id"] for section in sections] == ids


def test_the_talks_are_links_at_the_top(garden: Built) -> None:
    """The way in for somebody who wants one talk."""
    links = garden.body("garden").select("nav.er-program a")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("Worms", "#worms"),
        ("Watering", "#watering"),
    ]


def test_a_card_of_a_talk_holds_several_links(garden: Built) -> None:
    """Talk, event, deck: each can be reached by keyboard."""
    card = next(card for card in garden.body("index").select(".er-card") if "Cleo" in card.get_text())
    links = [(link.get_text(), link["href"]) for link in card.select("a")]
    assert links == [
        ("Garden Meetup, May", "garden.html"),
        ("Worms", "garden.html#worms"),
        ("Slides", "garden.html#deck-worms-deck"),
    ]


def test_a_card_has_the_structure_of_sphinx_design(garden: Built) -> None:
    """So its style sheets, and those of themes for it, apply."""
    assert len(garden.body("index").select(".sd-row > .sd-col > .sd-card > .sd-card-body")) == 3


def test_a_card_without_a_picture_has_larger_words_among_those_with_one(site: Site) -> None:
    """Nothing is drawn in the place of a picture."""
    pictured = report(1, "Pictured").replace("event:", "thumbnail: a.png\nevent:")
    built = site.write(
        {"index.md": INDEX, "a.md": pictured, "b.md": report(2, "Bare"), "a.png": png()}
    ).build()
    assert len(built.body("index").select(".er-card-words")) == 1


def test_a_talk_of_the_front_matter_gets_a_section(build: Build) -> None:
    """With its speakers and its deck, though the body says nothing of it."""
    built = build(
        "---\ntitle: T\nevent: E\n"
        "talks:\n- {title: Listed, speakers: [Ida Lund], deck: https://slides.example.org/a.pdf}\n---\n\nText.\n"
    )
    section = built.body("post").select_one("section#listed")
    assert section is not None
    lines = [line.get_text() for line in section.select(".er-talk-line")]
    assert (len(section.select("figure.er-deck")), lines) == (1, ["Ida Lund · Slides"])


def test_a_page_with_one_embed_under_its_title_is_that_talk(build: Build) -> None:
    """A post about one talk has no sections."""
    built = build(
        "---\ntitle: One talk\nevent: E\n---\n\n<iframe src='https://slides.example.org/a.pdf'></iframe>\n"
    )
    objects = built.app.env.get_domain("eventreport").get_objects()
    assert [entry[1] for entry in objects if entry[2] == "talk"] == ["One talk"]


def test_numbered_figures_count_decks_with_a_caption(site: Site) -> None:
    """With numfig a deck is a figure like any other."""
    site.conf += "numfig = True\n"
    text = NATIVE_POST + "\n```{deck} worms.pdf\n:label: other\n\nOne more.\n```\n"
    built = site.write(
        {"index.md": INDEX + "\n```{toctree}\ngarden\n```\n", "garden.md": text, "worms.pdf": PDF}
    ).build()
    numbers = [number.get_text().strip() for number in built.body("garden").select(".caption-number")]
    assert numbers == ["Fig. 1", "Fig. 2"]


def test_the_script_is_on_pages_that_need_it_only(garden: Built) -> None:
    """An ordinary page loads nothing of ours."""
    counts = [len(garden.page(name).select('script[src*="eventreport.js"]')) for name in ("garden", "plain")]
    assert counts == [1, 0]


def test_headings_of_any_level_and_rules_anywhere_are_no_warning(site: Site) -> None:
    """They come out right: there is nothing to do for the author."""
    text = (
        "---\ntitle: Reed Day\nevent: Reed Day\n---\n---\n\n#### Why\n\n---\n\nWords.\n\n---\n\n---\n\n"
        "## How\n\n##### Who\n\nWords.\n\n---\n"
    )
    built = site.write({"index.md": "# Site\n\n```{toctree}\nreed\n```\n", "reed.md": text}).build()
    assert (built.warnings, len(built.body("reed").select("hr"))) == ([], 1)


def test_headings_of_pages_of_others_are_judged_as_before(site: Site) -> None:
    """Only of reports is it known that they come out right."""
    page = "# Reeds\n\n---\n\n#### Why\n\nWords.\n"
    built = site.write({"index.md": "# Site\n\n```{toctree}\nreed\n```\n", "reed.md": page}).build()
    assert [warning.rpartition(" ")[2] for warning in built.warnings] == ["[myst.header]", "[docutils]"]


def test_a_script_that_dresses_up_a_quotation_is_no_warning(site: Site) -> None:
    """The quotation says it all."""
    post = (
        '<blockquote class="twitter-tweet"><p>Reeds!</p><a href="https://twitter.com/a/status/1">May 1</a>'
        '</blockquote>\n<script async src="//platform.twitter.com/widgets.js" charset="utf-8"></script>\n'
    )
    built = site.write({"index.md": f"---\nevent: Reed Day\n---\n{post}"}).build()
    assert (built.warnings, "Reeds!" in built.body("index").get_text()) == ([], True)


@pytest.mark.parametrize("word", ["txt", "go-html-template", "jsonc", "svelte", "mdx", "terminal"])
def test_a_language_that_others_highlight_is_no_warning(site: Site, word: str) -> None:
    """It is the nearest one that Pygments knows, or none."""
    post = f"---\nlayout: post\ntitle: Reed Day\nevent: Reed Day\n---\n```{word}\nreed\n```\n"
    assert site.write({"index.md": post}).build().warnings == []
