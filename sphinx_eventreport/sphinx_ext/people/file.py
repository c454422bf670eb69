"""When the people file is read, and their pictures are made known to builders."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.media.pictures import remote_picture
from sphinx_eventreport.core.people.file import PeopleFile, read_people
from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.config import read_config
from sphinx_eventreport.sphinx_ext.listings.field import Picture
from sphinx_eventreport.sphinx_ext.listings.selection import listing_of
from sphinx_eventreport.sphinx_ext.log import warn
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of
from sphinx_eventreport.sphinx_ext.site.pictures import picture_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.core.listings.query import Query
    from sphinx_eventreport.core.records import Person
    from sphinx_eventreport.sphinx_ext.site.site import Site


def read_people_file(app: Sphinx) -> None:
    """Read the people file if it is not the one that was read last (when a build begins)."""
    written = read_config(app.config).people
    domain = report_domain(app.env)
    if written is None:
        if domain.people_digest:
            domain.note_people("", PeopleFile())
        return
    path = Path(app.srcdir, written)
    try:
        data = read_bytes(path)
    except OSError:
        message = f"The people file {written!r} does not exist, or cannot be read"
        hint = "give its path from the source directory"
        warn(Problem(Subtype.MISSING_FILE, message, None, "eventreport_people", hint), None)
        domain.note_people("", PeopleFile())
        return
    digest = hashlib.sha256(data).hexdigest()
    if digest != domain.people_digest:
        text, problem = decode(data)
        people, problems = read_people(text)
        domain.note_people(digest, people, (*([problem] if problem else []), *problems))
    for one in domain.people_problems:
        warn(one, f"{path}:{one.line or 1}")


def note_pictures(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Make the pictures of people on pages and in listings known to the builder (``env-get-updated``)."""
    site = site_of(env)
    for docname, page in site.pages.items():
        for path in _listed_pictures(page.listings, site):
            env.images.add_file(docname, path)
        for subject in page.subjects:
            person = site.known(subject.label) if subject.type == "person" else None
            if person is not None and person.image:
                _note_picture(app, docname, person, person.image)
    return []


def _listed_pictures(listings: Iterable[Query], site: Site) -> Iterator[str]:
    for query in listings:
        if query.type == "person":
            shown = (
                value
                for group in listing_of(site, query).groups
                for row in group.rows
                for value in row.values
            )
            yield from (value.path for value in shown if isinstance(value, Picture) and value.path)


def _note_picture(app: Sphinx, docname: str, person: Person, image: str) -> None:
    file = read_config(app.config).people or ""
    path = picture_path(app.env, person)
    if path is not None:
        app.env.images.add_file(docname, path)
        return
    line = site_of(app.env).people.lines.get(person.label, 1)
    warn(_no_picture(person, image, line), f"{os.path.join(app.srcdir, file)}:{line}")  # noqa: PTH118 -- as written


def _no_picture(person: Person, image: str, line: int) -> Problem:
    if "://" in image or image.startswith("//"):
        return remote_picture(image, line)
    message = f"The picture {image!r} of {person.name} does not exist, or is outside the source directory"
    return Problem(Subtype.MISSING_FILE, message, line, hint="a path starts at the folder of the people file")
