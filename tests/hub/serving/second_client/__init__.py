"""A second client of the sync protocol, written from `sync/PROTOCOL.md` alone.

It imports nothing of ours, so that page has to say whatever it needs to know. Docstrings name its sections.
"""
