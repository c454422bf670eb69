"""Who may see a page, by what its front matter says."""

from __future__ import annotations

import datetime as dt

import pytest

from sphinx_eventreport.core.frontmatter import front_matter_of, read_front_matter
from sphinx_eventreport.core.reports import read_report_text
from sphinx_eventreport.core.schema import read_report_fields, read_visibility
from sphinx_eventreport.core.schema.visibility import (
    Seen,
    may_say_visibility,
    said_natively,
    visibility_of,
    visibility_on,
)


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({}, "public"),
        ({"draft": True}, "draft"),
        ({"permalink": False}, "draft"),
        ({"permalink": "/a/"}, "public"),
        ({"Draft": "yes"}, "draft"),
        ({"draft": False}, "public"),
        ({"published": False}, "draft"),
        ({"published": "2020-01-01"}, "public"),
        ({"unlisted": True}, "unlisted"),
        ({"status": "private"}, "draft"),
        ({"status": "Hidden"}, "unlisted"),
        ({"status": "cancelled"}, "public"),
        ({"status": "scheduled"}, "draft"),
        ({"status": "skip"}, "draft"),
        ({"hidden": "true"}, "unlisted"),
        ({"eleventyExcludeFromCollections": True}, "unlisted"),
        ({"visibility": "draft", "unlisted": True}, "draft"),
        ({"unlisted": True, "draft": True}, "draft"),
        ({"private": True}, "unlisted"),
        ({"headless": "true"}, "draft"),
        ({"_build": {"render": "never", "list": "never"}}, "draft"),
        ({"build": {"list": False}}, "unlisted"),
        ({"build": {"list": "local", "render": "always"}}, "public"),
        ({"build": "never"}, "public"),
    ],
)
def test_words_of_generators_say_who_may_see_a_page(mapping: dict[str, object], expected: str) -> None:
    """The one that shows less counts."""
    assert visibility_of(mapping, "post.md").visibility == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("_drafts/a.md", "draft"), ("blog/_drafts/x/a.md", "draft"), ("a_drafts.md", "public")],
)
def test_a_folder_of_drafts_has_drafts(name: str, expected: str) -> None:
    """Jekyll publishes none of its posts."""
    assert visibility_of({}, name).visibility == expected


def test_days_are_kept_for_the_day_of_the_build() -> None:
    """Whatever the spelling of the keys."""
    seen = visibility_of({"publishDate": "2024-05-01", "expiry-date": "2024-06-01"}, "a.md")
    assert [date and date.isoformat() for date in seen[1:3]] == ["2024-05-01", "2024-06-01"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-04-30", "draft"), ("2024-05-01", "public"), ("2024-05-31", "public"), ("2024-06-01", "draft")],
)
def test_nobody_sees_a_page_before_and_after_its_days(day: str, expected: str) -> None:
    """From the first day on, until the day of its expiry."""
    text = "+++\ntitle = 'A'\ndate = 2024-01-01\npublishDate = 2024-05-01\nexpiryDate = 2024-06-01\n+++\n"
    report, _problems = read_report_fields(read_front_matter(text), filename="a.md", dialect="hugo")
    assert visibility_on(report, dt.date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("draft: true", "draft"),
        ("visibility: unlisted", "unlisted"),
        ("visibility: unlisted\ndraft: true", "draft"),
        ("draft: false", "public"),
        ("minutes: {status: draft}", "public"),
        ("published: false", "public"),
        ("visibility: private", "draft"),
        ("visibility: hidden", "unlisted"),
        ("visibility: nobody", "unlisted"),
        ("visibility: Public", "public"),
        ("", "public"),
    ],
)
def test_a_native_report_says_it_with_two_keys(said: str, expected: str) -> None:
    """Minutes that are a draft are shown; words of generators mean nothing here."""
    report, _problems = read_report_fields(
        read_front_matter(f"---\nevent: A\n{said}\n---\n"), filename="_drafts/a.md"
    )
    assert report.visibility == expected


