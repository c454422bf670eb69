"""Each build says what is wrong with the site, also with what it does not look at again.

So a build without a change warns of the same as a clean one, and ``-W`` fails until it is mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_eventreport.core.problems import Problem, Subtype
from sphinx_eventreport.sphinx_ext.listings.feeds import feed_problems
from sphinx_eventreport.sphinx_ext.log import PageProblems, problems_found, say_again, warn
from sphinx_eventreport.sphinx_ext.reading.files import Seeker, is_as_missed, is_missing
from sphinx_eventreport.sphinx_ext.rebuild.written import write_problems
from sphinx_eventreport.sphinx_ext.site.domain import report_domain, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_eventreport.sphinx_ext.site.site import Site


def pages_to_try_again(_app: Sphinx, env: BuildEnvironment, *_documents: set[str]) -> list[str]:
    """Return the pages to read again (``env-get-outdated``).

    They are those on which something failed that may have passed, and those for which a file has come. A
    file that is not there cannot be noted as a dependency: Sphinx would read the page in every build.
    """
    domain = report_domain(env)
    failed = {docname for docname, found in domain.problems.items() if found.may_pass}
    roots: dict[str, Sequence[str]] = {}

    def seeker(docname: str) -> Seeker:
        page = domain.site.pages.get(docname)
        return Seeker(docname, page.addresses if page else (), roots)

    files = (
        docname
        for docname, problem in _missing_files(domain.problems)
        if not is_as_missed(env, seeker(docname), problem)
    )
    links = (
        docname
        for docname, problem in _missing_files(domain.build.old_problems)
        if not is_missing(env, seeker(docname), problem)
    )
    return sorted(failed.union(files, links))


def _missing_files(problems: Mapping[str, PageProblems]) -> Iterator[tuple[str, Problem]]:
    """Yield the problems of files that are not there, each with its document."""
    for docname, found in problems.items():
        for kept in found.problems:
            if kept.problem.subtype is Subtype.MISSING_FILE and kept.problem.target:
                yield docname, kept.problem


def pages_to_show_again(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again, for the same reason (``env-get-updated``)."""
    problems = site_of(env).build.old_problems
    return sorted(docname for docname in problems.keys() & env.found_docs if problems[docname].may_pass)


def say_what_was_read(_app: Sphinx, env: BuildEnvironment) -> None:
    """Log problems that were found when documents were read (``env-updated``, in each build).

    Those of documents that were read in this build have been logged.
    """
    domain = report_domain(env)
    for docname, found in sorted(domain.old_problems.items()):
        say_again(env, docname, found)
    _say_duplicates(domain.site)
    for docname, problem in feed_problems(domain.site):
        warn(problem, docname)


class NoteProblems(SphinxPostTransform):
    """Note what is wrong with what a page shows of others: the last of all, as any may find something."""

    default_priority = 990

    def run(self, **kwargs: Any) -> None:
        """Note it for the end of the build; Sphinx resolves pages in the main process only."""
        resolved = report_domain(self.env).build.resolved
        resolved[self.env.docname] = problems_found(self.env) or PageProblems()


def say_what_was_written(app: Sphinx, exception: Exception | None) -> None:
    """Log problems of pages that were written before, and keep all of them (``build-finished``)."""
    if exception is not None:
        return
    build = site_of(app.env).build
    found = dict(build.resolved)
    for docname, problems in sorted(build.old_problems.items()):
        if docname in app.env.all_docs and docname not in found:
            say_again(app.env, docname, problems)
            found[docname] = problems
    write_problems(app, {docname: problems for docname, problems in found.items() if problems})


def _say_duplicates(site: Site) -> None:
    """Warn about labels that two objects or two spellings of a name have, in the order of the documents.

    Not when Sphinx checks the consistency of a site: it does so only if a document was read.
    """
    for entry, first in site.names.duplicates:
        where = site.env.doc2path(first.docname, base=False)
        message = f"The {entry.type} label {entry.name!r} is in {where} already, and references go there"
        problem = Problem(Subtype.DUPLICATE_LABEL, message, hint="give one of the two another label")
        warn(problem, (entry.docname, entry.line))
    for entry, shown in site.names.respelled:
        where = site.env.doc2path(shown.docname, base=False)
        message = (
            f"{entry.title} is {shown.title} in listings, as in {where}: both have the label {entry.name!r}"
        )
        hint = "write one spelling, or say in the people file which is right"
        warn(Problem(Subtype.DUPLICATE_LABEL, message, hint=hint), (entry.docname, entry.line))
