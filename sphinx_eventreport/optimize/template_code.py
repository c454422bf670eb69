"""The code that Jinja makes of templates; to make it again is an eighth of a build without a change.

Jinja has a cache of its own. It leaves out templates without a name, which those of style sheets and scripts
are for Sphinx, and does not ask what else than the template the code depends on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import sphinx
from jinja2.sandbox import SandboxedEnvironment

from sphinx_eventreport.core.files.output import OutputFolder
from sphinx_eventreport.core.patching import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from jinja2 import Environment
    from sphinx.application import Sphinx

    Code = dict[bytes, bytes]
    """The code of templates as ``marshal`` writes it, by the digest of all that it was made of."""

_MOST = 400
"""When so many are kept, all are forgotten: templates that were edited would pile up. A site has some 30."""
_KNOWN = ("jinja2", "sphinx", "markupsafe", "builtins", "_operator")
"""Where filters and tests come from that are the same in a release of Jinja and Sphinx."""
_DIGEST = hashlib.sha256().digest_size


@contextmanager
def keep_template_code(app: Sphinx) -> Iterator[None]:
    """Have templates compiled that no earlier build has compiled."""
    environment = getattr(getattr(app.builder, "templates", None), "environment", None)
    if environment is None or not _is_sphinx_own(environment):
        yield
        return
    path = Path(app.doctreedir, "eventreport", "templates.bin")
    before = read_code(path)
    kept = KeptCode(environment, before)
    with replaced(environment, "compile", kept.compile):
        yield
    if kept.code != before:
        # Without it the next build takes as long as this one.
        with suppress(OSError):
            write_code(path, kept.code)


def _is_sphinx_own(environment: Environment) -> bool:
    """Return whether Jinja compiles as ever: others may have put something in the place of what it uses."""
    own = {"code_generator_class", "compile", "intercepted_binops", "intercepted_unops"}
    return (
        type(environment) is SandboxedEnvironment
        and not own & vars(environment).keys()
        and environment.finalize is None
        and isinstance(environment.autoescape, bool)
        and all(_is_of(extension, "jinja2") for extension in environment.extensions.values())
    )


def _is_of(thing: object, *packages: str) -> bool:
    module = getattr(thing, "__module__", None) or ""
    return module.partition(".")[0] in packages


class KeptCode:
    """The compiler of templates of *environment*, and what it and those of earlier builds made."""

    def __init__(self, environment: Environment, code: Code) -> None:
        self.code = dict(code)
        """The code that is known now."""
        self._environment = environment
        self._compile: Callable[..., Any] = environment.compile

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, **others: Any
    ) -> Any:
        """Return what ``jinja2.Environment.compile`` returns for the same arguments."""
        if others or not isinstance(source, str) or self._foreign_in(source):
            return self._compile(source, name, filename, **others)
        digest = self._digest(source, name, filename)
        found = self.code.get(digest)
        if found is not None:
            # As trustworthy as the pickles of Sphinx in the same folder.
            return marshal.loads(found)  # noqa: S302
        made: CodeType = self._compile(source, name, filename)
        if len(self.code) >= _MOST:
            self.code.clear()
        self.code[digest] = marshal.dumps(made)
        return made

    def _foreign_in(self, source: str) -> bool:
        """Return whether *source* may use a filter of others; Jinja calls it right away for a constant."""
        functions = {**self._environment.filters, **self._environment.tests}
        return any(name in source and not _is_of(made, *_KNOWN) for name, made in functions.items())

    def _digest(self, source: str, name: str | None, filename: str | None) -> bytes:
        return hashlib.sha256(repr((self._made_with, name, filename, source)).encode()).digest()

    @cached_property
    def _made_with(self) -> tuple[object, ...]:
        """What the code depends on besides the template: versions, and the settings of the environment."""
        plain = (str, int, type(None))
        settings = {key: value for key, value in vars(self._environment).items() if isinstance(value, plain)}
        return (
            importlib.util.MAGIC_NUMBER,
            jinja2.__version__,
            sphinx.__version__,
            sorted(settings.items()),
            sorted(self._environment.extensions),
            sorted(self._environment.policies.items()),
        )


def read_code(path: Path) -> Code:
    """Return the code in the file *path*: none if there is no such file, or if it is damaged."""
    with suppress(OSError):
        content = path.read_bytes()
        if hashlib.sha256(content[_DIGEST:]).digest() == content[:_DIGEST]:
            found: Code = marshal.loads(content[_DIGEST:])  # noqa: S302 -- written by `write_code`
            return found
    return {}


def write_code(path: Path, code: Code) -> None:
    """Write *code* into the file *path*; raise :exc:`OSError` if that cannot be."""
    content = marshal.dumps(code)
    OutputFolder(path.parent).write(path.name, hashlib.sha256(content).digest() + content)
