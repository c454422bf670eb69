"""Every element of HTML, with the attributes and children that matter: kept, turned, or warned about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from support.site import Site, png

from sphinx_eventreport.core.raw_html.known import ELEMENTS

if TYPE_CHECKING:
    from support.site import Built


class Case(NamedTuple):
    """What an author wrote, and of the page: HTML on it, a text that a reader sees, words of a warning."""

    written: str
    html: str = ""
    text: str = ""
    warning: str = ""


LINE: dict[str, Case] = {
    "a": Case(
        'x <a href="https://e.example.org" title="T">w</a>', html='href="https://e.example.org" title="T"'
    ),
    "a name": Case('<a name="here"></a>w', html='id="here"'),
    "a script": Case('x <a href="javascript:x()">w</a>', text="w", warning="not a valid"),
    "abbr": Case('x <abbr title="T">w</abbr>', html='<abbr title="T">w</abbr>'),
    "acronym": Case('x <acronym title="T">w</acronym>', html='<abbr title="T">w</abbr>'),
    "b": Case("x <b>w</b>", html="<strong>w</strong>"),
    "strong": Case("x <strong>w</strong>", html="<strong>w</strong>"),
    "i": Case("x <i>w</i>", html="<em>w</em>"),
    "em": Case("x <em>w</em>", html="<em>w</em>"),
    "cite": Case("x <cite>w</cite>", html="<em>w</em>"),
    "dfn": Case("x <dfn>w</dfn>", html="<em>w</em>"),
    "var": Case("x <var>w</var>", html="<em>w</em>"),
    "code": Case("x <code>w</code>", html="<code"),
    "kbd": Case("x <kbd>w</kbd>", html="<code"),
    "samp": Case("x <samp>w</samp>", html="<code"),
    "tt": Case("x <tt>w</tt>", html="<code"),
    "sub": Case("x <sub>w</sub>", html="<sub>w</sub>"),
    "sup": Case("x <sup>w</sup>", html="<sup>w</sup>"),
    "del": Case("We will <del>not</del> go", html="<del>not</del>"),
    "s": Case("We will <s>not</s> go", html="<s>not</s>"),
    "strike": Case("We will <strike>not</strike> go", html="<s>not</s>"),
    "ins": Case("x <ins>w</ins>", html="<ins>w</ins>"),
    "u": Case("x <u>w</u>", html="<u>w</u>"),
    "mark": Case("x <mark>w</mark>", html="<mark>w</mark>"),
    "small": Case("x <small>w</small>", html="<small>w</small>"),
    "q": Case("x <q>w</q>", text="x “w”"),
    "ruby": Case("A <ruby>漢字<rt>かんじ</rt></ruby> b", text="A 漢字(かんじ) b"),
    "rp": Case("A <ruby>漢<rp>[</rp><rt>かん</rt><rp>]</rp></ruby>", text="A 漢(かん)"),
    "rb": Case("A <ruby><rb>漢</rb><rtc><rt>かん</rt></rtc></ruby>", text="A 漢(かん)"),
    "br": Case("x<br>w", html="x<br />w"),
    "wbr": Case("x<wbr>w", html="x<wbr />w"),
    "time": Case('x <time datetime="2031-05-01">May</time>', html='<time datetime="2031-05-01">May</time>'),
    "time alone": Case("x <time>2031-05-01</time>", text="x 2031-05-01"),
    "math": Case('x <math alttext="x^2"><mi>x</mi></math>', html=r"\(x^2\)"),
    "math TeX": Case(
        '<math display="block"><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation>'
        "</semantics></math>",
        html=r"\[x_1\]",
    ),
    "math alone": Case("x <math><mi>a</mi><mo>+</mo><mi>b</mi></math>", text="x a+b", warning="no TeX"),
    **{
        tag: Case(f"x <{tag}>w</{tag}> y", text="x w y")
        for tag in "span big font bdi bdo label nobr data".split()
    },
    "img": Case('x <img src="a.png" alt="w"> y', html='alt="w"'),
    "img percent": Case('<img src="a.png" width="50%">', html='style="width: 50%;"'),
    "img pixels": Case('<img src="a.png" width="200px" height="80px">', html="200px"),
    "img number": Case('<img src="a.png" width="120">', html='width="120"'),
    "img style": Case('<img src="a.png" style="max-width: 9em; width: 40%">', html='style="width: 40%;"'),
    "img align": Case('<img src="a.png" align="right">', html='class="align-right"'),
    "img float": Case('<img src="a.png" style="float: left">', html='class="align-left"'),
    "img margin": Case(
        '<img src="a.png" style="margin: 0 auto; display: block">', html='class="align-center"'
    ),
    "img in p": Case('<p align="center"><img src="a.png"></p>', html='class="align-center"'),
    "img in center": Case('<center><img src="a.png"></center>', html='class="align-center"'),
    "img linked": Case(
        '<a href="https://e.example.org"><img src="a.png" width="9" height="9"></a>', html="<a "
    ),
    "img empty": Case("x <img> y", warning="no src"),
    "picture": Case('<picture><source srcset="b.webp"><img src="a.png" alt="w"></picture>', html='alt="w"'),
    "checkbox": Case('x <input type="checkbox" checked> w', html='checked="checked"'),
}

_SECTIONS = (
    "section article header footer main aside nav address hgroup html body noscript figcaption".split()
)

BLOCKS: dict[str, Case] = {
    "p": Case("<p>w</p>", html="<p>w</p>"),
    "p align": Case('<p align="right">w</p>', html='<p class="align-right">w</p>'),
    "p style": Case('<p style="text-align: center">w</p>', html='<p class="align-center">w</p>'),
    "div": Case("<div>w</div>", html="<p>w</p>"),
    "div align": Case('<div align="center"><p>w</p></div>', html='<p class="align-center">w</p>'),
    "center": Case("<center>w</center>", html='<p class="align-center">w</p>'),
    **{tag: Case(f"<{tag}>w</{tag}>", html="<p>w</p>") for tag in _SECTIONS},
    **{f"h{level}": Case(f'<h{level} id="k">w</h{level}>', html='id="k"') for level in range(1, 7)},
    "hr": Case("v\n\n<hr>\n\nw", html="<hr"),
    "blockquote": Case("<blockquote>w</blockquote>", html="<blockquote"),
    "pre": Case("<pre>a  b\n c</pre>", text="a  b\n c"),
    "pre language": Case(
        '<pre><code class="language-python">import this</code></pre>', html="highlight-python"
    ),
    "ul": Case("<ul><li>w</ul>", html="<li><p>w</p></li>"),
    "menu": Case("<menu><li>w</menu>", html="<li><p>w</p></li>"),
    "ol": Case("<ol><li>w</ol>", html="<ol"),
    "ol start": Case('<ol start="4"><li>w</ol>', html='start="4"'),
    "ol value": Case('<ol><li value="7">w</ol>', html='start="7"'),
    "ol type": Case('<ol type="A"><li>w</ol>', html="upperalpha"),
    "ol reversed": Case("<ol reversed><li>w</ol>", text="w", warning="counts upwards"),
    "dl": Case("<dl><dt>v<dd>w</dl>", html="<dt>v</dt>"),
    "details": Case(
        "<details><summary>v</summary>w</details>",
        html="<details>\n<summary>v</summary>\n<p>w</p>\n</details>",
    ),
    "details open": Case("<details open>w</details>", html='<details open="open">'),
    "details around": Case(
        "<details><summary>v</summary>\n\n*w*\n\n</details>", html="<p><em>w</em></p>\n</details>"
    ),
    "figure": Case(
        '<figure><img src="a.png"><figcaption>w</figcaption></figure>',
        html='<span class="caption-text">w</span>',
    ),
    "table": Case("<table><tr><th>v<tr><td>w</table>", html='<th class="head"><p>v</p></th>'),
    "caption": Case(
        "<table><caption>v</caption><tr><td>w</table>", html='<span class="caption-text">v</span>'
    ),
    "colspan": Case('<table><tr><td colspan="2">v<tr><td>w<td>x</table>', html='<td colspan="2"><p>v</p>'),
    "rowspan": Case(
        '<table><tr><td rowspan="2">u<td>v<tr><td>w</table>',
        html='<tr class="row-even"><td><p>w</p></td>\n</tr>',
    ),
    "rowspan 0": Case('<table><tr><td rowspan="0">u<td>v<tr><td>w<tr><td>x</table>', html='rowspan="3"'),
    "rowspan too far": Case('<table><tr><td rowspan="9">u<td>v<tr><td>w</table>', html='rowspan="2"'),
    "both spans": Case(
        '<table><tr><td rowspan="2" colspan="2">u<td>v<tr><td>w</table>', html='<td colspan="2" rowspan="2">'
    ),
    "spans that meet": Case(
        '<table><tr><td>t<td rowspan="2">u<tr><td colspan="2">v<td>w</table>',
        html="<td><p>v</p></td>\n<td><p>w</p>",
    ),
    "short row": Case("<table><tr><td>u<td>v<tr><td>w</table>", html="<td><p>w</p></td>\n<td></td>"),
    "tfoot first": Case(
        "<table><thead><tr><th>t</thead><tfoot><tr><td>w</tfoot><tbody><tr><td>v</table>",
        html='<tr class="row-odd"><td><p>w</p></td>',
    ),
    "th in rows": Case("<table><tr><th>u<td>v<tr><th>w<td>x</table>", html='<th class="stub"><p>w</p></th>'),
    "td align": Case('<table><tr><td align="right">w</table>', html='<td class="text-right">'),
    "td style": Case('<table><tr><td style="text-align:center">w</table>', html='<td class="text-center">'),
    "colgroup": Case("<table><colgroup><col><col></colgroup><tr><td>w</table>", html="<td><p>w</p></td>"),
    "table in pieces": Case(
        "<table>\n <tr>\n  <td><p>\nu</p>\n\n  </td>\n  <td>v\n  </td>\n </tr>\n <tr>\n  <td><p>\nw</p>\n\n"
        "  </td>\n  <td>x\n  </td>\n </tr>\n</table>",
        html='<tr class="row-even"><td><p>\nw</p></td>\n<td><p>x</p></td>',
    ),
    "list in pieces": Case(
        "<table>\n<tr>\n<td>\n<ul>\n\n<li>u\n\n<li>v\n\n<li>w\n</li>\n</ul>\n</td>\n</tr>\n</table>",
        html="<li><p>w</p></li>\n</ul>\n</td>",
    ),
    "button": Case("<button>w</button>", text="w", warning="<button> has no equivalent"),
    "fieldset": Case("<fieldset>w</fieldset>", text="w", warning="<fieldset> has no equivalent"),
    "dialog": Case("<dialog open>w</dialog>", text="w", warning="<dialog> has no equivalent"),
    "marquee": Case("<marquee>w</marquee>", text="w", warning="<marquee> has no equivalent"),
    **{
        tag: Case(f"v\n\n<{tag}>x</{tag}>\n\nw", text="v\nw", warning=f"<{tag}> has no equivalent")
        for tag in "script style template form select textarea canvas svg map".split()
    },
    "input": Case('v\n\n<input name="x">\n\nw', text="v\nw", warning="<input> has no equivalent"),
    "iframe": Case('<iframe src="https://e.example.org/x"></iframe>', html="e.example.org"),
    "iframe empty": Case("<iframe></iframe>w", text="w", warning="no address"),
    "video": Case('<video src="https://e.example.org/a.mp4"></video>', html="a.mp4"),
    "object": Case('<object data="a.pdf">w</object>', html="a.pdf"),
    "handler": Case('<p onclick="x()">w</p>', html="<p>w</p>", warning="would run a script"),
}

WORDS: dict[str, Case] = {
    "a line of words": Case("v\n\n<back to slides>\n\nw", text="v\n<back to slides>\nw"),
    "words in a line": Case("IM <via chat>: would it?", text="IM <via chat>: would it?"),
    "a type": Case("A Vec<char> of <T>.", text="A Vec<char> of <T>."),
    "in a list": Case("- Odo: ... <notes missing>", text="Odo: … <notes missing>"),
    "in a heading": Case("## Vec<char> or <T>\n\nw", text="Vec<char> or <T>"),
    "an end of nothing": Case("A </char> w", text="A </char> w"),
    "around elements": Case("A <see <b>this</b>> w", text="A <see this> w"),
    "a component": Case("<Tabs>w</Tabs>", text="w", warning="<tabs> has no equivalent"),
    "a component with values": Case('<Card title="x">w</Card>', text="w", warning="<card> has no equivalent"),
    "an element of a script": Case(
        "<my-chart>w</my-chart>", text="w", warning="<my-chart> has no equivalent"
    ),
}

MARKDOWN: dict[str, Case] = {
    "an open task": Case(
        "- [ ] w", html='<input class="task-list-item-checkbox" disabled="disabled" type="checkbox"'
    ),
    "a done task": Case("- [x] w", html='checked="checked"'),
    "struck words": Case("We will ~~not~~ go", html="We will <del>not</del> go"),
    "struck words with blanks": Case("We ~~will not~~ go", html="<del>will not</del>"),
    "a hard break": Case("v\\\nw", html="v<br />w"),
    "the raw directive": Case("```{raw} html\n<form>w</form>\n```", html="\n<form>w</form></section>"),
}

CASES = {
    f"{name} in {kind}": case
    for kind, cases in (("line", LINE), ("block", BLOCKS), ("words", WORDS), ("markdown", MARKDOWN))
    for name, case in cases.items()
}
CONF = (
    'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
    'myst_enable_extensions = ["tasklist", "strikethrough"]\nsuppress_warnings = ["myst.strikethrough"]\n'
)
# Embeds have tests of their own; these do nothing in a document, or belong to one that is tested.
ELSEWHERE = frozenset(
    """
    applet area audio base basefont bgsound blink col command datalist dd dir dt embed frame frameset head
    image isindex keygen legend li link listing menuitem meta meter noembed noframes optgroup option output
    param plaintext portal progress rbc rt rtc search slot source spacer summary tbody td tfoot th thead title
    tr track xmp
    """.split()
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All cases as pages of one site."""
    pages = {
        f"case-{number}.md": f"---\nevent: E\n---\n\n{case.written}\n"
        for number, case in enumerate(CASES.values())
    }
    site = Site(tmp_path_factory.mktemp("elements"), CONF)
    return site.write({"index.md": "# I\n", "a.png": png(), "a.pdf": b"", **pages}).build()


