"""The configuration of a site."""

from sphinx_eventreport.sphinx_ext.config.reading import (
    check_config,
    config_fields,
    read_config,
    read_value,
    today,
)
from sphinx_eventreport.sphinx_ext.config.values import ABOUT, PREFIX, ReportConfig

__all__ = [
    "ABOUT",
    "PREFIX",
    "ReportConfig",
    "check_config",
    "config_fields",
    "read_config",
    "read_value",
    "today",
]
