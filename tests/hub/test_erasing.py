"""A customer is erased from the hub: her records, what sources sent about her, and every name she had."""

import sqlite3

import msgspec
import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from clienteling.codes.tables import code_revocation
from clienteling.customers.erasing import erase_beside as erase_beside_on_tablet
from clienteling.customers.tables import customer, customer_alias, recent_customer
from clienteling.database import create_tables
from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.identity import strangers
from clienteling.hub.identity.merging import merge
from clienteling.hub.identity.tables import joining, stranger
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.work import Work
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from clienteling.interactions.tables import interaction
from clienteling.replicated import REGISTRY
from sync.device.database import open_plain
from sync.device.gone.erase import erase
from sync.device.replica import Replica
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from tests.hub.little_house import ANNA, NOW, settled
from tests.sync.shop import go, healed

MAIL = "anna@quintiliana.example"
WORD = "Quintiliana"


@pytest.fixture
def hub(tmp_path):
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "family_name": WORD, "email": MAIL})
        writer.insert("identifier", {"customer_id": ANNA, "kind": "user", "source": "web", "value": "u-4711"})
        writer.insert("note", {"customer_id": ANNA, "body": f"{WORD} likes tea", "at": NOW})
        writer.insert("customer", {"id": "bea", "given_name": "Bea"})
    yield hub
    hub.close()


def payload(hub, number, body, state="done", call="track") -> None:
    row = {"id": str(number), "source": "segment:web", "call": call, "received_at": NOW, "body": body}
    with hub.engine.begin() as connection:
        connection.execute(raw_payload.insert().values(**row, digest=str(number), state=state))


def bodies(hub) -> list[bytes]:
    with hub.engine.connect() as connection:
        return list(connection.execute(sa.select(raw_payload.c.body).order_by(raw_payload.c.id)).scalars())


def test_what_sources_sent_about_her_goes_and_what_they_sent_about_others_stays(hub):
    payload(hub, 1, b'{"email": "Anna@Quintiliana.example"}')
    payload(hub, 2, b'{"userId": "u-4711"}')
    payload(hub, 3, b'{"userId": "u-9"}')
    hub.store.erasing.erase(ANNA)
    assert bodies(hub) == [b"", b"", b'{"userId": "u-9"}']


@pytest.mark.parametrize("named", [ANNA, "bea"])
def test_whoever_has_two_records_is_erased_with_both_by_either(hub, named):
    with hub.store.write() as writer:
        merge(writer, ANNA, "bea", by="Sofia", evidence="told me so")
    payload(hub, 1, b'{"userId": "u-4711"}')
    hub.store.erasing.erase(named)
    assert bodies(hub) == [b""]
    with hub.engine.connect() as connection:
        for table in (customer, customer_alias, joining):
            assert connection.execute(sa.select(table)).all() == []
    assert len(hub.store.erasing.overview()) == 1


@pytest.mark.parametrize("state", ["waiting", "failed"])
def test_what_is_still_to_be_worked_through_keeps_what_concerns_others(hub, state):
    of_her = b'{"userId":"u-4711"}', b'{"traits":{"email":"ANNA@quintiliana.example "}}'
    batch = b'{"batch":[%s,{"userId":"u-47110"},%s]}' % of_her
    page = b'{"entry":[{"messaging":[{"sender":{"id":4711}},{"message":{"text":"call +39 333 1234567"}}]}]}'
    payload(hub, 1, batch, state)
    payload(hub, 2, b'{"userId": "u-4711", "event": "Product Viewed"}', state)
    payload(hub, 3, page, state)
    payload(hub, 4, b"u-4711 and no JSON", state)
    payload(hub, 5, b'{"userId":  "u-9"}', state)
    hub.store.erasing.erase(ANNA)
    assert bodies(hub) == [b'{"batch":[{"userId":"u-47110"}]}', b"", page, b"", b'{"userId":  "u-9"}']
    assert states(hub) == [state, "done", state, "done", state]


def test_whoever_is_erased_while_a_payload_is_worked_through_does_not_come_back_with_it(hub, tmp_path):
    event = {"type": "page", "userId": "u-4711"}
    batch = [{"type": "page", "messageId": "o", "userId": "u-9"}, {**event, "messageId": "h"}]
    web = section.read("web", {"kind": "segment", "write_key": "wk-web"})
    payload(hub, 1, msgspec.json.encode({"batch": batch}), "waiting", call="batch")
    with hub.store.read() as connection:
        (raw,) = raws.oldest_waiting(connection)
    keyed = Remembered(tmp_path).hash_of
    work = Work(hub.store, {web.id: web}, keyed)
    load = work.translated(raw)
    hub.store.erasing.erase(ANNA)
    work.through([load])
    assert states(hub) == ["waiting"]
    Intake(hub.store, [web], keyed).work()
    assert states(hub) == ["done"]
    with hub.engine.connect() as connection:
        assert connection.execute(sa.select(stranger.c.value)).scalars().all() == ["u-9"]


