"""`check` and a build say the same of what people write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.corpus import FOLDERS
from support.posts import INDEX
from support.site import CONF, Site

from sphinx_eventreport.checking.run import Check


@pytest.fixture(scope="module")
def source(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return all posts of a corpus as one site."""
    site = Site(tmp_path_factory.mktemp("checked"), conf=CONF)
    for folder in filter(Path.is_dir, map(corpus.joinpath, FOLDERS)):
        shutil.copytree(folder, site.source / folder.name)
    return site.write({"index.md": INDEX})


def said_by_build(site: Site) -> set[str]:
    """Return the warnings of ours in a build, as "a.md:3: words [kind]"."""
    top = f"{site.source.resolve()}/"
    ours = (line for line in site.build().warnings if "[eventreport." in line)
    return {line.replace(top, "").replace(" WARNING:", "", 1) for line in ours}


def said_by_check(site: Site) -> set[str]:
    """Return what `check` says, in the same form; without a line as well, where a build may know none."""
    found = [one for one in Check([site.source]).findings() if not one.notice]
    said = [(one.path.relative_to(site.source).as_posix(), f"{one.problem} [{one.title}]") for one in found]
    lines = {f"{name}:{one.problem.line}: {words}" for one, (name, words) in zip(found, said, strict=True)}
    return lines | {f"{name}: {words}" for name, words in said}


def test_check_says_all_that_a_build_says(source: Site) -> None:
    """Each warning of ours, with its file, line and words."""
    assert said_by_build(source) - said_by_check(source) == set()


def test_check_says_what_a_build_says_of_links_to_drafts(tmp_path: Path) -> None:
    """With the name that is nearest among those that are published."""
    front = "---\nevent: Quay {}\nlabel: quay-{}{}\n---\n"
    site = Site(tmp_path, conf=CONF).write(
        {
            "index.md": INDEX,
            "one.md": front.format("One", "one", "") + "\n{event}`quay-two` {person}`Noor Castellan`\n",
            "two.md": front.format("Two", "two", "\ndraft: true\nauthors: [Noor Castellan]"),
        }
    )
    built = said_by_build(site)
    assert (len(built), built - said_by_check(site)) == (2, set())


def test_check_says_what_a_build_says_of_names_that_nobody_defines(tmp_path: Path) -> None:
    """Directives and roles of another generator, which an extension of the site might define."""
    post = "Heron\n#####\n:date: 2031-05-02\n:slug: heron\n\n.. tipbox:: Mind\n\n   :reed:`the tide`\n"
    site = Site(tmp_path, conf=CONF).write({"index.md": INDEX, "heron.rst": post})
    built = said_by_build(site)
    assert (len(built), built - said_by_check(site)) == (2, set())


def test_check_says_what_a_build_says_of_what_is_internal(tmp_path: Path) -> None:
    """Of links to a part of a public page: a section, a talk of the front matter, a decision, a block."""
    hidden = """---
event: Quay Two
label: quay
talks: [{title: Tar, audience: internal}, {title: Ropes}]
---

```{decision} Ropes are bought
:label: buy
:audience: internal
```

(inner)=
## Nets

```{audience} internal
```

```{talk}
:label: nets
:speakers: Noor Castellan
```
"""
    links = "{talk}`quay/tar` {talk}`quay/ropes` {decision}`buy` {talk}`quay/nets` {person}`Noor Castellan`"
    pages = {
        "index.md": INDEX,
        "one.md": f"---\nevent: Quay One\n---\n\n{links} {{ref}}`x <inner>`\n",
        "two.md": hidden,
    }
    site = Site(tmp_path, conf=CONF).write(pages)
    built = said_by_build(site)
    assert (len(built), built - said_by_check(site)) == (4, set())
