"""What keeps reports from being rich results of search engines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.checking.model import Finding
from sphinx_eventreport.core.exports.linked_data import PageAddresses, report_graph
from sphinx_eventreport.core.exports.rich_results import FRONT_MATTER, GOOGLE, missing
from sphinx_eventreport.core.files.conf import CONF
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx_eventreport.checking.reading import Reading
    from sphinx_eventreport.checking.trees import Tree
    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.page import Page

_TITLE = "eventreport.metadata"
_ADDRESS = "html_baseurl"
_SOMEWHERE = "https://eventreport.invalid/"


def metadata_findings(tree: Tree, reading: Reading) -> Iterator[Finding]:
    """Yield what the reports of *tree* lack, and the address of the site if ``conf.py`` has none."""
    conf = tree.root / CONF
    if conf.is_file() and _ADDRESS not in decode(read_bytes(conf))[0]:
        message = f"Search engines and chats are told nothing: {_ADDRESS} is not set"
        hint = "write where the site is, such as https://example.org/minutes/"
        yield Finding(conf, Problem(Subtype.CONFIG, message, None, _ADDRESS, hint), _TITLE, notice=True)
    for docname, page in reading.pages.items():
        path = reading.sources.get(docname)
        if path is not None and page.report is not None and page.visibility == "public":
            for problem in _of_event(page, page.report):
                yield Finding(path, problem, _TITLE, notice=True)


def _of_event(page: Page, report: Report) -> Iterator[Problem]:
    """Yield what the event of *report* lacks: what is required, or else what would be good to have."""
    if report.event is None:
        return
    picture = _SOMEWHERE if page.thumbnail or page.has_slides else ""
    whole = replace(report, talks=tuple(placed.talk for placed in page.talks))
    graph = report_graph(whole, PageAddresses(_SOMEWHERE, image=picture))["@graph"]
    event = graph[1] if isinstance(graph, list) else {}
    name, fields = report.event.name, GOOGLE["Event"]
    required, recommended = (missing(event, names) for names in (fields.required, fields.recommended))
    if required:
        yield _problem(f"Search engines show no rich result of {name!r}, which lacks", required)
    elif recommended:
        yield _problem(f"A rich result of {name!r} would show more with", recommended)


def _problem(words: str, names: Sequence[str]) -> Problem:
    hint = f"write {', '.join(FRONT_MATTER[name] for name in names)}"
    return Problem(Subtype.VALUE, f"{words} {', '.join(names)}", field="event", hint=hint)
