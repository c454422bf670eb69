"""The decisions and actions of a site, and what they name of each other: which of it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.core.minutes.circles import in_circles
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Action, Decision
from sphinx_eventreport.sphinx_ext.site.names import qualified
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sphinx_eventreport.sphinx_ext.site.link import Link
    from sphinx_eventreport.sphinx_ext.site.page import Page
    from sphinx_eventreport.sphinx_ext.site.placed import PlacedObject

_FIELDS = {"decision": ("supersedes", "amends"), "action": ("continues",)}
"""The fields in which objects of a type name others of the same type."""


class Placed(NamedTuple):
    """A decision or action of the site."""

    page: Page
    """The page it is on."""
    placed: PlacedObject
    """The object, with its place there."""

    @property
    def name(self) -> str:
        """Its full name."""
        return qualified(self.page.report, self.placed.record.label)

    @property
    def link(self) -> Link:
        """The way to it."""
        return self.page.object_link(self.placed)


def placed_objects(site: Site, object_type: str) -> Iterator[Placed]:
    """Yield the objects of a type, in the order of the documents that may be listed."""
    for page in site.listed.values():
        for placed in page.objects_of(object_type):
            yield Placed(page, placed)


def accepted_decisions(site: Site) -> Iterator[tuple[Placed, Decision]]:
    """Yield the decisions that are in force unless others say otherwise."""
    for one in placed_objects(site, "decision"):
        decision = one.placed.record
        if isinstance(decision, Decision) and decision.status == "accepted":
            yield one, decision


@fact
def named_in(site: Site, field: str) -> Mapping[str, Sequence[str]]:
    """Return the full names of the decisions or actions that each names in *field*."""
    if field == "continues":
        said = [
            (one.name, "action", [one.placed.record.continues])
            for one in placed_objects(site, "action")
            if isinstance(one.placed.record, Action) and one.placed.record.continues
        ]
    else:
        said = [
            (one.name, "decision", list(getattr(decision, field)))
            for one, decision in accepted_decisions(site)
        ]
    return {
        name: [entry.name for label in labels if label for entry in site.names.find(object_type, label)[:1]]
        for name, object_type, labels in said
    }


@fact
def circles(site: Site, field: str) -> AbstractSet[str]:
    """Return the full names of what leads back to itself by *field*."""
    return in_circles(named_in(site, field))


def approves_itself(site: Site, one: Placed, label: str) -> bool:
    """Whether *label* is that of the minutes in which the decision is."""
    report = one.page.report
    return report is not None and any(
        entry.name == report.label for entry in site.names.find("event", label)[:1]
    )


def problems_of(site: Site, one: Placed) -> tuple[Problem, ...]:
    """Return what cannot be of what a decision or action says of others."""
    record = one.placed.record
    fields = [field for field in _FIELDS[one.placed.type] if one.name in circles(site, field)]
    found = [_circle(one, field, named_in(site, field)[one.name]) for field in fields]
    if isinstance(record, Decision):
        found += [_own_approval(label) for label in record.approves if approves_itself(site, one, label)]
    return tuple(found)


def _circle(one: Placed, field: str, names: Sequence[str]) -> Problem:
    if one.name in names:
        message = f"`{field}` names the {one.placed.type} {one.name!r} itself"
        return Problem(Subtype.VALUE, message, field=field, hint="name an earlier one, or remove it")
    message = f"`{field}` names {', '.join(map(repr, names))}, from which it leads back to {one.name!r}"
    return Problem(Subtype.VALUE, message, field=field, hint="remove it from the earlier one")


def _own_approval(label: str) -> Problem:
    return Problem(
        Subtype.VALUE,
        f"`approves` is {label!r}, the minutes in which it is: they do not approve themselves",
        field="approves",
        hint="write it in the minutes of a later meeting, or a day as `approved` in the front matter",
    )
