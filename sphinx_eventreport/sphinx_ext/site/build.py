"""All that one build has besides the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.builders import Builder

    from sphinx_eventreport.core.files.archive_lock import ArchivedDeck
    from sphinx_eventreport.sphinx_ext.log import PageProblems
    from sphinx_eventreport.sphinx_ext.site.decks import SiteDecks
    from sphinx_eventreport.sphinx_ext.site.object_type import ObjectType


@dataclass(frozen=True, slots=True)
class Build:
    """Made once for each build, when its builder is there."""

    builder: Builder
    """The builder."""
    types: Mapping[str, ObjectType[Any]]
    """The types of objects by name."""
    decks: SiteDecks
    """The decks of the site."""
    archive: Mapping[str, ArchivedDeck]
    """The hosted decks whose copies are in the source tree, by the key of their URL."""
    written: Mapping[str, str]
    """The digests of what this builder wrote last, by docname and by name of an index."""
    old_problems: Mapping[str, PageProblems]
    """The problems of pages as this builder wrote them last."""
    is_after_kill: bool = False
    """Whether this builder was ended while it wrote, so that what is there may be half there."""
    resolved: dict[str, PageProblems] = field(default_factory=dict)
    """Those of the pages that were resolved in this build, filled as it goes."""
    indices: frozenset[str] = frozenset()
    """The indices of which the builder makes pages, to which names can lead."""
    writes_single_pages: bool = False
    """Whether the builder certainly writes each page as a document of its own."""
