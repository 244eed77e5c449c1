"""A person is erased: on the hub at once, on every device when it comes, and nobody brings her back."""

import msgspec
import pytest
import sqlalchemy as sa

from sync.device import schema as own
from sync.device.passes import run_pass
from sync.errors import Code, HubUnreachable
from sync.hub import schema
from sync.hub.gone.remembered import KEY_FILE, LEDGER_FILE
from sync.hub.intake.arrival import MOST_NAMES
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import Holding
from sync.hub.store import HubStore
from sync.hub.trust.devices import Devices, device
from sync.wire import Confirmation
from tests.sync.pushed import push, write
from tests.sync.shop import Silent, booking, go, healed, person, rows, tag, visit

SECRET = "Quintiliana"
MAIL = "q@quintiliana.example"


@pytest.fixture
def two(shop):
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": SECRET, "email": MAIL})
        writer.insert("person", {"id": "bea", "name": "Bea"})
        writer.insert("visit", {"id": "hers", "person_id": "ada", "at": 1, "receipt": SECRET})
        writer.insert("visit", {"id": "others", "person_id": "bea", "at": 1})
        writer.insert("tag", {"id": "vip", "label": SECRET, "person_id": "ada"})
        writer.insert("booking", {"id": "b", "what": SECRET, "person_id": "ada"})
    a, b = shop.device("a"), shop.device("b")
    go(a, shop.hub("a"))
    go(b, shop.hub("b"))
    return a, b


def traces(shop, *names) -> list[str]:
    """The files in which her name stands."""
    found = [path for name in names for path in shop.directory.glob(f"{name}.db*")]
    return [
        path.name
        for path in found
        if SECRET.encode() in path.read_bytes() or MAIL.encode() in path.read_bytes()
    ]


def nothing_of_her(where) -> bool:
    with where.read() as connection:
        return not any(
            SECRET in str(row) or "ada" in [*row]
            for table in (person, visit, tag, booking)
            for row in connection.execute(sa.select(table))
        )


def test_she_is_gone_from_the_hub_at_once_and_from_each_device_when_it_comes(shop, two):
    assert shop.store.erasing.erase("ada") == 4
    assert nothing_of_her(shop.store)
    for name, replica in zip("ab", two, strict=True):
        changes = go(replica, shop.hub(name))
        assert changes.records["person"] == {"ada"}
        assert nothing_of_her(replica)
        assert healed(replica, shop.hub(name)) == ()
        assert set(rows(replica, person)) == {"bea"}
        assert set(rows(replica, visit)) == {"others"}


def test_it_is_told_how_many_have_confirmed_and_then_her_name_is_forgotten(shop, two):
    shop.store.erasing.erase("ada")
    (one,) = shop.store.erasing.overview()
    assert (one.devices, one.confirmed, one.waiting) == (2, 0, ("a", "b"))
    go(two[0], shop.hub("a"))
    (one,) = shop.store.erasing.overview()
    assert (one.confirmed, one.waiting) == (1, ("b",))
    assert shop.hub("b").hello().erase == ["ada"]
    assert shop.hub("a").hello().erase == []
    go(two[1], shop.hub("b"))
    (one,) = shop.store.erasing.overview()
    assert (one.confirmed, one.waiting) == (2, ())
    with shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT group_id FROM sync_erasure").scalar() is None


def test_a_device_that_was_cut_off_before_it_could_confirm_is_told_again(shop, two):
    class Mute(LocalHub):
        def confirm(self, _confirmation: Confirmation) -> None:
            raise HubUnreachable

    shop.store.erasing.erase("ada")
    with pytest.raises(HubUnreachable):
        go(two[0], Mute(shop.store, "a"))
    assert nothing_of_her(two[0])
    assert shop.store.erasing.overview()[0].confirmed == 0
    go(two[0], shop.hub("a"))
    assert shop.store.erasing.overview()[0].confirmed == 1


def test_a_revoked_device_is_not_waited_for(shop, two):
    with shop.engines["hub"].begin() as connection:
        connection.execute(device.insert().values(id="b", name="b", scope="", paired_at=1))
    shop.store.erasing.erase("ada")
    go(two[0], shop.hub("a"))
    Devices(shop.engines["hub"]).revoke("b", shop.wall.ms)
    shop.store.tidy(shop.wall.ms)
    (one,) = shop.store.erasing.overview()
    assert (one.devices, one.confirmed) == (1, 1)
    with shop.store.read() as connection:
        assert connection.exec_driver_sql("SELECT group_id FROM sync_erasure").scalar() is None


