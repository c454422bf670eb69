"""A reference to a name that nothing has: what is said, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_eventreport.core.near_names import NearNames
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.site.domain import ReportDomain
from sphinx_eventreport.sphinx_ext.site.name_index import LABEL
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.domains import Domain


def unknown_target(_app: object, domain: Domain, node: pending_xref) -> bool | None:
    """Replace Sphinx's warning of an unknown name by ours (``warn-missing-reference``)."""
    if not isinstance(domain, ReportDomain):
        return None
    warn_on_page(domain.env, unknown_name(domain.site, node["reftype"], node["reftarget"]), node)
    return True


def unknown_name(site: Site, typ: str, target: str) -> Problem:
    """Return the problem of a reference to *target*, which is not a *typ* of the site."""
    message = f"No {typ} has the label {target!r}"
    hint = _slides_there_are(site, target) if typ == "slide" else _nearest(site, typ, target)
    return Problem(Subtype.UNKNOWN_TARGET, message, hint=hint)


def _nearest(site: Site, typ: str, target: str) -> str:
    near = _near_names(site, typ).nearest(target)
    return f"did you mean {near!r}?" if near else "check the page that should define it"


@fact
def _near_names(site: Site, typ: str) -> NearNames:
    return NearNames(site.names.names(typ))


def _slides_there_are(site: Site, target: str) -> str:
    """Return what to write instead of *target*, which is not a slide: "deck#12" is one."""
    name, hash_sign, wanted = target.partition("#")
    if not hash_sign:
        return "write the label of a deck, # and the number of the slide, such as deck#12"
    decks = site.names.find("deck", name)
    if not decks or decks[0].deck is None:
        return _nearest(site, "deck", name)
    slides = decks[0].deck.slides
    if not slides:
        return f"the pages of {decks[0].name!r} are not known: only a PDF in the source directory has slides"
    if wanted.startswith(LABEL):
        first, last = (slide.label or slide.number for slide in (slides[0], slides[-1]))
        return f"the PDF calls the pages that are shown {first} to {last}"
    return f"the deck shows slides {slides[0].number} to {slides[-1].number}"
