from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.tree import MAX_DEPTH, MAX_PROBLEMS, Element, TreeBuilder, text_of


def built(*pieces: object) -> tuple[list[Any], tuple[Problem, ...]]:
    """Return the tree of *pieces*: texts are HTML, each on a line of its own, all else is added as it is."""
    builder: TreeBuilder[object] = TreeBuilder()
    for line, piece in enumerate(pieces, start=1):
        if isinstance(piece, str):
            builder.feed(piece, line)
        else:
            builder.add(piece)
    return builder.close()


def shown(children: list[Any]) -> str:
    """Return a tree as text: elements as ``tag[children]``, what was added as it is."""
    return "".join(
        f"{child.tag}[{shown(child.children)}]" if isinstance(child, Element) else str(child)
        for child in children
    )


def all_text(children: list[Any]) -> str:
    """Return the text in a tree, scripts and style sheets included."""
    return "".join(all_text(child.children) if isinstance(child, Element) else child for child in children)


def subtypes(problems: tuple[Problem, ...]) -> list[Subtype]:
    """Return what kind of problems they are."""
    return [problem.subtype for problem in problems]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>a</b> c", "b[a] c"),
        ("<B>a</B >", "b[a]"),
        ("<p>a<p>b", "p[a]p[b]"),
        ("<p>a<div>b</div></p>c", "p[a]div[b]c"),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul[li[a]li[bul[li[c]]]]"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a]dd[b]dt[c]]"),
        ("<table><tr><td>a<th>b<tr><td>c</table>", "table[tr[td[a]th[b]]tr[td[c]]]"),
        ("<table><thead><tr><td>a<tbody><tr><td>b</table>", "table[thead[tr[td[a]]]tbody[tr[td[b]]]]"),
        ("<table><tr><td><table><tr><td>a</table><td>b</table>", "table[tr[td[table[tr[td[a]]]]td[b]]]"),
        ("<select><option>a<option>b</select>", "select[option[a]option[b]]"),
        ("a<br>b<br/>c<hr>", "abr[]bbr[]chr[]"),
        ("<img src=a></img>b", "img[]b"),
        ("<YouTube id='x' />a", "youtube[]a"),
        ("a<!-- b -->c<!-->d<!--->e", "acde"),
        ("<!DOCTYPE html>a<?php b ?>c<![CDATA[d]]>e<![x", "ace<![x"),
        ("<script>a < b && '</b>'</script>c", "script[a < b && '</b>']c"),
        ("<style>p{}</style>c", "style[p{}]c"),
        ("<script src=x />c", "script[]c"),
        ("<iframe src=x> </iframe>a", "iframe[]a"),
        ("<iframe src=x>No <b>frames</b></iframe>a", "iframe[]a"),
        ("<iframe src=x>a<iframe src=y></iframe>b", "iframe[]aiframe[]b"),
        ("<iframe src=x>a <b>c</b>", "iframe[]a b[c]"),
        ("<script>a", "script[]a"),
        ("</>a</ 3>b", "ab"),
        ("a &lt; b &amp;amp; c&nbsp;d", "a < b &amp; c\xa0d"),
        ("1 < 2 > 3 <", "1 < 2 > 3 <"),
        ("a <b", "a <b"),
        ("a </b", "a </b"),
        ("a <!-- b", "a <!-- b"),
        ("a <? b", "a <? b"),
        ("<textarea>a<b>c</b></textarea>", "textarea[ab[c]]"),
        ("<plaintext>a</plaintext>b", "plaintext[a]b"),
        ("<noscript>a</noscript>b", "noscript[a]b"),
        ("a <via chat>: b", "a <via chat>: b"),
        ("Vec<char> of <T>", "Vec<char> of <T>"),
        ("<see <b>this</b>> c", "<see <b>this> c"),
        ("a <see><b>this</b> c", "a <see>b[this] c"),
        ("<ul><li>a <foo>b<li>c</ul>", "ul[li[a <foo>b]li[c]]"),
        ("a </char> b", "a </char> b"),
        ("<tabs>a</tabs>b", "tabs[a]b"),
        ("<card x=1>a", "card[a]"),
        ("<my-chart>a", "my-chart[a]"),
        ("<svg><circle>a</svg>", "svg[circle[a]]"),
    ],
)
def test_html_becomes_a_tree(html: str, expected: str) -> None:
    """Elements nest as HTML says, and text stands where it stood."""
    assert shown(built(html)[0]) == expected


