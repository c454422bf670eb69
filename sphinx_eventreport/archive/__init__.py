"""Bringing the hosted PDFs of reports into the source tree: the only room that uses the network."""
