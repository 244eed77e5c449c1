"""Trust over months: credentials and certificates are renewed under way, leases end, tablets are wiped."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import msgspec
import pytest
import sqlalchemy as sa

from sync.device.link.client import HttpHub, open_hub
from sync.device.states import Kind, Reason
from sync.device.trusted import wipe
from sync.device.trusted.keys import FileKeys
from sync.device.trusted.pairing import KEPT_AS, Pairing, pair, recall, remember, update
from sync.device.trusted.trust import Trust
from sync.errors import Code, HubRefused, HubUnreachable, KeysUnreachable
from sync.hub.trust.certificates import create
from sync.hub.trust.credentials import credential
from sync.hub.trust.identities import Identities
from sync.instants import wall_clock
from tests.hub.serving.hub_process import HubProcess, until


@pytest.fixture
def keys(tmp_path) -> FileKeys:
    return FileKeys(tmp_path / "keys.json")


@contextmanager
def trusting(pairing: Pairing, keys: FileKeys) -> Iterator[tuple[HttpHub, Trust]]:
    hub = open_hub(pairing)
    try:
        yield hub, Trust(pairing, lambda kept: remember(keys, kept), lambda: recall(keys))
    finally:
        hub.close()


def grow_old(hub: HubProcess, pairing: Pairing) -> None:
    """A month has passed since the device's credentials were made."""
    with hub.house.engine.begin() as connection:
        mine = credential.c.device_id == pairing.device_id
        connection.execute(credential.update().where(mine).values(made_at=0))


def credentials(hub: HubProcess, pairing: Pairing) -> int:
    with hub.house.engine.connect() as connection:
        mine = sa.select(sa.func.count()).where(credential.c.device_id == pairing.device_id)
        return connection.execute(mine).scalar_one()


def refused(pairing: Pairing) -> Code | None:
    hub = open_hub(pairing)
    try:
        hub.hello()
    except HubRefused as refusal:
        return refusal.code
    finally:
        hub.close()
    return None


# --- credentials --------------------------------------------------------------------------------------


