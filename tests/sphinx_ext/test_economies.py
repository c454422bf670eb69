"""The economies of a build: they leave every file as it is, and the process as it was."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from myst_parser.mdit_to_docutils import base
from sphinx import search
from sphinx.errors import ExtensionError
from support.posts import INDEX, JEKYLL_POST, NATIVE_POST
from support.site import CONF, PDF, Built, Site, png

from sphinx_eventreport.sphinx_ext.economies import memory, outlines, search_index, settings, transforms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

WITHOUT = """
ECONOMIES = "sphinx_eventreport.sphinx_ext.economies."

def setup(app):
    app.setup_extension("sphinx_eventreport")
    for listeners in app.events.listeners.values():
        listeners[:] = [one for one in listeners if not one.handler.__module__.startswith(ECONOMIES)]
"""

AT_THE_END = """
import atexit, os

class Cycle:
    def __init__(self):
        self.itself = self

    def __del__(self, write=os.write):
        write(1, b"seen")

alive = [Cycle()]
atexit.register(alive.clear)
"""

CODE = """---
orphan: true
---
# Code

```{highlight} ruby
```

```
puts "ruby"
```

```python
>>> print("one")  # doctest: +SKIP
```
"""
QUOTES = """---
orphan: true
---
# "Quoted" --- it's *'so'*

Before"*after*", `"code"--`*"after"*. One... two. . . three -- four --- five \\"six\\" &quot;seven&#34;.

Nothing to do *here*, 'there' it is; *a*'s, **b**"s, rock 'n' roll, a - b, ``x``.
"""
COMPONENTS = """---
orphan: true
---
# Components

```{dropdown} Open
Closed.
```

````{tab-set}
```{tab-item} One
First.
```
````

```{aside} Beside
The text.
```

```{card} New tab
:link: https://example.org/
:link-new-tab:
```
"""
# A node for each transform that is left out where there is none.
KINDS = """:orphan:

=====
Kinds
=====

.. py:module:: garden

Built on |release|, a footnote [1]_, a citation [Doe]_, a link_ and c:expr :c:expr:`int`. This is gone_.

.. toctree::
   :caption: Below

   hidden

.. versionadded:: 1
   Translatable.

.. [1] The footnote.
.. [Doe] The book.
.. _link: https://example.org/

    >>> print("quoted code")

.. _first:
.. index:: second
.. _third:

.. index:: pair: fourth; fifth

.. glossary::
   :sorted:

   Zebra
     Striped.
   Ant
     Small.

.. only:: html

   Seen.

.. only:: latex

   Unseen.

.. py:function:: f(x)

   Explained with ``x``.

   .. code-block:: python

      1

.. c:function:: int add(int a, int b)

.. c:alias:: add

.. cpp:function:: int sub(int a, int b)

.. cpp:alias:: sub

>>> print("one")  # doctest: +SKIP
"""
HIDDEN_TITLE = """:orphan:
:sd_hide_title:

============
Hidden title
============

Text.
"""
# Translated into English itself: what other languages leave in the process is in the way of other tests.
PLAINER = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "Text."
msgstr "Words."
"""
TRANSLATED = 'locale_dirs = ["locale"]\ntranslation_progress_classes = True\n'

FILES: dict[str, str | bytes] = {
    "index.md": INDEX,
    "2018-03-20-cloud-day.md": JEKYLL_POST,
    "garden.md": NATIVE_POST,
    "plain.md": "---\norphan: true\n---\n# Plain\n\nSee {talk}`worms`.\n",
    "code.md": CODE,
    "below/quotes.md": QUOTES,
    "components.md": COMPONENTS,
    "kinds.rst": KINDS,
    "hidden.rst": HIDDEN_TITLE,
    "locale/en/LC_MESSAGES/hidden.po": PLAINER,
    "worms.pdf": PDF,
    **dict.fromkeys(("img/hall.png", "img/hall-small.png", "img/corridor.png"), png()),
}


