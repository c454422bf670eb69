"""Which parser reads Markdown: MyST-Parser's, or that of an extension before us that builds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.parsers.sphinx_ import MystParser
from myst_parser.sphinx_ext.main import setup_sphinx

from sphinx_eventreport.core.posts.colon_fences import COLON_FENCE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_eventreport.core.frontmatter import FrontMatter

MYST = "markdown"
"""What Sphinx calls the files of MyST-Parser."""
NOTEBOOK = "myst-nb"
"""What it calls those of MyST-NB: notebooks, and all Markdown of a site that has it."""
MARKDOWN = frozenset({MYST, "myst", NOTEBOOK})
"""What it may call Markdown."""
_SUFFIX = ".md"
_POSTS = (".markdown", ".mdx", ".qmd")


def load_markdown(app: Sphinx) -> None:
    """Load MyST-Parser, or what is missing of it where another extension has ``.md``, as MyST-NB does.

    MyST-Parser's own ``setup`` would take the suffix a second time, which stops Sphinx.
    """
    if _SUFFIX not in app.registry.source_suffix or "myst_parser" in app.extensions:
        app.setup_extension("myst_parser")
        return
    setup_sphinx(app)
    if MYST not in app.registry.source_parsers:
        app.add_source_parser(MystParser)


def read_posts(_app: Sphinx, config: Config) -> None:
    """Have the files of posts read as ``.md`` is, unless the site says otherwise (``config-inited``)."""
    parser = config.source_suffix.get(_SUFFIX, MYST)
    # Not put into the mapping that is there: it may be Sphinx's default, for all sites.
    config.source_suffix = {**config.source_suffix, **dict.fromkeys(_POSTS, parser), **config.source_suffix}


def reads_colons(config: Config, front: FrontMatter) -> bool:
    """Return whether MyST-Parser reads ``:::{tip}`` on the page with *front*, which may say so for itself."""
    myst = front.mapping.get("myst")
    own = myst.get("enable_extensions") if isinstance(myst, dict) else None
    return COLON_FENCE in (own if isinstance(own, list) else config.myst_enable_extensions)
