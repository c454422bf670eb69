from __future__ import annotations

import pytest

from sphinx_eventreport.core.people.orcid import read_orcid


@pytest.mark.parametrize(
    "written",
    [
        "0000-0002-1825-0097",
        "0000000218250097",
        " https://orcid.org/0000-0002-1825-0097 ",
        "http://www.orcid.org/0000-0002-1825-0097/",
    ],
)
def test_an_id_is_read_in_every_shape(written: str) -> None:
    """Bare, without hyphens, or as a URL."""
    assert read_orcid(written) == "0000-0002-1825-0097"


def test_the_check_digit_may_be_x() -> None:
    """X is the tenth digit, in either case."""
    assert read_orcid("0000-0002-1694-233x") == "0000-0002-1694-233X"


@pytest.mark.parametrize(
    "written", ["0000-0002-1825-0098", "0000-0002-1694-2330", "0000-0002-1825", "", "jane"]
)
def test_what_does_not_add_up_is_no_id(written: str) -> None:
    """A wrong check digit, too few digits, or something else."""
    assert read_orcid(written) is None
