"""Transforms that stand in for others while a site is built: they do the same for less work."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from docutils.transforms import Transform
    from sphinx.application import Sphinx


class StandIn(type):
    """The class of a transform that equals its base, for which it stands in Sphinx's lists.

    So an extension finds there what it looks for: `app.registry.get_transforms().remove(X)`.
    """

    def __eq__(cls, other: object) -> bool:
        return other is cls or other is cls.__base__

    def __hash__(cls) -> int:
        return hash(cls.__base__)


def unless_idle(transform: type[Transform], needed: Callable[[nodes.document], bool]) -> type[Transform]:
    """Return a stand-in for *transform* that is applied only where there is what is *needed*."""
    applied: Any = transform

    def apply(self: Transform, **kwargs: Any) -> None:
        if needed(self.document):
            applied.apply(self, **kwargs)

    names = {"apply": apply, "__module__": transform.__module__, "__doc__": transform.__doc__}
    stand_in: Any = StandIn(transform.__name__, (transform,), names)
    return stand_in  # type: ignore[no-any-return]


@contextmanager
def standing_in(app: Sphinx, stand_in: Callable[[type[Transform]], type[Transform] | None]) -> Iterator[None]:
    """Have each transform of *app* represented by what *stand_in* returns for it, if anything."""
    lists = (app.registry.get_transforms(), app.registry.get_post_transforms())
    for transforms in lists:
        transforms[:] = [stand_in(transform) or transform for transform in transforms]
    try:
        yield
    finally:
        for transforms in lists:
            transforms[:] = [_itself(transform) for transform in transforms]


def _itself(transform: type[Transform]) -> type[Transform]:
    """Return the transform that *transform* stands for; most do for themselves."""
    return transform.__base__ or transform if isinstance(transform, StandIn) else transform
