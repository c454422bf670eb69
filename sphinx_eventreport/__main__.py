"""``python -m sphinx_eventreport``: the command line."""

from __future__ import annotations

import sys

from sphinx_eventreport.cli import main

if __name__ == "__main__":
    sys.exit(main())
