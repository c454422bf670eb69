"""Bad input: a located warning of ours, the page still built, the prose still there, nothing that runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from support.posts import INDEX
from support.site import Site

if TYPE_CHECKING:
    from support.site import Built

PROSE = "The prose is still here."
GOOD = "---\ntitle: Good\nevent: Good\n---\n\n"


@dataclass(frozen=True)
class Case:
    """A source, and the warnings it gets: (line, subtype)."""

    source: str | bytes
    expected: tuple[tuple[int, str], ...]


def front(*lines: str) -> str:
    """Return a report whose front matter has *lines*."""
    return "\n".join(["---", "title: Good", "event: Good", *lines, "---", "", PROSE, ""])


def body(text: str) -> str:
    """Return a report with *text* from line 6 on."""
    return f"{GOOD}{text}\n\n{PROSE}\n"


CASES = {
    "malformed YAML": Case(front("tags: [a, b"), ((4, "front_matter"),)),
    "a colon in a value": Case(
        f"---\ntitle: Good: better\nevent: Good\n---\n\n{PROSE}\n", ((2, "front_matter"),)
    ),
    "tabs": Case(front("minutes:", "\tstatus: draft"), ((4, "front_matter"),)),
    "duplicate keys": Case(front("tags: [a]", "tags: [b]"), ((5, "duplicate_key"),)),
    "a title that YAML reads as a date": Case(f"---\ntitle: 2018-10-26\nevent: Good\n---\n\n{PROSE}\n", ()),
    "an alias bomb": Case(
        front(
            "a: &a [x,x,x,x,x,x,x,x,x,x]",
            "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]",
            "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]",
            "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]",
            "tags: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]",
        ),
        ((4, "unknown_key"), (5, "unknown_key"), (6, "unknown_key"), (7, "unknown_key"), (8, "limit")),
    ),
    "100,000 list items": Case(front("tags: [" + ", ".join(["a"] * 100_000) + "]"), ((4, "limit"),)),
    "wrong types": Case(front("tags: {a: b}", "date: [1]"), ((4, "type"), (5, "type"))),
    "an unknown key": Case(front("athors: [Ada]"), ((4, "unknown_key"),)),
    "a date that is none": Case(front("date: 2016-13-45"), ((4, "date"),)),
    "bytes that are not UTF-8": Case(body("\xe9t\xe9").encode("latin-1"), ((6, "encoding"),)),
    "unclosed tags": Case(body("<div><b>bold"), ((6, "html_unclosed"), (6, "html_unclosed"))),
    "a script": Case(body("<script>alert(1)</script>"), ((6, "html"),)),
    "a script in a paragraph": Case(body("Text <script>alert(1)</script> text."), ((6, "html"),)),
    "an event handler": Case(body('<p onclick="alert(1)">Text</p>'), ((6, "html"),)),
    "an event handler on a picture": Case(
        body('<img src=x onerror="alert(1)">'), ((6, "html"), (6, "missing_file"))
    ),
    "a javascript URL": Case(body('<a href="javascript:alert(1)">Text</a>'), ((6, "url"),)),
    "a hidden javascript URL": Case(body('<a href=" java&#10;script:alert(1)">Text</a>'), ((6, "url"),)),
    "a data URL": Case(
        body('<iframe src="data:text/html,<script>alert(1)</script>"></iframe>'), ((6, "url"),)
    ),
    "an iframe without a source": Case(body("<iframe></iframe>"), ((6, "embed"),)),
    "a javascript deck": Case(body("```{deck} javascript:alert(1)\n```"), ((6, "url"),)),
    "a javascript poster": Case(
        body("```{deck} https://slides.example.org/a.pdf\n:poster: javascript:alert(1)\n```"),
        ((6, "missing_file"),),
    ),
    "an unknown tag": Case(body("<blink>Text</blink>"), ((6, "html"),)),
    "a path that climbs out": Case(body("```{deck} ../../secret.pdf\n```"), ((6, "outside_source"),)),
    "a banner that climbs out": Case(front("banner: ../../etc/passwd"), ((4, "outside_source"),)),
    "a missing deck": Case(body("```{deck} missing.pdf\n```"), ((6, "missing_file"),)),
    "a missing banner": Case(front("banner: missing.png"), ((4, "missing_file"),)),
    "a missing file behind a link": Case(
        body('<a href="missing.odp">The slides</a> of it.'), ((6, "missing_file"),)
    ),
    "a missing picture": Case(body('<img src="missing.png" alt="Gone">'), ((6, "missing_file"),)),
    "a picture on another host": Case(
        body("![Far](https://img.example.org/far.png)"), ((6, "remote_picture"),)
    ),
    "a canonical javascript URL": Case(front("canonical: {url: 'javascript:alert(1)'}"), ((4, "url"),)),
    "a listing of nothing known": Case(body("```{event-list}\n:sort: nonsense\n```"), ((6, "listing"),)),
    "a filter that is none": Case(body("```{event-list}\n:include: nonsense\n```"), ((6, "listing"),)),
    "a type that is none": Case(body("```{event-list}\n:type: nonsense\n```"), ((6, "listing"),)),
    "a number that is none": Case(body("```{event-list}\n:max-items: many\n```"), ((6, "listing"),)),
    "a talk outside a section": Case(
        f"---\nevent: Good\neventreport: true\n---\n\n```{{event}} Other\n```\n\n{PROSE}\n",
        ((6, "directive"),),
    ),
    "an end before its start": Case(
        f"---\ntitle: Good\nevent: {{name: Good, start: 2016-05-31, end: 2016-05-01}}\n---\n\n{PROSE}\n",
        ((3, "value"),),
    ),
    "a BOM and CRLF": Case(b"\xef\xbb\xbf" + front().replace("\n", "\r\n").encode(), ()),
    "a megabyte on one line": Case(body("word " * 200_000), ()),
    "deep nesting of HTML": Case(body("<div>" * 3000 + "deep" + "</div>" * 3000), ((6, "limit"),)),
    "a rule in a quotation": Case(body("> above\n>\n> ---\n>\n> below"), ()),
    "deep nesting of YAML": Case(front("tags: " + "[" * 20_000), ((4, "limit"),)),
}


@pytest.fixture(scope="module", params=CASES.values(), ids=list(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    """Return each case in turn."""
    found = request.param
    assert isinstance(found, Case)
    return found


@pytest.fixture(scope="module")
def built(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return a site with the case as its only report."""
    return Site(tmp_path_factory.mktemp("bad")).write({"index.md": INDEX, "post.md": case.source}).build()


