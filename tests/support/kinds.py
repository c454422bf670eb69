"""A small archive with a node for each transform that is left out where there is none, built and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.posts import INDEX, JEKYLL_POST, NATIVE_POST
from support.site import PDF, Built, png

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE = """---
orphan: true
---
# Code

```{highlight} ruby
```

```
puts "ruby"
```

```python
>>> print("one")  # doctest: +SKIP
```
"""
QUOTES = """---
orphan: true
---
# "Quoted" --- it's *'so'*

Before"*after*", `"code"--`*"after"*. One... two. . . three -- four --- five \\"six\\" &quot;seven&#34;.

Nothing to do *here*, 'there' it is; *a*'s, **b**"s, rock 'n' roll, a - b, ``x``.
"""
COMPONENTS = """---
orphan: true
---
# Components

```{dropdown} Open
Closed.
```

````{tab-set}
```{tab-item} One
First.
```
````

```{aside} Beside
The text.
```

```{card} New tab
:link: https://example.org/
:link-new-tab:
```
"""
# A node for each transform that is left out where there is none.
KINDS = """:orphan:

=====
Kinds
=====

.. py:module:: garden

Built on |release|, a footnote [1]_, a citation [Doe]_, a link_ and c:expr :c:expr:`int`. This is gone_.

.. toctree::
   :caption: Below

   hidden

.. versionadded:: 1
   Translatable.

.. [1] The footnote.
.. [Doe] The book.
.. _link: https://example.org/

    >>> print("quoted code")

.. _first:
.. index:: second
.. _third:

.. index:: pair: fourth; fifth

.. glossary::
   :sorted:

   Zebra
     Striped.
   Ant
     Small.

.. only:: html

   Seen.

.. only:: latex

   Unseen.

.. py:function:: f(x)

   Explained with ``x``.

   .. code-block:: python

      1

.. c:function:: int add(int a, int b)

.. c:alias:: add

.. cpp:function:: int sub(int a, int b)

.. cpp:alias:: sub

>>> print("one")  # doctest: +SKIP
"""
HIDDEN_TITLE = """:orphan:
:sd_hide_title:

============
Hidden title
============

Text.
"""
# Translated into English itself: what other languages leave in the process is in the way of other tests.
PLAINER = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8"

msgid "Text."
msgstr "Words."
"""
TRANSLATED = 'locale_dirs = ["locale"]\ntranslation_progress_classes = True\n'

FILES: dict[str, str | bytes] = {
    "index.md": INDEX,
    "2018-03-20-cloud-day.md": JEKYLL_POST,
    "garden.md": NATIVE_POST,
    "plain.md": "---\norphan: true\n---\n# Plain\n\nSee {talk}`worms`.\n",
    "code.md": CODE,
    "below/quotes.md": QUOTES,
    "components.md": COMPONENTS,
    "kinds.rst": KINDS,
    "hidden.rst": HIDDEN_TITLE,
    "locale/en/LC_MESSAGES/hidden.po": PLAINER,
    "worms.pdf": PDF,
    **dict.fromkeys(("img/hall.png", "img/hall-small.png", "img/corridor.png"), png()),
}


def doctrees(build: Built) -> dict[str, str]:
    """Return what was read of every document, as text, wherever it was."""
    env, folder = build.app.env, str(build.app.srcdir)
    return {name: env.get_doctree(name).pformat().replace(folder, "") for name in sorted(env.found_docs)}


def files(build: Built) -> dict[str, bytes]:
    """Return the content of every file that *build* wrote."""
    return {name: (build.outdir / name).read_bytes() for name in sorted(build.written)}


def differences(some: Mapping[str, object], others: Mapping[str, object]) -> set[str]:
    """Return the names of what is in both otherwise, or in one of them only."""
    return {name for name in {*some, *others} if some.get(name) != others.get(name)}
