"""The words in the file of a search index, with the numbers of their documents left as the text they are.

The file is JSON, its keys are sorted, and nine tenths of it are the two objects ``terms`` and ``titleterms``:
``{"fern":[3,17],"moss":3}``. To make integers of all numbers and text of them again costs more
than all else that an edit does to the index.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Terms = dict[str, str]
"""Words with the numbers of their documents: ",3,", ",3,17,", or ",," and "," for none."""

# A quotation mark in a string is escaped, so that these stand nowhere else; lists follow all other names.
_TERMS, _TITLES, _TITLE_TERMS, _END = ',"terms":{', '},"titles":[', ',"titleterms":{', "}})"
_TERM = lazy_regex(r'"([^"\\]*(?:\\.[^"\\]*)*)":(\d+|\[[\d,]*)')

_FEW = 20
"""So many documents that are gone are taken out one by one."""


class Cut(NamedTuple):
    """The text of an index in three parts."""

    rest: str
    """The index without its words."""
    terms: Terms
    """The words of texts."""
    title_terms: Terms
    """The words of titles."""


def cut_terms(text: str) -> Cut | None:
    """Return *text* without its words, and the words; None if it is not as Sphinx writes it."""
    before, _, after = text.partition(_TERMS)
    terms, _, after = after.partition(_TITLES)
    titles, found, title_terms = after.partition(_TITLE_TERMS)
    if not (found and title_terms.endswith(_END)):
        return None
    rest = f"{before}{_TERMS}{_TITLES}{titles}{_TITLE_TERMS}{_END}"
    return Cut(rest, _parsed(terms), _parsed(title_terms.removesuffix(_END)))


def put_terms(cut: Cut) -> str:
    """Return the text of an index with its words."""
    before, _, after = cut.rest.partition(_TERMS)
    titles, _, end = after.partition(_TITLE_TERMS)
    return f"{before}{_TERMS}{_written(cut.terms)}{titles}{_TITLE_TERMS}{_written(cut.title_terms)}{end}"


def renumbered(terms: Terms, numbers: Sequence[int | None]) -> Terms:
    """Return *terms* with the number that each document has in *numbers* now; None is one that is gone."""
    new = {str(old): str(number) for old, number in enumerate(numbers) if number is not None}
    if len(numbers) - len(new) > _FEW or any(old != number for old, number in new.items()):
        return _moved(terms, new)
    kept = dict(terms)
    for mark in [f",{old}," for old, number in enumerate(numbers) if number is None]:
        kept.update({term: found.replace(mark, ",") for term, found in kept.items() if mark in found})
    return kept


def _moved(terms: Terms, new: Mapping[str, str]) -> Terms:
    return {
        term: f",{','.join([new[old] for old in _split(found) if old in new])},"
        for term, found in terms.items()
    }


def united(kept: Terms, added: Mapping[str, Sequence[int] | int]) -> Terms:
    """Return *kept* with the documents of *added* besides."""
    return {**kept, **{term: _with(kept.get(term, ","), _numbers(found)) for term, found in added.items()}}


def _with(joined: str, numbers: Sequence[int]) -> str:
    """Return *joined* with all *numbers*, in order."""
    return f",{','.join(map(str, sorted({*map(int, _split(joined)), *numbers})))},"


def _numbers(found: Sequence[int] | int) -> Sequence[int]:
    return (found,) if isinstance(found, int) else found


def _split(joined: str) -> list[str]:
    return joined.strip(",").split(",") if joined.strip(",") else []


def _parsed(text: str) -> Terms:
    return {_word(word): f",{numbers.removeprefix('[')}," for word, numbers in _TERM.findall(text)}


def _word(written: str) -> str:
    return json.loads(f'"{written}"') if "\\" in written else written


def _written(terms: Terms) -> str:
    return ",".join([f"{json.dumps(term)}:{_list(found)}" for term, found in sorted(terms.items())])


def _list(joined: str) -> str:
    numbers = joined[1:-1]
    return numbers if numbers.isdigit() else f"[{numbers}]"
