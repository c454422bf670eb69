"""The sites that are compared: what stands in them, and the interpreter that builds them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generate import write_site

if TYPE_CHECKING:
    from pathlib import Path

# snowballstemmer takes PyStemmer where it can import it. None in sys.modules makes it fail to.
HIDE_PYSTEMMER = 'import sys; sys.modules["Stemmer"] = None; '
RUN_SPHINX = "import sys; from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"
WHICH_STEMMER = 'import snowballstemmer; print(type(snowballstemmer.stemmer("english")).__module__)'


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to build the reports: its name in the table, the flavour of its files, its stemmer."""

    name: str
    flavour: str
    pystemmer: bool

    def command(self, code: str = RUN_SPHINX) -> list[str]:
        """Return the start of a command that runs *code* with this variant's stemmer."""
        return [sys.executable, "-c", code if self.pystemmer else HIDE_PYSTEMMER + code]

    def check_stemmer(self) -> None:
        """Stop if the words would be stemmed by another stemmer than the variant is named after."""
        done = subprocess.run(self.command(WHICH_STEMMER), capture_output=True, text=True, check=True)
        if (done.stdout.strip() == "Stemmer") is not self.pystemmer:
            wanted = "PyStemmer" if self.pystemmer else "the stemmer written in Python"
            sys.exit(f"{self.name}: words are stemmed by {done.stdout.strip()}, not by {wanted}")


PLAIN = Variant("plain", "plain", pystemmer=False)
PLAIN_PYSTEMMER = Variant("plain + PyStemmer", "plain", pystemmer=True)
EVENTREPORT = Variant("eventreport", "eventreport", pystemmer=True)
VARIANTS = (PLAIN, PLAIN_PYSTEMMER, EVENTREPORT)


class Site:
    """The files of one variant: sources, output and doctrees, each in a directory of its own."""

    def __init__(self, variant: Variant, count: int, root: Path) -> None:
        """Write the sources of *count* reports below *root*."""
        self.variant = variant
        self.source, self.output, self.doctrees = root / "source", root / "html", root / "doctrees"
        self.reports = write_site(count, self.source, variant.flavour)

    def command(self, jobs: int) -> list[str]:
        """Return the command that builds the site in *jobs* processes."""
        paths = [str(path) for path in (self.doctrees, self.source, self.output)]
        return [*self.variant.command(), "-q", "-b", "html", "-j", str(jobs), "-d", *paths]

    def edit_body(self) -> None:
        """Append a word to the report in the middle."""
        with self._edited.open("a", encoding="utf-8") as file:
            file.write("\nAddendum.\n")

    def edit_title(self) -> None:
        """Give the report in the middle another title, wherever the title stands in it."""
        text = self._edited.read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.startswith("title: "))
        title = json.loads(line.removeprefix("title: "))
        self._edited.write_text(text.replace(title, f"{title}bis"), encoding="utf-8")

    @property
    def _edited(self) -> Path:
        return self.reports[len(self.reports) // 2]
