"""What the hub writes for one device is told to that device alone, whatever it holds and however it asks."""

import msgspec
import pytest
import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule
from sync.errors import Code, HubRefused
from sync.hub.scopes.holding import Holding
from sync.wire import Comparison, Difference, Page, Push, Status
from tests.sync.pushed import write
from tests.sync.shop import Shop, go, healed, rows

METADATA = sa.MetaData()
letter = sa.Table(
    "letter",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("device_id", sa.Text, nullable=True),
    sa.Column("says", sa.Text, nullable=False, server_default=""),
)
guest = sa.Table("guest", METADATA, sa.Column("id", sa.Text, primary_key=True))
visit = sa.Table(
    "visit",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("guest_id", sa.Text, nullable=True),
)
OTHERS = (Collection(guest, Rule.FIELDS, group="id"), Collection(visit, Rule.FACT, group="guest_id"))
SHARED = Registry((Collection(letter, Rule.REFERENCE, about="id"), *OTHERS))
OWN = Collection(letter, Rule.REFERENCE, reader="device_id", group="id", about="id")
REGISTRY = Registry((OWN, *OTHERS))


@pytest.fixture(params=["sqlite", "postgresql"])
def shop(request: pytest.FixtureRequest, tmp_path):
    on_file = request.param == "sqlite"
    database = "" if on_file else request.getfixturevalue("postgresql").database()
    shop = Shop(tmp_path, REGISTRY, METADATA, database=database)
    yield shop
    shop.close()


@pytest.fixture(params=["everything", "a scope"])
def tablets(request: pytest.FixtureRequest, shop: Shop):
    """Two of one shop, that hold the same."""
    if request.param == "a scope":
        shop.scopes = {"a": "centro", "b": "centro"}
        shop.holding = Holding("ada", lambda _connection, _groups, _now: {"ada": {"centro": 0}})
        shop.open_hub()
    return shop.device("a"), shop.device("b")


def send(shop: Shop, **letters: str) -> None:
    with shop.store.write() as writer:
        writer.insert_many("letter", [{"id": name, "device_id": of} for name, of in letters.items()])


def meet(shop: Shop, *tablets) -> None:
    """They have all, and both ends count the same."""
    for name, tablet in zip("ab", tablets, strict=False):
        assert not healed(tablet, shop.hub(name))


def letters(tablet) -> set[str]:
    return set(rows(tablet, letter))


def test_each_is_told_its_own_and_nothing_of_the_others(shop, tablets):
    send(shop, one="a", two="b", three="a")
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"one", "three"}, {"two"}]
    with shop.store.write() as writer:
        writer.update("letter", "two", {"says": "come"})
        writer.remove("letter", "three")
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"one"}, {"two"}]
    assert rows(tablets[1], letter)["two"]["says"] == "come"


def test_no_answer_of_the_hub_holds_anothers(shop, tablets):
    send(shop, hers="b")
    meet(shop, *tablets)
    hub, store = shop.hub("a"), shop.store
    epoch, holds = store.epoch, store.holds(shop.scopes.get("a", ""))
    assert not hub.pull("", 0, 10).records
    assert not hub.pull(epoch, 0, 10).records
    asked = Comparison(epoch=epoch, collection="letter", upto=store.head, held={}, strays=["hers"])
    difference = hub.compare(asked)
    assert (difference.records, difference.outside) == ([], ["hers"])
    everywhere = Comparison(
        epoch=epoch, collection="letter", upto=store.head, held={n: {} for n in range(256)}
    )
    assert not hub.compare(everywhere).records
    assert not any(tally.count for tally in hub.buckets(epoch, "letter").tallies)
    assert b"hers" not in store.page(epoch, 0, holds=holds)
    with pytest.raises(HubRefused) as refusal:
        hub.fetch("device:b")
    assert refusal.value.code is Code.NOT_FOUND
    mine = msgspec.json.decode(store.compare(everywhere, holds, device_id="b"), type=Difference)
    assert [record.id for record in mine.records] == ["hers"]


