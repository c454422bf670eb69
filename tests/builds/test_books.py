"""Builders that make a book of the site: the reports are in it, and the pages of HTML stay as they are."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from support.pdfs import slides
from support.site import Built, Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Sphinx's own packages for these builders use what a later Sphinx will have no more.
pytestmark = [
    pytest.mark.filterwarnings("ignore:'sphinxcontrib.*' is deprecated"),
    pytest.mark.filterwarnings("ignore:'tags' will become a required keyword argument"),
]

CONF = 'extensions = ["sphinx_eventreport"]\nproject = "Loom"\ncopyright = "the weavers"\nversion = "1"\n'
INDEX = "# Loom days\n\nWelcome.\n\n```{event-list}\n```\n"
BUILDERS = {
    "singlehtml": "index.html",
    "latex": "loom.tex",
    "texinfo": "loom.texi",
    "man": "loom.1",
    "epub": "Loom.epub",
}
WORDS = ("wefting", "heddling", "shuttling")
"""A word of the body of each report."""


def report(number: int) -> str:
    """Return a report whose headings are those of the others as well."""
    return f"""---
title: Loom day {number}
event: {{name: Loom day, series: loom, start: 2024-05-0{number}}}
---

## Threads, by Ada Thorn

```{{deck}} threads.pdf
```

Ada was {WORDS[number - 1]} all day. See {{event}}`2024-05-01-loom` and {{talk}}`2024-05-02-loom/threads`.
"""


FILES: dict[str, str | bytes] = {
    "conf.py": CONF,
    "index.md": INDEX,
    "threads.pdf": slides(("Warp", "runs along")),
    **{f"2024-05-0{number}-loom.md": report(number) for number in (1, 2, 3)},
}


def book(built: Built, builder: str) -> str:
    """Return the text of the book, without the backslashes of man pages; for EPUB, its pages in order."""
    path = built.outdir / BUILDERS[builder]
    if builder == "epub":
        with zipfile.ZipFile(path) as pages:
            return "".join(pages.read(name).decode() for name in reading_order(built.outdir))
    text = path.read_text(encoding="utf-8")
    return text.partition("</head>")[2] if builder == "singlehtml" else text.replace("\\-", "-")


def reading_order(outdir: Path) -> list[str]:
    """Return the files of the pages that a reader comes to by turning pages."""
    names = {"opf": "http://www.idpf.org/2007/opf"}
    package = ET.parse(outdir / "content.opf").getroot()  # noqa: S314 -- our own
    files = {item.get("id"): str(item.get("href")) for item in package.iterfind(".//opf:item", names)}
    spine = package.iterfind(".//opf:itemref", names)
    return [files[item.get("idref")] for item in spine if item.get("linear") != "no"]


@pytest.fixture
def loom(site: Site) -> Site:
    """Return a site of three reports and the page that lists them."""
    return site.write(FILES)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Callable[[str], Built]:
    """Return what builds that site as a book, once, on the doctrees of all other books."""
    site = Site(tmp_path_factory.mktemp("books"), store=store).write(FILES)
    return cache(site.build)


@pytest.mark.parametrize("builder", BUILDERS)
def test_the_reports_are_in_the_book(books: Callable[[str], Built], builder: str) -> None:
    """Once, and in the order of the listing."""
    built = books(builder)
    assert built.warnings == []
    found = [word for word in re.findall("|".join(WORDS), book(built, builder)) if word in WORDS]
    assert found == ["shuttling", "heddling", "wefting"]


def test_every_link_of_a_single_page_leads_to_a_place(books: Callable[[str], Built]) -> None:
    """Also that of a talk whose heading others have as well; and no id is there twice."""
    page = books("singlehtml").page("index")
    ids = [str(node["id"]) for node in page.select("[id]")]
    targets = {str(link["href"])[1:] for link in page.select("a[href^='#']")} - {""}
    assert (targets - set(ids), [name for name in set(ids) if ids.count(name) > 1]) == (set(), [])


MINUTES = """---
title: Loom meeting
event: {name: Meeting, start: 2024-06-01}
---

Present: Ada Thorn

```{decision} Shuttles are oiled
:label: l1
:moved-by: Ada Thorn
```

