"""The one place where a build gets what it has besides the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_eventreport.sphinx_ext.indices.pages import made_indices
from sphinx_eventreport.sphinx_ext.rebuild.unfinished import was_killed
from sphinx_eventreport.sphinx_ext.rebuild.written import read_problems, read_state
from sphinx_eventreport.sphinx_ext.site.build import Build
from sphinx_eventreport.sphinx_ext.site.builder_kinds import writes_single_pages
from sphinx_eventreport.sphinx_ext.site.domain import report_domain
from sphinx_eventreport.sphinx_ext.slides.archived import open_archive
from sphinx_eventreport.sphinx_ext.slides.events import open_decks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx

    from sphinx_eventreport.sphinx_ext.site.object_type import ObjectType


def begin_build(app: Sphinx, types: Mapping[str, ObjectType[Any]]) -> None:
    """Tell the domain what this build has, and which *types* of objects there are."""
    build = Build(
        builder=app.builder,
        types=types,
        decks=open_decks(app),
        archive=open_archive(app),
        # What was written counts for nothing where it may be half there.
        written={} if was_killed(app) else read_state(app),
        old_problems=read_problems(app),
        is_after_kill=was_killed(app),
        indices=made_indices(app.builder),
        writes_single_pages=writes_single_pages(app.builder),
    )
    domain = report_domain(app.env)
    domain.begin(build)
    domain.texts.before.clear()
