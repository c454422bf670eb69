from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.corpus import OWN

from sphinx_eventreport.core.outline.body import Section, read_body
from sphinx_eventreport.core.outline.talks import name_page, talks_of
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck, Recording, Talk


def talks(body: str, title: str = "") -> tuple[Talk, ...]:
    """Return the talks of a body in Markdown."""
    return talks_of(read_body(body).sections, title=title)[0]


def problems(body: str) -> tuple[Problem, ...]:
    """Return what is wrong with the talks of a body in Markdown."""
    return talks_of(read_body(body).sections)[1]


def test_section_with_a_deck_is_a_talk() -> None:
    """A section with a deck or recording is a talk named after it; sections without are none."""
    found = talks(
        "# Minutes\n## Routing\n<embed src=a.pdf>\n\n## Lunch\nGood.\n\n## Parsing\n<embed src=b.webm>\n"
    )
    assert [(talk.label, talk.title) for talk in found] == [("routing", "Routing"), ("parsing", "Parsing")]


def test_deck_is_named_after_its_section() -> None:
    """A deck without a title has the talk's title and label."""
    (talk,) = talks("## Routing, by Jane Doe\n<embed src=a.pdf>\n")
    assert talk.decks == (Deck("routing", "Routing", "a.pdf", "file", path="a.pdf"),)


def test_written_names_of_media_count() -> None:
    """A deck with a label or title of its own keeps it; a title alone also makes the label."""
    (talk,) = talks("## A\n```{deck} a.pdf\n:label: My Deck\n```\n```{deck} b.pdf\n:title: Second\n```\n")
    assert [(deck.label, deck.title) for deck in talk.decks] == [("my-deck", "A"), ("second", "Second")]


def test_labels_are_unique() -> None:
    """Talks, and decks, of one name get labels of their own."""
    found = talks("## A\n<embed src=a.pdf><embed src=b.pdf>\n\n## A\n<embed src=c.pdf>\n")
    assert [(talk.label, [deck.label for deck in talk.decks]) for talk in found] == [
        ("a", ["a", "a-2"]),
        ("a-2", ["a-2-2"]),
    ]


def test_recording_and_deck_may_share_a_label() -> None:
    """Labels are unique for each type, so a video is called as the slides are."""
    (talk,) = talks("## A\n<embed src=a.pdf><embed src=b.webm>\n")
    assert (talk.decks[0].label, talk.recordings[0].label) == ("a", "a")


def test_heading_without_letters() -> None:
    """A heading of signs only still gives labels."""
    (talk,) = talks("## ???\n<embed src=a.pdf>\n")
    assert (talk.label, talk.decks[0].label) == ("talk", "talk")


def test_speakers_of_the_heading() -> None:
    """People credited in the heading are the speakers."""
    (talk,) = talks("## Routing, by Jane Doe and John Roe\n<embed src=a.pdf>\n")
    assert [(person.name, person.label) for person in talk.speakers] == [
        ("Jane Doe", "jane-doe"),
        ("John Roe", "john-roe"),
    ]


def test_speakers_of_the_directive_count_first() -> None:
    """Speakers that are written down are not overruled by the heading."""
    (talk,) = talks("## Routing, by Jane Doe\n```{talk}\n:speakers: Ann Roe\n```\n")
    assert [person.name for person in talk.speakers] == ["Ann Roe"]


def test_directive_makes_a_talk() -> None:
    """A section with a ``{talk}`` is a talk without any deck, with the facts of its options."""
    (talk,) = talks("## Routing\n```{talk}\n:label: my-talk\n:room: Blue\n:duration: 45\n```\n")
    assert (talk.label, talk.title, talk.room, talk.duration) == ("my-talk", "Routing", "Blue", 45)


