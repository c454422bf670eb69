"""The pages in the environment, each unpickled when it is asked for."""

from __future__ import annotations

from typing import ClassVar

from sphinx_eventreport.sphinx_ext.lazy import LazyMapping
from sphinx_eventreport.sphinx_ext.site.page import Page


class LazyPages(LazyMapping[Page]):
    """The pages by their docnames.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    mutable: ClassVar[bool] = False
