"""Where the site is on the web: the addresses of its pages, files and feeds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_eventreport.core.exports.addresses import as_uri, on_the_web
from sphinx_eventreport.core.exports.entries import Files
from sphinx_eventreport.sphinx_ext.site.builder_kinds import writes_feeds
from sphinx_eventreport.sphinx_ext.site.site import Site, fact

if TYPE_CHECKING:
    from sphinx.builders import Builder

    from sphinx_eventreport.sphinx_ext.site.link import Link


@dataclass(frozen=True, slots=True)
class Published:
    """A site of which it is known where it is."""

    site: Site
    base: str
    """The address of its root, which ends with a slash."""

    @property
    def files(self) -> Files:
        """The files that readers can download."""
        return Files(self._download, self._size)

    def url(self, link: Link) -> str:
        """Return the address of what *link* leads to."""
        page = self.page(link.docname)
        return f"{page}#{as_uri(link.anchor)}" if link.anchor else page

    def page(self, docname: str) -> str:
        """Return the address of a page."""
        return self.base + as_uri(self.site.build.builder.get_target_uri(docname))

    def _download(self, path: str) -> str:
        _pages, copied = self.site.env.dlfiles.get(self.site.env.srcdir / path, ((), ""))
        return self.base + as_uri(f"_downloads/{copied}") if copied else ""

    def _size(self, path: str) -> int:
        try:
            return (self.site.env.srcdir / path).stat().st_size
        except OSError:
            return 0


@fact
def published(site: Site) -> Published | None:
    """Return where the pages of this build will be; ``None`` if nobody said it, or they are no site."""
    base = on_the_web(site.env.config.html_baseurl)
    if not base or not writes_feeds(site.build.builder):
        return None
    return Published(site, base.rstrip("/") + "/")


def file_beside(builder: Builder, docname: str, name: str = "") -> str:
    """Return the path in the output of the file *name*, or of one called like its page, without a suffix."""
    page = Path(builder.get_outfilename(docname)).relative_to(builder.outdir)  # type: ignore[attr-defined]
    return (page.with_name(name) if name else page.with_suffix("")).as_posix()
