from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.embed import Embed
from sphinx_eventreport.core.media.embeds import embed_problem, find_embed, is_embed_helper, shown_picture
from sphinx_eventreport.core.media.records import media_of_embed
from sphinx_eventreport.core.raw_html.tree import Element, TreeBuilder
from sphinx_eventreport.core.records import Recording, Track

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx_eventreport.core.problems import Problem

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "embeds.yml").read_text("utf-8"))


def tree_of(html: str) -> list[Any]:
    """Return the tree of one piece of HTML."""
    builder: TreeBuilder[Any] = TreeBuilder()
    builder.feed(html, 1)
    return builder.close()[0]


def found_in(children: list[Any]) -> Iterator[Embed | Problem]:
    """Yield the embeds and problems in a tree, in their order."""
    for element in children:
        if isinstance(element, Element):
            result = find_embed(element) or embed_problem(element)
            if result is not None:
                yield result
            if not isinstance(result, Embed):
                yield from found_in(element.children)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_html_embeds(case: dict[str, Any]) -> None:
    """A piece of HTML embeds what the case says, and has the problems it says."""
    found = list(found_in(tree_of(case["html"])))
    embeds = [item for item in found if isinstance(item, Embed)]
    expected = case.get("embeds", [])
    actual = [
        {key: getattr(embed, key) for key in want} for embed, want in zip(embeds, expected, strict=True)
    ]
    for embed in actual:
        embed["ratio"] = list(embed["ratio"]) if embed.get("ratio") else None
    problems = [item.subtype.value for item in found if not isinstance(item, Embed)]
    assert (actual, problems) == ([{"ratio": None, **want} for want in expected], case.get("problems", []))


def test_problem_says_what_to_do() -> None:
    """A problem of an embed has its line and a hint."""
    (element,) = tree_of("<iframe></iframe>")
    problem = embed_problem(element)
    assert problem is not None
    assert (problem.line, bool(problem.hint)) == (1, True)


def test_long_address_is_cut_in_a_message() -> None:
    """A message shows the beginning of an address, not a page of it."""
    (element,) = tree_of(f'<iframe src="javascript:{"x" * 5000}"></iframe>')
    problem = embed_problem(element)
    assert problem is not None
    assert len(problem.message) < 200


@pytest.mark.parametrize(
    ("url", "embed_url"),
    [
        ("https://player.vimeo.com/hubs/7", "https://player.vimeo.com/hubs/7"),
        ("https://github.com/ines/talks", None),
        ("https://files.example.org/knots.pptx", None),
    ],
)
def test_a_frame_that_its_author_had(url: str, embed_url: str | None) -> None:
    """It stays one, but at hosts that allow none, and for files that browsers do not show."""
    (element,) = tree_of(f'<iframe src="{url}"></iframe>')
    embed = find_embed(element)
    assert embed
    assert embed.hosted
    assert embed.hosted.embed_url == embed_url


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ('<embed src="a.png?x">', "a.png?x"),
        ('<object data="/a" type="image/gif"></object>', "/a"),
        ('<object data="a.pdf"></object>', None),
        ('<img src="a.png">', None),
    ],
)
def test_a_picture_that_an_object_shows(html: str, address: str | None) -> None:
    """By its type, or its suffix."""
    assert shown_picture(tree_of(html)[0]) == address


def test_helper_script() -> None:
    """The script that comes with an embed of Notist is known to serve it."""
    (script,) = tree_of('<script async src="https://on.notist.cloud/embed/002.js"></script>')
    assert is_embed_helper(script)


def test_other_script_is_no_helper() -> None:
    """Any other script is not passed over in silence."""
    (script,) = tree_of('<script src="https://elsewhere.example/on.notist.cloud/x.js"></script>')
    assert not is_embed_helper(script)


