"""A report that was read -> the text of a native one, and what of it could not be turned."""

from __future__ import annotations

from dataclasses import fields, replace

from sphinx_eventreport.core.frontmatter import write_front_matter
from sphinx_eventreport.core.records import Report, Talk
from sphinx_eventreport.core.reports import read_report_text, report_with
from sphinx_eventreport.importing.embeds import with_directives
from sphinx_eventreport.importing.front import native_mapping
from sphinx_eventreport.importing.model import Native, Page
from sphinx_eventreport.importing.talks import body_of_talks

_OF_THE_DIALECT = frozenset({"dialect", "sources", "extra"})


def native_page(page: Page) -> Native:
    """Return the native text of *page*; it is read again, and what differs then is said."""
    html: tuple[str, ...] = ()
    if page.text is None:
        # The body has no place for links; front matter completes its talks.
        linked = (talk for talk in page.report.talks if talk.links)
        talks = tuple(Talk(talk.label, talk.title, links=talk.links) for talk in linked)
        front = replace(page.report, talks=talks)
        body = body_of_talks(page.report.talks)
    else:
        front = page.report
        rest = "\n".join(page.text.split("\n")[page.front.end :])
        body, html = with_directives(rest, page.report.dialect)
    mapping = native_mapping(front, page.front, name=page.name)
    text = write_front_matter(mapping) + body
    again, _problems = read_report_text(text, filename=page.name)
    if again.dialect != "native":
        text = write_front_matter({**mapping, "dialect": "native"}) + body
        again, _problems = read_report_text(text, filename=page.name)
    left = [f"the HTML around {source} stays as it is" for source in html]
    left += [f"`{name}` does not say the same as before" for name in _differences(_whole(page), again)]
    return Native(text, tuple(left))


def _whole(page: Page) -> Report:
    """Return the report of *page* with the talks of its body."""
    if page.text is None:
        return page.report
    return report_with(page.front, page.text, filename=page.path.as_posix())[0]


def _differences(before: Report, after: Report) -> list[str]:
    names = [field.name for field in fields(Report) if field.name not in _OF_THE_DIALECT]
    return [name for name in names if getattr(before, name) != getattr(after, name)]
