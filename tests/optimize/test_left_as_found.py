"""A process is left as it was found, whatever becomes of a build, and however many there are."""

from __future__ import annotations

import codecs
import gc
import multiprocessing
import weakref
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest
from myst_parser.mdit_to_docutils import base
from sphinx import events, search
from sphinx.domains.std import StandardDomain
from sphinx.errors import ExtensionError
from sphinx.util import docutils
from sphinx.util.docutils import docutils_namespace, patch_docutils
from support.applications import application
from support.site import PDF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from support.site import Site

EVENTS = (
    "builder-inited",
    "env-get-outdated",
    "env-before-read-docs",
    "source-read",
    "doctree-read",
    "env-updated",
    "env-check-consistency",
    "write-started",
    "doctree-resolved",
    "html-page-context",
    "build-finished",
)
PAGES = {
    "index.md": "# Index\n\nA [link](#index) to a word.\n",
    "page.md": "---\norphan: true\n---\n# Page\n",
}
FAIL = """
def fail(*_):
    raise {error}("stop")

def setup(app):
    app.connect("{event}", fail, priority={priority})
"""


def state() -> dict[str, object]:
    """Return what of the process an optimization changes, or has changed once."""
    codec = None
    with suppress(LookupError):
        codec = codecs.lookup("eventreport-utf-8")
    return {
        "threshold": gc.get_threshold(),
        "frozen": gc.get_freeze_count(),
        "make_document": base.make_document,
        # What is wrapped; Sphinx 8.2 has none.
        "settings of pages": getattr(docutils, "_get_settings", None),
        "description of events": vars(events).get("repr"),
        "IndexBuilder": search.IndexBuilder,
        "methods of the index": dict(vars(search.IndexBuilder)),
        "search languages": dict(search.languages),
        "codec": codec,
        "pages without a source": dict(StandardDomain._virtual_doc_names),  # noqa: SLF001 -- where indices are named
    }


@pytest.fixture(autouse=True)
def _same_state() -> Iterator[None]:
    """Compare the process after each test with the one before."""
    before_all = gc.get_threshold()
    gc.set_threshold(701, 11, 12)
    before = state()
    with patch_docutils(), docutils_namespace():
        yield
    after = state()
    gc.set_threshold(*before_all)
    assert [name for name in before if before[name] != after[name]] == []


def is_optimized() -> bool:
    """Return whether a build has the process changed now; it does both or none."""
    marks = {gc.get_threshold()[0] != 701, base.make_document.__module__ != base.__name__}
    assert len(marks) == 1
    return marks.pop()


def test_a_build(site: Site) -> None:
    """While it lasts, the process is changed."""
    app = application(site.write(PAGES))
    found = []
    app.connect("write-started", lambda *_: found.append(is_optimized()))
    app.build()
    assert found == [True]


