"""The optimizations, one line of a table for each: what it is called, what it does, and what does it.

To add one: write a function that takes the application and returns a context manager, within which it is in
force, and its line here. The reference page and the configuration value follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sphinx_eventreport.optimize.asset_tags import remember_tags
from sphinx_eventreport.optimize.doctree_cache import forget_read_doctrees
from sphinx_eventreport.optimize.docutils_settings import (
    remember_default_settings,
    remember_settings_of_pages,
)
from sphinx_eventreport.optimize.event_log import describe_events_if_logged
from sphinx_eventreport.optimize.garbage_collector import (
    collect_less_often,
    end_at_once,
    load_without_collecting,
)
from sphinx_eventreport.optimize.idle_transforms import (
    leave_out_idle_of_sphinx,
    leave_out_idle_of_sphinx_design,
)
from sphinx_eventreport.optimize.inventory import keep_inventory
from sphinx_eventreport.optimize.outlines import pickle_outlines_once
from sphinx_eventreport.optimize.search_index import index_words_once, keep_terms
from sphinx_eventreport.optimize.smart_quotes import curl_where_there_are_quotes
from sphinx_eventreport.optimize.stems import remember_stems
from sphinx_eventreport.optimize.template_code import keep_template_code
from sphinx_eventreport.optimize.translators import make_translators_at_once, write_titles_at_once
from sphinx_eventreport.optimize.unchanged.item import keep_unchanged
from sphinx_eventreport.optimize.versions import DOCUTILS, MYST_PARSER, SPHINX, SPHINX_DESIGN, Releases

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx


class During(Enum):
    """The time during which an optimization is in force."""

    LOADING = "the environment of the last build is loaded; the application has no builder yet"
    UPDATING = (
        "the application builds: Sphinx finds out what is out of date, all of the next, and what follows"
    )
    BUILDING = "the builder reads, writes and finishes"


@dataclass(frozen=True, slots=True)
class Item:
    """One optimization."""

    name: str
    """Its name in ``eventreport_optimize``."""
    does: str
    """Its effect and purpose, in Markdown, for the reference page."""
    read_for: tuple[Releases, ...]
    """The releases whose code was read for it; in others it is left out."""
    enter: Callable[[Sphinx], AbstractContextManager[None]]
    """Makes the context in which it is in force."""
    during: During = During.BUILDING
    """When that context is entered and left."""


ITEMS = (
    Item(
        "environment_loading",
        "Python hardly looks for cyclic garbage while Sphinx loads the environment of the last build, of "
        "which every object stays.",
        (),
        load_without_collecting,
        During.LOADING,
    ),
    Item(
        "unchanged",
        "A document is read again if a file that it is made of has other bytes, and a page is written again "
        "if it has to change or is damaged, whatever the times of the files say. So a build in CI, where "
        "all files are new, costs what changed ({doc}`/how-to/ci`). Pages of documents that are gone are "
        "removed.",
        (SPHINX,),
        keep_unchanged,
        During.UPDATING,
    ),
    Item(
        "garbage_collector",
        "Python looks for cyclic garbage after 10,000 new objects instead of 700 or 2,000, and after 200,000 "
        "until documents are read, and where they are few. Under `sphinx-build` it passes over what was "
        "there before the build. "
        "A threshold that is higher already is left alone.",
        (),
        collect_less_often,
    ),
    Item(
        "process_end",
        "The process of `sphinx-build` ends without a last look for garbage. Other processes end as ever.",
        (),
        end_at_once,
    ),
    Item(
        "doctree_cache",
        "Doctrees that are on the disk already are not kept in memory until they are written.",
        (SPHINX,),
        forget_read_doctrees,
    ),
    Item(
        "outlines",
        "The outlines of pages (`env.tocs`) are pickled when they change, and unpickled when asked for.",
        (SPHINX, DOCUTILS),
        pickle_outlines_once,
    ),
    Item(
        "docutils_settings",
        "The default settings of docutils are made once, and not for each page that MyST-Parser reads.",
        (MYST_PARSER, DOCUTILS),
        remember_default_settings,
    ),
    Item(
        "page_settings",
        "The settings with which docutils reads are made once for each kind of source, not for each page.",
        (SPHINX, DOCUTILS),
        remember_settings_of_pages,
    ),
    Item(
        "event_log",
        "The arguments of events are put into words where `-vv` logs them.",
        (SPHINX,),
        describe_events_if_logged,
    ),
    Item(
        "sphinx_transforms",
        "Transforms of Sphinx are left out on pages without a node they could work on.",
        (SPHINX, DOCUTILS),
        leave_out_idle_of_sphinx,
    ),
    Item(
        "sphinx_design_transforms",
        "Transforms of sphinx-design are left out on pages without one of its components.",
        (SPHINX_DESIGN, DOCUTILS),
        leave_out_idle_of_sphinx_design,
    ),
    Item(
        "smart_quotes",
        "Quotes, dashes and ellipses are made typographic only in texts that have any.",
        (SPHINX, DOCUTILS),
        curl_where_there_are_quotes,
    ),
    Item(
        "translators",
        "What writes the HTML of a page gets the functions of extensions at once, and does not encode texts "
        "without a special character.",
        (SPHINX, DOCUTILS),
        make_translators_at_once,
    ),
    Item(
        "titles",
        "A title that is only text is written without a document of its own.",
        (SPHINX, DOCUTILS),
        write_titles_at_once,
    ),
    Item(
        "asset_tags",
        "The tags of style sheets and scripts are made once for each path to them, and not for each page.",
        (SPHINX,),
        remember_tags,
    ),
    Item(
        "template_code",
        "The code that Jinja makes of templates is kept for the next build.",
        (SPHINX,),
        keep_template_code,
    ),
    Item(
        "stems",
        "The search index asks the site's language for the stem of a word once, and not once for each page.",
        (SPHINX,),
        remember_stems,
    ),
    Item(
        "indexed_words",
        "A word that a page has several times is put into the search index once.",
        (SPHINX,),
        index_words_once,
    ),
    Item(
        "search_index",
        "The words of the last search index stay text where no document with them has changed.",
        (SPHINX,),
        keep_terms,
    ),
    Item(
        "inventory",
        "An `objects.inv` that would name the same objects is not written again.",
        (SPHINX,),
        keep_inventory,
    ),
)
