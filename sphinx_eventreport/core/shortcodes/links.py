"""Shortcodes and tags that lead somewhere, or show something from elsewhere -> links in Markdown or HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import is_id, is_placeholder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.shortcodes.arguments import Arguments

_ADDRESS = ("href", "url", "link", "src", "target", "to", "relref", "ref", "cta_link", "path", "page")
_TEXT = ("text", "label", "title", "name", "content", "cta_text", "button", "caption")
_REPOSITORY = lazy_regex(r"[\w.-]{1,80}/[\w.-]{1,80}")
_STATUS = lazy_regex(r"(?:https?:)?//\S+")


def link_html(url: str, text: str) -> str:
    """Return a link on one line; what it is called is the address, if *text* is empty."""
    shown = text.strip() or url.partition("//")[2].rstrip("/") or url
    return f'<a href="{escape(url)}">{escape(" ".join(shown.split()))}</a>'


def target_of(arguments: Arguments) -> str:
    """Return where a button or a card leads, "" if it does not say so."""
    said = arguments.called(*_ADDRESS) or next(filter(_is_address, arguments.positional), "")
    return "" if is_placeholder(said) else said


def text_of(arguments: Arguments) -> str:
    """Return what is written on a button or a card."""
    said = arguments.called(*_TEXT) or next(
        (text for text in arguments.positional if not _is_address(text)), ""
    )
    more = arguments.called("subtitle", "description", "desc")
    return f"{said} – {more}" if said and more else said or more


def _is_address(text: str) -> bool:
    return (
        "//" in text
        or text.startswith(("/", "#", "mailto:", "./", "../"))
        or text.endswith((".md", ".html", ".pdf"))
    )


def _button(arguments: Arguments) -> str:
    target = target_of(arguments)
    return link_html(target, text_of(arguments)) if target else ""


def _gist(arguments: Arguments) -> str:
    """Read "user" "id" "file", "user/id", an id alone, or a URL."""
    first = arguments.called("id", "url", "src") or arguments.at(0)
    user = arguments.called("user", "username")
    rest = arguments.positional if arguments.called("id", "url", "src") else arguments.positional[1:]
    if not user and rest and re.fullmatch("[0-9a-f]{3,40}", rest[0]) and is_id(first):
        user, first, rest = first, rest[0], rest[1:]
    file = arguments.called("file", "filename") or (rest[0] if rest else "")
    url = first if "//" in first else f"https://gist.github.com/{user + '/' if user else ''}{first}"
    if not first or not is_id(first.replace("/", "").replace(":", "").replace(".", "")):
        return ""
    name = url.partition("//")[2].rstrip("/").removeprefix("gist.github.com/")
    return link_html(url, f"Gist {name}{f', {file}' if file else ''}")


def _status(base: str, anyone: str, what: str) -> Callable[[Arguments], str]:
    """Return a reader of a post of a social network: its address, "user" with "id", or an id alone."""

    def read(arguments: Arguments) -> str:
        said = arguments.called("url", "link", "status", "src", "id") or arguments.at(0)
        if _STATUS.fullmatch(said):
            return link_html(said, "")
        user = arguments.called("user", "username", "handle") or anyone
        if not arguments.called("id", "status") and len(arguments.positional) > 1:
            user, said = arguments.positional[:2]
        return link_html(base.format(user=user, id=said), what) if is_id(said) and is_id(user) else ""

    return read


def _page_of(base: str, what: str) -> Callable[[Arguments], str]:
    """Return a reader of something on one host: its address, or what comes after *base* in it."""

    def read(arguments: Arguments) -> str:
        said = arguments.called("repo", "url", "link", "src", "id", "name") or "/".join(
            arguments.positional[:2]
        )
        if "//" in said:
            return link_html(said, "")
        return link_html(base + said, f"{what} {said}") if is_id(said.replace("/", "")) else ""

    return read


def _resource(arguments: Arguments) -> str:
    """Read HugoBlox' ``embed``: a URL, or a platform and what is on it."""
    host, resource = (
        _PLATFORMS.get(arguments.called("platform").lower()),
        arguments.called("resource", "repo"),
    )
    url = arguments.called("url", "src") or (f"{host}{resource}" if host and resource else arguments.at(0))
    return link_html(url, arguments.called("title")) if "//" in url else ""


def _any_link(arguments: Arguments) -> str:
    address = arguments.address
    return link_html(address, text_of(arguments)) if "//" in address else ""


_TWEET = _status("https://twitter.com/{user}/status/{id}", "i", "Post on Twitter")

_PLATFORMS = {"github": "https://github.com/", "huggingface": "https://huggingface.co/"}

READERS: Mapping[str, Callable[[Arguments], str]] = {
    **dict.fromkeys(
        "button btn button-link cta card linkcard link-card a external extlink staticref".split(), _button
    ),
    **dict.fromkeys("docs_link doclink download attachment file navlink pagelink".split(), _button),
    "gist": _gist,
    **dict.fromkeys(
        "tweet twitter x twitter_simple x_simple tweet_simple twitter-card jekyll_tweet".split(), _TWEET
    ),
    **dict.fromkeys(
        "mastodon toot mastodon_status fediverse bluesky bsky threads linkedin facebook reddit "
        "tiktok".split(),
        _any_link,
    ),
    **dict.fromkeys("preview link-preview rich-link bookmark website webpage".split(), _any_link),
    **dict.fromkeys(
        ("instagram", "instagram_simple", "gram"),
        _status("https://www.instagram.com/p/{id}/", "i", "Post on Instagram"),
    ),
    **dict.fromkeys(
        ("github", "github_card", "ghcard", "github-card", "repo"), _page_of("https://github.com/", "GitHub")
    ),
    **dict.fromkeys(("gitlab", "codeberg"), _any_link),
    "embed": _resource,
    "cite": _button,
    "codepen": _page_of("https://codepen.io/", "CodePen"),
    "jsfiddle": _page_of("https://jsfiddle.net/", "JSFiddle"),
    "asciinema": _page_of("https://asciinema.org/a/", "asciinema"),
    "hackmd": _page_of("https://hackmd.io/", "HackMD"),
    "osf": _page_of("https://osf.io/", "OSF"),
    "doi": _page_of("https://doi.org/", "doi"),
    "wikipedia": _any_link,
    "wiki": _any_link,
}
"""The names of shortcodes and tags that become a link."""