def test_a_tablet_in_use_renews_its_credential_and_goes_on(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    before = tablet.engine._pairing
    grow_old(hub, before)
    tablet.engine.nudge()
    until(lambda: any(each.credential != before.credential for each in tablet.pairings))
    renewed = tablet.pairings[-1]
    (visit,) = tablet.record()
    until(lambda: not tablet.replica.pending())
    assert renewed.former == before.credential
    assert visit in tablet.recorded()
    assert credentials(hub, before) == 1
    assert (refused(before), refused(renewed)) == (Code.UNAUTHENTICATED, None)


def test_a_tablet_killed_between_storing_and_using_opens_the_door_with_what_it_stored(hub, tablet):
    before = pair(hub.code(), "one")
    client = open_hub(before)
    client.hello()
    stored = replace(before, credential=client.renew().credential, former=before.credential)
    client.close()
    tablet("one", stored).becomes(Kind.LIVE)
    assert credentials(hub, before) == 1


def test_an_answer_that_got_lost_or_could_not_be_stored_changes_nothing(hub, keys):
    pairing = pair(hub.code(), "one")

    def full(_: Pairing) -> None:
        raise KeysUnreachable

    client = open_hub(pairing)
    trust = Trust(pairing, full, lambda: pairing)
    client.hello()
    grow_old(hub, pairing)
    trust.met(client, client.hello())
    assert trust.pairing == pairing
    assert client.hello().renew
    client.close()
    with trusting(pairing, keys) as (again, trust):
        trust.met(again, again.hello())
        assert not again.hello().renew
    kept = recall(keys)
    assert kept is not None
    assert refused(kept) is None


def test_two_engines_that_renew_at_once_both_go_on_and_so_does_what_is_kept(hub, keys):
    pairing = pair(hub.code(), "one")
    remember(keys, pairing)
    with trusting(pairing, keys) as (one, mine), trusting(pairing, keys) as (other, theirs):
        said = one.hello(), other.hello()
        grow_old(hub, pairing)
        said = one.hello(), other.hello()
        mine.met(one, said[0])
        theirs.met(other, said[1])
        for _ in range(2):
            one.hello()
            other.hello()
        kept = recall(keys)
        assert kept is not None
        assert kept.credential == theirs.pairing.credential != mine.pairing.credential
        grow_old(hub, pairing)
        theirs.met(other, other.hello())
        other.hello()
        with pytest.raises(HubRefused):
            one.hello()
        assert mine.refused(one)
        one.hello()
        assert recall(keys) == mine.pairing == theirs.pairing


def test_a_hub_put_back_to_before_the_renewal_is_met_with_the_former_credential(own_hub, tablet, keys):
    pairing = pair(own_hub.code(), "one")
    remember(keys, pairing)
    first = tablet("one", pairing, keys)
    first.becomes(Kind.LIVE)
    own_hub.stop()
    own_hub.house.close()
    database = own_hub.house.settings.database
    shutil.copy(database, database.with_suffix(".backup"))
    own_hub.start()
    first.becomes(Kind.LIVE)
    grow_old(own_hub, pairing)
    first.engine.nudge()
    until(lambda: recall(keys).credential != pairing.credential)
    until(lambda: credentials(own_hub, pairing) == 1)
    own_hub.stop()
    own_hub.house.close()
    shutil.copy(database.with_suffix(".backup"), database)
    own_hub.start()
    (visit,) = first.record()
    until(lambda: not first.replica.pending())
    first.becomes(Kind.LIVE)
    assert visit in first.recorded()
    assert recall(keys).credential == pairing.credential


def test_what_an_older_version_kept_of_the_pairing_still_opens_the_door(hub, keys, tablet):
    pairing = pair(hub.code(), "one")
    old = msgspec.json.decode(msgspec.json.encode(pairing))
    for later in ("former", "next_hub_ids"):
        del old[later]
    keys.put(KEPT_AS, msgspec.json.encode(old).decode())
    assert recall(keys) == pairing
    tablet("one", recall(keys)).becomes(Kind.LIVE)


def test_a_pairing_that_was_replaced_meanwhile_is_not_put_back(keys, hub):
    old, new = pair(hub.code(), "one"), pair(hub.code(), "one again")
    remember(keys, new)
    update(keys, replace(old, addresses=()))
    assert recall(keys) == new
    keys.remove(KEPT_AS)
    update(keys, new)
    assert recall(keys) is None


# --- certificates -------------------------------------------------------------------------------------


def test_a_certificate_is_replaced_and_only_who_did_not_hear_of_it_is_left_behind(own_hub, tablet):
    told, absent = tablet("told", pair(own_hub.code(), "told")), pair(own_hub.code(), "absent")
    told.becomes(Kind.LIVE)
    identities = Identities(own_hub.house.settings.identity)
    prepared = identities.prepare(create("Hub"))
    told.engine.nudge()
    until(lambda: told.pairings and told.pairings[-1].next_hub_ids == (prepared.fingerprint,))
    told.engine.nudge()
    until(lambda: prepared.fingerprint in {device.knows for device in own_hub.house.devices.all()})
    assert own_hub.stop() == 0
    identities.choose()
    own_hub.start()
    (visit,) = told.record()
    until(lambda: not told.replica.pending())
    until(lambda: told.pairings[-1].hub_id == prepared.fingerprint)
    assert told.pairings[-1].next_hub_ids == ()
    assert visit in told.recorded()
    late = tablet("late", absent)
    late.becomes(Kind.REFUSED)
    assert late.engine.state.reason is Reason.OTHER_HUB


def test_after_the_change_the_former_certificate_is_believed_no_more(own_hub, tablet):
    pairing = pair(own_hub.code(), "one")
    former = own_hub.house.settings.identity.read_bytes()
    identities = Identities(own_hub.house.settings.identity)
    identities.prepare(create("Hub"))
    one = tablet("one", pairing)
    until(lambda: one.pairings and one.pairings[-1].next_hub_ids)
    own_hub.stop()
    identities.choose()
    own_hub.start()
    until(lambda: one.pairings[-1].hub_id != pairing.hub_id)
    own_hub.stop()
    own_hub.house.settings.identity.write_bytes(former)
    own_hub.start()
    one.becomes(Kind.REFUSED)
    assert one.engine.state.reason is Reason.OTHER_HUB


# --- lease, revocation, wipe --------------------------------------------------------------------------

DAY = 24 * 3_600_000


def test_a_tablet_without_its_hub_for_too_long_is_locked_until_it_meets_it(own_hub, tablet):
    clock = Turned()
    one = tablet("one", pair(own_hub.code(), "one"), now=clock)
    one.becomes(Kind.LIVE)
    own_hub.stop()
    one.becomes(Kind.OFFLINE)
    clock.ahead = 31 * DAY
    one.becomes(Kind.LOCKED)
    (visit,) = one.record()
    clock.ahead = -400 * DAY
    pairing = one.engine._pairing
    one.close()
    again = tablet("one", pairing, now=clock)
    assert again.engine.state.kind is Kind.LOCKED
    until(lambda: again.engine._failures > 3)
    assert again.engine.state.kind is Kind.LOCKED
    own_hub.start()
    again.becomes(Kind.LIVE)
    until(lambda: not again.replica.pending())
    assert visit in again.recorded()


def test_a_revoked_tablet_remembers_it_without_its_hub_and_opens_when_paired_again(own_hub, tablet):
    pairing = pair(own_hub.code(), "one")
    one = tablet("one", pairing)
    one.becomes(Kind.LIVE)
    own_hub.house.devices.revoke(pairing.device_id, own_hub.house.now())
    held = one.record(2)
    one.becomes(Kind.REFUSED)
    own_hub.stop()
    one.close()
    again = tablet("one", pairing)
    assert (again.engine.state.kind, again.engine.state.reason) == (Kind.REFUSED, Reason.REVOKED)
    until(lambda: again.engine._failures > 2)
    assert {state.kind for state in again.states} <= {Kind.REFUSED}
    own_hub.start()
    again.engine.paired(pair(own_hub.code(), "one"))
    again.becomes(Kind.LIVE)
    until(lambda: not again.replica.pending())
    assert set(held) <= set(again.recorded())


def test_a_tablet_to_be_wiped_hears_of_it_and_tries_nothing_more(own_hub, tablet, keys):
    pairing = pair(own_hub.code(), "one")
    one = tablet("one", pairing)
    one.becomes(Kind.LIVE)
    own_hub.house.devices.ask_to_wipe(pairing.device_id, own_hub.house.now())
    one.becomes(Kind.WIPED)
    one.engine.nudge()
    one.engine.paired(pair(own_hub.code(), "one again"))
    one.becomes(Kind.LIVE)


@pytest.fixture
def files(tmp_path) -> Callable[[], list]:
    (tmp_path / "replica.db").write_text("")
    (tmp_path / "replica.db-wal").write_text("")
    return lambda: sorted(tmp_path.glob("replica*"))


@pytest.mark.parametrize("killed_after", ["begin", "erase", "hello", "nothing"])
def test_a_wipe_comes_to_its_end_whenever_the_tablet_is_killed(own_hub, keys, files, killed_after):
    pairing = pair(own_hub.code(), "one")
    remember(keys, pairing)
    keys.put("database", "5a" * 32)
    own_hub.house.devices.ask_to_wipe(pairing.device_id, own_hub.house.now())
    wipe.begin(keys)
    if killed_after != "begin":
        wipe.erase(keys, files())
    if killed_after in ("hello", "nothing"):
        before = keys._read()
        wipe.confirm(keys)
        if killed_after == "hello":
            keys._write(before)
    assert wipe.begun(keys) is (killed_after != "nothing")
    wipe.erase(keys, files())
    wipe.confirm(keys)
    assert files() == []
    assert (keys.get("database"), recall(keys), wipe.begun(keys)) == (None, None, False)
    assert [device.wiped_at is not None for device in own_hub.house.devices.all()] == [True]


def test_a_wipe_is_confirmed_when_the_hub_is_there_again(own_hub, keys, files):
    pairing = pair(own_hub.code(), "one")
    remember(keys, pairing)
    own_hub.house.devices.ask_to_wipe(pairing.device_id, own_hub.house.now())
    wipe.begin(keys)
    wipe.erase(keys, files())
    own_hub.stop()
    with pytest.raises(HubUnreachable):
        wipe.confirm(keys)
    assert wipe.begun(keys)
    own_hub.start()
    wipe.confirm(keys)
    assert not wipe.begun(keys)


def test_a_tablet_paired_anew_before_it_could_confirm_keeps_its_new_pairing(own_hub, keys, files):
    old, new = pair(own_hub.code(), "one"), pair(own_hub.code(), "one again")
    remember(keys, old)
    wipe.begin(keys)
    wipe.erase(keys, files())
    wipe.over(keys)
    remember(keys, new)
    wipe.confirm(keys)
    assert recall(keys) == new


class Turned:
    """A wall clock that somebody has turned."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return wall_clock() + self.ahead
