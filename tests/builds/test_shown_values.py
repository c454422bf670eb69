"""What a page shows of others is one value: it is drawn from it, and written again when it is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.site import Built, Site


def minutes(title: str) -> str:
    """Return minutes without a label, as a group that meets each month writes them."""
    head = f"---\ntitle: {title}\nevent: Maps group\n---\n"
    return f"{head}\n## Coastlines of {title}\n\n```{{talk}}\n```\n\nWords.\n"


MAPS = {
    "index.md": "# Index\n\n```{event-list}\n:type: list\n```\n\n```{talk-list}\n:type: list\n```\n",
    "2021-01-14-maps.md": minutes("January"),
    "2021-02-14-maps.md": minutes("February"),
    "2021-03-14-maps.md": minutes("March"),
}


FOREST = "---\nevent: Forest Day\n---\n\n## Ferns, by Jane Doe\n\n```{talk}\n```\n\nWords.\n"


def links(built: Built, name: str) -> dict[str, str]:
    """Return the addresses of the links of a page by their texts."""
    return {link.get_text(): str(link["href"]) for link in built.body(name).select("a[href]")}


def test_each_row_leads_to_its_own_report(site: Site) -> None:
    """Three meetings with one name and three days are three reports."""
    found = links(site.write(MAPS).build(), "index")
    assert (found["January"], found["February"], found["March"]) == (
        "2021-01-14-maps.html",
        "2021-02-14-maps.html",
        "2021-03-14-maps.html",
    )


def test_each_row_of_a_talk_leads_to_its_own_page(site: Site) -> None:
    """Also where the talks of two reports have one id."""
    found = links(site.write(MAPS).build(), "index")
    assert found["Coastlines of February"] == "2021-02-14-maps.html#coastlines-of-february"


def test_every_meeting_has_a_name(site: Site) -> None:
    """The inventory has all three, each with its day."""
    names = site.write(MAPS).build().app.env.get_domain("eventreport").get_objects()
    assert [name for name, _title, kind, *_place in names if kind == "event"] == [
        "2021-01-14-maps",
        "2021-02-14-maps",
        "2021-03-14-maps",
    ]


@pytest.mark.parametrize("name", ["2021-02-14-maps", "2021-02-14-maps/coastlines-of-february"])
def test_the_name_with_its_day_is_never_ambiguous(site: Site, name: str) -> None:
    """Whatever other meetings there are."""
    role = "talk" if "/" in name else "event"
    refers = {"refers.md": f"---\norphan: true\n---\n\n# Refers\n\n{{{role}}}`{name}`\n"}
    assert site.write({**MAPS, **refers}).build().warnings == []


def test_the_name_without_its_day_is_an_alias_while_it_is_the_only_one(site: Site) -> None:
    """One meeting is called as its file is, with or without the day."""
    files = {name: text for name, text in MAPS.items() if name in {"index.md", "2021-01-14-maps.md"}}
    refers = {
        "refers.md": "---\norphan: true\n---\n\n# Refers\n\n"
        "{event}`maps`, {talk}`maps/coastlines-of-january`\n"
    }
    built = site.write({**files, **refers}).build()
    assert (built.warnings, links(built, "refers")["January"]) == ([], "2021-01-14-maps.html")


def test_the_name_without_its_day_becomes_ambiguous(site: Site) -> None:
    """A warning says which names there are."""
    refers = {"refers.md": "---\norphan: true\n---\n\n# Refers\n\n{event}`maps`\n"}
    [warning] = site.write({**MAPS, **refers}).build().warnings
    assert "'2021-01-14-maps', '2021-02-14-maps', '2021-03-14-maps'" in warning


def test_a_link_by_an_ambiguous_name_is_no_link_to_nothing(site: Site) -> None:
    """It says what the role says, and leads to the first of them, on any page."""
    refers = {"refers.md": "---\norphan: true\n---\n\n# Refers\n\n[these](#maps)\n"}
    built = site.write({**MAPS, **refers}).build()
    assert ["'2021-01-14-maps', '2021-02-14-maps', '2021-03-14-maps'" in line for line in built.warnings] == [
        True
    ]
    assert links(built, "refers")["these"] == "2021-01-14-maps.html"


def test_a_talk_does_not_stand_in_for_an_ambiguous_event(site: Site) -> None:
    """Events come before talks, so which of them is meant is not settled by a talk of that name."""
    talk = "---\ntitle: Opening\nevent: Fjords\n---\n\n## Maps by Ada Wren\n"
    refers = {"fjords.md": talk, "refers.md": "---\norphan: true\n---\n\n# Refers\n\n[these](#maps)\n"}
    built = site.write({**MAPS, **refers}).build()
    assert ["means more than one event" in line for line in built.warnings if "refers.md" in line] == [True]


def test_no_name_changes_when_another_meeting_comes(site: Site) -> None:
    """What others refer to stays."""
    files = dict(MAPS)
    later = files.pop("2021-03-14-maps.md")
    before = site.write(files).build().app.env.get_domain("eventreport").get_objects()
    names = {name for name, *_rest in before}
    after = site.write({"2021-03-14-maps.md": later}).build().app.env.get_domain("eventreport").get_objects()
    assert names < {name for name, *_rest in after}


def test_a_heading_with_the_same_title_and_another_id_is_followed(site: Site) -> None:
    """The list showed a dead address: neither title nor label had changed."""
    site.write(
        {
            "index.md": "# Index\n\n```{talk-list}\n:type: list\n:fields: title\n```\n",
            "forest.md": FOREST.replace("Ferns, by", "Ferns and mosses by"),
        }
    ).build()
    site.edit("forest.md", "## Ferns and mosses by Jane Doe", "## Ferns and mosses - Jane Doe")
    built = site.build()
    anchor = links(built, "index")["Ferns and mosses"].partition("#")[2]
    assert built.page("forest").find(id=anchor) is not None


def test_a_page_about_somebody_is_where_listings_lead_to(site: Site) -> None:
    """The page comes later than the listing."""
    site.write(
        {
            "index.md": "# Index\n\n```{person-list}\n:type: list\n```\n",
            "forest.md": FOREST,
        }
    ).build()
    site.write({"jane.md": "---\norphan: true\n---\n\n# Jane\n\n```{person} jane-doe\n```\n"})
    assert links(site.build(), "index")["Jane Doe"] == "jane.html"


@pytest.mark.parametrize("index", ["people", "events", "talks", "tags", "places"])
def test_a_new_entry_of_the_toctree_is_beside_every_index(site: Site, index: str) -> None:
    """Sphinx writes the indices of its domains again when the navigation is another one."""
    report = (
        "---\ntags: [moss]\nevent: {name: Forest Day, location: {address: {city: Graz}}}\n---\n\n"
        "## Ferns, by Jane Doe\n\n```{talk}\n```\n\nWords.\n"
    )
    site.write(
        {
            "index.md": "# Index\n\n```{toctree}\nabout\n```\n\n```{event-list}\n```\n",
            "about.md": "# About\n\nWords.\n",
            "forest.md": report,
        }
    ).build()
    site.write({"talks.md": "# All the talks\n\n```{talk-list}\n```\n"})
    site.edit("index.md", "about\n", "about\ntalks\n")
    assert "All the talks" in site.build().page(f"eventreport-{index}").get_text()


def test_an_index_is_in_the_language_of_the_site(site: Site) -> None:
    """Also where the site has a title of its own, and no other word in the index is in a language."""
    site.write({"index.md": "# Index\n\n```{event-list}\n```\n", "forest.md": FOREST})
    site.build(config={"html_title": "Trees"})
    rebuilt = site.build(config={"html_title": "Trees", "language": "fr"})
    assert "Personnes" in rebuilt.body("eventreport-people").get_text()


def test_an_index_is_left_alone_where_nothing_around_it_changed(site: Site) -> None:
    """An edit of words in a report changes no index."""
    site.write({"index.md": "# Index\n\n```{event-list}\n```\n", "forest.md": minutes("Forest")}).build()
    site.edit("forest.md", "Words.", "Other words.")
    assert not {name for name in site.build().written if name.startswith("eventreport-")}