def test_directive_names_deck_and_recording() -> None:
    """A ``{talk}`` may name its deck and recording as options."""
    (talk,) = talks("## A\n```{talk}\n:deck: a.pdf\n:recording: https://youtu.be/abc\n```\n")
    assert ([deck.source for deck in talk.decks], [item.provider for item in talk.recordings]) == (
        ["a.pdf"],
        ["youtube"],
    )


def test_directive_names_what_cannot_be() -> None:
    """An address that leads nowhere is a problem on the line of its option."""
    found = problems("## A\n```{talk}\n:deck: javascript:x\n:recording: javascript:x\n```\n")
    assert [(problem.subtype, problem.line) for problem in found] == [(Subtype.URL, 3), (Subtype.URL, 4)]


def test_unknown_option_of_a_talk() -> None:
    """An option no talk has is a problem on its line."""
    assert [problem.line for problem in problems("## A\n```{talk}\n:rooom: Blue\n```\n")] == [3]


def test_top_is_a_talk_if_nothing_else_is() -> None:
    """A page with one deck right under its title is about that talk."""
    assert [talk.title for talk in talks("# Routing\n<embed src=a.pdf>\n\n## Summary\n")] == ["Routing"]


def test_text_before_headings_has_the_title_of_the_page() -> None:
    """A talk that stands before all headings is called as the page."""
    assert [talk.title for talk in talks("<embed src=a.pdf>\n", title="Routing")] == ["Routing"]


def test_top_is_no_talk_beside_others() -> None:
    """What stands under the title of a page with talks is about the whole."""
    assert [talk.title for talk in talks("# Minutes\n<embed src=all.webm>\n\n## A\n<embed src=a.pdf>\n")] == [
        "A"
    ]


def test_top_with_a_directive_is_a_talk() -> None:
    """A ``{talk}`` under the title says that it is one, whatever else is."""
    found = talks("# Minutes\n```{talk}\n```\n\n## A\n<embed src=a.pdf>\n")
    assert [talk.title for talk in found] == ["Minutes", "A"]


def test_several_titles_are_sections() -> None:
    """Where each talk has an H1, none of them stands for the page."""
    found = talks("# A\n<embed src=a.pdf>\n\n# B\n## C\n<embed src=c.pdf>\n")
    assert [talk.title for talk in found] == ["A", "C"]


def test_no_sections() -> None:
    """A page without embeds has no talks."""
    assert talks_of([]) == ((), ())


def test_decks_of_no_talk_are_named_after_their_section() -> None:
    """What stands under the title of a page with talks is called as that; talks have other labels."""
    body = "# A\n<embed src=x.pdf><embed src=x.webm>\n\n## B\n```{deck} b.pdf\n:label: a\n```\n"
    named = name_page(read_body(body).sections)
    assert [(item.label, item.title) for item in named.loose] == [("a", "A"), ("a", "A")]
    assert [deck.label for deck in named.decks()] == ["a-2", "a"]


def test_embeds_without_a_heading_are_named_after_the_page() -> None:
    """There is nothing else to name them after, and no heading that could be a talk's."""
    named = name_page(read_body("<embed src=a.pdf>\n").sections, page="Tide Day")
    assert (named.talks, [(item.label, item.title) for item in named.loose]) == (
        (),
        [("tide-day", "Tide Day")],
    )


def test_embeds_count_on_reports_only() -> None:
    """On any other page only a ``{talk}`` makes a talk."""
    sections = read_body("## A\n<embed src=a.pdf>\n\n## B\n```{talk}\n```\n").sections
    named = name_page(sections, embeds_count=False)
    assert [section.talk.title if section.talk else None for section in named.sections] == [None, "B"]


@pytest.mark.parametrize(("text", "line"), [("\n```{talk}\n:room: 1\n```\n", 3), ("\n```{talk}\n```\n", 1)])
def test_a_talk_needs_a_heading(text: str, line: int) -> None:
    """A ``{talk}`` outside of all sections describes nothing, and is a problem."""
    (section,) = name_page(read_body(text).sections).sections
    assert (section.talk, [(problem.subtype, problem.line) for problem in section.problems]) == (
        None,
        [(Subtype.DIRECTIVE, line)],
    )


