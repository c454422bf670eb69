"""The code of templates: kept for the next build, and made anew when what it depends on has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jinja2.sandbox import SandboxedEnvironment
from support.site import CONF, Site

from sphinx_eventreport.optimize.template_code import KeptCode, read_code, write_code

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.site import Built


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return an empty site, of whose templates nothing is compiled."""
    return Site(tmp_path, compiles_templates=True)


TEMPLATE = "{{ tree|upper }} {{ 'moss'|grown }}"


class Counting(SandboxedEnvironment):
    """An environment that counts how often it compiles."""

    compiled = 0

    def compile(self, *arguments: Any, **others: Any) -> Any:  # noqa: ANN401 -- as Jinja has it
        """Count, and compile."""
        self.compiled += 1
        return super().compile(*arguments, **others)


def compiled(*templates: tuple[str, str], **settings: Any) -> int:  # noqa: ANN401 -- as Jinja has them
    """Return how many of *templates*, each with its name, are compiled after ``{{ tree }}`` was."""
    before = KeptCode(Counting(), {})
    before.compile("{{ tree }}", "page.html", "/page.html")
    environment = Counting(**settings)
    kept = KeptCode(environment, before.code)
    for source, name in templates:
        kept.compile(source, name, f"/{name}")
    return environment.compiled


def test_a_template_of_an_earlier_build_is_not_compiled() -> None:
    """Nor is one that this build has compiled."""
    moss = ("{{ moss }}", "moss.html")
    assert compiled(("{{ tree }}", "page.html"), moss, moss) == 1


@pytest.mark.parametrize(
    ("source", "name", "settings"),
    [
        ("{{ tree }}!", "page.html", {}),
        ("{{ tree }}", "other.html", {}),
        ("{{ tree }}", "page.html", {"trim_blocks": True}),
        ("{{ tree }}", "page.html", {"extensions": ["jinja2.ext.do"]}),
    ],
)
def test_another_template_is_compiled(source: str, name: str, settings: dict[str, Any]) -> None:
    """Its text, its name, or a setting of Jinja is another."""
    assert compiled((source, name), **settings) == 1


def test_a_template_with_a_filter_of_others_is_always_compiled() -> None:
    """Jinja may have called it, and what it returns stands in the code."""

    def grown(height: str) -> Callable[[str], str]:
        return lambda word: word + height

    drawn = []
    code: dict[bytes, bytes] = {}
    for height in ("1 cm", "2 cm"):
        environment = SandboxedEnvironment()
        environment.filters["grown"] = grown(height)
        kept = KeptCode(environment, code)
        made = environment.template_class.from_code(environment, kept.compile(TEMPLATE), {})
        drawn.append(made.render(tree="fir"))
        code = kept.code
    assert drawn == ["FIR moss1 cm", "FIR moss2 cm"]


def test_code_does_not_pile_up() -> None:
    """Templates of the past are forgotten when there are hundreds."""
    kept = KeptCode(
        SandboxedEnvironment(), {bytes([number % 256, number // 256]): b"" for number in range(400)}
    )
    kept.compile("{{ tree }}")
    assert len(kept.code) == 1


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: bytes(len(content)), None])
def test_a_damaged_file_holds_nothing(tmp_path: Path, damage: Callable[[bytes], bytes] | None) -> None:
    """Cut, zeroed, or gone; code of Python that was damaged could do anything."""
    path = tmp_path / "templates.bin"
    write_code(path, {b"a": b"b"})
    whole = read_code(path)
    if damage:
        path.write_bytes(damage(path.read_bytes()))
    else:
        path.unlink()
    assert (whole, read_code(path)) == ({b"a": b"b"}, {})


def own_cache(site: Site) -> Site:
    """Have Jinja ask for all code, which for other tests is in the memory of the process."""
    forget = "def forget(app, env): app.builder.templates.environment.bytecode_cache = None\n"
    connect = "def setup(app): app.connect('env-check-consistency', forget)\n"
    return site.write(
        {"conf.py": f"{CONF}templates_path = ['_templates']\n{forget}{connect}", "index.md": "# Moss\n"}
    )


def kept_in(built: Built) -> dict[bytes, bytes]:
    """Return the code that a build has kept."""
    return read_code(built.app.doctreedir / "eventreport" / "templates.bin")


def test_pages_of_kept_code_are_the_same(site: Site) -> None:
    """The second build writes the same bytes, without compiling anything."""
    first = own_cache(site).build()
    code, written = kept_in(first), drawn(first)
    site.edit("index.md", "# Moss", "# Fern")
    site.build()
    site.edit("index.md", "# Fern", "# Moss")
    again = site.build()
    assert (len(code) > 5, kept_in(again) == code, drawn(again) == written) == (True, True, True)


def drawn(built: Built) -> list[bytes]:
    """Return a page and a style sheet, both of them made of templates."""
    return [(built.outdir / name).read_bytes() for name in ("index.html", "_static/basic.css")]


def test_an_edited_template_is_drawn(site: Site) -> None:
    """Its code is of another text."""
    own_cache(site).write({"_templates/page.html": "Wet."}).build()
    site.write({"_templates/page.html": "Dry."})
    assert (site.build().outdir / "index.html").read_text(encoding="utf-8") == "Dry."


@pytest.mark.parametrize("change", ["intercepted_binops = frozenset()", "compile = environment.compile"])
def test_an_environment_of_others_is_left_alone(site: Site, change: str) -> None:
    """Nothing is kept where an extension has changed how Jinja compiles."""
    changed = "".join(
        [
            "def change(app):\n    environment = app.builder.templates.environment\n",
            f"    environment.{change}\n",
            "def setup(app): app.connect('builder-inited', change)\n",
        ]
    )
    built = site.write({"conf.py": CONF + changed, "index.md": "# Moss\n"}).build()
    assert kept_in(built) == {}