@pytest.mark.parametrize(
    ("tag", "attrs"),
    [
        ("<a HREF='x' href=y>", {"href": "x"}),
        ('<a title="a &amp; b&quot;" data-x=1>', {"title": 'a & b"', "data-x": "1"}),
        ("<a href='?a=1&copy=2&lang=fr&#38;b&x;'>", {"href": "?a=1&copy=2&lang=fr&b&x;"}),
        ("<a\n\thidden\n\tid = x >", {"hidden": "", "id": "x"}),
        ("<a href=/x/>", {"href": "/x/"}),
        ("<a title='>'>", {"title": ">"}),
        ("<a/id=x>", {"id": "x"}),
        ("<a id=x/ class='y'>", {"id": "x/", "class": "y"}),
        ("<a style={{color: 'x'}}>", {"style": "{{color:", "'x'}}": ""}),
        ("<a =x>", {"=x": ""}),
    ],
)
def test_attributes(tag: str, attrs: dict[str, str]) -> None:
    """Attributes are read as the HTML standard says; the first of two alike counts."""
    (element,) = built(tag + "</a>")[0]
    assert element.attrs == attrs


def test_quote_that_is_not_closed() -> None:
    """A tag whose quote never ends is text."""
    assert shown(built('<a href="x>y</a>')[0]) == '<a href="x>y'


def test_lines() -> None:
    """An element has the line it begins on, counted from the line of its piece."""
    builder: TreeBuilder[object] = TreeBuilder()
    builder.feed("a\n<b>\n</b>\n\n<i\nid=x></i>", 10)
    assert [child.line for child in builder.close()[0] if isinstance(child, Element)] == [11, 14]


def test_pieces_make_one_tree() -> None:
    """What stands between an opening and a closing tag stands in the element, be it text or a node."""
    assert shown(built("<div>", 7, "</div>", 8)[0]) == "div[7]8"


def test_added_text_is_no_markup() -> None:
    """Text that was added is text, whatever is in it."""
    builder: TreeBuilder[str] = TreeBuilder()
    builder.add("<b>")
    assert builder.close()[0] == ["<b>"]


def test_node_in_an_iframe_is_kept() -> None:
    """A parsed node between the tags of an iframe is prose, and comes after it."""
    assert shown(built("<iframe src=x>", 7, "</iframe>")[0]) == "iframe[]7"


def test_script_over_pieces() -> None:
    """A script whose end tag is in a later piece ends there."""
    assert shown(built("<script>", 7, "</script>a")[0]) == "script[]7a"


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<ul><li>b</ul>",
        "<table><tr><td>a</table>",
        "a</p>",
        "<br></br>",
        "<object/></object>",
        "<b><!-- </b> --></b>",
        "a <3 b",
    ],
)
def test_nothing_wrong(html: str) -> None:
    """What HTML allows, or everybody writes, is no problem."""
    assert built(html)[1] == ()


@pytest.mark.parametrize(
    ("html", "line", "message"),
    [
        ("a\n<div>\nb", 2, "<div> is not closed"),
        ("a\n\n</div>", 3, "</div> closes an element that was never opened"),
        ("<b><i></b></i>", 1, "<i> is not closed"),
        ("<iframe src=x>", 1, "<iframe> is not closed"),
        ("<script>a", 1, "<script> is not closed"),
        ("a\n<iframe src=x", 2, '"<iframe" starts a tag that does not end'),
        ("a\n<!-- b", 2, "A comment is not closed; what follows is read as text"),
    ],
)
def test_unclosed(html: str, line: int, message: str) -> None:
    """What is not closed, or closes nothing, is one problem with its line and tag."""
    (problem,) = built(html)[1]
    assert (problem.subtype, problem.line, problem.message) == (Subtype.HTML_UNCLOSED, line, message)


def test_deep_nesting_is_flattened() -> None:
    """Beyond a depth elements hold nothing, their text stays, and one problem says so."""
    depth = MAX_DEPTH + 50
    tree, problems = built("<div>" * depth + "deep" + "</div>" * depth + "after")
    assert (all_text(tree), tree[-1], subtypes(problems)) == ("deepafter", "after", [Subtype.LIMIT])


