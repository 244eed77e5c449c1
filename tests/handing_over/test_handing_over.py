"""Somebody leaves: all that she had in hand goes over in one go, and comes back if that was wrong."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.appointments.tables import appointment
from clienteling.clientbook.tables import book_entry
from clienteling.errors import InvalidRecord
from clienteling.handing_over import use_cases
from clienteling.handing_over.queries import left_behind
from clienteling.handing_over.values import LeftBehind
from clienteling.promises.tables import promise
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.staff.values import Author
from clienteling.tasks.tables import task
from sync.device.replica import Replica
from tests.sync.shop import open_plain

NOW = 1_795_340_800_000
HOUR = 3_600_000
MARTA = Author("marta", "milano")


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    engine = open_plain(tmp_path / "tablet.sqlite")
    metadata.create_all(engine)
    made = Replica(engine, REGISTRY, lambda: NOW)
    with made.write() as writer:
        for one in ("anna", "bea", "carla"):
            writer.insert("customer", {"id": one, "given_name": one.capitalize()})
        for one, whose in (("anna", "sofia"), ("bea", "sofia"), ("bea", "paolo")):
            entry = {"id": f"{one}/{whose}", "customer_id": one, "associate_id": whose, "store_id": "milano"}
            writer.insert("book_entry", entry)
        for name, state, whose in (("p1", "open", "sofia"), ("p2", "kept", "sofia"), ("p3", "open", "paolo")):
            said = {"customer_id": "anna", "kind": "call", "state": state, "made_by": whose}
            writer.insert("promise", {"id": name, "store_id": "milano", "made_at": NOW, **said})
        for name, shop, whose in (
            ("t1", "milano", "sofia"),
            ("t2", "torino", "sofia"),
            ("t3", "milano", None),
        ):
            said = {"kind": "call", "state": "open", "associate_id": whose, "store_id": shop}
            writer.insert("task", {"id": name, "made_at": NOW, **said})
        for name, at in (("a1", NOW + HOUR), ("a2", NOW - HOUR)):
            said = {"associate_id": "sofia", "store_id": "milano", "state": "booked", "at": at}
            writer.insert("appointment", {"id": name, **said})
    return made


def in_hand(replica: Replica, who: str) -> LeftBehind:
    with replica.read() as conn:
        return left_behind(conn, who, "milano", NOW)


def everything(replica: Replica) -> list[tuple]:
    """Whose all of it is."""
    with replica.read() as conn:
        books = sa.select(book_entry.c.customer_id, book_entry.c.associate_id).order_by(book_entry.c.id)
        parts = (
            books,
            sa.select(promise.c.id, promise.c.made_by, promise.c.taken_by).order_by(promise.c.id),
            sa.select(task.c.id, task.c.associate_id).order_by(task.c.id),
            sa.select(appointment.c.id, appointment.c.associate_id).order_by(appointment.c.id),
        )
        return [tuple(row) for part in parts for row in conn.execute(part)]


def test_all_that_she_had_in_hand_is_one_colleague_s_afterwards(replica: Replica) -> None:
    with replica.write() as writer:
        use_cases.hand_over(writer, "sofia", "paolo", author=MARTA)
    assert not in_hand(replica, "sofia")
    assert in_hand(replica, "paolo") == LeftBehind(
        customers=("anna", "bea"), promises=("p1", "p3"), tasks=("t1",), appointments=("a1",)
    )
    with replica.read() as conn:
        assert conn.scalar(sa.select(promise.c.made_by).where(promise.c.id == "p1")) == "sofia"


def test_what_goes_to_the_whole_shop_is_nobody_s_own(replica: Replica) -> None:
    with replica.write() as writer:
        use_cases.hand_over(writer, "sofia", None, author=MARTA)
    assert not in_hand(replica, "sofia")
    assert in_hand(replica, "paolo") == LeftBehind(customers=("bea",), promises=("p3",))


@pytest.mark.parametrize("to", ["paolo", None])
def test_what_was_handed_over_by_mistake_comes_back_as_it_was(replica: Replica, to: str | None) -> None:
    before = everything(replica)
    with replica.write() as writer:
        handed = use_cases.hand_over(writer, "sofia", to, author=MARTA)
    with replica.write() as writer:
        use_cases.give_back(writer, handed, author=MARTA)
    assert everything(replica) == before


def test_what_she_took_over_from_somebody_goes_on_to_the_next(replica: Replica) -> None:
    with replica.write() as writer:
        use_cases.hand_over(writer, "paolo", "sofia", author=MARTA)
        use_cases.hand_over(writer, "sofia", "rosa", author=MARTA)
    assert in_hand(replica, "rosa").promises == ("p1", "p3")


def test_nobody_takes_over_from_herself(replica: Replica) -> None:
    with replica.write() as writer, pytest.raises(InvalidRecord):
        use_cases.hand_over(writer, "sofia", "sofia", author=MARTA)
