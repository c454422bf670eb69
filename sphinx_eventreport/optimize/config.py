"""The configuration value ``eventreport_optimize``: which optimizations a site wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

OPTION = "eventreport_optimize"

# On the command line, `-D eventreport_optimize.stems=0` has only text.
_SWITCHES: Mapping[object, bool] = {True: True, False: False, "1": True, "0": False}


def selected(value: object, names: Sequence[str]) -> tuple[Collection[str], list[Problem]]:
    """Return those of *names* that *value* asks for, and what is wrong with it.

    A list has the only ones that are wanted. A mapping says of single ones whether they are; all others are.
    """
    match value:
        case False:
            return [], []
        case Mapping():
            problems = [_unknown(name, names) for name in value if name not in names]
            problems += [_no_switch(name, on) for name, on in value.items() if _switch(on) is None]
            return [name for name in names if _switch(value.get(name)) is not False], problems
        case list() | tuple() | set():
            problems = [_unknown(name, names) for name in value if name not in names]
            return [name for name in names if name in value], problems
        case True:
            return names, []
    wanted = "True, False, a list of names, or a mapping of names to True or False"
    message = f"{OPTION} in conf.py should be {wanted}, not {value!r}"
    return names, [Problem(Subtype.CONFIG, message, field=OPTION)]


def _switch(value: object) -> bool | None:
    return _SWITCHES.get(value) if isinstance(value, bool | str) else None


def _no_switch(name: object, value: object) -> Problem:
    message = f"{OPTION}[{name!r}] in conf.py should be True or False, not {value!r}"
    return Problem(Subtype.CONFIG, message, field=OPTION)


def _unknown(name: object, names: Sequence[str]) -> Problem:
    near = NearNames(names).nearest(str(name))
    hint = f"did you mean {near!r}?" if near else f"the names are {', '.join(names)}"
    return Problem(
        Subtype.CONFIG, f"{name!r} in {OPTION} is not the name of an optimization", hint=hint, field=OPTION
    )
