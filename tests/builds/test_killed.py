"""A build that was killed leaves nothing that the next one does not put right."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.green import FILES, report
from support.site import CONF, Site, png

if TYPE_CHECKING:
    from pathlib import Path

_NOWHERE = re.compile(rb'"\w+":\[\],?')
KILLS = CONF + (
    "import os, signal\n"
    "from pathlib import Path\n"
    "\n"
    "\n"
    "def end(app, *_):\n"
    '    for page in Path(app.outdir).glob("*.html"):\n'
    "        page.write_bytes(page.read_bytes()[:500])\n"
    "    os.kill(os.getpid(), signal.SIGKILL)\n"
    "\n"
    "\n"
    "def setup(app):\n"
    '    moment = os.environ.get("KILLED_AT")\n'
    "    if moment:\n"
    "        app.connect(moment, end, priority=899)\n"
)
"""A configuration with which a build kills itself at an event, when pages are half written."""
PLAIN = "---\norphan: true\n---\n\n# Plain\n\n![Ferns](ferns.png)\n"
MOMENTS = ("env-check-consistency", "html-page-context", "html-collect-pages")


def kill(site: Site, moment: str) -> int:
    """Build in a process that is killed at *moment*; return how it ended."""
    out, doctrees = site.root / "out-html", site.root / "doctrees"
    command = [sys.executable, "-m", "sphinx", "-q", "-d", str(doctrees), str(site.source), str(out)]
    environment = {**os.environ, "KILLED_AT": moment}
    return subprocess.run(command, check=False, env=environment, stderr=subprocess.DEVNULL).returncode


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in the output, but for what Sphinx keeps for itself."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".buildinfo")
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    # Sphinx keeps words in the search index that stand on no page any more.
    found["searchindex.js"] = _NOWHERE.sub(b"", found["searchindex.js"])
    return found


@pytest.fixture
def site(tmp_path: Path, store: Path) -> Site:
    """Return a site that was built once, and edited since."""
    site = Site(tmp_path, store=store)
    site.write({**FILES, "conf.py": KILLS, "ferns.png": png(), "plain.md": PLAIN})
    site.build()
    return site.write({"green.md": report().replace("Green Day", "Moss Day"), "ferns.png": png(9)})


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_next_build_is_what_a_clean_one_is(site: Site, moment: str) -> None:
    """Pages that were cut in half are written again, and pictures copied; one more build writes no page."""
    assert kill(site, moment) == -9
    built = site.build()
    clean = site.build(out="clean/out", doctrees="clean/doctrees")
    found = files(built.outdir)
    wrong = [name for name, content in files(clean.outdir).items() if found.get(name) != content]
    assert (wrong, built.warnings) == ([], clean.warnings)
    assert not site.build().written & {"green.html", "plain.html", "index.html"}


def test_pages_of_slides_go_with_their_deck(site: Site) -> None:
    """Also those that a build wrote which was killed later, and of which it could keep no list."""
    site.write({"conf.py": KILLS + 'html_baseurl = "https://example.org/"\n'})
    assert kill(site, "html-collect-pages") == -9
    assert (site.root / "out-html" / "s/green/moss/1.html").is_file()
    site.edit("green.md", "{deck} moss.pdf", "{note}")
    assert [*site.build().outdir.glob("s/**/*.*")] == []


def test_a_configuration_that_was_taken_back(site: Site) -> None:
    """A build read all pages for it and was killed; their doctrees are not what the next one shows."""
    built = site.build()
    before = files(built.outdir)
    site.edit("conf.py", 'alabaster"\n', "alabaster\"\neventreport_deck_view = 'gallery'\n")
    kill(site, "env-get-updated")
    site.edit("conf.py", "eventreport_deck_view = 'gallery'\n", "")
    site.edit("plain.md", "Plain", "Plains")
    site.build()
    (built.outdir / "green.html").unlink()
    assert files(site.build().outdir)["green.html"] == before["green.html"]
