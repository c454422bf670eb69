"""The validators of HTML and EPUB find nothing in what is written.

`.ci/long` runs this: they need Java, and are larger than everything that `.ci/run` installs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.everything import CONFIG, FILES
from support.site import Site

if TYPE_CHECKING:
    from collections.abc import Sequence

DOCS = Path(__file__).parents[2] / "docs"
VNU = "EVENTREPORT_VNU_JAR"
"""The variable with the path of the Nu validator, as npm installs it."""
EXAMPLES = """# Examples

```{event-list}
:feed: atom ics json
```

```{talk-list}
:type: table
```

```{person-list}
```
"""
CONF = """
extensions = ["sphinx_eventreport"]
html_baseurl = "https://bees.example.org/"
html_sidebars = {"**": []}
"""
"""With feeds and pages of slides. Without the sidebar, in which the theme skips a level of headings."""
PEOPLE = 'eventreport_people = "examples/people.yml"\n'


def run(jar: str, *arguments: str) -> str:
    """Return what a program of Java says."""
    command: Sequence[str] = ["java", "-jar", jar, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, store: Path) -> list[Site]:
    """Return a site with a page that has everything, and the examples of the documentation."""
    everything, examples = (Site(tmp_path_factory.mktemp(name), store=store) for name in ("all", "examples"))
    for name in ("examples", "img"):
        shutil.copytree(DOCS / name, examples.source / name)
    (examples.source / "examples" / "index.md").unlink()
    elsewhere = {
        f"how-to/{name}.md": "---\norphan: true\n---\n\n# How\n" for name in ("index-pages", "minutes")
    }
    return [
        everything.write({**FILES, "conf.py": CONF}),
        examples.write({"conf.py": CONF + PEOPLE, "index.md": EXAMPLES, **elsewhere}),
    ]


def test_epubcheck_finds_nothing(sites: list[Site]) -> None:
    """No mistake, and nothing to be wary of."""
    program = shutil.which("epubcheck")
    if program is None or shutil.which("java") is None:
        pytest.skip("no epubcheck (apt-get install epubcheck default-jre-headless)")
    for site in sites:
        outdir = site.build("epub", config=CONFIG).outdir
        said = run(str(Path(program).resolve()), str(outdir / "Bees.epub"))
        assert "No errors or warnings detected" in said, said


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_the_nu_validator_finds_nothing(sites: list[Site], builder: str) -> None:
    """But for what Sphinx writes: the search form has an empty action."""
    jar = os.environ.get(VNU, "")
    if not Path(jar).is_file() or shutil.which("java") is None:
        pytest.skip(f"no Nu validator at {VNU} (npm install vnu-jar)")
    for site in sites:
        outdir = site.build(builder, config=CONFIG).outdir
        said = run(
            jar, "--errors-only", "--skip-non-html", "--filterpattern", ".*attribute “action”.*", str(outdir)
        )
        assert said == ""
