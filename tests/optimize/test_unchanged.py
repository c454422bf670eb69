"""What did not change is neither read nor written again, whatever the times of files say; all else is."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest
from sphinx.util.docutils import docutils_namespace, patch_docutils
from support.applications import application
from support.posts import INDEX, NATIVE_POST
from support.site import Built, Site, png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

LONG_AGO = 1_000_000_000
"""A time of files in seconds, older than any build."""

CONF = """
extensions = ["sphinx_eventreport.optimize", "local"]
html_theme = "alabaster"
templates_path = ["_templates"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
"""
LOCAL = """
def replace_word(app, docname, source):
    source[0] = source[0].replace("WORD", "moss")

def setup(app):
    app.connect("source-read", replace_word)
    return {"version": "1", "parallel_read_safe": True}
"""
FILES: dict[str, str | bytes] = {
    "conf.py": CONF,
    "local.py": LOCAL,
    "_templates/layout.html": '{% extends "!layout.html" %}{% block footer %}Footer one{% endblock %}',
    "_static/site.css": "p { color: red }",
    "index.rst": "Site\n====\n\n.. toctree::\n\n   fern\n   moss\n",
    "fern.rst": "Fern\n====\n\n.. literalinclude:: part.txt\n\n.. image:: leaf.png\n",
    "moss.rst": "Moss\n====\n\nWORD.\n\nSee :doc:`fern`.\n",
    "part.txt": "A part.\n",
    "leaf.png": png(),
}
ALL = {"index", "fern", "moss"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a site that was built once, and a copy of which is beside it."""
    site = Site(tmp_path_factory.mktemp("unchanged") / "site", conf=CONF).write(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(site.source)
        forget_extension()
        site.build()
        shutil.copytree(site.root, site.root.with_name("copy"))
        yield site
        forget_extension()


@pytest.fixture
def built(kept: Site) -> Site:
    """Return that site, checked out again with its cache: no file has the time that it had."""
    shutil.rmtree(kept.root)
    shutil.copytree(kept.root.with_name("copy"), kept.root)
    touch(kept.source)
    return kept


def forget_extension() -> None:
    """Have the extension of the site imported again, which is one module of this process."""
    sys.modules.pop("local", None)


def touch(path: Path, time: int | None = None) -> None:
    """Give *path*, or all files below it, the *time*, or that of now."""
    for file in path.rglob("*") if path.is_dir() else [path]:
        os.utime(file, None if time is None else (time, time))


def change(site: Site, name: str, content: str, time: int | None = LONG_AGO) -> None:
    """Write a file of the sources, and give it a *time*, or that of now."""
    site.write({name: content})
    touch(site.source / name, time)


class Rebuilt:
    """A build and what it did."""

    def __init__(self, site: Site, **how: object) -> None:
        forget_extension()
        before = times(site)
        self.built: Built = site.build(**how)  # type: ignore[arg-type]
        after = times(site)
        self.read = {name for name, time in after.items() if before.get(name) != time}
        self.written = {name.removesuffix(".html") for name in self.built.written if name.endswith(".html")}
        self.written -= {"genindex", "search"}


def times(site: Site) -> dict[str, int]:
    """Return when each doctree was written."""
    folder = site.root / "doctrees"
    found = folder.rglob("*.doctree")
    return {path.relative_to(folder).with_suffix("").as_posix(): path.stat().st_mtime_ns for path in found}


def differences(site: Site, rebuilt: Rebuilt) -> set[str]:
    """Return the names of files of the output that are not those of a clean build."""
    forget_extension()
    clean = site.build(out="clean", doctrees="clean-doctrees").outdir
    out = rebuilt.built.outdir
    names = {path.relative_to(folder) for folder in (clean, out) for path in folder.rglob("*")}
    return {str(name) for name in names if content(clean / name) != content(out / name)}


def content(path: Path) -> object:
    """Return what is in a file, None if there is none; Sphinx leaves words in its index that are nowhere."""
    if not path.is_file() or path.suffix == ".bak":
        return None
    if path.name == "searchindex.js":
        index = json.loads(
            path.read_text(encoding="utf-8").removeprefix("Search.setIndex(").removesuffix(")")
        )
        return index | {
            name: {word: at for word, at in index[name].items() if at != []}
            for name in ("terms", "titleterms")
        }
    return path.read_bytes()


def test_a_checkout_is_neither_read_nor_written(built: Site) -> None:
    """All files are newer than what was made of them."""
    rebuilt = Rebuilt(built)
    assert (rebuilt.read, rebuilt.written) == (set(), set())


def test_without_the_optimization_it_is(built: Site) -> None:
    """As Sphinx does it alone, and as the option says."""
    rebuilt = Rebuilt(built, config={"eventreport_optimize": {"unchanged": False}})
    assert (rebuilt.read, rebuilt.written) == (ALL, ALL)


def test_a_checkout_is_neither_read_nor_written_in_two_processes(built: Site) -> None:
    """Nor after an edit, but for the page that was edited."""
    change(built, "moss.rst", "Moss\n====\n\nWet.\n")
    first, second = Rebuilt(built, parallel=2), Rebuilt(built, parallel=2)
    assert ((first.read, first.written), second.read) == (({"moss"}, {"moss", "index"}), set())


def test_a_checkout_is_not_read_by_another_builder(built: Site) -> None:
    """Which writes its files for the first time."""
    rebuilt = Rebuilt(built, builder="text")
    assert (rebuilt.read, (rebuilt.built.outdir / "moss.txt").exists()) == (set(), True)


# Sphinx writes a page with a toctree whenever it writes one of the pages there.
EDITS: dict[str, tuple[Callable[[Site], object], set[str], set[str]]] = {
    "a source that is older than its output": (
        lambda site: change(site, "moss.rst", "Moss\n====\n\nDry.\n"),
        {"moss"},
        {"moss", "index"},
    ),
    "a dependency of the same size and an old time": (
        lambda site: change(site, "part.txt", "A pear.\n"),
        {"fern"},
        {"fern", "index"},
    ),
    "another template with an old time": (
        lambda site: change(
            site, "_templates/layout.html", str(FILES["_templates/layout.html"])[:-23] + "F2{% endblock %}"
        ),
        set(),
        ALL,
    ),
    "another style sheet": (lambda site: change(site, "_static/site.css", "p { color: blue }"), set(), ALL),
    "another option of the theme": (
        lambda site: change(site, "conf.py", CONF + 'html_theme_options = {"description": "New"}\n'),
        set(),
        ALL,
    ),
    "another value for reading": (
        lambda site: change(site, "conf.py", CONF + 'rst_prolog = "Before."\n'),
        ALL,
        ALL,
    ),
    "another version of an extension": (
        lambda site: change(site, "local.py", LOCAL.replace('"1"', '"2"')),
        ALL,
        ALL,
    ),
    "other code of an extension of the site": (
        lambda site: change(site, "local.py", LOCAL.replace('"moss"', '"stones"')),
        ALL,
        ALL,
    ),
    "a document more": (
        lambda site: change(site, "lichen.rst", ":orphan:\n\nLichen\n======\n"),
        {"lichen"},
        {"lichen"},
    ),
    "a page that was cut": (lambda site: cut(site, "moss.html"), set(), {"moss", "index"}),
    "a page that is gone": (lambda site: (out(site) / "moss.html").unlink(), set(), {"moss", "index"}),
    "a search index that was cut": (lambda site: cut(site, "searchindex.js"), set(), ALL),
    "no output": (lambda site: shutil.rmtree(out(site)), set(), ALL),
    "no doctrees": (lambda site: shutil.rmtree(site.root / "doctrees"), ALL, ALL),
    "a doctree that is gone": (
        lambda site: (site.root / "doctrees" / "moss.doctree").unlink(),
        {"moss"},
        {"moss", "index"},
    ),
}


def out(site: Site) -> Path:
    """Return the folder of pages."""
    return site.root / "out-html"


def cut(site: Site, name: str) -> None:
    """Leave the first half of a file of the output, and its time."""
    path = out(site) / name
    time = path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    os.utime(path, ns=(time, time))


@pytest.mark.parametrize(("edit", "read", "written"), EDITS.values(), ids=EDITS)
def test_what_changed_is_made_again(
    built: Site, edit: Callable[[Site], object], read: set[str], written: set[str]
) -> None:
    """So much is read, so much is written, and every file is the one of a clean build."""
    edit(built)
    rebuilt = Rebuilt(built)
    assert (rebuilt.read, rebuilt.written, differences(built, rebuilt)) == (read, written, set())


def build(
    site: Site,
    event: str,
    listener: Callable[..., object],
    filenames: Sequence[Path] = (),
    priority: int = 500,
) -> None:
    """Build the site, or the pages of *filenames*, with a listener."""
    with patch_docutils(site.source), docutils_namespace():
        app = application(site)
        app.connect(event, listener, priority)
        app.build(filenames=filenames)


def test_a_file_that_comes_back_with_an_old_time_is_read(built: Site) -> None:
    """As when a part of the sources is checked out later: the document has told that it misses it."""
    (built.source / "part.txt").unlink()
    Rebuilt(built)
    change(built, "part.txt", "Another.\n")
    rebuilt = Rebuilt(built)
    assert (rebuilt.read, differences(built, rebuilt)) == ({"fern"}, set())


def test_a_file_that_is_missing_has_its_document_read_each_time(built: Site) -> None:
    """As Sphinx does it, so that it is told each time."""
    (built.source / "part.txt").unlink()
    first, second = Rebuilt(built), Rebuilt(built)
    assert (first.read, second.read, len(second.built.warnings)) == ({"fern"}, {"fern"}, 1)


def test_a_file_that_was_changed_while_its_document_was_read(built: Site) -> None:
    """Though its time is older than that of the doctree."""
    shutil.rmtree(built.root / "doctrees")
    build(built, "doctree-read", lambda *_: change(built, "part.txt", "Late.\n"))
    assert Rebuilt(built).read == {"fern"}


def test_a_file_that_was_changed_while_its_document_was_read_again(built: Site) -> None:
    """It was known before, and what it was then."""
    change(built, "fern.rst", str(FILES["fern.rst"]) + "\nMore.\n")
    build(built, "doctree-read", lambda *_: change(built, "part.txt", "Late.\n"))
    assert [Rebuilt(built).read, Rebuilt(built).read] == [{"fern"}, set()]


def test_an_edit_that_another_build_has_read_and_that_was_taken_back(built: Site) -> None:
    """A build without the optimization tells nobody what it has read."""
    change(built, "moss.rst", "Moss\n====\n\nDry.\n", None)
    Rebuilt(built, config={"eventreport_optimize": False})
    change(built, "moss.rst", str(FILES["moss.rst"]))
    rebuilt = Rebuilt(built)
    assert ("moss" in rebuilt.read, differences(built, rebuilt)) == (True, set())


@pytest.mark.parametrize(
    "event", ["doctree-read", "env-updated", "env-check-consistency", "html-page-context"]
)
def test_an_edit_that_was_taken_back_after_a_build_was_stopped(built: Site, event: str) -> None:
    """Doctrees, environment and pages are written one after the other, and here only some of them."""
    change(built, "moss.rst", "Moss\n====\n\nDry.\n")
    with pytest.raises(KeyboardInterrupt):
        build(built, event, stop, priority=999)
    change(built, "moss.rst", str(FILES["moss.rst"]))
    assert differences(built, Rebuilt(built)) == set()


def stop(*_arguments: object) -> None:
    """Be Ctrl-C."""
    raise KeyboardInterrupt


def test_pages_that_a_build_of_a_single_one_has_left(built: Site) -> None:
    """Their documents were read, or what is around all of them was changed."""
    change(built, "moss.rst", "Moss\n====\n\nDry.\n")
    change(built, "_templates/layout.html", "{% extends '!layout.html' %}")
    build(built, "env-updated", lambda *_: None, [built.source / "fern.rst"])
    rebuilt = Rebuilt(built)
    assert (rebuilt.written, differences(built, rebuilt)) == (ALL, set())


def test_a_cache_of_another_branch(built: Site) -> None:
    """On which there was a document more, and another title."""
    change(built, "lichen.rst", "Lichen\n======\n")
    change(built, "index.rst", "Site\n====\n\n.. toctree::\n\n   fern\n   lichen\n")
    change(built, "moss.rst", ":orphan:\n\nMosses\n======\n")
    Rebuilt(built)
    built.remove("lichen.rst")
    for name in ("index.rst", "moss.rst"):
        change(built, name, str(FILES[name]))
    rebuilt = Rebuilt(built)
    assert (rebuilt.read, differences(built, rebuilt)) == ({"index", "moss"}, set())


def test_the_output_of_another_branch(built: Site) -> None:
    """It belongs to other doctrees, though most of its pages are the same."""
    other = built.root / "other"
    shutil.copytree(out(built), other)
    change(built, "moss.rst", "Mosses\n======\n")
    Rebuilt(built)
    shutil.rmtree(out(built))
    other.rename(out(built))
    rebuilt = Rebuilt(built)
    assert (rebuilt.read, rebuilt.written, differences(built, rebuilt)) == (set(), ALL, set())


def test_a_page_of_a_document_that_is_gone_stays_if_it_is_somebody_else_s(built: Site) -> None:
    """Something else was put into its place."""
    built.remove("moss.rst")
    (out(built) / "moss.html").write_text("Mine.", encoding="utf-8")
    assert (Rebuilt(built).built.outdir / "moss.html").read_text(encoding="utf-8") == "Mine."


@pytest.mark.parametrize(
    "damage", ["", "{", '{"shape": 1}', '{"shape": 1, "documents": 1}', "[]", '{"shape": 0}']
)
def test_what_was_kept_is_damaged(built: Site, damage: str) -> None:
    """Then times decide, as in Sphinx."""
    for file in (built.root / "doctrees" / "eventreport").glob("*.json"):
        file.write_text(damage, encoding="utf-8")
    assert Rebuilt(built).read == ALL


def test_a_site_that_was_built_before_without_it(built: Site) -> None:
    """What was made then is taken for right where times say so, as by Sphinx."""
    for file in (built.root / "doctrees" / "eventreport").glob("*.json"):
        file.unlink()
    touch(built.source, LONG_AGO)
    first = Rebuilt(built)
    touch(built.source)
    second = Rebuilt(built)
    assert (first.read, first.written, second.read, second.written) == (set(), set(), set(), set())


def test_a_document_that_wants_to_be_read_each_time(built: Site) -> None:
    """As one does with `note_reread`."""
    change(built, "fern.rst", "Fern\n====\n")
    build(built, "env-updated", lambda _app, env: env.reread_always.add("moss"))
    assert Rebuilt(built).read == {"moss"}


def test_an_index_of_another_output_is_made_again(tmp_path: Path) -> None:
    """Whose pages of documents, search index and inventory are the same."""
    site = Site(tmp_path).write({"index.md": INDEX, "garden.md": NATIVE_POST})
    events = site.build().outdir / "eventreport-events.html"
    before = events.read_bytes()
    events.write_bytes(before.replace(b"<body>", b"<body>Other"))
    site.build()
    assert events.read_bytes() == before


WRONG = {
    "fern.rst": "Fern\n====\n\n.. include:: part.txt\n",
    "moss.rst": "Moss\n====\n\n:doc:`lichen`\n",
    "part.txt": "*Unclosed\n",
}
"""What is warned of when a document is read, in a file that it includes, and when it is written."""


@pytest.mark.parametrize("parallel", [1, 2])
def test_a_checkout_is_warned_of_what_the_last_one_was(built: Site, parallel: int) -> None:
    """In CI nobody sees the log of the build that has read a document."""
    for name, text in WRONG.items():
        change(built, name, text, None)
    first = Rebuilt(built, parallel=parallel)
    touch(built.source)
    second = Rebuilt(built, parallel=parallel)
    assert (len(first.built.warnings), second.built.warnings) == (2, first.built.warnings)
    for name in WRONG:
        change(built, name, str(FILES[name]))
    assert [Rebuilt(built).built.warnings, Rebuilt(built).read] == [[], set()]


def test_a_warning_is_not_said_again_where_sphinx_reads_nothing(built: Site) -> None:
    """Nor one that a site has turned off, in a checkout."""
    for name, text in WRONG.items():
        change(built, name, text)
    off = {"suppress_warnings": ["docutils", "ref"]}
    Rebuilt(built, config=off)
    assert Rebuilt(built, config=off).read == set()
