"""What search engines and chats read of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.site import CONF, Site, png

if TYPE_CHECKING:
    from pathlib import Path

    from support.site import Built

AT = (
    CONF + 'project = "Seaside"\nhtml_baseurl = "https://example.org/en"\neventreport_people = "people.yml"\n'
)
FILES: dict[str, str | bytes] = {
    "index.md": "# All\n\n```{event-list}\n```\n\n```{toctree}\nkelp\nada\ncoast\nsecret\n```\n",
    "kelp.md": "---\ndate: 2024-06-02\ndescription: 'About \"fronds\".'\nthumbnail: frond.png\n"
    "event: {name: Kelp Day, series: coast, start: 2024-06-01}\n---\n\n# Kelp\n\n"
    "## Fronds\n\n```{talk}\n:speakers: Ada Wrack\n```\n",
    "ada.md": "# Ada\n\n```{person} Ada Wrack\n```\n",
    "coast.md": "# Coast\n\n```{series} coast\n```\n",
    "secret.md": "---\nvisibility: unlisted\nevent: Secret\n---\n\n# Secret\n",
    "frond.png": png(),
    "people.yml": "ada-wrack: {name: Ada Wrack, orcid: 0000-0002-1825-0097}\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the site once."""
    return Site(tmp_path_factory.mktemp("metadata"), AT).write(FILES).build()


def graphs(built: Built, name: str) -> list[dict[str, Any]]:
    """Return the graphs of JSON-LD on the page *name*."""
    found = built.page(name).select('head script[type="application/ld+json"]')
    return [json.loads(element.get_text()) for element in found]


def test_a_report_is_described_to_search_engines(built: Built) -> None:
    """With the addresses of its talks, its picture and the page about its series."""
    (graph,) = graphs(built, "kelp")
    event = graph["@graph"][1]
    assert (event["name"], event["subEvent"][0]["url"], event["superEvent"]["url"], event["image"]) == (
        "Kelp Day",
        "https://example.org/en/kelp.html#fronds",
        "https://example.org/en/coast.html",
        "https://example.org/en/_images/frond.png",
    )


def test_a_picture_that_is_named_is_there(built: Built) -> None:
    """Even if no page shows it."""
    assert (built.outdir / "_images" / "frond.png").is_file()


def test_chats_get_title_text_and_picture(built: Built) -> None:
    """In the words of Open Graph."""
    found = {
        str(meta["property"]): meta["content"] for meta in built.page("kelp").select("head meta[property]")
    }
    assert found == {
        "og:type": "article",
        "og:title": "Kelp",
        "og:url": "https://example.org/en/kelp.html",
        "og:site_name": "Seaside",
        "og:description": 'About "fronds".',
        "og:image": "https://example.org/en/_images/frond.png",
        "og:image:alt": "Kelp",
        "article:published_time": "2024-06-02",
    }


def test_a_page_about_somebody_is_a_profile(built: Built) -> None:
    """The people file says who it is."""
    (graph,) = graphs(built, "ada")
    assert (graph["@type"], graph["mainEntity"]["sameAs"]) == (
        "ProfilePage",
        ["https://orcid.org/0000-0002-1825-0097"],
    )


@pytest.mark.parametrize("name", ["secret", "coast", "index"])
def test_other_pages_say_nothing(built: Built, name: str) -> None:
    """Least of all those that nothing is to list."""
    page = built.page(name)
    assert (graphs(built, name), page.select("head meta[property^=og]")) == ([], [])


def test_without_an_address_nothing_is_said(tmp_path: Path) -> None:
    """Half an address is none."""
    built = Site(tmp_path).write({"index.md": FILES["kelp.md"], "frond.png": png()}).build()
    assert (graphs(built, "index"), built.page("index").select("head meta[property^=og]")) == ([], [])
