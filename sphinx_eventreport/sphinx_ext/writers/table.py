"""The visitors of our nodes, one table for all writers.

Only for ``html``, ``latex``, ``text``, ``man`` and ``texinfo``: a handler for one builder of the
HTML family, ``epub`` say, would hide every extension's ``html`` handlers from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.sphinx_ext import nodes as er
from sphinx_eventreport.sphinx_ext.writers import heads, html, latex, phrases, plain, slides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils import nodes

    Visitors = tuple[Callable[..., None], Callable[..., None] | None]

_NOTHING = (plain.skip, plain.skip)
_LEFT_OUT = (plain.leave_out, None)


def _elsewhere(visitors: Visitors) -> dict[str, Visitors]:
    """Return the same *visitors* for every format but HTML."""
    return dict.fromkeys(("latex", "text", "man", "texinfo"), visitors)


VISITORS: Mapping[type[nodes.Element], Mapping[str, Visitors]] = {
    er.eventreport_facade: {
        "html": (html.visit_facade, html.depart_facade),
        "latex": (latex.visit_facade, latex.depart_facade),
        "text": (plain.visit_facade_text, plain.depart_facade_text),
        "man": (plain.visit_facade_man, plain.depart_facade_man),
        "texinfo": (plain.skip, plain.depart_facade_texinfo),
    },
    er.eventreport_facts: {"html": (heads.visit_facts, heads.depart_facts)},
    er.eventreport_fact: {"html": (heads.visit_fact, heads.depart_fact)},
    er.eventreport_program: {
        "html": (heads.visit_program, heads.depart_program),
        **_elsewhere(_LEFT_OUT),
    },
    er.eventreport_program_day: {
        "html": (heads.visit_program_day, heads.depart_program_day),
        **_elsewhere(_LEFT_OUT),
    },
    er.eventreport_program_item: {
        "html": (heads.visit_program_item, heads.depart_program_item),
        **_elsewhere(_LEFT_OUT),
    },
    er.eventreport_listing_frame: {
        "html": (html.visit_frame, html.depart_frame),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_html: {
        "html": (html.visit_html, None),
        **dict.fromkeys(("latex", "text", "man", "texinfo"), _LEFT_OUT),
    },
    er.eventreport_slides: {
        "html": (slides.visit_slides, slides.depart_slides),
        "latex": (slides.visit_names_latex, plain.skip),
        "text": _NOTHING,
        "man": _NOTHING,
        "texinfo": (slides.visit_names_texinfo, plain.skip),
    },
    er.eventreport_slides_bar: {
        "html": (slides.visit_bar, slides.depart_bar),
        **_elsewhere(_LEFT_OUT),
    },
    er.eventreport_slide: {
        "html": (slides.visit_slide, slides.depart_slide),
        "latex": (slides.visit_names_latex, plain.skip),
        "text": _NOTHING,
        "man": _NOTHING,
        "texinfo": (slides.visit_names_texinfo, plain.skip),
    },
    er.eventreport_parts: {"html": _NOTHING, **_elsewhere(_NOTHING)},
    er.eventreport_slide_title: {"html": _LEFT_OUT, **_elsewhere(_LEFT_OUT)},
    er.eventreport_slide_text: {
        "html": (slides.visit_slide_text, slides.depart_slide_text),
        "latex": (slides.visit_slide_text_latex, plain.skip),
        "text": (slides.visit_slide_text_text, slides.depart_slide_text_text),
        "man": (slides.visit_slide_text_man, plain.skip),
        "texinfo": (slides.visit_slide_text_texinfo, plain.skip),
    },
    er.eventreport_picture: {
        "html": (slides.visit_picture, plain.skip),
        "latex": (slides.visit_picture_elsewhere, slides.depart_picture_elsewhere),
        "text": _LEFT_OUT,
        "man": _LEFT_OUT,
        "texinfo": (slides.visit_picture_elsewhere, slides.depart_picture_elsewhere),
    },
    er.eventreport_phrase: {
        "html": (phrases.visit_phrase, phrases.depart_phrase),
        "latex": (phrases.visit_phrase_latex, phrases.depart_phrase_latex),
        "text": (phrases.mark_phrase_text, phrases.mark_phrase_text),
        "man": (phrases.mark_phrase, phrases.mark_phrase),
        "texinfo": (phrases.mark_phrase, phrases.mark_phrase),
    },
    er.eventreport_checkbox: {
        "html": (phrases.visit_checkbox, plain.skip),
        "latex": (phrases.visit_checkbox_latex, plain.skip),
        "text": (phrases.visit_checkbox_text, plain.skip),
        "man": (phrases.visit_checkbox_plain, plain.skip),
        "texinfo": (phrases.visit_checkbox_plain, plain.skip),
    },
    er.eventreport_details: {
        "html": (phrases.visit_details, phrases.depart_details),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_summary: {
        "html": (phrases.visit_summary, phrases.depart_summary),
        "latex": (phrases.visit_summary_latex, phrases.depart_summary_latex),
        "text": (phrases.visit_summary_text, phrases.depart_summary_text),
        "man": (phrases.visit_summary_man, phrases.end_line),
        "texinfo": (phrases.visit_summary_texinfo, phrases.end_line),
    },
    er.eventreport_due: {
        "html": (heads.visit_due, heads.depart_due),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_mark: {
        "html": (heads.visit_mark, plain.skip),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_time: {
        "html": (html.visit_time, html.depart_time),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_word_break: {
        "html": (html.visit_word_break, plain.skip),
        **_elsewhere(_NOTHING),
    },
    er.eventreport_break: {
        "html": (html.visit_break, plain.skip),
        "latex": (latex.visit_break, plain.skip),
        "text": (plain.visit_break_text, plain.skip),
        "man": (plain.visit_break_man, plain.skip),
        "texinfo": (plain.visit_break_texinfo, plain.skip),
    },
}
