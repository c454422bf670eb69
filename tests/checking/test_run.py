"""What is wrong with a site, said without a build of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import CONF, PDF, Site

from sphinx_eventreport.checking.run import Check

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.checking.model import Finding

INDEX = "# Site\n\n```{event-list}\n```\n"
REPORT = "---\nevent: Quay Days\n---\n# Quay Days\n"


def found(folder: Path, files: dict[str, str | bytes], *asked: str, conf: str = CONF) -> list[Finding]:
    """Return what is wrong with *files*, or with those of them that are *asked* for."""
    site = Site(folder, conf=conf).write({"index.md": INDEX, **files})
    return list(Check([site.source / name for name in asked] or [site.source]).findings())


def places(findings: list[Finding]) -> list[tuple[str, int | None, str]]:
    """Return file, line and kind of each problem."""
    return [(one.path.name, one.problem.line, one.title) for one in findings if not one.notice]


CASES: dict[str, tuple[str, tuple[int | None, str]]] = {
    "a key": (REPORT.replace("Days\n---", "Days\nathors: x\n---"), (3, "eventreport.unknown_key")),
    "a reference": (REPORT + "\n{talk}`moorings`\n", (6, "eventreport.unknown_target")),
    "a picture": (REPORT + "\nx\n\n![x](gone.png)\n", (8, "eventreport.missing_file")),
    "a link": (REPORT + "\n[x](gone.md)\n", (6, "eventreport.missing_file")),
    "a link to a heading": (REPORT + "\n[x](#moorings)\n", (6, "myst.xref_missing")),
    "a deck": (REPORT + "\n```{deck} gone.pdf\n```\n", (6, "eventreport.missing_file")),
    "a damaged deck": (REPORT + "\n```{deck} torn.pdf\n```\n", (6, "eventreport.deck")),
    "a filter of a listing": (REPORT + "\n```{talk-list}\n:include: x\n```\n", (6, "eventreport.listing")),
    "HTML": (REPORT + "\nx <blink>x</blink>\n", (6, "eventreport.html")),
    "an option of ours": (REPORT + "\n```{talk-list}\n:typ: cards\n```\n", (7, "myst.directive_option")),
    "a directive of ours": (REPORT + "\n```{talks-list}\n```\n", (6, "myst.directive_unknown")),
    "a role of ours": (REPORT + "\n{tlak}`x`\n", (6, "myst.role_unknown")),
    "a fence of colons": (REPORT + "\n:::{tip}\nMoss.\n:::\n", (6, "eventreport.shortcode")),
    "an argument": (REPORT + "\n```{deck}\n```\n", (6, "docutils")),
    "an included file": (REPORT + "\n```{include} gone.txt\n```\n", (6, "docutils")),
    "a page in a toctree": (REPORT + "\n```{toctree}\ngone\n```\n", (6, "toc.not_readable")),
    "in a directive that nobody knows": (
        REPORT + "\n```{harbour}\n:wide: yes\n\n{talk}`moorings`\n```\n",
        (9, "eventreport.unknown_target"),
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_what_is_wrong_has_its_line(tmp_path: Path, source: str, expected: tuple[int | None, str]) -> None:
    """In Markdown."""
    findings = found(tmp_path, {"a.md": source, "torn.pdf": b"%PDF-1.4 torn"})
    assert places(findings) == [("a.md", *expected)]


RST = "Quay Days\n=========\n\n.. event::\n   :start: 2024-05-01\n\n"
RST_CASES: dict[str, tuple[str, tuple[int | None, str]]] = {
    "a day": (RST.replace("2024-05-01", "2024-99-01"), (4, "eventreport.date")),
    "a reference": (RST + ":talk:`moorings`\n", (7, "eventreport.unknown_target")),
    "a deck": (RST + ".. deck:: gone.pdf\n", (7, "eventreport.missing_file")),
    "a picture": (RST + ".. image:: gone.png\n", (7, "eventreport.missing_file")),
    "an option of ours": (RST + ".. talk-list::\n   :typ: cards\n", (7, "docutils")),
    "a directive of ours": (RST + ".. talks-list::\n", (7, "docutils")),
    "a directive of ours with letters in another order": (RST + ".. tlak::\n", (7, "docutils")),
    "a role of ours": (RST + ":tlak:`x`\n", (7, "docutils")),
    "an emoji": (RST + "Moss :tada:\n", (7, "eventreport.shortcode")),
    "a download": (RST + ":download:`gone.zip`\n", (7, "download.not_readable")),
    "in a directive that nobody knows": (
        RST + ".. harbour::\n   :wide: yes\n\n   :talk:`moorings`\n",
        (10, "eventreport.unknown_target"),
    ),
}


@pytest.mark.parametrize(("source", "expected"), RST_CASES.values(), ids=RST_CASES)
def test_it_has_its_line_in_restructuredtext(
    tmp_path: Path, source: str, expected: tuple[int | None, str]
) -> None:
    """As in Markdown."""
    assert places(found(tmp_path, {"a.rst": source})) == [("a.rst", *expected)]


def test_nothing_is_said_of_what_others_define(tmp_path: Path) -> None:
    """Directives, roles and labels of extensions that are not loaded here."""
    text = REPORT + "\n```{harbour} x\ny\n```\n\n{harbour}`x` {ref}`x`\n\n[x](#api.x)\n"
    conf = 'extensions = ["sphinx_eventreport", "harbour"]\n'
    assert places(found(tmp_path, {"a.md": text}, conf=conf)) == []


def test_labels_of_two_pages(tmp_path: Path) -> None:
    """Only the site as a whole shows that they are the same."""
    files: dict[str, str | bytes] = {
        f"{name}.md": "---\nevent: X\nlabel: quay\n---\n# X\n" for name in ("a", "b")
    }
    assert places(found(tmp_path, files)) == [("b.md", None, "eventreport.duplicate_label")]


def test_only_what_was_asked_for_is_shown(tmp_path: Path) -> None:
    """A reference to another page is right, whichever file is named."""
    files: dict[str, str | bytes] = {
        "a.md": REPORT + "\n{event}`b`\n\n{event}`c`\n",
        "b.md": REPORT + "\n{event}`c`\n",
    }
    assert places(found(tmp_path, files, "a.md")) == [("a.md", 8, "eventreport.unknown_target")]


def test_a_file_that_no_build_reads_is_checked_alone(tmp_path: Path) -> None:
    """What only a site tells is not said of it."""
    text = REPORT.replace("Days\n---", "Days\ndate: x\n---") + "\n{event}`c`\n"
    conf = f'{CONF}exclude_patterns = ["old/*"]\n'
    assert places(found(tmp_path, {"old/a.md": text}, "old/a.md", conf=conf)) == [
        ("a.md", 3, "eventreport.date")
    ]


def test_every_suffix_that_a_build_reads(tmp_path: Path) -> None:
    """Those of conf.py, too."""
    conf = CONF + 'source_suffix = {".txt": "restructuredtext", ".md": "myst-nb", ".ipynb": "myst-nb"}\n'
    files: dict[str, str | bytes] = {
        "a.txt": RST + ":talk:`x`\n",
        "b.qmd": REPORT + "{talk}`x`\n",
        "c.md": REPORT + "{talk}`x`\n",
    }
    assert [name for name, _line, _title in places(found(tmp_path, files, conf=conf))] == [
        *("a.txt", "b.qmd", "c.md")
    ]


def test_what_conf_py_says_has_its_line(tmp_path: Path) -> None:
    """The file is read and not run."""
    conf = CONF + '\neventreport_deck_width = "wide"\nraise SystemExit\n'
    assert places(found(tmp_path, {}, conf=conf)) == [("conf.py", 4, "eventreport.config")]


def test_every_value_of_conf_py_is_looked_at(tmp_path: Path) -> None:
    """Also those that a check has its own of."""
    values = {"drafts": '"x"', "optimize": '{"zz": True}', "patterns": '"x"', "today": '"x"'}
    conf = CONF + "".join(f"eventreport_{name} = {value}\n" for name, value in values.items())
    assert [line for _name, line, _title in places(found(tmp_path, {}, conf=conf))] == [3, 4, 5, 6]


def test_directives_of_docutils_in_another_language_are_its_own(tmp_path: Path) -> None:
    """They are not those of an extension."""
    files: dict[str, str | bytes] = {"a.rst": RST + ".. bild:: gone.png\n"}
    conf = f'{CONF}language = "de"\n'
    assert places(found(tmp_path, files, conf=conf)) == [("a.rst", 7, "eventreport.missing_file")]


def test_what_a_site_suppresses_is_not_said(tmp_path: Path) -> None:
    """As in a build."""
    conf = CONF + 'suppress_warnings = ["eventreport.missing_file"]\n'
    assert places(found(tmp_path, {"a.md": REPORT + "![x](gone.png)\n"}, conf=conf)) == []


def test_a_missing_people_file_is_told_where_it_is_named(tmp_path: Path) -> None:
    """On the line of conf.py, though the message does not say the name of the value."""
    conf = CONF + '\neventreport_people = "people.yml"\n'
    [place] = places(found(tmp_path, {}, conf=conf))
    assert place == ("conf.py", conf.count("\n"), "eventreport.missing_file")


def test_the_people_file_is_read(tmp_path: Path) -> None:
    """What is wrong in it, and the other names of people, who are not two."""
    conf = CONF + 'eventreport_people = "people.yml"\n'
    people = "noor-castellan:\n  name: Noor Castellan\n  aliases: [N. Castellan]\n  orcid: 1\n"
    first = REPORT.replace("Days\n---", "Days\nauthors: [Noor Castellan]\n---")
    second = REPORT.replace("Days\n---", "Days\nauthors: [N. Castellan]\n---")
    findings = found(tmp_path, {"people.yml": people, "a.md": first, "b.md": second}, conf=conf)
    assert [(one.path.name, one.problem.line, one.title) for one in findings] == [
        ("people.yml", 4, "eventreport.people")
    ]


def test_a_draft_is_checked(tmp_path: Path) -> None:
    """Before it is published, though no build shows it."""
    text = REPORT.replace("Days\n---", "Days\ndraft: true\n---") + "\n![x](gone.png)\n"
    assert places(found(tmp_path, {"a.md": text})) == [("a.md", 7, "eventreport.missing_file")]


DRAFT = (
    REPORT.replace("Days\n---", "Days\nlabel: quay\ndraft: true\n---")
    + "\n## Moorings, by Noor Castellan\n\n```{talk}\n```\n"
)
LINKS = "\n{event}`quay` {talk}`quay/moorings` {doc}`draft`\n\n[x](draft.md)\n"


@pytest.mark.parametrize(
    ("more", "conf", "expected"),
    [
        ("", CONF, [6, 6, 6, 8]),
        ("", f"{CONF}eventreport_drafts = True\n", []),
        ("draft: true\n", CONF, []),
        ("visibility: unlisted\n", CONF, [7, 7, 7, 9]),
    ],
)
def test_a_link_to_a_draft(tmp_path: Path, more: str, conf: str, expected: list[int]) -> None:
    """It leads nowhere for the readers of the page, unless they see drafts, or it is one itself."""
    page = REPORT.replace("Days\n", f"Days\n{more}", 1) + LINKS
    findings = places(found(tmp_path, {"a.md": page, "draft.md": DRAFT}, conf=conf))
    kinds = ("eventreport.unknown_target", "eventreport.unknown_target", "ref.doc", "myst.xref_missing")
    assert findings == [("a.md", line, kind) for line, kind in zip(expected, kinds, strict=False)]


def test_a_link_to_what_is_internal(tmp_path: Path) -> None:
    """It leads nowhere in the site for everybody."""
    hidden = REPORT.replace("Days\n---", "Days\nlabel: quay\naudience: internal\n---")
    files: dict[str, str | bytes] = {"a.md": f"{REPORT}\n{{event}}`quay`\n", "b.md": hidden}
    public = places(found(tmp_path / "public", files))
    internal = places(found(tmp_path / "team", files, conf=f'{CONF}eventreport_audience = "internal"\n'))
    assert (public, internal) == ([("a.md", 6, "eventreport.unknown_target")], [])


def test_nothing_is_written(tmp_path: Path) -> None:
    """Beside the sources or elsewhere in their folder."""
    found(tmp_path, {"a.md": REPORT + "\n```{deck} d.pdf\n```\n", "d.pdf": PDF})
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        *("a.md", "conf.py", "d.pdf", "index.md")
    ]


def test_a_folder_without_conf_py_is_a_site(tmp_path: Path) -> None:
    """Its root is the folder that the configuration of another generator marks."""
    tmp_path.joinpath("_config.yml").touch()
    tmp_path.joinpath("img").mkdir()
    tmp_path.joinpath("img", "here.png").touch()
    posts = tmp_path / "_posts"
    posts.mkdir()
    text = "---\nlayout: post\nimage: /img/here.png\n---\n![x](/img/gone.png)\n"
    posts.joinpath("2024-05-01-quay.md").write_text(text, "utf-8")
    assert places(list(Check([posts]).findings())) == [("2024-05-01-quay.md", 5, "eventreport.missing_file")]


def test_a_page_that_ends_a_build_does_not_end_the_check(tmp_path: Path) -> None:
    """The others are read."""
    conf = CONF + 'rst_prolog = "x"\n'
    folder = tmp_path / "docs"
    site = Site(tmp_path, conf=conf).write({"index.md": INDEX, "a.md": REPORT + "{talk}`x`\n"})
    (folder / "b.md").write_text(REPORT, "utf-8")
    (folder / "b.meta").mkdir()
    assert ("a.md", 5, "eventreport.unknown_target") in places(list(Check([site.source]).findings()))


def test_a_misspelt_value_of_the_configuration_is_found(tmp_path: Path) -> None:
    """With its line; `conf.py` is not run."""
    findings = found(tmp_path, {"a.md": REPORT}, conf=f"{CONF}eventreport_draft = 1\n")
    assert places(findings) == [("conf.py", CONF.count("\n") + 1, "eventreport.config")]
