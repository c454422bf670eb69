"""``eventreport_optimize``: which optimizations there are, by name."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from support.applications import start

from sphinx_eventreport.optimize import extension
from sphinx_eventreport.optimize.config import OPTION, selected
from sphinx_eventreport.optimize.items import ITEMS
from sphinx_eventreport.optimize.versions import Releases, unread

if TYPE_CHECKING:
    from support.site import Site

WANTED = "True, False, a list of names, or a mapping of names to True or False"
NAMES = ["moss", "fern", "ivy"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (True, ["moss", "fern", "ivy"]),
        (False, []),
        ([], []),
        (["fern"], ["fern"]),
        (("ivy", "moss"), ["moss", "ivy"]),
        ({"fern": False}, ["moss", "ivy"]),
        ({"fern": True}, ["moss", "fern", "ivy"]),
        ({"fern": "0"}, ["moss", "ivy"]),
    ],
)
def test_names_are_selected(value: object, names: list[str]) -> None:
    """A list has the only ones, a mapping switches single ones."""
    assert selected(value, NAMES) == (names, [])


@pytest.mark.parametrize(
    ("value", "names", "message"),
    [
        (
            3,
            NAMES,
            f"{{}} in conf.py should be {WANTED}, not 3",
        ),
        (
            ["ferns", "moss"],
            ["moss"],
            "'ferns' in {} is not the name of an optimization; did you mean 'fern'?",
        ),
        (
            {"xyz": False},
            NAMES,
            "'xyz' in {} is not the name of an optimization; the names are moss, fern, ivy",
        ),
        ({"fern": None}, NAMES, "{}['fern'] in conf.py should be True or False, not None"),
    ],
)
def test_what_is_wrong_is_told(value: object, names: list[str], message: str) -> None:
    """And counts for nothing."""
    found, problems = selected(value, NAMES)
    assert (found, [str(problem) for problem in problems]) == (names, [message.replace("{}", OPTION)])


def test_a_wrong_name_is_a_warning(site: Site) -> None:
    """Of the type and subtype of all that is wrong in ``conf.py``."""
    built = site.write({"index.md": "# Index\n"}).build(config={"eventreport_optimize": ["stem"]})
    [warning] = built.warnings
    assert "did you mean 'stems'? [eventreport.config]" in warning


@pytest.mark.parametrize(("value", "loaded"), [(True, True), (["stems"], True), (False, False), ("0", False)])
def test_the_extension_is_loaded_unless_it_is_off(site: Site, value: object, *, loaded: bool) -> None:
    """``-D eventreport_optimize=0`` on the command line is text."""
    app = start(site.write({"index.md": "# Index\n"}), eventreport_optimize=value)
    assert ("sphinx_eventreport.optimize" in app.extensions) is loaded


def test_it_works_without_the_rest(site: Site) -> None:
    """A site without reports may have it alone."""
    site.write({"index.rst": "Index\n=====\n", "conf.py": 'extensions = ["sphinx_eventreport.optimize"]\n'})
    app = site.build().app
    assert ("sphinx_eventreport" in app.extensions, app.config.eventreport_optimize) == (False, True)


def test_names_are_told_apart() -> None:
    """Each is an identifier, so that it can be written on the command line."""
    names = [item.name for item in ITEMS]
    assert [name for name in names if not name.isidentifier() or names.count(name) > 1] == []


@pytest.mark.parametrize(
    ("installed", "holds"),
    [
        ("8.1.3", False),
        ("8.2", True),
        ("8.2.0", True),
        ("9.1.1", True),
        ("9.2", False),
        ("9.2.0b1", False),
        ("10.0", False),
    ],
)
def test_releases_hold(installed: str, *, holds: bool) -> None:
    """From the first one on, up to the one that was not read, whose pre-releases were not either."""
    assert Releases("sphinx", "8.2", "9.2").hold(installed) is holds


@pytest.mark.parametrize(
    ("installed", "reason"),
    [
        ({"sphinx": "9.1.1"}, None),
        ({"sphinx": "9.2.0"}, "sphinx is 9.2.0, and it was read for sphinx from 8.2 and below 9.2"),
        ({}, "sphinx is not installed"),
    ],
)
def test_what_was_not_read_has_a_reason(installed: dict[str, str], reason: str | None) -> None:
    """It is told with the versions."""
    assert unread([Releases("sphinx", "8.2", "9.2")], installed) == reason


def test_what_was_not_read_is_left_out_with_a_line(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """At ``-v``; what was read is in force."""
    old = tuple(replace(item, read_for=(Releases("sphinx", "1.0", "2.0"),)) for item in ITEMS[:1])
    monkeypatch.setattr(extension, "ITEMS", old + ITEMS[1:2])
    status = io.StringIO()
    start(site.write({"index.md": "# Index\n"}), status=status, verbosity=1)
    lines = [line for line in status.getvalue().splitlines() if "optimize" in line and "left out" in line]
    assert len(lines) == 1
    assert lines[0].startswith("eventreport_optimize: 'environment_loading' is left out, as sphinx is ")


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
def test_installed_releases_were_read(item: object) -> None:
    """What CI installs; a newer release turns this red until somebody has read it."""
    assert unread(item.read_for, extension.installed_versions()) is None  # type: ignore[attr-defined]
