"""An address, or an embed -> the record of a deck, a recording or another frame.

Label and title are those that were written, "" where there is none: both then come from the
section around it, which only the reader of the page knows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.deck_view import read_view
from sphinx_eventreport.core.media.embed import Embed, address_problem
from sphinx_eventreport.core.media.hosts.address import clean_url, number
from sphinx_eventreport.core.media.providers import identify, page_in_fragment, provider_kind
from sphinx_eventreport.core.media.ratios import parse_ratio
from sphinx_eventreport.core.media.suffixes import is_audio_path
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.records import Deck, Frame, Recording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx_eventreport.core.media.hosts.address import Hosted
    from sphinx_eventreport.core.records import Ratio

DEFAULT_RATIO = (16, 9)
"""The ratio of a frame when neither its author nor its host tells one."""

# A player of sound is a bar: those of SoundCloud, Spotify and Apple are 110 to 230 pixels high.
_AUDIO_RATIO = (4, 1)

_PARAMETERS = lazy_regex(r"#[a-z]+=[^#&/]*(?:&[a-z]+=[^#&/]*)*$", re.IGNORECASE)


def deck_record(
    source: str, options: Mapping[str, str] | None = None, *, line: int | None = None
) -> tuple[Deck | None, tuple[Problem, ...]]:
    """Return the deck at *source*, a URL or the path of a file, and what was wrong.

    *options* are those of the ``{deck}`` directive, as text: ``label title ratio page poster alt
    license password``, and those of :func:`.read_view`. *line* is where it is. The deck is
    ``None`` where *source* leads nowhere safe.
    """
    options = options or {}
    problems: list[Problem] = []
    unusable = address_problem(source, "{deck}", line)
    if unusable is not None:
        return None, (unusable,)
    path, page = _split_page(source)
    hosted = identify(source)
    page = _page_option(options, line, problems) or (hosted.page if hosted else page)
    ratio = _ratio_option(options, line, problems)
    view, wrong = read_view(options, line=line)
    deck = _deck(hosted, clean_url(source) if hosted else path, ratio, page, options)
    return replace(deck, view=view), (*problems, *wrong)


def recording_record(
    source: str, options: Mapping[str, str] | None = None, *, line: int | None = None
) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Return the recording at *source*; as :func:`deck_record`, with ``label title ratio poster``."""
    options = options or {}
    problems: list[Problem] = []
    unusable = address_problem(source, "{recording}", line)
    if unusable is not None:
        return None, (unusable,)
    hosted = identify(source)
    ratio = _ratio_option(options, line, problems)
    return _recording(hosted, clean_url(source), ratio, options), tuple(problems)


def media_of_embed(embed: Embed) -> Deck | Recording | Frame:
    """Return the record of what *embed* shows; what is neither slides nor a recording is a frame."""
    options = {"title": embed.title} if embed.title else {}
    if embed.kind == "recording":
        record = _recording(embed.hosted, embed.source, embed.ratio, options)
        return replace(record, poster=embed.poster, alternatives=embed.alternatives, tracks=embed.tracks)
    if embed.kind == "deck":
        return _deck(embed.hosted, embed.source, embed.ratio, embed.page, options)
    return _frame(embed)


def is_sound(recording: Recording) -> bool:
    """Return whether *recording* has no picture, as far as its host or the name of its file tells."""
    return _has_sound_only(recording.provider, recording.source)


def _deck(
    hosted: Hosted | None, source: str, ratio: Ratio | None, page: int | None, options: Mapping[str, str]
) -> Deck:
    return Deck(
        label=_text(options, "label") or "",
        title=_text(options, "title") or "",
        source=source,
        provider=hosted.provider if hosted else "file",
        url=_same(hosted.url, source) if hosted else None,
        embed_url=_same(hosted.embed_url, source) if hosted else None,
        path=None if hosted else source,
        ratio=ratio or (hosted.ratio if hosted else None) or DEFAULT_RATIO,
        page=page,
        poster=_text(options, "poster"),
        alt=_text(options, "alt"),
        license=_text(options, "license"),
        password=options.get("password") or None,
    )


def _recording(
    hosted: Hosted | None, source: str, ratio: Ratio | None, options: Mapping[str, str]
) -> Recording:
    provider = hosted.provider if hosted else "file"
    usual = _AUDIO_RATIO if _has_sound_only(provider, source) else DEFAULT_RATIO
    return Recording(
        label=_text(options, "label") or "",
        title=_text(options, "title") or "",
        source=source,
        provider=provider,
        url=_same(hosted.url, source) if hosted else None,
        embed_url=_same(hosted.embed_url, source) if hosted else None,
        path=None if hosted else source,
        ratio=ratio or (hosted.ratio if hosted and not is_audio_path(source) else None) or usual,
        poster=_text(options, "poster"),
    )


def _has_sound_only(provider: str, source: str) -> bool:
    return provider_kind(provider) == "audio" or is_audio_path(source)


def _frame(embed: Embed) -> Frame:
    hosted, source = embed.hosted, embed.source
    usual = _AUDIO_RATIO if embed.kind == "audio" else DEFAULT_RATIO
    return Frame(
        kind=embed.kind,
        title=embed.title or "",
        source=source,
        provider=hosted.provider if hosted else "file",
        host=hosted.name if hosted else "",
        url=_same(hosted.url, source) if hosted else None,
        embed_url=_same(hosted.embed_url, source) if hosted else None,
        path=None if hosted else source,
        ratio=embed.ratio or usual,
    )


def _same(url: str | None, source: str) -> str | None:
    """Return *url*, as *source* itself if they are equal: a record is pickled, and keeps a text once."""
    return source if url == source else url


def _split_page(source: str) -> tuple[str, int | None]:
    """Return the path and the page of "talk.pdf#page=3"."""
    source = clean_url(source)
    # What RFC 8118 lets stand behind a PDF; another "#" may be of the name.
    match = _PARAMETERS.search(source)
    return (source[: match.start()], page_in_fragment(match[0][1:])) if match else (source, None)


def _text(options: Mapping[str, str], name: str) -> str | None:
    return " ".join(options[name].split()) or None if name in options else None


def _page_option(options: Mapping[str, str], line: int | None, problems: list[Problem]) -> int | None:
    written = options.get("page", "").strip()
    page = number(written)
    if written and page is None:
        message = f"The page is {written[:80]!r}, which is not the number of a slide"
        hint = "write 1 for the first slide"
        problems.append(Problem(Subtype.VALUE, message, line=line, field="page", hint=hint))
    return page


def _ratio_option(options: Mapping[str, str], line: int | None, problems: list[Problem]) -> Ratio | None:
    written = options.get("ratio", "").strip()
    ratio = parse_ratio(written)
    if written and ratio is None:
        message = f"The ratio is {written[:80]!r}, which is not a width and height"
        problems.append(Problem(Subtype.VALUE, message, line=line, field="ratio", hint="write 16:9 or 4:3"))
    return ratio