def test_a_word_that_nobody_knows_is_a_problem() -> None:
    """The page is in no list, and somebody is told."""
    report, [problem] = read_report_fields(
        read_front_matter("---\nevent: A\nvisibility: secret\n---\n"), filename="a.md"
    )
    assert (report.visibility, problem.line) == ("unlisted", 3)


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({"draft": True}, "draft"),
        ({"visibility": "unlisted", "published": False}, "unlisted"),
        ({"eventreport": False, "draft": True}, "public"),
        ({}, "public"),
    ],
)
def test_any_page_says_it_with_two_keys(mapping: dict[str, object], expected: str) -> None:
    """Be it a report or not, but for one that wants to be left alone."""
    assert said_natively(mapping) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("visibility: unlisted", ("unlisted", [])),
        ("draft: true", ("draft", [])),
        ("layout: page\npublished: false", ("draft", [])),
        ("layout: page\ndate: 2099-01-01", ("public", [])),
        ("unlisted: true\ntitle: A", ("unlisted", [])),
        ("unlisted: true", ("public", [2])),
        ("status: draft", ("public", [])),
        ("visibility: nobody", ("unlisted", [2])),
        ("eventreport: false\ndraft: true", ("public", [])),
    ],
)
def test_what_hides_a_page_that_is_not_a_report(said: str, expected: tuple[str, list[int]]) -> None:
    """The words of its generator, or our two; what hides nothing is a problem of its line."""
    seen, problems = read_visibility(read_front_matter(f"---\n{said}\n---\n"), filename="a.md")
    assert (seen.visibility, [problem.line for problem in problems]) == expected


@pytest.mark.parametrize(
    ("filename", "text", "expected"),
    [
        ("a.rst", ".. title: A\n.. date: 2020-01-01\n.. tags: Draft, sea\n", "draft"),
        ("a.rst", ".. title: A\n.. date: 2020-01-01\n.. tags: sea\n", "public"),
        ("a.rst", "A\n=\n\n.. post::\n   :tags: sea\n", "unlisted"),
        ("2020-01-01-a.rst", "A\n=\n\n.. post::\n   :tags: sea\n", "public"),
        ("a.rst", "Kelp\n====\n\n:date: 2020-01-01\n:status: draft\n", "draft"),
        ("a.rst", ":visibility: draft\n\nA\n=\n\n.. event:: Kelp\n", "draft"),
        ("a.rst", ":event: Kelp\n:draft: true\n\nA\n=\n", "draft"),
        ("_drafts/a.md", "---\ntitle: A\n---\n", "draft"),
    ],
)
def test_the_habits_of_generators(filename: str, text: str, expected: str) -> None:
    """A tag, no date, a field, a folder."""
    assert read_report_text(text, filename=filename)[0].visibility == expected


def test_a_key_of_others_is_told_what_to_write() -> None:
    """It would have hidden the page elsewhere."""
    front = read_front_matter("---\nevent: A\npublished: false\n---\n")
    _report, [problem] = read_report_fields(front, filename="a.md", dialect="native")
    assert problem.hint == "write `visibility: draft` to keep the page to yourself"


