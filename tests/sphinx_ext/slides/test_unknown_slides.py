"""Slides that are not there: the warning says which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.green import DECK, FILES, INDEX, LABELLED, REFERS, report

if TYPE_CHECKING:
    from support.site import Site


def test_a_slide_that_is_not_there_cannot_be_chosen(site: Site) -> None:
    """The warning says how many there are."""
    built = site.write({"index.md": INDEX, "green.md": report(":pages: 2,9\n"), "moss.pdf": DECK}).build(
        "dummy"
    )
    (warning,) = built.warnings
    assert "green.md:12" in warning
    assert (
        "`pages` names slide 9, but the deck has only 4; correct the numbers [eventreport.value]" in warning
    )


def test_an_unknown_slide_is_a_warning_with_those_there_are(site: Site) -> None:
    """File, line, and the range."""
    built = site.write({**FILES, "refers.md": REFERS.replace("`moss#2`", "`moss#9`")}).build("dummy")
    (warning,) = built.warnings
    assert warning.endswith(
        "refers.md:7: WARNING: No slide has the label 'moss#9'; the deck shows slides 1 to 4 "
        "[eventreport.unknown_target]"
    )


def test_an_unknown_label_is_a_warning_with_those_there_are(site: Site) -> None:
    """What the PDF calls its pages is said, as it is not seen in every viewer."""
    files = {**FILES, "refers.md": REFERS.replace("`moss#2`", "`moss#label:9`"), "moss.pdf": LABELLED}
    (warning,) = site.write(files).build("dummy").warnings
    assert "No slide has the label 'moss#label:9'; the PDF calls the pages that are shown i to 2" in warning


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("moss", "write the label of a deck, # and the number of the slide, such as deck#12"),
        ("mos#1", "did you mean 'moss'?"),
        ("far#1", "the pages of 'green/far' are not known: only a PDF in the source directory has slides"),
    ],
)
def test_a_reference_to_no_slide_says_what_to_write(site: Site, target: str, hint: str) -> None:
    """Whatever is missing: the number, the deck, the file."""
    far = "\n## Far\n\n```{deck} https://slides.example.org/far.pdf\n```\n"
    files = {**FILES, "green.md": report() + far, "refers.md": REFERS.replace("`moss#2`", f"`{target}`")}
    (warning,) = site.write(files).build("dummy").warnings
    assert hint in warning