def _body(built: Built, name: str) -> str:
    return (
        str(built.body(f"case-{list(CASES).index(name)}"))
        .replace("<br/>", "<br />")
        .replace("<wbr/>", "<wbr />")
    )


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.html])
def test_what_is_written_has_its_like(built: Built, name: str) -> None:
    """The page has an element that says the same."""
    page = (built.outdir / f"case-{list(CASES).index(name)}.html").read_text("utf-8")
    # Docutils before 0.22 writes the width of a picture in pixels as a style.
    body = re.sub(r'style="width: (\d+)px;"', r'width="\1"', page)
    assert CASES[name].html in body


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.text])
def test_the_text_stays(built: Built, name: str) -> None:
    """A reader sees it, as it was written."""
    body = built.body(f"case-{list(CASES).index(name)}")
    for mark in body.select(".headerlink"):
        mark.decompose()
    assert CASES[name].text in re.sub(r"\n\s*\n", "\n", body.get_text())


@pytest.mark.parametrize("name", CASES)
def test_what_is_lost_is_told(built: Built, name: str) -> None:
    """A warning says so, once, with its line; where nothing is lost there is none."""
    page = f"case-{list(CASES).index(name)}.md:"
    found = [
        line
        for line in built.warnings
        if page in line and "toctree" not in line and "missing_file" not in line
    ]
    found = [line for line in found if "eventreport.html" in line or "url" in line or "embed" in line]
    assert (len(found), all(CASES[name].warning in line for line in found)) == (
        bool(CASES[name].warning),
        True,
    )


def test_no_element_is_forgotten() -> None:
    """Each element of HTML is in the table, or somewhere else for a reason."""
    tested = {match for case in CASES.values() for match in re.findall(r"<([a-z][a-z0-9]*)", case.written)}
    assert ELEMENTS - tested - ELSEWHERE == set()
