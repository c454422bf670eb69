"""The catalogues of a translated site, for what Sphinx's own transform does not translate.

Names come from the source in every language; what readers see is the translation.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.locale import init
from sphinx.util.i18n import docname_to_domain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_SOURCE = "eventreport_source"


@dataclass(frozen=True, slots=True)
class Translations:
    """The catalogue of the document *docname*; without one, each text stays as it is."""

    env: BuildEnvironment
    """The environment."""
    docname: str
    """The document."""

    def are_there(self) -> bool:
        """Return whether the site has catalogues at all."""
        return bool(_folders(self.env))

    def of(self, text: str) -> str:
        """Return *text* in the language of the site."""
        if not text or not self.are_there():
            return text
        domain = docname_to_domain(self.docname, self.env.config.gettext_compact)
        catalogue, is_there = init(_folders(self.env), self.env.config.language, domain)
        return catalogue.gettext(text) if is_there else text


def _folders(env: BuildEnvironment) -> list[Path]:
    """Return the folders that have catalogues of the site's language, or of it without its country."""
    language = env.config.language
    names = {language, language.partition("_")[0]}
    folders = [Path(env.srcdir, folder) for folder in env.config.locale_dirs]
    return [folder for folder in folders if any((folder / name).is_dir() for name in names)]


def keep_source_titles(document: nodes.document, env: BuildEnvironment) -> None:
    """Note what headings say before they are translated."""
    if _folders(env):
        for title in document.findall(nodes.title):
            title[_SOURCE] = title.astext()


def forget_source_titles(document: nodes.document, env: BuildEnvironment) -> None:
    """Remove the notes of :func:`keep_source_titles`."""
    if _folders(env):
        for title in document.findall(nodes.title):
            title.attributes.pop(_SOURCE, None)


def source_title(title: nodes.Element) -> str:
    """Return what *title* says in the language of the source."""
    return str(title.get(_SOURCE, "")) if title.get("translated") else title.astext()
