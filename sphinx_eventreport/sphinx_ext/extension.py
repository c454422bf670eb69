"""All that is registered with Sphinx, and when each handler is called.

The few things that wait for a site's configuration, or are for single pages, are registered by handlers that
are connected here: short names of directives and roles, suffixes of sources, style sheets and scripts.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from sphinx.domains import ObjType

from sphinx_eventreport import __version__
from sphinx_eventreport.sphinx_ext.books.builders import hold_reports
from sphinx_eventreport.sphinx_ext.config import check_config, config_fields
from sphinx_eventreport.sphinx_ext.config.misspelt import check_names
from sphinx_eventreport.sphinx_ext.exports import head
from sphinx_eventreport.sphinx_ext.exports.transforms import LinkCalendar
from sphinx_eventreport.sphinx_ext.indices import pages as index_pages
from sphinx_eventreport.sphinx_ext.indices import toctree as index_toctree
from sphinx_eventreport.sphinx_ext.indices.of_domain import INDICES
from sphinx_eventreport.sphinx_ext.inline.own_links import ResolveOwnLinks
from sphinx_eventreport.sphinx_ext.inline.roles import ReportRole, add_embeds, add_short_names
from sphinx_eventreport.sphinx_ext.inline.site_links import ResolveSiteLinks
from sphinx_eventreport.sphinx_ext.inline.unknown_names import unknown_target
from sphinx_eventreport.sphinx_ext.listings import toctree as listing_toctree
from sphinx_eventreport.sphinx_ext.listings.directives import listing_directive
from sphinx_eventreport.sphinx_ext.listings.transforms import AddTrail, ResolveListings
from sphinx_eventreport.sphinx_ext.messages import CATALOG, LOCALE_FOLDER
from sphinx_eventreport.sphinx_ext.minutes.directives import (
    ActionDirective,
    AttendeesDirective,
    ConclusionDirective,
    DecisionDirective,
    KeyPointsDirective,
)
from sphinx_eventreport.sphinx_ext.minutes.said_by import ByRole
from sphinx_eventreport.sphinx_ext.minutes.transforms import SayStates
from sphinx_eventreport.sphinx_ext.minutes.words import ReadWords
from sphinx_eventreport.sphinx_ext.nodes import (
    eventreport_editions,
    eventreport_internal,
    eventreport_listing,
    eventreport_minutes_state,
    eventreport_object,
    eventreport_object_state,
    eventreport_slide_place,
    eventreport_subject,
    eventreport_talk,
)
from sphinx_eventreport.sphinx_ext.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.page import descriptions, html_context, pictures
from sphinx_eventreport.sphinx_ext.page.audience import AudienceDirective, TakeOutInternal
from sphinx_eventreport.sphinx_ext.page.docinfo import LendFrontMatter, TakeFrontMatterBack
from sphinx_eventreport.sphinx_ext.page.gettext import AddMessages
from sphinx_eventreport.sphinx_ext.page.transforms import (
    AssemblePage,
    ConvertHtml,
    KeepSourceTitles,
    NestSections,
)
from sphinx_eventreport.sphinx_ext.people import file as people_reading
from sphinx_eventreport.sphinx_ext.people.transforms import (
    AddMentions,
    LinkEditions,
    NamePeople,
    ResolveSubjects,
)
from sphinx_eventreport.sphinx_ext.raw_html import authorship
from sphinx_eventreport.sphinx_ext.raw_html.raw_directive import RawDirective
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
from sphinx_eventreport.sphinx_ext.search.pagefind_marks import NameHeadings, mark_repeats
from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN
from sphinx_eventreport.sphinx_ext.slides import archived, download_names
from sphinx_eventreport.sphinx_ext.slides import events as deck_events
from sphinx_eventreport.sphinx_ext.slides.directives import (
    EmbedDirective,
)
from sphinx_eventreport.sphinx_ext.slides.show import ShowSlides
from sphinx_eventreport.sphinx_ext.visibility import unlisted
from sphinx_eventreport.sphinx_ext.visibility.drafts import Drafts
from sphinx_eventreport.sphinx_ext.visibility.internal import InternalOutput, keep_source_back
from sphinx_eventreport.sphinx_ext.visibility.search_index import forget_words
from sphinx_eventreport.sphinx_ext.writers.html import HoldFigures
from sphinx_eventreport.sphinx_ext.writers.latex import PrepareForLatex
from sphinx_eventreport.sphinx_ext.writers.native import UseDocutilsNodes
from sphinx_eventreport.sphinx_ext.writers.table import VISITORS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

OPTIMIZE = "eventreport_optimize"
"""The configuration value of `sphinx_eventreport.optimize`."""


def setup_extension(app: Sphinx) -> ExtensionMetadata:
    """Register everything, the two extensions that we build on, and the one that makes builds faster."""
    markdown.load_markdown(app)
    app.setup_extension("sphinx_design")
    app.add_message_catalog(CATALOG, str(LOCALE_FOLDER))
    _add_config(app)
    _add_domain(app)
    _add_nodes(app)
    app.add_source_parser(pyvideo_events.PyvideoParser)
    _add_raw_directive(app)
    _add_transforms(app)
    _connect(app)
    _load_optimize(app)
    return {
        "version": __version__,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _add_config(app: Sphinx) -> None:
    for name, default, rebuild, _help in config_fields():
        # What a value may be is checked by `check_config`, which also says how to write it.
        app.add_config_value(name, default, rebuild, types=Any)
    app.connect("config-inited", check_config)
    app.connect("config-inited", check_names, priority=900)
    app.connect("config-inited", html_context.add_static_files)


def _add_domain(app: Sphinx) -> None:
    ReportDomain.object_types = {name: ObjType(found.title, name) for name, found in OBJECT_TYPES.items()}
    app.add_domain(ReportDomain)
    for index in INDICES:
        app.add_index_to_domain(DOMAIN, index)
    directives = report_directives()
    for name, directive in directives.items():
        app.add_directive_to_domain(DOMAIN, name, directive)
    roles = {**{name: ReportRole(name) for name in OBJECT_TYPES}, "by": ByRole()}
    for name, role in roles.items():
        app.add_role_to_domain(DOMAIN, name, role)
    # After all extensions are set up, so that the short names give way to every other one.
    app.connect("config-inited", add_short_names(directives, roles), priority=900)
    app.connect("config-inited", add_embeds(EmbedDirective), priority=900)
    app.connect("warn-missing-reference", unknown_target)


_WITHOUT_NAMES: Mapping[str, type[Directive]] = {
    "resolution": DecisionDirective,
    "action-item": ActionDirective,
    "attendees": AttendeesDirective,
    "key-points": KeyPointsDirective,
    "conclusion": ConclusionDirective,
    "audience": AudienceDirective,
}
"""Other names of directives, and directives that make nothing to refer to."""


def report_directives() -> Mapping[str, type[Directive]]:
    """Return the directive that makes an object of each type, and the one that lists them."""
    lists = {f"{name}-list": listing_directive(name) for name, found in OBJECT_TYPES.items() if found.listing}
    own = {name: found.directive for name, found in OBJECT_TYPES.items()}
    return {**own, **lists, **_WITHOUT_NAMES}


def _add_raw_directive(app: Sphinx) -> None:
    # It is the directive of docutils, which says of its nodes where they come from.
    app.add_directive("raw", RawDirective, override=True)


def _add_nodes(app: Sphinx) -> None:
    for node, visitors in VISITORS.items():
        app.add_node(node, **visitors)  # type: ignore[arg-type]
    # Replaced before any writer sees them.
    app.add_node(eventreport_slide_place)
    app.add_node(eventreport_listing)
    app.add_node(eventreport_internal)
    app.add_node(eventreport_talk)
    app.add_node(eventreport_subject)
    app.add_node(eventreport_object)
    app.add_node(eventreport_editions)
    app.add_node(eventreport_minutes_state)
    app.add_node(eventreport_object_state)


def _add_transforms(app: Sphinx) -> None:
    app.add_transform(TakeOutInternal)
    app.add_transform(NestSections)
    app.add_transform(ConvertHtml)
    app.add_transform(KeepSourceTitles)
    app.add_transform(ReadWords)
    app.add_transform(AssemblePage)
    app.add_transform(LendFrontMatter)
    app.add_transform(TakeFrontMatterBack)
    app.add_post_transform(ResolveListings)
    app.add_post_transform(ResolveOwnLinks)
    app.add_post_transform(ResolveSiteLinks)
    app.add_post_transform(NamePeople)
    app.add_post_transform(ResolveSubjects)
    app.add_post_transform(LinkEditions)
    app.add_post_transform(SayStates)
    app.add_post_transform(AddMentions)
    app.add_post_transform(AddTrail)
    app.add_post_transform(LinkCalendar)
    app.add_post_transform(ShowSlides)
    app.add_post_transform(AddMessages)
    app.add_post_transform(PrepareForLatex)
    app.add_post_transform(HoldFigures)
    app.add_post_transform(UseDocutilsNodes)
    app.add_post_transform(NameHeadings)
    app.add_post_transform(old_problems.NoteProblems)


def _connect(app: Sphinx) -> None:
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
    app.connect("builder-inited", index_toctree.name_indices)
    app.connect("builder-inited", deck_events.stop_workers)
    app.connect("builder-inited", hold_reports)
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
    app.connect("write-started", unlisted.leave_out_of_inventory)
    app.connect("html-collect-pages", unlisted.leave_out_of_search)
    app.connect("html-page-context", index_pages.draw_index)
    app.connect("doctree-read", index_toctree.keep_out_of_books, priority=400)
    # After Sphinx has made outline and title of the page.
    app.connect("doctree-read", heading_links.unlink_outlines, priority=600)
    app.connect("doctree-read", download_names.keep_names, priority=600)
    app.connect("doctree-read", search_events.collect_words, priority=600)
    app.connect("builder-inited", search_events.make_index_ours)
    app.connect("html-page-context", search_events.add_script)
    app.connect("html-page-context", mark_repeats, priority=600)
    app.connect("build-finished", pagefind.index_records)
    app.connect("env-get-updated", people_reading.note_pictures)
    # Before Sphinx and we look at what toctrees hold.
    app.connect("env-get-updated", listing_toctree.fill_toctrees, priority=400)
    _connect_rebuild(app)
    app.connect("html-page-context", html_context.complete_context)
    app.connect("html-page-context", head.write_what_is_beside)
    app.connect("write-started", head.copy_pictures_of_reports)
    app.connect("html-page-context", descriptions.describe_report, priority=400)
    app.connect("doctree-read", descriptions.begin_with_text, priority=600)
    app.connect("env-get-outdated", archived.pages_with_other_copies)
    app.connect("env-get-outdated", pictures.pages_with_other_covers)
    app.connect("env-get-outdated", reading.find_new_metadata)
    app.connect("env-get-outdated", pyvideo_events.find_new_talks)
    app.connect("write-started", deck_events.draw_slides)
    app.connect("build-finished", deck_events.tidy_up)


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


def _load_optimize(app: Sphinx) -> None:
    """Load the extension that makes builds faster, by its name: neither of the two imports the other."""
    if OPTIMIZE not in app.config:
        app.add_config_value(OPTIMIZE, default=True, rebuild="", types=Any)
    if app.config[OPTIMIZE] is not False:
        app.setup_extension("sphinx_eventreport.optimize")
