"""A hub whose database was put back from a copy of yesterday, and the tablet that knows more than it."""

import shutil

import sqlalchemy as sa

from clienteling.hub.app import create_hub
from clienteling.stores.tables import store
from sync.device.states import Kind
from tests.hub.serving.hub_process import HubProcess, hub_command, until
from tests.hub.serving.tablet import Tablet
from tests.hub.serving.test_two_tablets import at_the_hub

NEW = {f"store {number}" for number in range(20)}


def test_a_tablet_brings_what_the_backup_lacks_and_misses_nothing_new(own_hub: HubProcess, paired, tmp_path):
    tablet, database, backup = paired(own_hub, "one"), own_hub.house.settings.file, tmp_path / "backup"
    tablet.becomes(Kind.LIVE)
    recorded = tablet.record(2)
    until(lambda: at_the_hub(own_hub) == sorted(recorded))
    put_away(own_hub)
    shutil.copy(database, backup)

    own_hub.start()
    recorded += tablet.record(3)
    until(lambda: at_the_hub(own_hub) == sorted(recorded) and not tablet.replica.pending())
    put_away(own_hub)
    shutil.copy(backup, database)
    assert at_the_hub(own_hub) == sorted(recorded[:2])

    done = hub_command("restored", "--data", own_hub.data)
    assert (done.returncode, done.stderr) == (0, "")
    goes_on_without_the_tablet(own_hub)
    own_hub.start()
    until(lambda: at_the_hub(own_hub) == sorted(recorded))
    until(lambda: stores_on(tablet) >= NEW)


def test_a_hub_that_runs_is_not_told_that_it_was_restored(hub: HubProcess):
    before = epoch(hub)
    done = hub_command("restored", "--data", hub.data)
    assert done.returncode == 1
    assert "Stop it" in done.stderr
    assert epoch(hub) == before


def epoch(hub: HubProcess) -> str:
    with hub.house.store.read() as connection:
        return connection.execute(sa.text("select epoch from sync_history")).scalar_one()


def goes_on_without_the_tablet(hub: HubProcess) -> None:
    """The feed is soon longer than it was: its positions no longer mean what the tablet takes them for."""
    restored = create_hub(hub.house.settings)
    with restored.store.write() as writer:
        for store_id in sorted(NEW):
            writer.insert("store", {"id": store_id, "name": "Milano"})
    restored.close()


def stores_on(tablet: Tablet) -> set[str]:
    with tablet.replica.read() as connection:
        return set(connection.execute(sa.select(store.c.id)).scalars())


def put_away(hub: HubProcess) -> None:
    """Nobody has the database open any more, and the one file holds all of it."""
    hub.stop()
    hub.house.close()
    assert not hub.house.settings.file.with_name("hub.sqlite-wal").exists()
