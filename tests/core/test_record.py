"""Records survive pickling, copying and replacing."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.records import Deck, Event, Location, Person, Report, Talk

RECORDS = [
    PartialDate(2018, 3, 20),
    Deck("slides", "Slides", "slides.pdf", "file", ratio=(4, 3)),
    Talk("worms", "Worms", speakers=(Person("Ada", "ada"),), start=PartialDate(2018)),
    Report("garden", event=Event("Garden", location=Location(city="Paris")), extra=(("key", 1),)),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_pickled_record_is_equal(record: object) -> None:
    """All fields come back, those of records inside as well."""
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 -- written by this test


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_is_pickled_as_a_call(record: object) -> None:
    """No state is put back field by field."""
    assert record.__reduce__()[0] is type(record)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_copied_record_is_equal(record: object) -> None:
    """A copy is made as a pickle is."""
    assert copy.deepcopy(record) == record


def test_a_replaced_field_is_pickled() -> None:
    """A record made from another one keeps its own values."""
    talk = replace(RECORDS[2], title="More worms")  # type: ignore[type-var]
    assert pickle.loads(pickle.dumps(talk)).title == "More worms"  # noqa: S301
