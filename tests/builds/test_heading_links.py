"""Headings that hold a link to a file of the site: every builder ends, and the link is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.site import PDF, Site

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

REPORT = "---\ntitle: Hive Day\nevent: Hive Day\n---\n\n"
POST = "---\nlayout: post\ntitle: Hive Day\n---\n\n"
HEADINGS = {
    "a report": ("post.md", f"{REPORT}## Honey ([slides](honey.pdf))\n\nText.\n"),
    "a post of a blog": ("2024-05-16-post.md", f"{POST}## Honey ([slides](honey.pdf))\n\nText.\n"),
    "a page that is no report": ("post.md", "# Bees\n\n## Honey ([slides](honey.pdf))\n\nText.\n"),
    "the title of a page": ("post.md", "# Honey ([slides](honey.pdf))\n\nText.\n"),
    "the title of a report": ("post.md", f"{REPORT}# Honey ([slides](honey.pdf))\n\nText.\n"),
    "a picture that is a link": ("post.md", f"{REPORT}## Honey [![comb](comb.png)](honey.pdf)\n\nText.\n"),
    "a talk": ("post.md", f"{REPORT}## Honey ([slides](honey.pdf))\n\n```{{deck}} honey.pdf\n```\n"),
    "a path from the top": ("post.md", f"{REPORT}## Honey ([slides](/honey.pdf))\n\nText.\n"),
    "a role": ("post.md", f"{REPORT}## Honey {{download}}`slides <honey.pdf>`\n\nText.\n"),
    "reStructuredText": (
        "post.rst",
        "Bees\n====\n\nHoney :download:`slides <honey.pdf>`\n---------\n\nText.\n",
    ),
    "an H1 among others": ("post.md", f"{REPORT}# One\n\n# Honey ([slides](honey.pdf))\n\nText.\n"),
}


def _built(folder: Path, name: str, source: str, builder: str = "html") -> Built:
    stem = name.rpartition(".")[0]
    index = f"# Index\n\n```{{toctree}}\n:maxdepth: 3\n{stem}\n```\n\n```{{contents}}\n```\n"
    return Site(folder).write({"index.md": index, "honey.pdf": PDF, name: source}).build(builder)


@pytest.fixture(scope="module", params=HEADINGS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, str]:
    """Return the site with each heading in turn, and the name of the page that has it."""
    name, source = HEADINGS[request.param]
    return _built(tmp_path_factory.mktemp("heading"), name, source), name.rpartition(".")[0]


def test_a_heading_keeps_its_link(case: tuple[Built, str]) -> None:
    """The build ends, and the file is one click away from the heading."""
    built, name = case
    body = built.body(name)
    assert body.select_one("h1 a[href$='honey.pdf'], h2 a[href$='honey.pdf']")


def test_the_contents_have_the_words_alone(case: tuple[Built, str]) -> None:
    """An entry of a table of contents is one link: to the heading."""
    built, _name = case
    assert not built.body("index").select("a a, a[href$='.pdf']")


@pytest.mark.parametrize(
    "builder", ["dirhtml", "singlehtml", "epub", "latex", "text", "man", "texinfo", "xml"]
)
def test_every_builder_ends(tmp_path: Path, builder: str) -> None:
    """All of them put the outline of a page into that of the site."""
    built = _built(tmp_path, *HEADINGS["a report"], builder=builder)
    assert any(built.outdir.rglob("*"))


def test_with_workers_too(tmp_path: Path) -> None:
    """What a worker reads comes back with its outline as it is to be."""
    pages = {f"p{number}.md": f"# Bees\n\n## Honey ([slides](honey.pdf)) {number}\n" for number in range(12)}
    toctree = "\n".join(f"p{number}" for number in range(12))
    site = Site(tmp_path).write(
        {"index.md": f"# I\n\n```{{toctree}}\n{toctree}\n```\n", "honey.pdf": PDF, **pages}
    )
    assert not site.build(parallel=2).body("index").select("a a")
