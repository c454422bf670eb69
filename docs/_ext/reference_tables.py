"""Directives for the reference pages: tables made from the code, so that they cannot go stale.

Where a table needs words that are not in the code, they are in the directive's content, and a
name too many or too few is a warning.
"""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from sphinx_eventreport.core import problems
from sphinx_eventreport.core.dialects import DIALECTS, NATIVE
from sphinx_eventreport.core.dialects.spellings import SPELLINGS
from sphinx_eventreport.core.media.hosts.frames import CONTENT_HOSTS, FRAMES, GOOGLE_MAPS
from sphinx_eventreport.core.media.providers import PROVIDERS
from sphinx_eventreport.core.people.file import PERSON
from sphinx_eventreport.core.problems import Subtype
from sphinx_eventreport.core.schema.minutes import ACTION, DECISION
from sphinx_eventreport.core.schema.tables import ADDRESS, EVENT, LOCATION, REPORT, TABLES, TALK
from sphinx_eventreport.optimize.items import ITEMS
from sphinx_eventreport.sphinx_ext.config import config_fields
from sphinx_eventreport.sphinx_ext.extension import report_directives
from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from sphinx_eventreport.core.dialects import Dialect
    from sphinx_eventreport.core.schema.table import Field

logger = logging.getLogger(__name__)

KEYS_AS_OPTIONS = {
    "event": (REPORT, EVENT, LOCATION, ADDRESS, EVENT),
    "talk": (TALK,),
    "decision": (DECISION,),
    "action": (ACTION,),
}
"""The tables whose keys are options of a directive; of two equal keys the last one is meant."""


