import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.schema import CreateTable

from clienteling.errors import DatabaseTooNew
from clienteling.hub import migrations
from sync.hub.databases.database import open_hub


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, tmp_path):
    on_file = request.param == "sqlite"
    engine = open_hub(tmp_path / "hub.db" if on_file else request.getfixturevalue("postgresql").database())
    yield engine
    engine.dispose()


def script(engine: sa.Engine) -> list[str]:
    """Everything that stands in the database's own catalogue of tables and indexes."""
    tables = sa.MetaData()
    tables.reflect(engine)
    return [
        *(str(CreateTable(tables.tables[name]).compile(engine)) for name in sorted(tables.tables)),
        *sorted(str(index.name) for table in tables.tables.values() for index in table.indexes),
    ]


def test_an_upgraded_database_has_exactly_the_tables_in_code(engine):
    migrations.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, list(migrations.SCHEMAS)) == []


def test_upgrading_twice_changes_nothing(engine):
    migrations.upgrade(engine)
    before = script(engine)
    migrations.upgrade(engine)
    assert script(engine) == before


def test_an_upgrade_that_cannot_finish_leaves_the_database_as_it_was(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("create table variant (id text)")
    before = script(engine)
    with pytest.raises(sa.exc.DatabaseError, match="variant"):
        migrations.upgrade(engine)
    assert script(engine) == before


def test_a_database_of_a_newer_version_is_left_alone(engine):
    migrations.upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    before = script(engine)
    with pytest.raises(DatabaseTooNew):
        migrations.upgrade(engine)
    assert script(engine) == before
