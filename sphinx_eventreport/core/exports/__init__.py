"""What leaves a site: entries as a feed, as a calendar, as JSON. Values go in, and bytes come out.

An entry names each of its fields, so nothing is published that nobody thought of: no password of
a deck, and no address of e-mail.
"""
