"""The tags of style sheets and scripts are the same on all pages, and asked of the disk for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.optimize.listeners import listening

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from docutils import nodes
    from sphinx.application import Sphinx

    Tag = Callable[[object], str]


def remember_tags(app: Sphinx) -> AbstractContextManager[None]:
    """Have each tag made once for a path that pages write in it."""
    return listening(app, "html-page-context", RememberedTags())


class RememberedTags:
    """The tags of style sheets and scripts, by the path that a page has to write in them.

    Such a tag holds a checksum of the file. Sphinx remembers the checksum, but asks the disk where
    each of some ten files really is, for each page.
    """

    def __init__(self) -> None:
        """Start with no tag; there is one memory for each build."""
        self._tags: dict[tuple[str, object, str], str] = {}

    def __call__(
        self,
        _app: Sphinx,
        _pagename: str,
        _template: str,
        context: dict[str, Any],
        _doctree: nodes.document | None,
    ) -> None:
        """Remember what Sphinx's own functions return (``html-page-context``)."""
        for name in ("css_tag", "js_tag"):
            make: Any = context.get(name)
            if getattr(make, "__module__", None) == "sphinx.builders.html":
                context[name] = self._remembering(name, make, context["pathto"])

    def _remembering(self, name: str, make: Tag, pathto: Callable[..., str]) -> Tag:
        def tag(asset: object) -> str:
            # A script is an object with a file name, or one with its text, or a file name.
            filename = getattr(asset, "filename", asset)
            key = (name, asset, pathto(str(filename), resource=True) if filename else "")
            found = self._tags.get(key)
            if found is None:
                found = self._tags[key] = make(asset)
            return found

        return tag
