"""Front matter: source text in, plain values and the line of every key out.

The only package that imports YAML and TOML. Neither the size nor the shape of the text can
make it raise, recurse or run anything: what cannot be read is a Problem, and the rest is read.
"""

from __future__ import annotations

from sphinx_eventreport.core.frontmatter.fences import find_block, leading_lines, unclosed_problem
from sphinx_eventreport.core.frontmatter.json_source import read_json
from sphinx_eventreport.core.frontmatter.meta_lines import read_meta_file, read_meta_lines
from sphinx_eventreport.core.frontmatter.metadata_directive import (
    read_event_directive,
    read_post_directive,
    with_post,
)
from sphinx_eventreport.core.frontmatter.model import (
    Format,
    FrontMatter,
    front_matter_of,
    line_of,
    printable,
)
from sphinx_eventreport.core.frontmatter.note import read_note
from sphinx_eventreport.core.frontmatter.rst_source import FIELD, first_heading, read_rst
from sphinx_eventreport.core.frontmatter.toml_source import read_toml
from sphinx_eventreport.core.frontmatter.writing import write_front_matter
from sphinx_eventreport.core.frontmatter.yaml_source import read_yaml, read_yaml_file

__all__ = [
    "FIELD",
    "Format",
    "FrontMatter",
    "first_heading",
    "front_matter_of",
    "line_of",
    "printable",
    "read_event_directive",
    "read_front_matter",
    "read_json",
    "read_meta_file",
    "read_rst",
    "read_yaml_file",
    "write_front_matter",
]

_READERS = {"yaml": read_yaml, "toml": read_toml}


def read_front_matter(text: str) -> FrontMatter:
    """Return the front matter that *text* starts with; one of no lines if it has none.

    YAML is between ``---`` and ``---`` or ``...``, TOML between ``+++`` and ``+++``, the first
    fence on the first line. Line ends may be LF or CRLF, and a BOM may come first. Text between
    thematic breaks is not front matter, and text after a fence that is never closed stays text.
    Without a fence it may be the metadata of Pelican or Nikola, a ``{post}`` of ABlog, or the tags of a
    note of HackMD.
    """
    block = find_block(text)
    if block is None:
        return read_meta_lines(text) or read_post_directive(text) or read_note(text) or FrontMatter()
    read = _READERS[block.format]
    if block.closed:
        reading = read(block.lines, 2)
        if reading is not None:
            return with_post(reading.front_matter(block.format, end=len(block.lines) + 2), text)
    head = leading_lines(block)
    reading = read(head, 2) if head else None
    if reading is None:
        return FrontMatter()
    reading.problems.insert(0, unclosed_problem(block.format))
    return reading.front_matter(block.format, end=len(head) + 1)
