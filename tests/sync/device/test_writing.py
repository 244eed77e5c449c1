import msgspec
import pytest
import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule
from sync.device import schema
from sync.device.database import open_plain
from sync.device.outbox import RecordState
from sync.device.replica import OUTBOX, Replica
from tests.sync.shop import NOON, REGISTRY, Wall, go, person, rows, visit


def outbox(replica) -> list[sa.Row]:
    with replica.read() as connection:
        return list(connection.execute(sa.select(schema.outbox).order_by(schema.outbox.c.position)))


def test_a_write_is_a_row_and_an_outbox_entry(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        ada = writer.insert("person", {"name": "Ada", "tags": ["new"], "loyal": True})
    assert rows(tablet, person)[ada]["tags"] == ["new"]
    (entry,) = outbox(tablet)
    assert (entry.dseq, entry.record_id, entry.state) == (1, ada, RecordState.SAVED_HERE)
    assert msgspec.json.decode(entry.fields) == {"name": "Ada", "tags": ["new"], "loyal": True}


def die_after(_id: str) -> None:
    raise RuntimeError


def test_a_block_that_raises_leaves_no_trace(shop):
    tablet = shop.device("a")
    with pytest.raises(RuntimeError), tablet.write() as writer:
        die_after(writer.insert("visit", {"at": 1}))
    assert rows(tablet, visit) == {}
    assert tablet.pending() == 0
    with tablet.write() as writer:
        writer.insert("visit", {"at": 2})
    assert [entry.dseq for entry in outbox(tablet)] == [1]


def test_numbers_follow_each_other_over_a_restart(shop):
    for _ in range(3):
        with shop.device("a").write() as writer:
            writer.insert("visit", {"at": 1})
            writer.insert("visit", {"at": 2})
    entries = outbox(shop.device("a"))
    assert [entry.dseq for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert [entry.stamp for entry in entries] == sorted({entry.stamp for entry in entries})


def test_two_processes_on_one_file_share_numbers_and_clock(shop):
    one = shop.device("a")
    other = Replica(one.engine, REGISTRY, Wall(NOON - 86_400_000))
    for replica in (one, other, one, other):
        with replica.write() as writer:
            writer.insert("visit", {"at": 1})
    entries = outbox(one)
    assert [entry.dseq for entry in entries] == [1, 2, 3, 4]
    assert [entry.stamp for entry in entries] == sorted(entry.stamp for entry in entries)


def test_ids_are_in_time_order(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        ids = [writer.insert("visit", {"at": 1}) for _ in range(50)]
    assert ids == sorted(ids)
    assert all(one[14] == "7" for one in ids)


def test_a_use_case_reads_its_own_writes_inside_the_transaction(shop):
    with shop.device("a").write() as writer:
        writer.insert("person", {"id": "ada", "name": "Ada"})
        writer.update("person", "ada", {"name": "Ada M."})
        found = writer.connection.execute(sa.select(person.c.name)).scalar_one()
        assert found == "Ada M."
        assert writer.changes.records == {"person": frozenset({"ada"})}
        assert writer.now == NOON


def test_a_write_says_nothing_through_sqlalchemy(shop):
    """There each statement costs more than storing the record."""
    tablet, said = shop.device("a"), []
    sa.event.listen(tablet.engine, "before_execute", lambda *event: said.append(event[1]))
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada", "email": "ada@example.it", "tags": ["new"]})
        writer.insert("visit", {"at": 1, "person_id": "ada"})
        writer.update("person", "ada", {"tags": [], "name": "Ada"})
    assert said == []
    assert rows(tablet, person)["ada"]["name"] == "Ada"


def test_what_a_table_has_this_program_fill_in_is_filled_in(tmp_path):
    """Only SQLAlchemy knows how."""
    tables = sa.MetaData()
    note = sa.Table(
        "note",
        tables,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=True),
        sa.Column("kind", sa.Text, nullable=False, default="new", onupdate="changed"),
    )
    engine = open_plain(tmp_path / "notes.db")
    tables.create_all(engine)
    tablet = Replica(engine, Registry((Collection(note, Rule.FIELDS),)))
    with tablet.write() as writer:
        writer.insert("note", {"id": "one", "text": "brown"})
    assert rows(tablet, note)["one"]["kind"] == "new"
    with tablet.write() as writer:
        writer.update("note", "one", {"text": "black"})
    assert rows(tablet, note)["one"]["kind"] == "changed"
    engine.dispose()


def test_listeners_hear_of_it_after_the_commit(shop):
    tablet = shop.device("a")
    heard = []
    tablet.listeners.append(lambda changes: heard.append((changes, rows(tablet, visit))))
    with tablet.write() as writer:
        one = writer.insert("visit", {"at": 1})
        assert heard == []
    ((changes, seen),) = heard
    assert changes.records == {"visit": frozenset({one}), OUTBOX: frozenset({one})}
    assert list(seen) == [one]


def test_a_block_that_writes_nothing_tells_nobody(shop):
    tablet = shop.device("a")
    heard = []
    tablet.listeners.append(heard.append)
    with tablet.write():
        pass
    assert heard == []


def test_an_update_with_nothing_to_change_is_none(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("person", {"id": "ada"})
        writer.update("person", "ada", {})
    assert tablet.pending() == 1


@pytest.mark.parametrize(
    ("collection", "values", "reason"),
    [
        ("product", {"title": "Bag"}, "not written by devices"),
        ("nothing", {}, "not written by devices"),
        ("visit", {}, "missing: at"),
        ("visit", {"at": "noon"}, "at: not a value of its column"),
        ("visit", {"at": True}, "at: not a value of its column"),
        ("visit", {"at": 2**63}, "at: not a value of its column"),
        ("visit", {"at": 1, "spent": "much"}, "spent: not a value"),
        ("visit", {"at": 1, "spent": float("inf")}, "spent: not a value"),
        ("visit", {"at": None}, "at: not a value"),
        ("visit", {"at": 1, "colour": "red"}, "no such column: colour"),
        ("visit", {"at": 1, "id": 7}, "not an id"),
        ("visit", {"at": 1, "id": "x" * 201}, "not an id"),
        ("person", {"name": "\ud800"}, "name: not a value"),
        ("person", {"name": ["Ada"]}, "name: not a value"),
        ("person", {"name": 1.5}, "name: not a value"),
        ("person", {"loyal": 1}, "loyal: not a value"),
    ],
)
def test_what_the_hub_would_refuse_is_refused_at_once(shop, collection, values, reason):
    tablet = shop.device("a")
    with pytest.raises(ValueError, match=reason), tablet.write() as writer:
        writer.insert(collection, values)
    assert tablet.pending() == 0


def test_facts_do_not_change(shop):
    tablet = shop.device("a")
    with tablet.write() as writer:
        one = writer.insert("visit", {"at": 1, "spent": 12})
    with pytest.raises(ValueError, match="do not change"), tablet.write() as writer:
        writer.update("visit", one, {"at": 2})


def test_changing_what_is_not_there_is_an_error(shop):
    tablet = shop.device("a")
    with pytest.raises(LookupError), tablet.write() as writer:
        writer.update("person", "nobody", {"name": "Ada"})
    assert tablet.pending() == 0


def test_now_follows_the_hub_and_does_not_run_back(shop):
    tablet = shop.device("a")
    shop.walls["a"].ms = NOON - 86_400_000
    go(tablet, shop.hub("a"))
    assert tablet.now() == NOON
    again = shop.device("a")
    assert again.now() == NOON
    with again.write() as writer:
        writer.insert("visit", {"at": writer.now})
    shop.walls["a"].ms -= 3_600_000
    assert again.now() == NOON
