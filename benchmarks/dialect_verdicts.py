"""What each kind of warning in the sample of `dialects.py` is worth.

Judged by kind: from the messages of all warnings of it, and for some kinds from the sources of a few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

USEFUL, NOISE, FALSE = "true and useful", "noise", "false"


@dataclass(frozen=True)
class Verdict:
    """The verdict on the warnings of one kind, which a pattern of their text tells."""

    kind: str
    pattern: re.Pattern[str]
    verdict: str


ABOUT_THE_CORPUS = re.compile(
    r"\[(?:eventreport\.missing_file|image\.not_readable|toc\.not_\w+|ref\.ref|myst\.iref_missing)\]"
    r"|target not found: '[^']+'"
)
"""Pictures and pages that a folder of single posts does not have; inventories that its site does not name."""

VERDICTS = (
    Verdict("a picture on another host is a link", re.compile(r"\[eventreport\.remote_picture\]"), USEFUL),
    Verdict("hidden cells, whose output is missing", re.compile(r"hides? (?:its|their) code"), USEFUL),
    Verdict("a shortcode that nothing stands for", re.compile(r"has no meaning here, and stays"), USEFUL),
    Verdict("a value that Quarto fills in", re.compile(r"is filled in by Quarto"), USEFUL),
    Verdict(
        "one name twice, mostly in two sites",
        re.compile(r"\[eventreport\.duplicate_label\]"),
        USEFUL,
    ),
    Verdict("a script that is left out", re.compile(r"<script> has no equivalent"), USEFUL),
    Verdict(
        "an element that is left out, its text stays", re.compile(r"has no equivalent in a document"), USEFUL
    ),
    Verdict("what a page hid is shown", re.compile(r"is hidden in HTML"), USEFUL),
    Verdict(
        "an attribute of what is left out as well", re.compile(r"would run a script; the attribute"), NOISE
    ),
    Verdict("one page of several meetings", re.compile(r"The page has \d+ meetings"), USEFUL),
    Verdict("a date that cannot be read", re.compile(r"\[eventreport\.date\]"), USEFUL),
    Verdict("an address without https://", re.compile(r"\[eventreport\.url\]"), USEFUL),
    Verdict("a diagram that nothing draws", re.compile(r"lexer name '(?:mermaid|markmap)'"), USEFUL),
    Verdict("code that is not highlighted", re.compile(r"\[misc\.highlighting_failure\]"), NOISE),
    Verdict("levels of headings", re.compile(r"\[myst\.header\]"), NOISE),
    Verdict("rules between nothing", re.compile(r"transition\. \[docutils\]"), NOISE),
    Verdict("broken reStructuredText", re.compile(r"\[docutils\]"), USEFUL),
    Verdict("one name for two links", re.compile(r"\[myst\.duplicate_def\]"), USEFUL),
    Verdict("a link that leads nowhere", re.compile(r"target not found: ''"), USEFUL),
    Verdict("an id that no heading has", re.compile(r"local id not found"), USEFUL),
)
"""The first that fits counts."""