def test_a_bell_rings_for_what_is_one_devices_and_does_not_carry_it(shop):
    send(shop, hers="b")
    after = shop.store.head
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    assert shop.store.news("*", 0).page is None
    assert not shop.store.news("*", 0).silent
    found = shop.store.news("*", after)
    assert found.page is not None
    assert [record.id for record in msgspec.json.decode(found.page, type=Page).records] == ["ada"]


def test_a_letter_that_was_lost_comes_back_and_a_foreign_one_goes(shop, tablets):
    send(shop, mine="a", hers="b")
    meet(shop, *tablets)
    with tablets[0].engine.begin() as connection:
        connection.execute(letter.delete())
    with tablets[1].engine.begin() as connection:
        connection.execute(letter.insert().values(id="mine", device_id="a"))
    for name, tablet in zip("ab", tablets, strict=True):
        assert healed(tablet, shop.hub(name))
    assert [letters(tablet) for tablet in tablets] == [{"mine"}, {"hers"}]


def test_nobody_can_be_entered_under_the_name_of_a_devices_own(shop):
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    shop.open_hub()
    push = Push(
        epoch=shop.store.epoch,
        records=[
            write(1, "visit", "v1", guest_id="device:b"),
            write(2, "guest", "device:b", new=True),
            write(3, "visit", "v2", guest_id="ada"),
        ],
    )
    reply = shop.store.apply("a", push)
    assert {verdict.status for verdict in reply.verdicts} == {Status.APPLIED}
    told = {record.id for record in shop.hub("c").pull("", 0, 10).records}
    assert told == {"ada", "v1", "device:b", "v2"}


def test_what_is_opened_goes_over_to_its_group(shop, tablets):
    """Somebody takes the letter for hers: it stays where it is, and comes to all that hold her."""
    send(shop, ada="a", bea="a")
    meet(shop, *tablets)
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"ada", "bea"}, set()]
    with shop.store.write() as writer:
        writer.update("letter", "ada", {"device_id": ""})
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"ada", "bea"}, {"ada"}]
    with shop.store.write() as writer:
        writer.remove("letter", "ada")
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"bea"}, set()]


def test_an_opened_letter_goes_with_whom_it_is_of(shop, tablets):
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    send(shop, ada="a")
    with shop.store.write() as writer:
        writer.update("letter", "ada", {"device_id": ""})
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"ada"}, {"ada"}]
    shop.store.erasing.erase("ada")
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [set(), set()]


def test_whom_it_is_for_does_not_change(shop):
    send(shop, hers="b")
    with shop.store.write() as writer, pytest.raises(ValueError, match="does not change"):
        writer.update("letter", "hers", {"device_id": "a"})


def test_it_goes_with_whom_it_speaks_of(shop, tablets):
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    send(shop, ada="a")
    meet(shop, *tablets)
    assert letters(tablets[0]) == {"ada"}
    shop.store.erasing.erase("ada")
    meet(shop, *tablets)
    assert letters(tablets[0]) == set()


def test_a_version_that_begins_to_write_to_one_device_takes_it_from_the_others(shop):
    shop.registry = SHARED
    shop.open_hub()
    send(shop, mine="a", hers="b")
    tablets = shop.device("a"), shop.device("b")
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"mine", "hers"}] * 2
    shop.registry = REGISTRY
    shop.open_hub()
    tablets = shop.device("a"), shop.device("b")
    for name, tablet in zip("ab", tablets, strict=True):
        go(tablet, shop.hub(name))
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"mine"}, {"hers"}]
    assert [set(rows(shop.store, letter))] == [{"mine", "hers"}]


def test_a_snapshot_holds_nobodys_own_and_each_has_them_after_it(shop, tablets):
    with shop.store.write() as writer:
        writer.insert("guest", {"id": "ada"})
    send(shop, mine="a", hers="b")
    snapshots = shop.make_snapshot()
    for scope in set(shop.scopes.values()):
        snapshots.refresh(scope)
    for name, tablet in zip("ab", tablets, strict=True):
        go(tablet, shop.hub(name))
    meet(shop, *tablets)
    assert [letters(tablet) for tablet in tablets] == [{"mine"}, {"hers"}]
