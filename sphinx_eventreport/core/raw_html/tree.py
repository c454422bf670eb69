"""Raw HTML -> a tree, tolerantly.

Markdown hands raw HTML over in pieces, with parsed nodes between them: ``<div>``, a paragraph,
``</div>``. The builder puts both into one tree. It follows the rules of HTML for what closes what,
departs from them where they would swallow prose (an ``<iframe>`` never closed), and keeps all text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.raw_html.known import ELEMENTS, FOREIGN, is_word
from sphinx_eventreport.core.raw_html.pairs import UnpairedTag
from sphinx_eventreport.core.raw_html.tokens import RAW_TEXT, read_tokens

if TYPE_CHECKING:
    from sphinx_eventreport.core.raw_html.tags import StartTag

T = TypeVar("T")

MAX_DEPTH = 100
"""Elements nested deeper than this lose their markup, not their text."""

MAX_PROBLEMS = 100
"""The most problems that are reported of one tree."""

VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta "
    "nextid param source spacer track wbr".split()
)
"""Elements without content or end tag."""

_OPAQUE = RAW_TEXT | {"iframe"}
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
    """An HTML element."""

    tag: str
    """Its name in lower case."""
    attrs: dict[str, str]
    """Its attributes, names in lower case and values decoded; one without a value has ""."""
    children: list[Any] = field(default_factory=list)
    """Elements, texts, and what was put in with :meth:`TreeBuilder.add`."""
    line: int = 1
    """The line of its start tag, counted from 1."""
    closed: bool = True
    """Whether its end tag is there, or need not be."""
    words: str = ""
    """The start tag as it is written, if it is only words in angle brackets unless something closes it."""

    def named(self, tag: str) -> list[Element]:
        """Return the elements directly in this one that are called *tag*."""
        return [child for child in self.children if isinstance(child, Element) and child.tag == tag]


class TreeBuilder(Generic[T]):
    """Builds one tree from pieces of HTML and opaque nodes that are between them."""

    def __init__(self) -> None:
        """Begin an empty tree."""
        self.is_whole = True
        self._root = Element("", {})
        self._open = [self._root]
        self._text: list[str] = []
        self._problems: list[Problem] = []
        self._flattened: defaultdict[str, int] = defaultdict(int)
        self._excused: defaultdict[str, int] = defaultdict(int)

    is_whole: bool
    """Whether all that was opened is closed, and the other way round: nothing around it belongs to it."""

    def feed(self, text: str, line: int) -> None:
        """Read *text*, a piece of HTML that begins at *line* of the file."""
        read_tokens(text, line, self)
        self._flush()

    def add(self, node: T) -> None:
        """Put *node* into the element that is open; a ``str`` counts as text without markup."""
        if isinstance(node, str):
            self._text.append(node)
            return
        self._flush()
        self._open[-1].children.append(node)

    def close(self) -> tuple[list[Element | str | T], tuple[Problem, ...]]:
        """Return what is at the top of the tree, and what was wrong."""
        self._flush()
        self.is_whole &= all(element.tag == "p" for element in self._open[1:])
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
        words = start.written if is_word(start) and not self._is_foreign() else ""
        element = Element(tag, dict(reversed(start.attrs)), line=line, words=words)
        self._open[-1].children.append(element)
        if tag in VOID:
            return
        if start.empty:
            self._excused[tag] += 1
        elif len(self._open) > MAX_DEPTH and tag not in _OPAQUE:
            self._flatten(tag, line)
        else:
            self._open.append(element)

    def end(self, tag: str, line: int, written: str) -> None:
        """Take an end tag."""
        self._flush()
        if self._flattened.get(tag):
            self._flattened[tag] -= 1
        elif self._open[-1].tag == tag:
            self._end_innermost(closed=True)
        elif any(element.tag == tag for element in self._open[1:]):
            while self._open[-1].tag != tag:
                self._end_innermost(closed=False)
            self._end_innermost(closed=True)
        elif self._excused.get(tag):
            self._excused[tag] -= 1
        elif tag not in ELEMENTS and tag.isalnum():
            self._text.append(written)
        elif tag in _END_IS_OPTIONAL:
            self.is_whole &= tag == "p"
        elif tag not in VOID:
            message = f"</{tag}> closes an element that was never opened"
            hint = f"remove it, or open a <{tag}> before it"
            self._add(UnpairedTag(Subtype.HTML_UNCLOSED, message, line=line, hint=hint, tag=tag))

    def note(self, subtype: Subtype, message: str, line: int, hint: str) -> None:
        """Take a problem."""
        self._add(Problem(subtype, message, line=line, hint=hint))

    def _add(self, problem: Problem) -> None:
        if len(self._problems) < MAX_PROBLEMS:
            self._problems.append(problem)

    def _flush(self) -> None:
        if self._text:
            self._open[-1].children.append("".join(self._text))
            self._text.clear()

    def _apply_implied_ends(self, tag: str) -> None:
        if tag not in _IMPLIED_ENDS:
            return
        closes, boundary = _IMPLIED_ENDS[tag]
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
        element.closed = closed or tag in _END_IS_OPTIONAL
        if not closed and element.words:
            self._open[-1].children[-1:] = [element.words, *element.children]
            return
        if not closed and tag not in _END_IS_OPTIONAL:
            self._excused[tag] += 1
            message, hint = f"<{tag}> is not closed", f"write </{tag}> after it"
            self._add(
                UnpairedTag(
                    Subtype.HTML_UNCLOSED, message, line=element.line, hint=hint, tag=tag, is_start=True
                )
            )
        if tag in _OPAQUE and (not closed or _holds_foreign(element)):
            # What no browser shows is prose all the same when the end tag was forgotten.
            self._open[-1].children.extend(element.children)
            element.children = []
        elif tag == "iframe":
            element.children = []

    def _is_foreign(self) -> bool:
        return any(element.tag in FOREIGN for element in self._open)

    def _flatten(self, tag: str, line: int) -> None:
        if not self._flattened:
            message = f"HTML is nested more than {MAX_DEPTH} levels deep; below that only its text is kept"
            self.note(Subtype.LIMIT, message, line, "close elements, or nest fewer of them")
        self._flattened[tag] += 1


def text_of(element: Element) -> str:
    """Return the text in *element*, without that of scripts and style sheets."""
    if element.tag in RAW_TEXT:
        return ""
    children = filter(_has_text, element.children)
    return "".join(child if isinstance(child, str) else text_of(child) for child in children)


def _has_text(child: object) -> bool:
    return isinstance(child, str | Element)


def _holds_foreign(element: Element) -> bool:
    return not all(_has_text(child) for child in element.children)
