"""The body of a report -> its outline: sections, and what each embeds.

Only what the outline needs is read; to make pages is the business of others. Markdown is
CommonMark with tables, and of MyST the directives and the comments.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.media.directives import EMBED_DIRECTIVES, read_embed_directive
from sphinx_eventreport.core.media.embeds import embed_problem, find_embed
from sphinx_eventreport.core.media.pictures import media_of_picture
from sphinx_eventreport.core.media.records import deck_record, media_of_embed, recording_record
from sphinx_eventreport.core.outline.directive_text import DirectiveText, read_directive
from sphinx_eventreport.core.outline.headings import same_heading
from sphinx_eventreport.core.outline.tokens import outline_tokens
from sphinx_eventreport.core.raw_html.known import is_word
from sphinx_eventreport.core.raw_html.tags import read_start_tag
from sphinx_eventreport.core.raw_html.tree import Element, TreeBuilder
from sphinx_eventreport.core.records import Deck, Frame, Recording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from sphinx_eventreport.core.problems import Problem


_MAX_NESTING = 10
VERBATIM = frozenset(
    "code code-block code-cell sourcecode literalinclude parsed-literal math raw eval-rst mermaid "
    "graphviz digraph graph csv-table list-table doctest testcode prompt highlight include toctree uml "
    "plantuml bibliography".split()
)
"""Directives whose content is not Markdown."""
DECIDED = {"decision": "decision", "resolution": "decision", "action": "action", "action-item": "action"}
"""What the directives make that say what was decided and what is to be done, by their names."""
_PICTURE_DIRECTIVES = frozenset({"image", "figure"})
# Elements whose content is shown as text, or not at all.
_NO_EMBEDS_IN = frozenset("pre code template textarea xmp style svg math noembed".split())


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page, without its subsections."""

    level: int
    """That of the heading; 0 for the text before the first heading."""
    title: str
    """The text of the heading; "" where there is none."""
    line: int
    """The line of the heading."""
    decks: tuple[Deck, ...] = ()
    """The decks in it, with the label and title that were written for them, "" where none was."""
    recordings: tuple[Recording, ...] = ()
    """The recordings in it, in the same way."""
    talk: Mapping[str, object] | None = None
    """The options of all ``{talk}`` in it; ``None`` if there is none."""
    talk_lines: Mapping[str, int] | None = None
    """The line of each of these options."""
    shown: str = ""
    """What readers see for the title where it is translated; names are made of the title."""

    def with_content(
        self,
        media: Iterable[Deck | Recording],
        talks: Sequence[tuple[Mapping[str, object], Mapping[str, int]]],
    ) -> Section:
        """Return the section with *media*, and with what its *talks* say, options and lines, as of one."""
        media = list(media)
        return replace(
            self,
            decks=tuple(item for item in media if isinstance(item, Deck)),
            recordings=tuple(item for item in media if isinstance(item, Recording)),
            talk={name: value for options, _ in talks for name, value in options.items()} if talks else None,
            talk_lines={name: line for _, lines in talks for name, line in lines.items()} if talks else None,
        )

    def joined(self, others: Sequence[Section]) -> Section:
        """Return the section with what the *others* hold, too."""
        sections = (self, *others)
        media: list[Deck | Recording] = []
        for section in sections:
            media += [*section.decks, *section.recordings]
        said = [(section.talk, section.talk_lines or {}) for section in sections if section.talk is not None]
        return self.with_content(media, said)


@dataclass(frozen=True, slots=True)
class Body:
    """The outline of a body."""

    sections: tuple[Section, ...]
    """Its sections, in order."""
    problems: tuple[Problem, ...] = ()
    """Its problems, in the order of the lines."""
    decided: tuple[DirectiveText, ...] = ()
    """The directives that say what was decided and what is to be done, in order."""


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class _Talk:
    options: Mapping[str, object]
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Prose:
    """Something that is shown: an element with this in it is not the wrapper of an embed."""


_Item = _Heading | _Talk | Deck | Recording


def read_body(text: str, *, first_line: int = 1) -> Body:
    """Return the outline of *text*, MyST without front matter that begins at *first_line* of its file."""
    reader = _Reader()
    items = reader.read(text, first_line, _MAX_NESTING)
    problems = sorted(reader.problems, key=lambda problem: problem.line or 0)
    return Body(tuple(_sections(items, first_line)), tuple(problems), tuple(reader.decided))


def below_title(sections: Sequence[Section], title: str | None) -> tuple[Section, ...]:
    """Return *sections* as they are on a page: all below the one that has its title.

    *title* is what is put above them; ``None`` where the first heading is the title of the page. A heading
    right below that says the title again opens no section.
    """
    before = [section for section in sections if not section.level]
    rest = sections[len(before) :]
    if title is not None:
        top = replace(before[0], level=1, title=title) if before else Section(1, title, 1)
        before = []
    elif rest:
        top, rest = replace(rest[0], level=1), rest[1:]
    else:
        return tuple(sections)
    if rest and same_heading(top.title, rest[0].title):
        top, rest = top.joined(rest[:1]), rest[1:]
    return (*before, top, *(replace(section, level=max(section.level, 2)) for section in rest))


