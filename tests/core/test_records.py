from __future__ import annotations

import ast
import inspect
from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest

from sphinx_eventreport.core import records
from sphinx_eventreport.core.dates.partial import PartialDate
from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
from sphinx_eventreport.core.frontmatter import FrontMatter
from sphinx_eventreport.core.outline.body import Body, Section
from sphinx_eventreport.core.outline.directive_text import DirectiveText
from sphinx_eventreport.core.posts import PageBody
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.core.records import Deck, Event, Report
from sphinx_eventreport.core.reports import Reading

RECORDS = [kind for _name, kind in inspect.getmembers(records, inspect.isclass) if is_dataclass(kind)]
OTHERS = [ArchivedDeck, Body, DirectiveText, FrontMatter, PageBody, PartialDate, Problem, Reading, Section]
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


@pytest.mark.parametrize("record", [*RECORDS, *OTHERS], ids=lambda record: record.__name__)
def test_the_fields_of_a_record_are_documented(record: type) -> None:
    """Each has a text below it, which tools show."""
    [found] = ast.parse(inspect.getsource(record)).body
    assert isinstance(found, ast.ClassDef)
    documented = [
        ast.unparse(field.target)
        for field, text in pairwise(found.body)
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr)
    ]
    assert documented == [field.name for field in fields(record)]
