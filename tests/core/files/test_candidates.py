from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.files.candidates import PagePlace, candidates, from_root, names_of

BUNDLE = PagePlace.of("talk/2024-05-01-knots/index", ["/2024/knots-and-ropes/"])
POST = PagePlace.of("_posts/2024-05-01-knots")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("a b.png", "a b.png"),
        ("a%20b.png", "a b.png"),
        ("%C3%89cran.png", "\u00c9cran.png"),
        ("100%.png", "100%.png"),
        ("a (1).png", "a (1).png"),
        ("a.png#only-dark", "a.png"),
        ("a.png?raw=true", "a.png"),
        ("a%20b.png?raw=true#x", "a b.png"),
        ("C# in 2024.pdf", "C# in 2024.pdf"),
        ("Why?.pdf", "Why?.pdf"),
        ("Why%3F.pdf?v=1", "Why?.pdf"),
        (r"img\a.png", "img/a.png"),
    ],
)
def test_a_path_may_be_this_name(written: str, name: str) -> None:
    """Whether a mark belongs to the name only the disk knows."""
    assert name in names_of(written)


@pytest.mark.parametrize("written", ["a%20b.png", "a#b.png", "a?b.png"])
def test_the_name_as_it_is_written_comes_first(written: str) -> None:
    """A file may be called so."""
    assert names_of(written)[0] == written


@pytest.mark.parametrize(
    ("written", "page", "path"),
    [
        ("hall.png", BUNDLE, "talk/2024-05-01-knots/hall.png"),
        ("../hall.png", BUNDLE, "talk/hall.png"),
        ("/hall.png", BUNDLE, "hall.png"),
        ("/talk/knots/hall.png", BUNDLE, "talk/2024-05-01-knots/hall.png"),
        ("/talk/2024-05-01-knots/img/hall.png", BUNDLE, "talk/2024-05-01-knots/img/hall.png"),
        ("/2024/Knots-and-Ropes/hall.png", BUNDLE, "talk/2024-05-01-knots/hall.png"),
        ("/2024/05/01/knots/hall.png", POST, "_posts/hall.png"),
        ("/2024/05/01/knots/hall.png", POST, "_posts/2024-05-01-knots/hall.png"),
        ("/img/hall.png", POST, "static/img/hall.png"),
        ("/img/hall.png", POST, "blog/static/img/hall.png"),
        ("img/hall.png", POST, "blog/assets/img/hall.png"),
        ("blog/hall.png", POST, "_assets/images/blog/hall.png"),
        ("knots.pdf", POST, "talks/slides/knots.pdf"),
        ("2024/knots.pdf", POST, "talks/slides/2024/knots.pdf"),
        ("knots.pdf", POST, "blog/static/uploads/knots.pdf"),
    ],
)
def test_a_file_may_be_there(written: str, page: PagePlace, path: str) -> None:
    """Beside the page, from a root, in the page's own bundle, or in a folder that is searched."""
    assert path in candidates(written, page, ("", "blog"), ("talks/slides",))


@pytest.mark.parametrize(
    ("written", "first"), [("hall.png", "_posts/hall.png"), ("/hall.png", "hall.png"), ("../x", "x")]
)
def test_what_sphinx_means_comes_first(written: str, first: str) -> None:
    """From the folder of the page, or from the source directory."""
    assert next(candidates(written, POST, ("", "blog"), ("talks/slides",))) == first


def test_a_rooted_path_is_no_name_to_search() -> None:
    """It says where the file is."""
    assert "talks/slides/knots.pdf" not in candidates("/knots.pdf", POST, ("",), ("talks/slides",))


@pytest.mark.parametrize("written", ["", "/", "a\0b"])
def test_what_is_no_path_is_nowhere(written: str) -> None:
    """No file has such a name."""
    assert list(candidates(written, POST, ("",))) == []


def test_a_path_that_leads_out_says_so() -> None:
    """Its caller knows what is outside."""
    assert next(candidates("../../x.png", POST, ("",))) == "../x.png"


@given(st.text(max_size=200))
def test_any_text_is_survived(written: str) -> None:
    """No text makes it raise, and all that comes of it is normal."""
    assert all("//" not in path for path in candidates(written, BUNDLE, ("", "blog"), ("talks",)))


@pytest.mark.parametrize(
    ("written", "path"), [("a/b.png", "/a/b.png"), ("/a.png", "/a.png"), ("../a.png", "../a.png")]
)
def test_a_path_of_front_matter_may_be_one_from_the_root(written: str, path: str) -> None:
    """Not where it leads up, which is meant from the page."""
    assert from_root(written) == path
