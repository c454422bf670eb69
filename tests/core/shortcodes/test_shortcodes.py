from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.dialects import DIALECTS
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.shortcodes.read import expand_shortcodes
from sphinx_eventreport.core.shortcodes.tags import NAMES

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "shortcodes.yml").read_text("utf-8"))
# The front matter of the page in all cases.
PAGE = {
    "venue": "Hall A",
    "day": dt.datetime(2024, 5, 6, 7, 8),  # noqa: DTZ001 -- as YAML gives it
    "gallery": [
        {"url": "/a.jpg", "image_path": "/a-th.jpg", "alt": "A", "title": "Quay"},
        "b.png",
        3,
        {"alt": "x"},
    ],
    "hall": ["c.png"],
}
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "{{< youtube abc >}}",
                "{{%",
                "%}}",
                "{% raw %}",
                "{% endraw %}",
                "{% vimeo 1 %}",
                "{/* a",
                "*/}",
            ),
            *(
                "<!--",
                "-->",
                "`",
                "``",
                "```\n",
                "\n",
                "\n\n",
                "\r",
                "@[youtube](a)\n",
                "{{< figure\nsrc=a >}}",
            ),
            *(
                "import a from 'b'\n",
                "<a b={'c'} d={{\n}} />",
                "    ",
                "{{ vimeo(id=1) }}",
                "{% highlight a %}\n",
            ),
            *(
                "{% endhighlight %}",
                "{{< /highlight >}}",
                "{{< highlight go >}}",
                "{{< tip >}}",
                "{{< /tip >}}",
            ),
            *(
                "\n{{< tip >}}\n",
                "\n{{< /tip >}}\n",
                "{% if a %}",
                "{% endif %}",
                "{% else %}",
                "{{ page.a | b }}",
            ),
            *(
                "{{< quote >}}\n",
                "\n{{< /quote >}}",
                "{{< button /a >}}",
                "{{< /button >}}",
                "{{</* a */>}}",
                "{% end %}",
            ),
        ]
    )
    | st.text(max_size=4),
    max_size=12,
).map("".join)
NAMES_OF_DIALECTS = st.sampled_from([dialect.name for dialect in DIALECTS])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shortcodes_become_html(case: dict[str, Any]) -> None:
    """A shortcode becomes the HTML that the case says, or stays, with problems on the lines it says."""
    text, problems = expand_shortcodes(case["text"], case["dialect"], page=PAGE)
    expected = (case.get("html", case["text"]), case.get("problems", []))
    assert (text, [problem.line for problem in problems]) == expected


def test_lines_count_from_the_first_of_the_body() -> None:
    """A problem has its line in the file, not in the text."""
    _, problems = expand_shortcodes("\n{{< a >}}\n\n{{< b >}}", "hugo", first_line=10)
    assert [problem.line for problem in problems] == [11, 13]


def test_a_problem_says_what_to_do() -> None:
    """A problem names the shortcode, cut where it is long, and has a hint."""
    _, (problem,) = expand_shortcodes("{{< a " + "b" * 500 + " >}}", "hugo")
    assert len(problem.message) < 150
    assert problem.hint


def test_problems_are_not_without_end() -> None:
    """A page full of unknown tags is told of the first fifty."""
    _, problems = expand_shortcodes("{% a %}\n" * 100, "jekyll")
    assert len(problems) == 50


@given(PIECES, NAMES_OF_DIALECTS)
def test_every_line_keeps_its_number(text: str, dialect: str) -> None:
    """Any text has as many lines afterwards as before, and raises nothing."""
    assert expand_shortcodes(text, dialect)[0].count("\n") == text.count("\n")


WORDS = [f"word{number}x" for number in range(13)]


@given(st.lists(PIECES, max_size=6), NAMES_OF_DIALECTS)
def test_no_word_is_lost(pieces: list[str], dialect: str) -> None:
    """What stands around shortcodes, and between two of a pair, is there afterwards."""
    text = "".join(f"{word}{piece}" for word, piece in zip(WORDS, [*pieces, ""], strict=False))
    result = expand_shortcodes(text, dialect)[0]
    assert [word for word in WORDS[: len(pieces) + 1] if word not in result] == []


def test_pairs_in_pairs_are_read_to_some_depth() -> None:
    """What nobody writes stays as text, however deep it is."""
    deep = 400
    text = "{{< tip >}}" * deep + "word" + "{{< /tip >}}" * deep
    assert "word" in expand_shortcodes(text, "hugo")[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_read(name: str) -> None:
    """Every shortcode that is known becomes something for some argument."""
    arguments = ("abc", "https://a.example.org/b/c", "abc/def")
    texts = [expand_shortcodes(f"{{{{< {name} {argument} >}}}}", "hugo")[0] for argument in arguments]
    assert any(text.startswith(("<iframe", "<video", "<audio", "<embed")) for text in texts)


def test_the_body_has_what_its_shortcodes_embed() -> None:
    """A section with a shortcode has its recording."""
    text = "---\ndialect: hugo\n---\n\n## A\n\n{{< youtube abcdef >}}\n"
    (talk,) = read_report_text(text, filename="a.md")[0].talks
    assert [recording.source for recording in talk.recordings] == ["https://youtu.be/abcdef"]


def test_the_body_has_the_problems_of_its_shortcodes() -> None:
    """What is not known is a problem of the body, on its line."""
    text = "---\ndialect: hugo\n---\n\na\n\n{{< x >}}\n"
    assert [problem.line for problem in read_report_text(text, filename="a.md")[1]] == [7]
