"""Decisions and actions: their directives, what they look like, what others say of them."""
