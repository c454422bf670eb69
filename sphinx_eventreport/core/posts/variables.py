"""Variables that generators fill in: the title of the page, the place of another file."""

from __future__ import annotations

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.shortcodes.syntax import LIQUID

_LONGEST = 200
_TITLE = lazy_regex(r"\{\{-?[ \t]*page\.title(?:[ \t]*\|[^{}]{0,100})?[ \t]*-?\}\}")
_BASE = lazy_regex(r"\{\{-?[ \t]*site\.(?:base)?url(?:[ \t]*\|[^{}]{0,100})?[ \t]*-?\}\}")
_URL = lazy_regex(
    rf"""\{{\{{-?[ \t]*["']([^"'{{}}\n]{{1,{_LONGEST}}})["'][ \t]*\|"""
    r"""[ \t]*(?:relative_url|absolute_url|prepend:[ ]*site\.(?:base)?url|url)[^{}\n]{0,60}\}\}"""
)
_POST_URL = lazy_regex(rf"\{{%-?[ \t]*(?:post_url|link)[ \t]+([^\s%{{}}]{{1,{_LONGEST}}})[ \t]*-?%\}}")
# In a link, so that braces in prose stay.
_STATIC = lazy_regex(r"(?<=\]\()([<]?)[{|](?:static|filename|attach|photo)[}|]")
_PLACES = lazy_regex(r"[{|](?:static|filename|attach|photo)[}|](?=[\w./])")
_IN_HTML = lazy_regex(r"""(?<=(?:href|.src)=["'])[{|](?:static|filename|attach|photo)[}|]""")
_REFERENCE = lazy_regex(
    rf"""\{{\{{[<%][ \t]*(?:rel)?ref[ \t]+["'`]([^"'`{{}}\n]{{1,{_LONGEST}}})["'`][ \t]*[>%]\}}\}}"""
)
# Docusaurus: from the top of the site, in a link or an attribute.
_SITE = lazy_regex(r"""(?<=\]\()(?:@site/(?:static/)?|pathname:///)|(?<=["'])@site/(?:static/)?""")
_CONTENT = lazy_regex(r"(?<=\]\()@/")


def fill_in(line: str, dialect: str, title: str) -> str:
    """Return *line* of a page in *dialect* with its *title*, and paths from the top of the site."""
    if "@site/" in line or "pathname://" in line:
        line = _SITE.sub("/", line)
    if dialect in LIQUID and "{" in line:
        line = _TITLE.sub(lambda _match: title, line)
        line = _POST_URL.sub(r"/\1", _URL.sub(r"\1", _BASE.sub("", line)))
    elif dialect == "pelican":
        line = _IN_HTML.sub("", _STATIC.sub(r"\1", line))
    elif dialect in {"hugo", "hugoblox"}:
        line = _REFERENCE.sub(r"\1", line)
    elif dialect == "zola":
        line = _CONTENT.sub("/", line)
    return line


def without_places(text: str) -> str:
    """Return *text*, reStructuredText of Pelican, without what says where a path begins: ``{static}``."""
    return _PLACES.sub("", text) if "static" in text or "filename" in text or "attach" in text else text
