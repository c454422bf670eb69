from __future__ import annotations

import pytest

from sphinx_eventreport.core.files.addresses import SiteAddresses, addresses_of, missing_scheme

SITE = SiteAddresses.of(
    {
        "index": (),
        "posts/2016-06-15-summit": (),
        "posts/2017-06-15-summit": (),
        "posts/2018-01-02-once": ("/archive/first/", "my-slug"),
        "notes/hosts": (),
        "notes/deep/index": (),
    }
)


@pytest.mark.parametrize(
    ("link", "docname"),
    [
        ("/2016/06/15/summit.html", "posts/2016-06-15-summit"),
        ("/blog/2017/06/summit/", "posts/2017-06-15-summit"),
        ("/2015/06/15/summit.html", None),
        ("/summit/", None),
        ("/archive/first", "posts/2018-01-02-once"),
        ("/blog/my-slug/#part", "posts/2018-01-02-once"),
        ("../once/?a=b", "posts/2018-01-02-once"),
        ("2016-06-15-summit.md", "posts/2016-06-15-summit"),
        ("/2016-06-15-summit", "posts/2016-06-15-summit"),
        ("../notes/deep/", "notes/deep/index"),
        ("/docs/overview/hosts/", None),
        ("/", None),
        ("#part", None),
        ("https://example.com/once/", None),
        ("", None),
    ],
)
def test_an_address_of_a_blog_leads_to_the_document(link: str, docname: str | None) -> None:
    """If it can be only one."""
    assert SITE.find(link, "posts/2018-01-02-once") == docname


def test_addresses_are_those_on_the_own_site() -> None:
    """Of every key that gives one, without URLs and what is no text."""
    mapping = {
        "permalink": "/a/",
        "Slug": "b",
        "aliases": ["/c", 1, ""],
        "url": "https://example.com/",
        "title": "d",
    }
    assert addresses_of(mapping) == ("/a/", "b", "/c")


@pytest.mark.parametrize(
    ("link", "scheme"),
    [
        ("hub.example.org", "https://"),
        ("hub.example.org/boats?x=1", "https://"),
        ("www.boats.example/tides", "https://"),
        ("ines@example.org", "mailto:"),
        ("tides.md", ""),
        ("a.b/tides.png", ""),
        ("../hub.example.org", ""),
        ("tides.html#com", ""),
        ("archive.tar.gz", ""),
        ("tides", ""),
        ("", ""),
    ],
)
def test_an_address_may_lack_its_scheme(link: str, scheme: str) -> None:
    """A host or a mail address is no path, whatever a browser makes of it."""
    assert missing_scheme(link) == scheme
