from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.media.hosts.address import Provider, seconds
from sphinx_eventreport.core.media.hosts.frames import FRAMES
from sphinx_eventreport.core.media.providers import PROVIDERS, identify, is_sandboxed, provider_name

DOCS = Path(__file__).parents[3] / "docs"
CASES = [
    case
    for file in sorted((Path(__file__).parent / "cases_providers").glob("*.yml"))
    for case in yaml.safe_load(file.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["url"]))
def test_url_is_identified(case: dict[str, Any]) -> None:
    """A URL leads to the host, id and addresses that the case says, or to nothing."""
    found = identify(case["url"])
    expected = case["hosted"]
    actual = found and {key: value for key, value in asdict(found).items() if key in expected}
    if actual and actual.get("ratio"):
        actual["ratio"] = list(actual["ratio"])
    assert actual == expected


def addresses(provider: Provider) -> list[str]:
    """Return the URL shapes that the reference shows, as addresses."""
    return [
        shape.replace("ANY.HOST", "tube.example.org")
        .replace("/videos/embed/ID", "/videos/embed/" + "a" * 22)
        .replace("/w/ID", "/w/" + "a" * 22)
        .replace("prezi.com/embed/ID", "prezi.com/embed/abcdefghij")
        .replace("/ID", "/abcdefghij" if provider.key == "prezi" else "/ID")
        .replace("//ANY/", "//tube.example.org/")
        .replace("GUID", "01234567-89ab-cdef-0123-456789abcdef")
        .replace("url=URL", "url=https://www.figma.com/file/KEY")
        .replace("TENANT.", "acme.")
        for shape in provider.shapes
    ]


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.key)
def test_shapes_are_read(provider: Provider) -> None:
    """Every URL shape that the reference shows is understood by its provider."""
    shapes = addresses(provider)
    assert {getattr(identify(shape), "provider", None) for shape in shapes} == {provider.key}


@pytest.mark.parametrize("provider", PROVIDERS, ids=lambda provider: provider.key)
def test_policy_names_the_players(provider: Provider) -> None:
    """The page about security policies has the host of every player, as ``frame-src`` takes it."""
    found = [identify(address) for address in addresses(provider)]
    players = {urlsplit(hosted.embed_url) for hosted in found if hosted and hosted.embed_url}
    origins = {
        f"`https://{player.netloc}`".replace("//acme.", "//TENANT.")
        .replace("//team.", "//TEAM.")
        .replace("//any.", "//ANY.")
        for player in players
    }
    page = DOCS.joinpath("how-to", "security-policy.md").read_text("utf-8")
    assert [origin for origin in origins if origin not in page] == []


@pytest.mark.parametrize("provider", FRAMES, ids=lambda provider: provider.key)
def test_shapes_of_frames_are_read(provider: Provider) -> None:
    """So is every shape of what is neither slides nor a recording."""
    shapes = [shape.replace("ANY.", "acme.") for shape in provider.shapes]
    assert {getattr(identify(shape), "provider", None) for shape in shapes} == {provider.key}


# Where the slides and recordings of old and new posts are.
PEOPLE_USE = frozenset(
    """
    archive.org canva dropbox figshare gamma genially github gitlab google-drive google-slides hackmd kaltura
    loom media.ccc.de notion notist odysee onedrive panopto peertube pitch prezi sharepoint slides.com
    slideshare speakerdeck tib twitch vimeo wistia youtube zenodo
    """.split()
)


def test_the_hosts_that_people_use_are_known() -> None:
    """No host is lost when tables are moved about."""
    assert PEOPLE_USE - {provider.key for provider in (*PROVIDERS, *FRAMES)} == set()


@pytest.mark.parametrize(
    "host", ["gist.github.com/ines/1", "www.ted.com/talks/x", "github.com/a", "medium.com/x"]
)
def test_a_host_that_forbids_frames_gets_none(host: str) -> None:
    """An empty box helps nobody; the link does."""
    hosted = identify(f"https://{host}")
    assert hosted is not None
    assert hosted.embed_url is None


def test_keys_are_unique() -> None:
    """No two providers share a key."""
    assert len({provider.key for provider in PROVIDERS}) == len(PROVIDERS)


def test_provider_has_a_name() -> None:
    """A provider is called what people call it."""
    assert provider_name("speakerdeck") == "Speaker Deck"


@pytest.mark.parametrize("key", ["pdf", "peertube", "", "unheard-of"])
def test_host_is_its_own_name(key: str) -> None:
    """Where files and PeerTube servers are, the host is the name."""
    assert provider_name(key) == ""


def test_nested_viewers_end() -> None:
    """A viewer that shows a viewer, and so on, is followed a few times and then taken as a page."""
    viewer = "https://a.example/viewer.html?file="
    hosted = identify(viewer * 9 + "https://a.example/x.pdf")
    assert hosted is not None
    assert hosted.kind in {"page", "deck"}


@pytest.mark.parametrize(
    ("text", "expected"), [("90", 90), ("2m", 120), ("0", None), ("soon", None), ("", None)]
)
def test_times(text: str, expected: int | None) -> None:
    """A time is read in seconds; what is none, or the very start, is nothing."""
    assert seconds(text) == expected


HOSTS = sorted({host for provider in PROVIDERS for host in provider.hosts})
PARTS = st.sampled_from(
    "embed video player presentation d e p view slideshow embed_code key file present design v watch w "
    "videos s slide :p: documents entryId 12345 abc %22 a&b é x.pdf x.swf viewer.html".split()
)


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    """No text makes identify() raise."""
    identify(text)


@given(st.sampled_from(HOSTS), st.lists(PARTS, max_size=6), st.text(max_size=20), st.text(max_size=10))
def test_any_path_is_survived(host: str, parts: list[str], query: str, fragment: str) -> None:
    """Whatever stands behind a known host, addresses are https and hold nothing that ends an attribute."""
    hosted = identify(f"https://{host}/{'/'.join(parts)}?{query}#{fragment}")
    if hosted is not None and hosted.provider not in {"", "pdf", "video", "office-viewer"}:
        assert all(
            url.startswith("https://") and not set(url) & set("\"'<> ")
            for url in filter(None, (hosted.url, hosted.embed_url))
        )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.youtube-nocookie.com/embed/abcdefghijk", True),
        ("https://slides.example.org/a.pdf", False),
        ("", False),
    ],
)
def test_the_players_that_a_sandbox_is_enough_for(address: str, *, expected: bool) -> None:
    """What is at any other address may need more."""
    assert is_sandboxed(address) is expected
