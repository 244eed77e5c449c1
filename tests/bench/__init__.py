"""Figures, each against its limit measured in the same run: `make bench`, `make bench ONLY=name`."""
