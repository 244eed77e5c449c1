"""Clienteling for shops that sell online and in person."""

VERSION = "0.1.0"
