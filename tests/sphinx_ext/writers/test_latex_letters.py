"""Letters that pdfLaTeX cannot write: the PDF is made, and somebody is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Built, Site

REPORT = "# Lantern day\n\nLit by %s.\n"


def built(site: Site, words: str, **config: object) -> Built:
    """Return the book of one page with *words* on it."""
    return site.write({"index.md": REPORT % words}).build("latex", config={"project": "Lantern", **config})


@pytest.mark.parametrize("words", ["Šárka Nguyen", "Žižka → ∎ 🎉", "plain words"])
def test_what_is_no_letter_or_is_there_is_no_warning(site: Site, words: str) -> None:
    """Symbols have a stand-in, too, but nobody is called by one."""
    assert built(site, words).warnings == []


def test_letters_are_named_with_what_to_do(site: Site) -> None:
    """In one warning, at the first line that has one."""
    [warning] = built(site, "李雷 and Юрий").warnings
    for part in ("index.md:3: WARNING", "Ю (U+042E)", "and 1 more", "xelatex"):
        assert part in warning


@pytest.mark.parametrize(
    "config",
    [
        {"latex_engine": "xelatex"},
        {"latex_elements": {"preamble": r"\DeclareUnicodeCharacter{5CF6}{shima}"}},
        {"latex_elements": {"extrapackages": r"\usepackage{CJKutf8}"}},
    ],
)
def test_who_has_seen_to_it_is_told_nothing(site: Site, config: dict[str, object]) -> None:
    """Another engine, or the letter declared."""
    assert built(site, "島", **config).warnings == []


def test_an_encoding_has_its_letters(site: Site) -> None:
    """Cyrillic ones in T2A; no others."""
    config = {"latex_elements": {"fontenc": r"\usepackage[T2A,T1]{fontenc}"}}
    [warning] = built(site, "Юрий from 島", **config).warnings
    assert ("島" in warning, "Ю" in warning) == (True, False)


@pytest.mark.parametrize(
    ("letter", "shown"), [("島", "[U+5CF6]"), ("ễ", "e"), ("∎", "[U+220E]"), ("½", None)]
)
def test_stand_ins_are_declared_where_nobody_else_does(site: Site, letter: str, shown: str | None) -> None:
    """A letter without its accents, or a number; Latin-1 needs nothing."""
    text = (built(site, letter).outdir / "lantern.tex").read_text(encoding="utf-8")
    wanted = (
        rf"\detokenize{{{letter}}}\endcsname\else\DeclareUnicodeCharacter{{{ord(letter):04X}}}{{{shown}}}\fi"
    )
    assert (wanted in text) == (shown is not None)
