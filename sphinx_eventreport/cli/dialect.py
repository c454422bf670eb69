"""``--dialect``: what the configuration of a site says by ``eventreport_dialect``, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.dialects import DIALECTS

if TYPE_CHECKING:
    import argparse


def add_dialect(parser: argparse.ArgumentParser) -> None:
    """Add the option to *parser*."""
    names = [dialect.name for dialect in DIALECTS]
    parser.add_argument(
        "--dialect",
        metavar="NAME",
        choices=names,
        help=f"the dialect of most pages ({', '.join(names)}), as eventreport_dialect says it in conf.py",
    )
