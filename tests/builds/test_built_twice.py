"""One application that is built more than once, as a watching server or an editor does."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from support.pdfs import slides
from support.site import CONF, Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILES: dict[str, str | bytes] = {
    "conf.py": f'{CONF}eventreport_people = "people.yml"\n',
    "people.yml": "cleo: {name: Cleo Marsh}\n",
    "index.md": "# Site\n\n```{event-list}\n```\n\n```{toctree}\nPeople <eventreport-people>\n```\n",
    "moss.md": "---\ntitle: Moss\nevent: Moss\n---\n\n## Spores, by Cleo Marsh\n\n```{deck} moss.pdf\n```\n",
    "moss.pdf": slides(("Moss", "Grows on stones")),
}
EDITS: dict[str, Callable[[Site], object]] = {
    "nothing": lambda _site: None,
    "toctree": lambda site: site.edit("index.md", "# Site", "# The site"),
    "deck": lambda site: site.write({"moss.pdf": slides(("Lichen", "Older than the wall"))}),
    "people": lambda site: site.edit("people.yml", "Cleo Marsh", "Cléo Marsh, aliases: [Cleo Marsh]"),
}


@pytest.fixture
def warnings() -> io.StringIO:
    """Return the stream that the application warns on."""
    return io.StringIO()


@pytest.fixture
def app(site: Site, warnings: io.StringIO) -> Iterator[Sphinx]:
    """Return the application of a site that was built once."""
    site.write(FILES)
    folders = (site.source, site.source, site.root / "out-html", site.root / "doctrees")
    with patch_docutils(site.source), docutils_namespace():
        app = Sphinx(*folders, "html", status=None, warning=warnings)
        app.build()
        yield app


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_later_builds_warn_of_nothing(
    app: Sphinx, site: Site, warnings: io.StringIO, edit: Callable[[Site], object]
) -> None:
    """Neither the next one, nor the one after, when nothing is left of what was before."""
    edit(site)
    app.build()
    (site.source / "index.md").touch()
    app.build()
    assert warnings.getvalue() == ""


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_later_build_equals_a_clean_one(app: Sphinx, site: Site, edit: Callable[[Site], object]) -> None:
    """Also where no page but only the people file was edited."""
    edit(site)
    app.build()
    later = Built(site.root / "out-html", [], set(), app)
    clean = site.build(out="clean", doctrees="clean-doctrees")
    for page in ("index", "moss", "eventreport-people"):
        assert without_styles(later, page) == without_styles(clean, page)


def without_styles(built: Built, page: str) -> str:
    """Return the body of *page*; an application remembers what single pages had added in an earlier build."""
    body = built.body(page)
    for link in body.select("link"):
        link.decompose()
    return str(body)


def test_a_deck_that_was_replaced_leaves_no_picture_to_copy(app: Sphinx, site: Site) -> None:
    """The builder remembers the pictures of all its builds, and the store has only those in use."""
    site.write({"moss.pdf": slides(("Lichen", "Older than the wall"))})
    app.build()
    assert list(app.builder.images) == []
