"""``sphinx-eventreport export``: reports as what other programs read."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from sphinx_eventreport.cli.settings import add_settings, settings_of
from sphinx_eventreport.cli.terminal import Exit, complain, reason
from sphinx_eventreport.core.schema.audience import AUDIENCES, may_see

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sphinx_eventreport.core.exports.entry import Entry
    from sphinx_eventreport.core.exports.feed import Feed
    from sphinx_eventreport.core.records import Audience, Report, Talk

FORMATS = {
    "atom": "a feed of the events (Atom)",
    "ics": "a calendar of events, timed talks and actions (iCalendar)",
    "json": "everything, as one document of JSON",
    "jsonld": "what search engines read (JSON-LD)",
    "pyvideo": "a folder for each event, as the PyVideo archive has it",
    "frab": "the schedule of each event, as JSON and as XML",
    "bibtex": "the talks, to be cited in LaTeX",
    "csl": "the talks, for programs that keep references (CSL-JSON)",
}
"""The formats, and what each is."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A report that leaves."""

    report: Report
    """Its record."""
    url: str
    """The address of its page, "" where nobody said where the site is."""

    def at(self, label: str) -> str:
        """Return the address of the part of the page called *label*."""
        return f"{self.url}#{label}" if self.url else ""

    def talks(self) -> tuple[str, ...]:
        """Return the addresses of the talks, in their order."""
        return tuple(self.at(talk.label) for talk in self.report.talks)


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the subcommand to *subparsers*."""
    text = "Write reports in a format of other programs."
    parser = subparsers.add_parser("export", help=text, description=text)
    said = "; ".join(f"{name}: {about}" for name, about in FORMATS.items())
    parser.add_argument("format", metavar="FORMAT", choices=FORMATS, help=said)
    parser.add_argument("source", metavar="SOURCE", help="a folder, a post, or a schedule in JSON")
    parser.add_argument(
        "dest",
        metavar="DEST",
        nargs="?",
        help="a file; without it, standard output; of pyvideo and frab a folder",
    )
    parser.add_argument(
        "--base-url",
        metavar="URL",
        default="",
        help="where the site is, in place of html_baseurl in conf.py",
    )
    parser.add_argument(
        "--audience",
        metavar="WHO",
        choices=AUDIENCES,
        default="public",
        help="public, or internal for those who may also read what is not for everybody",
    )
    parser.add_argument(
        "--schema", action="store_true", help="print the JSON Schema of the format json, and read nothing"
    )
    add_settings(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what *arguments* say; return the exit code."""
    if arguments.schema:
        return _print_schema(arguments)
    source = Path(arguments.source)
    if not source.exists():
        complain("export", f"{source} does not exist")
        return Exit.USAGE
    base = arguments.base_url or _base_of(source)
    if arguments.format in {"atom", "jsonld"} and not base:
        complain("export", f"{arguments.format} needs the address of the site; give it with --base-url")
        return Exit.USAGE
    if arguments.format in _FOLDERS and not arguments.dest:
        complain("export", f"{arguments.format} is more than one file; name a folder to write into")
        return Exit.USAGE
    found = list(_reports(source, arguments, base.rstrip("/") + "/" if base else ""))
    try:
        return _write(arguments, found, base)
    except OSError as error:
        complain("export", reason(error, arguments.dest))
        return Exit.FAILED


def _print_schema(arguments: argparse.Namespace) -> int:
    from sphinx_eventreport.importing.everything import everything_schema  # noqa: PLC0415

    if arguments.format != "json":
        complain("export", f"there is a schema of json only, not of {arguments.format}")
        return Exit.USAGE
    print(json.dumps(everything_schema(), indent=2, ensure_ascii=False))
    return Exit.OK


def _base_of(source: Path) -> str:
    """Return ``html_baseurl`` as the nearest ``conf.py`` says it in so many words."""
    from sphinx_eventreport.core.exports.addresses import on_the_web  # noqa: PLC0415
    from sphinx_eventreport.core.files.conf import CONF, read_conf  # noqa: PLC0415

    here = source.absolute()
    conf = next((up / CONF for up in (here, *here.parents) if (up / CONF).is_file()), None)
    said = read_conf(conf).get("html_baseurl") if conf else None
    return on_the_web(said.value) if said and isinstance(said.value, str) else ""


def _reports(source: Path, arguments: argparse.Namespace, base: str) -> Iterator[Exported]:
    """Yield the public reports of *source* in the order of their days; what cannot be read is told."""
    from sphinx_eventreport.importing.model import UnreadableScheduleError  # noqa: PLC0415
    from sphinx_eventreport.importing.sources import find_sources, read_source  # noqa: PLC0415

    settings = settings_of(arguments, source if source.is_dir() else source.parent)
    pages = []
    for path in find_sources(source):
        try:
            page = read_source(path, source, settings.of(path), arguments.audience)
        except (OSError, UnreadableScheduleError) as error:
            complain("export", reason(error, path) if isinstance(error, OSError) else f"{path}: {error}")
            continue
        if page is not None and _leaves(page.report, arguments.audience):
            pages.append(page)
    for page in sorted(
        pages, key=lambda page: page.report.start.sort_key if page.report.start else (0, 0, "")
    ):
        address = base + PurePosixPath(page.name).with_suffix(".html").as_posix() if base else ""
        yield Exported(page.report, address)


