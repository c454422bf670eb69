"""Boxes of generators and themes -> the directives of MyST that draw the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

FENCE = ":" * 13
"""The fence of a box before it becomes a directive: nobody else writes so many colons."""
DETAILS = "details"
"""The kind of a box that readers open."""

_DIRECTIVES: Mapping[str, str] = {
    **{
        name: name
        for name in "note tip warning important caution danger hint attention error seealso".split()
    },
    **dict.fromkeys(
        "info information abstract example quote secondary primary default light dark".split(), "note"
    ),
    **dict.fromkeys("summary tldr todo cite snippet basic neutral remark".split(), "note"),
    **dict.fromkeys("success check done pro".split(), "tip"),
    **dict.fromkeys("question help faq".split(), "hint"),
    **dict.fromkeys("failure fail missing bug".split(), "error"),
    "warn": "warning",
    "alert": "warning",
    **dict.fromkeys("details spoiler collapse dropdown".split(), "dropdown"),
}
KINDS = frozenset(_DIRECTIVES)
"""The words that say what a box is about."""

_CODE = lazy_regex(r"`+[ ]?([^`<>&]+?)[ ]?`+")
_NAMES_OF_NONE = frozenset(
    "admonition callout notice box infobox panel message hint-box default light dark".split()
)


def box(kind: str, title: str) -> str:
    """Return the opening of the directive for a box, which has a title where its generator shows one."""
    kind = kind.lower()
    name = _DIRECTIVES.get(kind)
    title = without_backticks(" ".join(title.split()))
    if name == "dropdown":
        return f"{{dropdown}} {title or kind.capitalize()}"
    if not title and name == kind:
        return f"{{{name}}}"
    return f"{{admonition}} {title or called(kind)}"


def without_backticks(title: str) -> str:
    """Return *title* with HTML for its code: no backtick may be in the line of a fence of them."""
    return _CODE.sub(r"<code>\1</code>", title).replace("`", "") if "`" in title else title


def called(kind: str) -> str:
    """Return what readers see above a box of that *kind* that has no title."""
    return "Note" if kind in _NAMES_OF_NONE or not kind else kind.capitalize()
