"""Indices of people, events, series, talks, tags and places."""