def test_a_mistake_is_a_warning_that_says_where(built: Built, case: Case) -> None:
    """File, line, type and subtype; and no other warning for the same thing."""
    found = []
    for warning in built.warnings:
        match = re.search(r"post\.md:(\d+): WARNING: .* \[eventreport\.(\w+)\]$", warning)
        found.append((int(match[1]), match[2]) if match else warning)
    assert tuple(found) == case.expected


def test_a_mistake_costs_no_prose(built: Built) -> None:
    """The page is built, with its text."""
    assert PROSE in built.body("post").get_text()


def test_a_mistake_runs_nothing_in_a_browser(built: Built) -> None:
    """No script, no handler, no address that is code in the article."""
    article = built.body("post")
    ours = "[href^='_static/eventreport']"
    assert article.select(f"script, iframe, object, embed, style, link:not({ours}), form") == []
    attributes = [(name, str(value)) for node in article.select("*") for name, value in node.attrs.items()]
    assert [name for name, _value in attributes if name.startswith("on")] == []
    assert [
        value
        for _name, value in attributes
        if re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE)
    ] == []


def test_two_reports_with_one_label_are_a_warning(site: Site) -> None:
    """The second one says where the first one is."""
    post = GOOD.replace("event:", "label: same\nevent:") + PROSE + "\n"
    built = site.write({"index.md": INDEX, "a.md": post, "b.md": post}).build()
    assert len(built.warnings) == 1
    assert re.search(
        r"b\.md.*'same' is in a\.md already.*\[eventreport\.duplicate_label\]", built.warnings[0]
    )


def test_an_unclosed_fence_of_front_matter_loses_nothing(site: Site) -> None:
    """Everything below the opening line is still on the page."""
    built = site.write(
        {
            "index.md": INDEX + "\n```{toctree}\npost\n```\n",
            "post.md": f"---\ntitle: Good\nevent: Good\n\n{PROSE}\n",
        }
    ).build()
    assert PROSE in built.body("post").get_text()


def test_no_source_file_is_called_a_secret_outside_the_site(site: Site) -> None:
    """A file above the source directory is neither copied nor linked."""
    site.write({"index.md": INDEX, "post.md": body("```{deck} ../secret.pdf\n```")})
    (site.root / "secret.pdf").write_bytes(b"secret")
    built = site.build()
    assert [
        path for path in built.outdir.rglob("*") if path.is_file() and path.read_bytes() == b"secret"
    ] == []


def test_a_wrong_configuration_value_is_a_warning(site: Site) -> None:
    """The default counts."""
    site.conf += "eventreport_patterns = 3\n"
    built = site.write({"index.md": INDEX}).build()
    assert [line for line in built.warnings if "[eventreport.config]" in line]


@pytest.mark.parametrize(
    ("there", "hint"),
    [
        ("caches.pdf", "the file most like it is 'caches.pdf'; "),
        ("decks/cache.pdf", "the file most like it is 'decks/cache.pdf'; "),
        ("caches.png", ""),
        ("moss.pdf", ""),
    ],
)
def test_a_missing_file_names_the_one_most_like_it(site: Site, there: str, hint: str) -> None:
    """In the folder of the page, or one below it; of the same type."""
    files: dict[str, str | bytes] = {
        "index.md": INDEX,
        "post.md": body("```{deck} cache.pdf\n```"),
        there: b"",
    }
    [warning] = site.write(files).build("dummy").warnings
    assert f"There is no file 'cache.pdf' for a deck; {hint}put the file there" in str(warning)


def test_a_file_that_comes_is_named_by_the_next_build(site: Site) -> None:
    """The page is read again when another file is the one most like it."""
    site.write({"index.md": INDEX, "post.md": body("```{deck} cache.pdf\n```")}).build("dummy")
    [warning] = site.write({"caches.pdf": b""}).build("dummy").warnings
    assert "'caches.pdf'" in str(warning)
