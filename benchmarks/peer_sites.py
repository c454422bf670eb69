"""The same reports as sources for each of the tools that `peers.py` measures.

Bodies are the same everywhere. Titles and dates are written the way each tool wants them, themes are those
that come with a tool, and everything else is as its documentation sets it up. Hugo brings no theme, so it
gets the three smallest templates that make a page of a report and a list of all.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generate import PICTURES, png, report, write_site
from vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MYST_EXTRAS = 'suppress_warnings = ["toc.not_included"]\nmyst_heading_anchors = 2\n'
_TITLE = re.compile(r'^title: "(.*)"$', re.MULTILINE)
_DAY = re.compile(r"/(\d{4})/(\d\d)/(\d\d)/")


@dataclass(frozen=True, slots=True)
class Post:
    """One report: file name without suffix, title, day, and the body below the title."""

    name: str
    title: str
    day: str
    body: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: what pip installs, how its sources are written, how it is run, and where to look afterwards.

    ``write`` makes the sources in a folder and returns the paths of the posts. ``command`` is run in that
    folder; the first word is a program of the tool's environment. ``listing`` and ``search`` are files of
    the output, "" where the tool makes none.
    """

    name: str
    packages: tuple[str, ...]
    write: Callable[[int, Path], list[Path]]
    command: tuple[str, ...]
    output: str
    listing: str
    search: str


def posts(count: int) -> Iterator[Post]:
    """Yield the reports 1 to *count*."""
    vocabulary = Vocabulary()
    for number in range(1, count + 1):
        name, text = report(vocabulary, number, "plain")
        _fence, front, body = text.split("---\n", 2)
        title = _TITLE.search(front)
        day = _DAY.search(front)
        if title is None or day is None:
            message = f"report {number} has no title or no day"
            raise ValueError(message)
        prose = body.partition(f"# {title[1]}\n")[2].lstrip()
        yield Post(name.removesuffix(".md"), title[1], "-".join(day.groups()), prose)


def _write_posts(
    count: int, root: Path, folder: str, head: Callable[[Post], str], files: dict[str, str]
) -> list[Path]:
    """Write each post into *folder* of *root*, below what *head* makes, and *files* by their paths."""
    paths = []
    (root / folder).mkdir(parents=True)
    for post in posts(count):
        path = root / folder / f"{post.name}.md"
        path.write_text(f"{head(post)}\n{post.body}", encoding="utf-8")
        paths.append(path)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths


def _yaml(post: Post, **more: str) -> str:
    lines = {"title": json.dumps(post.title), "date": post.day, **more}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + "---\n"


def _ablog(count: int, root: Path) -> list[Path]:
    conf = (
        'project = "Reports"\nhtml_theme = "alabaster"\nextensions = ["myst_parser", "ablog"]\n'
        'blog_title = "Reports"\nblog_baseurl = "https://www.example.org"\n' + MYST_EXTRAS
    )
    index = "# Reports\n\n```{postlist}\n:list-style: circle\n```\n"
    files = {"conf.py": conf, "index.md": index}

    def head(post: Post) -> str:
        return f"---\nblogpost: true\ndate: {post.day}\nauthor: A\n---\n\n# {post.title}\n"

    paths = _write_posts(count, root, "reports", head, files)
    _pictures(root / "img" / "posts")
    return paths


_MKDOCS = """site_name: Reports
site_url: https://www.example.org/
theme: {name: material}
plugins: [search, blog]
"""


def _mkdocs(count: int, root: Path) -> list[Path]:
    files = {"mkdocs.yml": _MKDOCS, "docs/index.md": "# Reports\n", "docs/blog/index.md": "# Blog\n"}
    paths = _write_posts(count, root, "docs/blog/posts", _yaml, files)
    _pictures(root / "docs" / "img" / "posts")
    return paths


_ZENSICAL = '[project]\nsite_name = "Reports"\nsite_url = "https://www.example.org/"\n'


def _zensical(count: int, root: Path) -> list[Path]:
    files = {"zensical.toml": _ZENSICAL, "docs/index.md": "# Reports\n"}
    paths = _write_posts(count, root, "docs/reports", _yaml, files)
    _pictures(root / "docs" / "img" / "posts")
    return paths


