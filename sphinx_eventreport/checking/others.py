"""Warnings of Sphinx, docutils and MyST-Parser that count: what is not there, and slips in names of ours.

What extensions define that are not loaded here cannot be known, so nothing is said of what may be theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sphinx_eventreport.checking.directives import meant
from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.extension import report_directives
from sphinx_eventreport.sphinx_ext.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.checking.collect import Warned
    from sphinx_eventreport.core.files.conf import Written

_MISSING_FILE = re.compile(
    r"(?:image|download) file not readable|Include file .* not found|file not found: "
    r"|Problems with \"(?:include|raw)\" directive path"
)
_MISSING_PAGE = re.compile(
    r"toctree contains reference to nonexisting document|unknown document|Unknown source document"
    r"|local id not found in doc|cross-reference target not found: '(?!//)[^'#]*[./][^']*'"
)
_MISSING_NAME = re.compile(r"cross-reference target not found: '[^'/]|undefined label: ")
_UNKNOWN_DIRECTIVE = re.compile(r"Unknown directive type:? [\"'](?P<name>[^\"']+)[\"']")
_UNKNOWN_ROLE = re.compile(r"Unknown interpreted text role \"(?P<name>[^\"]+)\"")
_IN_DIRECTIVE = re.compile(r"(?:Error in |Directive )?[\"'](?P<name>[\w:.+-]+)[\"'](?: directive)?: ")
_UNKNOWN_OPTION = re.compile(r"unknown option(?: keys?)?: \[?[\"'](?P<name>[^\"']+)", re.IGNORECASE)
_DIRECTIVES, _ROLES = report_directives(), NearNames(OBJECT_TYPES)
# Extensions that define no names that pages refer to, and bring none from elsewhere.
_NAMELESS = frozenset(
    "sphinx_eventreport myst_parser sphinx_design sphinx_copybutton sphinxext.opengraph sphinx_sitemap "
    "notfound.extension sphinx_togglebutton sphinx.ext.githubpages furo".split()
)


def knows_all(conf: Mapping[str, Written], *, is_report: bool) -> bool:
    """Return whether a site with *conf* has no extension that may define names, so that all are known here.

    Of a page that is no report nothing is known without its site.
    """
    extensions = conf["extensions"].value if "extensions" in conf else None
    if extensions is None:
        return is_report and not conf
    return isinstance(extensions, list | tuple) and _NAMELESS.issuperset(map(str, extensions))


def problem_of(warned: Warned, *, knows_all: bool) -> Problem | None:
    """Return what is wrong by a warning of another program; ``None`` if it does not count.

    *knows_all* says that no extension is missing here that may define a name.
    """
    # docutils shows the lines of the directive below an empty one.
    message = " ".join(warned.message.partition("\n\n")[0].split()).removesuffix(".")
    for read in (_missing, _slip, _in_ours, *([_missing_name] if knows_all else [])):
        found = read(message)
        if found is not None:
            subtype, said, hint = found
            return Problem(subtype, said, line=warned.line, hint=hint)
    return None


_Read = tuple[Subtype, str, str]


def _missing(message: str) -> _Read | None:
    if _MISSING_FILE.search(message):
        return Subtype.MISSING_FILE, message, "put the file there, or correct the path"
    if _MISSING_PAGE.search(message):
        return Subtype.MISSING_FILE, message, "correct the path, or write the page"
    return None


def _missing_name(message: str) -> _Read | None:
    if not _MISSING_NAME.search(message):
        return None
    return Subtype.UNKNOWN_TARGET, message, "correct the name, or write it where it should lead"


def _slip(message: str) -> _Read | None:
    """Read of a directive or role that nothing defines, and that is nearly called as one of ours."""
    for pattern, nearest in ((_UNKNOWN_DIRECTIVE, meant), (_UNKNOWN_ROLE, _ROLES.nearest)):
        found = pattern.match(message)
        near = nearest(found["name"]) if found else None
        if near:
            return Subtype.DIRECTIVE, message, f"did you mean {{{near}}}?"
    return None


def _in_ours(message: str) -> _Read | None:
    """Read of a directive of ours that docutils or MyST-Parser cannot take as it is."""
    found = _IN_DIRECTIVE.match(message)
    directive = _DIRECTIVES.get(found["name"].removeprefix(f"{DOMAIN}:")) if found else None
    if directive is None:
        return None
    option = _UNKNOWN_OPTION.search(message)
    said = message.partition(" (allowed: ")[0]
    if not option:
        return Subtype.DIRECTIVE, said, "see the reference of directives"
    names = sorted(directive.option_spec or ())
    near = NearNames(names).nearest(option["name"])
    return Subtype.DIRECTIVE, said, f"did you mean {near}?" if near else f"the options are {', '.join(names)}"
