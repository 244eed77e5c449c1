"""SQLite and PostgreSQL: what they differ in, behind one interface."""
