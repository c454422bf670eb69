"""Node classes: what docutils and Sphinx have no node for. No behaviour."""

from __future__ import annotations

from docutils import nodes


class eventreport_facade(nodes.General, nodes.TextElement):  # noqa: N801
    """The placeholder of an embed until a reader asks for it; its child is a link with the title.

    Attributes: ``kind`` ("deck", "recording" or "frame"), ``embed`` (URL for an iframe, or ""), ``ratio``
    (width and height), ``host`` (its name, or ""), ``about`` (what it is and where, in one line),
    ``link`` (the address as a reader would type it, for builders without hyperlinks), ``origin``
    (name and address of the host, where there is a copy of what it has), ``what`` ("audio", "map" and
    the like, where the kind says too little), ``is_line`` (``True`` where there is nothing to frame),
    ``is_sandboxed`` (whether the player needs no more than a sandbox allows).
    """


class eventreport_facts(nodes.definition_list):  # noqa: N801
    """What the head of a report says at a glance; its children are facts."""


class eventreport_fact(nodes.definition_list_item):  # noqa: N801
    """One fact: a term ("When") and its definition, whose first paragraph is the answer."""


class eventreport_program(nodes.General, nodes.Element):  # noqa: N801
    """The talks of a report by day; only HTML shows it: elsewhere the contents say the same.

    Attribute: ``layout``, a class for style sheets, or "".
    """


class eventreport_program_day(nodes.General, nodes.Element):  # noqa: N801
    """The talks of one day: ``title`` is the day for readers, "" where there is only one.

    ``fold`` is "" where they are all shown, else "open" or "closed".
    """


class eventreport_program_item(nodes.General, nodes.Element):  # noqa: N801
    """One talk: ``anchor``, ``title``, ``speakers``, and as its child the first slide, if any.

    ``clock`` is when it begins, "" where the row above says the same, and ``datetime`` that in ISO 8601;
    ``room`` a text; ``media`` names the object types of what there is of the talk, and "code".
    """


class eventreport_internal(nodes.General, nodes.Element):  # noqa: N801
    """Where a section says that it is not for the audience of the site: a transform takes the section out."""


class eventreport_listing(nodes.General, nodes.Element):  # noqa: N801
    """Placeholder of a listing; ``listing`` holds the query, replaced when pages are written."""


class eventreport_listing_frame(nodes.General, nodes.Element):  # noqa: N801
    """A listing that readers can filter, sort or turn the pages of; ``controls`` is for the script."""


class eventreport_html(nodes.Part, nodes.Element):  # noqa: N801
    """Rows of a long listing as they are written on a page of HTML, in the attribute ``html``."""


class eventreport_time(nodes.inline):  # noqa: N801
    """A date a machine can read: attribute ``datetime`` in ISO 8601, the text for people."""


class eventreport_mark(nodes.Inline, nodes.TextElement):  # noqa: N801
    """Words that HTML shows as the small drawing ``mark``; ``name`` is said to those who do not see it."""


class eventreport_break(nodes.Inline, nodes.Element):  # noqa: N801
    """A line break inside a paragraph, as ``<br>`` in HTML."""


class eventreport_word_break(nodes.Inline, nodes.Element):  # noqa: N801
    """Where a line may be broken, as ``<wbr>`` in HTML."""


class eventreport_phrase(nodes.inline):  # noqa: N801
    """Words that docutils has no node for; ``tag`` is their element of HTML: del, s, ins, u, mark, small."""


class eventreport_checkbox(nodes.Inline, nodes.Element):  # noqa: N801
    """A box of a list of tasks; ``checked`` says whether it is ticked."""


class eventreport_details(nodes.General, nodes.Element):  # noqa: N801
    """Content that a reader unfolds; its first child is a summary. ``open`` says that it is unfolded."""


class eventreport_summary(nodes.General, nodes.TextElement):  # noqa: N801
    """The line above folded details, which unfolds them."""


class eventreport_talk(nodes.General, nodes.Element):  # noqa: N801
    """The place of a ``{talk}`` directive; ``options`` and ``lines`` are what it says."""


class eventreport_slides(nodes.General, nodes.Element):  # noqa: N801
    """The slides of a deck, in one frame; its children are slides.

    Attributes: ``file`` (a `SlideFile`), ``view`` (the `DeckView` asked for), ``title`` of the deck,
    ``alt`` (what its author says for those who do not see them, if anything), ``opens_at`` (the number of
    the slide to open at, where one is named).
    When the page is written, ``layout`` says how its builder shows them: "player" and "gallery",
    which end with a bar, "static", or "text" without pictures.
    """


class eventreport_slide(nodes.General, nodes.Element):  # noqa: N801
    """One slide: a picture where the builder shows one, then its text.

    Attributes: ``number``, ``title``, ``size`` (width and height of the page, in points).
    """


class eventreport_slides_bar(nodes.General, nodes.TextElement):  # noqa: N801
    """The line below the slides: a link to their file; ``about`` and ``origin`` as of the facade."""


class eventreport_slide_title(nodes.title):  # noqa: N801
    """The title of a slide: a heading for the search index, but none for the table of contents.

    Not for every slide: of several in a row that have the same title, the first has this node.
    """


class eventreport_slide_text(nodes.General, nodes.Element):  # noqa: N801
    """The text of a slide, in paragraphs; ``number`` and ``title`` are those of the slide."""


class eventreport_slide_place(nodes.General, nodes.Element):  # noqa: N801
    """Where the picture of one slide goes once its builder is known.

    Attributes: ``target``, a name such as "deck#12" that is looked up when the page is written;
    ``alt``, or ``None`` for the slide's name; ``is_small`` if a thumbnail will do. Children are what
    is shown if there is no picture.
    """


class eventreport_parts(nodes.General, nodes.Element):  # noqa: N801
    """What is in a figure without a caption: docutils takes a second node there for the caption."""


class eventreport_subject(nodes.General, nodes.Element):  # noqa: N801
    """The place of a ``{person}`` or ``{series}``, replaced when the page is written.

    Attributes: ``type`` ("person" or "series"), ``label``, ``name`` as it was given; of a series ``feed``,
    the formats of the feed of its editions, and ``feed_name``. Its children are what the author says.
    """


class eventreport_object(nodes.General, nodes.Element):  # noqa: N801
    """An object that a directive makes, until the page is put together; its children are its drawing.

    Attributes: ``type`` of the object, and ``record``, what is said of it.
    """


class eventreport_minutes_state(nodes.General, nodes.Element):  # noqa: N801
    """Where it goes how far minutes are, which a later meeting may say."""


class eventreport_object_state(nodes.General, nodes.Element):  # noqa: N801
    """Where it goes what other pages say of the decision or action around it."""


class eventreport_due(nodes.Inline, nodes.TextElement):  # noqa: N801
    """The day until when something is to be done: "Due" and a date; a browser says if that is over."""


class eventreport_editions(nodes.General, nodes.Element):  # noqa: N801
    """Where the way to the previous and the next edition goes when the page is written."""


class eventreport_picture(nodes.image):  # noqa: N801
    """The picture of a slide: ``uri`` and ``alt`` as of any image, ``pixels`` (width and height).

    ``sizes`` tells the browser how wide it is shown, as in HTML. Its child is the image of the thumbnail,
    if there is one.
    """