@pytest.fixture
def _threshold() -> Iterator[None]:
    """Put the garbage collector back after the test."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.enable()


def built(tmp_path_factory: pytest.TempPathFactory, conf: str, parallel: int = 1) -> Built:
    """Return a build of a small archive."""
    site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf).write(FILES)
    return site.build(parallel=parallel)


def doctrees(build: Built) -> dict[str, str]:
    """Return what was read of every document, as text, wherever it was."""
    env, folder = build.app.env, str(build.app.srcdir)
    return {name: env.get_doctree(name).pformat().replace(folder, "") for name in sorted(env.found_docs)}


def files(build: Built) -> dict[str, bytes]:
    """Return the content of every file that *build* wrote."""
    return {name: (build.outdir / name).read_bytes() for name in sorted(build.written)}


def differences(some: Mapping[str, object], others: Mapping[str, object]) -> set[str]:
    """Return the names of what is in both otherwise, or in one of them only."""
    return {name for name in {*some, *others} if some.get(name) != others.get(name)}


@pytest.fixture(scope="module")
def without_economies(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the archive, built as Sphinx would."""
    return built(tmp_path_factory, WITHOUT)


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the archive, built with a translation."""
    return built(tmp_path_factory, TRANSLATED)


@pytest.fixture(scope="module")
def with_economies(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the archive, built as it is."""
    return built(tmp_path_factory, "")


def test_every_file_is_the_same_without_them(with_economies: Built, without_economies: Built) -> None:
    """Pages, search index and inventory are the same bytes."""
    assert differences(files(with_economies), files(without_economies)) == set()


def test_every_file_is_the_same_without_them_in_two_processes(
    tmp_path_factory: pytest.TempPathFactory, without_economies: Built
) -> None:
    """In Sphinx's workers as well, pages, search index and inventory are the same bytes."""
    parallel = built(tmp_path_factory, "", parallel=2)
    assert differences(files(parallel), files(without_economies)) == set()


def test_every_document_is_the_same_without_them(with_economies: Built, without_economies: Built) -> None:
    """Nodes have the same attributes, though some are for other builders."""
    assert differences(doctrees(with_economies), doctrees(without_economies)) == set()


def test_translated_documents_are_the_same_without_them(
    tmp_path_factory: pytest.TempPathFactory, translated: Built
) -> None:
    """Texts are counted and marked, on a page with a translation and on those without."""
    as_before = built(tmp_path_factory, TRANSLATED + WITHOUT)
    assert differences(doctrees(translated), doctrees(as_before)) == set()


def test_there_is_a_translation_to_count(translated: Built) -> None:
    """The comparison is of a page with one."""
    assert "Words." in translated.doctree("hidden").astext()


def remove_a_page(site: Site) -> None:
    """Take the words of a page away."""
    site.remove("plain.md")


def add_pages(site: Site) -> None:
    """Give other numbers to all pages between the first and the last."""
    site.write({"a.md": "# Worms first\n\nSoil.\n", "zebra.md": "# Zebras last\n\nSoil, stripes.\n"})


def edit_pages(site: Site) -> None:
    """Take words out of a page and put others in."""
    site.write({"plain.md": "---\norphan: true\n---\n# Plain and simple\n\nSoil, rain.\n"})


def change_all(site: Site) -> None:
    """Do all of it at once."""
    site.remove("code.md")
    add_pages(site)
    edit_pages(site)


def stamp_of_inventory(site: Site) -> int:
    """Return when the inventory of the last build was written."""
    return (site.build().outdir / "objects.inv").stat().st_mtime_ns


def test_an_inventory_of_the_same_objects_is_left_alone(site: Site) -> None:
    """After an edit that renames nothing, and after one before which it was so."""
    stamps = [stamp_of_inventory(site.write(FILES))]
    for word in ("Soil", "Rain"):
        site.write({"garden.md": f"{NATIVE_POST}\n{word}.\n"})
        stamps.append(stamp_of_inventory(site))
    assert len({*stamps}) == 1


