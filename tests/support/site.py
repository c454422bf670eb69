"""A site in a temporary folder, built by the real Sphinx."""

from __future__ import annotations

import hashlib
import io
import os
import re
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from jinja2.bccache import BytecodeCache
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils import nodes
    from jinja2.bccache import Bucket

CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\n'
KEPT_PAGES = "EVENTREPORT_KEPT_PAGES"
"""The variable with the folder in which `.ci/long` wants the pages of all tests, for the Nu validator."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def png(width: int = 8, height: int = 5) -> bytes:
    """Return a picture: a grey PNG."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 180]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
"""A PDF of one empty page."""


class _Templates(BytecodeCache):
    """The compiled templates of all builds in this process; compiling takes half the time of a small one."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_TEMPLATES = _Templates()


class _TemplateCode:
    """The code of templates that the package keeps beside doctrees, handed on from site to site.

    Jinja's cache has no code of style sheets and scripts, which takes a tenth of a small build to make.
    """

    def __init__(self) -> None:
        self._content = b""

    def hand_on(self, doctrees: Path) -> None:
        """Put it into a folder of *doctrees* that has none."""
        path = self._path(doctrees)
        if self._content and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._content)

    def take(self, doctrees: Path) -> None:
        """Take what a build has left there."""
        path = self._path(doctrees)
        if path.exists():
            self._content = path.read_bytes()

    @staticmethod
    def _path(doctrees: Path) -> Path:
        return doctrees / "eventreport" / "templates.bin"


_CODE = _TemplateCode()


@dataclass
class Built:
    """What one build left: its pages, its warnings, the files it wrote."""

    outdir: Path
    warnings: list[str]
    written: set[str]
    app: Sphinx

    def page(self, name: str) -> BeautifulSoup:
        """Return the parsed HTML page *name*."""
        return BeautifulSoup((self.outdir / f"{name}.html").read_text(encoding="utf-8"), "html.parser")

    def body(self, name: str) -> Tag:
        """Return the article body of the HTML page *name*."""
        found = self.page(name).select_one("div.body, article, [role=main]")
        assert found is not None
        return found

    def doctree(self, name: str) -> nodes.document:
        """Return the document *name* as it was read."""
        return self.app.env.get_doctree(name)

    def resolved(self, name: str) -> nodes.document:
        """Return the document *name* as the writer gets it."""
        document = self.doctree(name)
        self.app.env.apply_post_transforms(document, name)
        return document


@dataclass
class Site:
    """A source folder and the folders of its builds, and where slides are kept if not beside them."""

    root: Path
    conf: str = CONF
    store: Path | None = None
    compiles_templates: bool = False
    """Whether each folder of doctrees begins without the code of templates, as for a user."""
    _digests: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    @property
    def source(self) -> Path:
        """The source directory."""
        return self.root / "docs"

    def write(self, files: Mapping[str, str | bytes]) -> Site:
        """Write *files*, by their paths in the source directory."""
        for name, content in {"conf.py": self.conf, **files}.items():
            path = self.source / name
            if name == "conf.py" and path.exists() and "conf.py" not in files:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace *old* by *new* in a source file."""
        path = self.source / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def remove(self, name: str) -> None:
        """Delete a source file."""
        (self.source / name).unlink()

    def build(  # noqa: PLR0913
        self,
        builder: str = "html",
        *,
        out: str | None = None,
        doctrees: str = "doctrees",
        parallel: int = 1,
        config: Mapping[str, object] | None = None,
        fail_before_writing: bool = False,
    ) -> Built:
        """Build, and tell which files were written."""
        outdir = self.root / (out or f"out-{builder}")
        doctreedir = self.root / doctrees
        if not self.compiles_templates:
            _CODE.hand_on(doctreedir)
        before = _stamps(outdir)
        stream = io.StringIO()
        kept = {"eventreport_deck_store": str(self.store)} if self.store else {}
        # Sphinx has one set of translations for the process, in which the language of an earlier build stays.
        translators.clear()
        with patch_docutils(self.source), docutils_namespace():
            app = Sphinx(
                self.source,
                self.source,
                outdir,
                doctreedir,
                builder,
                confoverrides={**kept, **(config or {})},
                status=None,
                warning=stream,
                parallel=parallel,
            )
            if isinstance(app.builder, StandaloneHTMLBuilder):
                app.builder.templates.environment.bytecode_cache = _TEMPLATES
            if fail_before_writing:
                app.connect("env-check-consistency", _stop)
            app.build()
        _CODE.take(doctreedir)
        after = _stamps(outdir)
        warnings = [line for line in _COLOUR.sub("", stream.getvalue()).splitlines() if line.strip()]
        written = {name for name, stamp in after.items() if before.get(name) != stamp}
        _keep_pages(outdir)
        return Built(outdir, warnings, written, app)


def _stop(_app: Sphinx, _env: object) -> None:
    message = "stop"
    raise RuntimeError(message)


def _keep_pages(outdir: Path) -> None:
    """Copy the pages of HTML to the folder that `KEPT_PAGES` names, if it does; those that are alike once."""
    kept = os.environ.get(KEPT_PAGES)
    for path in outdir.rglob("*.html") if kept else ():
        content = path.read_bytes()
        name = f"{hashlib.sha256(content).hexdigest()[:16]}-{path.name}"
        Path(str(kept), name).write_bytes(content)


def _stamps(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }
