"""Directives of generators in reStructuredText -> those of docutils and ours; the text in others stays.

docutils leaves out what is in a directive that it does not know.
https://getnikola.com/handbook.html#restructuredtext-extensions
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.posts.rst_emoji import emoji_problems
from sphinx_eventreport.core.posts.rst_literals import literal_lines
from sphinx_eventreport.core.posts.rst_roles import open_roles
from sphinx_eventreport.core.posts.variables import without_places
from sphinx_eventreport.core.problems import Problem, Subtype

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

_NATIVE, _NIKOLA, _PELICAN, _ABLOG = "native", "nikola", "pelican", "ablog"
_DIRECTIVE = lazy_regex(r"(?P<indent>[ \t]*)\.\.[ \t]+(?P<name>[A-Za-z][\w.+-]*)::(?:[ \t]+(?P<said>.*))?")
_OPTION = lazy_regex(r"[ \t]+:(?P<name>[\w-]+):(?:[ \t]+(?P<said>.*))?")
_SOUNDCLOUD = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com"
_OF_FIGURES = {name: name for name in "alt height width scale align target class figwidth".split()}


@dataclass(frozen=True, slots=True)
class _As:
    """The directive that another one becomes.

    ``before`` is what its argument begins with, ``options`` are the names that its options have there;
    others are left out.
    """

    name: str
    before: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    is_all: bool = False
    """Whether that is all of the argument."""


# https://docs.getpelican.com/en/latest/content.html#syntax-highlighting
_OF_CODE = {"linenos": "linenos", "linenostart": "lineno-start", "hl_lines": "emphasize-lines"}
_RENAMED: Mapping[str, Mapping[str, _As]] = {
    _NIKOLA: {
        "thumbnail": _As("figure", options=_OF_FIGURES),
        "media": _As("eventreport:recording"),
        "soundcloud": _As("iframe", f"{_SOUNDCLOUD}/tracks/"),
        "soundcloud_playlist": _As("iframe", f"{_SOUNDCLOUD}/playlists/"),
        "chart": _As("code-block", "text", {"title": "caption"}, is_all=True),
        "slides": _As("container"),
    },
    _PELICAN: {name: _As(name, options=_OF_CODE) for name in ("code-block", "sourcecode")},
    _ABLOG: {"update": _As("admonition", "Updated on ")},
}
_FLAGS = frozenset({"linenos"})
_LISTS = {
    "post-list": "lists posts",
    "post_list": "lists posts",
    "gallery": "shows the pictures of a folder",
}
_IMAGE = lazy_regex(r"([ \t]+)([^\s:.]\S*|/\S+)[ \t]*")


def rst_body(
    text: str,
    dialect: str,
    is_known: Callable[[str], bool] = bool,
    is_known_role: Callable[[str], bool] = bool,
    *,
    is_foreign: bool = False,
) -> tuple[str, tuple[Problem, ...]]:
    """Return *text*, a post of *dialect* in reStructuredText, as docutils reads it, and the problems.

    *is_known* tells of the name of a directive whether somebody defines it, *is_known_role* of a role;
    without them all are known. Of one that nobody defines the content stays, but for a page that was written
    for Sphinx; *is_foreign* says that a native one was not. The result has as many lines.
    """
    if dialect == _PELICAN:
        text = without_places(text)
    lines = text.split("\n")
    literal = literal_lines(lines)
    problems = list(emoji_problems(lines, literal))
    if dialect == _NATIVE and not is_foreign:
        return text, tuple(problems)
    for number, line in enumerate(lines):
        match = None if number in literal else _DIRECTIVE.fullmatch(line.rstrip("\r"))
        if match and (not number or _may_be_above(lines[number - 1])):
            problem = _read_one(lines, number, match, dialect, is_known)
            problems += [problem] if problem else []
    problems += open_roles(lines, literal, is_known_role)
    return "\n".join(lines), tuple(problems)


def _read_one(
    lines: list[str], number: int, match: re.Match[str], dialect: str, is_known: Callable[[str], bool]
) -> Problem | None:
    """Read the directive in line *number*; return what is wrong with it."""
    name = match["name"].lower()
    new = _RENAMED.get(dialect, {}).get(name)
    if dialect == _NIKOLA and name in _LISTS:
        return _left_out(lines, number, match)
    if dialect == _NIKOLA and name in _LINKS:
        lines[number] = match["indent"] + _LINKS[name]((match["said"] or "").split())
        _take_options(lines, number)
    elif new is not None and not (dialect == _ABLOG and is_known(name)):
        _rename(lines, number, match, new)
    elif not is_known(name):
        return _open(lines, number, match)
    return None


def _may_be_above(line: str) -> bool:
    """Return whether a directive may follow *line*: it is empty, or itself one, or an option of one."""
    return not line.strip() or line.lstrip().startswith((".. ", ":"))


def _take_options(lines: list[str], number: int) -> dict[str, str]:
    """Take the options of the directive in line *number* out of *lines*, and return them."""
    options: dict[str, str] = {}
    for at in range(number + 1, len(lines)):
        match = _OPTION.fullmatch(lines[at].rstrip("\r"))
        if match is None:
            break
        options[match["name"]] = (match["said"] or "").strip("'\" ")
        lines[at] = ""
    return options


def _rename(lines: list[str], number: int, match: re.Match[str], new: _As) -> None:
    options = _take_options(lines, number)
    said = "" if new.is_all else (match["said"] or "").strip()
    lines[number] = f"{match['indent']}.. {new.name}:: {new.before}{said}".rstrip()
    kept = [(new.options[name], value) for name, value in options.items() if name in new.options]
    for at, (name, value) in enumerate(kept, number + 1):
        shown = "" if name in _FLAGS else ", ".join(value.split()) if name == "emphasize-lines" else value
        lines[at] = f"{match['indent']}   :{name}: {shown}".rstrip()
    if new.name == "container":
        _name_pictures(lines, number, len(match["indent"]))


def _name_pictures(lines: list[str], number: int, indent: int) -> None:
    """Make pictures of the paths in the content of the directive in line *number*."""
    for at in range(number + 1, len(lines)):
        if lines[at].strip() and len(lines[at]) - len(lines[at].lstrip()) <= indent:
            break
        lines[at] = _IMAGE.sub(r"\1.. image:: \2", lines[at].rstrip("\r"))


def _gist(words: list[str]) -> str:
    name = words[0] if words else ""
    return f"`Gist {name} <https://gist.github.com/{name}>`__"


def _listing(words: list[str]) -> str:
    name = words[0] if words else ""
    return f":download:`{name} </listings/{name}>`"


_LINKS: Mapping[str, Callable[[list[str]], str]] = {"gist": _gist, "listing": _listing}


def _left_out(lines: list[str], number: int, match: re.Match[str]) -> Problem:
    message = f".. {match['name']}:: {_LISTS[match['name'].lower()]}, which is not done here; it is left out"
    lines[number] = ""
    _take_options(lines, number)
    return Problem(Subtype.SHORTCODE, message, number + 1, hint="write {event-list}, or name what it shows")


def _has_content(lines: list[str], number: int, indent: int) -> bool:
    """Return whether what comes below line *number* is deeper than *indent*."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    return len(below) - len(below.lstrip()) > indent


def _open(lines: list[str], number: int, match: re.Match[str]) -> Problem:
    """Leave the content of a directive that nobody defines, and its argument, which may be its title."""
    said = (match["said"] or "").strip()
    _take_options(lines, number)
    if _has_content(lines, number, len(match["indent"])):
        box = f".. admonition:: {said}" if said else ".. container::"
    else:
        box = f"| {said}" if said else ""
    lines[number] = f"{match['indent']}{box}".rstrip()
    message = (
        f".. {match['name']}:: is not a directive that is known here; its text stays, without its options"
    )
    hint = "add the extension that defines it to conf.py, or write something else"
    return Problem(Subtype.SHORTCODE, message, number + 1, hint=hint)
