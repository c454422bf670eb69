"""Brings reports of blogs, archives and schedules into the source tree, as native reports."""
