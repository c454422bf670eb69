from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core import fields
from sphinx_eventreport.core.fields import Findings, Place, safe_url
from sphinx_eventreport.core.frontmatter import front_matter_of
from sphinx_eventreport.core.names import split_names, split_organizers


def place() -> Place:
    """Return the place of a field called ``x``."""
    return Place(front_matter_of({}), Findings(), path="x", written="x")


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://a.example.org/x?y#z", "https://a.example.org/x?y#z"),
        (" http://a.example.org ", "http://a.example.org"),
        ("//a.example.org/x", "https://a.example.org/x"),
        ("www.example.org", "https://www.example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../x.html", "../x.html"),
        ("/x y.pdf", "/x%20y.pdf"),
        ("#a", "#a"),
        ("https://a.example.org/?a=1&amp;b=2", "https://a.example.org/?a=1&b=2"),
        ("https://a.example.org/a\nb", "https://a.example.org/ab"),
    ],
)
def test_a_safe_url(written: str, url: str) -> None:
    """A URL that leads somewhere passes, ready for a link."""
    assert safe_url(written) == url


@pytest.mark.parametrize(
    "written",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\u200bscript:alert(1)",
        "&#106;avascript:alert(1)",
        "&amp;#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "http://",
        "https:///x",
        "http://[::1",
        "x" * 5_000,
    ],
)
def test_an_unsafe_url(written: str) -> None:
    """A URL that could run code, or is malformed, does not pass."""
    assert safe_url(written) is None


@given(st.text())
def test_a_safe_url_is_safe_again(written: str) -> None:
    """What has passed once passes again, and hides no other scheme."""
    url = safe_url(written)
    assert url is None or safe_url(url) is not None


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        (45, 45),
        ("45", 45),
        ("45 min", 45),
        ("45m", 45),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("2 hours", 120),
        ("1.5h", 90),
        ("PT45M", 45),
        ("PT1H30M", 90),
        ("00:45", 45),
        ("1:30:59", 90),
        (44.6, 45),
    ],
)
def test_a_duration(value: object, minutes: int) -> None:
    """Each shape of a duration gives minutes."""
    assert fields.duration(value, place()) == minutes


@pytest.mark.parametrize("value", ["long", "0", "-5", "99999h", [5]])
def test_no_duration(value: object) -> None:
    """What is no duration, or too long for one, is a problem."""
    where = place()
    assert (fields.duration(value, where), len(where.findings.problems)) == (None, 1)


@pytest.mark.parametrize(
    ("value", "tag"),
    [("en", "en"), ("EN", "en"), ("eng", "en"), ("pt_BR", "pt-BR"), ("zho-Hans", "zh-Hans"), ("ast", "ast")],
)
def test_a_language(value: str, tag: str) -> None:
    """Codes of two and three letters, with or without region, give a BCP 47 tag."""
    assert fields.language(value, place()) == tag


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("English", "en"),
        ("german", "de"),
        ("Deutsch", "de"),
        ("FRANÇAIS", "fr"),
        ("日本語", "ja"),
        ("Brazilian Portuguese", "pt-BR"),
    ],
)
def test_a_language_by_name(value: str, tag: str) -> None:
    """In English, or as its speakers call it."""
    where = place()
    assert (fields.language(value, where), where.findings.problems) == (tag, [])


@pytest.mark.parametrize(("value", "number"), [(5, 5), ("5", 5), ("+5", 5), (None, None), ("", None)])
def test_an_integer(value: object, number: int | None) -> None:
    """Whole numbers are read from numbers and text."""
    assert fields.integer(1, 10)(value, place()) == number


@pytest.mark.parametrize("value", [0, 11, "five", 1.5, "9" * 5_000, True])
def test_no_integer(value: object) -> None:
    """What is no whole number in range is a problem."""
    where = place()
    assert (fields.integer(1, 10)(value, where), len(where.findings.problems) > 0) == (None, True)


@pytest.mark.parametrize(
    ("value", "answer"), [(True, True), ("Yes", True), ("off", False), (0, False), (None, None), ("", None)]
)
def test_a_boolean(value: object, answer: object) -> None:
    """Yes and no are read in the words of YAML."""
    assert fields.boolean(value, place()) is answer


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("img/a.png", "img/a.png"),
        ("/img/a b.png", "/img/a b.png"),
        ("https://a.example.org/a.png", "https://a.example.org/a.png"),
        ({"src": "a.png", "alt": "A"}, "a.png"),
        (None, None),
    ],
)
def test_a_path(value: object, path: str | None) -> None:
    """A path stays as it was written; some write it into a map."""
    assert fields.path(value, place()) == path


