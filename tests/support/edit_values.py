"""The values that random edits choose from: few, so that two objects come to have the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.changing_site import page
from support.first_site import PAGES, PDF, PICTURE, PROSE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TITLES = ("Moss", "Foo bar baz", "Fern", "Wind & rain", "Zest")
SPEAKERS = ("Jane Doe", "Cleo Marsh", "Cléo Marsh", "Bo Reed", "Dora Sund", "")
JOINTS = (" by ", " - ", ", by ", "")
LABELS = ("", "worms", "fern", "maps", "other")
DATES = ("2021-05-01", "2019-01-31", "2023-12-24", "")
TAGS = ("", "soil", "maps", "water")
MEDIA = ("deck", "recording", PDF, "")
NAMES = ("2021-04-14-maps", "days/2021-05-01-maps", "about-maps", "aaa", "posts/zest", "zzz/2020-05-01-moss")
ENTRIES = (
    "days/wind",
    "refers",
    "Talks <eventreport-talks>",
    "lists/talks-list",
    "Tags <eventreport-tags>",
    "about",
)
FIELDS: Mapping[str, Sequence[str]] = {
    "title": TITLES,
    "label": LABELS,
    "date": DATES,
    "series": ("Garden Day", "garden-day", "Map evening", ""),
    "city": ("Graz", "Évry", ""),
    "status": ("", "cancelled", "moved_online"),
    "author": SPEAKERS,
    "tag": TAGS,
    "description": ("", "In short.", "At length."),
    "language": ("", "fr"),
    "visibility": ("", "draft", "unlisted"),
    "thumbnail": ("", f"/{PICTURE}"),
    "alias": ("", "/2021/moss/", "/2021/fern/"),
    "prose": PROSE,
}
"""Texts that a field of a report may have. There are few, so that two reports come to have the same."""
TALK_FIELDS: Mapping[str, Sequence[str]] = {
    "title": TITLES,
    "speaker": SPEAKERS,
    "joint": JOINTS,
    "label": LABELS,
    "medium": MEDIA,
    "start": ("", "2021-05-01 10:00", "2019-01-31"),
    "tag": TAGS,
}
PAGE_TEXTS: Mapping[str, Sequence[str]] = {
    "people/jane": (
        "",
        page("Jane", "```{person} jane-doe\n```"),
        page("Doe", "```{person} Jane Doe\nWalks.\n```"),
    ),
    "people/team": (
        "",
        page("Team", "## Bo\n\n```{person} bo\n```\n\n## Dora\n\n```{person} Dora Sund\nDigs.\n```"),
        page("Team", "## Bo and Dora\n\n```{person} bo\n```\n\n```{person} Dora Sund\n```"),
        page("Team", "## Bo Reed\n\n```{person} bo\n```"),
    ),
    "aaa": ("", page("Cleo again", "```{person} cleo\n```")),
    "maps": (
        "",
        page("Maps", "```{series} map-evening\nWalks.\n```"),
        page("Map Evenings", "```{series} map-evening\n```"),
    ),
    "garden": ("", PAGES["garden"], page("Gardens", "## Days\n\n```{series} garden-day\n```")),
    "people/cleo": ("", PAGES["people/cleo"], page("Cleo Marsh", "## Who\n\n```{person} cleo\n```")),
    "about": ("", PAGES["about"], page("About us", "Other words.")),
    "guide": (PAGES["guide"], page("The guide", "## By bus\n\n## By train")),
    "shows": (
        "",
        PAGES["shows"],
        page("Shows", "```{slide} moss#2\n```\n\n{talk}`stones` and [](#foo-bar-baz)."),
    ),
}
"""What pages about people and series, and some others, may hold; nothing where there may be no such page."""
PEOPLE_LINES = (
    "cleo: {name: Cléa Marsh, aliases: [Cleo Marsh], bio: Digs.}",
    'bo: {name: Bo Reed, url: "https://bo.example.com"}',
    "jane: {name: Jane B. Doe, aliases: [Jane Doe]}",
    "dora: {name: Dora Sund, affiliation: Fen Institute}",
    "gil: {name: Gil Reed, orcid: 0000-0000-0000-0000, colour: red}",
)
CONFIG: Mapping[str, Sequence[object]] = {
    "language": ("en", "de", "fr"),
    "html_domain_indices": (True, False, ["eventreport-talks"]),
    "html_title": ("Site", "Other"),
    "eventreport_people": ("people.yml", None),
    "eventreport_patterns": ([], ["about", "lists/*-list"]),
    "eventreport_drafts": (False, True),
    "eventreport_deck_view": ("player", "gallery", "link"),
    "eventreport_remember_hosts": (False, True),
    "eventreport_today": (None, "2021-02-01"),
}
