"""Who the hub is, and which devices it trusts."""
