"""Problems of pages <-> the bytes in which they are kept beside the doctrees."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import KeptProblem, PageProblems

if TYPE_CHECKING:
    from collections.abc import Mapping


def encoded_problems(problems: Mapping[str, PageProblems]) -> bytes:
    """Return *problems*, by docname, as JSON."""
    written = {docname: asdict(found) for docname, found in problems.items()}
    return json.dumps(written, sort_keys=True, indent=0, default=_plain).encode()


def decoded_problems(data: bytes) -> dict[str, PageProblems]:
    """Return what :func:`encoded_problems` made *data* of; nothing of what is anything else."""
    try:
        written = json.loads(data)
        return {docname: _page_problems(**found) for docname, found in written.items()}
    except (ValueError, TypeError, AttributeError, KeyError):
        return {}


def _plain(value: Subtype) -> str:
    return value.value


def _page_problems(problems: list[dict[str, Any]], **others: Any) -> PageProblems:
    return PageProblems(tuple(_kept(**kept) for kept in problems), **others)


def _kept(problem: dict[str, Any], **others: Any) -> KeptProblem:
    return KeptProblem(Problem(**{**problem, "subtype": Subtype(problem["subtype"])}), **others)