def _sections(items: Iterable[_Item], first_line: int) -> Iterator[Section]:
    heading, inside = _Heading(0, "", first_line), list[_Talk | Deck | Recording]()
    for item in items:
        if isinstance(item, _Heading):
            yield from _section(heading, inside)
            heading, inside = item, []
        else:
            inside.append(item)
    yield from _section(heading, inside)


def _section(heading: _Heading, inside: list[_Talk | Deck | Recording]) -> Iterator[Section]:
    """Yield the section below *heading*, unless it is the text before the first one and holds nothing."""
    if not heading.level and not inside:
        return
    talks = [(item.options, item.lines) for item in inside if isinstance(item, _Talk)]
    media = [item for item in inside if not isinstance(item, _Talk)]
    yield Section(heading.level, heading.title, heading.line).with_content(media, talks)


class _Reader:
    """Reads Markdown and, again by Markdown, the content of directives; collects problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.decided: list[DirectiveText] = []

    def read(self, text: str, first_line: int, nesting: int) -> list[_Item]:
        """Return what *text* holds, in its order; directives are read *nesting* levels deep."""
        tree: TreeBuilder[Any] = TreeBuilder()
        tokens = outline_tokens(text)
        for index, token in enumerate(tokens):
            line = first_line + (token.map[0] if token.map else 0)
            if token.type == "heading_open" and token.level == 0:
                tree.add(_Heading(int(token.tag[1]), _text_of(tokens[index + 1]), line))
            elif token.type == "html_block":
                tree.feed(token.content, line)
            elif token.type == "inline":
                _add_inline(tree, token, line, in_heading=tokens[index - 1].type == "heading_open")
            elif token.type in {"fence", "colon_fence"}:
                for item in self._fence(token, line, nesting):
                    tree.add(item)
        children, problems = tree.close()
        self.problems.extend(problems)
        return list(self._items(children))

    def _items(self, children: Iterable[object]) -> Iterator[_Item]:
        for child in children:
            if isinstance(child, Element):
                yield from self._element(child)
            elif isinstance(child, _Item):
                yield child

    def _element(self, element: Element) -> Iterator[_Item]:
        embed = find_embed(element)
        if embed is not None:
            media = media_of_embed(embed)
            if not isinstance(media, Frame):
                yield media
            return
        problem = embed_problem(element)
        if problem is not None:
            self.problems.append(problem)
        if element.tag not in _NO_EMBEDS_IN:
            yield from self._items(element.children)

    def _fence(self, token: Token, line: int, nesting: int) -> list[_Item | _Prose]:
        directive = read_directive(token.info, token.content, line)
        if directive is None:
            return [_Prose()]
        self.problems.extend(directive.problems)
        if directive.name in DECIDED:
            self.decided.append(directive)
        found = self._directive(directive)
        if found is not None:
            return [found, *self._content(directive, nesting)] if isinstance(found, _Talk) else [found]
        return [_Prose(), *self._content(directive, nesting)]

    def _directive(self, directive: DirectiveText) -> _Item | None:
        """Return what *directive* is, if it is one of ours that counts, and right."""
        record: Deck | Recording | Frame | None = None
        problems: tuple[Problem, ...] = ()
        options, line = directive.texts(), directive.line
        if directive.name == "talk":
            return _Talk(directive.options, directive.lines)
        if directive.name == "deck":
            record, problems = deck_record(directive.argument, options, line=line)
        elif directive.name == "recording":
            record, problems = recording_record(directive.argument, options, line=line)
        elif directive.name in EMBED_DIRECTIVES:
            record, problems = read_embed_directive(directive.name, directive.argument, options, line=line)
        elif directive.name in _PICTURE_DIRECTIVES:
            record = media_of_picture(directive.argument, options.get("alt", ""))
        self.problems.extend(problems)
        return None if isinstance(record, Frame) else record

    def _content(self, directive: DirectiveText, nesting: int) -> list[_Item]:
        """Return what the content of *directive* holds; a heading in it opens no section."""
        if directive.name in VERBATIM or not nesting:
            return []
        items = self.read(directive.body, directive.body_line, nesting - 1)
        return [item for item in items if not isinstance(item, _Heading)]


def _add_inline(tree: TreeBuilder[Any], inline: Token, line: int, *, in_heading: bool) -> None:
    depth = 0
    for token in inline.children or ():
        if token.type == "html_inline":
            tree.feed(token.content, line)
            line += token.content.count("\n")
        elif token.type in {"softbreak", "hardbreak"}:
            line += 1
        elif token.type == "text":
            tree.add(token.content)
            line += token.content.count("\n")
        elif token.nesting == 0:
            # In a heading or a link there is no room for a figure.
            tree.add((None if in_heading or depth else _media_of(token)) or _Prose())
        if token.type in {"link_open", "link_close"}:
            depth += token.nesting


def _media_of(token: Token) -> Deck | Recording | None:
    """Return what a picture shows that is the address of a deck or a recording."""
    if token.type != "image":
        return None
    return media_of_picture(str(token.attrGet("src") or ""), token.content)


def _is_words(token: Token) -> bool:
    """Return whether *token* is what only looks like HTML: "<char>"."""
    if token.type != "html_inline" or not token.content[1:2].isalpha():
        return False
    tag = read_start_tag(token.content, 0)
    return tag is not None and is_word(tag)


def _text_of(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in {"text", "code_inline", "image"} or _is_words(token):
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
    return " ".join("".join(parts).split())
