"""Files of a site that are symbolic links: what leads out of the source directory is not published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.green import DECK
from support.site import CONF, Built, Site, png

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """---
event: Slate Day
banner: banner.png
---

## Slate

```{deck} slate.pdf
:download:
```
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site with a report whose deck and banner are links out of the source directory."""
    site = Site(tmp_path / "repository" / "docs").write({"index.md": REPORT})
    for name, data in {"slate.pdf": DECK, "banner.png": png()}.items():
        (tmp_path / name).write_bytes(data)
        (site.source / name).symlink_to(tmp_path / name)
    return site


def slides(built: Built) -> int:
    """Return how many slides the page shows."""
    return len(built.body("index").select("figure.er-slide"))


def test_a_link_out_is_not_published(site: Site) -> None:
    """Neither pictures nor slides of it are in the output, nor the file; each is a warning on its line."""
    built = site.build()
    assert [("outside_source" in warning, "follow_symlinks" in warning) for warning in built.warnings] == [
        (True, True),
        (True, True),
    ]
    assert [path.name for path in built.outdir.rglob("*") if path.name in {"slate.pdf", "banner.png"}] == []


def test_a_site_may_allow_links(site: Site) -> None:
    """Then the slides are there."""
    site.write({"conf.py": CONF + "eventreport_follow_symlinks = True\n"})
    assert (slides(built := site.build()), built.warnings) == (4, [])


def test_an_annex_is_in_the_site(site: Site) -> None:
    """Its files are shown, and offered under the names that they have in the site."""
    kept = site.source.parent / ".git" / "annex" / "objects"
    kept.mkdir(parents=True)
    for name in ("slate.pdf", "banner.png"):
        (site.source / name).resolve().rename(kept / f"SHA256E-s9--{name[::-1]}")
        (site.source / name).unlink()
        (site.source / name).symlink_to(f"../.git/annex/objects/SHA256E-s9--{name[::-1]}")
    built = site.build()
    assert (slides(built), built.warnings) == (4, [])
    assert [path.name for path in (built.outdir / "_downloads").rglob("*.pdf")] == ["slate.pdf"]
