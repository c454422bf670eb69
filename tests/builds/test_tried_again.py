"""What failed for a moment is right in the next build, which is then what a clean build would be."""

from __future__ import annotations

import hashlib
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import pytest
from support.green import DECK, FILES, report
from support.site import CONF, Built, Site, png

from sphinx_eventreport.core.files.archive_lock import FOLDER, LOCK_NAME, ArchivedDeck, lock_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Config = dict[str, object]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site with a report that shows the slides of a PDF, and a store beside its doctrees."""
    return Site(tmp_path).write(FILES)


class Failing(ThreadPoolExecutor):
    """An executor that does no work: it has lost its processes, or its answers are all the same."""

    answer: ClassVar[object] = None

    def submit(self, *_call: object, **_named: object) -> Future[object]:  # type: ignore[override]
        """Return what fails."""
        future: Future[object] = Future()
        if self.answer is None:
            future.set_exception(BrokenExecutor("killed"))
        else:
            future.set_result(self.answer)
        return future


class Confused(Failing):
    """An executor whose answers are not answers."""

    answer: ClassVar[object] = "nonsense"


def bodies(built: Built) -> dict[str, str]:
    """Return the article body of each page."""
    names = [path.removesuffix(".md") for path in FILES if path.endswith(".md")]
    return {name: str(built.body(name)) for name in names}


def ours(built: Built) -> list[str]:
    """Return our warnings of a build."""
    return [line for line in built.warnings if "[eventreport." in line]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the article bodies of a clean build in which nothing fails."""
    built = Site(tmp_path_factory.mktemp("whole")).write(FILES).build()
    assert built.warnings == []
    return bodies(built)


FAILING: Mapping[str, Config] = {
    "time": {"eventreport_deck_timeout": 0.001},
    "memory": {"eventreport_deck_memory": 1},
    "a worker that is gone": {"eventreport_deck_executor": Failing},
    "an executor that answers nonsense": {"eventreport_deck_executor": Confused},
    "an executor that is not there": {"eventreport_deck_executor": "no.such.module"},
}
"""Configuration under which nothing can be read or drawn."""


@pytest.mark.parametrize("config", FAILING.values(), ids=FAILING)
def test_a_deck_that_could_not_be_read(site: Site, config: Config, whole: dict[str, str]) -> None:
    """It is said in each build that fails, as in the first; then all pages that show the deck are right."""
    failed = site.build(config=config)
    lost = bodies(failed) != whole
    failed_again = site.build(config=config)
    again = site.build()
    assert lost
    assert sorted(failed_again.warnings) == sorted(failed.warnings)
    assert (again.warnings, bodies(again)) == ([], whole)


@pytest.mark.parametrize("config", FAILING.values(), ids=FAILING)
def test_a_deck_that_could_not_be_drawn(site: Site, config: Config, whole: dict[str, str]) -> None:
    """Another builder had read its text, so only pages are written again, and no source is read."""
    site.build("text")
    failed = site.build(config=config)
    lost = bodies(failed) != whole
    failed_again = site.build(config=config)
    again = site.build()
    assert (lost, len(failed.warnings), failed_again.warnings) == (True, 1, failed.warnings)
    assert (again.warnings, bodies(again)) == ([], whole)


def test_a_store_that_could_not_be_written(site: Site, whole: dict[str, str]) -> None:
    """A file was where its folder is to be."""
    config: Config = {"eventreport_deck_store": "kept"}
    site.write({"kept": "a file"})
    failed = site.build(config=config)
    failed_again = site.build(config=config)
    site.remove("kept")
    again = site.build(config=config)
    assert (len(failed.warnings), failed_again.warnings) == (1, failed.warnings)
    assert (again.warnings, bodies(again)) == ([], whole)


def test_a_builder_that_was_there_when_it_failed(site: Site) -> None:
    """Another one has read the deck since; the page is written again although nothing has to be read."""
    options = ":text: open\n"
    site.write({"green.md": report(options)}).build("text", config=FAILING["time"])
    site.build()
    text = (site.build("text").outdir / "green.txt").read_text(encoding="utf-8")
    assert "Two beings in one" in text