def rename_a_page(site: Site) -> None:
    """Change what an object is called."""
    site.write({"garden.md": NATIVE_POST.replace("title: ", "title: New ")})


def rename_the_site(site: Site) -> None:
    """Change what stands above the objects."""
    site.write({"conf.py": CONF + 'project = "Gardens"\n'})


def move_pages(site: Site) -> None:
    """Change where objects are."""
    site.write({"conf.py": CONF + 'html_link_suffix = ".htm"\n'})


def spoil_the_inventory(site: Site) -> None:
    """Put something else into its place, and edit a page."""
    site.write({"garden.md": NATIVE_POST + "\nSoil.\n"})
    (site.root / "out-html" / "objects.inv").write_bytes(b"")


@pytest.mark.parametrize("change", [rename_a_page, rename_the_site, move_pages, spoil_the_inventory])
def test_another_inventory_is_written(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[Site], None]
) -> None:
    """It is the one that Sphinx writes."""
    inventories = []
    for conf in ("", WITHOUT):
        site = Site(tmp_path_factory.mktemp("site")).write(FILES)
        site.build()
        change(site)
        conf_file = site.source / "conf.py"
        conf_file.write_text(conf_file.read_text(encoding="utf-8") + conf, encoding="utf-8")
        inventories.append((site.build().outdir / "objects.inv").read_bytes())
    assert inventories[0] == inventories[1]


NUMBERED = {
    "index.md": "# Site\n\n```{toctree}\n:numbered:\nmoss\nfern\n```\n",
    "moss.md": "# Moss\n\n## Green\n\n## Damp\n",
    "fern.md": "# Fern\n\n## Spores\n",
}


