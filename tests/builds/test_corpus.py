"""Posts and minutes as people write them, all dialects in one site."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.corpus import FOLDERS
from support.posts import INDEX
from support.site import Built, Site

from sphinx_eventreport.core.files.text import decode

if TYPE_CHECKING:
    from bs4 import Tag

CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
# What is no prose, and why it need not be on the page.
NO_PROSE = (
    # Metadata, in YAML, TOML or lines; it is read, or kept.
    r"\A(?:---\n.*?\n(?:---|\.\.\.)[ \t]*\n|\+\+\+\n.*?\n\+\+\+[ \t]*\n|(?:[A-Z]\w+: .*\n)+)",
    # Comments, of HTML, of MDX and of Liquid.
    r"<!--.*?-->|\{/\*.*?\*/\}|\{% comment %\}.*?\{% endcomment %\}",
    # Code. Highlighting cuts it into other words than these.
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1",
    # What a script or a style sheet holds, drawings, and what old browsers read in place of a video.
    r"<(script|style|svg|video)\b.*?</\1>",
    # Shortcodes, Liquid tags and roles' braces.
    r"\{\{.*?\}\}|\{%.*?%\}",
    # Modules of MDX, definitions of links, fences and kinds of boxes, metadata of a cell.
    r"^(?:import|export) .*$|^\[[^\]]+\]:.*$|^:::.*$|^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w-]+|^\+\+\+ .*$",
    # Kinds of alerts, names of emoji, marks of HackMD.
    r"\[(?:name|time|color)=|^[ \t]*>[ \t]*\[![\w-]+\][+-]?|(?<![\w:]):[a-z0-9_+-]+:(?!\w)",
    # Tags, and mathematics, which is typeset.
    r"<[^<>]*>|\$\$.*?\$\$|\$[^$\n]*\$",
    # MyST-Parser drops a link into an inventory that the site does not name, with its text.
    r"\[[^\]\n]*\]\(inv:[^)\n]*\)",
    # Where links lead, marks of footnotes.
    r"(?<=\])\[[^\]\n]*\]|\[\^[^\]]*\]|(?<=\])\([^()]*(?:\([^()]*\))?[^()]*\)",
    # Lists of attributes, addresses.
    r"\{[^{}]*\}|https?://\S+",
)
NO_PROSE_IN_RST = (
    # Pages of a table of contents, which links to titles; what is shown as it is, or not at all.
    r"^([ \t]*)\.\. (?:toctree|raw|\w*code[\w-]*|youtube|image|post)\b.*\n(?:[ \t]*\n|\1[ \t]+.*\n)*",
    # Fields and options, and metadata in comments.
    r"^[ \t]*:[\w -]+:(?:[ \t].*)?$|^\.\. \w[\w ]*: .*$",
    # Where links lead, names of directives, comments.
    r"^[ \t]*\.\. _.*?(?<!\\):.*$|^[ \t]*\.\. [\w-]+::|^\.\.(?:[ \t]+\S.*)?(?:\n[ \t]+\S.*)*$",
    # A reference shows the title of what it leads to.
    r":ref:`[^`<]*`",
    r"<[^<>]*>|:[\w:+-]+:(?=`)|https?://\S+|\|[^|\n]+\|",
)
WORD = re.compile(r"[^\W\d_]{3,}")


@pytest.fixture(scope="module")
def built(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build all of it, without a word in conf.py."""
    site = Site(tmp_path_factory.mktemp("corpus"), conf=CONF)
    for folder in filter(Path.is_dir, map(corpus.joinpath, FOLDERS)):
        shutil.copytree(folder, site.source / folder.name)
    return site.write({"index.md": INDEX}).build()


def reports(built: Built) -> list[str]:
    """Return the documents that are reports."""
    pages = built.app.env.get_domain("eventreport").data["pages"]
    return sorted(name for name, page in pages.items() if page.report is not None)


def words(text: str) -> Counter[str]:
    """Return the words of *text*, and how often each stands there."""
    return Counter(word.lower() for word in WORD.findall(text))


def prose(source: Path) -> Counter[str]:
    """Return the words of the prose in the file *source*."""
    text = decode(source.read_bytes())[0].replace("\r", "") + "\n"
    if source.suffix == ".rst":
        for pattern in NO_PROSE_IN_RST:
            text = re.sub(pattern, " \n", text, flags=re.MULTILINE)
        return words(unescape(text))
    for pattern in NO_PROSE:
        text = re.sub(pattern, " ", text, flags=re.DOTALL | re.MULTILINE)
    return words(unescape(text))


def shown(page: Tag) -> Counter[str]:
    """Return the words of *page*. Markup may stand within a word, and between two."""
    pictures = " ".join(str(image.get("alt", "")) for image in page.select("img"))
    return words(f"{page.get_text()} {pictures}") | words(f"{page.get_text(' ')} {pictures}")


def test_most_posts_are_reports(built: Built) -> None:
    """The others are lists of posts, pages without metadata, and notes."""
    assert len(reports(built)) > len(built.app.env.found_docs) / 2


def test_no_word_is_lost(built: Built) -> None:
    """Not one of the prose of any source, Markdown or reStructuredText; see above for what is none."""
    lost, ours = {}, reports(built)
    for name in built.app.env.found_docs - {"index"}:
        # What is no report is MyST-Parser's, and may close more than it opens.
        page = built.body(name) if name in ours else built.page(name)
        missing = prose(Path(built.app.env.doc2path(name))) - shown(page)
        if missing:
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
