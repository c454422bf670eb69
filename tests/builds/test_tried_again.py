"""What failed for a moment is right in the next build, which is then what a clean build would be."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar

import pytest
from support.green import DECK, FILES, report
from support.site import Built, Site, png

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


BESIDE = "---\ntitle: Fern\nevent: Fern\n{front}---\n\n{text}\n"
MISSING: Mapping[str, tuple[str, str, str | bytes]] = {
    "a picture": ("", "![Fern](fern.png)", "fern.png"),
    "a picture elsewhere": ("", "![Fern](/img/fern.png)", "static/img/fern.png"),
    "the picture of the card": ("thumbnail: fern.png\n", "Words.", "fern.png"),
    "the picture at the top": ("banner: fern.png\n", "Words.", "fern.png"),
    "a deck": ("", "```{deck} fern.pdf\n```", "fern.pdf"),
    "a recording": ("", "```{recording} fern.mp4\n```", "fern.mp4"),
    "a poster": ("", "```{recording} https://youtu.be/abcdefghijk\n:poster: fern.png\n```", "fern.png"),
    "a link": ("", "See [the list](list.csv).", "list.csv"),
    "a link to a page": ("", "See [the page](ferns.md).", "ferns.md"),
    "a picture by another case": ("", "![Fern](Fern.PNG)", "fern.png"),
}
"""Front matter and text of a report that name a file, and the file that comes later."""


@pytest.mark.parametrize(("front", "text", "file"), MISSING.values(), ids=MISSING)
def test_a_file_that_comes_later(tmp_path: Path, front: str, text: str, file: str) -> None:
    """Until then the page is left alone, and the warning comes each time; then all is as in a clean build."""
    site = Site(tmp_path).write({"index.md": "# Site\n\n```{event-list}\n:fields: title, image\n```\n"})
    site.write({"fern.md": BESIDE.format(front=front, text=text)})
    failed = site.build()
    failed_again = site.build()
    kinds: dict[str, str | bytes] = {
        "pdf": DECK,
        "png": png(),
        "md": "# Ferns\n",
        "mp4": "film",
        "csv": "a,b\n",
    }
    site.write({file: kinds[file.rpartition(".")[2]]})
    again = site.build()
    clean = site.build(out="clean/out", doctrees="clean/doctrees")
    assert (len(ours(failed)), ours(failed_again), "fern.html" in failed_again.written) == (
        1,
        ours(failed),
        False,
    )
    assert ours(again) == ours(clean)
    assert str(again.body("fern")) == str(clean.body("fern"))
    assert str(again.body("index")) == str(clean.body("index"))
