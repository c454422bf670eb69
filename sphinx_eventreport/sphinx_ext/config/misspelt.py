"""Names in ``conf.py`` that are nearly those of our configuration values."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config.values import PREFIX
from sphinx_eventreport.sphinx_ext.log import warn

if TYPE_CHECKING:
    from collections.abc import Collection

    from sphinx.application import Sphinx
    from sphinx.config import Config

START = "event"
"""What a name begins with that may be meant for one of ours."""
# "eventreport_pattern" and "event_report_drafts" are slips, at 0.97 and 0.97; "event_name" is at 0.67.
_SLIP = 0.85
# Of names that begin as ours do, what is behind that may be farther: "dialct" is at 0.92, "pattern" at 0.93.
_GUESS = 0.6


def check_names(_app: Sphinx, config: Config) -> None:
    """Warn about values that nobody reads and that may be meant for ours (``config-inited``).

    Sphinx runs ``conf.py``, and passes by what it does not know. Only plain values can be meant: a module may
    have functions and modules under any name.
    """
    known = {value.name for value in config}
    ours = [name for name in known if name.startswith(PREFIX)]
    for name, value in config._raw_config.items():  # noqa: SLF001 -- nothing else has the names of conf.py
        if name.startswith(START) and name not in known and _is_plain(value):
            problem = name_problem(name, ours)
            if problem is not None:
                warn(problem, None)


def name_problem(name: str, known: Collection[str]) -> Problem | None:
    """Return what is wrong with the unknown *name* of a value; ``None`` if none of *known* may be meant."""
    rest = [other.removeprefix(PREFIX) for other in sorted(known)]
    if name.startswith(PREFIX):
        near = get_close_matches(name.removeprefix(PREFIX), rest, 1, _GUESS)
    else:
        near = [found.removeprefix(PREFIX) for found in get_close_matches(name, sorted(known), 1, _SLIP)]
        if not near:
            return None
    hint = (
        f"did you mean {PREFIX}{near[0]}?" if near else "remove it, or give it a name that does not begin so"
    )
    return Problem(Subtype.CONFIG, f"{name} in conf.py is not a configuration value", None, name, hint)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, str | bool | int | float | list | tuple | dict | set)
