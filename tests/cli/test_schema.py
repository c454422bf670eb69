from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sphinx_eventreport.cli import main
from sphinx_eventreport.core.schema import json_schema

if TYPE_CHECKING:
    import pytest


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """As one JSON document."""
    assert (main(["schema"]), json.loads(capsys.readouterr().out)) == (0, json_schema())
