"""The tree of shortcodes and tags in a text -> the text with what each of them stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.media.hosts.address import is_id
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.shortcodes import links, pictures, tags
from sphinx_eventreport.core.shortcodes.arguments import Arguments, read_arguments
from sphinx_eventreport.core.shortcodes.blocks import Held, read_block, read_box_alone
from sphinx_eventreport.core.shortcodes.layout import place_of, same_lines
from sphinx_eventreport.core.shortcodes.logic import BRANCHES, CONDITIONS, LOOPS, Values, looped_over
from sphinx_eventreport.core.shortcodes.mdx import imported_files, plain_attributes
from sphinx_eventreport.core.shortcodes.quiet import INCLUDES, QUIET, WORTH
from sphinx_eventreport.core.shortcodes.syntax import LONGEST, PLAIN, is_sure_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sphinx_eventreport.core.shortcodes.layout import Place
    from sphinx_eventreport.core.shortcodes.pairs import Node
    from sphinx_eventreport.core.shortcodes.scan import Mark

_MOST_PROBLEMS = 50
_SHOWN = 60
_INCLUDE = frozenset({"include", "include_relative", "include_cached", "include-cached", "render"})
_REFERENCES = frozenset({"ref", "relref", "absurl", "relurl", "url", "static", "resource"})
_PARAMETERS = frozenset({"param", "meta", "get-param", "getparam", "var"})
_RAW = frozenset({"raw", "verbatim"})


class Renderer:
    """Renders one text of a *dialect*; ``problems`` collects what could not be read.

    *page* is its front matter, whose values a text may name.
    """

    def __init__(self, text: str, dialect: str, page: Mapping[str, object]) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._page = page
        self._values = Values(page)
        self._files = imported_files(text)
        self._runs_templates = dialect not in PLAIN
        self._around: list[str] = []

    def render(self, nodes: Sequence[Node], start: int, end: int) -> str:
        """Return the text from *start* to *end*, in which *nodes* stand."""
        parts: list[str] = []
        position = start
        for node in nodes:
            parts += [self._text[position : node.mark.start], self._node(node)]
            position = node.end
        return "".join([*parts, self._text[position:end]])

    def _node(self, node: Node) -> str:
        found = self._read(node)
        if found is None:
            found = self._as_written(node)
        return same_lines(found, self._text[node.mark.start : node.end])

    def _as_written(self, node: Node) -> str:
        """Return *node* as it is, and what it holds as it is read."""
        opening = self._text[node.mark.start : node.mark.end]
        if node.closing is None:
            return _no_tag(opening)
        closing = self._text[node.closing.start : node.closing.end]
        return _no_tag(opening) + self._inner(node) + _no_tag(closing)

    def _inner(self, node: Node) -> str:
        if node.closing is None:
            return ""
        self._around.append(node.mark.name)
        inner = self.render(node.inside, node.mark.end, node.closing.start)
        self._around.pop()
        return inner

    def _read(self, node: Node) -> str | None:
        """Return what stands for *node*, ``None`` for itself."""
        mark = node.mark
        if mark.name:
            return self._named(node)
        if mark.family in {"output", "erb"}:
            return self._output(node)
        if mark.family == "jsx":
            return plain_attributes(mark.arguments, self._files)
        if mark.family in _RAW:
            return mark.arguments
        if mark.family in {"shown", "shown3"}:
            return _shown_code(self._text[mark.start : mark.end])
        # Comments of Liquid and of MDX, and what a page of MDX imports: none of it is shown.
        return f"<!--{_spaced(mark.family)}{mark.arguments.replace('--', '- -')}{_spaced(mark.family)}-->"

    def _output(self, node: Node) -> str | None:
        mark = node.mark
        before = self._text[max(0, mark.start - LONGEST) : mark.start]
        if mark.family == "output" and not self._runs_templates and not is_sure_value(mark.arguments, before):
            return None
        found = self._values.output(mark.arguments)
        if found is None:
            self._note(
                node, "is a value that only the generator knows, and stays as text", "write the text itself"
            )
        return found

    def _named(self, node: Node) -> str | None:
        mark = node.mark
        if mark.family == "liquid" and self._runs_templates:
            found = self._logic(node)
            if found is not None:
                return found
        arguments = self._resolved(_arguments_of(mark))
        if mark.name in QUIET or (_is_include(mark) and _file_of(arguments) in INCLUDES):
            return self._inner(node)
        if mark.name in _RAW and node.closing is not None:
            return self._text[mark.end : node.closing.start]
        place = place_of(node, self._text)
        if node.closing is not None:
            held = Held(mark.name, mark.arguments, arguments, self._inner(node), place)
            block = read_block(held)
            if block is not None:
                return block
        else:
            held = None
        found = self._single(mark, arguments)
        if not found:
            self._not_read(node, found)
            return None
        return _in_its_place(found, place) + (held.inner if held else "")

    def _resolved(self, arguments: Arguments) -> Arguments:
        """Return *arguments* with what the page says in place of the names of its values."""

        def text_of(word: str) -> str:
            return (self._values.output(word) if word.startswith("page.") else None) or word

        named = {name: text_of(word) for name, word in arguments.named.items()}
        return Arguments(tuple(map(text_of, arguments.positional)), named)

    def _not_read(self, node: Node, found: str | None) -> None:
        if found is not None:
            self._note(
                node, "does not say what it embeds, and stays as text", "give it an id, a path or a URL"
            )
        elif node.mark.family != "service":
            self._note(node, "has no meaning here, and stays as text", "write in Markdown what it stands for")

    def _logic(self, node: Node) -> str | None:
        mark = node.mark
        if mark.name in LOOPS and node.closing is not None:
            over = looped_over(mark.arguments)
            what = f"is a loop over {over}" if over else "is a loop"
            self._note(
                node, f"{what}, which is not run, and is left out to its end", "write the list in Markdown"
            )
            return ""
        if mark.name in CONDITIONS or (mark.name in LOOPS and node.closing is None):
            message = "is for the generator to decide; its content is shown"
            self._note(node, message, "leave only what is to be read")
            return self._inner(node)
        if mark.name in BRANCHES and self._around and self._around[-1] in {*CONDITIONS, *LOOPS}:
            return ""
        if mark.name == "capture":
            self._values.capture(mark.arguments)
            return self._inner(node)
        if mark.name == "assign":
            self._values.assign(mark.arguments)
        return None

    def _single(self, mark: Mark, arguments: Arguments) -> str | None:
        if _is_include(mark):
            return self._include(arguments)
        if mark.name == "fn" and is_id(arguments.at(0)):
            return f"[^{arguments.at(0)}]"
        if mark.name in WORTH:
            return WORTH[mark.name]
        if mark.name in _PARAMETERS:
            return self._values.of_page(arguments.at(0) or arguments.called("name", "key"))
        if mark.name in _REFERENCES:
            return arguments.called("path") or arguments.address
        return _by_name(mark.name, arguments)

    def _include(self, arguments: Arguments) -> str | None:
        name = _file_of(arguments)
        rest = Arguments(arguments.positional[1:], arguments.named)
        if name == "gallery":
            shown = self._page.get(rest.called("id") or "gallery")
            return pictures.gallery(shown, rest.called("caption"))
        found = tags.html_of_include(name, rest)
        return found if found is not None else _by_name(name, rest)

    def _note(self, node: Node, message: str, hint: str) -> None:
        if len(self.problems) < _MOST_PROBLEMS:
            written = " ".join(self._text[node.mark.start : node.mark.end].split())
            shown = written if len(written) <= _SHOWN else written[:_SHOWN] + "..."
            self.problems.append(Problem(Subtype.SHORTCODE, f"{shown} {message}", node.mark.line, hint=hint))


def _arguments_of(mark: Mark) -> Arguments:
    if mark.family == "service":
        return Arguments((mark.arguments,))
    # The slash is that of a shortcode that ends itself.
    return read_arguments(mark.arguments.removesuffix("/") if mark.family == "hugo" else mark.arguments)


def _is_include(mark: Mark) -> bool:
    return mark.family == "liquid" and mark.name in _INCLUDE


def _file_of(arguments: Arguments) -> str:
    """Return the name of the file that is included, without folder and suffix."""
    return arguments.at(0).rpartition("/")[2].partition(".")[0].lower()


def _by_name(name: str, arguments: Arguments) -> str | None:
    """Return what an embed, a picture, a link or a box becomes; "" if its arguments make no sense."""
    readers: tuple[Callable[[], str | None], ...] = (
        lambda: tags.html_of(name, arguments),
        lambda: pictures.READERS[name](arguments) if name in pictures.READERS else None,
        lambda: links.READERS[name](arguments) if name in links.READERS else None,
        lambda: read_box_alone(name, arguments),
    )
    return next((found for read in readers if (found := read()) is not None), None)


def _in_its_place(html: str, place: Place) -> str:
    """Return *html* so that it swallows no prose: a block of HTML would go on to the next empty line."""
    is_tag = html.startswith("<") and not html.startswith(("<a ", "<!--", "<span"))
    if is_tag and place.starts_line and (place.goes_on or not place.ends_line) and "\n" not in html:
        return f"<span>{html}</span>"
    return html


def _shown_code(written: str) -> str:
    """Return a shortcode that is shown, and not read, as code."""
    shown = written.replace("/*", "", 1).replace("*/", "", 1)
    shown = shown[1:-1] if shown.startswith("{{{") else shown
    ticks = "``" if "`" in shown else "`"
    return f"{ticks}{shown}{ticks}"


def _no_tag(written: str) -> str:
    """Return a mark that stays as text so that nothing in it is a tag of HTML."""
    return (
        written.replace("{{<", "{{\\<")
        if written.startswith("{{<") and written[3:4] not in {" ", "\n"}
        else written
    )


def _spaced(family: str) -> str:
    return " " if family in {"module", "side_effect"} else ""
