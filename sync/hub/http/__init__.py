"""PROTOCOL.md over HTTPS."""
