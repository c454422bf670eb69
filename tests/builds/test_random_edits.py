"""Whatever is edited, a rebuilt site equals a clean one."""

from __future__ import annotations

import re
import shutil
import zlib
from dataclasses import replace
from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.changing_site import page
from support.edits import EDITS, Edit
from support.first_site import PICTURE, START
from support.site import Built, Site

from sphinx_eventreport.sphinx_ext.listings import draw

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from support.changing_site import Changing

_BODY = re.compile(r'<div class="body" role="main">.*?(?=<div class="clearer">)', re.DOTALL)
_AROUND = re.compile(r'<div class="related" role="navigation".*?</div>', re.DOTALL)
_WARNING = re.compile(r"(.*?): WARNING: .*(\[[\w.]+\])")
"""The place of a warning and its kind: Sphinx has other words for it where a page is not read again."""
_OURS = "[eventreport."
"""In our warnings: they are the same, however little of the site is looked at again."""
_FILES = re.compile(r'(?:src|href)="([^":#]*_(?:images|downloads)/[^"#]+)')
_SEQUENCES = max(1, settings().max_examples // 14)
"""How many sequences of some seven steps are tried: 50 steps in the profile of the project."""

Step = tuple[list[Edit], int]
"""Some edits, and the number of processes of the build after them."""
STEPS = st.lists(
    st.tuples(
        st.lists(
            st.builds(Edit, st.sampled_from(sorted(EDITS)), st.integers(0, 20), st.integers(0, 5)),
            min_size=1,
            max_size=2,
        ),
        st.sampled_from([1, 2]),
    ),
    min_size=1,
    max_size=14,
)
_MAPS, _LICHEN, _SNOW = "2021-01-14-maps", "days/2021-05-01-lichen", "posts/snow"
_WITH_PICTURE = START.with_report(_LICHEN, thumbnail=f"/{PICTURE}")
_TEAM = page("Team", "## Dora\n\n```{person} Dora Sund\n```")
_WITH_TEAM = replace(START, pages={**START.pages, "team": _TEAM})
_MINUTES = """\
---
event: {name: %(name)s, series: group, start: %(day)s}
minutes: {status: draft}
---

Present: %(present)s

%(words)s
"""
_LISTS = page("Work", "```{action-list}\n```\n\n```{decision-list}\n```\n\n```{person} Jane Doe\n```")


def _group(present: str, may: str, june: str) -> Changing:
    """Return the site with two meetings, whose minutes are in plain words, and lists of what they say."""
    meetings = {
        "group/may": _MINUTES % {"name": "May", "day": "2021-05-04", "present": present, "words": may},
        "group/june": _MINUTES % {"name": "June", "day": "2021-06-01", "present": present, "words": june},
    }
    return replace(START, pages={**START.pages, **meetings, "work": _LISTS})


FOUND: Mapping[str, tuple[Changing, ...]] = {
    "the speaker of a talk, in its heading": (START.with_talk(_MAPS, 0, speaker="Cleo Marsh"),),
    "how the speaker stands in the heading": (START.with_talk(_MAPS, 0, joint=" - "),),
    "a page about somebody": (
        replace(START, pages={**START.pages, "jane": page("Jane", "```{person} Jane Doe\n```")}),
    ),
    "somebody who has a page is in the people file": (
        _WITH_TEAM,
        replace(_WITH_TEAM, people=(*START.people, "dora: {name: Dora Sund}")),
    ),
    "the title of a page in the toctree": (START.with_report(_SNOW, title="Ice"),),
    "a page in the toctree becomes a draft": (START.with_report(_SNOW, visibility="draft"),),
    "an entry of the toctree": (replace(START, toctree=(*START.toctree, "refers")),),
    "a label that another report has": (START.with_report(_MAPS, label="fern"),),
    "the spelling of a series": (START.with_report(_MAPS, series="garden-day"),),
    "the title of a talk with a recording": (START.with_talk(_LICHEN, 1, title="Zest"),),
    "the picture of a card": (
        _WITH_PICTURE,
        replace(_WITH_PICTURE, versions={**START.versions, PICTURE: 2}),
    ),
    "what minutes say in plain words, and who was there": (
        _group("Jane Doe, Bo Ek", "ACTION: Jane to draw\n\nRESOLVED: Seas are blue", "Nothing."),
        _group(
            "Jane Doe, Bo Ek, Max Fell", "ACTION: Bo to draw\n\nRESOLVED: Seas are blue", "- [x] Bo to draw"
        ),
        _group("Jana Doe, Bo Ek", "RESOLVED: Seas are green", "ACTION: Jana to draw by 2021-07-01"),
    ),
}
"""Sites after each of which, when the one before was built, something was stale once."""


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory, store: Path) -> Iterator[Site]:
    """Return the first site, built, where a listing of more rows than a few is long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "LONG", 12)
        site = Site(tmp_path_factory.mktemp("edited") / "site", store=store)
        site.write(START.files()).build()
        shutil.copytree(site.root, _kept(site))
        yield site


@pytest.mark.parametrize("sites", FOUND.values(), ids=FOUND)
def test_what_was_stale_once_is_not(built_once: Site, sites: tuple[Changing, ...]) -> None:
    """The same comparison as below."""
    check([(changed, 1) for changed in sites], built_once)


@settings(max_examples=_SEQUENCES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(steps=STEPS)
def test_a_rebuilt_site_equals_a_clean_one(built_once: Site, steps: list[Step]) -> None:
    """After each step of one or two edits, with -j1 and -j2: bodies, indices, files, and our warnings."""
    check(_sites(steps), built_once)


def _sites(steps: list[Step]) -> Iterator[tuple[Changing, int]]:
    """Yield the site after each of *steps*, and the number of processes."""
    now = START
    for edits, parallel in steps:
        for edit in edits:
            now = edit.apply(now)
        yield now, parallel


def check(sites: Iterable[tuple[Changing, int]], on_disk: Site) -> None:
    """Make the first site each of *sites* in turn, rebuild it in so many processes, and compare it."""
    before = START
    shutil.rmtree(on_disk.root)
    shutil.copytree(_kept(on_disk), on_disk.root)
    for now, parallel in sites:
        write_changes(on_disk, before, now)
        rebuilt = on_disk.build(parallel=parallel)
        shutil.rmtree(on_disk.root / "clean", ignore_errors=True)
        clean = on_disk.build(out="clean/out", doctrees="clean/doctrees", parallel=3 - parallel)
        differences = compare(rebuilt, clean, now.reports)
        assert not differences, report(before, now, differences)
        before = now


def _kept(site: Site) -> Path:
    """Return the copy of the built site that each sequence begins with."""
    return site.root.with_name("kept")


def write_changes(site: Site, before: Changing, now: Changing) -> None:
    """Make the source directory that of the site *now*; what is the same is not touched."""
    old, new = before.files(), now.files()
    for name in old.keys() - new.keys():
        site.remove(name)
    site.write({name: content for name, content in new.items() if old.get(name) != content})


def compare(rebuilt: Built, clean: Built, reports: Collection[str]) -> dict[str, str]:
    """Return what is different, by page: nothing of what is ours may be."""
    found: dict[str, str] = {}
    for path in sorted(clean.outdir.rglob("*.html")):
        name = path.relative_to(clean.outdir).as_posix()
        is_report = name.removesuffix(".html") in reports
        old, new = (_shown(built, name, is_report=is_report) for built in (rebuilt, clean))
        if old != new:
            found[name] = _lines(old, new, f"rebuilt {name}", f"clean {name}")
        found |= _other_files(path, rebuilt, clean)
    drafts = [name for name in reports if not (clean.outdir / f"{name}.html").exists()]
    found |= {name: f"{name} is still there" for name in drafts if (rebuilt.outdir / f"{name}.html").exists()}
    unexpected = {_WARNING.sub(r"\1 \2", line): line for line in rebuilt.warnings}
    for line in clean.warnings:
        unexpected.pop(_WARNING.sub(r"\1 \2", line), None)
    if unexpected:
        found["warnings"] = "\n".join(sorted(unexpected.values()))
    ours = [sorted(line for line in built.warnings if _OURS in line) for built in (rebuilt, clean)]
    if ours[0] != ours[1]:
        found["our warnings"] = _lines("\n".join(ours[0]), "\n".join(ours[1]), "rebuilt", "clean")
    return found


def _shown(built: Built, name: str, *, is_report: bool) -> str:
    """Return what is compared of a page; "" if it is not there."""
    path = built.outdir / name
    html = path.read_text(encoding="utf-8") if path.is_file() else ""
    if name in {"genindex.html", "search.html"}:
        return ""
    if name.startswith("eventreport-"):
        return html.partition("<body>")[2]
    # What is around other pages is Sphinx's, which leaves it as it is when a page in the toctree has changed.
    is_around = is_report and name.removesuffix(".html") not in built.app.env.files_to_rebuild
    return "".join([*_BODY.findall(html), *(_AROUND.findall(html) if is_around else ())])


def _other_files(page: Path, rebuilt: Built, clean: Built) -> dict[str, str]:
    """Return the pictures and PDFs that *page* shows and that are others, or missing, on the rebuilt site."""
    found = {}
    for address in _FILES.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / address).resolve().relative_to(clean.outdir.resolve())
        copies = [built.outdir / path for built in (rebuilt, clean)]
        contents = [copy.read_bytes() if copy.is_file() else None for copy in copies]
        if contents[0] != contents[1]:
            found[str(path)] = f"not the same file on the rebuilt site: {path}"
    return found


def report(before: Changing, now: Changing, differences: dict[str, str]) -> str:
    """Return the last edit as a difference of files, and what came of it."""
    old, new = before.files(), now.files()
    edits = [
        _lines(_as_text(old.get(name, "")), _as_text(new.get(name, "")), f"before {name}", f"after {name}")
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    ]
    return "\n".join(["", "EDIT", *edits, "DIFFERENCE", *differences.values()])


def _as_text(content: str | bytes) -> str:
    return content if isinstance(content, str) else f"{len(content)} bytes, {zlib.crc32(content):x}"


def _lines(old: str, new: str, old_name: str, new_name: str) -> str:
    return "\n".join(unified_diff(old.splitlines(), new.splitlines(), old_name, new_name, n=0, lineterm=""))
