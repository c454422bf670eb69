"""Pages as the environment keeps them."""

from __future__ import annotations

from typing import ClassVar

from sphinx_eventreport.core.lazy_pickles import LazyPickles
from sphinx_eventreport.sphinx_ext.site.page import Page


class LazyPages(LazyPickles[Page]):
    """The pages by their docnames.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    mutable: ClassVar[bool] = False
