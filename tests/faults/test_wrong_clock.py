"""A tablet whose clock says next year: what it recorded happened when it happened."""

import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.database import create_tables
from clienteling.notes import use_cases as notes
from clienteling.notes.tables import note
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from sync.device.database import open_plain
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.hub.little_house import ANNA, NOW, open_house, rows

YEAR, HOUR, MINUTE = 365 * 86_400_000, 3_600_000, 60_000
SARA = Author("sara", "milano")


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


def test_what_was_recorded_next_year_by_a_wrong_clock_happened_today(tmp_path):
    hub, clock = open_house(tmp_path), Clock()
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    tablet = Replica(engine, REGISTRY, clock)
    run_pass(tablet, LocalHub(hub, "one"), lambda _: None)
    with tablet.write() as writer:
        right = notes.write(writer, customer_id=ANNA, body="prima", author=SARA)
    clock.now = NOW + YEAR + HOUR
    with tablet.write() as writer:
        wrong = notes.write(writer, customer_id=ANNA, body="dopo", author=SARA)
        chosen = writer.now + 2 * HOUR
        writer.insert("appointment", {"id": "a", "customer_id": ANNA, "title": "prova", "at": chosen})
    clock.now += MINUTE

    run_pass(tablet, LocalHub(hub, "one"), lambda _: None)

    there = {row.id: row.at for row in rows(hub, note)}
    with tablet.read() as connection:
        here = dict(map(tuple, connection.execute(sa.select(note.c.id, note.c.at))))
    assert here == there == {right: NOW, wrong: NOW - MINUTE}
    assert [row.at for row in rows(hub, appointment)] == [chosen]
    assert tablet.pending() == 0
    assert tablet.set_aside() == 0
    with tablet.write() as writer:
        assert writer.now <= NOW + 2 * MINUTE
    engine.dispose()
    hub.engine.dispose()
