"""Drafts and unlisted reports: what is written of them, and what shows or names them."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest
from support.pdfs import slides
from support.site import Site, png

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

INDEX = """# Site

```{event-list}
```

```{talk-list}
```

```{person-list}
```

```{toctree}
tidal
```

{event}`tidal`
"""
REPORT = """---
title: Tidal Day
label: tidal
tags: [quokka]
event: {name: Tidal Day, series: tides, start: 2024-05-01, location: {address: {city: Numbat}}}
%s
---

```{index} wombat
```

![](tide.png)

## Undertow, by Ada Bandicoot

```{deck} undertow.pdf
```
"""
OTHER = (
    "---\nlabel: other\nevent: {name: Other Day, series: tides, start: 2023-05-01}\n---\n\n{talk}`undertow`\n"
)
WORDS = ("Tidal Day", "quokka", "Numbat", "wombat", "Bandicoot", "Undertow")


def files(said: str) -> dict[str, str | bytes]:
    """Return a site of a report that says something of who may see it, and of one that refers to it."""
    return {
        "index.md": INDEX,
        "tidal.md": REPORT % said,
        "other.md": OTHER,
        "tide.png": png(),
        "undertow.pdf": slides(("Undertow", "pulls the platypus")),
    }


def telling(built: Built) -> set[str]:
    """Return the files that have a word of the report, besides its page and Sphinx's own state."""
    found = set()
    for path in sorted(path for path in built.outdir.rglob("*") if path.is_file()):
        name = path.relative_to(built.outdir).as_posix()
        content = _content(path)
        if any(word.encode() in content for word in WORDS) and not name.startswith((".doctrees", "tidal")):
            found.add(name)
    return found


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    if path.name == "objects.inv":
        return zlib.decompress(content.split(b"\n", 4)[4])
    return content.lower() + content


def test_nothing_is_written_of_a_draft(site: Site) -> None:
    """No page, source, picture, name or word; the toctree that names it is no warning, the role is one."""
    built = site.write(files("draft: true")).build()
    assert (telling(built), (built.outdir / "tidal.html").exists()) == (set(), False)


def test_what_became_a_draft_is_deleted(site: Site) -> None:
    """The page, its source, its pictures and the pictures of its slides."""
    site.write(files("")).build()
    built = site.write(files("draft: true")).build()
    left = {path.name for path in built.outdir.rglob("*") if path.is_file() and "doctrees" not in path.parts}
    assert (telling(built), [name for name in left if name.startswith(("tid", "under"))]) == (set(), [])
    assert not list((built.outdir / "_images").glob("*"))


@pytest.mark.parametrize("number", [1, 4])
def test_what_is_published_is_there(site: Site, number: int) -> None:
    """A draft that is none any more equals a report that never was one."""
    site.write(files("draft: true")).build(parallel=number)
    rebuilt = site.write(files("")).build(parallel=number)
    assert "Tidal Day" in rebuilt.body("index").get_text()


def test_drafts_are_shown_and_marked_where_the_site_says_so(site: Site) -> None:
    """For whoever writes them."""
    site.write(files("draft: true")).build()
    built = site.build(config={"eventreport_drafts": True})
    notice = built.body("tidal").select_one(".er-draft")
    assert notice is not None
    assert notice.get_text() == "Draft"
    assert "Tidal Day" in built.body("index").get_text()


def test_drafts_go_again_when_the_site_says_so_no_more(site: Site) -> None:
    """Whatever was built before."""
    site.write(files("draft: true")).build(config={"eventreport_drafts": True})
    assert telling(site.build()) == set()


def test_an_unlisted_page_is_in_nothing_but_what_names_it(site: Site) -> None:
    """A toctree and a role do; lists, indices, the inventory and the searches do not."""
    built = site.write(files("visibility: unlisted")).build(config={"html_sidebars": {"**": []}})
    own = {name for name in telling(built) if "tid" in name or name.startswith(("_images", "_downloads"))}
    assert telling(built) - own <= {"index.html", "other.html"}
    assert built.warnings == []


