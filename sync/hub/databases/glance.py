"""A connection for one question, which needs no transaction around it."""

import sqlalchemy as sa


def glance(engine: sa.Engine) -> sa.Connection:
    """Each statement sees a moment of its own. A transaction of PostgreSQL's is two ways more."""
    if engine.dialect.name == "sqlite":
        return engine.connect()  # which begins none by itself
    return engine.execution_options(isolation_level="AUTOCOMMIT").connect()
