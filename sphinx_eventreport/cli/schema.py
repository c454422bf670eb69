"""``sphinx-eventreport schema``: the JSON Schema of front matter, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.terminal import Exit

if TYPE_CHECKING:
    import argparse


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Print the JSON Schema of the front matter of a report, for editors."
    subparsers.add_parser("schema", help=text, description=text).set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Print the schema; return the exit code."""
    from sphinx_eventreport.core.schema import json_schema  # noqa: PLC0415

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return Exit.OK
