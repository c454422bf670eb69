"""The records: what a report says, independent of how it was written.

All are frozen and hold only values: strings, numbers, tuples, other records. They are pickled into
Sphinx's environment, compared to find stale pages, and handed to users of the library as they are. The text
below each field is shown in the reference page of the library.
"""

from sphinx_eventreport.core.records.audience import Audience
from sphinx_eventreport.core.records.events import (
    Event,
    Location,
    Mode,
    Status,
)
from sphinx_eventreport.core.records.media import (
    DEFAULT_VIEW,
    Align,
    Deck,
    DeckView,
    Frame,
    Layout,
    Ratio,
    Recording,
    Slide,
    SlideText,
    Track,
)
from sphinx_eventreport.core.records.meetings import (
    Action,
    ActionStatus,
    Attendee,
    Decision,
    DecisionStatus,
    Minutes,
    MinutesStatus,
    Votes,
)
from sphinx_eventreport.core.records.people import (
    Link,
    Person,
)
from sphinx_eventreport.core.records.reports import (
    Canonical,
    Report,
    Talk,
    Visibility,
)

__all__ = [
    "DEFAULT_VIEW",
    "Action",
    "ActionStatus",
    "Align",
    "Attendee",
    "Audience",
    "Canonical",
    "Decision",
    "DecisionStatus",
    "Deck",
    "DeckView",
    "Event",
    "Frame",
    "Layout",
    "Link",
    "Location",
    "Minutes",
    "MinutesStatus",
    "Mode",
    "Person",
    "Ratio",
    "Recording",
    "Report",
    "Slide",
    "SlideText",
    "Status",
    "Talk",
    "Track",
    "Visibility",
    "Votes",
]
