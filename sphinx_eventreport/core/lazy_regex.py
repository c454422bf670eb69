"""Regular expressions that are compiled when they are first used.

There are some four hundred, and to compile them takes longer than all else that is done while the modules are
imported. A build without a change uses few of them, and a command may use none.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import AnyStr, Generic, cast


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what ``re.compile`` returns, compiled when one of its methods is first asked for.

    An expression that is wrong raises ``re.error`` then, not when its module is imported. Functions of
    ``re`` do not take it: call its methods.
    """
    return cast("re.Pattern[AnyStr]", _LazyRegex(pattern, flags))


class _LazyRegex(Generic[AnyStr]):
    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        """Keep the attribute *name* of the compiled pattern, so that this is not called for it again."""
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value
