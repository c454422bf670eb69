"""For whom something is."""

from __future__ import annotations

from typing import Literal

Audience = Literal["public", "internal"]
"""Everybody, or those alone who get the site that is built for the team."""
