"""The extensions of Markdown in Quarto and R Markdown: cells, captions, titles of callouts, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.outline.code import code_lines
from sphinx_eventreport.core.shortcodes.pictures import picture_html

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    Note = Callable[[int, str, str], None]

_ANY_FENCE = lazy_regex(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_CELL = lazy_regex(
    r"([ \t]*(`{3,}|~{3,}))[ \t]*\{[ \t]*[.=]?(?P<language>[\w+-]+)(?P<options>[^`]*)\}[ \t]*\r?"
)
_OPTION = lazy_regex(r"[ \t]*(?:#|//|--|%%)\|[ \t]*([\w.-]+):[ \t]*(.*?)[ \t]*\r?")
_CHUNK_OPTION = lazy_regex(r"""([\w.]+)[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^,\s]+)""")
_FALSE = frozenset({"false", "no", "f"})
_CAPTIONS = ("fig-cap", "fig.cap", "tbl-cap")
_HEADING = lazy_regex(r"[ \t]*#{1,6}[ \t]+(.*?)[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*\r?")
_CALLOUT = lazy_regex(
    r"(?P<opening>[ \t]*:{3,}[ \t]*\{?[ \t]*\.?callout-\w+)(?P<more>[^}\n]*)(?P<end>\}?[ \t]*\r?)"
)
_FIGURE = lazy_regex(
    r"(?P<indent>[ \t]*)!\[(?P<alt>(?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]"
    r"\((?P<source><[^<>\n]+>|[^()\s]+(?:\([^()\s]*\)[^()\s]*)?)"
    r"""(?:[ \t]+["'](?P<title>[^"'\n]*)["'])?\)(?P<attributes>\{[^{}\n]*\})?[ \t]*\r?"""
)
_TABLE_CAPTION = lazy_regex(r"[ \t]*:[ \t]+(\S.*?)(?:[ \t]*\{[^{}\n]*\})?[ \t]*\r?")
_ALT = lazy_regex(r"""fig-alt=(?:"([^"]*)"|'([^']*)')""")
_WIDTH = lazy_regex(r"""\bwidth=["']?(\d{1,5}(?:%|px)?)["']?(?=[\s}])""")
_NOTE = lazy_regex(r"\^\[([^\[\]\n]{1,1000}(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\]")
_CITED = lazy_regex(
    r"(?<![\w`@])\[?-?@(?:(?:fig|tbl|sec|eq|lst|thm)-[\w-]+|\{[^{}\n]+\})|\[[^\[\]\n]*?-?@[A-Za-z][\w:.-]*\d{2}[\w:.-]*[^\[\]\n]*\](?!\()"
)
_COMPUTED = lazy_regex(r"`(?:r|\{(?:r|python|julia|ojs)\})[ \t][^`\n]+`")


@dataclass(slots=True)
class _Cell:
    """A cell on the lines from ``start`` to before ``end``, with its options in lower case."""

    start: int
    end: int
    opening: str
    options: dict[str, str]

    def says_no(self, name: str) -> bool:
        """Return whether the option *name* is off."""
        return self.options.get(name, "").strip("\"'").lower() in _FALSE


def cells_as_code(lines: list[str], note: Note, *, hides: bool) -> None:
    """Replace cells by code in their language, and take those out whose code readers do not see.

    Nothing is run: ``{r, echo=FALSE}`` draws something that is not here, and *note* is told once. *hides*
    says that cells show their code only if they say so.
    """
    drawn: list[int] = []
    for cell in list(_cells(lines)):
        if cell.says_no("include"):
            lines[cell.start : cell.end] = [""] * (cell.end - cell.start)
        elif cell.says_no("echo") or (hides and "echo" not in cell.options):
            captions = [cell.options[name].strip("\"'") for name in _CAPTIONS if cell.options.get(name)]
            lines[cell.start : cell.end] = [
                *captions[:1],
                *[""] * (cell.end - cell.start - len(captions[:1])),
            ]
            if not cell.says_no("eval") and not cell.says_no("output"):
                drawn.append(cell.start)
        else:
            lines[cell.start] = cell.opening
            _drop_options(lines, cell)
    if drawn:
        count = f"{len(drawn)} cells hide their code" if len(drawn) > 1 else "A cell hides its code"
        message = f"{count}, and nothing is run, so what is drawn there is not on the page"
        note(drawn[0], message, "put the picture or the numbers there")


