"""Schedules in XML say what the same schedules say in JSON."""

from __future__ import annotations

import pytest

from sphinx_eventreport.importing.model import UnreadableScheduleError
from sphinx_eventreport.importing.schedule import report_of, schedule_of, texts_of
from sphinx_eventreport.importing.schedule_xml import schedule_of_xml

FRAB = b"""<?xml version="1.0" encoding="UTF-8"?>
<schedule>
 <version>1.2</version>
 <conference>
  <acronym>reed25</acronym><title>Reed Day</title><start>2025-05-16</start><end>2025-05-17</end><days>2</days>
 </conference>
 <day index="1" date="2025-05-16">
  <room name="Barn">
   <event id="7" guid="11111111-2222-3333-4444-555555555555">
    <start>14:30</start><duration>00:45</duration><room>Barn</room><slug>mowing</slug>
    <recording><license>CC-BY-4.0</license><optout>false</optout></recording>
    <title>Mowing &amp; binding</title><subtitle>by hand</subtitle><track>Field</track><type>lecture</type>
    <language>en</language><abstract>Scythes *and* twine.</abstract><description/>
    <persons><person id="1">Ines Marlow</person><person id="2">Piet Hallam</person></persons>
    <links><link href="https://reed.example.org/notes">Notes</link></links>
    <attachments><attachment href="https://reed.example.org/mow.pdf">Slides</attachment></attachments>
   </event>
  </room>
  <room name="Loft"/>
 </day>
 <day index="2" date="2025-05-17"/>
</schedule>
"""
PRETALX = """<?xml version='1.0' encoding='utf-8' ?>
{comment}<schedule>{generator}
 <conference><title>Reed Day</title><base_url>https://cfp.example.org</base_url>
 <time_zone_name>Europe/Oslo</time_zone_name></conference>
 <day index='1' date='2025-05-16' start='2025-05-16T04:00:00+02:00' end='2025-05-17T03:59:00+02:00'>
  <room name='Barn'><event guid='x' id='3'><date>2025-05-16T10:00:00+02:00</date><start>10:00</start>
   <title>Mowing</title><abstract>Scythes *and* twine.</abstract><logo>/media/mow.png</logo>
   <persons><person id='4'>Ines Marlow<biography>Mows.</biography>
    <avatar>/media/i.png</avatar></person></persons>
  </event></room>
 </day>
</schedule>
"""


def test_a_schedule_of_frab_is_a_report() -> None:
    """With all that its elements and attributes say."""
    found = schedule_of(schedule_of_xml(FRAB))
    assert found is not None
    name, report, problems = report_of(found)
    (talk,) = report.talks
    assert talk.start is not None
    assert (name, problems, talk.title, talk.start.isoformat(), talk.duration, talk.room, talk.track) == (
        "2025-05-16-reed-day.md",
        (),
        "Mowing & binding",
        "2025-05-16T14:30",
        45,
        "Barn",
        "Field",
    )
    assert ([one.name for one in talk.speakers], talk.license, [one.label for one in talk.links]) == (
        ["Ines Marlow", "Piet Hallam"],
        "CC-BY-4.0",
        ["Notes", "Slides"],
    )
    assert ([deck.source for deck in talk.decks], texts_of(found).abstracts) == (
        ["https://reed.example.org/mow.pdf"],
        ("by hand\n\nScythes \\*and\\* twine.",),
    )


@pytest.mark.parametrize(
    ("comment", "generator"),
    [("", '<generator name="pretalx" version="2025"/>'), ("<!-- Made with love by pretalx v2. -->\n", "")],
)
def test_a_schedule_of_pretalx_is_markdown(comment: str, generator: str) -> None:
    """It says whose it is by an element, and an older one by a comment."""
    found = schedule_of(schedule_of_xml(PRETALX.format(comment=comment, generator=generator).encode()))
    assert found is not None
    assert "Scythes *and* twine." in texts_of(found).abstracts[0]


def test_pictures_and_biographies_are_read() -> None:
    """Where they have elements; the name is the text beside them."""
    found = schedule_of(schedule_of_xml(PRETALX.format(comment="", generator="").encode()))
    assert found is not None
    assert texts_of(found).closing == (
        "## Speakers\n\n### Ines Marlow\n\n"
        "[Picture of Ines Marlow](<https://cfp.example.org/media/i.png>)\n\nMows."
    )


@pytest.mark.parametrize("data", [b"<rss/>", b"<schedule/>", b"<schedule><day/></schedule>"])
def test_other_xml_is_no_schedule(data: bytes) -> None:
    """It is passed by."""
    assert schedule_of(schedule_of_xml(data)) is None


BOMB = b"""<!DOCTYPE schedule [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<schedule><conference><title>&c;</title></conference></schedule>"""
LEAK = b"""<!DOCTYPE schedule [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<schedule><conference><title>&a;</title></conference></schedule>"""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (BOMB, "DOCTYPE"),
        (LEAK, "DOCTYPE"),
        (b'<!DOCTYPE schedule SYSTEM "http://example.org/x.dtd"><schedule/>', "DOCTYPE"),
        (b"<a>" * 30 + b"</a>" * 30, "nested"),
        (b"<schedule>", "not XML"),
        (b"", "not XML"),
        (b"\xff\xfe\x00", "not XML"),
        (b'<?xml version="1.0" encoding="x-none"?><schedule/>', "unknown encoding"),
        (b'<?xml version="1.0" encoding="euc-jp"?><schedule/>', "multi-byte"),
    ],
)
def test_hostile_and_damaged_xml_is_refused(data: bytes, why: str) -> None:
    """Before anything in it is read, and in words."""
    with pytest.raises(UnreadableScheduleError, match=why):
        schedule_of_xml(data)
