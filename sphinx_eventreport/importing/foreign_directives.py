"""Directives in a post that its generator does not have, and that a native report would obey.

A build of such a post in place converts what ``{raw}`` holds as it does all HTML. What an import writes is
native, so it says by ``raw_directive: false`` that this is to stay so.
"""

from __future__ import annotations

from sphinx_eventreport.core.posts.outside_files import FENCE, HARMLESS, RST


def foreign_directive(text: str) -> str:
    """Return the first directive in *text* that may hold or read raw HTML; "" if there is none."""
    for line in text.split("\n"):
        fence = FENCE.fullmatch(line)
        for match in (fence,) if fence else RST.finditer(line):
            if match["name"].lower() not in HARMLESS:
                return f"{match[0]}{line[match.end() :]}".strip()
    return ""