_PELICAN = """AUTHOR = "A"
SITENAME = "Reports"
SITEURL = "https://www.example.org"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
STATIC_PATHS = ["img"]
"""


def _pelican(count: int, root: Path) -> list[Path]:
    def head(post: Post) -> str:
        return f"Title: {post.title}\nDate: {post.day}\n"

    paths = _write_posts(count, root, "content/reports", head, {"pelicanconf.py": _PELICAN})
    _pictures(root / "content" / "img" / "posts")
    return paths


_NIKOLA = """BLOG_AUTHOR = "A"
BLOG_TITLE = "Reports"
SITE_URL = "https://www.example.org/"
BLOG_EMAIL = "a@example.org"
BLOG_DESCRIPTION = "Reports"
DEFAULT_LANG = "en"
TRANSLATIONS = {DEFAULT_LANG: ""}
THEME = "bootblog4"
POSTS = (("posts/*.md", "posts", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
TIMEZONE = "UTC"
"""


def _nikola(count: int, root: Path) -> list[Path]:
    def head(post: Post) -> str:
        return _yaml(post, slug=post.name)

    paths = _write_posts(count, root, "posts", head, {"conf.py": _NIKOLA})
    _pictures(root / "files" / "img" / "posts")
    return paths


_HUGO = """baseURL = "https://www.example.org/"
title = "Reports"
disableKinds = ["taxonomy", "term"]
[markup.goldmark.renderer]
unsafe = true
"""
_HUGO_BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">{{ site.Title }}</a></nav><main>{{ block "main" . }}{{ end }}</main></body></html>
"""
_HUGO_PAGE = '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}{{ end }}\n'
_HUGO_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range site.RegularPages }}'
    '<li>{{ .Date.Format "2006-01-02" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>'
    "{{ end }}</ul>{{ end }}\n"
)


def _hugo(count: int, root: Path) -> list[Path]:
    layouts = {"baseof": _HUGO_BASE, "single": _HUGO_PAGE, "list": _HUGO_LIST}
    files = {f"layouts/_default/{name}.html": text for name, text in layouts.items()}
    paths = _write_posts(count, root, "content/reports", _yaml, {"hugo.toml": _HUGO, **files})
    _pictures(root / "static" / "img" / "posts")
    return paths


def _pictures(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in PICTURES:
        (folder / f"{name}.png").write_bytes(png(64, 36))


_SPHINX = ("python", "-m", "sphinx", "-q", "-b", "html", "-d", "doctrees", ".", "html")
_SPHINX_FOUND = ("html", "index.html", "searchindex.js")
PLAIN = Peer(
    "plain Sphinx + MyST",
    ("sphinx", "myst-parser"),
    lambda count, root: write_site(count, root, "plain"),
    _SPHINX,
    output="html",
    listing="",
    search="searchindex.js",
)
OURS = Peer(
    "sphinx_eventreport",
    (),
    lambda count, root: write_site(count, root, "eventreport"),
    _SPHINX,
    *_SPHINX_FOUND,
)
HUGO = Peer(
    "Hugo", ("hugo",), _hugo, ("hugo", "--quiet", "--destination", "html"), "html", "reports/index.html", ""
)
PEERS = (
    PLAIN,
    OURS,
    Peer("ABlog", ("ablog", "myst-parser"), _ablog, _SPHINX, *_SPHINX_FOUND),
    Peer(
        "MkDocs Material, blog",
        ("mkdocs-material",),
        _mkdocs,
        ("mkdocs", "build", "--quiet"),
        "site",
        "blog/index.html",
        "search/search_index.json",
    ),
    Peer("Zensical", ("zensical",), _zensical, ("zensical", "build"), "site", "", "search.json"),
    Peer("Nikola", ("nikola", "ruamel.yaml"), _nikola, ("nikola", "build"), "output", "index.html", ""),
    Peer(
        "Pelican",
        ("pelican[markdown]",),
        _pelican,
        ("pelican", "content", "--settings", "pelicanconf.py", "--output", "html", "--quiet"),
        "html",
        "index.html",
        "",
    ),
    HUGO,
)
