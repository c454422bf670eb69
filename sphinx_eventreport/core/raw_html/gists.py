"""Scripts that draw a gist of GitHub -> where it is."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SCRIPT = re.compile(
    r"(?:https?:)?//gist\.github\.com/(?P<name>[\w.-]{1,80}(?:/[\w.-]{1,80})?)\.js(?:\?file=(?P<file>[^&#]{1,200}))?\S*"
)


def gist_of(source: str) -> tuple[str, str] | None:
    """Return the address and the name of the gist that a script from *source* draws, if it is one."""
    match = _SCRIPT.fullmatch(source.strip())
    if match is None:
        return None
    file = f", {unquote(match['file'])}" if match["file"] else ""
    return f"https://gist.github.com/{match['name']}", f"Gist {match['name']}{file}"
