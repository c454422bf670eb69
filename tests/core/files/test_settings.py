"""What a site says in conf.py, read without running it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.files.settings import SettingsReader, matches, pattern_of, source_suffixes


@pytest.mark.parametrize(
    ("conf", "expected"),
    [
        ('eventreport_patterns = ["a/*"]\neventreport_dialect = "hugo"\n', (("a/*",), "hugo")),
        ('eventreport_patterns: list[str] = ["a", 3]\nx: int\n', (("a",), None)),
        ('eventreport_patterns = ("a",)\neventreport_patterns = ("b",)\n', (("b",), None)),
        (
            'import os\neventreport_patterns = [os.getcwd()]\nother = eventreport_dialect = "hugo"\n',
            ((), "hugo"),
        ),
        ('eventreport_patterns = "a"\neventreport_dialect = 3\nx.y = 1\nz = 2\n', ((), None)),
        ("eventreport_patterns = [", ((), None)),
    ],
    ids=["both", "annotated", "twice", "computed", "of another type", "no Python"],
)
def test_what_is_written_out_is_read(tmp_path: Path, conf: str, expected: tuple[object, object]) -> None:
    """The last of two counts; nothing is run."""
    tmp_path.joinpath("conf.py").write_text(conf, "utf-8")
    found = SettingsReader(Path()).of(tmp_path / "docs" / "a.md")
    assert (found.patterns, found.dialect) == expected


def test_folders_count_from_the_source_directory(tmp_path: Path) -> None:
    """As conf.py says them to a build."""
    tmp_path.joinpath("conf.py").write_text('eventreport_file_path = ["talks/slides", 3]', "utf-8")
    found = SettingsReader(Path()).of(tmp_path / "docs" / "a.md")
    assert found.folders == (tmp_path / "talks/slides",)


def test_what_is_given_comes_first(tmp_path: Path) -> None:
    """A dialect in place of the site's, patterns beside its own."""
    tmp_path.joinpath("conf.py").write_text(
        'eventreport_patterns = ["a"]\neventreport_dialect = "hugo"', "utf-8"
    )
    found = SettingsReader(Path(), ("b",), "quarto").of(tmp_path / "a.md")
    assert (found.patterns, found.dialect) == (("a", "b"), "quarto")


def test_documents_are_named_from_the_source_directory(tmp_path: Path) -> None:
    """That is where conf.py is."""
    tmp_path.joinpath("conf.py").write_text('eventreport_patterns = ["notes/*"]', "utf-8")
    path = tmp_path / "notes" / "2024.md"
    reader = SettingsReader(Path())
    assert reader.of(path).names(path)
    assert reader.of(path) is reader.of(tmp_path / "notes" / "2025.md")


def test_without_a_site_documents_are_named_from_a_folder(tmp_path: Path) -> None:
    """The one that is given."""
    path = tmp_path / "notes" / "2024.md"
    assert SettingsReader(tmp_path, ("notes/*",)).of(path).names(path)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["index", "notes/a", "talks/b", "talks/c"], "talks/*"),
        (["index", "2024-05-01"], "[0-9]*"),
        (["index"], "reports/*"),
    ],
)
def test_a_pattern_is_proposed(names: list[str], expected: str) -> None:
    """Of the folder with most documents, of days, or an example."""
    assert pattern_of(names) == expected


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("a/b", "a/*", True),
        ("a/b/c", "a/*", False),
        ("a/b/c", "a/**", True),
        ("a/b", "**", True),
        ("ab", "a?", True),
        ("a/", "a?", False),
        ("a1", "a[0-9]", True),
        ("ab", "a[!0-9]", True),
        ("a/", "a[!0-9]", False),
        ("a[", "a[", True),
        ("a[9-0]", "a[9-0]", True),
        ("ab", "a", False),
    ],
)
def test_a_pattern_is_one_of_sphinx(name: str, pattern: str, expected: bool) -> None:  # noqa: FBT001
    """A slash is crossed by two stars alone."""
    assert matches(name, (pattern,)) is expected


@given(st.text(alphabet="a/*?[]!-\\", max_size=9), st.text(alphabet="ab/[", max_size=6))
def test_any_pattern_is_read(pattern: str, name: str) -> None:
    """Whatever stands in it."""
    assert matches(name, [pattern]) in {True, False}


@pytest.mark.parametrize(
    ("conf", "suffix", "is_rst"),
    [
        ("", ".rst", True),
        ("", ".qmd", False),
        ('source_suffix = {".TXT": "restructuredtext", 3: "x"}\n', ".txt", True),
        ('source_suffix = {".nb": "myst-nb"}\n', ".nb", False),
        ('source_suffix = ".txt"\n', ".txt", True),
        ('source_suffix = [".txt"]\n', ".txt", True),
        ("source_suffix = None\n", ".rst", True),
    ],
)
def test_suffixes_of_sources(tmp_path: Path, conf: str, suffix: str, is_rst: bool) -> None:  # noqa: FBT001
    """Those of a build, and those that the site adds."""
    tmp_path.joinpath("conf.py").write_text(conf, "utf-8")
    assert source_suffixes(tmp_path)[suffix] is is_rst
