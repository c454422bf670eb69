"""Which pages refer to a talk or a person, by role or link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.site.names import qualified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
    from sphinx_eventreport.sphinx_ext.site.page import Entry, Page, Reference

_SHOWN = ("talk", "person")

Mention = tuple[str, str]
"""Docname and title of a page that refers to something."""


def person_mentions(label: str, docname: str, env: BuildEnvironment, domain: ReportDomain) -> list[Mention]:
    """Return the pages other than *docname* that refer to somebody."""
    return _named(_found(domain).get(("person", label), ()), docname, env)


def talk_mentions(page: Page, env: BuildEnvironment, domain: ReportDomain) -> Mapping[str, list[Mention]]:
    """Return the other pages that refer to talks on *page*, by the id of the talk's section."""
    found = _found(domain)
    named = {
        placed.anchor: _named(
            found.get(("talk", qualified(page.report, placed.talk.label)), ()), page.docname, env
        )
        for placed in page.talks
    }
    return {anchor: mentions for anchor, mentions in named.items() if mentions}


def _named(docnames: Sequence[str], docname: str, env: BuildEnvironment) -> list[Mention]:
    return [(name, env.titles[name].astext()) for name in docnames if name != docname and name in env.titles]


def _found(domain: ReportDomain) -> Mapping[tuple[str, str], Sequence[str]]:
    return domain.derived("mentions", lambda: _mentions(domain))


def _mentions(domain: ReportDomain) -> Mapping[tuple[str, str], Sequence[str]]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for docname in sorted(domain.pages):
        for reference in domain.pages[docname].references:
            for entry in _meant(reference, domain):
                found.setdefault((entry.type, entry.name), {})[docname] = None
    return {key: tuple(docnames) for key, docnames in found.items()}


def _meant(reference: Reference, domain: ReportDomain) -> Iterator[Entry]:
    """Yield what the link leads to: of a short name of several talks, the first."""
    if reference.type in _SHOWN:
        yield from domain.index.find(reference.type, reference.target)[:1]
    elif reference.type == "any":
        entry = domain.any_object(reference.target)
        if entry is not None and entry.type in _SHOWN:
            yield entry
