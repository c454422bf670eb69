"""The small page of a slide."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from bs4 import BeautifulSoup

from sphinx_eventreport.core.exports.slide_page import SlidePage, SlidePicture, oembed, slide_html

PAGE = SlidePage(
    folder="https://example.org/s/tides/moon/",
    number=3,
    title="Slide 3: Ebb – Moon",
    name="Slide 3: Ebb",
    text="Twice a day",
    goal="../../../tides.html#slide-moon-3",
    site="Coast",
    base="https://example.org/",
    language="pt",
    authors=("Ada Wrack", "Bo Dulse"),
    picture=SlidePicture("3.jpg", 1200, 675),
)
HOSTILE = "</title><script>alert(1)</script>\"&'>\n"


def said(page: SlidePage) -> dict[str, str]:
    """Return what chats read."""
    found = BeautifulSoup(slide_html(page), "html.parser").select("meta[property]")
    return {str(meta["property"]): str(meta["content"]) for meta in found}


def test_a_chat_is_told_title_text_and_picture() -> None:
    """With the page of the slide as its own address, for a chat follows any other."""
    assert said(PAGE) == {
        "og:type": "article",
        "og:title": "Slide 3: Ebb – Moon",
        "og:url": "https://example.org/s/tides/moon/3.html",
        "og:site_name": "Coast",
        "og:description": "Twice a day",
        "og:image": "https://example.org/s/tides/moon/3.jpg",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "675",
        "og:image:alt": "Slide 3: Ebb",
    }


def test_a_browser_goes_on_to_the_slide() -> None:
    """At once, and by a link where it does not; a search engine keeps out."""
    page = BeautifulSoup(slide_html(PAGE), "html.parser")
    refresh, robots, link = page.select_one("[http-equiv]"), page.select_one("[name=robots]"), page.a
    assert refresh is not None
    assert robots is not None
    assert link is not None
    assert (refresh["content"], robots["content"], link["href"]) == (
        "0; url=../../../tides.html#slide-moon-3",
        "noindex",
        "../../../tides.html#slide-moon-3",
    )


def test_oembed_has_the_picture() -> None:
    """In the words of version 1.0."""
    assert json.loads(oembed(PAGE)) == {
        "version": "1.0",
        "type": "photo",
        "title": "Slide 3: Ebb – Moon",
        "provider_name": "Coast",
        "provider_url": "https://example.org/",
        "author_name": "Ada Wrack, Bo Dulse",
        "url": "https://example.org/s/tides/moon/3.jpg",
        "width": 1200,
        "height": 675,
    }


def test_without_a_picture_the_rest_is_said() -> None:
    """A slide that cannot be drawn has an address all the same."""
    bare = replace(PAGE, picture=None, authors=(), text="")
    assert json.loads(oembed(bare))["type"] == "link"
    assert [*said(bare)] == ["og:type", "og:title", "og:url", "og:site_name"]
    assert "<img" not in slide_html(bare)


@pytest.mark.parametrize("field", ["title", "name", "text", "goal", "site", "language"])
def test_nothing_ends_an_element_or_an_attribute(field: str) -> None:
    """What stands on a slide is text, whoever made it."""
    changed: dict[str, Any] = {field: HOSTILE}
    text = slide_html(replace(PAGE, **changed))
    parser = html5lib.HTMLParser()
    parser.parse(text)
    assert ("<script" in text, parser.errors) == (False, [])


def test_a_long_text_ends_at_a_word() -> None:
    """Chats show a few lines."""
    text = said(replace(PAGE, text="kelp\n " * 100))["og:description"]
    assert (len(text) <= 300, text[-6:]) == (True, " kelp…")
