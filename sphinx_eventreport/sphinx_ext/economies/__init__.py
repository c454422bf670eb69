"""Economies of a build that are not about reports, but that a large archive needs.

Each one leaves the output as it is, byte for byte, and is switched on for the time of the build
only. ``docs/develop/decisions/0005`` has the measurements.
"""
