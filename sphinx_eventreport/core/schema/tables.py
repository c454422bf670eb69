"""Every key of front matter, once: read, checked, documented and published as JSON Schema from here."""

from __future__ import annotations

from sphinx_eventreport.core.schema import kinds
from sphinx_eventreport.core.schema.table import Field, Table

_NOT_READ = frozenset("@context @id @type postcode postalcode zip zipcode".split())

ADDRESS = Table(
    name="Address",
    path="event.location.address",
    description="Where a place is, as in schema.org's PostalAddress.",
    shorthand="street",
    fields=(
        Field("street", kinds.TEXT, "Street and number.", "99 rue de Rivoli"),
        Field("city", kinds.TEXT, "Town.", "Paris"),
        Field("region", kinds.TEXT, "State, canton, province.", "Île-de-France"),
        Field("country", kinds.TEXT, "Country, as a code or a name.", "FR"),
    ),
    spellings={
        "streetaddress": "street",
        **dict.fromkeys(("town", "locality", "addresslocality"), "city"),
        **dict.fromkeys(("state", "province", "addressregion"), "region"),
        "addresscountry": "country",
    },
    tolerated=_NOT_READ,
)

LOCATION = Table(
    name="Location",
    path="event.location",
    description="A place, an online one, or both. Keys of its address may be in it as well.",
    shorthand="name",
    fields=(
        Field("name", kinds.TEXT, "Name of the place.", "Carrousel du Louvre"),
        Field("address", kinds.MAP, "Where it is; a text is the street.", "{city: Paris, country: FR}"),
        Field("url", kinds.URL, "Page of the place.", "https://hall.example.org"),
        Field("online_url", kinds.URL, "Where to join online.", "https://meet.example.org/room"),
    ),
    tables={"address": ADDRESS},
    spellings=dict.fromkeys(("link", "website", "homepage", "mapurl"), "url"),
    tolerated=_NOT_READ | frozenset("geo coordinates lat latitude lng lon long longitude".split()),
)

EVENT = Table(
    name="Event",
    path="event",
    description="What the report is about; a text is its name.",
    shorthand="name",
    fields=(
        Field("name", kinds.TITLE, "Name of the event.", "AWS Summit Paris", "the title of the report"),
        Field("series", kinds.TEXT, "Series it belongs to, such as a yearly conference.", "aws-summit"),
        Field(
            "start",
            kinds.DATE,
            "First day, or moment; a year or month will do, and so will a range.",
            "2016-05-31",
        ),
        Field("end", kinds.LAST_DATE, "Last day, or moment.", "2016-05-31"),
        Field("timezone", kinds.TIMEZONE, "Time zone of times that have none of their own.", "Europe/Paris"),
        Field("url", kinds.URL, "Page of the event.", "https://summit.example.org"),
        Field("location", kinds.MAP, "Where it is; a text is the name of the place.", "{name: Town Hall}"),
        Field("mode", kinds.MODE, "How one attends.", "offline"),
        Field("status", kinds.STATUS, "Whether it takes place.", "scheduled", "scheduled"),
        Field("organizers", kinds.ORGANIZERS, "Who holds it.", "[Example Foundation]"),
    ),
    tables={"location": LOCATION},
)

CANONICAL = Table(
    name="Canonical",
    path="canonical",
    description="Where the report was first published; a text is the URL.",
    shorthand="url",
    fields=(
        Field("url", kinds.URL, "Address of the original.", "https://blog.example.org/2016/06/15/summit"),
        Field("label", kinds.TEXT, "Name of the site it is on.", "example blog", "the host in the URL"),
    ),
)

MINUTES = Table(
    name="Minutes",
    path="minutes",
    description="Who held a meeting, and who was there; a text is the status.",
    shorthand="status",
    fields=(
        Field("status", kinds.MINUTES_STATUS, "State of the minutes; it hides nothing.", "draft"),
        Field(
            "approved",
            kinds.APPROVED,
            "Day on which they were approved, or the label of the decision that did it.",
            "2016-07-01",
        ),
        Field("chair", kinds.PEOPLE, "Who led the meeting.", "Jane Doe"),
        Field("scribe", kinds.PEOPLE, "Who wrote the minutes.", "[John Roe, Ann Lee]"),
        Field(
            "attendees",
            kinds.ATTENDEES,
            "Who was there.",
            '["Ann Lee (Quay Inc)", {name: Kim Gil, initials: KG, role: voting member, remote: true}]',
        ),
        Field("guests", kinds.ATTENDEES, "Who was there as a guest.", "[Max Muster]"),
        Field("regrets", kinds.ATTENDEES, "Who could not come.", "[Max Muster]"),
        Field("quorum", kinds.QUORUM, "How many have to be there.", "5"),
        Field("agenda", kinds.URL, "What was to be talked about.", "https://example.org/agenda"),
        Field(
            "words",
            kinds.BOOLEAN,
            "Whether lines such as `ACTION: ...` in the text count.",
            "false",
            "as the site says",
        ),
    ),
)

