"""Two tablets and a hub: real processes, real TLS, and the cable pulled in every way."""

import signal
import time
from collections import Counter
from dataclasses import replace

import pytest
import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.stores.tables import store
from sync.address import Address
from sync.device import engine
from sync.device.outbox import RecordState
from sync.device.states import Kind, Reason
from sync.device.told import held
from sync.device.trusted.pairing import pair
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.tablet import Tablet

A_MOMENT_S = 20.0
"""A second, and what a busy machine makes of it."""
pytestmark = pytest.mark.slow


def at_the_hub(hub: HubProcess) -> list[str]:
    with hub.house.store.read() as connection:
        return sorted(connection.execute(sa.select(interaction.c.id)).scalars())


def test_what_one_tablet_records_the_other_shows(hub, paired):
    one, other = paired(hub, "one"), paired(hub, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    for writer, reader in ((one, other), (other, one)):
        (visit,) = writer.record()
        until(lambda visit=visit, reader=reader: visit in reader.recorded(), A_MOMENT_S)
    until(lambda: one.replica.pending() == other.replica.pending() == 0)
    assert one.recorded() == other.recorded() == at_the_hub(hub)


def told_back(tablet: Tablet, visit: str) -> bool:
    """It has come back with the feed: from now on nothing brings it again unless it is missed."""
    with tablet.replica.read() as connection:
        return bool(held.among(connection, "interaction", [visit]))


def test_a_row_that_got_lost_on_a_tablet_comes_back_by_itself(hub, paired, monkeypatch):
    monkeypatch.setattr(engine, "POLL_S", 3_600.0)  # no other pass than the one that is asked for
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    (visit,) = tablet.record()
    until(lambda: told_back(tablet, visit))
    with tablet.replica.engine.begin() as connection:
        connection.execute(interaction.delete().where(interaction.c.id == visit))
    tablet.engine.nudge()
    until(lambda: visit in tablet.recorded())


def test_the_first_replica_is_fetched_with_progress(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    kinds = [state.kind for state in tablet.states]
    assert kinds[0] in (Kind.CONNECTING, Kind.FIRST_REPLICA)
    assert Kind.FIRST_REPLICA in kinds
    assert tablet.engine.state.completed_at is not None
    with tablet.replica.read() as connection:
        assert connection.scalar(sa.select(store.c.name).where(store.c.id == "milano")) == "Milano Brera"


def test_what_another_process_writes_on_the_hub_rings_the_bell_too(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    with hub.house.store.write() as writer:
        writer.insert("store", {"id": "torino", "name": "Torino Po"})

    def arrived() -> bool:
        with tablet.replica.read() as connection:
            return connection.scalar(sa.select(store.c.id).where(store.c.id == "torino")) is not None

    until(arrived, A_MOMENT_S)


def test_the_cable_is_pulled_and_put_back(own_hub, paired):
    one, other = paired(own_hub, "one"), paired(own_hub, "other")
    one.becomes(Kind.LIVE)
    other.becomes(Kind.LIVE)
    own_hub.stop()
    one.becomes(Kind.OFFLINE)
    other.becomes(Kind.OFFLINE)
    recorded = one.record(3) + other.record(2)
    assert set(one.replica.states("interaction", recorded[:3]).values()) <= {
        RecordState.SAVED_HERE,
        RecordState.SENT,
    }
    own_hub.start()
    until(lambda: one.recorded() == other.recorded() == sorted(recorded), A_MOMENT_S)
    one.becomes(Kind.LIVE)
    assert at_the_hub(own_hub) == sorted(recorded)
    assert set(one.replica.states("interaction", recorded).values()) == {RecordState.CONFIRMED}


def test_a_hub_killed_in_the_middle_of_a_push_loses_nothing_and_doubles_nothing(own_hub, tablet, paired):
    reader = paired(own_hub, "reader")
    writer = tablet("writer", pair(own_hub.code(), "writer"))
    writer.becomes(Kind.LIVE)
    recorded = writer.record(2_500)
    kills = 0
    while writer.replica.pending():
        before = len(at_the_hub(own_hub))
        until(lambda before=before: len(at_the_hub(own_hub)) > before or not writer.replica.pending())
        if kills < 2:
            own_hub.kill()
            own_hub.start()
            kills += 1
    assert kills
    until(lambda: reader.recorded() == sorted(recorded))
    assert at_the_hub(own_hub) == sorted(recorded)
    with own_hub.house.store.read() as connection:
        feed = sa.text("select record_id from sync_feed where collection = 'interaction'")
        counted = Counter(connection.execute(feed).scalars())
    assert counted == Counter(recorded)


def test_a_revoked_tablet_is_refused_and_keeps_what_it_has(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    device_id = tablet.engine._pairing.device_id
    hub.house.devices.revoke(device_id, hub.house.now())
    (visit,) = tablet.record()
    tablet.becomes(Kind.REFUSED)
    assert tablet.engine.state.reason is Reason.REVOKED
    assert visit in tablet.recorded()
    assert tablet.replica.pending() == 1


def test_a_tablet_that_is_paired_again_brings_what_it_still_held(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    before = tablet.record(2)
    until(lambda: tablet.replica.pending() == 0)
    hub.house.devices.revoke(tablet.engine._pairing.device_id, hub.house.now())
    held = tablet.record(3)
    tablet.becomes(Kind.REFUSED)
    tablet.engine.paired(pair(hub.code(), "one again"))
    tablet.becomes(Kind.LIVE)
    until(lambda: tablet.replica.pending() == 0)
    counted = Counter(at_the_hub(hub))
    assert {counted[each] for each in before + held} == {1}
    assert set(tablet.replica.states("interaction", before + held).values()) == {RecordState.CONFIRMED}


def test_another_hub_at_the_old_address_gets_nothing(hub, tablet):
    moved = tablet("one", replace(pair(hub.code(), "one"), hub_id="12" * 32))
    moved.record()
    moved.becomes(Kind.REFUSED)
    assert moved.engine.state.reason is Reason.OTHER_HUB
    assert moved.replica.pending() == 1


def test_a_hub_with_a_new_address_is_followed_when_it_is_seen(hub, tablet):
    pairing = pair(hub.code(), "one")
    nowhere = (Address("127.0.0.2", hub.port),)
    lost = tablet("one", replace(pairing, addresses=nowhere))
    lost.becomes(Kind.OFFLINE)
    lost.engine.address_seen(hub.address)
    lost.becomes(Kind.LIVE)
    until(lambda: lost.pairings)
    assert lost.pairings[-1].addresses == (hub.address, *nowhere)


def test_a_false_sighting_changes_nothing(hub, tablet):
    nowhere = (Address("127.0.0.2", hub.port),)
    waiting = tablet("one", replace(pair(hub.code(), "one"), hub_id="12" * 32, addresses=nowhere))
    waiting.becomes(Kind.OFFLINE)
    waiting.engine.address_seen(hub.address)
    tried = waiting.engine._failures + 2
    until(lambda: waiting.engine._failures >= tried)
    assert waiting.pairings == []
    assert {state.kind for state in waiting.states} == {Kind.OFFLINE}


def test_a_tablet_is_paired_while_it_runs_and_parted_again(hub, tablet):
    fresh = tablet("one", None)
    assert fresh.engine.state.kind is Kind.UNPAIRED
    (visit,) = fresh.record()
    fresh.engine.paired(pair(hub.code(), "one"))
    until(lambda: visit in at_the_hub(hub))
    fresh.engine.paired(None)
    fresh.becomes(Kind.UNPAIRED)


def test_closing_takes_a_moment_only(hub, tablet):
    here = pair(hub.code(), "one")
    away = replace(here, addresses=(Address("127.0.0.2", hub.port),))
    for pairing, kind in ((here, Kind.LIVE), (away, Kind.OFFLINE)):
        closing = tablet(kind.value, pairing)
        closing.becomes(kind)
        began = time.monotonic()
        closing.engine.close()
        assert time.monotonic() - began < A_MOMENT_S
        assert not closing.engine._thread.is_alive()


def test_a_hub_that_falls_silent_does_not_hold_up_closing(own_hub, paired):
    """Paused, not gone: connections stay open and nothing answers."""
    tablet = paired(own_hub, "one")
    tablet.becomes(Kind.LIVE)
    assert own_hub.process is not None
    own_hub.process.send_signal(signal.SIGSTOP)
    try:
        tablet.record()
        began = time.monotonic()
        tablet.engine.close()
        assert time.monotonic() - began < A_MOMENT_S
        assert not tablet.engine._thread.is_alive()
    finally:
        own_hub.process.send_signal(signal.SIGCONT)
