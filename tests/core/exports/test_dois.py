"""DOIs among addresses."""

from __future__ import annotations

import json

import pytest

from sphinx_eventreport.core.exports.citations import bibtex, csl
from sphinx_eventreport.core.exports.dois import doi_in, doi_of_talk
from sphinx_eventreport.core.reports import read_report_text

REPORT, _PROBLEMS = read_report_text(
    "---\nevent: Kelp Day\ntalks:\n"
    "- {title: Fronds, deck: 'https://doi.org/10.5555/slides', links: ['https://doi.org/10.5555/FRONDS']}\n"
    "- {title: Holdfasts, deck: 'https://doi.org/10.5555/slides', links: ['https://example.org/']}\n"
    "- Tides\n---\n",
    filename="kelp.md",
)


@pytest.mark.parametrize(
    ("addresses", "doi"),
    [
        (["https://doi.org/10.5281/zenodo.12345"], "10.5281/zenodo.12345"),
        (["http://dx.doi.org/10.1000.10/ABC%3C1", "https://doi.org/10.1000.10/abc<1"], ""),
        (["https://DOI.org/10.1000.10/ABC", "https://example.org/", None], "10.1000.10/abc"),
        (["https://doi.org/10.5555/a", "https://doi.org/10.5555/b"], ""),
        (["https://doi.org/", "https://doi.example.org/10.5555/a", "https://doi.org/11.5555/a"], ""),
        (["https://[doi.org/10.5555/a", ""], ""),
    ],
)
def test_a_doi_is_what_its_resolver_is_asked_for(addresses: list[str | None], doi: str) -> None:
    """Of two, none is what everything is to be cited as."""
    assert doi_in(addresses) == doi


def test_a_talk_has_that_of_its_links_or_of_its_slides() -> None:
    """What an author says of the talk counts for more."""
    assert [doi_of_talk(talk) for talk in REPORT.talks] == ["10.5555/fronds", "10.5555/slides", ""]


def test_a_talk_is_cited_with_its_doi() -> None:
    """In BibTeX and for programs that keep references."""
    cited = (REPORT, REPORT.talks[0], "")
    assert "  doi = {10.5555/fronds},\n" in bibtex([cited])
    assert json.loads(csl([cited]))[0]["DOI"] == "10.5555/fronds"
