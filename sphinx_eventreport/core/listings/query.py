"""Listing options -> filter, sort and limit over rows.

How the rows are shown is the subject of :mod:`.view`.

What a row is, only its fields know: a field is a function from a row to a text, a number, a date, or a tuple
of texts, ``None`` where the row lacks it. The words are those of Quarto's listings: ``include: "series=aws-*,
start>=2016"``. A value in quotation marks may hold the commas and bars that part values elsewhere. Nothing is
evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Any, TypeVar

from sphinx_eventreport.core.dates.partial import PartialDate, parse_date
from sphinx_eventreport.core.fields.scalars import plain_word
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.listings.view import View, unknown_field
from sphinx_eventreport.core.problems import Problem, Subtype

R = TypeVar("R")
"""A row."""

Fields = Mapping[str, Callable[[R], Any]]
"""How each field of a row is read."""

_EQUAL = frozenset({"=", "!="})
_CONDITION = lazy_regex(r"\s*([\w.-]+)\s*(>=|<=|!=|=|<|>)\s*(.*?)\s*$")
_LONGEST = 1_000
"""Characters of a comparison: a pattern of brackets costs the square of its length, 16,000 take 6 s."""
# A quotation mark that is never closed, as the apostrophe of a name, is a character like others.
_QUOTED = r"""(?<![^\s=<>|,])(?:"[^"]*"|'[^']*')(?=\s*(?:[,|]|$))"""
_PART = {mark: lazy_regex(rf"((?:{_QUOTED}|[^{mark}])*)[{mark}]") for mark in ",|"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison."""

    field: str
    """The name of the field."""
    operator: str
    """How it is compared: "=", "!=", "<" and the like."""
    values: tuple[str, ...]
    """What it is compared with; one of them is enough."""

    def holds(self, actual: object) -> bool:
        """Return whether the value *actual* meets the comparison; an absent one meets only ``!=``."""
        negated = self.operator == "!="
        for value in self.values:
            if _compare(actual, _wanted(self.operator, value)):
                return not negated
        return negated


@dataclass(frozen=True, slots=True)
class SortKey:
    """A field to sort by."""

    field: str
    """The name of the field."""
    descending: bool = False
    """Whether the highest comes first."""


@dataclass(frozen=True, slots=True)
class Query:
    """The query of a listing."""

    type: str
    """The object type."""
    layout: str = "cards"
    """"cards", "table", "list" or "timeline"."""
    include: tuple[Condition, ...] = ()
    """Conditions that all rows meet."""
    exclude: tuple[Condition, ...] = ()
    """Conditions that no row meets."""
    sort: tuple[SortKey, ...] = ()
    """The order: fields, the most important first."""
    max_items: int | None = None
    """The most rows; ``None`` for all."""
    view: View = field(default_factory=View)
    """How it is shown."""

    @property
    def year(self) -> int | None:
        """The year in which all that is shown began, where ``include`` says it: ``start=2016``."""
        for condition in self.include:
            if (condition.field, condition.operator, len(condition.values)) == ("start", "=", 1):
                date = _wanted("=", condition.values[0]).date
                if date is not None and date.month is None:
                    return date.year
        return None


def select(rows: Sequence[R], query: Query, fields: Fields[R]) -> list[R]:
    """Return the rows *query* asks for, in its order.

    A row is shown if it meets every condition of ``include`` and not all conditions of
    ``exclude``. Rows without a sort field come last; ties keep the order given.
    """
    kept = _kept(rows, query, fields)
    for key in reversed(query.sort):
        present, absent = ordered(kept, fields[key.field], descending=key.descending)
        kept = present + absent
    return kept[: query.max_items]


def ordered(
    rows: Sequence[R], field: Callable[[R], Any], *, descending: bool = False
) -> tuple[list[R], list[R]]:
    """Return the *rows* that have *field*, in its order, and those that lack it."""
    values = [(_sort_value(field(row)), row) for row in rows]
    present = [pair for pair in values if pair[0] is not None]
    present.sort(key=itemgetter(0), reverse=descending)
    return [row for _value, row in present], [row for value, row in values if value is None]


def parse_conditions(
    text: str, fields: Sequence[str], spellings: Mapping[str, Mapping[str, str]] = MappingProxyType({})
) -> tuple[tuple[Condition, ...], list[Problem]]:
    """Read ``"series=aws-*, start>=2016, tags=iot|mqtt"``; *fields* are the known field names.

    *spellings* are the words of fields that have a fixed vocabulary, by all that front matter takes for them.
    """
    conditions, problems = [], []
    for part in filter(str.strip, _parts(text, ",")):
        if len(part) > _LONGEST:
            problems.append(_too_long(part))
            continue
        match = _CONDITION.match(part)
        if match is None:
            problems.append(_malformed(part))
        elif match[1] not in fields:
            problems.append(unknown_field(match[1], fields))
        else:
            words = spellings.get(match[1], {})
            written = (value.strip().strip("\"'") for value in _parts(match[3], "|"))
            values = tuple(words.get(plain_word(value), value) for value in written)
            conditions.append(Condition(match[1], match[2], values))
    return tuple(conditions), problems


def _parts(text: str, mark: str) -> list[str]:
    """Return what is between the *mark*s in *text*, but for those in quotation marks."""
    return _PART[mark].findall(text + mark)


def parse_sort(text: str, fields: Sequence[str]) -> tuple[tuple[SortKey, ...], list[Problem]]:
    """Read ``"start desc, title"``; *fields* are the known field names."""
    keys, problems = [], []
    for part in filter(str.strip, text.split(",")):
        name, _, direction = part.strip().partition(" ")
        direction = direction.strip() or "asc"
        if name not in fields:
            problems.append(unknown_field(name, fields))
        elif direction not in {"asc", "desc"}:
            message = f"A listing cannot be sorted in the direction {direction!r}"
            problems.append(Problem(Subtype.LISTING, message, hint='write "asc" or "desc"'))
        else:
            keys.append(SortKey(name, descending=direction == "desc"))
    return tuple(keys), problems


def _kept(rows: Sequence[R], query: Query, fields: Fields[R]) -> list[R]:
    kept = list(rows)
    for condition in query.include:
        read = fields[condition.field]
        kept = [row for row in kept if condition.holds(read(row))]
    if query.exclude:
        kept = [row for row in kept if not all(one.holds(fields[one.field](row)) for one in query.exclude)]
    return kept


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The value that rows are compared with: the text as written, and what else it may mean."""

    operator: str
    text: str
    date: PartialDate | None
    number: float | None


@lru_cache(maxsize=256)
def _wanted(operator: str, text: str) -> _Wanted:
    """Return what *text* may mean; read once, and not for each row that is compared with it."""
    try:
        number = float(text)
    except ValueError:
        number = None
    return _Wanted(operator, text, parse_date(text), number)


def _compare(actual: object, wanted: _Wanted) -> bool:
    if isinstance(actual, tuple):
        return any(_compare(item, wanted) for item in actual)
    if isinstance(actual, PartialDate):
        return _compare_dates(actual, wanted)
    if actual is None:
        return False
    if isinstance(actual, int):
        return _compare_numbers(actual, wanted)
    text = str(actual).casefold()
    if wanted.operator in _EQUAL:
        return fnmatchcase(text, wanted.text.casefold())
    return _ordered(text, wanted.operator, wanted.text.casefold())


def _compare_dates(actual: PartialDate, wanted: _Wanted) -> bool:
    """Compare in the precision of *wanted*: every day of 2016 equals ``2016``."""
    date = wanted.date
    if date is None:
        return wanted.operator in _EQUAL and fnmatchcase(actual.isoformat(), wanted.text)
    if date.month is None:
        return _holds(actual.year, wanted.operator, date.year)
    prefix = date.isoformat()
    return _holds(actual.isoformat()[: len(prefix)], wanted.operator, prefix)


def _compare_numbers(actual: int, wanted: _Wanted) -> bool:
    return wanted.number is not None and _holds(actual, wanted.operator, wanted.number)


def _holds(left: Any, operator: str, right: Any) -> bool:  # noqa: ANN401 -- two of one type
    return bool(left == right) if operator in _EQUAL else _ordered(left, operator, right)


def _ordered(left: Any, operator: str, right: Any) -> bool:  # noqa: ANN401 -- two of one type
    if operator in {">=", "<="} and left == right:
        return True
    return bool(left > right if operator[0] == ">" else left < right)


def _sort_value(value: object) -> Any:  # noqa: ANN401 -- whatever sorts within one field
    if isinstance(value, PartialDate):
        return _date_key(value)
    if isinstance(value, tuple):
        return tuple(str(item).casefold() for item in value) or None
    return value if value is None or isinstance(value, int) else str(value).casefold()


@lru_cache(maxsize=4096)
def _date_key(date: PartialDate) -> object:
    """Return the key of *date*: there are more talks than days."""
    return date.sort_key


def _too_long(part: str) -> Problem:
    message = f"A comparison has more than {_LONGEST:,} characters, and is left out: {part.strip()[:40]!r}…"
    return Problem(Subtype.LIMIT, message, hint="write it shorter, with *, or as several listings")


def _malformed(part: str) -> Problem:
    message = f"{part.strip()!r} is not a comparison"
    return Problem(Subtype.LISTING, message, hint='write it as "field=value", such as "start>=2016"')
