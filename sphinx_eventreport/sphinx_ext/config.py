"""The configuration values, as one validated dataclass.

A bad value is warned about and replaced by its default. Sphinx's own ``config`` object is never
changed: a changed value would make every later build think that the configuration had changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "eventreport_"


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """The values of ``conf.py``, each with the prefix ``eventreport_`` there."""

    patterns: list[str] = field(
        default_factory=list,
        metadata={
            "rebuild": "env",
            "help": "Glob patterns of document names that are reports even where their front matter "
            'does not say so, such as `["reports/*"]`.',
        },
    )


def config_fields() -> Iterator[tuple[str, Any, Literal["env", "html"], str]]:
    """Yield name, default, rebuild mode and help of each configuration value."""
    defaults = ReportConfig()
    for item in fields(ReportConfig):
        yield (
            PREFIX + item.name,
            getattr(defaults, item.name),
            item.metadata["rebuild"],
            item.metadata["help"],
        )


def read_config(config: Config) -> ReportConfig:
    """Return the validated values of *config*; a value of a wrong type counts as its default."""
    value = config.eventreport_patterns
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return ReportConfig(patterns=list(value))
    return ReportConfig()


def check_config(_app: Sphinx, config: Config) -> None:
    """Warn about values of a wrong type (``config-inited``)."""
    value = config.eventreport_patterns
    if read_config(config).patterns != list(value if isinstance(value, list | tuple) else [None]):
        problem = Problem(
            Subtype.CONFIG,
            f"eventreport_patterns in conf.py should be a list of texts, not {value!r}",
            hint='write it as eventreport_patterns = ["reports/*"]',
        )
        warn(problem, None)
