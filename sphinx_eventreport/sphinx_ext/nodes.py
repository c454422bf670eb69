"""Node classes: what docutils and Sphinx have no node for. No behaviour."""

from __future__ import annotations

from docutils import nodes


class eventreport_face(nodes.General, nodes.TextElement):  # noqa: N801
    """What stands for an embed until a reader asks for it; its child is a link with the title.

    Attributes: ``kind`` ("deck" or "recording"), ``embed`` (URL for an iframe, or ""), ``ratio``
    (width and height), ``host`` (its name, or ""), ``about`` (what it is and where, in one line),
    ``link`` (the address as a reader would type it, for builders without hyperlinks).
    """


class eventreport_program(nodes.General, nodes.Element):  # noqa: N801
    """The talks of a report as a row of links; ``talks`` holds (anchor, title, speakers) of each.

    One node without children, and only HTML shows it: elsewhere the contents say the same.
    """


class eventreport_listing(nodes.General, nodes.Element):  # noqa: N801
    """Placeholder of a listing; ``listing`` holds the query, replaced when pages are written."""


class eventreport_time(nodes.Inline, nodes.TextElement):  # noqa: N801
    """A date a machine can read: attribute ``datetime`` in ISO 8601, the text for people."""


class eventreport_break(nodes.Inline, nodes.Element):  # noqa: N801
    """A line break inside a paragraph, as ``<br>`` in HTML."""


class eventreport_talk(nodes.General, nodes.Element):  # noqa: N801
    """Where a ``{talk}`` directive stands; ``options`` and ``lines`` are what it says."""
