"""Whether this device holds what the hub says that it holds, and what becomes of a difference."""
