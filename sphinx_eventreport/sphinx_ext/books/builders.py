"""Builders that make a book of the site, and what they find otherwise while they put it together.

The environment is as before when they are done, so no other builder on the same doctrees sees any of it.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from sphinx.util.nodes import process_only_nodes

from sphinx_eventreport.core.patching import replaced, run_within
from sphinx_eventreport.sphinx_ext.books.doctrees import BookDoctrees, outline_with_toctrees
from sphinx_eventreport.sphinx_ext.books.one_page import OnePageLinks
from sphinx_eventreport.sphinx_ext.site.builder_kinds import assembles, is_epub, is_one_page
from sphinx_eventreport.sphinx_ext.site.domain import site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.epub3 import Epub3Builder
    from sphinx.builders.singlehtml import SingleFileHTMLBuilder


def hold_reports(app: Sphinx) -> None:
    """Have books hold the reports that their listings lead to (``builder-inited``)."""
    if is_epub(app.builder):
        # Its pages are those of any site. The contents and the order of reading are made in the end.
        run_within(app.builder, "finish", partial(_assembled, app))
        run_within(app.builder, "finish", partial(_read_once, cast("Epub3Builder", app.builder)))
        run_within(app.builder, "finish", partial(_ordered_by_file, cast("Epub3Builder", app.builder)))
    elif assembles(app.builder):
        run_within(app.builder, "write", partial(_assembled, app))
    if is_one_page(app.builder):
        run_within(app.builder, "write", partial(_linked, cast("SingleFileHTMLBuilder", app.builder)))


@contextmanager
def _assembled(app: Sphinx) -> Iterator[None]:
    env, read = app.env, app.env.get_doctree

    def read_for_builder(docname: str) -> nodes.document:
        document = read(docname)
        process_only_nodes(document, app.tags)
        return document

    doctrees = BookDoctrees(site_of(env), read_for_builder, app.config.latex_appendices)
    # Sphinx keeps the document above all others once it was asked for.
    kept = vars(env).pop("master_doctree", None)
    with ExitStack() as stack:
        stack.enter_context(_outlined(app, doctrees))
        stack.enter_context(replaced(env, "get_doctree", doctrees))
        try:
            yield
        finally:
            vars(env).pop("master_doctree", None)
            if kept is not None:
                env.master_doctree = kept


@contextmanager
def _outlined(app: Sphinx, doctrees: BookDoctrees) -> Iterator[None]:
    """Give the pages with listings outlines from which the contents of the book are made."""
    tocs, before = app.env.tocs, {}
    for docname, document in doctrees.with_listings(app.config.root_doc):
        before[docname] = tocs[docname]
        tocs[docname] = outline_with_toctrees(tocs[docname], document)
    try:
        yield
    finally:
        tocs.update(before)


@contextmanager
def _read_once(builder: Epub3Builder) -> Iterator[None]:
    """Put an index that a toctree names into the order of reading there, and not again at the end."""
    get_toc = builder.get_toc

    def get_toc_with_indices() -> None:
        get_toc()
        there = {str(entry["refuri"]) for entry in builder.refnodes}
        builder.domain_indices = [
            index for index in builder.domain_indices if f"{index[0]}{builder.out_suffix}" not in there
        ]

    with replaced(builder, "get_toc", get_toc_with_indices):
        yield


@contextmanager
def _ordered_by_file(builder: Epub3Builder) -> Iterator[None]:
    """Have the order of reading name the files of the book where a docname has an accent, a space or a quote.

    Sphinx looks there for the address of a page among the names of files.
    """
    build_content = builder.build_content

    def build_content_of_files() -> None:
        files = [{**node, "refuri": unquote(str(node["refuri"]))} for node in builder.refnodes]
        with replaced(builder, "refnodes", files):
            build_content()

    with replaced(builder, "build_content", build_content_of_files):
        yield


@contextmanager
def _linked(builder: SingleFileHTMLBuilder) -> Iterator[None]:
    """Have the links of the page, and those of its contents, lead where they say."""
    assemble, render, root = builder.assemble_doctree, builder.render_partial, builder.config.root_doc
    number_sections, number_figures = builder.assemble_toc_secnumbers, builder.assemble_toc_fignumbers
    links: list[OnePageLinks] = []

    def assemble_and_link() -> nodes.document:
        page = assemble()
        links[:] = [OnePageLinks(page, root)]
        return page

    def render_linked(node: nodes.Element | None) -> dict[str, str]:
        if node is not None and links:
            links[0].lead_on(node)
        return render(node)

    changes = {
        "assemble_doctree": assemble_and_link,
        "assemble_toc_secnumbers": lambda: {root: links[0].section_numbers(number_sections()[root])},
        "assemble_toc_fignumbers": lambda: {root: links[0].figure_numbers(number_figures()[root])},
        "render_partial": render_linked,
    }
    with ExitStack() as stack:
        for name, change in changes.items():
            stack.enter_context(replaced(builder, name, change))
        yield
