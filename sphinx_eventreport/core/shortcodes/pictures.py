"""Shortcodes and tags for pictures -> HTML: Hugo's ``figure``, jekyll-assets, Octopress, galleries."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from sphinx_eventreport.core.lazy_regex import lazy_regex
from sphinx_eventreport.core.media.hosts.address import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx_eventreport.core.shortcodes.arguments import Arguments

_MARKDOWN = MarkdownIt("commonmark")
_SOURCES = ("src", "path", "image_path", "file", "url", "image", "img", "link", "href")
_PICTURE = lazy_regex(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)(?:$|[?#])", re.IGNORECASE)
_SIZE = lazy_regex(r"\d{1,5}(?:%|px)?")
_SCRIPT = lazy_regex(r"\.(?:css|js|scss|sass|coffee|map)$", re.IGNORECASE)
# Where jekyll-assets looks (https://github.com/envygeeks/jekyll-assets#default-configuration).
_ASSETS = "/_assets/images/"
# What jekyll-assets is asked for besides a tag: "{% asset x.png @path %}".
_PATH_ONLY = frozenset({"@path", "@uri", "@url", "@data"})


def picture_html(source: str, alt: str, caption: str = "", link: str = "", size: str = "") -> str:
    """Return the HTML of a picture, on one line; *caption* is Markdown, *link* is where a click leads.

    A caption stands for an *alt* that is missing, as it does in Hugo and Quarto.
    """
    alt = alt or _plain(caption)
    html = f'<img src="{escape(source)}" alt="{escape(alt)}"{size}>'
    if link:
        html = f'<a href="{escape(link)}">{html}</a>'
    if caption:
        html = f"<figure>{html}<figcaption>{inline_html(caption)}</figcaption></figure>"
    return html


def _plain(markdown: str) -> str:
    """Return the words of *markdown*, a piece of a line."""
    children = [token for block in _MARKDOWN.parseInline(markdown) for token in block.children or ()]
    return " ".join(
        "".join(token.content or " " * token.type.endswith("break") for token in children).split()
    )


def inline_html(markdown: str) -> str:
    """Return *markdown*, a piece of a line, as HTML on one line."""
    return str(_MARKDOWN.renderInline(" ".join(markdown.split()))).replace("\n", " ")


def figure(arguments: Arguments) -> str:
    """Return the picture of Hugo's ``figure`` and of shortcodes and includes like it; "" without a source."""
    source = arguments.called(*_SOURCES) or next(filter(_is_picture, arguments.positional), arguments.at(0))
    if not source or is_placeholder(source) or not _may_be_file(source):
        return ""
    link = arguments.called("link") if source != arguments.called("link") else ""
    return picture_html(source, arguments.called("alt"), _caption(arguments), link, _size(arguments))


def _caption(arguments: Arguments) -> str:
    said = [arguments.called("title"), arguments.called("caption", "legend", "description", "desc")]
    credit, where = arguments.called("attr", "credit", "attribution"), arguments.called("attrlink")
    said.append(f"[{credit}](<{where}>)" if credit and where else credit)
    return " ".join(dict.fromkeys(filter(None, said)))


def _size(arguments: Arguments) -> str:
    sizes = ((name, arguments.called(name)) for name in ("width", "height"))
    return "".join(f' {name}="{value}"' for name, value in sizes if _SIZE.fullmatch(value))


def _is_picture(text: str) -> bool:
    return bool(_PICTURE.search(text))


def _may_be_file(text: str) -> bool:
    return "/" in text or "." in text


def octopress_image(arguments: Arguments) -> str:
    """Read ``{% img [class] path [width [height]] [title [alt]] %}``, and names in place of places."""
    words = arguments.positional
    index = next((number for number, word in enumerate(words) if _is_picture(word)), None)
    if index is None:
        return figure(arguments)
    sizes = [word for word in words[index + 1 :] if word.isdecimal()][:2]
    texts = [word for word in words[index + 1 :] if not word.isdecimal()]
    title, alt = (*texts, "", "")[:2]
    size = "".join(f' {name}="{value}"' for name, value in zip(("width", "height"), sizes, strict=False))
    caption = arguments.called("title", "caption") or title
    return picture_html(words[index], arguments.called("alt") or alt, caption, size=size)


def asset(arguments: Arguments) -> str:
    """Read the picture of jekyll-assets, or with ``@path`` its address; a style or script shows nothing."""
    name = arguments.called("src", "path") or arguments.at(0)
    if not name:
        return ""
    if _SCRIPT.search(name):
        return "<!-- -->"
    path = name if "//" in name or name.startswith("/") else _ASSETS + name
    if _PATH_ONLY.intersection(arguments.positional) or not _is_picture(name):
        return escape(path)
    return picture_html(path, arguments.called("alt"), size=_size(arguments))


def asset_path(arguments: Arguments) -> str:
    """Read the address of a file of jekyll-assets, for ``{% asset_path x %}``."""
    name = arguments.at(0)
    return escape(name if "//" in name or name.startswith("/") else _ASSETS + name) if name else ""


def gallery(pictures: object, caption: str) -> str:
    """Return the HTML of a list of *pictures*, maps or paths as front matter has them; "" if it has none."""
    items = pictures if isinstance(pictures, list) else []
    html = " ".join(filter(None, map(_of_gallery, items)))
    if html and caption:
        html = f"<figure>{html}<figcaption>{inline_html(caption)}</figcaption></figure>"
    return f"<div>{html}</div>" if html else ""


def _of_gallery(item: object) -> str:
    if isinstance(item, str):
        return picture_html(item, "")
    values = item if isinstance(item, dict) else {}
    texts = {key: value for key, value in values.items() if isinstance(value, str)}
    source = texts.get("image_path") or texts.get("src") or texts.get("image") or texts.get("url")
    if not source:
        return ""
    link = texts.get("url", "")
    return picture_html(source, texts.get("alt") or texts.get("title", ""), texts.get("title", ""), link)


READERS: Mapping[str, Callable[[Arguments], str]] = {
    **dict.fromkeys(
        "figure fig img-fig image figure-image figimg responsive_image responsive-image picture "
        "imgproc imgproc2 "
        "image-box lightbox imgcap captioned_image figurelink imagefig popup-img bfigure zoomable".split(),
        figure,
    ),
    "img": octopress_image,
    "fancybox": octopress_image,
    "thumbnail": octopress_image,
    "asset": asset,
    "asset_tag": asset,
    "asset_path": asset_path,
}
"""The names of shortcodes and tags of one picture."""
