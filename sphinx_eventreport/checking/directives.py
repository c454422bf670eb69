"""Directives of extensions that are not here: what is in them is read, and nothing is said of them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.outline.body import VERBATIM
from sphinx_eventreport.sphinx_ext.extension import report_directives
from sphinx_eventreport.sphinx_ext.reading.known_names import is_known_directive
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_NAME = r"([\w:.+-]+)"
_NAMED = lazy_regex(rf"(?:[`~:]{{3,}}\{{{_NAME}\}}|^[ \t]*\.\.[ \t]+{_NAME}::)", re.MULTILINE)
_OURS = NearNames(report_directives())
# "talks" and "dek" are slips, at 0.89 and 0.86; "tabs" and "task" are other words, at 0.5 and 0.75.
_SLIP = 0.8


class OtherDirectives:
    """The directives that one page has and that nobody here defines."""

    def __init__(self) -> None:
        self._registered: set[str] = set()

    def forget(self, _app: Sphinx, _docname: str, _source: list[str]) -> None:
        """Take them back, before anybody asks which there are for the next page (``source-read``)."""
        while self._registered:
            directives._directives.pop(self._registered.pop(), None)  # type: ignore[attr-defined]  # noqa: SLF001

    def know(self, app: Sphinx, _docname: str, source: list[str]) -> None:
        """Register those in *source*, when what other generators have is gone (``source-read``).

        Not one that is called nearly as one of ours: its author is to look at it.
        """
        for found in _NAMED.findall(source[0]):
            name = (found[0] or found[1]).lower()
            if not is_known_directive(app, name) and meant(name) is None:
                directives.register_directive(name, _OtherText if name in VERBATIM else _OtherDirective)
                self._registered.add(name)


def meant(name: str) -> str | None:
    """Return the directive of ours that is probably meant by *name*, which is none; ``None`` for others."""
    written = name.lower().removeprefix(f"{DOMAIN}:")
    near = _OURS.nearest(written)
    return near if near and _is_slip(written, near) else None


def _is_slip(written: str, name: str) -> bool:
    """Return whether *written* is nearly *name*: "tlak" has its letters in another order."""
    is_moved = sorted(written) == sorted(name)
    return is_moved or SequenceMatcher(None, written, name).ratio() >= _SLIP


class _AnyOption(dict[str, "Callable[[str], str]"]):
    """Options of every name, as text."""

    def __missing__(self, name: str) -> Callable[[str], str]:
        return directives.unchanged

    def __contains__(self, name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


class _OtherDirective(SphinxDirective):
    """What is in it, in a box."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = _AnyOption()

    def run(self) -> list[nodes.Node]:
        """Read the content."""
        return [nodes.container("", *self.parse_content_to_nodes(allow_section_headings=True))]


class _OtherText(_OtherDirective):
    """Content that is no markup."""

    def run(self) -> list[nodes.Node]:
        """Keep it as it is."""
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text)]
