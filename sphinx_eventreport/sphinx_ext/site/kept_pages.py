"""Pages as they are kept in the environment."""

from __future__ import annotations

from typing import ClassVar

from sphinx_eventreport.sphinx_ext.kept import Kept
from sphinx_eventreport.sphinx_ext.site.page import Page


class KeptPages(Kept[Page]):
    """The pages by their docnames.

    A page is immutable, so that its bytes hold until another takes its place.
    """

    mutable: ClassVar[bool] = False
