"""What doctrees and pages are made with, besides their sources: code, templates, style sheets, scripts."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

    from sphinx_eventreport.optimize.unchanged.digests import FileStates

PACKAGES = frozenset(
    "sphinx docutils jinja2 pygments babel markdown_it_py mdit_py_plugins myst_parser sphinx_design "
    "snowballstemmer pystemmer".split()
)
"""What makes doctrees and pages without being an extension of Sphinx, or as one that tells no version.

The names are those of folders with what is known of a package, without its version, in small letters.
"""

_INSTALLED = frozenset({"site-packages", "dist-packages"})
"""The folders into which packages are installed, each with its version."""

_TEMPLATES = (".html", ".xml", ".jinja", ".j2", ".conf", ".toml")
"""The suffixes of what a theme or a site draws pages with. Sphinx itself looks at the first one."""

_ASSETS = (".css", ".js", ".css_t", ".js_t", ".css.jinja", ".js.jinja")
"""The suffixes of what is copied or drawn into ``_static`` and named in pages, with a checksum."""


def code(app: Sphinx, states: FileStates) -> str:
    """Return a digest of the code that makes doctrees: versions, and files of what has none."""
    parts = [
        sys.version_info[:2],
        sorted(_versions()),
        sorted((extension.name, str(extension.version)) for extension in app.extensions.values()),
        [states[path].digest for path in sorted(_code_of_site(app))],
    ]
    return _digest(parts)


def frame(app: Sphinx, made_with: str, states: FileStates) -> str:
    """Return a digest of what is around all pages: code, templates, assets, configuration of pages."""
    info: Any = getattr(app.builder, "build_info", None)
    parts = [
        made_with,
        getattr(info, "config_hash", ""),
        getattr(info, "tags_hash", ""),
        [(name, states[path].digest) for name, path in sorted(_drawn_with(app))],
    ]
    return _digest(parts)


def _versions() -> Iterator[str]:
    """Yield what is installed of the packages above, with its version: ``docutils-0.22.4.dist-info``.

    To ask Python for each takes a hundredth of a second for all, in each build.
    """
    for folder in sys.path:
        with suppress(OSError):
            for name in os.listdir(folder):  # noqa: PTH208 -- names are all that is wanted
                if name.endswith(".dist-info") and name.partition("-")[0].lower() in PACKAGES:
                    yield name


def _code_of_site(app: Sphinx) -> Iterator[str]:
    """Yield the files of extensions that are not installed, and ``conf.py`` where it is one."""
    if callable(getattr(app.config, "setup", None)):
        yield str(Path(app.confdir, "conf.py"))
    roots = {extension.name.partition(".")[0] for extension in app.extensions.values()}
    for name in roots:
        file = getattr(sys.modules.get(name), "__file__", None)
        if file and not _INSTALLED.intersection(Path(file).parts):
            path = Path(file)
            yield from _below(str(path.parent), (".py",)) if path.stem == "__init__" else [file]


def _drawn_with(app: Sphinx) -> Iterator[tuple[str, str]]:
    """Yield the files that pages are drawn with, each as its place in its folder, and its path."""
    theme: Any = getattr(app.builder, "theme", None)
    templates: Any = getattr(app.builder, "templates", None)
    folders = [Path(folder) for folder in getattr(templates, "pathchain", ())]
    static = [Path(folder, "static") for folder in (theme.get_theme_dirs() if theme else ())]
    static += [Path(folder) for folder in getattr(app.registry, "static_dirs", ())]
    static += [Path(app.confdir, folder) for folder in app.config.html_static_path]
    yield from _files(folders, _TEMPLATES)
    yield from _files(static, _ASSETS)


def _files(folders: Iterable[Path], suffixes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for number, folder in enumerate(folders):
        for path in _below(str(folder), suffixes):
            yield f"{number}/{path.removeprefix(str(folder))}", path


def _below(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the files with one of *suffixes* below *folder*; `Path` takes several times as long."""
    for place, _folders, names in os.walk(folder):
        for name in names:
            if name.endswith(suffixes):
                yield f"{place}{os.sep}{name}"


def _digest(parts: object) -> str:
    return sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()[:32]
