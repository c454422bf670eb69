from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import sphinx_eventreport

PACKAGE = Path(sphinx_eventreport.__file__).parent
PROJECT = Path(__file__).parents[1]
CHECKOUT = PROJECT / "sphinx_eventreport"
CORE_MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in sorted((PACKAGE / "core").rglob("*.py"))
    if path.name != "__init__.py"
]


@pytest.fixture
def distribution() -> metadata.Distribution:
    """Return the installed distribution; where only the checkout is on the path, the test is passed by."""
    try:
        return metadata.distribution("sphinx-eventreport")
    except metadata.PackageNotFoundError:
        pytest.skip("sphinx-eventreport is not installed")


def imported_by(module: str) -> set[str]:
    """Return the top-level names that a new interpreter has imported after *module*."""
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def package_files(package: Path) -> set[str]:
    """Return the files below *package*, without compiled ones."""
    files = (path.relative_to(package) for path in package.rglob("*") if path.is_file())
    return {path.as_posix() for path in files if "__pycache__" not in path.parts}


@pytest.mark.parametrize(
    ("module", "names"),
    [
        pytest.param("sphinx_eventreport.decks.drawing", {"yaml", "markdown_it"}, id="a worker that draws"),
        pytest.param("sphinx_eventreport.sphinx_ext.extension", {"pebble", "pypdfium2"}, id="a build"),
    ],
)
def test_what_is_not_used_is_not_loaded(module: str, names: set[str]) -> None:
    """A process begins with what it needs: no reader of front matter to draw, no PDF where none is new."""
    assert imported_by(module) & names == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    """The package has the names that it says, and no others."""
    with pytest.raises(AttributeError, match="no attribute 'read_reports'"):
        sphinx_eventreport.read_reports  # type: ignore[attr-defined]  # noqa: B018


def test_version_is_that_of_the_distribution(distribution: metadata.Distribution) -> None:
    """The version that the package states is the version that was installed."""
    assert sphinx_eventreport.__version__ == distribution.version


def test_checkout_does_not_hide_the_installed_package(distribution: metadata.Distribution) -> None:
    """The tests import the package from where the distribution was installed to."""
    origin = distribution.read_text("direct_url.json") or ""
    if '"editable": true' in origin:
        pytest.skip("installed editable: the checkout is the installed package")
    installed = Path(str(distribution.locate_file("sphinx_eventreport")))
    assert installed == PACKAGE


def test_every_file_of_the_package_is_installed() -> None:
    """Nothing that stands in the checkout's package is missing from the package under test."""
    assert package_files(CHECKOUT) <= package_files(PACKAGE)


def test_package_is_typed() -> None:
    """The marker is there by which type checkers read our annotations (PEP 561)."""
    assert (PACKAGE / "py.typed").is_file()


def test_import_does_not_bring_sphinx() -> None:
    """Importing the package does not import Sphinx; that happens when a build calls ``setup``."""
    assert not imported_by("sphinx_eventreport") & {"sphinx", "docutils", "myst_parser"}


def test_core_works_without_sphinx() -> None:
    """No module of the core imports Sphinx or what belongs to it."""
    assert not imported_by(", ".join(CORE_MODULES)) & {"sphinx", "docutils", "myst_parser", "sphinx_design"}


@pytest.mark.parametrize(
    "page", sorted((PROJECT / "docs" / "develop").rglob("*.md")), ids=lambda page: page.stem
)
def test_every_file_that_a_page_for_developers_names_is_there(page: Path) -> None:
    """By its name, or the end of its path; a file that has moved takes the pages along."""
    folders = (CHECKOUT, PROJECT / "tests", PROJECT / "benchmarks")
    here = [path.as_posix() for folder in folders for path in folder.rglob("*.py")]
    named = re.findall(r"`([\w./-]+\.py)`", page.read_text(encoding="utf-8"))
    assert [
        name for name in named if name != "conf.py" and not any(path.endswith(f"/{name}") for path in here)
    ] == []


def test_a_release_says_where_the_project_is(tmp_path: Path) -> None:
    """An index has neither the pictures of README.md nor its other files."""
    script = PROJECT / ".ci" / "addresses.py"
    if not script.exists():
        pytest.skip("a source archive has no .ci")
    for name in ("README.md", "pyproject.toml"):
        (tmp_path / name).write_text((PROJECT / name).read_text("utf-8"), "utf-8")
    subprocess.run([sys.executable, script, "https://host.example/o/n", "v1"], cwd=tmp_path, check=True)
    readme = (tmp_path / "README.md").read_text("utf-8")
    assert "](https://host.example/o/n/raw/v1/docs/img/report.png)" in readme
    assert re.findall(r"\]\((?!https?:)", readme) == []
    project = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["urls"]["Source"] == "https://host.example/o/n"