def test_script_in_the_deep_is_a_script() -> None:
    """The text of a script does not become prose where nesting is too deep."""
    tree, _ = built("<b>" * (MAX_DEPTH + 5) + "<script>x</script>" + "</b>" * (MAX_DEPTH + 5))
    assert text_of(Element("div", {}, tree)) == ""


def test_problems_are_limited() -> None:
    """A piece with thousands of mistakes gives a readable number of problems."""
    assert len(built("</i>" * 5000)[1]) == MAX_PROBLEMS


def test_text_of_an_element() -> None:
    """The text of an element is that of all in it, but for scripts, style sheets and nodes."""
    tree, _ = built("<div>a<b>b<script>no</script></b>", 7, "<style>no</style>c</div>")
    assert text_of(tree[0]) == "abc"


HOSTILE = [
    "<",
    "<a",
    "<a ",
    "<a x='",
    '<a x="',
    '<a x="><a ',
    "<x y='>'",
    "<!--",
    "<![",
    "<?",
    "</",
    "</a ",
    "&#",
]


@pytest.mark.parametrize("end", ["", ">", "\">'>-->"])
@pytest.mark.parametrize("start", HOSTILE)
def test_time_is_linear(start: str, end: str) -> None:
    """A hundred kilobytes of markup that does not end are read in a moment."""
    begin = process_time()
    built(start * (100_000 // len(start)) + end)
    assert process_time() - begin < 5


@given(st.lists(st.text() | st.integers()))
def test_any_text_is_survived(pieces: list[str | int]) -> None:
    """No text makes the builder raise, and no node is lost."""
    tree, _ = built(*pieces)
    nodes: list[object] = []

    def collect(children: list[Any]) -> None:
        for child in children:
            if isinstance(child, Element):
                collect(child.children)
            elif not isinstance(child, str):
                nodes.append(child)

    collect(tree)
    assert nodes == [piece for piece in pieces if not isinstance(piece, str)]


MARKUP = st.sampled_from(
    [
        *"<p> </p> <div> </div> <b> </b> <li> <ul> </ul> <td> <tr> <table> </table> <br> <!--x-->".split(),
        *"<?x> <!x> <object> </object> </a> </iframe> <option> <h2> </h2> <summary/>".split(),
        "<a href='x>y'>",
        "<img alt=x>",
    ]
)
SCRIPTS = st.sampled_from(["<script>x<b>x</script>", "<style>x</style>", "<iframe src=x>x</iframe>"])
PROSE = st.text(st.characters(exclude_characters="<&\r", exclude_categories=["Cs"]), max_size=8)


@given(st.lists(st.tuples(st.sampled_from(["markup", "prose"]), MARKUP | SCRIPTS, PROSE)))
def test_text_in_equals_text_kept(parts: list[tuple[str, str, str]]) -> None:
    """The text between tags, comments, scripts and frames is all kept, in its order."""
    html = "".join(markup if kind == "markup" else prose for kind, markup, prose in parts)
    tree, _ = built(html)
    expected = "".join(prose for kind, _, prose in parts if kind == "prose")
    assert text_of(Element("div", {}, tree)) == expected


@pytest.mark.parametrize(
    ("html", "is_whole"),
    [
        ("<table><tr><td>a</table>", True),
        ("<p>a", True),
        ("a</p>", True),
        ("<br>", True),
        ("<div>", False),
        ("<table><tr><td>", False),
        ("</td>", False),
        ("<li>a", False),
        ("a <word>", False),
    ],
)
def test_a_piece_that_needs_nothing_around_it(html: str, *, is_whole: bool) -> None:
    """It closes all that it opens, and opens all that it closes; paragraphs end by themselves."""
    builder: TreeBuilder[object] = TreeBuilder()
    builder.feed(html, 1)
    builder.close()
    assert builder.is_whole is is_whole


@pytest.mark.parametrize(("html", "closed"), [("<div>a</div>", True), ("<p>a", True), ("<div>a", False)])
def test_whether_the_end_is_there(html: str, *, closed: bool) -> None:
    """An element knows, unless its end may be left out."""
    (element,), _ = built(html)
    assert element.closed is closed