def test_bad_bytes_are_not_read_again(site: Site) -> None:
    """They are said again, and the page stays as it is."""
    site.write({"moss.pdf": b"%PDF-1.7 and no more"})
    failed = site.build()
    again = site.build()
    assert (again.warnings, "green.html" in again.written) == (failed.warnings, False)


def test_bad_bytes_are_read_again_when_they_are_others(site: Site, whole: dict[str, str]) -> None:
    """The author has exported the PDF once more."""
    site.write({"moss.pdf": b"%PDF-1.7 and no more"}).build()
    site.write({"moss.pdf": DECK})
    again = site.build()
    assert (again.warnings, bodies(again)) == ([], whole)


def archive() -> dict[str, str | bytes]:
    """Return the files that the archive command leaves."""
    url, name = "https://slides.example.org/moss.pdf", "moss-1.pdf"
    entry = ArchivedDeck(url, url, date(2024, 6, 3), len(DECK), hashlib.sha256(DECK).hexdigest(), name)
    return {f"{FOLDER}/{LOCK_NAME}": lock_text([entry]), f"{FOLDER}/{name}": DECK}


MISSING: Mapping[str, tuple[str, str, str]] = {
    "picture": ("", "![Fern](NAME.png)", "NAME.png"),
    "elsewhere": ("", "![Fern](/img/NAME.png)", "static/img/NAME.png"),
    "card": ("thumbnail: NAME.png\n", "Words.", "NAME.png"),
    "banner": ("banner: NAME.png\n", "Words.", "NAME.png"),
    "deck": ("", "```{deck} NAME.pdf\n```", "NAME.pdf"),
    "recording": ("", "```{recording} NAME.mp4\n```", "NAME.mp4"),
    "poster": ("", "```{recording} https://youtu.be/abcdefghijk\n:poster: NAME.png\n```", "NAME.png"),
    "link": ("", "See [the list](NAMES.csv).", "NAMES.csv"),
    "page": ("", "See [the page](NAMES.md).", "NAMES.md"),
    "link-from-the-top": ("", "See [the list](/lists/NAMES.csv).", "lists/NAMES.csv"),
    "page-from-the-top": ("", "See [the page](/NAMES.md).", "NAMES.md"),
    "other-case": ("", "![Fern](NAME.PNG)", "NAME.png"),
}
"""Front matter and text of a report that names a file, and the file that comes later; NAME is its own."""
COMES: Mapping[str, str | bytes] = {
    "pdf": DECK,
    "png": png(),
    "md": "# Ferns\n",
    "mp4": "film",
    "csv": "a,b\n",
}
"""What is in the file, by its suffix."""


class Missed(NamedTuple):
    """Four builds: twice without the files, once when they have come, and a clean one."""

    failed: Built
    failed_again: Built
    again: Built
    clean: Built


@pytest.fixture(scope="module")
def missed(tmp_path_factory: pytest.TempPathFactory) -> Missed:
    """Return the builds of a site with a report for each file that is missing."""
    site = Site(tmp_path_factory.mktemp("missed"))
    site.write({"index.md": "# Site\n\n```{event-list}\n:fields: title, image\n```\n"})
    for name, (front, text, _file) in MISSING.items():
        source = f"---\ntitle: {name}\nevent: {name}\n{front}---\n\n{text}\n"
        site.write({f"{name}.md": source.replace("NAME", name)})
    before = site.build(), site.build()
    files = [file.replace("NAME", name) for name, (_front, _text, file) in MISSING.items()]
    site.write({file: COMES[file.rpartition(".")[2]] for file in files})
    return Missed(*before, site.build(), site.build(out="clean/out", doctrees="clean/doctrees"))


def test_missing_files_are_said_again(missed: Missed) -> None:
    """One warning for each, in both builds, and pages are left alone meanwhile."""
    written = {f"{name}.html" for name in MISSING} & missed.failed_again.written
    assert (len(ours(missed.failed)), ours(missed.failed_again), written) == (
        len(MISSING),
        ours(missed.failed),
        set(),
    )


