"""Replication of SQLAlchemy tables between one hub and many devices that are often offline."""
