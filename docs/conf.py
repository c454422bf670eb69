"""The documentation, built with the extension that it documents."""

import os
import sys
from pathlib import Path

import sphinx_eventreport

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx_eventreport"
author = "The sphinx_eventreport authors"
copyright = "the sphinx_eventreport authors"  # noqa: A001 -- the name that Sphinx reads
release = version = sphinx_eventreport.__version__

extensions = ["sphinx_eventreport", "sphinx.ext.intersphinx", "reference_tables"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 2
# How-to pages show how other projects are referred to. This build asks the network for nothing.
intersphinx_mapping: dict[str, tuple[str, str | None]] = {}

eventreport_people = "examples/people.yml"

# Feeds, citations and the pages of slides say where they are.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "https://example.org/sphinx-eventreport/")
html_theme = "furo"
html_title = f"sphinx_eventreport {release}"

# Names of people in many scripts; pdfLaTeX would have stand-ins for some.
latex_engine = "xelatex"
latex_use_xindy = False
latex_elements = {
    "extrapackages": r"\IfFileExists{xeCJK.sty}{\usepackage{xeCJK}"
    r"\IfFontExistsTF{Noto Serif CJK SC}{\setCJKmainfont{Noto Serif CJK SC}}{}}{}"
}

# The hosts, the videos and the decks in the examples are invented.
linkcheck_ignore = [
    r"https?://([\w-]+\.)?example\.(com|org)(/|$)",
    r"https://(www\.)?speakerdeck\.com/(example|player/0{32}|0{32})",
    r"https://(www\.)?youtube(-nocookie)?\.com/.*examplevid0",
    r"https://(player\.)?vimeo\.com/(video/)?0{9}",
]
