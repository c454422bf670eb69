"""Plain values -> front matter in YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 80
"""Columns after which a text goes on in the next line, where YAML lets it."""


class _Dumper(yaml.SafeDumper):
    """Writes a value twice where it is used twice: people do not read YAML's references."""

    def ignore_aliases(self, _data: object) -> bool:
        """Return that *_data* is never referred to."""
        return True


def write_front_matter(mapping: Mapping[str, object]) -> str:
    """Return *mapping* as YAML between fences, in its order: text, numbers, booleans, dates, lists, maps."""
    text = yaml.dump(dict(mapping), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return f"---\n{text}---\n"