def test_what_waits_on_a_device_goes_too_and_the_rest_flows_on(shop, two):
    a, _ = two
    with a.write() as writer:
        writer.update("person", "ada", {"email": MAIL})
        writer.insert("visit", {"person_id": "ada", "at": 2})
        kept = writer.insert("visit", {"person_id": "bea", "at": 2})
        writer.remove("tag", "vip")
        writer.cancel("booking", "b")
    shop.store.erasing.erase("ada")
    go(a, shop.hub("a"))
    assert nothing_of_her(a)
    assert kept in rows(shop.store, visit)
    assert (a.pending(), a.set_aside()) == (0, 0)
    with a.read() as connection:
        assert connection.execute(sa.select(own.outbox.c.record_id)).scalars().all() == [kept]


def test_what_was_sent_and_refused_before_goes_too(shop, two):
    a, _ = two
    with shop.store.write() as writer:
        writer.insert("visit", {"id": "first", "receipt": "R", "at": 1})
    with a.write() as writer:
        writer.insert("visit", {"person_id": "ada", "receipt": "R", "at": 2})
    go(a, shop.hub("a"))
    assert a.set_aside() == 1
    shop.store.erasing.erase("ada")
    go(a, shop.hub("a"))
    assert a.set_aside() == 0
    with shop.store.read() as connection:
        (refused,) = connection.execute(sa.select(schema.rejected)).all()
    assert (refused.code, refused.body, refused.message) == ("erased", b"", "")


def test_a_late_write_about_her_is_refused_kept_nowhere_and_gone_from_its_device(shop, two):
    a, _ = two
    shop.store.erasing.erase("ada")

    class Deaf(LocalHub):
        """A hello that was said before."""

        def hello(self, *greeting):
            return msgspec.structs.replace(super().hello(*greeting), erase=[])

    with a.write() as writer:
        writer.update("person", "ada", {"name": SECRET + "!"})
        writer.insert("visit", {"person_id": "ada", "at": 2})
        writer.update("tag", "vip", {"rank": 2})
    go(a, Deaf(shop.store, "a"))
    assert (a.pending(), a.set_aside()) == (0, 0)
    assert nothing_of_her(a)
    assert nothing_of_her(shop.store)
    with shop.store.read() as connection:
        refused = connection.execute(sa.select(schema.rejected)).all()
    assert {(row.code, row.body) for row in refused} == {("erased", b"")}


def test_each_write_that_names_her_or_a_record_of_hers_is_refused(shop, two):
    shop.store.erasing.erase("ada")
    reply = push(
        shop,
        write(1, "person", "ada", name="x"),
        write(2, "visit", "new", person_id="ada", at=1),
        write(3, "visit", "hers", at=1),
        write(4, "tag", "vip", new=False, rank=1),
        write(5, "visit", "fine", person_id="bea", at=1),
        device="c",
    )
    assert [v.code for v in reply.verdicts] == [Code.ERASED] * 4 + [None]
    again = push(shop, write(2, "visit", "new", person_id="ada", at=1), device="c")
    assert [v.code for v in again.verdicts] == [Code.ERASED]


@pytest.mark.parametrize(
    "broken",
    [
        {"collection": "visit", "id": "new", "fields": {"person_id": "ada", "receipt": SECRET}},
        {"collection": "visit", "id": "hers", "fields": SECRET},
        {"id": 7, "fields": [{"ada": SECRET}]},
        {"collection": "visit", "fields": {str(n): SECRET for n in range(MOST_NAMES)}},
    ],
)
def test_of_a_write_that_cannot_be_read_nothing_is_kept_where_it_may_be_about_her(shop, two, broken):
    shop.store.erasing.erase("ada")
    assert [kept.body for kept in refused(shop, broken)] == [b""]


def test_a_write_that_cannot_be_read_and_is_about_others_is_kept_as_it_came(shop, two):
    shop.store.erasing.erase("ada")
    (kept,) = refused(
        shop, {"collection": "visit", "id": "new", "fields": {"person_id": "bea", "at": "ada!"}}
    )
    assert (kept.code, b"bea" in kept.body) == ("invalid_record", True)


def test_an_id_within_a_text_that_cannot_be_read_is_found(shop):
    person_id = "0190a000-0000-7000-8000-00000000000a"
    with shop.store.write() as writer:
        writer.insert("person", {"id": person_id, "name": SECRET})
    shop.store.erasing.erase(person_id)
    (kept,) = refused(shop, {"fields": f"{SECRET} is {person_id.upper()}"})
    assert kept.body == b""


def refused(shop, broken) -> list[sa.Row]:
    """What the hub keeps of a write that it cannot read."""
    body = msgspec.json.encode({"epoch": shop.store.epoch, "records": [{"dseq": 1, **broken}]})
    shop.store.apply("c", body)
    with shop.store.read() as connection:
        return list(connection.execute(sa.select(schema.rejected)).all())


