from __future__ import annotations

from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.records import Deck, Event, Report

PUBLISHED, HELD = PartialDate(2016, 6, 15), PartialDate(2016, 5, 31)


def test_a_report_is_of_the_day_of_its_event() -> None:
    """That is what readers look for."""
    assert Report("a", date=PUBLISHED, event=Event("A", start=HELD)).start == HELD


def test_a_report_of_an_event_without_a_date_is_of_the_day_it_was_published() -> None:
    """There is no nearer day."""
    assert Report("a", date=PUBLISHED, event=Event("A")).start == PUBLISHED


def test_the_password_of_a_deck_is_in_no_message() -> None:
    """A record that is shown for another reason, as in a traceback, does not tell it."""
    deck = Deck("moss", "Moss", "moss.pdf", "file", password="quillwort")  # noqa: S106 -- of no file
    assert "quillwort" not in repr(deck)
