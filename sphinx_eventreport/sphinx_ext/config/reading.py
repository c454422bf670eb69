"""Configuration as Sphinx has it -> one validated record.

A bad value is warned about, and its default is used. The value in Sphinx's own ``config`` stays as it was
written: with another one there, every later build would think that the configuration had changed.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config.values import ABOUT, PREFIX, ReportConfig
from sphinx_eventreport.sphinx_ext.log import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from sphinx_eventreport.sphinx_ext.config.values import Rebuild


def config_fields() -> Iterator[tuple[str, Any, Rebuild, str]]:
    """Yield name, default, rebuild mode and help of each configuration value."""
    defaults = ReportConfig()
    for name, about in ABOUT.items():
        yield PREFIX + name, getattr(defaults, name), about.rebuild, about.help


def read_config(config: Config) -> ReportConfig:
    """Return the validated values of *config*; a value of a wrong type counts as its default."""
    written = {name: getattr(config, PREFIX + name) for name in ABOUT}
    values = {name: value for name, value in written.items() if ABOUT[name].check(value)}
    for name in ("patterns", "file_path", "minutes_patterns", "public"):
        if name in values:
            values[name] = list(values[name])
    return ReportConfig(**values)


def read_value(config: Config, name: str) -> Any:
    """Return one validated value of *config*: it is asked of each page, and all take ten times as long."""
    written = getattr(config, PREFIX + name)
    return written if ABOUT[name].check(written) else getattr(ReportConfig(), name)


def today(config: Config) -> dt.date:
    """Return the day of this build: the one that *config* says, or that of the clock."""
    said = read_value(config, "today")
    return dt.date.fromisoformat(said) if said else dt.date.today()  # noqa: DTZ011 -- the day where it is built


def check_config(_app: Sphinx, config: Config) -> None:
    """Warn about values of a wrong type (``config-inited``)."""
    for name, about in ABOUT.items():
        value = getattr(config, PREFIX + name)
        if not about.check(value):
            field = PREFIX + name
            message = f"{field} in conf.py should be {about.wanted}, not {value!r}"
            hint = f"write it as {field} = {about.example}"
            warn(Problem(Subtype.CONFIG, message, None, field, hint), None)
