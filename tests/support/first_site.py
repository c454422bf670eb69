"""The site that random edits begin with."""

from __future__ import annotations

from support.changing_site import Changing, Report, Talk, listing, page

PDF, PORTRAIT, PICTURE = "moss.pdf", "img/cleo.png", "img/hall.png"
PEOPLE = (
    f"cleo: {{name: Cléo Marsh, aliases: [Cleo Marsh], affiliation: Bog Institute, image: {PORTRAIT}}}",
    'bo: {name: Bo Reed, url: "https://bo.example.org"}',
)
LISTINGS = {
    f"lists/{name}": listing(kind, options)
    for name, (kind, options) in {
        "events-table": ("event", "type: table\nsort: start"),
        "events-list": ("event", "type: list\ninclude: series=Garden Day"),
        "events-timeline": ("event", "type: timeline\ngroup-by: year"),
        "events-tags": ("event", "categories: numbered\nfilter-ui:\nfields: authors, tags, language"),
        "events-coming": ("event", "type: list\nupcoming: first"),
        "events-maps": ("event", "type: list\ninclude: tags=maps\ntoctree:"),
        "talks-cards": ("talk", "type: cards"),
        "talks-table": ("talk", "type: table\nsort: title"),
        "talks-list": ("talk", "type: list\nfields: title"),
        "talks-timeline": ("talk", "type: timeline\ngroup-by: speakers"),
        "decks-cards": ("deck", "type: cards"),
        "decks-table": ("deck", "type: table\nfields: title, talk-title, slides"),
        "decks-list": ("deck", "type: list"),
        "recordings-cards": ("recording", "type: cards"),
        "recordings-table": ("recording", "type: table"),
        "recordings-timeline": ("recording", "type: timeline"),
        "people-cards": ("person", "type: cards"),
        "people-table": ("person", "type: table\nsort: talks desc, title"),
        "people-list": ("person", "type: list"),
        "people-timeline": ("person", "type: timeline"),
    }.items()
}
# Links by file lead to pages that stay: MyST-Parser looks whether a file is there when it reads the link.
PAGES = {
    **LISTINGS,
    "about": page("About", "Nothing of ours."),
    "guide": page("Guide", "## By train\n\nAt noon."),
    "people/cleo": page("Cléo", "```{person} cleo\n```"),
    "garden": page("Garden Days", "```{series} garden-day\n```"),
    "refers": page(
        "Refers", "{event}`lichen`, {talk}`worms`, {person}`jane-doe`, {series}`map-evening` and [](#fern)."
    ),
    "shows": page("Shows", "As {slide}`worms#1` says.\n\n```{slide} worms#1\n```"),
    "links": page("Links", "[](guide.md), {doc}`days/2022-05-02-fern`, {deck}`rain`."),
}
PROSE = (
    "Words.",
    "See {talk}`worms` by {person}`jane-doe`.",
    "See [](#lichen) and {event}`fern`.",
    "[Then](/2021/moss/) and [now](/guide.md#by-train).",
    "{series}`garden-day`, {slide}`worms#1`, {deck}`rain`.",
    "{talk}`wurms`, [a list](list.csv), <blink>words</blink>.",
    "![Hall](../img/hall.png) ![Hall](img/hall.png) ![Nothing](img/Hall.png)",
)


def _maps(month: int) -> Report:
    talks = (Talk(f"Route {month}", "Jane Doe", " by ", medium="recording"),)
    return Report("Maps", f"2021-{month:02d}-14", series="Map evening", tag="maps", talks=talks)


REPORTS = {
    **{f"2021-{month:02d}-14-maps": _maps(month) for month in (1, 2, 3)},
    "days/2020-05-01-moss": Report(
        "Moss",
        "2020-05-01",
        series="Garden Day",
        city="Graz",
        alias="/2021/moss/",
        prose=PROSE[1],
        talks=(Talk("Worms", "Cleo Marsh", medium=PDF), Talk("Rain", "Bo Reed", " - ", tag="soil")),
    ),
    "days/2021-05-01-lichen": Report(
        "Lichen",
        "2021-05-01",
        series="Garden Day",
        city="Graz",
        tag="soil",
        prose=PROSE[2],
        talks=(Talk("Stones", "Jane Doe", ""), Talk("Walls", medium="recording", label="walls")),
    ),
    "days/2022-05-02-fern": Report(
        "Fern",
        "2022-05-02",
        series="Garden Day",
        author="Cleo Marsh",
        prose=PROSE[3],
        talks=(Talk("Spores", "Dora Sund"),),
    ),
    "days/wind": Report("Wind", label="wind", tag="soil", description="Blows.", prose=PROSE[4]),
    "posts/rain": Report(
        "Rain", "2019-11-05", "rain", tag="water", is_beside=True, talks=(Talk("Drops", "Bo Reed"),)
    ),
    "posts/snow": Report("Snow", "2018-01-05", talks=(Talk("Flakes", "Ada Green"), Talk("Ice", "Ada Green"))),
}
START = Changing(
    REPORTS,
    PAGES,
    toctree=("about", "posts/snow", "People <eventreport-people>"),
    people=PEOPLE,
    versions={PDF: 1, PORTRAIT: 1, PICTURE: 1},
    talks={"a": "Reeds", "b": "Peat"},
)
"""The site before any edit."""