@pytest.mark.parametrize("value", ["javascript:x", "data:image/png,x", "http://", {"alt": "A"}])
def test_no_path(value: object) -> None:
    """What leads to no file or URL is a problem."""
    where = place()
    assert (fields.path(value, where), len(where.findings.problems)) == (None, 1)


def test_a_long_text_is_cut() -> None:
    """Text beyond the limit is cut, with a problem."""
    where = place()
    assert (fields.text("ab " * 10, where, limit=9), len(where.findings.problems)) == ("ab ab ab…", 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a&nbsp;b", "a\u00a0b"),
        ("a &amp;lt; b", "a &lt; b"),
        (" a \n b ", "a b"),
        ("&#8;a\x07", "a"),
        (dt.date(2016, 5, 31), "2016-05-31"),
        (None, None),
        ("", None),
    ],
)
def test_a_text(value: object, text: str | None) -> None:
    """Entities are resolved once, spaces folded, control characters dropped, no-break spaces kept."""
    assert fields.text(value, place()) == text


@pytest.mark.parametrize("value", [[2016, 5], {"year": 2016}, None, ""])
def test_what_is_no_text_is_no_date(value: object) -> None:
    """A date in pieces is none, and an empty field has none."""
    assert fields.date(value, place()) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ann", ["Ann"]),
        ("Ann, Bob", ["Ann", "Bob"]),
        ("Ann, Bob, and Cleo", ["Ann", "Bob", "Cleo"]),
        ("Ann and Bob", ["Ann", "Bob"]),
        ("Ann & Bob", ["Ann", "Bob"]),
        ("Lee, Ann; Ray, Bob", ["Lee, Ann", "Ray, Bob"]),
        (", ,", []),
    ],
)
def test_names_are_taken_apart(written: str, names: list[str]) -> None:
    """One line of names is taken apart at commas and the last "and", or at semicolons."""
    assert split_names(written) == names


def test_organizers_stay_whole() -> None:
    """The names of organisations have commas and "and" in them, so only a semicolon parts them."""
    assert split_organizers("Arts and Crafts, Inc.; B") == ["Arts and Crafts, Inc.", "B"]


def test_links_as_text() -> None:
    """A line of links is taken apart, with and without their texts."""
    links = fields.links("Code <https://a.example.org>, https://b.example.org", place())
    assert [link.label for link in links] == ["Code", "https://b.example.org"]


def test_links_as_markdown_writes_them() -> None:
    """The address may have brackets in it."""
    links = fields.links("[Code](https://a.example.org/x_(y)), [Demo](https://b.example.org)", place())
    assert [(link.label, link.url) for link in links] == [
        ("Code", "https://a.example.org/x_(y)"),
        ("Demo", "https://b.example.org"),
    ]


def test_no_links() -> None:
    """No value is no link."""
    assert fields.links(None, place()) == ()


def test_one_link_as_a_map() -> None:
    """A single link needs no list."""
    assert fields.links({"name": "Code", "url": "https://a.example.org"}, place())[0].label == "Code"


def test_a_place_without_a_line() -> None:
    """A problem of a value that came from nowhere has no line."""
    where = place()
    fields.url("data:x", where)
    assert where.findings.problems[0].line is None


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.times(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "src", "label"]), inner)
    ),
    max_leaves=8,
)
VALIDATORS = [
    fields.boolean,
    fields.choice({"a": "a"}),
    fields.date,
    fields.duration,
    fields.integer(0, 9),
    fields.language,
    fields.links,
    fields.path,
    fields.people(split_names),
    fields.person,
    fields.text,
    fields.texts,
    fields.timezone,
    fields.url,
]


@given(st.sampled_from(VALIDATORS), VALUES)
def test_any_value_is_checked(validator: object, value: object) -> None:
    """No value makes a validator fail, and what it returns can be compared and stored."""
    assert callable(validator)
    hash(validator(value, place()))


def test_a_language_is_a_text() -> None:
    """A mapping in its place is a problem, and no language."""
    where = place()
    assert fields.language({"en": "English"}, where) is None
    assert len(where.findings.problems) == 1


def test_a_word_of_a_vocabulary_is_a_text() -> None:
    """A mapping in its place is a problem, and no word."""
    where = place()
    assert fields.choice({"talk": "talk"})({"talk": 1}, where) is None
    assert len(where.findings.problems) == 1
