"""``--dialect`` and ``--pattern``: which pages are reports, as the ``conf.py`` of a site says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import DIALECTS
from sphinx_eventreport.core.files.settings import SettingsReader

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add the options to *parser*."""
    names = [dialect.name for dialect in DIALECTS]
    parser.add_argument(
        "--dialect",
        metavar="NAME",
        choices=names,
        help=f"the dialect of most pages ({', '.join(names)}), in place of eventreport_dialect in conf.py",
    )
    parser.add_argument(
        "--pattern",
        metavar="PATTERN",
        action="append",
        default=[],
        help="a pattern of documents that are reports even where they do not say so, beside those of "
        "eventreport_patterns in conf.py; may be given several times",
    )


def settings_of(arguments: argparse.Namespace, folder: Path) -> SettingsReader:
    """Return what *arguments* and the ``conf.py`` of each site say.

    Without a ``conf.py`` patterns count from *folder*.
    """
    return SettingsReader(folder, tuple(arguments.pattern), arguments.dialect)