def _leaves(report: Report, audience: Audience) -> bool:
    return report.visibility == "public" and may_see(report.audience, audience)


def _write(arguments: argparse.Namespace, found: Sequence[Exported], base: str) -> int:
    from sphinx_eventreport.core.files.output import OutputFolder  # noqa: PLC0415

    if arguments.format in _FOLDERS:
        folder = OutputFolder(Path(arguments.dest))
        for name, content in _FOLDERS[arguments.format](found, base):
            folder.write(name, content)
        return Exit.OK
    content = _WRITERS[arguments.format](found, base)
    if arguments.dest:
        destination = Path(arguments.dest)
        OutputFolder(destination.absolute().parent).write(destination.name, content)
    else:
        sys.stdout.buffer.write(content)
    return Exit.OK


def _feed(found: Sequence[Exported], base: str) -> Feed:
    from sphinx_eventreport.core.exports.feed import Feed  # noqa: PLC0415

    return Feed(
        title="Events",
        page=base,
        file=f"{base.rstrip('/')}/events",
        base=base,
        language="",
        entries=tuple(_event(one) for one in reversed(found)),
    )


def _event(one: Exported) -> Entry:
    from sphinx_eventreport.core.exports.entries import event_entry  # noqa: PLC0415

    return event_entry(one.report, one.url)


def _entries(one: Exported) -> Iterator[Entry]:
    from sphinx_eventreport.core.exports.entries import action_entry, talk_entry  # noqa: PLC0415

    yield _event(one)
    yield from (talk_entry(talk, report, url) for report, talk, url in _talks([one]))
    yield from (action_entry(action, one.report, one.at(action.label)) for action in one.report.actions)


def _atom(found: Sequence[Exported], base: str) -> bytes:
    from sphinx_eventreport.core.exports.atom import atom  # noqa: PLC0415

    return atom(_feed(found, base))


def _ics(found: Sequence[Exported], base: str) -> bytes:
    from sphinx_eventreport.core.exports.calendar import calendar_of  # noqa: PLC0415

    made = calendar_of((entry for one in found for entry in _entries(one)), base)
    if made.left_out:
        complain("export", f"{made.left_out} of {len(found)} events have no day, and are in no calendar")
    return made.content


def _json(found: Sequence[Exported], _base: str) -> bytes:
    from sphinx_eventreport.importing.everything import everything  # noqa: PLC0415

    return everything((one.report, one.url) for one in found)


def _jsonld(found: Sequence[Exported], _base: str) -> bytes:
    from sphinx_eventreport.core.exports.linked_data import PageAddresses, report_graph  # noqa: PLC0415

    graphs = [report_graph(one.report, PageAddresses(one.url, one.talks())) for one in found]
    return json.dumps(graphs, ensure_ascii=False, indent=1).encode(errors="replace") + b"\n"


def _bibtex(found: Sequence[Exported], _base: str) -> bytes:
    from sphinx_eventreport.core.exports.citations import bibtex  # noqa: PLC0415

    return bibtex(_talks(found)).encode(errors="replace")


def _csl(found: Sequence[Exported], _base: str) -> bytes:
    from sphinx_eventreport.core.exports.citations import csl  # noqa: PLC0415

    return csl(_talks(found)).encode(errors="replace")


def _talks(found: Sequence[Exported]) -> Iterator[tuple[Report, Talk, str]]:
    return (
        (one.report, talk, url)
        for one in found
        for talk, url in zip(one.report.talks, one.talks(), strict=True)
    )


def _pyvideo(found: Sequence[Exported], _base: str) -> Iterator[tuple[str, bytes]]:
    from sphinx_eventreport.core.exports.pyvideo import pyvideo_files  # noqa: PLC0415

    for one in found:
        for name, content in pyvideo_files(one.report).items():
            yield f"{one.report.label}/{name}", content


def _frab(found: Sequence[Exported], base: str) -> Iterator[tuple[str, bytes]]:
    from sphinx_eventreport.core.exports import schedule as frab  # noqa: PLC0415

    for one in found:
        made = frab.schedule_of_report(one.report, base, one.talks())
        if made.left_out:
            complain(
                "export", f"{made.left_out} talks of {one.report.label} have no time, and are in no schedule"
            )
        yield f"{one.report.label}.json", frab.frab_json(made)
        yield f"{one.report.label}.xml", frab.frab_xml(made)


_WRITERS: Mapping[str, Callable[[Sequence[Exported], str], bytes]] = {
    "atom": _atom,
    "ics": _ics,
    "json": _json,
    "jsonld": _jsonld,
    "bibtex": _bibtex,
    "csl": _csl,
}
_FOLDERS: Mapping[str, Callable[[Sequence[Exported], str], Iterator[tuple[str, bytes]]]] = {
    "pyvideo": _pyvideo,
    "frab": _frab,
}
