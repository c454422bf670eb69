from __future__ import annotations

import json
import re
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
import yaml
from support.layouts import LAYOUTS, Layout

from sphinx_eventreport import read_report
from sphinx_eventreport.cli import main
from sphinx_eventreport.importing import run as importing
from sphinx_eventreport.importing.pages import native_page

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_eventreport.importing.model import Native, Page

POST = """---
layout: post
title: "Minutes of Docs Day"
excerpt: "What we saw."
canonical: http://blog.example.org/2019/10/04/docs-day.html
canonicalLabel: example blog
illustration: "/img/top.png"
---

Words.

## A talk, by Noor Castellan

<div class="embed-container" style="padding-bottom: 63%;"><iframe src="https://slides.example.org/a.pdf"></iframe></div>

![A picture](pictures/a.png)
"""
NAME = "2019-10-04-docs-day.md"
PICTURE = b"\x89PNG not really"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has a blog."""
    monkeypatch.chdir(tmp_path)
    posts = tmp_path / "blog" / "_posts"
    for path in (posts / "pictures" / "a.png", tmp_path / "blog" / "img" / "top.png"):
        path.parent.mkdir(parents=True)
        path.write_bytes(PICTURE)
    (tmp_path / "blog" / "_config.yml").touch()
    (posts / NAME).write_text(POST, encoding="utf-8")
    (posts / "about.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder*, path to bytes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_post_becomes_a_native_report(folder: Path) -> None:
    """In our keys, with a directive, and else as it was."""
    assert main(["import", "blog/_posts", "docs"]) == 0
    assert (folder / "docs" / NAME).read_text("utf-8") == (
        "---\ntitle: Minutes of Docs Day\ndescription: What we saw.\ndate: 2019-10-04\nbanner: /img/top.png\n"
        "canonical:\n  url: http://blog.example.org/2019/10/04/docs-day.html\n  label: example blog\n"
        "eventreport: true\n---\n\nWords.\n\n## A talk, by Noor Castellan\n\n"
        "```{deck} https://slides.example.org/a.pdf\n:ratio: 100:63\n```\n\n![A picture](pictures/a.png)\n"
    )


def test_it_says_what_the_post_said(folder: Path) -> None:
    """The record is the same, but for the dialect."""
    main(["import", "blog/_posts", "docs"])
    before, _ = read_report(folder / "blog" / "_posts" / NAME)
    after, problems = read_report(folder / "docs" / NAME)
    assert (before.talks, before.canonical, before.label) == (after.talks, after.canonical, after.label)
    assert (after.dialect, problems, main(["check", "docs"])) == ("native", (), 0)


def test_files_come_along(folder: Path) -> None:
    """To where their paths lead: from the page, or from the top."""
    main(["import", "blog/_posts", "docs"])
    assert set(files(folder / "docs")) == {NAME, "pictures/a.png", "img/top.png", ".eventreport-import.json"}


def test_the_top_is_the_source_directory(folder: Path) -> None:
    """Where the destination is a folder of a site."""
    (folder / "docs").mkdir()
    (folder / "docs" / "conf.py").touch()
    main(["import", "blog/_posts", "docs/posts"])
    assert (folder / "docs" / "img" / "top.png").read_bytes() == PICTURE


def test_a_second_run_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a byte."""
    main(["import", "blog/_posts", "docs"])
    before = files(folder / "docs")
    capsys.readouterr()
    assert (main(["import", "blog/_posts", "docs"]), files(folder / "docs")) == (0, before)
    assert capsys.readouterr().out.splitlines()[-3:] == [
        "Read: 2, of which 1 are reports",
        "Reports: 1 unchanged",
        "Files beside them: 2 unchanged",
    ]


def test_a_changed_post_is_written_again(folder: Path) -> None:
    """As long as nobody edited the report."""
    main(["import", "blog/_posts", "docs"])
    (folder / "blog" / "_posts" / NAME).write_text(POST.replace("Words", "Other words"), encoding="utf-8")
    main(["import", "blog/_posts", "docs"])
    assert "Other words" in (folder / "docs" / NAME).read_text("utf-8")


