"""Titles in the front matter of pages that are not reports."""

from __future__ import annotations

import pytest
from support.site import CONF, Site

from sphinx_eventreport.core.frontmatter import read_front_matter
from sphinx_eventreport.sphinx_ext.reading.page_source import titled_source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: The quay\n---\nText", "\n\n# The quay\nText"),
        (
            "---\nauthor: A\ntitle: >\n  The\n  quay\norphan: true\n---\nText",
            "---\nauthor: A\norphan: true\n---\n\n\n# The quay\nText",
        ),
        ("---\ntitle: The quay\n---\n\n## Below", "\n\n# The quay\n\n## Below"),
        ("---\ntitle: The quay\n---\n\n# Above", None),
        ("---\ntitle: The quay\n---\n```{include} x.md\n```", None),
        ("---\ntitle: 2024-01-01\n---\nText", "\n\n# 2024-01-01\nText"),
        ("---\ntitle: [a]\n---\nText", None),
        ("---\ntitle:\n---\nText", None),
        ("---\ntitle: ''\n---\nText", None),
        ("---\norphan: true\n---\nText", None),
        ("Text", None),
    ],
)
def test_a_title_becomes_a_heading(text: str, expected: str | None) -> None:
    """If the page has no H1; each line of the text keeps its number."""
    found = titled_source(text, read_front_matter(text))
    assert found == (text if expected is None else expected)
    assert found.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("conf", "page", "expected"),
    [
        ("", "title: The quay", "The quay"),
        ("", "title: The *quay*\norphan: true", "The quay"),
        ("myst_title_to_header = True", "title: The quay", "The quay"),
        ("", "title: The quay\nmyst:\n  title_to_header: true", "The quay"),
        ("", "title: The quay\nmyst:\n  title_to_header: false", "Below"),
    ],
    ids=["alone", "with Markdown", "by MyST", "by MyST for the page", "as MyST is told"],
)
def test_a_page_has_the_title_of_its_front_matter(site: Site, conf: str, page: str, expected: str) -> None:
    """Once; MyST-Parser's own setting wins."""
    pages = {
        "index.md": "# Index\n\n```{toctree}\na\n```\n",
        "a.md": f"---\n{page}\n---\n\nText.\n\n## Below\n",
    }
    built = site.write({"conf.py": CONF + conf, **pages}).build()
    headings = [found.get_text().removesuffix("¶") for found in built.page("a").select("div.body h1")]
    # MyST-Parser warns where a page begins with a heading of the second level.
    assert (built.app.env.titles["a"].astext(), headings) == (expected, headings and [expected])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("dashboard-ux", "**Present:** Noor\n", "Dashboard UX"),
        ("dashboard-ux", "![a](b.png)\n\n## Table of Contents\n\n## Agenda\n", "Dashboard UX"),
        ("dashboard-ux", "Words.\n\n## Agenda\n", "Agenda"),
        ("dashboard-ux", "# Agenda\n", "Agenda"),
    ],
    ids=["without a heading", "contents first", "a heading below", "a heading"],
)
def test_a_report_without_a_heading_has_the_title_of_its_file(
    site: Site, name: str, text: str, expected: str
) -> None:
    """Contents of a page are the title of none."""
    conf = CONF + 'eventreport_patterns = ["dash*"]\n'
    built = site.write({"conf.py": conf, "index.md": "# Index\n", f"{name}.md": text}).build()
    assert built.app.env.titles[name].astext() == expected
