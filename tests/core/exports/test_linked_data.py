"""JSON-LD: what search engines read of a report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sphinx_eventreport.core.exports.linked_data import (
    PageAddresses,
    license_url,
    person_graph,
    report_graph,
    script,
)
from sphinx_eventreport.core.records import Link, Person
from sphinx_eventreport.core.reports import read_report_text

POST = """\
---
title: Tide tables
date: 2024-06-21
updated: 2024-06-25
description: How we read them.
license: CC-BY-4.0
language: en
tags: [sea]
authors: [{name: Ada Wrack, url: "mailto:ada@example.org"}]
event:
  name: Coast Day
  series: Coast Days
  start: 2024-05-17 09:30
  end: 2024-05-17 17:00
  timezone: Europe/Lisbon
  mode: mixed
  status: moved_online
  url: https://coast.example.org/
  location:
    name: Old Harbour
    address: {city: Porto, country: PT}
    url: https://harbour.example.org/
    online_url: https://join.example.org/
  organizers: [Bo Dulse]
talks:
- title: Moon
  speakers: [Cy Eelgrass]
  start: "10:00"
  end: "10:20"
  duration: 20
  room: Room 2
  language: pt
  tags: [moon]
  deck: https://files.example.org/moon.pdf
  recording: https://youtu.be/abcdefghijk
- Wind
---
"""
WHERE = PageAddresses(
    "https://example.org/tides.html",
    ("https://example.org/tides.html#moon", "https://example.org/tides.html#wind"),
    "https://example.org/coast.html",
    "https://example.org/_images/tide.png",
)


def nodes(text: str, where: PageAddresses = WHERE) -> list[dict[str, Any]]:
    """Return the nodes of the graph of the report in *text*."""
    report, _problems = read_report_text(text, filename="tides.md")
    found: list[dict[str, Any]] = json.loads(json.dumps(report_graph(report, where)["@graph"]))
    return found


def test_the_report_is_an_article_about_the_event() -> None:
    """Addresses of e-mail stay here."""
    assert nodes(POST)[0] == {
        "@type": "Report",
        "@id": "https://example.org/tides.html#report",
        "url": "https://example.org/tides.html",
        "headline": "Tide tables",
        "description": "How we read them.",
        "datePublished": "2024-06-21",
        "dateModified": "2024-06-25",
        "author": [{"@type": "Person", "name": "Ada Wrack"}],
        "license": "https://spdx.org/licenses/CC-BY-4.0",
        "inLanguage": "en",
        "keywords": ["sea"],
        "image": "https://example.org/_images/tide.png",
        "about": {"@id": "https://example.org/tides.html#event"},
    }


def test_the_event_has_what_a_rich_result_needs() -> None:
    """Name, days with their hours, place, whether it takes place, and how."""
    event = nodes(POST)[1]
    del event["subEvent"]
    assert event == {
        "@type": "Event",
        "@id": "https://example.org/tides.html#event",
        "name": "Coast Day",
        "url": "https://coast.example.org/",
        "description": "How we read them.",
        "startDate": "2024-05-17T09:30+01:00",
        "endDate": "2024-05-17T17:00+01:00",
        "eventStatus": "https://schema.org/EventMovedOnline",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place",
                "name": "Old Harbour",
                "url": "https://harbour.example.org/",
                "address": {"@type": "PostalAddress", "addressLocality": "Porto", "addressCountry": "PT"},
            },
            {"@type": "VirtualLocation", "url": "https://join.example.org/"},
        ],
        "organizer": [{"@type": "Person", "name": "Bo Dulse"}],
        "performer": [{"@type": "Person", "name": "Cy Eelgrass"}],
        "image": "https://example.org/_images/tide.png",
        "superEvent": {
            "@type": "EventSeries",
            "name": "Coast Days",
            "url": "https://example.org/coast.html",
        },
    }


def test_talks_are_parts_of_the_event() -> None:
    """With who gave them, and their slides and recordings."""
    moon, wind = nodes(POST)[1]["subEvent"]
    assert moon == {
        "@type": "Event",
        "name": "Moon",
        "url": "https://example.org/tides.html#moon",
        "startDate": "2024-05-17T10:00+01:00",
        "endDate": "2024-05-17T10:20+01:00",
        "duration": "PT20M",
        "performer": [{"@type": "Person", "name": "Cy Eelgrass"}],
        "location": {"@type": "Place", "name": "Room 2"},
        "inLanguage": "pt",
        "keywords": ["moon"],
        "workFeatured": [
            {
                "@type": "PresentationDigitalDocument",
                "name": "Moon",
                "url": "https://files.example.org/moon.pdf",
            }
        ],
        "recordedIn": [
            {
                "@type": "VideoObject",
                "name": "Moon",
                "url": "https://www.youtube.com/watch?v=abcdefghijk",
                "embedUrl": "https://www.youtube-nocookie.com/embed/abcdefghijk",
                "inLanguage": "pt",
                "uploadDate": "2024-05-17T17:00+01:00",
            }
        ],
    }
    assert wind["startDate"] == "2024-05-17T09:30+01:00"


def test_what_is_unknown_is_left_out() -> None:
    """No place is made up, and no mode."""
    assert nodes("---\nevent: A\n---\n", PageAddresses("https://example.org/a.html"))[1] == {
        "@type": "Event",
        "@id": "https://example.org/a.html#event",
        "name": "A",
        "url": "https://example.org/a.html",
        "eventStatus": "https://schema.org/EventScheduled",
    }


def test_a_report_about_no_event_is_an_article() -> None:
    """There is nothing else to say."""
    (article,) = nodes("---\neventreport: true\ntitle: A\n---\n")
    assert "about" not in article


def test_somebody_is_the_same_as_elsewhere() -> None:
    """By their ORCID iD, and by the pages that they name."""
    person = Person(
        "Ada Wrack",
        "ada-wrack",
        "https://ada.example.org/",
        ("A. Wrack",),
        "Institute of the Sea",
        "0000-0002-1825-0097",
        bio="Reads tides.",
        links=(Link("Code", "https://code.example.org/ada"), Link("Site", "https://ada.example.org/")),
    )
    assert person_graph(person, "https://example.org/ada.html")["mainEntity"] == {
        "@type": "Person",
        "name": "Ada Wrack",
        "alternateName": ["A. Wrack"],
        "description": "Reads tides.",
        "affiliation": {"@type": "Organization", "name": "Institute of the Sea"},
        "sameAs": [
            "https://orcid.org/0000-0002-1825-0097",
            "https://ada.example.org/",
            "https://code.example.org/ada",
        ],
    }


def test_nothing_in_a_graph_ends_its_element() -> None:
    """Whatever the title of a report is."""
    written = script({"name": "</script><!--&\u2028"})
    assert written == (
        '<script type="application/ld+json">{"name":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028"}</script>'
    )


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("All rights reserved", None),
        (None, None),
    ],
)
def test_a_licence_has_an_address_where_it_is_one_of_spdx(written: str | None, url: str | None) -> None:
    """Words of another kind have none."""
    assert license_url(written) == url