def test_an_unlisted_page_is_in_the_navigation_only(site: Site) -> None:
    """The listings of the page that names it show nothing of it."""
    body = site.write(files("visibility: unlisted")).build().body("index")
    assert body.select_one(".er-listing-cards a[href*=tidal]") is None
    assert body.select_one("a[href='tidal.html']") is not None


def test_robots_are_told_of_an_unlisted_page(site: Site) -> None:
    """They find it by the links to it."""
    page = site.write(files("visibility: unlisted")).build().page("tidal")
    assert page.select_one("meta[name=robots][content=noindex]") is not None


@pytest.mark.parametrize("said", ["draft: true", "visibility: unlisted"])
def test_a_rebuilt_site_equals_a_clean_one(site: Site, said: str) -> None:
    """Lists, indices and inventory are as if the report had always been so."""
    site.write(files("")).build()
    rebuilt = site.write(files(said)).build()
    clean = site.build(out="clean", doctrees="clean-doctrees")
    assert telling(rebuilt) == telling(clean)
    assert rebuilt.body("index") == clean.body("index")


def test_what_two_drafts_share_goes_with_them(site: Site) -> None:
    """A picture that no page is left to show."""
    post = "---\nevent: Kelp Day\n%s\n---\n![](tide.png)\n"
    site.write({"index.md": "# Site\n", "a.md": post % "", "b.md": post % "", "tide.png": png()}).build()
    built = site.write({"a.md": post % "draft: true", "b.md": post % "draft: true"}).build()
    assert not list((built.outdir / "_images").glob("*"))


def test_the_page_above_all_others_is_built(site: Site) -> None:
    """Sphinx cannot do without it."""
    built = site.write({"index.md": "---\nevent: Kelp Day\ndraft: true\n---\nWords.\n"}).build()
    assert (built.outdir / "index.html").exists()


def test_an_unlisted_page_that_becomes_a_draft_is_beside_no_other(site: Site) -> None:
    """Its title was in the navigation of all pages."""
    files = {"index.md": "# Site\n\n```{toctree}\nother\nkelp\n```\n", "other.md": "# Other\n"}
    post = "---\ntitle: Kelp Day\nevent: Kelp Day\nvisibility: %s\n---\nWords.\n"
    site.write({**files, "kelp.md": post % "unlisted"}).build()
    built = site.write({"kelp.md": post % "draft"}).build()
    assert "Kelp Day" not in (built.outdir / "other.html").read_text("utf-8")


@pytest.mark.parametrize("old", ["_posts/2020-01-02-kelp", "kelp"])
def test_a_post_that_is_moved_to_the_drafts_leaves_nothing(site: Site, old: str) -> None:
    """Its page had another address."""
    post = "---\nlayout: post\ntitle: Kelp Day\nevent: Kelp Day\n---\n![](/tide.png)\n"
    site.write({"index.md": "# Site\n", "tide.png": png(), f"{old}.md": post}).build()
    (site.source / f"{old}.md").unlink()
    built = site.write({"_drafts/kelp.md": post}).build()
    left = [path.name for path in built.outdir.rglob("*")]
    assert [name for name in left if "kelp" in name or name == "tide.png"] == []


def test_another_post_that_is_removed_is_not_ours(site: Site) -> None:
    """Sphinx leaves the pages of documents that are gone, except those that `unchanged` removes."""
    post = "---\nlayout: post\ntitle: Kelp Day\nevent: Kelp Day\n---\nWords.\n"
    alone = {"eventreport_optimize": False}
    site.write({"index.md": "# Site\n", "weed.md": post}).build(config=alone)
    (site.source / "weed.md").unlink()
    built = site.write({"_drafts/kelp.md": post}).build(config=alone)
    assert (built.outdir / "weed.html").is_file()


