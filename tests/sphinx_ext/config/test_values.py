from __future__ import annotations

import pytest
from sphinx.config import Config
from support.site import CONF, Site

from sphinx_eventreport.sphinx_ext.config import ReportConfig, config_fields, read_config


def config(value: object) -> Config:
    """Return Sphinx's configuration with *value* as ``eventreport_patterns``."""
    found = Config({"eventreport_patterns": value})
    for name, default, rebuild, _help in config_fields():
        found.add(name, default, rebuild, ())
    return found


@pytest.mark.parametrize("value", [["reports/*"], ("reports/*",)])
def test_patterns_are_a_list_of_texts(value: object) -> None:
    """A tuple will do as well."""
    assert read_config(config(value)).patterns == ["reports/*"]


@pytest.mark.parametrize("value", ["reports/*", [1], 3, None, {"reports/*": 1}, [["reports/*"]]])
def test_a_wrong_value_counts_as_the_default(value: object) -> None:
    """No value ends a build."""
    assert read_config(config(value)) == ReportConfig()


def test_every_value_has_the_prefix() -> None:
    """No other extension's value is taken by accident."""
    assert all(name.startswith("eventreport_") for name, *_rest in config_fields())


def test_every_value_says_what_it_is_for() -> None:
    """The reference page of the documentation is made of these texts."""
    assert all(text.endswith(".") for *_rest, text in config_fields())


@pytest.mark.parametrize("value", ["3", "'reports/*'", "[1]", "{}"])
def test_a_wrong_value_is_a_warning(site: Site, value: str) -> None:
    """The warning names the value and says how to write it."""
    site.write({"conf.py": f"{CONF}eventreport_patterns = {value}\n", "index.md": "# Index\n"})
    (warning,) = (line for line in site.build("dummy").warnings if "[eventreport.config]" in line)
    assert warning == (
        f"WARNING: eventreport_patterns in conf.py should be a list of strings, not {value}; "
        'write it as eventreport_patterns = ["reports/*"] [eventreport.config]'
    )


@pytest.mark.parametrize("value", ["[]", '["reports/*"]', '("reports/*",)'])
def test_a_right_value_is_no_warning(site: Site, value: str) -> None:
    """Nothing is said about what is as it should be."""
    site.write({"conf.py": f"{CONF}eventreport_patterns = {value}\n", "index.md": "# Index\n"})
    assert not any("[eventreport.config]" in line for line in site.build("dummy").warnings)


@pytest.mark.parametrize("value", ["'2025'", "'31 May 2025'", "20250531"])
def test_today_is_a_whole_day(site: Site, value: str) -> None:
    """A script compares it as text."""
    site.write({"conf.py": f"{CONF}eventreport_today = {value}\n", "index.md": "# Index\n"})
    (warning,) = (line for line in site.build("dummy").warnings if "[eventreport.config]" in line)
    assert "should be a day such as 2025-01-31" in warning


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("eventreport_pattern", "did you mean eventreport_patterns?"),
        ("event_report_drafts", "did you mean eventreport_drafts?"),
        ("eventreport_zzzz", "remove it, or give it a name that does not begin so"),
        ("eventreport_optimise", "did you mean eventreport_optimize?"),
        ("event_name", None),
        ("eventreport_drafts", None),
    ],
)
def test_a_name_that_is_nearly_ours_is_told(site: Site, name: str, near: str | None) -> None:
    """With the nearest one; Sphinx itself passes it by."""
    site.write({"conf.py": f"{CONF}{name} = True\n", "index.md": "# Index\n"})
    said = [line for line in site.build("dummy").warnings if "[eventreport.config]" in line]
    expected = f"WARNING: {name} in conf.py is not a configuration value; {near} [eventreport.config]"
    assert said == ([expected] if near else [])


def test_what_is_no_value_may_have_any_name(site: Site) -> None:
    """Functions and modules of ``conf.py``."""
    site.write({"conf.py": f"{CONF}def eventreport_draft():\n    pass\n", "index.md": "# Index\n"})
    assert not any("[eventreport.config]" in line for line in site.build("dummy").warnings)