def _drop_options(lines: list[str], cell: _Cell) -> None:
    """Take lines such as ``#| label: a`` out of a cell; the fence moves down to where its code begins."""
    number = cell.start + 1
    while number < cell.end - 1 and _OPTION.fullmatch(lines[number]):
        number += 1
    lines[cell.start : number] = [*[""] * (number - cell.start - 1), cell.opening]


def _cells(lines: list[str]) -> list[_Cell]:
    found: list[_Cell] = []
    closing = ""
    cell: _Cell | None = None
    for number, line in enumerate(lines):
        if closing:
            option = _OPTION.fullmatch(line) if cell and number == cell.end else None
            if option and cell:
                cell.options.setdefault(option[1].lower(), option[2])
                cell.end = number + 1
            if line.strip().startswith(closing) and not line.strip().strip(closing[0]):
                if cell:
                    cell.end = number + 1
                    found.append(cell)
                closing, cell = "", None
        elif fence := _ANY_FENCE.match(line):
            closing = fence[1]
            match = _CELL.fullmatch(line)
            if match:
                options = {key.lower(): value for key, value in _CHUNK_OPTION.findall(match["options"])}
                cell = _Cell(number, number + 1, f"{match[1]}{match['language']}", options)
    if cell:
        cell.end = len(lines)
        found.append(cell)
    return found


def title_callouts(lines: list[str]) -> None:
    """Give a callout that begins with a heading that heading as its title, as Quarto does."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        match = _CALLOUT.fullmatch(line) if "callout-" in line and number not in code else None
        if match is None or "title=" in match["more"]:
            continue
        inner = next((index for index in range(number + 1, len(lines)) if lines[index].strip()), None)
        heading = _HEADING.fullmatch(lines[inner]) if inner is not None else None
        if inner is not None and heading and heading[1] and '"' not in heading[1]:
            lines[number] = _with_title(match, heading[1])
            lines[inner] = ""


def _with_title(callout: re.Match[str], title: str) -> str:
    end = callout["end"]
    if "}" in end:
        return f'{callout["opening"]}{callout["more"]} title="{title}"{end}'
    return callout["opening"].replace("callout", "{.callout") + f' title="{title}"}}{end}'


def captioned(lines: list[str]) -> None:
    """Make figures of pictures that are a paragraph, whose text Quarto shows below them."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        if "![" not in line or number in code or _is_text(lines, number - 1) or _is_text(lines, number + 1):
            continue
        match = _FIGURE.fullmatch(line)
        if match:
            attributes = match["attributes"] or ""
            alt, width = _ALT.search(attributes), _WIDTH.search(attributes)
            size = f' width="{width[1]}"' if width else ""
            source, caption = match["source"].strip("<>"), match["alt"]
            said = (alt[1] or alt[2] or "") if alt else match["title"] or ""
            lines[number] = match["indent"] + picture_html(source, said, caption, size=size)


def caption_tables(lines: list[str]) -> None:
    """Give each table its caption, ``: text {#id}`` below it, as MyST's directive has it."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        match = (
            _TABLE_CAPTION.fullmatch(line) if line.lstrip().startswith(":") and number not in code else None
        )
        above = number - 1 if number and lines[number - 1].strip() else number - 2
        first = above
        while match and first >= 0 and lines[first].lstrip().startswith("|"):
            first -= 1
        # The fence takes the empty line above the table, and that of the caption.
        if match and first < above and (first < 0 or not lines[first].strip()):
            if first >= 0:
                lines[first], lines[number] = f"```{{table}} {match[1]}", "```"
            else:
                lines[number] = f"*{match[1]}*"


def _is_text(lines: list[str], number: int) -> bool:
    return (
        0 <= number < len(lines)
        and bool(lines[number].strip())
        and not lines[number].lstrip().startswith(":::")
    )


def without_notes(line: str) -> str:
    """Return *line* with footnotes that are in it, ``^[text]``, in parentheses."""
    return _NOTE.sub(r" (\1)", line)


def note_references(lines: list[str], note: Note) -> None:
    """Tell of what only Quarto can fill in: numbers of figures, citations, values that are computed."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        found = (
            None
            if number in code
            else (_CITED.search(line) if "@" in line else None)
            or (_COMPUTED.search(line) if "`" in line else None)
        )
        if found:
            note(
                number,
                f"{found[0][:60]} is filled in by Quarto, and stays as text",
                "write what it stands for",
            )


def hides_code(page: Mapping[str, object]) -> bool:
    """Return whether front matter says that cells show no code: ``execute: {echo: false}``."""
    execute = page.get("execute")
    return isinstance(execute, dict) and execute.get("echo") is False
