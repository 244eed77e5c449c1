"""A whole replica as one file that travels: its pages, its pieces and its schema, alike on both ends."""
