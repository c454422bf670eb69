"""Paths in reports -> files of the site."""

from __future__ import annotations

import unicodedata
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from sphinx.util.docutils import docutils_namespace, patch_docutils
from support.applications import application
from support.site import CONF as PLAIN
from support.site import Built, Site

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.reading.files import (
    Seeker,
    SourceFile,
    find_file,
    is_as_missed,
    linked_file,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

CONF = PLAIN + 'eventreport_file_path = ["talks/slides"]\n'
REPORT = "---\nevent:\n  name: Kite Day\n  start: 2021-03-04\n---\n# Kites\n\n"
FILES: dict[str, str | bytes] = {
    "index.md": "# Index\n",
    "reports/post.md": "---\norphan: true\n---\n# Post\n",
    "top.png": b"1",
    "reports/near.png": b"2",
    "reports/a b.png": b"3",
    "reports/50%25.png": b"4",
    "reports/50%.png": b"5",
    "reports/été.png": b"6",
    "reports/C# (2).png": b"7",
    "blog/docusaurus.config.ts": b"",
    "blog/x.md": "---\norphan: true\n---\n# X\n",
    "blog/static/img/logo.png": b"8",
    "static/x.png": b"9",
    "talks/slides/slides.pdf": b"10",
    "talks/slides/2024/slides.pdf": b"11",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site of some files that was built once."""
    return Site(tmp_path_factory.mktemp("site"), conf=CONF).write(FILES).build("dummy")


@pytest.fixture
def env(built: Built) -> BuildEnvironment:
    """Return the environment while ``reports/post`` is read."""
    env = built.app.env
    env.dependencies.clear()
    env.temp_data["docname"] = "reports/post"
    return env


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("near.png", "reports/near.png"),
        ("./near.png", "reports/near.png"),
        ("../top.png", "top.png"),
        ("/top.png", "top.png"),
        ("//top.png", "top.png"),
        ("/reports/near.png", "reports/near.png"),
        ("../reports/../top.png", "top.png"),
        ("a b.png", "reports/a b.png"),
        ("a%20b.png", "reports/a b.png"),
        ("%C3%A9t%C3%A9.png", "reports/été.png"),
        ("50%25.png", "reports/50%25.png"),
        ("50%.png", "reports/50%.png"),
    ],
)
def test_a_file_is_found(env: BuildEnvironment, written: str, path: str) -> None:
    """From the folder of the page, or from the source directory; escapes count where nothing else fits."""
    assert find_file(env, written, what="a picture") == SourceFile(path, env.srcdir / path)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("near.png#only-dark", "reports/near.png"),
        ("near.png?raw=true", "reports/near.png"),
        ("a%20b.png?raw=true#x", "reports/a b.png"),
        ("C# (2).png", "reports/C# (2).png"),
        (unicodedata.normalize("NFD", "\u00e9t\u00e9.png"), "reports/\u00e9t\u00e9.png"),
        ("/img/logo.png", "blog/static/img/logo.png"),
        ("/static/x.png", "static/x.png"),
        ("/post/near.png", "reports/near.png"),
        ("slides.pdf", "talks/slides/slides.pdf"),
        ("2024/slides.pdf", "talks/slides/2024/slides.pdf"),
    ],
)
def test_a_file_is_found_elsewhere(env: BuildEnvironment, written: str, path: str) -> None:
    """Behind marks that are not of its name, at a generator's root, in a bundle, in a folder to search."""
    env.temp_data["docname"] = "blog/x" if written == "/img/logo.png" else "reports/post"
    assert find_file(env, written, what="a picture") == SourceFile(path, env.srcdir / path)


@pytest.mark.parametrize("written", ["../../img/logo.png", "../slides.pdf", "logo.png"])
def test_nothing_is_found_by_chance(env: BuildEnvironment, written: str) -> None:
    """A way up is one from the page only, and a name alone is not looked for everywhere."""
    assert isinstance(find_file(env, written, what="a picture"), Problem)


def test_a_difference_in_composition_is_said(tmp_path: Path) -> None:
    """The file is shown, and no build fails for it; other programs may not find it."""
    name = unicodedata.normalize("NFD", "\u00e9t\u00e9.png")
    site = Site(tmp_path).write({"index.md": f"{REPORT}![x](\u00e9t\u00e9.png)\n", name: b"1"})
    status = StringIO()
    with patch_docutils(site.source), docutils_namespace():
        application(site, status=status).build()
    assert "index: the accents of '\u00e9t\u00e9.png' are composed in another way" in status.getvalue()


def test_a_difference_in_case_is_said(env: BuildEnvironment) -> None:
    """Where file systems tell cases apart, the page would have no picture."""
    found = find_file(env, "Near.PNG", what="a picture")
    assert isinstance(found, Problem)
    assert (found.message, found.hint) == (
        "There is no file 'Near.PNG' for a picture, only 'near.png'",
        "upper and lower case differ: write the name as the file has it",
    )


@pytest.mark.parametrize(
    ("link", "path"),
    [("near.png?raw=true", "reports/near.png"), ("/img/logo.png", None), ("near", None), ("/top", None)],
)
def test_a_link_leads_to_a_file(env: BuildEnvironment, link: str, path: str | None) -> None:
    """Of the site; what is none may be an address of a page."""
    assert linked_file(env, link) == (SourceFile(path, env.srcdir / path) if path else None)


@pytest.mark.parametrize(
    "written",
    [
        "../../top.png",
        "../../../../../etc/passwd",
        "/../top.png",
        "..",
        "../..",
        "%2e%2e/%2e%2e/top.png",
        "x\0.png",
    ],
)
def test_nothing_outside_the_site_is_a_file(env: BuildEnvironment, written: str) -> None:
    """Whatever stands there, and however the way out is written."""
    found = find_file(env, written, what="a picture")
    assert isinstance(found, Problem)
    assert found.subtype in {Subtype.OUTSIDE_SOURCE, Subtype.MISSING_FILE}


@pytest.mark.parametrize("written", ["../../top.png", "%2e%2e/%2e%2e/top.png", "x\0.png"])
def test_a_way_out_is_called_one(env: BuildEnvironment, written: str) -> None:
    """The warning says what is wrong with the path, not that nothing is there."""
    found = find_file(env, written, what="a picture")
    assert isinstance(found, Problem)
    assert found.subtype is Subtype.OUTSIDE_SOURCE


@pytest.mark.parametrize("written", ["gone.png", "top.png", "/near.png", "", ".", "/", "x" * 5000])
def test_what_is_not_there_is_missing(env: BuildEnvironment, written: str) -> None:
    """A folder is no file, and a name that no file system takes is one of no file."""
    found = find_file(env, written, what="a picture")
    assert isinstance(found, Problem)
    assert found.subtype is Subtype.MISSING_FILE


def test_a_problem_names_line_and_thing(env: BuildEnvironment) -> None:
    """Whoever wrote the path finds it again."""
    found = find_file(env, "gone.png", what="the banner", line=7)
    assert isinstance(found, Problem)
    assert (found.line, found.message) == (7, "There is no file 'gone.png' for the banner")


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("near.png", "reports/near.png"),
        ("a%20b.png", "reports/a b.png"),
    ],
)
def test_the_page_depends_on_the_file(env: BuildEnvironment, written: str, noted: str) -> None:
    """It is read again when the file changes."""
    find_file(env, written, what="a picture")
    # Sphinx has kept such paths from the source directory, and whole ones.
    assert {env.srcdir / path for path in env.dependencies["reports/post"]} == {env.srcdir / noted}


@pytest.mark.parametrize("written", ["../../top.png", "gone.png"])
def test_the_page_depends_on_no_file_that_is_not_there(env: BuildEnvironment, written: str) -> None:
    """Nor on one outside: Sphinx would read the page in every build."""
    find_file(env, written, what="a picture")
    assert "reports/post" not in env.dependencies


@pytest.mark.parametrize(
    ("written", "comes", "as_missed"),
    [
        ("gone-1.png", "", True),
        ("gone-2.png", "reports/gone-2.png", False),
        ("gone-3.png", "assets/img/gone-3.png", False),
        ("gone-4.png", "reports/Gone-4.png", False),
        ("gone-5.png", "elsewhere/gone-5.png", True),
        ("Near.png", "", True),
    ],
)
def test_a_file_that_was_missed(env: BuildEnvironment, written: str, comes: str, *, as_missed: bool) -> None:
    """The problem would be another one when a file has come, or one of nearly that name."""
    problem = find_file(env, written, what="a picture")
    if comes:
        place = env.srcdir / comes
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"")
    assert isinstance(problem, Problem)
    assert is_as_missed(env, Seeker("reports/post"), problem) is as_missed
