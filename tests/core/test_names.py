"""Names as people write them in a line, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_eventreport.core.names import (
    NamedPerson,
    person_of,
    read_name,
    split_names,
    split_organizers,
    without_email,
    written_person,
)

ADA = NamedPerson("Ada Quay")


def _ada(**facts: object) -> NamedPerson:
    return NamedPerson("Ada Quay", **facts)  # type: ignore[arg-type]


READ = {
    "Ada Quay": ADA,
    "  Ada   Quay , ": ADA,
    '"Ada Quay"': ADA,
    "Ada Quay (Rope)": _ada(affiliation="Rope"),
    "Ada Quay [Rope]": _ada(affiliation="Rope"),
    "Ada Quay (Mast, Inc.)": _ada(affiliation="Mast, Inc."),
    "Ada Quay (at Rope)": _ada(affiliation="Rope"),
    "Ada Quay - Mate at Rope": _ada(affiliation="Mate at Rope"),
    "**Ada Quay**": ADA,
    "__Ada Quay__": ADA,
    "*Ada* Quay": NamedPerson("*Ada* Quay"),
    "Ada Quay - Rope": _ada(affiliation="Rope"),
    "Ada Quay — Rope – chair": _ada(affiliation="Rope", role="chair"),
    "Ada Quay | Rope": _ada(affiliation="Rope"),
    "Ada Quay @ Rope": _ada(affiliation="Rope"),
    "Ada Quay (@ada)": _ada(handle="ada"),
    "Ada Quay @ada (voting member)": _ada(handle="ada", role="voting member"),
    "Ada Quay (Rope) (@ada-q)": _ada(affiliation="Rope", handle="ada-q"),
    "Ada Quay (@ada, @other)": _ada(handle="ada"),
    "Ada Quay (remote)": _ada(remote=True),
    "Ada Quay (Rope, remote, scribe)": _ada(affiliation="Rope", role="scribe", remote=True),
    "Ada Quay (Rope; co-chair)": _ada(affiliation="Rope", role="co-chair"),
    "Ada Quay (she/her)": _ada(role="she/her"),
    "Ada Quay (chair) (host)": _ada(role="chair"),
    "Ada Quay (https://a.example.org)": _ada(url="https://a.example.org"),
    "Ada Quay <https://a.example.org>": _ada(url="https://a.example.org"),
    "Ada Quay <https://a.example.org> (https://b.example.org)": _ada(url="https://a.example.org"),
    "Ada Quay <adaq>": _ada(handle="adaq"),
    "Ada Quay <@adaq> (@other)": _ada(handle="adaq"),
    "Ada Quay <two words>": ADA,
    "Ada Quay <ada@example.org>": ADA,
    "Ada Quay <mailto:ada@example.org>": ADA,
    "Ada Quay (ada@example.org)": ADA,
    "Ada Quay ada@example.org": ADA,
    "Ada Quay (Rope, ada@example.org)": _ada(affiliation="Rope"),
    "ada@example.org (Ada Quay)": ADA,
    "ada.quay+x@example.org": NamedPerson("ada.quay+x"),
    "@ada": NamedPerson("@ada", handle="ada"),
    "Dr. Ada Quay": _ada(honorific_prefix="Dr."),
    "Prof. Dr. Ada Quay, PhD": _ada(honorific_prefix="Prof. Dr.", honorific_suffix="PhD"),
    "Ada Quay, M.Sc., Ph.D.": _ada(honorific_suffix="M.Sc., Ph.D."),
    "Dr": NamedPerson("Dr"),
    "Ada Quay, Jr.": NamedPerson("Ada Quay Jr."),
    "Dr. Ada Quay Jr.": NamedPerson("Ada Quay Jr.", honorific_prefix="Dr."),
    "Ada Quay III": NamedPerson("Ada Quay III"),
    "Jack Ma": NamedPerson("Jack Ma"),
    "Robert “Bob” Ray": NamedPerson("Robert “Bob” Ray"),
    "Ann (Annie) Lee": NamedPerson("Ann (Annie) Lee"),
    "周明": NamedPerson("周明"),
    "佐藤 花子（港大学）": NamedPerson("佐藤 花子", affiliation="港大学"),  # noqa: RUF001
    "ليلى حسن": NamedPerson("ليلى حسن"),
}

NOBODY = [
    "",
    " ",
    "TBA",
    "tbd",
    "T.B.A.",
    "TBA (Rope)",
    "to be announced",
    "N.N.",
    "n/a",
    "none",
    "?",
    "???",
    "-",
    "…",
]
NOBODY += [
    "et al.",
    "others",
    "and many others",
    "Speaker TBD",
    "TBC.",
    "Unknown",
    "various",
    "Various speakers",
]

SPLIT = {
    "A": ["A"],
    "A, B, and C": ["A", "B", "C"],
    "A and B": ["A", "B"],
    "A & B": ["A", "B"],
    "A et B": ["A", "B"],
    "A und B": ["A", "B"],
    "A / B": ["A", "B"],
    "A, & B": ["A", "B"],
    "A; B": ["A", "B"],
    "A, B; C": ["A, B", "C"],
    "A;": ["A"],
    "周明、佐藤花子": ["周明", "佐藤花子"],
    "周明，佐藤花子": ["周明", "佐藤花子"],  # noqa: RUF001
    "ليلى حسن، سارة أحمد": ["ليلى حسن", "سارة أحمد"],
    "Ada Quay (Rope), Bo Finch (Mast, Inc.)": ["Ada Quay (Rope)", "Bo Finch (Mast, Inc.)"],
    "Ada Quay (Rope and Sons) and Bo Finch": ["Ada Quay (Rope and Sons)", "Bo Finch"],
    "Ada Quay (a; b); Bo Finch": ["Ada Quay (a; b)", "Bo Finch"],
    '"Quay, Ada" <a@example.org>, Bo Finch': ['"Quay, Ada" <a@example.org>', "Bo Finch"],
    "Mast, Inc., Bo Finch": ["Mast, Inc.", "Bo Finch"],
    "Ada Quay, Jr., Bo Finch": ["Ada Quay Jr.", "Bo Finch"],
    "Ada Quay, PhD, and Bo Finch, M.D.": ["Ada Quay PhD", "Bo Finch M.D."],
    "AQ, BF, MD": ["AQ", "BF", "MD"],
    "Ana Ríos y Luis Mar": ["Ana Ríos", "Luis Mar"],
    "José Ortega y Gasset": ["José Ortega y Gasset"],
    "Ada Quay et al.": ["Ada Quay"],
    "Inc.": ["Inc."],
    "Ada Quay, Mast Inc., Bo Finch, Rope GmbH": ["Ada Quay (Mast Inc.)", "Bo Finch (Rope GmbH)"],
    "Mast Inc., Rope Ltd": ["Mast Inc.", "Rope Ltd"],
    "Ada Quay, ada@example.org, Bo Finch": ["Ada Quay", "Bo Finch"],
    "ada@example.org, bo@example.org": ["ada@example.org", "bo@example.org"],
    "": [],
}


@pytest.mark.parametrize("written", READ)
def test_a_name_is_taken_apart(written: str) -> None:
    """What stands beside the name is about the person."""
    assert read_name(written) == READ[written]


@pytest.mark.parametrize("written", NOBODY)
def test_nobody(written: str) -> None:
    """A speaker to come is no person."""
    assert (read_name(written), person_of(written)) == (None, None)


@pytest.mark.parametrize("written", SPLIT)
def test_names_are_parted(written: str) -> None:
    """Separators part names, but not in brackets or quotation marks, and not before a suffix."""
    assert split_names(written) == SPLIT[written]


def test_organisations_have_commas_and_ands() -> None:
    """Only semicolons part them."""
    assert split_organizers("Quay, Inc.; Mast and Sons") == ["Quay, Inc.", "Mast and Sons"]


@pytest.mark.parametrize(
    "written", [written for written, read in READ.items() if not read.role and not read.remote]
)
def test_what_is_written_is_read_back(written: str) -> None:
    """A record in a line is read as that record, but for its address."""
    one = person_of(written)
    assert one is not None
    again = person_of(written_person(one))
    assert again is not None
    assert (again.name, again.affiliation, again.handle, again.honorific_prefix, again.honorific_suffix) == (
        (one.name, one.affiliation, one.handle, one.honorific_prefix, one.honorific_suffix)
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Quay Club <q@example.org>", "Quay Club"),
        ("q@example.org", "q"),
        ("Quay - Club", "Quay - Club"),
        ("", ""),
    ],
)
def test_without_email(written: str, kept: str) -> None:
    """Of an organisation only the address goes."""
    assert without_email(written) == kept


@given(
    st.text()
    | st.lists(st.sampled_from(["Ada", "(", ")", "<", "@b.org", ",", "a@b.org", "Jr.", '"', ";"])).map(
        " ".join
    )
)
def test_any_text_is_read_or_nobody(written: str) -> None:
    """No text makes reading fail, no name is blank, and none is an address."""
    for name in split_names(written):
        one = person_of(name)
        assert one is None or (one.name.strip() and "a@b.org" not in one.name)