def test_what_was_edited_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And is said, with the exit code 1."""
    main(["import", "blog/_posts", "docs"])
    (folder / "docs" / NAME).write_text("mine", encoding="utf-8")
    assert main(["import", "blog/_posts", "docs"]) == 1
    assert (folder / "docs" / NAME).read_text("utf-8") == "mine"
    assert "Reports: 1 edited" in capsys.readouterr().out


def test_what_somebody_else_wrote_stays(folder: Path) -> None:
    """A file that no import wrote is never overwritten."""
    (folder / "docs").mkdir()
    (folder / "docs" / NAME).write_text("mine", encoding="utf-8")
    main(["import", "blog/_posts", "docs"])
    assert (folder / "docs" / NAME).read_text("utf-8") == "mine"


def test_a_dry_run_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would be written."""
    (folder / "blog" / "img" / "top.png").unlink()
    main(["import", "blog/_posts", "docs", "--dry-run"])
    assert not (folder / "docs").exists()
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"written   docs/{NAME}  from blog/_posts/{NAME}",
        f"          blog/_posts/{NAME}:7: there is no file '/img/top.png'",
        "written   docs/pictures/a.png  from blog/_posts/pictures/a.png",
    ]


@pytest.mark.parametrize(("is_terminal", "longest"), [(True, 80), (False, 126)])
def test_lines_fit_the_terminal(
    folder: Path,
    longest: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_terminal: bool,
) -> None:
    """A path stays whole; for a program, so does a line."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal)
    post = folder / "blog" / "_posts" / "2019-10-04-reed-cutters-and-scythe-menders.md"
    post.write_text(POST.replace("pictures/a.png", "pictures/of-the-menders-at-work.png"), encoding="utf-8")
    main(["import", "blog/_posts", "docs", "--dry-run"])
    out = capsys.readouterr().out
    assert (max(map(len, out.splitlines())), f"from {post.relative_to(folder)}\n" in out) == (longest, True)


def test_the_original_is_kept_on_demand(folder: Path) -> None:
    """Beside the report, byte for byte, and no report itself."""
    main(["import", "blog/_posts", "docs", "--keep-original"])
    assert (folder / "docs" / f"{NAME}.orig").read_text("utf-8") == POST


def test_a_file_that_is_missing_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its report is written all the same."""
    (folder / "blog" / "img" / "top.png").unlink()
    assert main(["import", "blog/_posts", "docs"]) == 1
    assert f"          blog/_posts/{NAME}:7: there is no file '/img/top.png'\n" in capsys.readouterr().out


def test_a_damaged_manifest_stops_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without it nobody knows what was edited."""
    (folder / "docs").mkdir()
    (folder / "docs" / ".eventreport-import.json").write_text("[]", encoding="utf-8")
    assert (main(["import", "blog/_posts", "docs"]), list(files(folder / "docs"))) == (
        1,
        [".eventreport-import.json"],
    )
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["nothing", "docs"], ["blog", "blog/_config.yml"]])
def test_a_wrong_path_is_2(argv: list[str]) -> None:
    """A slip of the command line."""
    assert main(["import", *argv]) == 2


def test_an_event_of_pyvideo_and_a_schedule_build(folder: Path) -> None:
    """Without a warning, with all that a blog brings."""
    event = folder / "archive" / "docs-day-2020"
    (event / "videos").mkdir(parents=True)
    (event / "category.json").write_text('{"title": "Docs Day 2020"}', encoding="utf-8")
    video = {
        "title": "A *talk*",
        "speakers": ["Piet Hallam"],
        "recorded": "2020-05-16",
        "videos": [{"type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"}],
    }
    (event / "videos" / "a.json").write_text(json.dumps(video), encoding="utf-8")
    talk = {"title": "Docs", "start": "10:00", "duration": "00:30", "url": "https://conf.example.org/t/1"}
    days = [{"date": "2025-05-16", "rooms": {"Loft": [talk]}}]
    schedule = {"schedule": {"conference": {"title": "Docs Day", "start": "2025-05-16", "days": days}}}
    (folder / "schedule.json").write_text(json.dumps(schedule), encoding="utf-8")
    main(["new", "site", "docs"])
    codes = [main(["import", source, "docs/reports"]) for source in ("archive", "schedule.json")]
    assert (codes, main(["check", "docs"])) == ([0, 0], 0)
    build = [sys.executable, "-m", "sphinx", "-qW", "docs", "out"]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


SCHEDULE_XML = """<?xml version="1.0"?><schedule><generator name="pretalx" version="2025"/>
<conference><title>Reed Day</title><base_url>https://cfp.example.org/</base_url></conference>
<day date="2025-05-16"><room name="Barn"><event id="1"><start>10:00</start><title>Mowing</title>
<abstract>
```{include} ../conf.py
```