def test_a_page_that_was_under_way_does_not_bring_her_back(shop, two):
    a, _ = two

    with shop.store.write() as writer:
        writer.update("person", "ada", {"name": SECRET})

    class Erasing(LocalHub):
        """She is erased, and this device has confirmed it, between the hub's answer and its arrival."""

        def pull(self, epoch, after, limit, floor=0):
            page = super().pull(epoch, after, limit, floor)
            self._store.erasing.erase("ada")
            run_pass(a, LocalHub(self._store, "a"), lambda _: None)
            return page

    go(a, Erasing(shop.store, "a"))
    assert nothing_of_her(a)
    go(a, shop.hub("a"))
    assert nothing_of_her(a)
    assert healed(a, shop.hub("a")) == ()


def test_nothing_of_her_is_left_in_the_bytes_of_the_files(shop, two):
    a, _ = two
    with a.write() as writer:
        writer.update("person", "ada", {"name": SECRET, "email": MAIL})
        writer.insert("visit", {"person_id": "ada", "at": 2, "receipt": SECRET + "2"})
    go(a, shop.hub("a"))
    for i in range(50):
        with a.write() as writer:
            writer.update("person", "ada", {"name": f"{SECRET}{i}"})
        go(a, shop.hub("a"))
    assert traces(shop, "a", "hub")
    shop.store.erasing.erase("ada")
    go(a, shop.hub("a"))
    assert traces(shop, "a", "hub") == []


def test_a_backup_from_before_is_put_right(shop, two):
    backup = shop.keep("hub")
    shop.store.erasing.erase("ada")
    shop.restore("hub", backup)
    shop.open_hub()
    assert not nothing_of_her(shop.store)
    shop.store.renew_epoch()
    assert shop.store.erasing.erase_again() == 1
    assert nothing_of_her(shop.store)
    for name, replica in zip("ab", two, strict=True):
        go(replica, shop.hub(name))
        assert nothing_of_her(replica)
    reply = push(shop, write(1, "visit", "new", person_id="ada", at=1), device="c")
    assert reply.verdicts[0].code is Code.ERASED


def test_what_is_kept_for_ever_names_nobody(shop, two):
    shop.store.erasing.erase("ada")
    ledger = (shop.directory / LEDGER_FILE).read_text()
    assert len(ledger.split()) == 5
    assert "ada" not in ledger.split()
    assert (shop.directory / KEY_FILE).stat().st_mode & 0o077 == 0
    assert (shop.directory / LEDGER_FILE).stat().st_mode & 0o077 == 0


def test_the_application_erases_its_own_with_it_or_nothing_is_erased(shop, two):
    def fails(_connection, _group) -> None:
        raise RuntimeError

    asked = []
    shop.store.erasing.hooks.append(lambda _connection, group: asked.append(group))
    shop.store.erasing.hooks.append(fails)
    with pytest.raises(RuntimeError):
        shop.store.erasing.erase("ada")
    assert not nothing_of_her(shop.store)
    shop.store.erasing.hooks.remove(fails)
    shop.store.erasing.erase("ada")
    assert asked == ["ada", "ada"]


def test_a_device_tells_its_application(shop, two):
    asked = []
    two[0].erasing.append(lambda _connection, groups: asked.append(list(groups)))
    shop.store.erasing.erase("ada")
    go(two[0], shop.hub("a"))
    assert asked == [["ada"]]


def test_it_is_applied_before_anything_is_pushed(shop, two):
    a, _ = two
    with a.write() as writer:
        writer.insert("visit", {"person_id": "ada", "at": 2})
    shop.store.erasing.erase("ada")
    go(a, Silent(shop.store, "a"))
    assert nothing_of_her(a)


def test_scopes_and_counts_follow(shop):
    def holders(_connection, groups, _now) -> dict[str, dict[str, int]]:
        return {group: {"centro": 0} for group in groups}

    shop.holding = Holding("test", holders)
    shop.scopes["c"] = "centro"
    shop.open_hub()
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": SECRET})
        writer.insert("person", {"id": "bea"})
        writer.insert("booking", {"id": "b", "what": "x", "person_id": "ada"})
    c = shop.device("c")
    go(c, shop.hub("c"))
    shop.store.erasing.erase("ada")
    go(c, shop.hub("c"))
    assert set(rows(c, person)) == {"bea"}
    assert healed(c, shop.hub("c")) == ()


def test_without_a_place_for_the_hashes_nobody_is_erased(shop):
    with pytest.raises(ValueError, match="remembered"):
        HubStore(shop.engines["hub"], shop.registry, shop.wall).erasing.erase("ada")
