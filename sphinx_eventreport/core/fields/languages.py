"""Languages, as a tag or by name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from sphinx_eventreport.core.fields.scalars import shown, text
from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.fields.place import Place

_LANGUAGE_TAG = lazy_regex(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# ISO 639-2 and 639-3 codes that BCP 47 writes with two letters.
_TWO_LETTERS = dict(
    pair.split(":")
    for line in (
        "ara:ar bul:bg cat:ca ces:cs cze:cs dan:da deu:de ger:de ell:el gre:el eng:en est:et eus:eu",
        "baq:eu fas:fa per:fa fin:fi fra:fr fre:fr gle:ga glg:gl heb:he hin:hi hrv:hr hun:hu ind:id",
        "isl:is ita:it jpn:ja kor:ko lav:lv lit:lt mkd:mk msa:ms nld:nl dut:nl nor:no nob:nb nno:nn",
        "pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slv:sl spa:es sqi:sq srp:sr swe:sv tam:ta tur:tr",
        "tel:te tha:th ukr:uk urd:ur vie:vi zho:zh chi:zh",  # codespell:ignore te,tha,vie
    )
    for pair in line.split()
)


def language(value: object, place: Place) -> str | None:
    """Return a BCP 47 language tag.

    ``eng`` and the like of ISO 639-3 are read too, and names: "English", "Deutsch".
    """
    written = text(value, place)
    if written is None:
        return None
    first, mark, rest = written.replace("_", "-").partition("-")
    tag = _TWO_LETTERS.get(first.lower(), first.lower()) + mark + rest
    if _LANGUAGE_TAG.fullmatch(tag):
        return tag
    named = _tags_by_name().get(written.casefold())
    if named is None:
        place.report(Subtype.VALUE, f"is {shown(written)}, which is not a language", "write en, fr or pt-BR")
    return named


@cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tags of languages by their names in English, and by those that they give themselves."""
    english = {str(tag): str(name) for tag, name in Locale.parse("en").languages.items()}
    own = ((_own_name(tag), tag) for tag in english)
    names = [*((name, tag) for tag, name in english.items()), *own]
    return {name.casefold(): tag.replace("_", "-") for name, tag in reversed(names)}


def _own_name(tag: str) -> str:
    try:
        return str(Locale.parse(tag).languages.get(tag, ""))
    except (UnknownLocaleError, ValueError):
        return ""