def test_opaque_node_is_content() -> None:
    """A paragraph beside the embed makes the element around both no wrapper."""
    builder: TreeBuilder[object] = TreeBuilder()
    builder.feed('<div style="padding-bottom: 50%"><iframe src="https://youtu.be/abc"></iframe>', 1)
    builder.add(object())
    builder.feed("</div>", 3)
    (wrapper,) = builder.close()[0]
    assert isinstance(wrapper, Element)
    assert find_embed(wrapper) is None


TAGS = st.sampled_from("iframe object embed video script div p youtube source".split())
NAMES = st.sampled_from(
    "src data data-id class style width height data-ratio id data-notist title type url".split()
)
VALUES = st.text(max_size=30) | st.sampled_from(
    [
        "https://youtu.be/x",
        "speakerdeck-embed",
        "padding-bottom: 1e9%",
        "9" * 400,
        "a.pdf",
        "presentation-embed-1",
        "0",
    ]
)


@given(
    st.recursive(
        st.builds(Element, TAGS, st.dictionaries(NAMES, VALUES)),
        lambda inner: st.builds(
            Element, TAGS, st.dictionaries(NAMES, VALUES), st.lists(inner | st.text(max_size=5), max_size=3)
        ),
        max_leaves=6,
    )
)
def test_any_element_is_survived(element: Element) -> None:
    """No element makes the search raise, and none that embeds something is a problem as well."""
    if find_embed(element) is not None:
        assert embed_problem(element) is None


def test_snippets_as_people_write_them(corpus: Path) -> None:
    """Of the HTML in a corpus, all that embeds something is seen, and nothing that does not."""
    wrong = []
    for line in (corpus / "embeds.jsonl").read_text("utf-8").splitlines():
        snippet = json.loads(line)
        provider, html = snippet["provider"], snippet["html"]
        negative = provider.endswith("-negative") or provider.startswith(("html-comment", "embed-flash"))
        is_whole = html.lstrip().startswith("<") and html.count("<") > 1 and "{" not in html
        if not is_whole or snippet.get("truncated") or provider in {"html5-video", "code-block-negative"}:
            continue
        embeds = [item for item in found_in(tree_of(html)) if isinstance(item, Embed)]
        if bool(embeds) == negative:
            wrong.append(snippet)
    assert wrong == []


def test_the_tracks_of_a_video() -> None:
    """A kind that is none, and a language that is none, are left out; so is a track without a file."""
    html = (
        '<video src="a.mp4"><track kind="CAPTIONS" src="a.vtt" srclang="en" label=" In  English " default>'
        '<track kind="odd" src="b.vtt" srclang="?!"><track><track src="javascript:x()"></video>'
    )
    (embed,) = found_in(tree_of(html))
    assert isinstance(embed, Embed)
    assert embed.tracks == (Track("a.vtt", "captions", "en", "In English", default=True), Track("b.vtt"))


@pytest.mark.parametrize(
    ("html", "alternatives"),
    [
        ('<video src="a.mp4"><source src="a.mp4"></video>', ()),
        (
            '<video><source src="a.webm"><source src="a.mp4"><source src="data:x"><source src=" "></video>',
            ("a.mp4",),
        ),
        ('<audio src="a.ogg"><source src="a.mp3">Sorry.</audio>', ("a.mp3",)),
    ],
)
def test_the_other_formats_of_a_video(html: str, alternatives: tuple[str, ...]) -> None:
    """Those that can be asked for, each once."""
    (embed,) = found_in(tree_of(html))
    assert isinstance(embed, Embed)
    assert embed.alternatives == alternatives


def test_the_record_of_a_video_has_its_files() -> None:
    """Nothing that the author gave the browser is lost on the way."""
    html = '<video poster="p.png"><source src="a.webm"><source src="a.mp4"><track src="a.vtt"></video>'
    (embed,) = found_in(tree_of(html))
    assert isinstance(embed, Embed)
    record = media_of_embed(embed)
    assert isinstance(record, Recording)
    assert (record.poster, record.alternatives, record.tracks) == ("p.png", ("a.mp4",), (Track("a.vtt"),))
