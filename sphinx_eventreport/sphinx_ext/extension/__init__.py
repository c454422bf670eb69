"""All that is registered with Sphinx; when each handler is called is in `listeners`.

The few things that wait for a site's configuration, or are for single pages, are registered by handlers:
short names of directives and roles, suffixes of sources, style sheets and scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.domains import ObjType

from sphinx_eventreport import __version__
from sphinx_eventreport.sphinx_ext.config import check_config, config_fields
from sphinx_eventreport.sphinx_ext.config.misspelt import check_names
from sphinx_eventreport.sphinx_ext.exports.transforms import LinkCalendar
from sphinx_eventreport.sphinx_ext.extension.listeners import connect_listeners
from sphinx_eventreport.sphinx_ext.extension.object_types import OBJECT_TYPES
from sphinx_eventreport.sphinx_ext.indices.of_domain import INDICES
from sphinx_eventreport.sphinx_ext.inline.own_links import ResolveOwnLinks
from sphinx_eventreport.sphinx_ext.inline.roles import ReportRole, add_embeds, add_short_names
from sphinx_eventreport.sphinx_ext.inline.site_links import ResolveSiteLinks
from sphinx_eventreport.sphinx_ext.inline.unknown_names import unknown_target
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
from sphinx_eventreport.sphinx_ext.page import html_context
from sphinx_eventreport.sphinx_ext.page.audience import AudienceDirective, TakeOutInternal
from sphinx_eventreport.sphinx_ext.page.docinfo import LendFrontMatter, TakeFrontMatterBack
from sphinx_eventreport.sphinx_ext.page.gettext import AddMessages
from sphinx_eventreport.sphinx_ext.page.transforms import (
    AssemblePage,
    ConvertHtml,
    KeepSourceTitles,
    NestSections,
)
from sphinx_eventreport.sphinx_ext.people.transforms import (
    AddMentions,
    LinkEditions,
    NamePeople,
    ResolveSubjects,
)
from sphinx_eventreport.sphinx_ext.raw_html.raw_directive import RawDirective
from sphinx_eventreport.sphinx_ext.reading import markdown, pyvideo_events
from sphinx_eventreport.sphinx_ext.rebuild import old_problems
from sphinx_eventreport.sphinx_ext.search.pagefind_marks import NameHeadings
from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN
from sphinx_eventreport.sphinx_ext.slides.directives import EmbedDirective
from sphinx_eventreport.sphinx_ext.slides.show import ShowSlides
from sphinx_eventreport.sphinx_ext.writers.html import HoldFigures, HoldWords
from sphinx_eventreport.sphinx_ext.writers.latex import PrepareForLatex
from sphinx_eventreport.sphinx_ext.writers.native import UseDocutilsNodes
from sphinx_eventreport.sphinx_ext.writers.table import VISITORS

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    connect_listeners(app)
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
    app.add_post_transform(HoldWords)
    app.add_post_transform(UseDocutilsNodes)
    app.add_post_transform(NameHeadings)
    app.add_post_transform(old_problems.NoteProblems)


def _load_optimize(app: Sphinx) -> None:
    """Load the extension that makes builds faster, by its name: neither of the two imports the other."""
    if OPTIMIZE not in app.config:
        app.add_config_value(OPTIMIZE, default=True, rebuild="", types=Any)
    if app.config[OPTIMIZE] is not False:
        app.setup_extension("sphinx_eventreport.optimize")
