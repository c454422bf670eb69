"""Raw HTML -> a tree, tolerantly.

Markdown hands raw HTML over in pieces, with parsed nodes between them: ``<div>``, a paragraph,
``</div>``. The builder puts both into one tree. It follows the rules of HTML for what closes what,
departs from them where they would swallow prose (an ``<iframe>`` never closed), and keeps all text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Generic, TypeVar

from sphinx_eventreport.core.html_tags import StartTag, read_start_tag
from sphinx_eventreport.core.problems import Problem, Subtype

T = TypeVar("T")

MAX_DEPTH = 100
"""Elements nested deeper than this lose their markup, not their text."""

MAX_PROBLEMS = 100
"""What is wrong beyond this number in one tree helps nobody."""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track "
    "wbr".split()
)
"""Elements without content or end tag."""

_RAW_TEXT = frozenset({"script", "style"})
_OPAQUE = _RAW_TEXT | {"iframe"}
_CLOSES_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul".split()
)
_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
# tag that opens -> (tags it closes, tags it does not look beyond)
_IMPLIED_ENDS = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist", "optgroup"})),
    "optgroup": (frozenset({"option", "optgroup"}), frozenset({"select"})),
    "td": (_CELLS, frozenset({"tr", "table"})),
    "th": (_CELLS, frozenset({"tr", "table"})),
    "tr": (_CELLS | {"tr"}, frozenset({"table"})),
    "thead": (_CELLS | {"tr"} | _GROUPS, frozenset({"table"})),
    "tbody": (_CELLS | {"tr"} | _GROUPS, frozenset({"table"})),
    "tfoot": (_CELLS | {"tr"} | _GROUPS, frozenset({"table"})),
    "iframe": (frozenset({"iframe"}), frozenset()),
} | {tag: (frozenset({"p"}), frozenset({"table", "td", "th", "li", "dd", "object"})) for tag in _CLOSES_P}
_END_IS_OPTIONAL = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup html body head".split()
)


@dataclass(slots=True)
class Element:
    """An HTML element.

    ``tag`` and the names in ``attrs`` are lower case, values are decoded, an attribute without a
    value has "". ``children`` holds elements, texts, and what was put in with
    :meth:`TreeBuilder.add`. ``line`` counts from 1.
    """

    tag: str
    attrs: dict[str, str]
    children: list[Any] = field(default_factory=list)
    line: int = 1


class TreeBuilder(Generic[T]):
    """Builds one tree from pieces of HTML and opaque nodes that stand between them."""

    def __init__(self) -> None:
        """Begin an empty tree."""
        self._root = Element("", {})
        self._open = [self._root]
        self._text: list[str] = []
        self._problems: list[Problem] = []
        self._flattened: defaultdict[str, int] = defaultdict(int)
        self._excused: defaultdict[str, int] = defaultdict(int)
        self._tokens = _Tokens(self)

    def feed(self, text: str, line: int) -> None:
        """Read *text*, a piece of HTML that begins at *line* of the file."""
        self._tokens.read(text, line)
        self._flush()

    def add(self, node: T) -> None:
        """Put *node* into the element that is open; a ``str`` counts as text without markup."""
        if isinstance(node, str):
            self._text.append(node)
            return
        self._flush()
        self._open[-1].children.append(node)

    def close(self) -> tuple[list[Element | str | T], tuple[Problem, ...]]:
        """Return what stands at the top of the tree, and what was wrong."""
        self._flush()
        while len(self._open) > 1:
            self._end_innermost(closed=False)
        return self._root.children, tuple(self._problems)

    def text(self, text: str) -> None:
        """Take a run of text."""
        self._text.append(text)

    def start(self, start: StartTag, line: int) -> None:
        """Take a start tag."""
        self._flush()
        tag = start.name
        self._apply_implied_ends(tag)
        element = Element(tag, dict(reversed(start.attrs)), line=line)
        self._open[-1].children.append(element)
        if tag in VOID:
            return
        if start.empty:
            self._excused[tag] += 1
        elif len(self._open) > MAX_DEPTH and tag not in _OPAQUE:
            self._flatten(tag, line)
        else:
            self._open.append(element)

    def end(self, tag: str, line: int) -> None:
        """Take an end tag."""
        self._flush()
        if self._flattened.get(tag):
            self._flattened[tag] -= 1
        elif any(element.tag == tag for element in self._open[1:]):
            while self._open[-1].tag != tag:
                self._end_innermost(closed=False)
            self._end_innermost(closed=True)
        elif self._excused.get(tag):
            self._excused[tag] -= 1
        elif tag not in VOID and tag not in _END_IS_OPTIONAL:
            message = f"</{tag}> closes what was never opened"
            self.note(Subtype.HTML_UNCLOSED, message, line, f"remove it, or open a <{tag}> before it")

    def note(self, subtype: Subtype, message: str, line: int, hint: str) -> None:
        """Take a problem."""
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(Problem(subtype, message, line=line, hint=hint))

    def _flush(self) -> None:
        if self._text:
            self._open[-1].children.append("".join(self._text))
            self._text.clear()

    def _apply_implied_ends(self, tag: str) -> None:
        closes, boundary = _IMPLIED_ENDS.get(tag, (frozenset(), frozenset()))
        outermost = 0
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in boundary:
                break
            if self._open[depth].tag in closes:
                outermost = depth
        while outermost and len(self._open) > outermost:
            self._end_innermost(closed=False)

    def _end_innermost(self, *, closed: bool) -> None:
        """End the element opened last; *closed* if its end tag is there."""
        element = self._open.pop()
        tag = element.tag
        if not closed and tag not in _END_IS_OPTIONAL:
            self._excused[tag] += 1
            self.note(
                Subtype.HTML_UNCLOSED, f"<{tag}> is not closed", element.line, f"write </{tag}> after it"
            )
        if tag in _OPAQUE and (not closed or _holds_foreign(element)):
            # What no browser shows is prose all the same when the end tag was forgotten.
            self._open[-1].children.extend(element.children)
            element.children = []
        elif tag == "iframe":
            element.children = []

    def _flatten(self, tag: str, line: int) -> None:
        if not self._flattened:
            message = f"HTML is nested deeper than {MAX_DEPTH} elements; beyond that only its text is kept"
            self.note(Subtype.LIMIT, message, line, "close elements, or nest them less deeply")
        self._flattened[tag] += 1


class _Tokens(HTMLParser):
    """Reads one piece at a time for a :class:`TreeBuilder`, alike in every Python version.

    Python's own treatment of markup that does not end differs between versions, loses text in
    some and takes quadratic time in others. Here a "<" that begins nothing is text.
    """

    def __init__(self, tree: TreeBuilder[Any]) -> None:
        super().__init__(convert_charrefs=True)
        self._tree = tree
        self._first_line = 1
        self._last_bracket = -1
        self._last_comment_end = -1
        self._patience = 0

    def read(self, text: str, line: int) -> None:
        self._first_line = line
        self._last_bracket = text.rfind(">")
        self._last_comment_end = text.rfind("-->")
        # Characters that may be read in vain, looking for the end of tags that have none.
        self._patience = 8 * len(text)
        self.feed(text)
        if self.cdata_elem is not None:
            self._tree.text(self.rawdata)
        else:
            self.close()
        self.reset()

    def handle_data(self, data: str) -> None:
        self._tree.text(data)

    def parse_starttag(self, i: int) -> int:
        tag = read_start_tag(self.rawdata, i) if i < self._last_bracket and self._patience > 0 else None
        if tag is None:
            self._patience -= len(self.rawdata) - i
            message = f'"{self.rawdata[i : i + 20].split()[0]}" begins a tag that does not end'
            hint = "end the tag with >, or write &lt; for <"
            self._tree.note(Subtype.HTML_UNCLOSED, message, self._line(), hint)
            return self._as_text(i, 1)
        self._tree.start(tag, self._line())
        if tag.name in _RAW_TEXT and not tag.empty:
            self.set_cdata_mode(tag.name)
        return tag.end

    def parse_endtag(self, i: int) -> int:
        end = self.rawdata.find(">", i) if i < self._last_bracket else -1
        if end < 0:
            return self._as_text(i, 2)
        name = self.rawdata[i + 2 : end].replace("/", " ").split(None, 1)[:1]
        if name and name[0][0].isalpha():
            self._tree.end(name[0].lower(), self._line())
            self.clear_cdata_mode()
        return end + 1

    def parse_pi(self, i: int) -> int:
        return super().parse_pi(i) if i < self._last_bracket else self._as_text(i, 2)

    def parse_html_declaration(self, i: int) -> int:
        # Also what Python takes for a marked section, on which it can fail: all is a comment.
        return self.rawdata.find(">", i) + 1 if i < self._last_bracket else self._as_text(i, 2)

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 - Python's signature
        for empty in ("<!-->", "<!--->"):
            if self.rawdata.startswith(empty, i):
                return i + len(empty)
        if i + 4 > self._last_comment_end:
            message = "A comment is not closed; what follows was taken as text"
            self._tree.note(Subtype.HTML_UNCLOSED, message, self._line(), "write --> at its end")
            return self._as_text(i, 4)
        return self.rawdata.find("-->", i + 4) + 3

    def _as_text(self, i: int, length: int) -> int:
        self._tree.text(self.rawdata[i : i + length])
        return i + length

    def _line(self) -> int:
        return self._first_line + self.getpos()[0] - 1


def text_of(element: Element) -> str:
    """Return the text in *element*, without that of scripts and style sheets."""
    if element.tag in _RAW_TEXT:
        return ""
    children = filter(_has_text, element.children)
    return "".join(child if isinstance(child, str) else text_of(child) for child in children)


def _has_text(child: object) -> bool:
    return isinstance(child, str | Element)


def _holds_foreign(element: Element) -> bool:
    return not all(_has_text(child) for child in element.children)
