"""The types of objects that have names: one line for each.

The domain, the roles and directives, their short names, the listings, the order in which a name of no known
type is looked up, and the place in a search come from this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext.listings.types.action import ACTIONS
from sphinx_eventreport.sphinx_ext.listings.types.decision import DECISIONS
from sphinx_eventreport.sphinx_ext.listings.types.event import EVENTS
from sphinx_eventreport.sphinx_ext.listings.types.media import DECKS, RECORDINGS
from sphinx_eventreport.sphinx_ext.listings.types.person import PEOPLE
from sphinx_eventreport.sphinx_ext.listings.types.talk import TALKS
from sphinx_eventreport.sphinx_ext.messages import _
from sphinx_eventreport.sphinx_ext.minutes.directives import ActionDirective, DecisionDirective
from sphinx_eventreport.sphinx_ext.page.directives import EventDirective, TalkDirective
from sphinx_eventreport.sphinx_ext.people.directives import PersonDirective, SeriesDirective
from sphinx_eventreport.sphinx_ext.site.object_type import AS_ALL, FIRST, NOT_AT_ALL, ObjectType
from sphinx_eventreport.sphinx_ext.slides.directives import DeckDirective, RecordingDirective, SlideDirective

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.sphinx_ext.listings.listing_type import ListingType

OBJECT_TYPES: Mapping[str, ObjectType[ListingType]] = {
    found.name: found
    for found in (
        # The title of a page or section is in the index already: as a name it would be there twice.
        ObjectType("event", _("event"), EventDirective, EVENTS, search=NOT_AT_ALL),
        ObjectType("talk", _("talk"), TalkDirective, TALKS, search=NOT_AT_ALL),
        ObjectType("decision", _("decision"), DecisionDirective, DECISIONS, search=AS_ALL),
        ObjectType("action", _("action"), ActionDirective, ACTIONS),
        ObjectType("deck", _("deck"), DeckDirective, DECKS),
        # A slide is found by its title.
        ObjectType("slide", _("slide"), SlideDirective, search=NOT_AT_ALL),
        ObjectType("recording", _("recording"), RecordingDirective, RECORDINGS),
        # Somebody comes before the pages that mention the name.
        ObjectType("person", _("person"), PersonDirective, PEOPLE, FIRST, "people", is_mentioned=True),
        ObjectType("series", _("series"), SeriesDirective, index="series", is_mentioned=True),
    )
}
"""All types by name. A name of no known type means the first in this order."""
