"""Real posts and minutes, in one site, where the folder of real inputs is beside the checkout."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

import pytest
from support.posts import INDEX
from support.site import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = (
    "ablog-myst ablog-rst docusaurus hugo-yaml hugoblox jekyll mkdocs minutes nikola oddities pelican quarto "
    "sphinx-rst-notes zola-toml"
).split()
SUFFIXES = {".md", ".mdx", ".qmd", ".markdown"}
CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
# What is no prose: metadata, comments, code, shortcodes, tags, addresses, braces, mathematics.
NO_PROSE = (
    r"\A(?:---\n.*?\n(?:---|\.\.\.)[ \t]*\n|\+\+\+\n.*?\n\+\+\+[ \t]*\n|(?:[A-Z]\w+: .*\n)+)",
    r"<!--.*?-->|\{/\*.*?\*/\}",
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1",
    r"<(script|style|button|svg|video)\b.*?</\1>",
    r"\{\{.*?\}\}|\{%.*?%\}",
    r"^(?:import|export) .*$|^\[[^\]]+\]:.*$|^:::.*$",
    r"<[^<>]*>|\$\$.*?\$\$|\$[^$\n]*\$",
    r"(?<=\])\[[^\]\n]*\]|\[\^[^\]]*\]|(?<=\])\([^()]*(?:\([^()]*\))?[^()]*\)",
    r"\{[^{}]*\}|https?://\S+",
)
WORD = re.compile(r"[^\W\d_]{3,}")


@pytest.fixture(scope="module")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build all of it, without a word in conf.py."""
    site = Site(tmp_path_factory.mktemp("corpus"), conf=CONF)
    for name in FOLDERS:
        shutil.copytree(corpus / name, site.source / name)
    return site.write({"index.md": INDEX}).build()


def reports(built: Built) -> list[str]:
    """Return the documents that are reports."""
    pages = built.app.env.get_domain("eventreport").data["pages"]
    return sorted(name for name, page in pages.items() if page.report is not None)


def prose(text: str) -> Counter[str]:
    """Return the words of the prose in the Markdown *text*, and how often each stands there."""
    text = text.lstrip("\ufeff").replace("\r", "")
    for pattern in NO_PROSE:
        text = re.sub(pattern, " ", text, flags=re.DOTALL | re.MULTILINE)
    return Counter(word.lower() for word in WORD.findall(unescape(text)))


def test_most_posts_are_reports(built: Built) -> None:
    """The others are lists of posts, pages without metadata, and notes."""
    assert len(reports(built)) > 150


def test_no_paragraph_is_lost(built: Built) -> None:
    """Of the words of each source a few at most are not on its page: parts of mathematics and of markup."""
    lost = {}
    for name in reports(built):
        source = built.app.env.doc2path(name)
        if not any(str(source).endswith(suffix) for suffix in SUFFIXES):
            continue
        page = built.body(name)
        pictures = " ".join(str(image.get("alt", "")) for image in page.select("img"))
        # Markup may stand within a word, and between two.
        whole, parts = (
            Counter(word.lower() for word in WORD.findall(f"{text} {pictures}"))
            for text in (page.get_text(), page.get_text(" "))
        )
        found = whole | parts
        missing = prose(source.read_text("utf-8")) - found
        if missing.total() > 12:
            lost[name] = missing
    assert lost == {}


def test_no_request_goes_to_another_host(built: Built) -> None:
    """Nothing in a report that a browser loads by itself has a foreign address."""
    loaded = {
        (name, str(node.get(key)))
        for name in reports(built)
        for node in built.body(name).select("[src], [srcset], [poster], iframe, object, embed, link")
        for key in ("src", "srcset", "poster", "data", "href")
    }
    assert [pair for pair in loaded if re.match(r"(https?:)?//", pair[1])] == []


def test_every_warning_of_ours_says_where(built: Built) -> None:
    """A file, and a line where there is one."""
    ours = [line for line in built.warnings if "[eventreport." in line]
    assert [line for line in ours if not re.match(r"\S[^:]*\.(md|mdx|qmd|markdown|rst)\b", line)] == []


def test_every_report_has_one_title(built: Built) -> None:
    """However its metadata is written."""
    assert [name for name in reports(built) if len(built.body(name).select("h1")) != 1] == []
