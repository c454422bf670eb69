"""The pictures of a report: that of its card, and the one at the top of its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from sphinx_eventreport.core.files.lookup import cover_of
from sphinx_eventreport.core.media.pictures import remote_picture
from sphinx_eventreport.core.problems import Problem
from sphinx_eventreport.sphinx_ext.inline.paths import is_remote
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.reading.files import find_file
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Report
    from sphinx_eventreport.sphinx_ext.site.page import Page

# What may be between the title and the first words of an author.
_ABOVE_THE_TEXT = (nodes.title, nodes.comment, nodes.target, nodes.pending, nodes.meta)


class ReportPictures(NamedTuple):
    """The pictures of a report: paths from the source directory."""

    thumbnail: str | None
    """The one of its card."""
    banner: str | None
    """The one above its text."""


def report_pictures(
    report: Report, lines: Mapping[str, int], section: nodes.Element, env: BuildEnvironment
) -> ReportPictures:
    """Return the pictures of *report*, whose keys are on *lines* and whose text is in *section*.

    A banner is the picture of the card, too, where there is no other. Where nothing is named, a
    bundle has its cover. What the text begins with is not shown above it again.
    """
    banner = _find("banner", report.banner, lines, env)
    thumbnail = _find("thumbnail", report.thumbnail, lines, env)
    if not report.banner and not report.thumbnail:
        banner = _cover(env)
    is_repeated = banner is not None and banner in _opening_picture(section, env)
    return ReportPictures(thumbnail or banner, None if is_repeated else banner)


def pages_with_other_covers(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], _removed: set[str]
) -> list[str]:
    """Return the bundles into which a cover has come since they were read (``env-get-outdated``)."""
    pages = site_of(env).pages
    return sorted(docname for docname, page in pages.items() if _has_new_cover(page, Path(app.srcdir)))


def _has_new_cover(page: Page, source: Path) -> bool:
    report = page.report
    if report is None or report.banner or report.thumbnail:
        return False
    cover = cover_path(page.docname, source)
    return cover is not None and cover != page.thumbnail


def cover_path(docname: str, source: Path) -> str | None:
    """Return the path of the picture that generators show for the page *docname*, if it is in a bundle.

    The first page of the site is in none: what is beside it is the site's.
    """
    cover = cover_of(source / docname) if "/" in docname else None
    return cover.relative_to(source).as_posix() if cover is not None else None


def _cover(env: BuildEnvironment) -> str | None:
    path = cover_path(env.docname, Path(env.srcdir))
    return _find("cover", f"/{path}", {}, env) if path is not None else None


def _find(field: str, written: str | None, lines: Mapping[str, int], env: BuildEnvironment) -> str | None:
    """Return the path of the picture *written*, made known to every builder; ``None`` if there is none."""
    if not written:
        return None
    line = lines.get(field)
    if is_remote(written):
        warn_on_page(env, remote_picture(written, line))
        return None
    found = find_file(env, written, what=f"the {field}", line=line, key=field)
    if isinstance(found, Problem):
        warn_on_page(env, found)
        return None
    env.images.add_file(env.docname, found.path)
    return found.path


def _opening_picture(section: nodes.Element, env: BuildEnvironment) -> Iterator[str]:
    """Yield the path of the picture that the text of *section* begins with, if it begins with one."""
    text = (child for child in section.children if not _is_above_the_text(child))
    node = next(text, None)
    while isinstance(node, nodes.Element) and not isinstance(node, nodes.image):
        # A picture may be in a paragraph, a figure, a link: whatever has nothing before it.
        node = next(
            (child for child in node.children if child.astext() or not isinstance(child, nodes.Text)), None
        )
    if isinstance(node, nodes.image):
        yield env.relfn2path(node["uri"], env.docname)[0]


def _is_above_the_text(node: nodes.Node) -> bool:
    return isinstance(node, _ABOVE_THE_TEXT) or (
        isinstance(node, nodes.paragraph) and "er-talk-line" in node["classes"]
    )
