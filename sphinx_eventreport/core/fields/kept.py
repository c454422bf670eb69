"""Values that nobody reads, as they are kept for `import`."""

from __future__ import annotations

import datetime as dt
import math

_LONGEST_TEXT = 1_000
_MOST_ITEMS = 100


def plain(value: object) -> object:
    """Return *value* as texts, numbers and tuples, which compare, hash and pickle; long ones are cut."""
    if isinstance(value, str):
        return value[:_LONGEST_TEXT]
    if isinstance(value, list):
        return tuple(plain(item) for item in value[:_MOST_ITEMS])
    if isinstance(value, dict):
        return tuple((str(key), plain(item)) for key, item in list(value.items())[:_MOST_ITEMS])
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value