class TableDirective(SphinxDirective):
    """A table whose cells are text in the markup of the page."""

    def table(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[nodes.Node]:
        """Return *rows* under *headings*."""
        group = nodes.tgroup(cols=len(headings))
        group.extend(nodes.colspec(colwidth=1) for _heading in headings)
        group += nodes.thead("", self._row(headings))
        group += nodes.tbody("", *(self._row(row) for row in rows))
        return [nodes.table("", group)]

    def _row(self, cells: Sequence[str]) -> nodes.row:
        return nodes.row("", *(nodes.entry("", self.paragraph(cell)) for cell in cells))

    def paragraph(self, text: str) -> nodes.paragraph:
        """Return *text*, which may have markup."""
        children, messages = self.parse_inline(text, lineno=self.lineno)
        return nodes.paragraph(text, "", *children, *messages)


class WarningTable(TableDirective):
    """Every subtype of our warnings with what it means, from the enumeration and its docstrings."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.env.note_dependency(inspect.getfile(problems))
        rows = [(f"`eventreport.{name}`", text) for name, text in subtype_docstrings().items()]
        return self.table(("Warning", "When"), rows)


class RecordTable(TableDirective):
    """A record of core: its docstring, and its fields with the text that is below each in the code."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the docstring and the table."""
        module, _dot, record = f"sphinx_eventreport.core.{self.arguments[0]}".rpartition(".")
        # It may be defined in a module of the package that has its name.
        path = Path(inspect.getfile(getattr(import_module(module), record)))
        self.env.note_dependency(str(path))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        [found] = [node for node in classes if node.name == record]
        rows = [(f"`{name}`", f"`{types}`", text) for name, types, text in record_fields(tree, found)]
        said = inspect.cleandoc(ast.get_docstring(found) or "").split("\n\n")
        return [
            *(self.paragraph(" ".join(text.split())) for text in said),
            *self.table(("Field", "Type", "What it holds"), rows),
        ]


def record_fields(tree: ast.Module, record: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and text of each field of *record*; types that *tree* gives a name are spelled out."""
    aliases = {ast.unparse(node.targets[0]): node.value for node in tree.body if isinstance(node, ast.Assign)}
    for field, text in pairwise(record.body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            types = re.sub(
                r"\w+", lambda name: _spelled(aliases.get(name[0]), name[0]), ast.unparse(field.annotation)
            )
            yield ast.unparse(field.target), types, ast.literal_eval(text.value)


def _spelled(alias: ast.expr | None, name: str) -> str:
    """Return the values that a name of a type stands for, as ``"a" | "b"``."""
    if not isinstance(alias, ast.Subscript):
        return name
    if ast.unparse(alias.value) != "Literal" or not isinstance(alias.slice, ast.Tuple):
        return ast.unparse(alias)
    return " | ".join(f'"{ast.literal_eval(value)}"' for value in alias.slice.elts)


class ConfigTable(TableDirective):
    """Every configuration value with its default and its help."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [(f"`{name}`", f"`{default!r}`", text) for name, default, _rebuild, text in config_fields()]
        return self.table(("Value", "Default", "Meaning"), rows)


class OptimizationTable(TableDirective):
    """Every optimization with what it does and the releases it was read for."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [(f"`{item.name}`", item.does, ", ".join(map(str, item.read_for)) or "any") for item in ITEMS]
        return self.table(("Name", "What it does", "Read for"), rows)


class ProviderTable(TableDirective):
    """The hosts whose decks and videos are known, with the shapes of their addresses."""

    _IN_FRAMES: ClassVar[Mapping[str, str]] = {
        "players": "its players",
        "all": "any page",
        "none": "nothing: a link",
    }

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [
            (
                provider.name,
                provider.kind,
                self._IN_FRAMES[provider.frames],
                " ".join(f"`{shape}`" for shape in provider.shapes),
            )
            for provider in sorted(PROVIDERS, key=lambda provider: (provider.kind, provider.name.casefold()))
        ]
        return self.table(("Host", "Shown as", "In a frame", "Addresses"), rows)


class FrameTable(TableDirective):
    """What frames are known that are neither slides nor recordings, and at which hosts."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        names: dict[str, dict[str, None]] = {}
        for provider in (*FRAMES, GOOGLE_MAPS, *CONTENT_HOSTS):
            if provider.kind != "page":
                names.setdefault(provider.kind, {})[provider.name] = None
        rows = [(kind, ", ".join(sorted(hosts, key=str.casefold))) for kind, hosts in sorted(names.items())]
        return self.table(("Shown as", "Hosts"), rows)


class FieldTable(TableDirective):
    """The keys of one map of the front matter, or of a person, from the table by which it is read."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the description of the map and its table."""
        [found] = [table for table in (*TABLES, PERSON) if table.name == self.arguments[0]]
        rows = [
            (f"`{row.name}`", row.kind.words, _with_default(row), f"`{row.example}`") for row in found.fields
        ]
        return [
            self.paragraph(found.description),
            *self.table(("Key", "Value", "Meaning", "Example"), rows),
        ]


class DialectTable(TableDirective):
    """What the keys of one dialect mean, from the table by which it is read."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        [found] = [dialect for dialect in DIALECTS if dialect.name == self.arguments[0]]
        rows = [(f"`{key}`", _meaning(found, key)) for key in found.aliases]
        return self.table((f"Key in {found.title}", "Read as"), rows)


class SpellingTable(TableDirective):
    """What keys mean in every dialect, from the table by which they are read."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        keys: dict[str, list[str]] = {}
        for key, alias in SPELLINGS.items():
            keys.setdefault(alias.to, []).append(f"`{key}`")
        rows = [(", ".join(written), f"`{to}`") for to, written in keys.items()]
        return self.table(("Keys, without hyphens and underscores", "Read as"), rows)


class DialectDetection(TableDirective):
    """What tells each dialect apart, in the order in which they are tried."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = [
            (found.title, f"`{found.name}`", found.detected_by) for found in DIALECTS if found is not NATIVE
        ]
        return self.table(("Dialect", "Name", "Detected by"), rows)


class DescribedNames(TableDirective):
    """Names from the code, each described by a line ``name: text`` of the content."""

    has_content = True
    heading: ClassVar[str]

    def names(self) -> Sequence[str]:
        """Return the names that the code has."""
        raise NotImplementedError

    def known(self) -> Mapping[str, str]:
        """Return the names that the code describes itself."""
        return {}

    def run(self) -> list[nodes.Node]:
        """Return the table, and complain of a name that only one side has."""
        described = {**self.known(), **dict(self._described())}
        names = list(self.names())
        for name in sorted({*names} ^ {*described}):
            what = "has no description" if name in names else "is not a name in the code"
            logger.warning("%r %s", name, what, location=self.get_location())
        return self.table(
            (self.heading, "Meaning"), [(f"`{name}`", described.get(name, "")) for name in names]
        )

    def _described(self) -> Iterable[tuple[str, str]]:
        for line in self.content:
            name, _colon, text = line.partition(":")
            if name.strip():
                yield name.strip(), text.strip()


class DirectiveOptions(DescribedNames):
    """The options of one of our directives; those that are keys of front matter are described there."""

    required_arguments = 1
    heading = "Option"

    def names(self) -> Sequence[str]:
        """Return the options, as they are written."""
        return list(report_directives()[self.arguments[0]].option_spec or {})

    def known(self) -> Mapping[str, str]:
        """Return the descriptions of the options that are keys of the front matter as well."""
        tables = KEYS_AS_OPTIONS.get(self.arguments[0], ())
        fields = {row.name: _with_default(row) for table in tables for row in table.fields}
        return {name: fields[name] for name in self.names() if name in fields}


class ListingFields(DescribedNames):
    """The fields by which a listing of one type filters and sorts."""

    required_arguments = 1
    heading = "Field"

    def names(self) -> Sequence[str]:
        """Return the fields of events or talks."""
        listing = OBJECT_TYPES[self.arguments[0]].listing
        return listing.compared if listing else ()


def _meaning(dialect: Dialect, key: str) -> str:
    alias = dialect.aliases[key]
    how = ", added to the list" if alias.merge else ", if nothing else says it" if alias.weak else ""
    again = f", and `{dialect.also[key].to}`" if key in dialect.also else ""
    return f"`{alias.to}`{how}{again}"


def _with_default(row: Field) -> str:
    return f"{row.description} Without it: {row.default}." if row.default else row.description


def subtype_docstrings() -> Mapping[str, str]:
    """Return the first paragraph of the docstring below each member of ``Subtype``, by value."""
    [enumeration] = [
        node
        for node in ast.parse(inspect.getsource(problems)).body
        if isinstance(node, ast.ClassDef) and node.name == Subtype.__name__
    ]
    found = {}
    for member, docstring in zip(enumeration.body, enumeration.body[1:], strict=False):
        match member, docstring:
            case ast.Assign(value=ast.Constant(value=str(value))), ast.Expr(ast.Constant(value=str(text))):
                found[value] = " ".join(inspect.cleandoc(text).partition("\n\n")[0].split())
    if list(found) != [member.value for member in Subtype]:
        message = "a member of Subtype has no docstring"
        raise ValueError(message)
    return found


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("warning-table", WarningTable)
    app.add_directive("config-table", ConfigTable)
    app.add_directive("optimization-table", OptimizationTable)
    app.add_directive("field-table", FieldTable)
    app.add_directive("dialect-table", DialectTable)
    app.add_directive("record-table", RecordTable)
    app.add_directive("spelling-table", SpellingTable)
    app.add_directive("dialect-detection", DialectDetection)
    app.add_directive("provider-table", ProviderTable)
    app.add_directive("frame-table", FrameTable)
    app.add_directive("directive-options", DirectiveOptions)
    app.add_directive("listing-fields", ListingFields)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