def test_a_build_that_begins_with_an_environment(site: Site) -> None:
    """Of a build before, in the same process; the second application is built twice."""
    application(site.write(PAGES)).build()
    app = application(site)
    for _time in range(2):
        site.edit("page.md", "# Page", "# Page, page")
        app.build()
    assert "Page, page, page" in (site.root / "out-html" / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("values", [(True, False, True), (False, True, False)])
def test_builds_with_and_without_in_turn(site: Site, values: tuple[bool, ...]) -> None:
    """One after the other, on the same files."""
    for number, value in enumerate(values):
        site.write({**PAGES, "page.md": f"---\norphan: true\n---\n# Page {number}\n"})
        application(site, eventreport_optimize=value).build()
    assert "Page 2" in (site.root / "out-html" / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("with_environment", [False, True])
def test_an_application_that_is_never_built(site: Site, *, with_environment: bool) -> None:
    """It need not be freed for that."""
    if with_environment:
        application(site.write(PAGES)).build()
    app = application(site.write(PAGES))
    assert (is_optimized(), app.project.docnames) == (False, {"index", "page"})


@pytest.mark.parametrize("priority", [1, 999])
@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
@pytest.mark.parametrize("event", ["config-inited", *EVENTS])
def test_a_listener_that_fails(site: Site, event: str, error: type[BaseException], priority: int) -> None:
    """Ctrl-C among them, of which Sphinx tells nobody; whether it is called before ours or after."""
    conf = FAIL.format(error=error.__name__, event=event, priority=priority)
    site.write({**PAGES, "conf.py": site.conf + conf})
    with pytest.raises((KeyboardInterrupt, ExtensionError)):
        application(site).build()


def test_an_interrupted_build_with_an_environment(site: Site) -> None:
    """One that loads it, reads what has changed, and is stopped; then another one."""
    application(site.write(PAGES)).build()
    site.edit("page.md", "# Page", "# Other page")
    app = application(site)
    app.connect("doctree-read", interrupt)
    with pytest.raises(KeyboardInterrupt):
        app.build()
    assert not is_optimized()
    application(site).build()
    assert "Other page" in (site.root / "out-html" / "page.html").read_text(encoding="utf-8")


def interrupt(*_arguments: object) -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_an_interrupted_build_leaves_no_processes(site: Site) -> None:
    """Those that read decks are stopped."""
    deck = "---\nevent: Moss Day\n---\n# Moss Day\n\n## Moss\n\n```{deck} moss.pdf\n```\n"
    app = application(site.write({"index.md": deck, "moss.pdf": PDF}))
    seen = []

    def count(*_arguments: object) -> None:
        seen.append(len(multiprocessing.active_children()))
        raise KeyboardInterrupt

    app.connect("env-updated", count)
    with pytest.raises(KeyboardInterrupt):
        app.build()
    assert (seen[0] > 0, multiprocessing.active_children()) == (True, [])


def test_a_builder_that_is_called_past_the_application(site: Site) -> None:
    """As some tools do; it is a build as any other."""
    app = application(site.write(PAGES))
    found = []
    app.connect("write-started", lambda *_: found.append(is_optimized()))
    app.builder.build_all()
    assert (found, is_optimized()) == ([True], False)


def test_a_build_inside_a_build(site: Site) -> None:
    """The outer one goes on as it was when the inner one has ended."""
    inner = application(type(site)(site.root / "inner").write(PAGES))
    outer = application(site.write(PAGES))
    found = []

    def build_inner(*_arguments: object) -> None:
        inner.build()
        found.append(is_optimized())

    outer.connect("write-started", build_inner)
    outer.build()
    assert (found, is_optimized()) == ([True], False)


class Paused:
    """An application that builds in a thread, and waits at an event until it is told to go on."""

    def __init__(self, app: Sphinx, event: str) -> None:
        self.reached, self._go_on = Event(), Event()
        app.connect(event, self._wait)
        self._thread = Thread(target=app.build)
        self._thread.start()
        assert self.reached.wait(60)

    def _wait(self, *_arguments: object) -> None:
        self.reached.set()
        assert self._go_on.wait(60)

    def finish(self) -> None:
        """Let the build end."""
        self._go_on.set()
        self._thread.join(60)


@pytest.mark.parametrize("first_ends_first", [True, False])
@pytest.mark.parametrize("event", ["env-before-read-docs", "write-started"])
def test_builds_in_threads(site: Site, event: str, *, first_ends_first: bool) -> None:
    """Optimizations are in force until the last one has ended, whichever that is."""
    apps = [application(type(site)(site.root / name).write(PAGES)) for name in ("first", "second")]
    builds = [Paused(app, event) for app in apps]
    found = []
    for build in builds if first_ends_first else reversed(builds):
        found.append(is_optimized())
        build.finish()
    assert (found, is_optimized()) == ([True, True], False)
    assert [(app.outdir / "page.html").is_file() for app in apps] == [True, True]


def test_a_build_in_a_thread_that_is_not_optimized(site: Site) -> None:
    """It leaves the other one's changes where they are."""
    optimized = application(type(site)(site.root / "optimized").write(PAGES))
    plain = application(type(site)(site.root / "plain").write(PAGES), eventreport_optimize=False)
    build = Paused(optimized, "write-started")
    Paused(plain, "write-started").finish()
    found = is_optimized()
    build.finish()
    assert (found, is_optimized()) == (True, False)


def test_an_interrupted_build_leaves_the_other_one(site: Site) -> None:
    """What it shares with it is still in use."""
    apps = [application(type(site)(site.root / name).write(PAGES)) for name in ("first", "second")]
    build = Paused(apps[0], "write-started")
    apps[1].connect("write-started", interrupt)
    with pytest.raises(KeyboardInterrupt):
        apps[1].build()
    found = is_optimized()
    build.finish()
    assert (found, is_optimized()) == (True, False)


def test_an_application_is_freed(site: Site) -> None:
    """Nothing of the process holds one that is done, or was never built; Sphinx's log holds the last one."""
    references = []
    for name in ("built", "never built", "last"):
        app = application(type(site)(site.root / name).write(PAGES))
        if name == "built":
            app.build()
        references.append(weakref.ref(app))
        del app
    gc.collect()
    assert [reference() for reference in references[:2]] == [None, None]
