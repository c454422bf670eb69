from __future__ import annotations

from dataclasses import replace

import pytest
from myst_parser.parsers.options import options_to_items

from sphinx_eventreport.core.media.records import recording_record
from sphinx_eventreport.core.names import person
from sphinx_eventreport.core.records import Talk
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.importing.directives import directive_for
from sphinx_eventreport.importing.talks import body_of_talks

TAGS = [
    ("plain", "c#"),
    ("#first", "second"),
    ("first", "#second"),
    ("'quoted'", "other"),
    ('"quoted"', "other"),
    ("|", "other"),
    ("it's", "#second"),
    ('"it\'s"', "second"),
]


def written(tags: tuple[str, ...]) -> str:
    """Return the section of a talk with *tags*."""
    return body_of_talks([Talk("title", "Title", tags=tags, speakers=(person("Ada Green"),))])


@pytest.mark.parametrize("tags", TAGS, ids=" ".join)
def test_myst_parser_reads_all_of_an_option(tags: tuple[str, ...]) -> None:
    """A sign that would begin a comment or a quotation is in quotes."""
    options = written(tags).split("```{talk}\n")[1].partition("```")[0]
    read, state = options_to_items(options.replace("\n:", "\n").removeprefix(":"))
    assert (dict(read)["tags"], state.has_comments) == (", ".join(tags), False)


@pytest.mark.parametrize("tags", TAGS, ids=" ".join)
def test_a_library_reads_all_of_an_option(tags: tuple[str, ...]) -> None:
    """The same, without Sphinx."""
    report, _problems = read_report_text(f"---\nevent: E\n---\n{written(tags)}", filename="e.md")
    assert report.talks[0].tags == tags


def test_the_title_of_a_recording_may_begin_with_a_quotation() -> None:
    """It is written in quotes, and read without them."""
    plain, _problems = recording_record("https://www.youtube.com/watch?v=abcdefghijk")
    assert plain is not None
    directive = directive_for(replace(plain, label="a", title='"If" it\'s so'))
    assert directive is not None
    assert ":title: '\"If\" it''s so'" in directive.myst()
