"""An economy of the inventory: one that would say the same is not written once more."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import INVENTORY_FILENAME

from sphinx_eventreport.sphinx_ext.rebuild.written import state_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def keep_inventory(app: Sphinx, builder: Builder) -> None:
    """Have *builder* leave an inventory alone that names the same objects (``write-started``).

    Sphinx writes it after every build, and most of that is to compress it as well as can be. Few edits
    change what objects are called or where they are.
    """
    # Only builders that write pages of HTML have an inventory.
    dump: Callable[[], None] | None = getattr(builder, "dump_inventory", None)
    if dump is not None:
        builder.dump_inventory = lambda: _dump_if_changed(app, builder, dump)  # type: ignore[attr-defined]


def _dump_if_changed(app: Sphinx, builder: Builder, dump: Callable[[], None]) -> None:
    inventory = Path(app.outdir, INVENTORY_FILENAME)
    noted = state_file(app, "inventory")
    objects = _objects(app, builder)
    if not (noted.is_file() and noted.read_bytes() == objects + _content(inventory)):
        dump()
        noted.parent.mkdir(parents=True, exist_ok=True)
        noted.write_bytes(objects + _content(inventory))


def _objects(app: Sphinx, builder: Builder) -> bytes:
    """Return a digest of all that an inventory is made of."""
    names = [(domain.name, sorted(domain.get_objects())) for domain in app.env.domains.sorted()]
    places = [(docname, builder.get_target_uri(docname)) for docname in sorted(app.env.all_docs)]
    made_of = (app.config.project, app.config.version, names, places)
    return hashlib.sha256(repr(made_of).encode(errors="surrogatepass")).digest()


def _content(inventory: Path) -> bytes:
    """Return a digest of what stands on the disk, where somebody else may have changed it."""
    return hashlib.sha256(inventory.read_bytes()).digest() if inventory.is_file() else b""
