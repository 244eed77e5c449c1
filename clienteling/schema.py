"""The one MetaData of the trunk, and the column shapes that every table shares.

Instants are integer milliseconds since 1970 UTC (`…_at`), dates are ISO 8601 text (`…_on`), money is
integer cents (`…_cents`), ids are text.
"""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def identity() -> sa.Column[str]:
    return sa.Column("id", sa.Text, primary_key=True)


def text(name: str, *, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="", index=index)


def reference(name: str, *, index: bool = False) -> sa.Column[str | None]:
    """The id of a record in another table; no foreign key, for its record may arrive later."""
    return sa.Column(name, sa.Text, nullable=True, index=index)


def instant(name: str, *, index: bool = False) -> sa.Column[int | None]:
    return sa.Column(name, sa.BigInteger, nullable=True, index=index)


def instants_of(table: sa.Table) -> frozenset[str]:
    """The columns of a table that say when: `at`, and `…_at`."""
    return frozenset(str(c.name) for c in table.columns if c.name == "at" or str(c.name).endswith("_at"))


def day(name: str) -> sa.Column[str | None]:
    return sa.Column(name, sa.Text, nullable=True)


def cents(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, server_default="0")


def count(name: str, default: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=str(default))


def flag(name: str, *, default: bool = False) -> sa.Column[bool]:
    return sa.Column(
        name,
        sa.Boolean(create_constraint=False),
        nullable=False,
        server_default=sa.true() if default else sa.false(),
    )


def document(name: str) -> sa.Column[object]:
    """A small JSON value, `{}` or `[]` when there is none."""
    return sa.Column(name, sa.JSON, nullable=False, server_default="{}")
