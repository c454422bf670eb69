"""Scripts that draw again what the page has in words: without them nothing is lost."""

from __future__ import annotations

from urllib.parse import urlsplit

from sphinx_eventreport.core.media.hosts.address import clean_url

# Each looks for a quotation, a link or a frame that it makes prettier; the words are in there.
_SCRIPTS = frozenset(
    {
        ("platform.twitter.com", "/widgets.js"),
        ("platform.x.com", "/widgets.js"),
        ("speakerdeck.com", "/assets/embed.js"),
        ("embedr.flickr.com", "/assets/client-code.js"),
        ("embed.bsky.app", "/static/embed.js"),
        ("embed.reddit.com", "/widgets.js"),
        ("assets.pinterest.com", "/js/pinit.js"),
        ("player.vimeo.com", "/api/player.js"),
        ("connect.facebook.net", "/en_US/sdk.js"),
        ("s.imgur.com", "/min/embed.js"),
        ("embed.tumblr.com", "/embed.js"),
    }
)
# Mastodon's, on each of its servers; Instagram and TikTok have it as well.
_OF_ANY_HOST = "/embed.js"


def draws_what_is_there(source: str) -> bool:
    """Return whether the script at *source* only draws what the page says without it."""
    try:
        parts = urlsplit(clean_url(source))
    except ValueError:
        return False
    host = (parts.hostname or "").removeprefix("www.")
    return bool(host) and (parts.path == _OF_ANY_HOST or (host, parts.path) in _SCRIPTS)