def test_each_builder_deletes_what_it_wrote(site: Site) -> None:
    """Two of them have one folder of doctrees, and the second learns of a draft that the first took out."""
    post = "---\nevent: Kelp Day\n%s\n---\n![](tide.png)\n\n```{deck} undertow.pdf\n```\n"
    front: dict[str, str | bytes] = {"index.md": "# Site\n\n```{toctree}\nkelp\n```\n", "tide.png": png()}
    site.write({**front, "undertow.pdf": slides(("Undertow", "pulls")), "kelp.md": post % ""})
    builders = ("html", "dirhtml")
    for name in builders:
        site.build(name, doctrees="shared")
    site.write({"kelp.md": post % "draft: true"})
    outputs = [site.build(name, doctrees="shared").outdir for name in builders]
    assert [path.name for outdir in outputs for path in (outdir / "_images").glob("*")] == []


def test_a_catalogue_of_messages_goes(site: Site) -> None:
    """What is in it are the words of the draft."""
    post = "---\nevent: Kelp Day\n%s\n---\nWords.\n"
    site.write({"index.md": "# Site\n", "kelp.md": post % "", "a/b.md": post % "", "a/c.md": "# C\n"})
    site.build("gettext")
    built = site.write({"kelp.md": post % "draft: true", "a/b.md": post % "draft: true"}).build("gettext")
    assert sorted(path.name for path in built.outdir.rglob("*.pot")) == ["a.pot", "index.pot"]
    assert "Kelp Day" not in (built.outdir / "a.pot").read_text("utf-8")


def test_pictures_of_texinfo_go(site: Site) -> None:
    """They are in a folder of the document that they are in."""
    post = "---\nevent: Kelp Day\n%s\n---\n![](tide.png)\n"
    front: dict[str, str | bytes] = {"index.md": "# Site\n\n```{toctree}\nkelp\n```\n", "tide.png": png()}
    site.write({**front, "kelp.md": post % ""}).build("texinfo")
    built = site.write({"kelp.md": post % "draft: true"}).build("texinfo")
    assert list(built.outdir.rglob("tide.png")) == []


def test_a_post_of_ablog_is_unlisted_until_its_day(site: Site) -> None:
    """Then it is listed, and robots are asked for nothing, though no file has changed."""
    post = "---\nblogpost: true\ndate: 1 May, 2024\n---\n\n# Kelp Day\n\nWords.\n"
    site.write({"index.md": "# Site\n\n```{event-list}\n```\n", "post.md": post})
    seen = []
    for day in ("2024-04-30", "2024-05-01"):
        built = site.build(config={"eventreport_today": day})
        robots = built.page("post").select("meta[name=robots]")
        seen.append(("Kelp Day" in built.body("index").get_text(), len(robots)))
    assert seen == [(False, 1), (True, 0)]


def test_a_shown_draft_loses_its_mark_on_its_day(site: Site) -> None:
    """It is no draft any more."""
    post = "---\ntitle: Kelp Day\ndate: 2024-05-01\nevent: Kelp Day\ndialect: hugo\n---\nWords.\n"
    site.write({"index.md": "# Site\n", "post.md": post})
    days = ("2024-04-30", "2024-05-01")
    built = (site.build(config={"eventreport_today": day, "eventreport_drafts": True}) for day in days)
    assert [len(one.body("post").select(".er-draft")) for one in built] == [1, 0]


def post(*lines: str, fence: str = "---") -> str:
    """Return a post called Kelp whose front matter has *lines* besides."""
    title = 'title = "Kelp"' if fence == "+++" else "title: Kelp"
    return "\n".join([fence, title, *lines, fence, "Words.", ""])


