"""What the hub asks of every connection to PostgreSQL, whatever its server is used to."""

import pytest
import sqlalchemy as sa

from sync.hub.databases.database import open_hub
from sync.sqlite import immediate
from tests.postgresql import Cluster


def said_by(where: str, setting: str) -> str:
    engine = open_hub(where)
    try:
        with immediate(engine) as connection:
            return connection.execute(sa.select(sa.func.current_setting(setting))).scalar_one()
    finally:
        engine.dispose()


@pytest.mark.parametrize(("default", "used"), [("off", "on"), ("remote_apply", "remote_apply")])
def test_a_commit_is_on_disk_though_the_server_would_not_wait_for_it(postgresql: Cluster, default, used):
    where = postgresql.database()
    with postgresql.connect() as connection:
        connection.execute(f"ALTER DATABASE {sa.make_url(where).database} SET synchronous_commit = {default}")
    assert said_by(where, "synchronous_commit") == used


def test_a_transaction_in_which_nothing_happens_is_ended(postgresql: Cluster):
    """It would hold back what all tablets may be told."""
    assert said_by(postgresql.database(), "idle_in_transaction_session_timeout") == "2min"
