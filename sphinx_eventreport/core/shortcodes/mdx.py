"""JSX in Markdown (MDX) -> HTML: addresses in braces are read, what is computed goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = r"""["'`]([^"'`{}$]*)["'`]"""
_IN_BRACES = lazy_regex(rf"\{{\s*{_TEXT}\s*\}}")
_CALLED = lazy_regex(
    rf"\{{\s*(?:require|useBaseUrl|withBaseUrl|asset|url)\(\s*{_TEXT}\s*\)(?:\.(?:default|src))?\s*\}}"
)
_NAMED = lazy_regex(r"\{\s*([A-Za-z_]\w{0,40})(?:\.(?:default|src))?\s*\}")
_COMPUTED = lazy_regex(r"""\s[\w-]{1,40}\s?=\s?\{\{?[^{}]*\}?\}""")
_IMPORTED = lazy_regex(r"""(?m)^import[ ]([A-Za-z_]\w{0,40})[ ]from[ ]['"]([^'"\n]{1,200}\.\w{2,5})['"]""")
_SITE = lazy_regex(r"@site/(?:static/)?")


def imported_files(text: str) -> dict[str, str]:
    """Return the files that *text* imports, by the names it gives them."""
    if "import " not in text:
        return {}
    return {match[1]: match[2] for match in _IMPORTED.finditer(text)}


def plain_attributes(tag: str, files: Mapping[str, str]) -> str:
    """Return a JSX *tag* with attributes as HTML has them; *files* are those that the page imports."""
    tag = _CALLED.sub(r'"\1"', _IN_BRACES.sub(r'"\1"', tag))
    tag = _NAMED.sub(lambda match: f'"{files[match[1]]}"' if match[1] in files else match[0], tag)
    # The rest in braces keeps its number of lines.
    return _COMPUTED.sub(lambda match: "\n" * match[0].count("\n"), _SITE.sub("/", tag))
