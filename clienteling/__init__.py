"""Clienteling for shops that sell online and in person."""
