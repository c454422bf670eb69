"""When decks are read, drawn and tidied up in a build: workers are there for as long as it takes."""

from __future__ import annotations

import time
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.display import status_iterator

from sphinx_eventreport.core.patching import run_within
from sphinx_eventreport.decks.model import Limits
from sphinx_eventreport.decks.store import Store
from sphinx_eventreport.decks.workers import Workers
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.site.decks import SiteDecks, slide_file
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of
from sphinx_eventreport.sphinx_ext.site.picture_plan import CHATS, picture_plan, plan_of_book, plan_of_page
from sphinx_eventreport.sphinx_ext.site.slide_pages import deck_pages
from sphinx_eventreport.sphinx_ext.slides.slide_nodes import opening_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.config import ReportConfig
    from sphinx_eventreport.sphinx_ext.site.decks import SlideFile
    from sphinx_eventreport.sphinx_ext.site.picture_plan import PicturePlan
    from sphinx_eventreport.sphinx_ext.site.site import Site

    MakeExecutor = Callable[[], AbstractContextManager[Executor]]

# A store that the site names may be that of other branches and languages, too.
_KEPT_UNUSED = timedelta(days=30)


def open_decks(app: Sphinx) -> SiteDecks:
    """Return the decks of the site; nothing is started before there is one."""
    config = read_config(app.config)
    limits = Limits(float(config.deck_timeout), int(config.deck_memory))
    return SiteDecks(
        source=Path(app.srcdir),
        store=Store(_store_folder(app, config), begun=time.time()),
        workers=Workers(config.deck_workers, limits, _executor(config)),
        plan=picture_plan(app.builder, config),
        all_options=(plan_of_page(config).options, plan_of_book(config).options, CHATS),
    )


def draw_slides(app: Sphinx, _builder: Builder) -> None:
    """Draw all slides of the site that are not in the store (``write-started``)."""
    site = site_of(app.env)
    decks = site.build.decks
    if decks.plan is None:
        return

    def progress(names: Iterator[str], number: int) -> Iterable[str]:
        return status_iterator(names, "drawing slides... ", "brown", number, app.verbosity)

    decks.draw(wanted_slides(site, decks.plan), progress, slides_for_chats(site))


def stop_workers(app: Sphinx) -> None:
    """Have the workers stopped after each build, whatever ends it (``builder-inited``)."""
    run_within(app.builder, "build", lambda: _workers_stopped(app))


@contextmanager
def _workers_stopped(app: Sphinx) -> Iterator[None]:
    try:
        yield
    finally:
        domain = report_domain(app.env)
        if domain.has_begun:
            domain.build.decks.workers.close()


def tidy_up(app: Sphinx, exception: Exception | None) -> None:
    """Remove what no page has need of any more (``build-finished``)."""
    if not report_domain(app.env).has_begun:
        return
    site = site_of(app.env)
    decks = site.build.decks
    if exception is None:
        pages = site.pages.values()
        used = ((slide_file(deck), deck.view.pages) for page in pages for deck in page.decks() if deck.sha256)
        is_shared = read_config(app.config).deck_store is not None
        decks.prune(used, _KEPT_UNUSED if is_shared else None)
    _forget_pictures(app.builder, decks.store.folder)


def _forget_pictures(builder: Builder, store: Path) -> None:
    """Have *builder* copy no picture of *store* in its next build but those of pages it writes then.

    It remembers the pictures of all its builds. When a PDF was replaced, those of the old one are gone.
    """
    for path in [path for path in builder.images if Path(path).is_relative_to(store)]:
        del builder.images[path]


def wanted_slides(site: Site, plan: PicturePlan) -> dict[SlideFile, set[int]]:
    """Return the slides that the pages show as pictures, by the file they are drawn from."""
    wanted: dict[SlideFile, set[int]] = {}
    for docname in sorted(site.pages):
        page = site.pages[docname]
        for deck in page.decks():
            shown = opening_first((slide.number for slide in deck.slides), deck.page)
            numbers = plan.drawn(deck.view, shown)
            if numbers:
                wanted.setdefault(slide_file(deck), set()).update(numbers)
        for target in page.slides:
            for entry in site.names.find("slide", target)[:1]:
                if entry.deck is not None and entry.slide is not None:
                    wanted.setdefault(slide_file(entry.deck), set()).add(entry.slide.number)
    return wanted


def slides_for_chats(site: Site) -> dict[SlideFile, set[int]]:
    """Return the slides that chats can show, by the file they are drawn from."""
    wanted: dict[SlideFile, set[int]] = {}
    for docname in site.pages:
        for found in deck_pages(site, docname):
            wanted.setdefault(slide_file(found.deck), set()).update(found.slides)
    return wanted


def _store_folder(app: Sphinx, config: ReportConfig) -> Path:
    if config.deck_store is None:
        return Path(app.doctreedir, "eventreport", "decks")
    return Path(app.srcdir, config.deck_store)


def _executor(config: ReportConfig) -> MakeExecutor | None:
    """Return what makes the executor of the site, imported when it is called."""
    maker = config.deck_executor
    if not isinstance(maker, str):
        return maker

    def make() -> AbstractContextManager[Executor]:
        module, _dot, name = maker.rpartition(".")
        made: AbstractContextManager[Executor] = getattr(import_module(module), name)()
        return made

    return make