def states(hub) -> list[str]:
    with hub.engine.connect() as connection:
        return list(connection.execute(sa.select(raw_payload.c.state).order_by(raw_payload.c.id)).scalars())


def test_she_is_no_stranger_either(hub):
    with hub.engine.begin() as connection:
        row = {"kind": "email", "source": "", "value": MAIL, "stranger_id": "s", "seen_at": NOW}
        connection.execute(stranger.insert().values(row))
    hub.store.erasing.erase(ANNA)
    with hub.engine.connect() as connection:
        assert strangers.names(connection, ["s"]) == []


def test_revoked_codes_of_hers_go_from_every_tablet_and_those_of_others_stay_revoked(hub, tmp_path):
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    with hub.store.write() as writer:
        for owner in (ANNA, "bea"):
            row = {"id": f"{owner}/1", "customer_id": owner, "serial": 1, "revoked_at": NOW}
            writer.insert("code_revocation", row)
    go(replica, LocalHub(hub.store, "tablet"))
    hub.store.erasing.erase(ANNA)
    go(replica, LocalHub(hub.store, "tablet"))
    assert healed(replica, LocalHub(hub.store, "tablet")) == ()
    for place in (hub.store, replica):
        with place.read() as connection:
            assert connection.execute(sa.select(code_revocation.c.id)).scalars().all() == ["bea/1"]
    engine.dispose()
    hub.close()
    for path in (*tmp_path.glob("hub.sqlite*"), *tmp_path.glob("tablet.db*")):
        assert f"{ANNA}/1".encode() not in path.read_bytes(), path


def test_what_was_recorded_at_others_before_it_was_found_to_be_hers_goes_with_her(hub, tmp_path):
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    versions = (("1", None, None), ("2", "bea", "1"), ("3", "bea", "2"), ("4", ANNA, "3"), ("5", "bea", None))
    with hub.store.write() as writer:
        for record_id, whose, corrects in versions:
            correction = "changed" if corrects else ""
            row = {"customer_id": whose, "kind": "sale", "corrects": corrects, "correction": correction}
            writer.insert("interaction", {"id": record_id, **row})
    go(replica, LocalHub(hub.store, "tablet"))
    hub.store.erasing.erase(ANNA)
    go(replica, LocalHub(hub.store, "tablet"))
    assert healed(replica, LocalHub(hub.store, "tablet")) == ()
    for place in (hub.store, replica):
        with place.read() as connection:
            assert connection.execute(sa.select(interaction.c.id)).scalars().all() == ["5"]
    engine.dispose()


def test_nothing_of_her_is_left_in_the_files_of_the_hub(hub, tmp_path):
    payload(hub, 1, MAIL.encode())
    hub.store.erasing.erase(ANNA)
    hub.close()
    for path in tmp_path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert WORD.encode() not in content, path
        assert MAIL.encode() not in content, path


def test_the_command_asks_and_erases_and_another_one_tells_who_has_confirmed(hub, tmp_path):
    hub.store.hello("tablet")
    hub.close()
    runner = CliRunner()
    refused = runner.invoke(app, ["erase", ANNA, "--data", str(tmp_path)], input="n\n")
    assert refused.exit_code == 1
    assert WORD in refused.output
    done = runner.invoke(app, ["erase", MAIL.upper(), "--data", str(tmp_path), "--yes"])
    assert "3 records" in done.output
    shown = runner.invoke(app, ["erasures", "--data", str(tmp_path)])
    assert "0 of 1 tablet" in shown.output
    assert WORD not in shown.output
    again = runner.invoke(app, ["erase", ANNA, "--data", str(tmp_path), "--yes"])
    assert again.exit_code == 1


def test_a_backup_that_brings_her_back_has_it_done_again(hub, tmp_path):
    database = tmp_path / "hub.sqlite"
    with sqlite3.connect(database) as connection:
        connection.execute("VACUUM INTO ?", (str(tmp_path / "backup"),))
    hub.store.erasing.erase(ANNA)
    hub.close()
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    (tmp_path / "backup").rename(database)
    told = CliRunner().invoke(app, ["restored", "--data", str(tmp_path)])
    assert "brought back: 1" in told.output
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT id FROM customer").fetchall() == [("bea",)]


def test_a_tablet_forgets_that_she_was_opened_and_the_words_she_was_found_by(tmp_path):
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    replica.erasing.append(erase_beside_on_tablet)
    with replica.write() as writer:
        for number in range(40):
            writer.insert("customer", {"id": f"c{number}", "family_name": f"Other{number}"})
        writer.insert("customer", {"id": ANNA, "family_name": WORD, "email": MAIL})
        writer.connection.execute(recent_customer.insert().values(customer_id=ANNA, opened_at=NOW))
    erase(replica, [ANNA])
    with replica.read() as connection:
        assert connection.execute(sa.select(recent_customer)).all() == []
        assert ANNA not in connection.execute(sa.select(customer.c.id)).scalars().all()
    engine.dispose()
    content = b"".join(path.read_bytes() for path in tmp_path.glob("tablet.db*"))
    assert WORD.lower().encode() not in content.lower()