def test_decks_can_be_exchanged_when_they_are_named() -> None:
    """Those of talks, of none, and of talks that no section is; the rest stays."""
    sections = read_body("# A\n<embed src=x.pdf><embed src=x.webm>\n\n## B\n<embed src=b.pdf>\n").sections
    listed = Talk("c", "C", decks=(Deck("c", "C", "c.pdf", "file"),))
    named = name_page(sections, known=[listed, Talk("d", "D")])
    changed = named.with_decks(lambda deck: replace(deck, page_count=7))
    assert [(deck.label, deck.page_count) for deck in changed.decks()] == [("b", 7), ("c", 7), ("a", 7)]
    assert changed.with_decks(lambda deck: replace(deck, page_count=0)) == named


def test_minutes_of_an_event() -> None:
    """A post with a deck in five of its seven sections has five talks, each with a deck of 100:63."""
    text = (OWN / "jekyll" / "2017-05-11-minutes-of-lantern-days-bellmoor-2017.md").read_text("utf-8")
    found = talks(text.split("---\n", 2)[2])
    assert [(len(talk.decks), talk.decks[0].ratio) for talk in found] == [(1, (100, 63))] * 5


SECTIONS = st.builds(
    Section,
    st.integers(0, 3),
    st.text(max_size=5),
    st.just(1),
    st.lists(
        st.builds(Deck, st.text(max_size=3), st.text(max_size=3), st.just("a"), st.just("")), max_size=2
    ).map(tuple),
    st.lists(
        st.builds(Recording, st.text(max_size=3), st.just(""), st.just("a"), st.just("")), max_size=2
    ).map(tuple),
    st.none()
    | st.dictionaries(st.text(max_size=3) | st.sampled_from(["deck", "label"]), st.text(max_size=5)),
)


@given(st.lists(SECTIONS, max_size=5))
def test_labels_of_any_outline_are_unique(sections: list[Section]) -> None:
    """Whatever the sections, no two talks and no two decks of a page share a label, and none is empty."""
    found, _ = talks_of(sections)
    for labels in ([talk.label for talk in found], [deck.label for talk in found for deck in talk.decks]):
        assert len(labels) == len(set(labels))
        assert all(labels)


def test_names_are_made_of_the_source_and_titles_of_the_translation() -> None:
    """So that a reference means the same in every language; what is not in a section is in neither."""
    text = "# Tide Day\n\n<embed src=b.pdf>\n\n## Moon, by Ada Quay\n\n<embed src=a.pdf>\n"
    top, moon = read_body(text).sections
    named = name_page([replace(top, shown="Tag der Tide"), replace(moon, shown="Mond, von Ada Quay")])
    (talk,) = named.talks
    assert (talk.label, talk.title, talk.speakers[0].name, talk.decks[0].title) == (
        "moon",
        "Mond",
        "Ada Quay",
        "Mond",
    )
    assert [(deck.label, deck.title) for deck in named.loose] == [("tide-day", "Tag der Tide")]


def test_titles_change_and_names_stay() -> None:
    """Titles of decks, of recordings, and of talks without a section; a heading is changed elsewhere."""
    text = "# Tide Day\n\n<embed src=b.pdf>\n\n## Moon\n\n<embed src=a.pdf>\n"
    known = [Talk("sun", "Sun", recordings=(Recording("sun", "Sun", "a", provider="youtube"),))]
    named = name_page(read_body(text).sections, known=known).with_titles(str.upper)
    assert [(talk.label, talk.title) for talk in named.talks] == [("moon", "Moon"), ("sun", "SUN")]
    assert named.talks[0].decks[0].title == "MOON"
    assert named.talks[1].recordings[0].title == "SUN"
    assert named.loose[0].title == "TIDE DAY"
