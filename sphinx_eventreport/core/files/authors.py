"""Files in which generators keep who their authors are, by the ids that front matter names.

Docusaurus has ``authors.yml``, MkDocs Material ``.authors.yml``, Jekyll ``_data/authors.yml``, Hugo a file
for each below ``data/authors``, HugoBlox a page for each below ``content/authors``.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from sphinx_eventreport.core.files.lookup import is_root
from sphinx_eventreport.core.files.text import decode, read_bytes
from sphinx_eventreport.core.frontmatter import read_front_matter, read_json, read_yaml_file
from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sphinx_eventreport.core.frontmatter import FrontMatter

_KEYS = ("author", "authors", "speaker", "speakers")
_LISTS = tuple(
    f"{folder}{name}.{suffix}"
    for folder, name in (("", "authors"), ("", ".authors"), ("_data/", "authors"), ("data/", "authors"))
    for suffix in ("yml", "yaml")
)
_EACH = (
    *(f"{folder}data/authors/{{}}.{suffix}" for folder in ("", "_") for suffix in ("yml", "yaml", "json")),
    "content/authors/{}/_index.md",
    "authors/{}/_index.md",
    "_authors/{}.md",
)
_MOST_LEVELS = 10
_ID = lazy_regex(r"\w[\w.-]{0,59}")
_BETWEEN = lazy_regex(r"\s*(?:,|;|&|\band\b)\s*")
_NAMES = ("name", "display_name", "displayname", "full_name", "title")
_PAGES = ("url", "website", "homepage", "uri", "web", "link")
_WORKPLACES = ("affiliation", "organization", "organizations", "company")
_ACCOUNTS = ("github", "mastodon", "twitter", "x", "linkedin")
_HOSTS = {"github": "https://github.com/", "twitter": "https://twitter.com/", "x": "https://x.com/"}


def with_authors(front: FrontMatter, page: Path, note: Callable[[Path], object] | None = None) -> FrontMatter:
    """Return *front*, that of *page*, with people in place of ids that a file near the page knows.

    *note* is called with each file that was read. A file that cannot be read knows nobody.
    """
    known, files = _known(page, author_ids(front))
    if note is not None:
        for file in files:
            note(file)
    changed: dict[str, object] = {}
    for key in _KEYS:
        items = _ids(front.mapping.get(key))
        if any(_id_of(item) in known for item in items):
            changed[key] = [_person(item, known) for item in items]
    return replace(front, mapping={**front.mapping, **changed}) if changed else front


def author_ids(front: FrontMatter) -> tuple[str, ...]:
    """Return what may be ids among the authors and speakers that *front* names, each once."""
    items = chain.from_iterable(_ids(front.mapping.get(key)) for key in _KEYS)
    return tuple(dict.fromkeys(filter(None, map(_id_of, items))))


def author_files(page: Path, ids: tuple[str, ...]) -> Sequence[Path]:
    """Return the files that :func:`with_authors` reads for a *page* with these *ids*, the nearest first."""
    return _known(page, ids)[1]


def _ids(value: object) -> list[object]:
    """Return the items of a list of authors; of a text those that may be ids, if all of them may."""
    if isinstance(value, str):
        parts = _BETWEEN.split(value.strip())
        return [*parts] if all(map(_ID.fullmatch, parts)) else []
    return value if isinstance(value, list) else []


def _id_of(item: object) -> str:
    if isinstance(item, dict):
        item = item.get("key") or item.get("id") or item.get("username")
    return item if isinstance(item, str) and _ID.fullmatch(item) else ""


def _person(item: object, known: Mapping[str, dict[str, object]]) -> object:
    found = known.get(_id_of(item))
    if found is None:
        return item
    own = {key: item[key] for key in ("name", "url") if key in item} if isinstance(item, dict) else {}
    return {**found, **own}


def _known(page: Path, ids: tuple[str, ...]) -> tuple[dict[str, dict[str, object]], list[Path]]:
    """Return what the nearest files above *page* say of *ids*, and these files."""
    known: dict[str, dict[str, object]] = {}
    read = []
    for path, only in _files(page, ids) if ids else ():
        people = _read(path, path.stat().st_mtime_ns)
        read.append(path)
        found = {only: people[""]} if only and "" in people else people
        known = {**{name: found[name] for name in ids if name in found}, **known}
        if len(known) == len(ids):
            break
    return known, read


def _files(page: Path, ids: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield the files above *page* that may know *ids*, each with the one id it is about, "" for several."""
    for number, folder in enumerate(page.absolute().parents):
        each = [(pattern.format(name), name) for name in ids for pattern in _EACH]
        for name, only in [*((name, "") for name in _LISTS), *each]:
            path = folder / name
            if os.access(path, os.R_OK) and path.is_file():
                yield path, only
        if number == _MOST_LEVELS or is_root(folder):
            return


@lru_cache(maxsize=200)
def _read(path: Path, _changed: int) -> dict[str, dict[str, object]]:
    """Return the people in the file *path* by their ids; one that is about one person has the id ""."""
    try:
        text = decode(read_bytes(path))[0]
    except OSError:
        return {}
    if path.suffix in {".md", ".json"}:
        front = read_json(text) if path.suffix == ".json" else read_front_matter(text)
        return _named({"": front.mapping})
    value, _front = read_yaml_file(text)
    if isinstance(value, list):
        value = {_id_of(item): item for item in value}
    if not isinstance(value, dict):
        return {}
    people = value.get("authors")
    if isinstance(people, dict):
        value = people
    is_one = any(isinstance(value.get(key), str) for key in _NAMES)
    return _named({"": value} if is_one else value)


def _named(people: Mapping[str, object]) -> dict[str, dict[str, object]]:
    found = ((name, _fields(said)) for name, said in people.items() if isinstance(said, dict))
    return {name: fields for name, fields in found if fields}


def _fields(said: Mapping[str, object]) -> dict[str, object]:
    """Return name, page and affiliation of what a file says of somebody; an address of mail stays there."""
    name = next((said[key] for key in _NAMES if isinstance(said.get(key), str)), None)
    if not name:
        return {}
    fields = {"name": name, "url": _page_of(said), "affiliation": _affiliation(said)}
    return {key: value for key, value in fields.items() if value}


def _page_of(said: Mapping[str, object]) -> str:
    page = next((said[key] for key in _PAGES if isinstance(said.get(key), str)), "")
    if page:
        return str(page)
    social = said.get("socials") or said.get("social")
    accounts = {**social, **said} if isinstance(social, dict) else said
    for name in _ACCOUNTS:
        account = accounts.get(name)
        if isinstance(account, str) and ("//" in account or name in _HOSTS):
            return account if "//" in account else _HOSTS[name] + account.lstrip("@")
    return ""


def _affiliation(said: Mapping[str, object]) -> str:
    value = next((said[key] for key in _WORKPLACES if said.get(key)), None)
    first = value[0] if isinstance(value, list) and value else value
    name = first.get("name") if isinstance(first, dict) else first
    return name if isinstance(name, str) else ""
