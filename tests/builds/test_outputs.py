"""Every builder makes something useful of the examples, without a warning."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.posts import INDEX, JEKYLL_POST, NATIVE_POST, RST_POST
from support.site import PDF, Built, Site, png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES: dict[str, str | bytes] = {
    "index.md": INDEX + "\n```{talk-list}\n:type: table\n```\n\n```{talk-list}\n:type: list\n```\n",
    "2018-03-20-cloud.md": JEKYLL_POST,
    "garden.md": NATIVE_POST,
    "bridge.rst": RST_POST,
    "worms.pdf": PDF,
    **{f"img/{name}.png": png() for name in ("hall", "hall-small", "corridor")},
}
# Sphinx's own packages for these builders use what a later Sphinx will have no more.
pytestmark = [
    pytest.mark.filterwarnings("ignore:'sphinxcontrib.*' is deprecated"),
    pytest.mark.filterwarnings("ignore:'tags' will become a required keyword argument"),
]

LATEX: dict[str, object] = {"latex_documents": [("garden", "garden.tex", "Garden", "A", "howto")]}
CONFIG: dict[str, dict[str, object]] = {
    "latex": LATEX,
    "man": {"man_pages": [("garden", "garden", "Garden", [], 1)]},
    "texinfo": {"texinfo_documents": [("garden", "garden", "Garden", "A", "garden", "", "")]},
    "epub": {"copyright": "2024 A", "version": "1"},
    "linkcheck": {"linkcheck_ignore": [r"https?://.*"]},
}
BUILDERS = (
    "html dirhtml singlehtml epub json pickle devhelp qthelp htmlhelp "
    "latex text man texinfo gettext linkcheck xml pseudoxml"
).split()


IN_ONE_FILE = {**FILES, "index.md": INDEX + "\n```{toctree}\ngarden\n```\n"}


@pytest.fixture(scope="module")
def built_by(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Callable[[str], Built]:
    """Return what builds the examples with a builder, once."""

    @cache
    def build(builder: str) -> Built:
        site = Site(tmp_path_factory.mktemp(builder), store=store)
        files = IN_ONE_FILE if builder == "singlehtml" else FILES
        return site.write(files).build(builder, config=CONFIG.get(builder, {}))

    return build


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_builder_has_nothing_to_warn_about(built_by: Callable[[str], Built], builder: str) -> None:
    """Examples of every kind build under -W."""
    assert built_by(builder).warnings == []


@pytest.mark.parametrize(
    ("builder", "path"),
    [
        ("text", "garden.txt"),
        ("man", "garden.1"),
        ("texinfo", "garden.texi"),
        ("latex", "garden.tex"),
        ("html", "garden.html"),
        ("dirhtml", "garden/index.html"),
        ("singlehtml", "index.html"),
        ("epub", "garden.xhtml"),
    ],
)
@pytest.mark.parametrize(
    "shown", ["Watering", "youtube.com/watch?v=abcdefghijk", "Worms", "worms.pdf", "deck."]
)
def test_a_page_shows_title_link_and_caption_of_its_embeds(
    built_by: Callable[[str], Built], builder: str, path: str, shown: str
) -> None:
    """Whoever reads the output finds the deck."""
    assert shown in _plain((built_by(builder).outdir / path).read_text(encoding="utf-8"))


def test_a_face_in_an_epub_has_no_drawing(built_by: Callable[[str], Built]) -> None:
    """The format wants a namespace for it, and a word in the manifest, which Sphinx cannot write."""
    page = (built_by("epub").outdir / "garden.xhtml").read_text(encoding="utf-8")
    assert ("er-face" in page, "<svg" in page) == (True, False)


def test_pages_as_json_have_the_report(built_by: Callable[[str], Built]) -> None:
    """For sites that show them in frames of their own."""
    page = json.loads((built_by("json").outdir / "garden.fjson").read_text(encoding="utf-8"))
    assert "er-deck" in page["body"]


def test_the_file_of_a_deck_is_copied(built_by: Callable[[str], Built]) -> None:
    """The link of a deck in the source tree leads to a copy of the file."""
    built = built_by("html")
    link = built.body("garden").select_one("figure.er-deck a[href]")
    assert link is not None
    assert (built.outdir / str(link["href"])).read_bytes() == PDF


def test_a_deck_without_a_caption_can_be_referred_to_in_a_book(site: Site) -> None:
    """Sphinx sets the name of a figure with its caption only."""
    post = "---\ntitle: Garden\nevent: Garden\n---\n\n## Worms\n\n```{deck} https://slides.example.org/w.pdf\n```\n"
    built = site.write({"index.md": INDEX, "garden.md": post}).build("latex", config=LATEX)
    text = (built.outdir / "garden.tex").read_text(encoding="utf-8")
    assert text.count(r"\label{\detokenize{garden:deck-worms}}") == 1


def test_translators_get_the_words_of_the_report_and_none_of_ours(built_by: Callable[[str], Built]) -> None:
    """The catalogue has the prose; generated lines are translated by our own."""
    built = built_by("gettext")
    text = (built.outdir / "garden.pot").read_text(encoding="utf-8")
    assert ("They dig." in text, "Video on" in text) == (True, False)


def test_no_handler_hides_those_of_others() -> None:
    """There is none for a single builder of the HTML family."""
    from sphinx_eventreport.sphinx_ext.writers.table import VISITORS  # noqa: PLC0415

    formats = {name for visitors in VISITORS.values() for name in visitors}
    assert formats == {"html", "latex", "text", "man", "texinfo"}


def _plain(text: str) -> str:
    """Undo what the man and LaTeX writers escape."""
    for escaped, plain in (("\\-", "-"), ("\\&", ""), ("\\sphinxhyphen{}", "-"), ("\\_", "_"), ("\\.", ".")):
        text = text.replace(escaped, plain)
    return text
