"""What a version of the application knows, as one short text to compare."""

import hashlib

from sync.collection import Registry


def shape_of(registry: Registry) -> str:
    """Changes whenever a collection or a column is added, or records are grouped in another way."""
    text = ";".join(f"{c.name}:{','.join(c.columns)}:{c.group}{c.reader}" for c in registry)
    return hashlib.sha256(text.encode()).hexdigest()