ACTION: Ada Thorn to oil {decision}`the shuttles <l1>`
"""


def test_every_link_of_a_pdf_leads_to_a_place(loom: Site) -> None:
    """Also those to decisions and actions, and the pages of people in the index."""
    loom.write(
        {"2024-06-01.md": MINUTES, "index.md": INDEX + "\n```{decision-list}\n```\n\n```{action-list}\n```\n"}
    )
    text = book(loom.build("latex"), "latex")
    label = r"\\label\{\\detokenize\{(.*?)\}\}"
    targets = set(re.findall(r"\\(?:hyperref|autopageref\*?)\W+detokenize\{(.*?)\}", text))
    assert targets - set(re.findall(label, text)) == set()
    assert "2024-06-01:decision-l1" in targets


def test_a_link_to_what_is_not_on_the_single_page_is_text(loom: Site) -> None:
    """Such as a page about somebody, to which names alone lead; the first page is there."""
    loom.write({"ada.md": "# Ada\n\n```{person} Ada Thorn\n```\n\n"})
    loom.write({"2024-05-04-loom.md": report(3) + "\n{doc}`Ada <ada>` and {doc}`index`\n"})
    page = loom.build("singlehtml").page("index")
    prose = next(node for node in page.select("p") if node.get_text().startswith("Ada and"))
    ids = {str(node["id"]) for node in page.select("[id]")}
    assert [str(link["href"])[1:] in ids for link in prose.select("a")] == [True]
    assert {str(link["href"]) for link in page.select("a[href*=ada]")} <= {f"#{name}" for name in ids}


def test_a_single_page_describes_itself(site: Site) -> None:
    """And none of the reports on it."""
    said = "description: Of warps.\nvisibility: unlisted\nevent:"
    site.write({**FILES, "2024-05-01-loom.md": report(1).replace("event:", said, 1)})
    site.write({"index.md": INDEX + "\n```{toctree}\n2024-05-01-loom\n```\n"})
    page = site.build("singlehtml").page("index")
    assert page.select("meta[name=description], meta[name=robots]") == []


def test_a_link_to_a_talk_leads_to_that_of_its_report(books: Callable[[str], Built]) -> None:
    """And not to the first talk with this heading."""
    page = books("singlehtml").page("index")
    prose = next(node for node in page.select("p") if "all day. See" in node.get_text())
    target = str(prose.select("a")[1]["href"])[1:]
    section = page.find(id=target)
    assert section is not None
    assert "heddling" in section.get_text()


def test_sections_and_figures_of_a_single_page_keep_their_numbers(site: Site) -> None:
    """Whatever their ids are called by then."""
    index = "# Site\n\n```{toctree}\n:numbered:\na\nb\n```\n"
    text = "# {0}\n\n## Same\n\n```{{figure}} x.png\n:name: same-{0}\n\nCaption.\n```\n"
    files: dict[str, str | bytes] = {
        "index.md": index,
        "a.md": text.format("a"),
        "b.md": text.format("b"),
        "x.png": b"",
    }
    page = site.write(files).build("singlehtml", config={"numfig": True}).page("index")
    numbers = [node.get_text() for node in page.select("h2 .section-number, h3 .section-number")]
    assert numbers == ["1. ", "1.1. ", "2. ", "2.1. "]
    assert [node.get_text() for node in page.select(".caption-number")] == ["Fig. 1.1 ", "Fig. 2.1 "]


@pytest.mark.parametrize("name", ["nav.xhtml", "toc.ncx"])
def test_the_contents_of_an_epub_have_the_reports(books: Callable[[str], Built], name: str) -> None:
    """Each with its talks."""
    outdir = books("epub").outdir
    text = (outdir / name).read_text(encoding="utf-8")
    found = re.findall(r'(?:href|src)="(2024[^"]*)"', text)
    wanted = [f"2024-05-0{number}-loom.xhtml" for number in (3, 2, 1)]
    assert [address for address in dict.fromkeys(found) if "#" not in address] == wanted
    assert f"{wanted[0]}#threads-by-ada-thorn" in found


def test_a_page_whose_name_has_an_accent_is_in_the_order_of_reading(loom: Site) -> None:
    """Its address has it escaped, and its file does not."""
    loom.write({"l'été.md": report(3), "index.md": INDEX + "\n```{toctree}\nl'été\n```\n"})
    assert reading_order(loom.build("epub").outdir).count("l%27%C3%A9t%C3%A9.xhtml") == 1


def test_a_listing_that_is_a_toctree_is_in_the_contents_of_an_epub(loom: Site) -> None:
    """Hidden beside pages, but not there."""
    built = loom.write({"index.md": INDEX.replace("event-list}", "event-list}\n:toctree:")}).build("epub")
    assert (built.outdir / "nav.xhtml").read_text(encoding="utf-8").count(">Loom day ") == len(WORDS)


def test_a_listing_in_a_section_brings_the_reports_in_there(loom: Site) -> None:
    """In the contents as well, between the sections around it."""
    index = "# Loom days\n\n## First\n\n### Within\n\n## Days\n\n```{event-list}\n```\n\n## Last\n"
    outdir = loom.write({"index.md": "# Site\n\n```{toctree}\nx\n```\n", "x.md": index}).build("epub").outdir
    found = re.findall(
        r'<a href="([^"#]*(?:#(?:first|within|days|last))?)">', (outdir / "nav.xhtml").read_text()
    )
    days = [f"2024-05-0{number}-loom.xhtml" for number in (3, 2, 1)]
    before = ["index.xhtml", "x.xhtml", "x.xhtml#first", "x.xhtml#within", "x.xhtml#days"]
    assert found == [*before, *days, "x.xhtml#last"]


@pytest.mark.parametrize("builder", ["latex", "epub"])
def test_no_draft_and_no_unlisted_report_is_in_the_book(loom: Site, builder: str) -> None:
    """A book goes out of the house."""
    for number, said in ((1, "draft: true"), (2, "visibility: unlisted")):
        loom.write({f"2024-05-0{number}-loom.md": report(number).replace("event:", f"{said}\nevent:")})
    text = book(loom.build(builder), builder)
    assert ("wefting" in text, "heddling" in text, "shuttling" in text) == (False, False, True)


def test_html_is_the_same_whichever_builders_ran_before(loom: Site) -> None:
    """On the same doctrees, page by page, with all that themes draw around."""
    for builder in ("singlehtml", "latex", "epub"):
        loom.build(builder)
    after = loom.build("html")
    alone = loom.build("html", out="alone", doctrees="other")
    for path in sorted(alone.outdir.rglob("*.html")):
        name = path.relative_to(alone.outdir)
        assert (after.outdir / name).read_text("utf-8") == path.read_text("utf-8"), name


@pytest.mark.parametrize(
    ("listed", "expected"),
    [("only} html\n```{event-list}\n```", []), ("note}\n```{event-list}\n```", [3, 2, 1])],
)
def test_a_listing_in_a_box_is_followed_by_its_reports(loom: Site, listed: str, expected: list[int]) -> None:
    """Below the box, as a page has no place in it; nothing comes with what this builder leaves out."""
    loom.write({"index.md": f"# Loom days\n\n````{{{listed}\n````\n"})
    text = book(loom.build("latex"), "latex")
    assert re.findall(r"\\chapter\{Loom day (\d)\}", text) == [str(number) for number in expected]


def test_each_of_several_books_has_its_own_reports(loom: Site) -> None:
    """A toctree of the one holds nothing back from the other."""
    loom.write({"index.md": "# Site\n\n```{toctree}\n2024-05-02-loom\ndays\n```\n", "days.md": INDEX})
    config = {"latex_documents": [(name, f"{name}.tex", name, "A", "manual") for name in ("index", "days")]}
    outdir = loom.build("latex", config=config).outdir
    found = {
        name: re.findall("|".join(WORDS), (outdir / f"{name}.tex").read_text(encoding="utf-8"))
        for name in ("index", "days")
    }
    assert found == {
        "index": ["heddling", "shuttling", "wefting"],
        "days": ["shuttling", "heddling", "wefting"],
    }


READ_THE_DOCS = {"html": "html", "singlehtml": "htmlzip", "latex": "pdf", "epub": "epub"}


@pytest.fixture(scope="module")
def by_read_the_docs(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Return what the four commands of Read the Docs left, one after the other on the same doctrees."""
    site = Site(tmp_path_factory.mktemp("rtd")).write(FILES)
    doctrees = site.root / "_build" / "doctrees"
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-T",
        "-W",
        "--keep-going",
        "-d",
        str(doctrees),
        "-D",
        "language=en",
    ]
    for builder, folder in READ_THE_DOCS.items():
        places = [str(site.source), str(site.root / folder)]
        done = subprocess.run([*command, "-b", builder, *places], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return lambda builder: Built(site.root / READ_THE_DOCS[builder], [], set(), None)  # type: ignore[arg-type]


@pytest.mark.parametrize("builder", READ_THE_DOCS)
def test_each_format_of_read_the_docs_has_every_report(
    by_read_the_docs: Callable[[str], Built], builder: str
) -> None:
    """Its title, and a word of its body."""
    built = by_read_the_docs(builder)
    if builder == "html":
        pages = sorted(built.outdir.glob("2024*.html"))
        text = "".join(page.read_text(encoding="utf-8") for page in pages)
    else:
        text = book(built, builder)
    wanted = [*WORDS, *(f"Loom day {number}" for number in (1, 2, 3))]
    assert [word for word in wanted if word not in text] == []
