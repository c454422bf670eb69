"""The source of a document as the audience of the site may see it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sphinx_eventreport.core.audience import public_markdown, public_rst, public_text
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.core.schema.audience import KEY, audience_of, for_audience, may_see
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.log import warn_on_page
from sphinx_eventreport.sphinx_ext.nodes.audience import is_shown, note_cut

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.frontmatter import FrontMatter
    from sphinx_eventreport.core.records import Audience, Report


def empty_if_internal(env: BuildEnvironment, audience: Audience, source: list[str], *, is_rst: bool) -> bool:
    """Leave nothing in *source* but the name of the site, if the site may not show the page; return whether.

    Of such pages only the one above all others is read.
    """
    if is_shown(env, audience):
        return False
    message = "The page is internal, and a site cannot do without the page above all others; so it is empty"
    hint = "write what is internal into an {audience} directive instead"
    warn_on_page(env, Problem(Subtype.VALUE, message, field="audience", hint=hint))
    title = env.config.project or "."
    source[0] = f"{title}\n{'=' * 2 * len(title)}\n" if is_rst else f"# {title}\n"
    return True


def public_source(env: BuildEnvironment, text: str, first: int, *, is_rst: bool) -> str:
    """Return *text*, whose front matter ends before the line *first*, without what the site may not show."""
    if may_see("internal", read_value(env.config, "audience")):
        return text
    found = public_rst(text) if is_rst else public_markdown(text, first)
    if found != text:
        note_cut(env)
    return found


def public_report(env: BuildEnvironment, report: Report) -> Report:
    """Return *report* without those talks of its front matter that the site may not show."""
    found = for_audience(report, read_value(env.config, "audience"))
    if found.talks != report.talks:
        note_cut(env)
    return found


def public_front(env: BuildEnvironment, front: FrontMatter) -> FrontMatter:
    """Return *front*, which templates and other extensions get, without such talks."""
    talks = front.mapping.get("talks")
    if not isinstance(talks, list):
        return front
    site = read_value(env.config, "audience")
    shown = [one for one in talks if not isinstance(one, dict) or may_see(audience_of(one.get(KEY)), site)]
    return replace(front, mapping={**front.mapping, "talks": shown})


def read_included(app: Sphinx, _path: Path, _docname: str, source: list[str]) -> None:
    """Take what the site may not show out of a text that a document includes (``include-read``)."""
    if not may_see("internal", read_value(app.config, "audience")):
        source[0] = public_text(source[0])
