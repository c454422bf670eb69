from __future__ import annotations

import re

import pytest

from sphinx_eventreport.core.lazy_regex import lazy_regex


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
def test_a_lazy_expression_finds_what_a_compiled_one_finds(flags: int) -> None:
    """Each of its methods, however often it is called, with the flags it was given."""
    lazy, compiled = lazy_regex(r"(m)oss", flags), re.compile(r"(m)oss", flags)
    found = [[expression.sub(r"\1ud", "moss, Moss") for _ in range(2)] for expression in (lazy, compiled)]
    assert (found[0], lazy.findall("Moss"), lazy.groups) == (found[1], compiled.findall("Moss"), 1)


def test_an_expression_is_not_compiled_before_it_is_used() -> None:
    """One that is wrong raises no error until then, though one may read it."""
    wrong = lazy_regex("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.match("moss")