@pytest.mark.parametrize("name", [*MISSING, "index"])
def test_a_file_has_come(missed: Missed, name: str) -> None:
    """The page that named it is what it is in a clean build, and so is the card of it."""
    assert str(missed.again.body(name)) == str(missed.clean.body(name))


def test_files_that_have_come_are_not_missed(missed: Missed) -> None:
    """The warnings are those of a clean build: of the name in another case."""
    assert ours(missed.again) == ours(missed.clean)
    assert len(ours(missed.clean)) == 1


PEOPLE = "ada: {name: Ada Green, image: ada.png}\n"
GREEN = "---\ntitle: Green\nevent: Green\nauthors: [Ada Green]\n---\n\n```{deck} https://slides.example.org/moss.pdf\n```\n"
BROKEN: Mapping[str, tuple[Mapping[str, str | bytes], Mapping[str, str | bytes]]] = {
    "no file of people": ({}, {"people.yml": PEOPLE, "ada.png": png()}),
    "a file of people that is not YAML": (
        {"people.yml": "ada: {name: Ada"},
        {"people.yml": PEOPLE, "ada.png": png()},
    ),
    "no picture of somebody": ({"people.yml": PEOPLE}, {"ada.png": png()}),
    "a lock file that is not JSON": (
        {"people.yml": PEOPLE, "ada.png": png(), "_decks/archive.lock.json": "{", "_decks/moss-1.pdf": DECK},
        archive(),
    ),
}
"""What is wrong with a site as a whole, and the files with which it is right."""


@pytest.mark.parametrize(("wrong", "right"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_with_the_site(
    tmp_path: Path, wrong: Mapping[str, str | bytes], right: Mapping[str, str | bytes]
) -> None:
    """It is said by each build until it is mended; then pages are as in a clean build."""
    site = Site(tmp_path, conf=CONF + 'eventreport_people = "people.yml"\n')
    ada = "---\norphan: true\n---\n\n# Ada\n\n```{person} ada\n```\n"
    site.write({"index.md": "# Site\n\n```{event-list}\n```\n", "green.md": GREEN, "ada.md": ada, **wrong})
    failed = site.build()
    failed_again = site.build()
    again = site.write(right).build()
    clean = site.build(out="clean/out", doctrees="clean/doctrees")
    assert (len(ours(failed)) > 0, ours(failed_again)) == (True, ours(failed))
    assert ours(again) == ours(clean)
    assert [str(again.body(name)) for name in ("green", "ada")] == [
        str(clean.body(name)) for name in ("green", "ada")
    ]


AUTHORS = "fern: {name: Fern Green, url: https://fern.example.org}\n"
OF_SOMEBODY = "---\ntitle: Green\nevent: Green\nauthors: [fern]\n---\n\nWords.\n"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ({}, "posts/authors.yml"),
        ({}, "authors.yml"),
        ({}, "data/authors/fern.yml"),
        ({"authors.yml": AUTHORS.replace("Green", "Brown")}, "posts/authors.yml"),
        ({"posts/authors.yml": "moss: {name: Moss}\n"}, "authors.yml"),
    ],
    ids=["beside", "above", "of-one", "nearer", "further"],
)
def test_a_file_of_authors_has_come(tmp_path: Path, before: dict[str, str], name: str) -> None:
    """Who they are is on the page as in a clean build, and the third build reads nothing."""
    site = Site(tmp_path).write({"index.md": "# Site\n", "posts/green.md": OF_SOMEBODY, **before})
    site.build()
    site.write({name: AUTHORS.removeprefix("fern: ") if name.endswith("fern.yml") else AUTHORS})
    again = site.build()
    clean = site.build(out="clean/out", doctrees="clean/doctrees")
    assert "Fern Green" in str(clean.body("posts/green"))
    assert str(again.body("posts/green")) == str(clean.body("posts/green"))
    assert "posts/green.html" not in site.build().written
