"""Problems of a report, as values: nothing in the core logs or raises for bad input."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from sphinx_eventreport.core.lazy_regex import lazy_regex

_UNSHOWN = lazy_regex("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, which a terminal obeys, ends of lines, changes of direction, and halves of letters."""


class Subtype(Enum):
    """The subtypes of the warning type ``eventreport``.

    The first paragraph of each member's docstring is shown in the reference page of warnings.
    """

    FRONT_MATTER = "front_matter"
    """The front matter cannot be read as YAML or TOML, or is not a mapping."""
    DUPLICATE_KEY = "duplicate_key"
    """A front-matter key is given twice; the last one counts."""
    UNKNOWN_KEY = "unknown_key"
    """A front-matter key or directive option that no version of the schema knows."""
    CONFLICT = "conflict"
    """Two keys that mean the same field disagree; the canonical one counts."""
    TYPE = "type"
    """A value has a type its field cannot take: a list for a title, a number for a URL."""
    VALUE = "value"
    """A value has the right type and no meaning: an unknown mode, an end before its start."""
    DATE = "date"
    """A date or time that cannot be read."""
    LIMIT = "limit"
    """Something is larger than a report can sensibly be, and is cut or left out."""
    ENCODING = "encoding"
    """The file is not UTF-8; the bytes that are not were read as Windows-1252."""
    URL = "url"
    """A URL is malformed, or its scheme could run code in the reader's browser."""
    HTML = "html"
    """Raw HTML that cannot be turned into a document safely; its text is kept, the markup is not."""
    HTML_UNCLOSED = "html_unclosed"
    """An HTML tag is not closed, or closes an element that was never opened."""
    EMBED = "embed"
    """An embed that shows nothing: an iframe without an address, a template that was not filled in."""
    SHORTCODE = "shortcode"
    """A shortcode or tag of a site generator that means nothing here, or has no address; it stays."""
    MISSING_FILE = "missing_file"
    """A picture, deck or other file that a report names is not there or cannot be read."""
    DECK = "deck"
    """A PDF or a page of it that cannot be shown: damaged, locked, too long, too much work; a link stays."""
    DECK_FONTS = "deck_fonts"
    """A PDF uses fonts that neither it nor the machine has; its slides are drawn with other ones."""
    ARCHIVE = "archive"
    """The lock file of archived decks cannot be read, or an entry in it is invalid."""
    PEOPLE = "people"
    """The people file cannot be read, or has an invalid value, such as a mistyped ORCID iD."""
    REMOTE_PICTURE = "remote_picture"
    """A picture on another host is shown as a link: a page loads nothing from other hosts by itself."""
    OUTSIDE_SOURCE = "outside_source"
    """A path leads out of the source directory."""
    DUPLICATE_LABEL = "duplicate_label"
    """Two objects of one type, or two spellings of a name, have the same label; the first one counts."""
    UNKNOWN_TARGET = "unknown_target"
    """A reference to an event, talk, deck, recording or person that does not exist."""
    AMBIGUOUS_TARGET = "ambiguous_target"
    """A short name that means more than one object."""
    LISTING = "listing"
    """A listing has an option it cannot follow: an unknown field, a malformed filter."""
    FEED = "feed"
    """A feed that cannot be written, or lacks an entry: the address of the site, or a date, is not known."""
    DIRECTIVE = "directive"
    """A directive is used where it cannot work, or lacks what it needs."""
    LATEX = "latex"
    """A book has letters that pdfLaTeX cannot write; stand-ins are in their places."""
    CONFIG = "config"
    """A configuration value is of the wrong type; its default is used."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one source."""

    subtype: Subtype
    """The subtype of the warning, by which it can be suppressed."""
    message: str
    """What is wrong and why, as a sentence without a full stop."""
    line: int | None = None
    """The line in the source, counted from 1; ``None`` where none can be named."""
    field: str | None = None
    """The front-matter field by its dotted path, such as ``event.start``, or the value of ``conf.py``."""
    hint: str = ""
    """What to do about it, as a sentence without a full stop."""
    file: str = ""
    """Of a source in several files: the path of the one, from their folder, such as ``videos/a.json``."""
    target: str = ""
    """The path or name that leads nowhere, as it is written in the source."""
    may_pass: bool = False
    """Whether another try may end otherwise with the same source: time or memory, a process or a disk."""

    def __str__(self) -> str:
        """Return the message and, if there is one, the hint, as one line that a terminal can show.

        A message may quote what strangers wrote. What is not for the eye is spelled as Python does.
        """
        text = f"{self.message}; {self.hint}" if self.hint else self.message
        return _UNSHOWN.sub(lambda found: ascii(found[0])[1:-1], text)

    def moved(self, lines: int) -> Problem:
        """Return the same problem *lines* further down (for text cut out of a larger one)."""
        return self if self.line is None else replace(self, line=self.line + lines)
