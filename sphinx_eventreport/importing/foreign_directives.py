"""Directives in a post that its generator does not have, and that a native report would obey; its own roles.

A build of such a post in place converts what ``{raw}`` holds as it does all HTML. What an import writes is
native, so it says by ``raw_directive: false`` that this is to stay so.
"""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.posts.outside_files import FENCE, HARMLESS, RST

_ROLE = lazy_regex(r"(?<![\w:`\\]):(?P<name>[A-Za-z][\w.+-]*):`[^`\n]")
# Those of docutils, Sphinx and ours; of domains nobody else has any.
_ROLES = frozenset(
    "abbr abbreviation ac any bdo class cite code command dfn doc download emphasis eq envvar event file "
    "func guilabel index kbd keyword literal mailheader makevar manpage math menuselection meth mimetype mod "
    "newsgroup numref option pep pep-reference person program raw ref regexp rfc rfc-reference samp "
    "series slide strong sub subscript sup superscript t talk term title title-reference token deck "
    "recording decision action attr const data exc obj".split()
)


def foreign_directive(text: str) -> str:
    """Return the first directive in *text* that may hold or read raw HTML; "" if there is none."""
    for line in text.split("\n"):
        fence = FENCE.fullmatch(line)
        for match in (fence,) if fence else RST.finditer(line):
            if match["name"].lower() not in HARMLESS:
                return f"{match[0]}{line[match.end() :]}".strip()
    return ""


def has_foreign_role(text: str) -> bool:
    """Return whether *text*, reStructuredText, may have a role that only another generator defines."""
    return any(found.lower() not in _ROLES for found in _ROLE.findall(text))
