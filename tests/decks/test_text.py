from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.decks.text import clean, is_disguised, is_legible
from sphinx_eventreport.decks.titles import LONGEST_TITLE, deck_title, shortened


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("e\ufb03cient \ufb02ow", "efficient flow"),
        ("co\xadoperate", "cooperate"),
        ("a\0b\x07c\x02d", "abcd"),
        ("  two\t\n words\u3000here ", "two words here"),
        ("\ue000\uf0b7 point", "point"),
        ("\ufeffstart\u200b", "start"),
        ("re\u0301sume\u0301", "résumé"),
        ("half \ud800", "half"),
        ("lost \ufffd", "lost"),
        ("and so on . . .", "and so on…"),
        ("Introduction . . . . . . . 7", "Introduction… 7"),
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("日本語 テスト", "日本語 テスト"),
        ("", ""),
    ],
)
def test_text_is_cleaned(written: str, expected: str) -> None:
    """Text is what people would write: no ligatures, no marks of typesetting, nothing invisible."""
    assert clean(written) == expected


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Any text can be cleaned, and cleaning it again changes nothing."""
    once = clean(text)
    assert clean(once) == once


@pytest.mark.parametrize(
    ("text", "unmapped", "expected"),
    [
        ("", 0.0, True),
        ("Packages for everyone", 0.0, True),
        ("Über Größe, naïve façade, à côté été", 0.0, True),
        ("Привет, мир", 0.0, True),
        ("42", 0.0, True),
        ("Ðóêîâîäñòâî ïî ñîçäàíèþ ïàêåòîâ", 0.0, False),
        ("(cid:12)(cid:7)(cid:9)", 0.0, False),
        ("\ue012\ue013\ue014 and", 0.0, False),
        ("\uf0b7 a bullet of a symbol font and its text", 0.0, True),
        ("cafÃ© and dÃ©jÃ\xa0 vu", 0.0, False),
        ("Packages for everyone", 1.0, True),
        ("7KLV LV WKH WH[W", 1.0, False),
        ("日本語", 1.0, False),
    ],
)
def test_garbage_is_told_from_text(text: str, unmapped: float, *, expected: bool) -> None:
    """Codes of fonts and misread encodings are no text; accented, Cyrillic and short text is."""
    assert is_legible(text, unmapped) is expected


@pytest.mark.parametrize(("text", "expected"), [("debian/rules, èñïîëüç", True), ("à côté", False)])
def test_a_word_of_accented_letters_is_suspicious(text: str, *, expected: bool) -> None:
    """A word of three or more accented letters is no word of a language written in Latin."""
    assert is_disguised(text) is expected


@given(st.text(), st.floats(0, 1))
def test_any_text_is_judged(text: str, unmapped: float) -> None:
    """No text makes the judgement raise."""
    is_legible(text, unmapped)


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("Packaging for everyone", "Packaging for everyone"),
        ("Debian 套件打包教學指南", "Debian 套件打包教學指南"),
        ("套件", "套件"),
        ("The Untitled Keynote", "The Untitled Keynote"),
        ("Presentation Skills", "Presentation Skills"),
        ("", "First"),
        ("\0", "First"),
        ("untitled", "First"),
        ("Untitled presentation", "First"),
        ("Untitled 3", "First"),
        ("PowerPoint Presentation", "First"),
        ("PowerPoint-Präsentation", "First"),
        ("Présentation PowerPoint", "First"),
        ("Microsoft PowerPoint - talk_v3.ppt", "First"),
        ("Microsoft PowerPoint - Talk [Read-Only]", "First"),
        ("talk-final (2).pptx", "First"),
        ("Slide 1", "First"),
        ("Folie 1", "First"),
        ("Presentation1", "First"),
        ("/home/cleo/talk", "First"),
        ("123", "First"),
    ],
)
def test_deck_is_called_by_its_metadata_or_first_slide(metadata: str, expected: str) -> None:
    """The title in the metadata counts where a person wrote it, else that of the first slide."""
    assert deck_title(metadata, "First") == expected


def test_long_title_is_cut_at_a_word() -> None:
    """A title longer than a line ends at a word and says that it goes on."""
    short = shortened("word " * 50)
    assert (len(short) <= LONGEST_TITLE, short.endswith("word…")) == (True, True)


def test_long_title_without_a_blank_is_cut() -> None:
    """A title of one endless word is cut as well, and not to nothing."""
    assert len(shortened("x" * 500)) == LONGEST_TITLE
