"""What a build warns of, each later one warns of again, until it is mended: a clean build would as well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx.cmd.build import main
from sphinx.errors import ExtensionError
from support.pdfs import one_page
from support.site import CONF, PDF, Built, Site, png

from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_KIND = re.compile(r"\[eventreport\.(\w+)\]$")
_FONT = "<< /Type /Font /Subtype /TrueType /BaseFont /TernSans /Encoding /WinAnsiEncoding >>"


def report(text: str, front: str = "", title: str = "Moss") -> str:
    """Return a report with *text* from line 6 on, below the lines *front*."""
    return f"---\ntitle: {title}\nevent: {title}\n{front}---\n\n{text}\n"


PROBLEMS: Mapping[str, str | bytes] = {
    "front_matter": report("Words.", "tags: [a, b\n"),
    "duplicate_key": report("Words.", "tags: [a]\ntags: [b]\n"),
    "unknown_key": report("Words.", "athors: [Ada]\n"),
    "conflict": "---\nlayout: post\ntitle: Moss\nexcerpt: A\ndescription: B\n---\n\nWords.\n",
    "type": report("Words.", "date: [1]\n"),
    "value": report("```{deck} small.pdf\n:pages: 9\n```"),
    "date": report("Words.", "date: 2016-13-45\n"),
    "limit": report("Words.", f"tags: [{', '.join(['a'] * 1001)}]\n"),
    "encoding": report("t\xe9").encode("latin-1"),
    "url": report('<a href="javascript:alert(1)">Text</a>'),
    "html": report("<blink>Text</blink>"),
    "html_unclosed": report("<div><b>bold"),
    "embed": report("<iframe></iframe>"),
    "shortcode": report("{{< youtube >}}"),
    "missing_file": report("![Moss](none.png)"),
    "deck": report("```{deck} broken.pdf\n```"),
    "deck_fonts": report("```{deck} fonts.pdf\n```"),
    "outside_source": report("```{deck} ../../out.pdf\n```"),
    "remote_picture": report("![Moss](https://pictures.example.org/moss.png)"),
    "duplicate_label": report("Words.", "label: type\n"),
    "listing": report("```{event-list}\n:fields: colour\n```"),
    "directive": "---\nevent: Moss\neventreport: true\n---\n\n```{event} Other\n```\n",
    "unknown_target": report("See {event}`nothing`."),
    "ambiguous_target": report("See {event}`fern`."),
    "a link to a file": report("See [the files](files.zip)."),
    "an address without its scheme": report("See [the page](www.example.org/moss.html)."),
}
"""A page for each kind of problem, by its subtype or in words where a subtype has several kinds."""
OF_THE_SITE: Mapping[str, str | bytes] = {
    "conf.py": CONF + 'eventreport_people = "people.yml"\neventreport_deck_workers = "many"\n',
    "people.yml": "- name: Ada Green\n  orcid: 0000-0000-0000-0000\n  image: none.png\n",
    "_decks/archive.lock.json": "not JSON",
    "ada.md": "# Ada\n\n```{person} Ada Green\n```\n",
}
"""What is wrong with the site as a whole: its configuration, its people, its archive of decks."""
OTHERS: Mapping[str, str | bytes] = {
    "index.md": "# Site\n",
    "small.pdf": PDF,
    "broken.pdf": b"%PDF-1.7 and no more",
    "fonts.pdf": one_page("BT /F1 30 Tf 60 330 Td (Moss) Tj ET", font=_FONT),
    "moss.png": png(),
    "fern-may.md": report("Words.", "date: 2020-05-01\nlabel: 2020-05-01-fern\n"),
    "fern-june.md": report("Words.", "date: 2020-06-01\nlabel: 2020-06-01-fern\n"),
}


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Site:
    """Return a site on which everything is wrong, built once."""
    site = Site(tmp_path_factory.mktemp("wrong"), store=store)
    pages = {f"{name.replace(' ', '-')}.md": text for name, text in PROBLEMS.items()}
    return site.write({**OTHERS, **OF_THE_SITE, **pages})


@pytest.fixture(scope="module")
def first(wrong: Site) -> list[str]:
    """Return our warnings of its first build."""
    return said(wrong.build())


def said(built: Built) -> list[str]:
    """Return our warnings of a build, in an order that does not depend on when they came."""
    return sorted(line for line in built.warnings if _KIND.search(line))


def built_again(wrong: Site, **how: object) -> list[str]:
    """Return our warnings of another build of the site."""
    return said(wrong.build(**how))  # type: ignore[arg-type]


def test_all_kinds_are_among_them(first: list[str]) -> None:
    """The site has a problem of each subtype, but for those that only some builders have."""
    kinds = {found[1] for line in first if (found := _KIND.search(line))}
    assert kinds == {subtype.value for subtype in Subtype} - {"latex", "feed"}


def test_a_build_without_a_change_says_it_all_again(wrong: Site, first: list[str]) -> None:
    """With the same words, at the same places."""
    assert built_again(wrong) == first


def test_the_third_build_does_as_well(wrong: Site, first: list[str]) -> None:
    """What was only said again is kept, too."""
    built_again(wrong)
    assert built_again(wrong) == first


def test_a_page_that_is_read_again_says_it_once(wrong: Site, first: list[str]) -> None:
    """Whether it is read here or in a process of its own."""
    for name, parallel in (("html", 1), ("unknown_target", 2), ("ambiguous_target", 1)):
        path = wrong.source / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert built_again(wrong, parallel=parallel) == first


def test_a_clean_build_in_two_processes_says_the_same(wrong: Site, first: list[str]) -> None:
    """And so does the one after it."""
    where = {"out": "two/out", "doctrees": "two/doctrees", "parallel": 2}
    assert (built_again(wrong, **where), built_again(wrong, **where)) == (first, first)


def test_another_builder_says_the_same(wrong: Site, first: list[str]) -> None:
    """It reads nothing, and writes all; then the first one has its turn again."""
    text = [built_again(wrong, builder="text") for _ in range(2)]
    assert [*text, built_again(wrong)] == [first, first, first]


def test_a_build_that_fails_takes_nothing_away(wrong: Site, first: list[str]) -> None:
    """The one after it says all."""
    wrong.edit("html.md", "Moss\n", "Mosses\n")
    with pytest.raises(ExtensionError):
        wrong.build(fail_before_writing=True)
    assert built_again(wrong) == first


def test_what_is_suppressed_stays_so(wrong: Site, first: list[str]) -> None:
    """One subtype, turned off for one build: its problems are kept all the same."""
    some = built_again(wrong, config={"suppress_warnings": ["eventreport.html"]})
    assert [line for line in first if "eventreport.html]" not in line] == some
    assert built_again(wrong) == first


def test_what_is_mended_is_said_no_more(site: Site) -> None:
    """Of two problems on two pages, one that was found in reading and one in writing, each in turn."""
    site.write(
        {"index.md": "# Site\n", "moss.md": report("<blink>Text</blink>"), "fern.md": report("{event}`x`")}
    )
    assert len(said(site.build())) == 2
    site.edit("moss.md", "blink", "b")
    (left,) = said(site.build())
    assert left.endswith("[eventreport.unknown_target]")
    site.edit("fern.md", "{event}`x`", "Words.")
    assert said(site.build()) == []


@pytest.mark.parametrize("text", ["<blink>Text</blink>", "See {event}`nothing`."])
def test_strict_builds_fail_until_it_is_mended(site: Site, text: str) -> None:
    """``-W`` fails the second time as well, and no more when the page has gone."""
    site.write(
        {"index.md": "# Site\n", "moss.md": f"---\norphan: true\nevent: Moss\n---\n\n# Moss\n\n{text}\n"}
    )
    command = ["-qW", str(site.source), str(site.root / "out")]
    results = [main(command), main(command)]
    site.remove("moss.md")
    assert [*results, main(command)] == [1, 1, 0]
