"""An inventory that would say the same is not written once more."""

from __future__ import annotations

import hashlib
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import INVENTORY_FILENAME

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.patching import replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx


def keep_inventory(app: Sphinx) -> AbstractContextManager[None]:
    """Have the builder leave an inventory alone that names the same objects.

    Sphinx writes it after every build, and most of that is to compress it as well as can be. Few edits
    change what objects are called or where they are.
    """
    # Only builders that write pages of HTML have an inventory.
    dump: Callable[[], None] | None = getattr(app.builder, "dump_inventory", None)
    if dump is None:
        return nullcontext()
    return replaced(app.builder, "dump_inventory", lambda: _dump_if_changed(app, dump))


def _dump_if_changed(app: Sphinx, dump: Callable[[], None]) -> None:
    inventory = Path(app.outdir, INVENTORY_FILENAME)
    noted = _state_file(app)
    objects = _objects(app)
    if not (noted.is_file() and noted.read_bytes() == objects + _content(inventory)):
        dump()
        OutputFolder(noted.parent).write(noted.name, objects + _content(inventory))


def _state_file(app: Sphinx) -> Path:
    """Return the file beside the doctrees that belongs to the inventory of this builder and output folder."""
    place = hashlib.sha256(str(app.outdir).encode()).hexdigest()[:16]
    return Path(app.doctreedir, "eventreport", f"{app.builder.name}-{place}.inventory")


def _objects(app: Sphinx) -> bytes:
    """Return a digest of all that an inventory is made of."""
    names = [(domain.name, sorted(domain.get_objects())) for domain in app.env.domains.sorted()]
    places = [(docname, app.builder.get_target_uri(docname)) for docname in sorted(app.env.all_docs)]
    made_of = (app.config.project, app.config.version, names, places)
    return hashlib.sha256(repr(made_of).encode(errors="surrogatepass")).digest()


def _content(inventory: Path) -> bytes:
    """Return a digest of the file on disk, where somebody else may have changed it."""
    return hashlib.sha256(inventory.read_bytes()).digest() if inventory.is_file() else b""