TALK = Table(
    name="Talk",
    path="talks",
    description="One talk; a text is its title. Normally talks are written in the body.",
    shorthand="title",
    fields=(
        Field("title", kinds.TITLE, "Title of the talk.", "Minutes that write themselves"),
        Field("label", kinds.TITLE, "Name for references.", "minutes", "made from the title"),
        Field("speakers", kinds.PEOPLE, "Who gives it.", "[Jane Doe, John Roe]"),
        Field("start", kinds.DATE, "When it starts; a time alone is on the event's first day.", '"14:30"'),
        Field("end", kinds.LAST_DATE, "When it ends.", '"15:15"'),
        Field("duration", kinds.DURATION, "How long it takes, in minutes.", "45"),
        Field("room", kinds.TEXT, "Where it is.", "Room 3"),
        Field("track", kinds.TEXT, "Which track it belongs to.", "Documentation"),
        Field("type", kinds.TEXT, "What sort of talk it is.", "keynote"),
        Field("language", kinds.LANGUAGE, "Language it is given in.", "en"),
        Field("level", kinds.TEXT, "How advanced it is.", "beginner"),
        Field("tags", kinds.TAGS, "What it is about.", "[docs, sphinx]"),
        Field("license", kinds.TEXT, "Licence, as an SPDX identifier.", "CC-BY-4.0"),
        Field("deck", kinds.PATH, "Path or URL of its slides.", "slides/minutes.pdf"),
        Field("recording", kinds.PATH, "Path or URL of its video.", "https://videos.example.org/1"),
        Field("links", kinds.LINKS, "Other links.", "[{label: Code, url: https://example.org/code}]"),
        Field("audience", kinds.AUDIENCE, "For whom it is, as of a page.", "internal", "public"),
    ),
)

REPORT = Table(
    name="Report",
    path="",
    description="The page itself.",
    fields=(
        Field("title", kinds.TITLE, "Title of the page; HTML entities are text.", "Minutes of X 2016"),
        Field("label", kinds.TITLE, "Name for references.", "x-2016", "the file name"),
        Field("description", kinds.WORDS, "Text of the card, for search engines and feeds.", "What we saw."),
        Field(
            "date", kinds.DATE, "When the report was published.", "2016-06-15", "that of the file name or URL"
        ),
        Field("updated", kinds.DATE, "When its text was last changed, for feeds.", "2016-07-01"),
        Field(
            "authors", kinds.PEOPLE, "Who wrote it.", "[jpetit, {name: Jane Doe, url: https://example.org}]"
        ),
        Field("tags", kinds.TAGS, "What it is about.", "[cloud, serverless]"),
        Field("thumbnail", kinds.PATH, "Picture of the card.", "img/small.jpg"),
        Field("banner", kinds.PATH, "Picture at the top of the page.", "img/large.jpg"),
        Field("canonical", kinds.MAP, "Where it was first published.", "https://blog.example.org/x"),
        Field(
            "aliases",
            kinds.TAGS,
            "Addresses it had elsewhere; links to them lead here.",
            "[/2016/06/summit/]",
        ),
        Field("license", kinds.TEXT, "Licence, as an SPDX identifier.", "CC-BY-4.0"),
        Field("language", kinds.LANGUAGE, "Language of the page, in BCP 47.", "en"),
        Field("event", kinds.MAP, "What it is about; makes the page a report.", "AWS Summit Paris"),
        Field("minutes", kinds.MAP, "Who held the meeting; makes the page a report.", "{chair: Jane Doe}"),
        Field("talks", kinds.MAPS, "Talks; makes the page a report.", "[{title: Opening}]"),
        Field(
            "visibility",
            kinds.VISIBILITY,
            "Who finds the page: everybody, those who have its address, or nobody.",
            "unlisted",
            "public",
        ),
        Field(
            "audience",
            kinds.AUDIENCE,
            "For whom the page is: everybody, or those alone who get the internal site.",
            "internal",
            "public",
        ),
        Field("draft", kinds.BOOLEAN, "`true` is `visibility: draft`.", "true"),
        Field(
            "raw_directive",
            kinds.BOOLEAN,
            "Whether `{raw}` passes on this page, where `eventreport_raw_directive` lets it.",
            "false",
            "true",
        ),
        Field("eventreport", kinds.BOOLEAN, "Whether this page is a report, whatever else it has.", "false"),
        Field(
            "dialect", kinds.TEXT, "Name of the dialect it is written in.", "jekyll", "found from the keys"
        ),
    ),
    tables={"canonical": CANONICAL, "event": EVENT, "minutes": MINUTES, "talks": TALK},
)

TABLES = (REPORT, EVENT, LOCATION, ADDRESS, CANONICAL, MINUTES, TALK)
"""All tables, in the order of the reference page."""