{download}`conf.py` and *twine*</abstract>
<persons><person id="1">Ines Marlow<avatar>/media/ines.png</avatar><biography># Who

```{raw} html
```</biography></person></persons></event></room></day></schedule>"""


def test_a_schedule_in_xml_builds(folder: Path) -> None:
    """Whatever its abstracts and biographies say, they are prose, without a warning."""
    (folder / "reed.xml").write_text(SCHEDULE_XML, encoding="utf-8")
    main(["new", "site", "docs"])
    assert main(["import", "reed.xml", "docs/reports"]) == 0
    text = (folder / "docs" / "reports" / "reed-day.md").read_text("utf-8")
    assert ("{include}" in text, "{raw}" in text, "and *twine*" in text, "**Who**" in text) == (
        False,
        False,
        True,
        True,
    )
    build = [sys.executable, "-m", "sphinx", "-qW", "docs", "out"]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_schedules_of_a_folder_are_read(folder: Path) -> None:
    """By their usual names."""
    (folder / "blog" / "schedule.xml").write_text(SCHEDULE_XML, encoding="utf-8")
    main(["import", "blog", "docs"])
    assert (folder / "docs" / "reed-day.md").is_file()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xml", "<rss/>", "neither a report nor a schedule"),
        ("a.xml", "<!DOCTYPE a><a/>", "it has a DOCTYPE"),
        ("a.xml", "<a>", "it is not XML"),
        ("a.json", "{", "it is not JSON"),
        ("a.json", "[]", "neither a report nor a schedule"),
        ("a.md", "# Words\n", "neither a report nor a schedule"),
    ],
)
def test_what_cannot_be_imported_is_said(
    folder: Path, name: str, content: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that somebody names is not passed by in silence."""
    (folder / name).write_text(content, encoding="utf-8")
    code = main(["import", name, "docs"])
    assert (code, why in capsys.readouterr().err) == (1, True)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_pictures_come_from_the_site_of_each_generator(folder: Path, layout: Layout) -> None:
    """Wherever it keeps them; the imported page has them."""
    for name, text in layout.files.items():
        (folder / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / name).write_text(text, encoding="utf-8")
    (folder / "site" / layout.picture).parent.mkdir(parents=True, exist_ok=True)
    (folder / "site" / layout.picture).write_bytes(PICTURE)
    assert main(["import", "site", "docs"]) == 0
    assert [name for name in files(folder / "docs") if name.endswith("x.png")]


def test_the_source_is_a_root_where_nothing_else_is(folder: Path) -> None:
    """What begins with a slash is looked for from there."""
    (folder / "blog" / "_config.yml").unlink()
    assert main(["import", "blog", "docs"]) == 0
    assert (folder / "docs" / "img" / "top.png").read_bytes() == PICTURE


def test_a_picture_that_front_matter_names_alone_comes_along(folder: Path) -> None:
    """From the root of the blog, where its layout reads it."""
    (folder / "blog" / "hall.png").write_bytes(PICTURE)
    post = "---\ntitle: Reed\nlayout: post\nimage: hall.png\n---\n\nWords.\n"
    (folder / "blog" / "_posts" / "2024-01-02-reed.md").write_text(post, encoding="utf-8")
    main(["import", "blog", "docs"])
    assert [path.read_bytes() for path in (folder / "docs").rglob("hall.png")] == [PICTURE]


def test_pictures_of_directives_come_along(folder: Path) -> None:
    """Those of MyST in a report, as those of Markdown."""
    note = "---\nevent: Reed Day\n---\n\n```{image} pictures/a.png\n```\n"
    (folder / "blog" / "_posts" / "reed.md").write_text(note, encoding="utf-8")
    main(["import", "blog/_posts/reed.md", "docs"])
    assert (folder / "docs" / "pictures" / "a.png").read_bytes() == PICTURE


