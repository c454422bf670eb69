"""The minutes of two meetings: the second one approves, supersedes and does what the first one says."""

from __future__ import annotations

INDEX = """\
# Index

```{decision-list}
:type: table
:fields: title, state, superseded-by
```

```{action-list}
:type: list
:fields: title, owner, state, due
```

{decision}`D41` {action}`may/redraw`
"""
MAY = """\
---
title: May
label: may
event: {name: Maps, start: 2026-05-21}
minutes:
  status: draft
  chair: Bob Ray
  scribe: [Ann Lee, Eve Zorn]
  attendees: [{name: Kim Gil, initials: KG, role: voting member, remote: true}, "Ines Marlow (Tidewater)"]
  guests: [Lee Guest]
  regrets: [Max Fell]
  quorum: 5
  agenda: https://agenda.example.org/
---

```{decision} Coasts are dashed
:label: D40
:votes: yes 5, no 0
:moved-by: Kim Gil

We draw *dashed* lines.
```

```{action} Redraw
:owner: Kim Gil
:due: 2026-06-01
```
"""
JUNE = """\
---
title: June
label: june
event: {name: Maps, start: 2026-06-18}
---

```{decision} Coasts are solid
:label: D41
:supersedes: D40
```

```{decision} May is approved
:approves: may
```

```{action} Redraw
:continues: may/redraw
:owner: Kim Gil
:done: 2026-06-15
```
"""
FILES = {"index.md": INDEX, "may.md": MAY, "june.md": JUNE}
