"""The roles, and the short names: ``{talk}`` beside ``{eventreport:talk}``, unless the name is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.parsers.rst import directives, roles
from sphinx.roles import XRefRole

from sphinx_eventreport.core.media.directives import EMBED_DIRECTIVES
from sphinx_eventreport.sphinx_ext.log import notice
from sphinx_eventreport.sphinx_ext.site.names import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils.parsers.rst import Directive
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.docutils import SphinxRole


class ReportRole(XRefRole):
    """A cross-reference to an object of one type, whatever name the role was called by."""

    def __init__(self, object_type: str) -> None:
        """Refer to objects of *object_type*."""
        # Names in prose are prose, as those of {ref} are; the default is the type of code.
        super().__init__(innernodeclass=nodes.inline, warn_dangling=True)
        self.object_type = object_type

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Make the reference as if the role had been called by its full name."""
        self.name = f"{DOMAIN}:{self.object_type}"
        return super().run()


def add_short_names(
    own: Mapping[str, type[Directive]], own_roles: Mapping[str, SphinxRole]
) -> Callable[[Sphinx, Config], None]:
    """Return a handler of ``config-inited`` that registers the directives *own* and the roles *own_roles*."""

    def add(app: Sphinx, _config: Config) -> None:
        for name, directive in own.items():
            # docutils has one registry for the process; an earlier build may have left ours there.
            taken = directives._directives.get(name, directive)  # type: ignore[attr-defined]  # noqa: SLF001
            if taken is directive:
                app.add_directive(name, directive, override=True)
            else:
                _say_taken("directive", name)
        for name, role in own_roles.items():
            taken = roles._roles.get(name)  # type: ignore[attr-defined]  # noqa: SLF001
            if taken is None or isinstance(taken, type(role)):
                app.add_role(name, role, override=True)
            else:
                _say_taken("role", name)

    return add


def add_embeds(embed: type[Directive]) -> Callable[[Sphinx, Config], None]:
    """Return a handler of ``config-inited`` that has *embed* read the directives of other systems.

    Where an extension of theirs is there, it reads them itself.
    """

    def add(_app: Sphinx, _config: Config) -> None:
        for name in EMBED_DIRECTIVES:
            directives._directives.setdefault(name, embed)  # type: ignore[attr-defined]  # noqa: SLF001

    return add


def _say_taken(kind: str, name: str) -> None:
    notice(
        "sphinx_eventreport: another extension has taken the %s {%s}; write {eventreport:%s}",
        kind,
        name,
        name,
    )