@pytest.mark.parametrize("command", [["check", "plain"], ["import", "plain", "docs"]])
def test_the_dialect_of_a_site_can_be_said(
    folder: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that has nothing but keys of several generators is a report then."""
    (folder / "plain").mkdir()
    (folder / "plain" / "a.md").write_text(
        "---\ntitle: A\ndate: 2020-01-01\nlang: en\n---\n\nWords.\n", encoding="utf-8"
    )
    said = []
    for options in ([], ["--dialect", "hugo"]):
        main([*command, *options])
        said.append(re.findall(r"(\d) reports? read|which (\d) are reports", capsys.readouterr().out))
    assert [int("".join(found[0])) for found in said] == [0, 1]


def test_pages_that_the_site_names_are_imported(folder: Path) -> None:
    """By the patterns in its conf.py; the report says that it is one."""
    notes = folder / "site" / "notes"
    notes.mkdir(parents=True)
    notes.joinpath("2024-05-16.md").write_text("# Quay team\n\nText.\n", "utf-8")
    notes.parent.joinpath("conf.py").write_text('eventreport_patterns = ["notes/*"]\n', "utf-8")
    assert main(["import", "site", "docs"]) == 0
    text = folder.joinpath("docs", "notes", "2024-05-16.md").read_text("utf-8")
    assert ("eventreport: true" in text, "# Quay team" in text) == (True, True)


@pytest.mark.parametrize("start", ["../../../x", "/x", "2025-05-16/../../x", "..", ""])
def test_a_schedule_stays_in_the_destination(folder: Path, start: str) -> None:
    """Whatever it says in place of a day; what is a day is in the name."""
    conference = {"title": "../../Docs Day", "start": start, "days": []}
    schedule = folder / "schedule.json"
    schedule.write_text(json.dumps({"schedule": {"conference": conference}}), encoding="utf-8")
    before = set(files(folder))
    main(["import", "schedule.json", "docs/deep"])
    new = {f"docs/deep/{'2025-05-16-' if '2025' in start else ''}docs-day.md"}
    assert set(files(folder)) - before == new | {"docs/deep/.eventreport-import.json"}


@pytest.mark.parametrize("kept", ["_posts/pictures", "_posts"])
def test_a_destination_with_links_is_not_left(folder: Path, kept: str) -> None:
    """A folder of it that is a link out of it gets nothing, and what is not written is said."""
    (folder / "elsewhere").mkdir()
    (folder / "docs" / kept).parent.mkdir(parents=True)
    (folder / "docs" / kept).symlink_to(folder / "elsewhere")
    assert (main(["import", "blog", "docs"]), files(folder / "elsewhere")) == (1, {})


def test_a_file_that_cannot_be_written_costs_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report, and the others that it refers to, are there; why one is not is said."""
    (folder / "elsewhere").mkdir()
    (folder / "docs").mkdir()
    (folder / "docs" / "pictures").symlink_to(folder / "elsewhere")
    main(["import", "blog/_posts", "docs"])
    assert {NAME, "img/top.png"} < set(files(folder / "docs"))
    assert "docs/pictures/a.png: it leads out of" in capsys.readouterr().out


BUNDLE = '---\ntitle: "Knots"\ndate: 2024-05-01\nevent: Knot Day\nlocation: Hallbrook\n---\nWords.\n'


def test_the_cover_of_a_bundle_comes_along(folder: Path) -> None:
    """A build finds it beside the report, whose front matter does not name it."""
    bundle = folder / "site" / "content" / "talk" / "knots"
    bundle.mkdir(parents=True)
    (folder / "site" / "hugo.toml").touch()
    (bundle / "index.md").write_text(BUNDLE, encoding="utf-8")
    (bundle / "featured.png").write_bytes(PICTURE)
    assert main(["import", "site/content", "docs"]) == 0
    assert (folder / "docs" / "talk" / "knots" / "featured.png").read_bytes() == PICTURE


def test_a_file_named_with_a_query_comes_along(folder: Path) -> None:
    """From the root of a generator, and under a name that a build finds."""
    site = folder / "docu"
    for path, data in {
        "docusaurus.config.ts": b"",
        "static/img/the hall.png": PICTURE,
        "blog/2024-05-01-knots.md": (
            b"---\nslug: knots\ntitle: Knots\nauthors: [ines]\nunlisted: false\n---\n\n"
            b"![x](/img/the%20hall.png?raw=true)\n"
        ),
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)
    assert main(["import", "docu/blog", "docs"]) == 0
    assert PICTURE in files(folder / "docs").values()


@pytest.fixture
def linked(folder: Path) -> Path:
    """Return the current folder, whose blog has a report and a picture that are links out of it."""
    (folder / "private.md").write_text("---\nevent: Private Day\n---\n", encoding="utf-8")
    (folder / "blog" / "_posts" / "linked.md").symlink_to(folder / "private.md")
    (folder / "blog" / "_posts" / "pictures" / "a.png").unlink()
    (folder / "blog" / "_posts" / "pictures" / "a.png").symlink_to(folder / "private.md")
    return folder


def test_links_out_of_the_source_are_not_followed(linked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither to reports nor to pictures, and both are said."""
    assert main(["import", "blog/_posts", "docs"]) == 1
    assert not {"linked.md", "pictures/a.png"} & set(files(linked / "docs"))
    assert capsys.readouterr().out.count("is a symbolic link that leads out of the source") == 2


@pytest.mark.parametrize("way", ["option", "conf.py"])
def test_links_are_followed_on_demand(linked: Path, way: str) -> None:
    """By an option, or where the site says so."""
    if way == "conf.py":
        (linked / "blog" / "conf.py").write_text("eventreport_follow_symlinks = True\n", encoding="utf-8")
    options = ["--follow-symlinks"] if way == "option" else []
    assert main(["import", "blog/_posts", "docs", *options]) == 0
    assert {"linked.md", "pictures/a.png"} < set(files(linked / "docs"))


def test_a_link_that_is_named_is_followed(linked: Path) -> None:
    """Whoever names it means it."""
    assert main(["import", "blog/_posts/linked.md", "docs"]) == 0
    assert (linked / "docs" / "linked.md").is_file()


def test_one_post_without_a_site(folder: Path) -> None:
    """It is imported as well."""
    (folder / "post.md").write_text("---\nevent: Docs Day\n---\n", encoding="utf-8")
    assert main(["import", "post.md", "docs"]) == 0


def test_files_of_an_annex_keep_their_names(folder: Path) -> None:
    """Their links lead into the repository's own store, where they are called by their digests."""
    kept = folder / ".git" / "annex" / "objects" / "xW" / "SHA256E-s13--0a.png"
    kept.parent.mkdir(parents=True)
    picture = folder / "blog" / "_posts" / "pictures" / "a.png"
    picture.rename(kept)
    picture.symlink_to(kept)
    assert main(["import", "blog/_posts", "docs"]) == 0
    assert (folder / "docs" / "pictures" / "a.png").read_bytes() == PICTURE


def test_a_post_that_fails_costs_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever goes wrong with it: it is said where, and the others are imported."""
    (folder / "blog" / "_posts" / "2019-01-01-first.md").write_text(POST, encoding="utf-8")

    def failing(page: Page, *places: str) -> Native:
        if page.name.endswith("first.md"):
            raise IndexError(page.name)
        return native_page(page, *places)

    monkeypatch.setattr(importing, "native_page", failing)
    assert main(["import", "blog/_posts", "docs"]) == 1
    assert "2019-01-01-first.md: IndexError: 2019-01-01-first.md; this is a fault" in capsys.readouterr().err
    assert NAME in files(folder / "docs")


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_every_line_end_ends_a_line(folder: Path, end: str) -> None:
    """A lone carriage return as well: the embed below it is found where it is."""
    post = POST.replace("Words.", "Words.\rMore\rwords.").replace("\n", end)
    (folder / "blog" / "_posts" / NAME).write_text(post, encoding="utf-8", newline="")
    assert main(["import", "blog/_posts", "docs"]) == 0
    assert "```{deck} https://slides.example.org/a.pdf" in (folder / "docs" / NAME).read_text("utf-8")


def test_a_manifest_that_cannot_be_written_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The reports are there."""
    (folder / "docs" / ".eventreport-import.json").mkdir(parents=True)
    assert main(["import", "blog/_posts", "docs"]) == 1
    assert ".eventreport-import.json: Is a directory" in capsys.readouterr().err
    assert NAME in files(folder / "docs")


def test_a_post_that_is_no_text_costs_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A film under the name of a post is not read into memory, and the rest goes on."""
    with (folder / "blog" / "_posts" / "2019-01-01-film.md").open("wb") as film:
        film.truncate(3 * 2**30)
    assert main(["import", "blog", "docs"]) == 1
    said = capsys.readouterr()
    assert "2019-01-01-film.md: it has more than 16 MB" in said.err
    assert (folder / "docs" / "_posts" / NAME).is_file()


def test_a_large_file_beside_a_post_is_copied_in_pieces(folder: Path) -> None:
    """It needs no memory of its size: here 24 MB."""
    with (folder / "blog" / "_posts" / "pictures" / "a.png").open("wb") as picture:
        picture.truncate(24 * 2**20)
    main(["import", "blog", "docs", "--dry-run"])  # What is imported or made once is not counted.
    tracemalloc.start()
    main(["import", "blog", "docs"])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (folder / "docs" / "_posts" / "pictures" / "a.png").stat().st_size == 24 * 2**20
    assert most < 12 * 2**20


@pytest.mark.parametrize(
    ("said", "code", "kept"),
    [
        ("date: 2020-01-01", 0, ""),
        ("date: 2020-01-01\nexpiryDate: 2020-02-01", 0, "visibility: draft\n"),
        ("date: 9000-01-01", 1, "visibility: draft\n"),
        ("date: 2020-01-01\nexpiryDate: 9000-01-01", 1, ""),
    ],
)
def test_a_day_to_come_is_lost_and_said(folder: Path, said: str, code: int, kept: str) -> None:
    """A native report has no key for it; what nobody may see today stays a draft."""
    post = f"---\ntitle: Reed Day\n{said}\nevent: Reed Day\ndialect: hugo\n---\nWords.\n"
    (folder / "reed.md").write_text(post, encoding="utf-8")
    assert main(["import", "reed.md", "docs"]) == code
    text = (folder / "docs" / "reed.md").read_text("utf-8")
    assert ("visibility: draft\n" if "visibility" in text else "") == kept


@pytest.mark.parametrize("written", ["%2e%2e/private.png", "..%2fprivate.png", "..\\private.png"])
def test_what_is_beside_the_source_is_not_copied(
    folder: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    """However a post spells the way out."""
    (folder / "plain").mkdir()
    (folder / "private.png").write_bytes(PICTURE)
    (folder / "plain" / NAME).write_text(POST.replace("pictures/a.png", written), encoding="utf-8")
    assert main(["import", "plain", "docs"]) == 1
    assert "leads out of plain, and is not copied" in capsys.readouterr().out
    assert not list((folder / "docs").rglob("*.png"))


def test_minutes_keep_the_keys_that_nobody_knows(folder: Path) -> None:
    """They have no effect, and are their author's."""
    text = "---\nminutes: {chair: Bo Ray, weather: fine}\n---\n# May\n"
    (folder / "may.md").write_text(text, encoding="utf-8")
    assert main(["import", "may.md", "out"]) == 0
    assert "weather: fine" in (folder / "out" / "may.md").read_text(encoding="utf-8")


def test_attendees_keep_the_keys_that_nobody_knows(folder: Path) -> None:
    """Each their own."""
    text = "---\nminutes: {attendees: [Bo Ray, {name: Kim Gil, mood: fine}]}\n---\n# May\n"
    (folder / "may.md").write_text(text, encoding="utf-8")
    assert main(["import", "may.md", "out"]) == 0
    front = yaml.safe_load((folder / "out" / "may.md").read_text(encoding="utf-8").split("---")[1])
    assert front["minutes"]["attendees"] == ["Bo Ray", {"name": "Kim Gil", "mood": "fine"}]
