"""The fields that search engines require and recommend."""

from __future__ import annotations

from typing import Any

import pytest

from sphinx_eventreport.core.exports.linked_data import PageAddresses, person_graph, report_graph
from sphinx_eventreport.core.exports.rich_results import FRONT_MATTER, GOOGLE, missing
from sphinx_eventreport.core.records import Person
from sphinx_eventreport.core.reports import read_report_text

FULL = """\
---
title: Tide tables
date: 2024-06-21
updated: 2024-06-25
description: How we read them.
authors: [{name: Ada Wrack, url: "https://ada.example.org/"}]
event:
  name: Coast Day
  start: 2024-05-17
  end: 2024-05-18
  location: {name: Old Harbour, address: {city: Porto, country: PT}}
  organizers: [{name: Bo Dulse, url: "https://bo.example.org/"}]
talks: [{title: Moon, speakers: [Cy Eelgrass]}]
---
"""
WHERE = PageAddresses("https://example.org/a.html", ("",), image="https://example.org/a.jpg")


def graph(text: str) -> list[dict[str, Any]]:
    """Return the nodes of JSON-LD of the report in *text*."""
    report, _problems = read_report_text(text, filename="a.md")
    found: Any = report_graph(report, WHERE)["@graph"]
    return list(found)


@pytest.mark.parametrize("number", [0, 1])
def test_a_report_that_says_everything_lacks_nothing(number: int) -> None:
    """Neither the article nor the event."""
    node = graph(FULL)[number]
    fields = GOOGLE[node["@type"]]
    assert missing(node, (*fields.required, *fields.recommended)) == []


def test_a_page_about_somebody_lacks_nothing() -> None:
    """If the people file says what there is to say."""
    person = Person("Ada", "ada", "https://ada.example.org/", bio="Reads tides.")
    fields = GOOGLE["ProfilePage"]
    assert (
        missing(person_graph(person, "https://example.org/"), (*fields.required, *fields.recommended)) == []
    )


@pytest.mark.parametrize(
    ("old", "new", "lacks"),
    [
        ("date: 2024-06-21\nupdated: 2024-06-25\n", "", []),
        ("  start: 2024-05-17\n", "  start: 2024-05\n", ["startDate"]),
        (", address: {city: Porto, country: PT}", "", ["location.address"]),
        ("{name: Old Harbour, address: {city: Porto, country: PT}}", "{}", ["location"]),
        (
            "{name: Old Harbour, address: {city: Porto, country: PT}}",
            '"https://a.example.org/"',
            ["location.address"],
        ),
    ],
)
def test_what_is_required_of_an_event(old: str, new: str, lacks: list[str]) -> None:
    """A day, and a place with an address; that a field is not there says all of what is in it."""
    assert old in FULL
    assert missing(graph(FULL.replace(old, new))[1], GOOGLE["Event"].required) == lacks


def test_every_field_that_an_event_can_lack_is_somewhere_in_front_matter() -> None:
    """So that it can be said what to write; its name and its status are always there."""
    fields = GOOGLE["Event"]
    assert {*fields.required, *fields.recommended} - FRONT_MATTER.keys() == {"name", "eventStatus"}