def test_nothing_said_is_public() -> None:
    """And has no days."""
    assert visibility_of({}, "a.md") == Seen()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\ndraft: true\n---\nWords.\n", True),
        (b"---\nevent: A\n---\nThe status of drafts.\n", False),
        (b"\xef\xbb\xbfStatus: draft\n\nWords.\n", True),
        (b'---\n"dr\\x61ft": true\n---\n', True),
        (b"+++\npublishDate = 2020-01-01\n+++\n", True),
        (b"---\revent: A\rdraft: true\r---\r", True),
        (b"---\nb: 1\n---\n```{event} A\n:visibility: draft\n```\n", True),
        (b".. event:: A\n   :draft: true\n", True),
        (b"# A\n\nWords.\n", False),
        (b"---\ndate: 2024-06-01\n---\nSince 2023.\n", True),
        (b"---\ndate: 2023-06-01\n---\nUntil 2025.\n", False),
        (b"---\nauthor: A\n---\n```{post} 1 June, 2025\n```\n", True),
        (b"---\nevent: A\nminutes: {status: draft}\n---\n", False),
        (b"---\nevent: A\nminutes:\n  status: draft\n  chair: B\n---\n", False),
        (b"---\nevent: A\nminutes:\n  chair: B\nstatus: draft\n---\n", True),
        (b"---\nevent: A\nminutes: {chair: B}\rstatus: draft\n---\n", True),
        (b"---\nevent: A\nminutes: {chair: B}\xe2\x80\xa8status: draft\n---\n", True),
        (b"---\nevent: A\nminutes: &m {draft: true}\n<<: *m\n---\n", True),
        (b"---\n{event: A,\nminutes: {chair: B}, status: draft}\n---\n", True),
    ],
)
def test_a_file_that_may_say_it_is_read(data: bytes, expected: bool) -> None:  # noqa: FBT001 -- a case of the table
    """All that says it is; what says nothing of the kind in its front matter need not be."""
    assert may_say_visibility(data, "a.md", dt.date(2024, 5, 1)) is expected


def test_a_file_may_say_it_by_its_name() -> None:
    """The day of a post of Jekyll."""
    assert may_say_visibility(b"---\ntitle: A\n---\n", "_posts/2024-06-01-a", dt.date(2024, 5, 1))


@pytest.mark.parametrize(
    ("dialect", "mapping", "expected"),
    [
        ("hugo", {"date": "2030-06-01"}, "draft"),
        ("hugo", {"date": "2030-06-01", "publishDate": "2020-01-01"}, "public"),
        ("hugo", {"pubDate": "2030-06-01"}, "draft"),
        ("hugo", {"published": "2030-06-01", "date": "2020-01-01"}, "draft"),
        ("hugo", {"unpublishDate": "2020-01-01"}, "draft"),
        ("hugoblox", {"date": "2030-06-01"}, "draft"),
        ("hugoblox", {"date": "2030-06-01", "publishDate": "2020-01-01"}, "public"),
        ("jekyll", {"date": "2030-06-01"}, "draft"),
        ("nikola", {"date": "2030-06-01 10:00"}, "draft"),
        ("ablog", {"date": "1 June, 2030"}, "unlisted"),
        ("ablog", {"date": "1 June, 2030", "draft": True}, "draft"),
        ("ablog", {"date": "1 June, 2020"}, "public"),
        ("pelican", {"date": "2030-06-01"}, "public"),
        ("mkdocs", {"date": "2030-06-01"}, "public"),
        ("docusaurus", {"date": "2030-06-01"}, "public"),
        ("quarto", {"date": "2030-06-01"}, "public"),
        ("zola", {"date": "2030-06-01"}, "public"),
        ("docusaurus", {"pubDate": "2030-06-01"}, "public"),
        ("docusaurus", {"pubDatetime": "2030-06-01"}, "draft"),
        ("native", {"date": "2030-06-01"}, "public"),
    ],
)
def test_a_future_date_means_what_it_means_to_the_generator(
    dialect: str, mapping: dict[str, object], expected: str
) -> None:
    """Some build no page before its date, ABlog lists it nowhere, others show it."""
    front = front_matter_of({"title": "A", **mapping})
    report, _problems = read_report_fields(front, filename="a.md", dialect=dialect)
    assert visibility_on(report, dt.date(2024, 5, 1)) == expected


@pytest.mark.parametrize(("folder", "expected"), [("_posts", "draft"), ("notes", "public")])
def test_the_name_of_a_post_of_jekyll_is_a_date(folder: str, expected: str) -> None:
    """Of its folder of posts only."""
    front = front_matter_of({"title": "A", "layout": "post"})
    name = f"{folder}/2030-06-01-a.md"
    report, _problems = read_report_fields(front, filename=name, dialect="jekyll")
    assert visibility_on(report, dt.date(2024, 5, 1)) == expected
