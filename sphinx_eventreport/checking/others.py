"""Warnings of Sphinx, docutils and MyST-Parser that count: what is not there, and slips in names of ours.

What extensions define that are not loaded here cannot be known, so nothing is said of what may be theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sphinx_eventreport.checking.directives import meant
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.extension import report_directives
from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.checking.collect import Warned
    from sphinx_eventreport.core.files.conf import Written

_LINK = "myst.xref_missing"
_PUT, _WRITE = "put the file there, or correct the path", "correct the path, or write the page"
_CALL = "correct the name, or write it where it should lead"


class _Counts(NamedTuple):
    """A warning of something that is not there: the type of it, and how we say it.

    ``words`` are looked for where one type is of several things: MyST-Parser has one for all that a link can
    lead to, and docutils has none. They are English whatever the site's language is, since ``sphinx-build``
    alone sets that of messages. The tests of this folder see them, from the lowest to the newest versions.
    """

    type: str
    subtype: Subtype
    hint: str
    words: str = ""
    is_name: bool = False
    """Whether it is of a name, which an extension that is not loaded here may define."""


_COUNTS = (
    _Counts("image.not_readable", Subtype.MISSING_FILE, _PUT),
    _Counts("download.not_readable", Subtype.MISSING_FILE, _PUT),
    _Counts("toc.not_readable", Subtype.MISSING_FILE, _WRITE),
    _Counts("ref.doc", Subtype.MISSING_FILE, _WRITE),
    _Counts("ref.ref", Subtype.UNKNOWN_TARGET, _CALL, is_name=True),
    _Counts("docutils", Subtype.MISSING_FILE, _PUT, r"Include file .* not found|file not found: "),
    _Counts("docutils", Subtype.MISSING_FILE, _PUT, r"Problems with \"(?:include|raw)\" directive path"),
    _Counts(_LINK, Subtype.MISSING_FILE, _WRITE, r"Unknown source document|local id not found in doc"),
    _Counts(_LINK, Subtype.MISSING_FILE, _WRITE, r"target not found: '(?!//)[^'#]*[./][^']*'"),
    _Counts(_LINK, Subtype.UNKNOWN_TARGET, _CALL, r"target not found: '[^'/]", is_name=True),
)
# docutils has its own messages of directives and roles, and no types for them.
_UNKNOWN_DIRECTIVE = lazy_regex(r"Unknown directive type:? [\"'](?P<name>[^\"']+)[\"']")
_UNKNOWN_ROLE = lazy_regex(r"Unknown interpreted text role \"(?P<name>[^\"]+)\"")
_IN_DIRECTIVE = lazy_regex(r"(?:Error in |Directive )?[\"'](?P<name>[\w:.+-]+)[\"'](?: directive)?: ")
_UNKNOWN_OPTION = lazy_regex(r"unknown option(?: keys?)?: \[?[\"'](?P<name>[^\"']+)", re.IGNORECASE)
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
    found = _missing(warned.type, message, knows_all=knows_all)
    if found is None and (warned.type == "docutils" or warned.type.startswith("myst.")):
        found = _slip(message) or _in_ours(message)
    if found is None:
        return None
    subtype, said, hint = found
    return Problem(subtype, said, line=warned.line, hint=hint)


_Read = tuple[Subtype, str, str]


def _missing(kind: str, message: str, *, knows_all: bool) -> _Read | None:
    for counts in _COUNTS:
        if counts.type == kind and re.search(counts.words, message) and (knows_all or not counts.is_name):
            return counts.subtype, message, counts.hint
    return None


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
