"""Values that are pickled once: a dictionary in every respect, but for when they are unpickled."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, ClassVar, TypeVar

import pytest

from sphinx_eventreport.core.lazy_pickles import LazyPickles

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = dict[str, list[str]]
    Use = Callable[[Values], object]

T = TypeVar("T")

PLAIN: dict[str, list[str]] = {"moss": ["green"], "fern": ["green", "tall"], "ivy": []}


class Immutable(LazyPickles[tuple[str, ...]]):
    """Values that nobody changes."""

    mutable: ClassVar[bool] = False


def lazy() -> LazyPickles[list[str]]:
    """Return what comes back from a file: values that are all still pickled."""
    values: LazyPickles[list[str]] = LazyPickles()
    values.update(PLAIN)
    return again(values)


def again(values: T) -> T:
    """Return *values* as the next build has them."""
    found: T = pickle.loads(pickle.dumps(values))  # noqa: S301 -- our own bytes
    return found


def pickles(values: LazyPickles[T]) -> dict[str, bytes]:
    """Return the bytes of each of *values*."""
    _make, (made,) = values.__reduce__()
    return made


def changed(change: Use) -> Use:
    """Return a function that returns what *change* returns, and what it leaves."""

    def both(values: Values) -> object:
        returned = change(values)
        return returned, dict(values)

    return both


def raised(call: Use) -> Use:
    """Return a function that returns what *call* raises."""

    def error(values: Values) -> object:
        with pytest.raises(KeyError) as found:
            call(values)
        return found.type

    return error


def union_in_place(values: Values) -> object:
    """Add a value by ``|=``."""
    values |= {"oak": ["old"]}
    return dict(values)


def cleared(values: Values) -> Values:
    """Take all values away."""
    values.clear()
    return values


def update_another(values: Values) -> object:
    """Put the values into a dictionary."""
    other = {"oak": ["old"]}
    other.update(values)
    return other


USES: dict[str, Use] = {
    "[]": lambda values: values["fern"],
    "[] of none": raised(lambda values: values["oak"]),
    "[] =": changed(lambda values: values.__setitem__("moss", ["brown"])),
    "del": changed(lambda values: values.__delitem__("moss")),
    "del of none": raised(lambda values: values.__delitem__("oak")),
    "in": lambda values: ("moss" in values, "oak" in values),
    "len": len,
    "list": list,
    "reversed": lambda values: list(reversed(values)),
    "bool": bool,
    "dict": dict,
    "**": lambda values: {**values},
    "get": lambda values: (values.get("moss"), values.get("oak"), values.get("oak", [])),
    "keys": lambda values: (list(values.keys()), values.keys() & {"moss", "oak"}),
    "values": lambda values: list(values.values()),
    "items": lambda values: list(values.items()),
    "copy": lambda values: values.copy(),
    "copy.copy": lambda values: dict(copy.copy(values)),
    "copy.deepcopy": lambda values: dict(copy.deepcopy(values)),
    "|": lambda values: values | {"oak": ["old"], "moss": []},
    "| after": lambda values: {"oak": ["old"], "moss": []} | values,
    "|=": union_in_place,
    "==": lambda values: (values == PLAIN, values == {}, PLAIN == values, {} == values),  # noqa: SIM300
    "!=": lambda values: (values != PLAIN, values != {}, PLAIN != values, {} != values),  # noqa: SIM300
    "repr": repr,
    "setdefault": changed(lambda values: (values.setdefault("moss", []), values.setdefault("oak", ["old"]))),
    "update": changed(lambda values: values.update({"moss": []}, oak=["old"])),
    "update with pairs": changed(lambda values: values.update([("moss", [])])),
    "pop": changed(lambda values: (values.pop("moss"), values.pop("oak", []))),
    "pop of none": raised(lambda values: values.pop("oak")),
    "popitem": changed(lambda values: (values.popitem(), values.popitem())),
    "popitem of nothing": raised(lambda values: cleared(values).popitem()),
    "clear": cleared,
    "isinstance": lambda values: isinstance(values, dict),
    "update of another": update_another,
    "fromkeys": dict.fromkeys,
}
"""What anybody does with a dictionary."""


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_it_is_used_as_a_dictionary(use: Use) -> None:
    """Whatever is asked of it is what a dictionary of the same values answers."""
    assert use(lazy()) == use(dict(PLAIN))


def test_every_method_of_a_dictionary_is_tried() -> None:
    """The next release of Python may have one more, which goes past ours."""
    tried = {name.split()[0] for name in USES}
    public = {name for name in dir(dict) if not name.startswith("_")}
    assert public - tried == set()


def test_it_is_hashed_as_little_as_a_dictionary() -> None:
    """What may change is no key."""
    with pytest.raises(TypeError):
        hash(lazy())


def test_values_come_back_as_they_were() -> None:
    """In their order."""
    assert list(lazy().items()) == list(PLAIN.items())


def test_what_nobody_asked_for_is_not_pickled_once_more() -> None:
    """The very bytes are put back."""
    values = lazy()
    before = pickles(values)
    assert values["moss"] == ["green"]
    after = pickles(values)
    assert [name for name in before if before[name] is after[name]] == ["fern", "ivy"]


def test_a_value_that_was_changed_is_pickled_as_it_is_now() -> None:
    """The bytes of the last build no longer hold."""
    values = lazy()
    values["moss"].append("wet")
    assert again(values)["moss"] == ["green", "wet"]


def test_a_value_is_unpickled_once() -> None:
    """Whoever asks again gets the same object."""
    values = lazy()
    assert values["fern"] is values["fern"]


def test_what_nobody_changes_is_pickled_once() -> None:
    """Though somebody has asked for it."""
    values = Immutable()
    values["moss"] = ("green",)
    before = pickles(values)
    assert again(values)["moss"] == ("green",)
    assert pickles(values)["moss"] is before["moss"]


def test_another_value_takes_the_place() -> None:
    """Old bytes are not put back for it."""
    values = Immutable()
    values["moss"] = ("green",)
    values = again(values)
    values["moss"] = ("brown",)
    assert again(values) == {"moss": ("brown",)}


def test_to_ask_whether_there_is_one_does_not_unpickle_it() -> None:
    """Bytes that are no pickle are no matter until somebody wants the value."""
    values: LazyPickles[object] = LazyPickles({"moss": b"no pickle"})
    assert "moss" in values


def test_values_of_a_worker_are_taken_with_their_bytes() -> None:
    """Those of other documents stay away."""
    values, worker = lazy(), lazy()
    worker["fern"] = ["new"]
    taken: LazyPickles[list[str]] = LazyPickles({"moss": b"old"})
    taken.take(["moss", "fern", "gone"], worker)
    assert (pickles(taken)["moss"] == pickles(values)["moss"], taken) == (
        True,
        {"moss": ["green"], "fern": ["new"]},
    )


def test_bytes_of_a_value_that_nobody_changes_are_kept() -> None:
    """They are those that the next pickle has; another value has others."""
    values = Immutable()
    values["moss"] = ("green",)
    first = values.pickled("moss")
    again = pickle.loads(pickle.dumps(values))  # noqa: S301 -- our own bytes
    values["moss"] = ("brown",)
    assert (again.pickled("moss") == first, values.pickled("moss") == first) == (True, False)


def test_bytes_of_a_value_that_may_change_are_of_now() -> None:
    """They are made when they are asked for."""
    values = lazy()
    before = values.pickled("moss")
    values["moss"].append("wet")
    assert values.pickled("moss") != before