def test_numbers_of_sections_are_the_same_in_a_rebuild(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Sphinx puts them into outlines that have been kept, and takes them out again."""
    written = []
    for conf in ("", WITHOUT):
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf).write(NUMBERED)
        site.build()
        site.write({"index.md": NUMBERED["index.md"].replace("moss\nfern", "fern\nmoss")})
        site.build()
        site.write({"fern.md": NUMBERED["fern.md"] + "\n## Fronds\n"})
        written.append({page.name: page.read_bytes() for page in site.build().outdir.glob("*.html")})
    assert differences(*written) == set()


def test_an_outline_that_was_changed_is_kept_as_it_is_now(with_economies: Built) -> None:
    """The bytes of the last build hold no more."""
    kept = outline_again(with_economies.app.env.tocs)
    kept["garden"]["classes"] = ["numbered"]
    assert outline_again(kept)["garden"]["classes"] == ["numbered"]


def test_an_outline_that_nobody_asked_for_is_not_pickled_once_more(with_economies: Built) -> None:
    """The very bytes are put back."""
    kept = outline_again(with_economies.app.env.tocs)
    before, after = kept.__reduce__()[1][0], kept.__reduce__()[1][0]
    assert before["garden"] is after["garden"]


def outline_again(kept: object) -> outlines.LazyOutlines:
    """Return what is *kept* as the next build has it."""
    found: outlines.LazyOutlines = pickle.loads(pickle.dumps(kept))  # noqa: S301 -- our own bytes
    return found


def change_nothing(_site: Site) -> None:
    """Leave everything as it is."""


@pytest.mark.parametrize("change", [remove_a_page, add_pages, edit_pages, change_all, change_nothing])
def test_a_rebuild_writes_the_same_index(
    tmp_path_factory: pytest.TempPathFactory, change: Callable[[Site], None]
) -> None:
    """The words of the last build are kept, pruned and numbered as Sphinx does it, twice."""
    indices = []
    for conf in ("", WITHOUT):
        site = Site(tmp_path_factory.mktemp("site"), conf=CONF + conf).write(FILES)
        site.build()
        change(site)
        site.build()
        site.write({"garden.md": NATIVE_POST + "\nPetrichor.\n"})
        indices.append((site.build().outdir / "searchindex.js").read_bytes())
    assert indices[0] == indices[1]


def test_an_index_of_another_release_is_not_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No word of it is left, as numbers may mean other documents."""
    site = Site(tmp_path_factory.mktemp("site")).write(FILES)
    path = site.build().outdir / "searchindex.js"
    path.write_text('Search.setIndex({"docnames":["a"],"terms":{"petrichor":0},"envversion":{}})')
    site.write({"garden.md": NATIVE_POST + "\nSoil.\n"})
    assert "petrichor" not in (site.build().outdir / "searchindex.js").read_text()


@pytest.mark.usefixtures("with_economies")
def test_sphinx_gets_its_index_back() -> None:
    """After a build nothing of ours is left in Sphinx."""
    assert search.IndexBuilder.__module__ == search.__name__


def test_an_index_of_another_extension_is_left_alone(
    with_economies: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has put another one there knows why."""
    monkeypatch.setattr(search, "IndexBuilder", other := type("Other", (search.IndexBuilder,), {}))
    search_index.keep_index(with_economies.app, with_economies.app.builder)
    search_index.make_index_as_before(with_economies.app, None)
    assert search.IndexBuilder is other


@pytest.mark.usefixtures("_threshold")
def test_the_threshold_is_put_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    """After a build the process collects as before."""
    gc.set_threshold(701, 11, 12)
    built(tmp_path_factory, "")
    # Python 3.14 has no third generation, and always answers 0 for it.
    assert gc.get_threshold()[:2] == (701, 11)


@pytest.mark.usefixtures("_threshold")
def test_the_threshold_is_put_back_after_a_failure(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A build that stops half-way leaves nothing behind, either."""
    gc.set_threshold(701, 11, 12)
    site = Site(tmp_path_factory.mktemp("site")).write(FILES)
    with pytest.raises(ExtensionError):
        site.build(fail_before_writing=True)
    assert gc.get_threshold()[:2] == (701, 11)


@pytest.mark.usefixtures("_threshold")
@pytest.mark.parametrize(
    ("read", "threshold"),
    [(None, memory.RARELY), (memory.FEW, memory.RARELY), (memory.FEW + 1, memory.THRESHOLD)],
)
def test_the_threshold_is_raised(with_economies: Built, read: int | None, threshold: int) -> None:
    """While the environment is loaded, then by how much is read; the other generations keep theirs."""
    gc.set_threshold(701, 11, 12)
    app = with_economies.app
    memory.collect_less_often(app, app.config)
    if read is not None:
        memory.collect_only_new(app)
        memory.collect_rarely_for_few(app, app.env, ["index"] * read)
    raised = gc.get_threshold()
    memory.collect_as_before(app, None)
    assert raised[:2] == (threshold, 11)


@pytest.mark.usefixtures("_threshold")
@pytest.mark.parametrize("own", [0, memory.THRESHOLD, 10**6])
def test_a_threshold_of_one_s_own_is_left_alone(with_economies: Built, own: int) -> None:
    """Whoever has raised it, or switched the collector off by it, knows why."""
    gc.set_threshold(own, 11, 12)
    memory.collect_less_often(with_economies.app, with_economies.app.config)
    raised = gc.get_threshold()
    memory.collect_as_before(with_economies.app, None)
    assert (raised[0], gc.get_threshold()[0]) == (own, own)


@pytest.mark.usefixtures("_threshold")
def test_a_collector_that_is_off_is_left_alone(with_economies: Built) -> None:
    """Where nothing is collected, nothing has to be less often."""
    gc.set_threshold(701, 11, 12)
    gc.disable()
    memory.collect_less_often(with_economies.app, with_economies.app.config)
    raised = gc.get_threshold()
    memory.collect_as_before(with_economies.app, None)
    assert raised[:2] == (701, 11)


@pytest.mark.parametrize(("more", "seen"), [("", ""), (WITHOUT, "seen")])
def test_a_process_ends_without_a_last_look(site: Site, more: str, seen: str) -> None:
    """Python frees a cycle that nobody frees before, if it looks for cycles at the end."""
    site.write({"index.md": "# Index\n", "conf.py": CONF + AT_THE_END + more})
    command = [sys.executable, "-m", "sphinx", "-q", str(site.source), str(site.root / "out")]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    assert ended.stdout == seen


def test_the_pages_show_what_the_economies_may_lose(with_economies: Built) -> None:
    """The comparison is of pages with what a transform works on."""
    marks = {
        "code": ("highlight-ruby",),
        "below/quotes": ("“Quoted”",),
        "components": ("<details", 'target="_blank"'),
        "kinds": (
            "doctest",
            "term-Ant",
            "Seen.",
            ">link</a>",
            "citation",
            "footnote",
            "highlight-python",
            "problematic",
        ),
        "hidden": ("sd-d-none",),
    }
    shown = {name: str(with_economies.body(name)) for name in marks}
    assert [mark for name, wanted in marks.items() for mark in wanted if mark not in shown[name]] == []


def test_documents_that_were_read_are_forgotten(with_economies: Built) -> None:
    """When the next one is read, only files remember the others."""
    env = with_economies.app.env
    env._write_doc_doctree_cache["garden"] = env.get_doctree("garden")  # noqa: SLF001 -- what is forgotten
    memory.forget_doctrees(with_economies.app, "plain", [""])
    assert env._write_doc_doctree_cache == {}  # noqa: SLF001


@pytest.mark.usefixtures("_threshold")
def test_what_stays_is_passed_over(with_economies: Built) -> None:
    """During a build the collector leaves out what was there before, and afterwards looks at all."""
    gc.set_threshold(701, 11, 12)
    memory.collect_less_often(with_economies.app, with_economies.app.config)
    memory.collect_only_new(with_economies.app)
    frozen = gc.get_freeze_count()
    memory.collect_as_before(with_economies.app, None)
    assert (frozen > 0, gc.get_freeze_count()) == (True, 0)


def test_what_is_frozen_for_others_stays_so(with_economies: Built) -> None:
    """Nothing is frozen where the threshold was left alone."""
    before = gc.get_freeze_count()
    memory.collect_only_new(with_economies.app)
    assert gc.get_freeze_count() == before


def test_a_word_is_indexed_once(with_economies: Built) -> None:
    """The words of a page come in their order, each once."""
    indexer = with_economies.app.builder.indexer  # type: ignore[attr-defined]
    words = indexer._word_collector(with_economies.doctree("garden")).words  # noqa: SLF001 -- what is wrapped
    assert len(words) == len(set(words)) > 0


@pytest.mark.usefixtures("with_economies")
def test_myst_parser_gets_its_function_back() -> None:
    """After a build nothing of ours is left in another package."""
    assert base.make_document.__module__ == base.__name__


def test_settings_are_not_shared(with_economies: Built) -> None:
    """A document that changes its settings changes no other's."""
    settings.remember_default_settings(with_economies.app)
    first, second = base.make_document(), base.make_document()
    first.settings.language_code = "fr"
    settings.make_settings_as_before(with_economies.app, None)
    assert second.settings.language_code == "en"


def test_remembered_settings_are_docutils_own(with_economies: Built) -> None:
    """Every setting has the value that MyST-Parser's own function would give it."""
    settings.remember_default_settings(with_economies.app)
    remembered = vars(base.make_document().settings)
    settings.make_settings_as_before(with_economies.app, None)
    own = vars(base.make_document().settings)
    assert {
        name for name in own if repr(own[name]) != repr(remembered[name]) and name != "record_dependencies"
    } == set()


def test_every_transform_that_may_idle_is_known(with_economies: Built) -> None:
    """The names are those of this release of Sphinx and sphinx-design; others would save nothing."""
    registry = with_economies.app.registry
    registered = [*registry.get_transforms(), *registry.get_post_transforms()]
    # A subclass of ours stands in the place of each.
    bases = {f"{one.__base__.__module__}.{one.__base__.__name__}" for one in registered if one.__base__}
    assert set(transforms.NEEDS) - bases == set()
