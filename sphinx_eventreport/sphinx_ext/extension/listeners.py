"""Who is called at which event of Sphinx: first the order, then each room."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.books.builders import hold_reports
from sphinx_eventreport.sphinx_ext.exports import head
from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.indices import pages as index_pages
from sphinx_eventreport.sphinx_ext.indices import toctree as index_toctree
from sphinx_eventreport.sphinx_ext.listings import toctree as listing_toctree
from sphinx_eventreport.sphinx_ext.page import descriptions, html_context, pictures
from sphinx_eventreport.sphinx_ext.people import file as people_reading
from sphinx_eventreport.sphinx_ext.raw_html import authorship
from sphinx_eventreport.sphinx_ext.reading import (
    encoding,
    heading_levels,
    heading_links,
    markdown,
    pyvideo_events,
)
from sphinx_eventreport.sphinx_ext.reading import source_read as reading
from sphinx_eventreport.sphinx_ext.reading.audience import read_included
from sphinx_eventreport.sphinx_ext.rebuild import new_authors, old_problems, unfinished
from sphinx_eventreport.sphinx_ext.rebuild import stale as freshness
from sphinx_eventreport.sphinx_ext.rebuild.begin import begin_build
from sphinx_eventreport.sphinx_ext.search import events as search_events
from sphinx_eventreport.sphinx_ext.search import pagefind
from sphinx_eventreport.sphinx_ext.search.pagefind_marks import mark_repeats
from sphinx_eventreport.sphinx_ext.slides import archived, download_names
from sphinx_eventreport.sphinx_ext.slides import events as deck_events
from sphinx_eventreport.sphinx_ext.visibility import unlisted
from sphinx_eventreport.sphinx_ext.visibility.drafts import Drafts
from sphinx_eventreport.sphinx_ext.visibility.internal import InternalOutput, keep_source_back
from sphinx_eventreport.sphinx_ext.visibility.published_state import keep_names_back
from sphinx_eventreport.sphinx_ext.visibility.search_index import forget_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx


def connect_listeners(app: Sphinx) -> None:
    """Connect all of them but what waits for a configuration; those of one event are called in this order."""
    _connect_reading(app)
    app.connect("builder-inited", index_toctree.name_indices)
    app.connect("builder-inited", deck_events.stop_workers)
    app.connect("builder-inited", hold_reports)
    _connect_visibility(app)
    app.connect("html-page-context", index_pages.draw_index)
    app.connect("doctree-read", index_toctree.keep_out_of_books, priority=400)
    # After Sphinx has made outline and title of the page.
    app.connect("doctree-read", heading_links.unlink_outlines, priority=600)
    app.connect("doctree-read", download_names.keep_names, priority=600)
    _connect_search(app)
    app.connect("env-get-updated", people_reading.note_pictures)
    # Before Sphinx and we look at what toctrees hold.
    app.connect("env-get-updated", listing_toctree.fill_toctrees, priority=400)
    _connect_rebuild(app)
    _connect_pages(app)
    app.connect("env-get-outdated", archived.pages_with_other_copies)
    app.connect("env-get-outdated", pictures.pages_with_other_covers)
    app.connect("env-get-outdated", reading.find_new_metadata)
    app.connect("env-get-outdated", pyvideo_events.find_new_talks)
    app.connect("write-started", deck_events.draw_slides)
    app.connect("build-finished", deck_events.tidy_up)


def _connect_reading(app: Sphinx) -> None:
    """Have sources read as reports, and what is for the whole site read before them."""
    app.connect("builder-inited", encoding.read_tolerantly)
    app.connect("builder-inited", heading_levels.allow_any_level)
    # After Sphinx has made a mapping of the suffixes.
    app.connect("config-inited", markdown.read_posts, priority=900)
    app.connect("config-inited", pyvideo_events.find_events, priority=900)
    app.connect("source-read", reading.read_source)
    app.connect("include-read", read_included)
    app.connect("source-read", authorship.remember_source, priority=100_000)
    # The first event of each build: an application can be built more than once.
    app.connect("env-get-outdated", _at_first(partial(begin_build, types=OBJECT_TYPES)))
    app.connect("env-get-outdated", _at_first(people_reading.read_people_file))


def _connect_visibility(app: Sphinx) -> None:
    """Keep back what is internal, a draft or unlisted."""
    internal = InternalOutput()
    app.connect("builder-inited", internal.begin, priority=100)
    app.connect("build-finished", internal.end, priority=950)
    app.connect("html-page-context", keep_source_back)
    drafts = Drafts()
    app.connect("builder-inited", drafts.miss_none)
    app.connect("env-get-outdated", drafts.hide)
    app.connect("doctree-read", unlisted.mark_page, priority=600)
    # Before listings and digests are made of what is left.
    app.connect("env-get-updated", unlisted.leave_out_of_general_index, priority=300)
    app.connect("env-get-updated", unlisted.leave_out_of_site_map, priority=300)
    app.connect("env-get-updated", forget_words(drafts))
    app.connect("build-finished", keep_names_back(drafts))
    app.connect("write-started", unlisted.leave_out_of_inventory)
    app.connect("html-collect-pages", unlisted.leave_out_of_search)


def _connect_search(app: Sphinx) -> None:
    """Have a search find what reports say."""
    app.connect("doctree-read", search_events.collect_words, priority=600)
    app.connect("builder-inited", search_events.make_index_ours)
    app.connect("html-page-context", search_events.add_script)
    app.connect("html-page-context", mark_repeats, priority=600)
    app.connect("build-finished", pagefind.index_records)


def _connect_pages(app: Sphinx) -> None:
    """Have templates, and what is written beside a page, know its report."""
    app.connect("html-page-context", html_context.complete_context)
    app.connect("html-page-context", head.write_what_is_beside)
    app.connect("write-started", head.copy_pictures_of_reports)
    app.connect("html-page-context", descriptions.describe_report, priority=400)
    app.connect("doctree-read", descriptions.begin_with_text, priority=600)


def _connect_rebuild(app: Sphinx) -> None:
    """Have each build look at what changed, at what failed, and at what a killed build left."""
    app.connect("env-get-outdated", old_problems.pages_to_try_again)
    app.connect("env-get-outdated", new_authors.pages_with_new_authors)
    app.connect("env-get-outdated", unfinished.pages_half_read)
    app.connect("env-before-read-docs", unfinished.begin_reading, priority=900)
    app.connect("env-updated", old_problems.say_what_was_read)
    app.connect("env-get-updated", freshness.stale_pages)
    app.connect("env-get-updated", old_problems.pages_to_show_again)
    app.connect("env-get-updated", freshness.note_files, priority=800)
    app.connect("env-get-updated", unfinished.begin_writing, priority=900)
    app.connect("env-check-consistency", unfinished.end_reading)
    app.connect("build-finished", old_problems.say_what_was_written)
    app.connect("build-finished", freshness.remember_written)
    app.connect("build-finished", unfinished.end_build, priority=900)


def _at_first(prepare: Callable[[Sphinx], None]) -> Callable[..., list[str]]:
    """Return *prepare* as a listener of ``env-get-outdated``, which makes no page outdated."""

    def listener(app: Sphinx, *_documents: object) -> list[str]:
        prepare(app)
        return []

    return listener
