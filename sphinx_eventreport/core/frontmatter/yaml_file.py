"""A file that is YAML from its first line to its last."""

from __future__ import annotations

from sphinx_eventreport.core.frontmatter.model import FrontMatter, Reading, printable
from sphinx_eventreport.core.frontmatter.yaml_values import MalformedError, ValueBuilder

_MOST_ITEMS = 100_000


def read_yaml_file(text: str) -> tuple[object, FrontMatter]:
    """Return the value of *text*, and the lines, raw texts and problems that reading it gave.

    The value is a list or map of plain values, or ``None`` where it cannot be read at all.
    """
    reading = Reading()
    builder = ValueBuilder(reading, 1, {}, most_items=_MOST_ITEMS)
    value: object = None
    try:
        value = builder.build(
            printable(text.removeprefix("\N{BYTE ORDER MARK}"), "\N{REPLACEMENT CHARACTER}")
        )
    except MalformedError as error:
        reading.problems.append(error.problem)
    return value, reading.front_matter("yaml", end=0)
