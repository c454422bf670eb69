"""A deck or a recording, or HTML that shows nothing but these -> the directives that mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.media.directives import read_embed_directive
from sphinx_eventreport.core.media.embeds import find_embed, is_embed_helper
from sphinx_eventreport.core.media.records import deck_record, media_of_embed, recording_record
from sphinx_eventreport.core.outline.directive_text import read_directive
from sphinx_eventreport.core.raw_html.tree import TreeBuilder
from sphinx_eventreport.core.records import Deck, Frame
from sphinx_eventreport.importing.options import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.outline.directive_text import DirectiveText
    from sphinx_eventreport.core.records import Recording

_FRAME = "iframe"


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive without content."""

    name: str
    """Its name."""
    argument: str
    """Its argument, "" for none."""
    options: Mapping[str, str]
    """Its options, as written."""

    def myst(self) -> list[str]:
        """Return its lines in MyST Markdown."""
        options = [f":{name}: {quoted(value)}" for name, value in self.options.items()]
        return [f"```{{{self.name}}} {self.argument}", *options, "```"]

    def rst(self) -> list[str]:
        """Return its lines in reStructuredText, where an option is all that follows its name."""
        options = [f"   :{name}: {value}" for name, value in self.options.items()]
        return [f".. {self.name}:: {self.argument}", *options]


def directive_for(media: Deck | Recording | Frame) -> Directive | None:
    """Return the directive that means *media*; ``None`` if none does."""
    if isinstance(media, Frame):
        return _directive_of_frame(media)
    is_deck = isinstance(media, Deck)
    record = deck_record if is_deck else recording_record
    plain = record(media.source)[0]
    if plain is None:
        return None
    options = {"label": media.label, "title": media.title}
    if media.ratio != plain.ratio:
        options["ratio"] = "{}:{}".format(*media.ratio)
    if isinstance(media, Deck) and isinstance(plain, Deck) and media.page != plain.page:
        options["page"] = str(media.page)
    said = {name: value for name, value in options.items() if value}
    found = Directive("deck" if is_deck else "recording", media.source, said)
    again = _read_again(found)
    return found if again and record(again.argument, again.texts())[0] == media else None


def _directive_of_frame(frame: Frame) -> Directive | None:
    plain = read_embed_directive(_FRAME, frame.source, {})[0]
    options = {"title": frame.title} if frame.title else {}
    if plain is not None and frame.ratio != plain.ratio:
        options["ratio"] = "{}:{}".format(*frame.ratio)
    found = Directive(_FRAME, frame.source, options)
    again = _read_again(found)
    return (
        found if again and read_embed_directive(_FRAME, again.argument, again.texts())[0] == frame else None
    )


def _read_again(directive: Directive) -> DirectiveText | None:
    """Return what a build reads of *directive*; ``None`` where Markdown would read something else."""
    if "`" in directive.argument or "\n" in directive.argument:
        return None
    info, *written, _end = directive.myst()
    return read_directive(info.lstrip("`"), "\n".join(written), 1)


def directives_for(html: str) -> list[Directive]:
    """Return the directives that mean the block *html*; none if it is more or other than embeds."""
    found: list[Directive] = []
    if "<!--" in html:
        return []
    for child in parsed(html)[0]:
        if isinstance(child, str):
            if child.strip():
                return []
            continue
        embed = find_embed(child)
        directive = directive_for(media_of_embed(embed)) if embed else None
        if directive:
            found.append(directive)
        elif not is_embed_helper(child):
            return []
    return found


def parsed(html: str) -> tuple[list[Any], tuple[object, ...]]:
    """Return the elements and texts of *html*, and what was wrong with it."""
    tree: TreeBuilder[object] = TreeBuilder()
    tree.feed(html, 1)
    return tree.close()
