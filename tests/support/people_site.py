"""A site with a people file: reports, pages about people, and references to them."""

from __future__ import annotations

from support.site import png

CONF = 'extensions = ["sphinx_eventreport"]\nhtml_theme = "alabaster"\neventreport_people = "people.yml"\n'
PEOPLE = """\
cleo:
  name: Cléo Marsh
  aliases: [C. Marsh, Cleo Marsh]
  affiliation: Bog Institute
  image: img/cleo.png
  orcid: 0000-0002-1825-0097
  bio: Digs.
  links: [{label: Code, url: "https://code.example.org/cleo"}]
bo: {name: Bo Reed, url: "https://bo.example.org"}
"""


def report(day: int, speaker: str, author: str = "Ada Green", more: str = "") -> str:
    """Return a report with a talk of *speaker* and one without a speaker."""
    return (
        f"---\ntitle: Meeting {day}\nlabel: m{day}\ndate: 2021-05-{day:02d}\nauthors: [{author}]\n{more}"
        f"event: Meeting\n---\n\n## Talk {day}, by {speaker}\n\n"
        f"```{{deck}} https://slides.example.org/{day}.pdf\n```\n\n"
        f"## Other {day}\n\n```{{recording}} https://youtu.be/abcdefghijk\n```\n"
    )


def orphan(text: str) -> str:
    """Return a page of its own."""
    return f"---\norphan: true\n---\n\n# Page\n\n{text}\n"


FILES: dict[str, str | bytes] = {
    "people.yml": PEOPLE,
    "img/cleo.png": png(),
    "index.md": "# Site\n\n```{event-list}\n```\n",
    "talks.md": orphan("```{talk-list}\n:type: table\n```"),
    "cleo.md": orphan("```{person} cleo\n```\n\n## Ada\n\n```{person} Ada Green\nShe *writes*.\n```"),
    "refers.md": orphan("{person}`cleo`, {person}`C. Marsh`, {person}`Bo Reed`, {person}`dora-sund`"),
    "m1.md": report(1, "Cleo Marsh", more="tags: [soil]\n"),
    "m2.md": report(2, "C. Marsh", "Bo Reed"),
    "m3.md": report(3, "Dora Sund", "Ada Green, Bo Reed"),
}