DAY, TOML_DAY = "date: 2020-01-01", 'date = "2020-01-01"'
# How each generator says that nobody is to see a post.
DRAFTS = {
    "_posts/2020-01-01-jekyll.md": post("layout: post", "published: false"),
    "_drafts/jekyll.md": post("layout: post"),
    "hugo.md": post(TOML_DAY, "draft = true", fence="+++"),
    "hugo/later.md": post(TOML_DAY, 'publishDate = "2099-01-01"', fence="+++"),
    "hugo/expired.md": post(DAY, "expirydate: 2021-01-01", "lastmod: 2020-01-02"),
    "talk/kelp/index.md": post("event: Bay", "event_url: https://a.example", "draft: true"),
    "docusaurus.md": post(DAY, "slug: kelp", "authors: [ada]", "hide_table_of_contents: true", "draft: true"),
    "quarto/index.qmd": post(DAY, "author: Ada", "format: html", "draft: true"),
    "material.md": post("date: {created: 2020-01-01}", "authors: [ada]", "draft: true"),
    "nikola.rst": ".. title: Kelp\n.. slug: kelp\n.. date: 2020-01-01\n.. status: private\n\nWords.\n",
    "pelican.md": "Title: Kelp\nDate: 2020-01-01\nStatus: draft\n\nWords.\n",
    "zola.md": post(TOML_DAY, "draft = true", "[taxonomies]", 'tags = ["a"]', fence="+++"),
    "talks.md": post(DAY, "collection: talks", "permalink: /k", "venue: Bay", "published: no"),
    "native.md": post("event: Bay", "draft: true"),
}
UNLISTED = {
    "docusaurus.md": post(
        DAY, "slug: kelp", "authors: [ada]", "hide_table_of_contents: true", "unlisted: true"
    ),
    "pelican.md": "Title: Kelp\nDate: 2020-01-01\nStatus: hidden\n\nWords.\n",
    "native.md": post("event: Bay", "visibility: unlisted"),
}
LISTS = "# Site\n\n```{event-list}\n```\n\n```{talk-list}\n```\n"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site of nothing but drafts."""
    site = Site(tmp_path_factory.mktemp("drafts"))
    return site.write({"index.md": LISTS, **DRAFTS}).build(config={"eventreport_today": "2030-01-01"})


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_of_every_generator_is_not_built(drafts: Built, name: str) -> None:
    """No page, no source, no word of it on another page."""
    stem = name.rpartition(".")[0]
    left = [
        path for path in drafts.outdir.rglob("*") if str(path.with_suffix("").with_suffix("")).endswith(stem)
    ]
    assert left == []
    assert "Kelp" not in drafts.body("index").get_text()


@pytest.mark.parametrize("name", UNLISTED)
def test_an_unlisted_post_has_a_page_alone(site: Site, name: str) -> None:
    """As its generator has it."""
    built = site.write({"index.md": LISTS, name: UNLISTED[name]}).build()
    assert "Words." in built.body(name.rpartition(".")[0]).get_text()
    assert "Kelp" not in built.body("index").get_text()


def test_an_unlisted_page_that_is_not_a_report_is_in_no_search(site: Site) -> None:
    """Neither its words, nor its index entries, nor its labels are anywhere else."""
    page = "---\nvisibility: unlisted\n---\n(numbat)=\n# Kelp Day\n\n```{index} wombat\n```\n\nQuokkas.\n"
    built = site.write({"index.md": "# Site\n\n```{toctree}\nkelp\n```\n", "kelp.md": page}).build()
    inventory = zlib.decompress((built.outdir / "objects.inv").read_bytes().split(b"zlib.\n")[1])
    index = (built.outdir / "genindex.html").read_text("utf-8")
    search = (built.outdir / "searchindex.js").read_text("utf-8")
    assert [b"numbat" in inventory, "wombat" in index, "quokka" in search] == [False] * 3


def test_a_page_that_is_not_a_report_is_listed_on_its_day(site: Site) -> None:
    """No file has changed."""
    page = "---\nlayout: page\ntitle: Kelp Day\npublishDate: 2024-05-01\n---\nWords.\n"
    site.write({"index.md": "# Site\n", "kelp.md": page})
    days = ("2024-04-30", "2024-05-01")
    built = (site.build(config={"eventreport_today": day}) for day in days)
    assert [(one.outdir / "kelp.html").exists() for one in built] == [False, True]


def test_a_site_of_nothing_but_unlisted_pages_is_built(tmp_path: Path) -> None:
    """There is nothing to search in it, and what an earlier build put there goes."""
    site = Site(tmp_path).write({"index.md": "# A\n\nWombat.\n"})
    assert "wombat" in (site.build().outdir / "searchindex.js").read_text("utf-8")
    site.write({"index.md": "---\nvisibility: unlisted\nevent: A\n---\n\n# A\n\nWombat.\n"})
    built = site.build()
    assert (built.warnings, (built.outdir / "searchindex.js").exists()) == ([], False)
