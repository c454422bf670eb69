"""What a directive says of its audience, and whether anything of the document being read is withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sphinx_eventreport.core.schema.audience import may_see
from sphinx_eventreport.sphinx_ext.config import read_value
from sphinx_eventreport.sphinx_ext.messages import _

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.records import Audience

_WITHHELD = "eventreport_withheld"


def is_shown(env: BuildEnvironment, audience: Audience) -> bool:
    """Return whether the site may show what is for *audience*; if not, the document being read is cut."""
    # What is public is shown by every site, and most directives are: no need to read the configuration.
    if audience == "public" or may_see(audience, read_value(env.config, "audience")):
        return True
    note_cut(env)
    return False


def note_cut(env: BuildEnvironment) -> None:
    """Say that the source of the document being read has what the site may not show."""
    env.temp_data[_WITHHELD] = True


def is_cut(env: BuildEnvironment) -> bool:
    """Return whether the source of the document being read has what the site may not show."""
    return bool(env.temp_data.get(_WITHHELD))


def internal_notice() -> nodes.paragraph:
    """Return the line that says, on the site for the team, that what is below it is internal."""
    text = _("Internal")
    return nodes.paragraph("", "", nodes.strong(text, text), classes=["er-notice", "er-internal"])
