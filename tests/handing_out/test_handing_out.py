"""Tasks for many at once: whom they are for, who gets them, and how all of it comes back."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.handing_out import use_cases
from clienteling.handing_out.queries import candidates
from clienteling.handing_out.rules import asked_first, dealt
from clienteling.handing_out.values import Candidate, HandedOut, Segment, Share
from clienteling.insight.tables import customer_insight
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.staff.tables import associate
from clienteling.staff.values import Author
from clienteling.tasks.tables import task
from clienteling.tasks.use_cases import Plan
from clienteling.tasks.values import TaskKind
from clienteling.wording import Wording
from sync.device.replica import Replica
from tests.sync.shop import open_plain

NOW = 1_795_340_800_000
"""Sunday 22 November 2026."""
DAY = 24 * 3_600_000
MARTA = Author("marta", "milano")
CALL = Plan(kind=TaskKind.CALL)


@pytest.fixture
def replica(tmp_path: Path) -> Replica:
    engine = open_plain(tmp_path / "tablet.sqlite")
    metadata.create_all(engine)
    made = Replica(engine, REGISTRY, lambda: NOW)
    with made.write() as writer:
        for one in ("marta", "sofia", "paolo"):
            said = {"id": one, "given_name": one.capitalize(), "store_id": "milano", "role": "associate"}
            writer.connection.execute(sa.insert(associate).values(said))
        for one in ("anna", "bea", "carla", "dora"):
            said = {"id": one, "given_name": one.capitalize(), "home_store_id": "milano"}
            writer.insert("customer", said)
        for one, whose in (("anna", "sofia"), ("bea", "paolo"), ("carla", None)):
            said = {"customer_id": one, "associate_id": whose, "store_id": "milano", "added_at": NOW}
            writer.insert("book_entry", {"id": f"{one}/{whose}", **said})
        said = {"customer_id": "anna", "kind": "call", "state": "open", "made_by": "sofia"}
        writer.insert("promise", {"id": "p1", "store_id": "milano", "due_on": "2026-11-20", **said})
        for name, whose in (("t1", None), ("t2", "sofia")):
            said = {"kind": "call", "state": "open", "associate_id": whose, "store_id": "milano"}
            writer.insert("task", {"id": name, "customer_id": "bea", "due_on": "2026-11-22", **said})
    return made


def listed(replica: Replica, segment: Segment) -> dict[str, Candidate]:
    with replica.read() as conn:
        found = candidates(conn, segment, author=MARTA, now=NOW, wording=Wording("en"))
    return {one.id: one for one in found}


def stays_away(replica: Replica, *whom: str) -> None:
    with replica.write() as writer:
        for one in whom:
            said = {"last_seen_at": NOW - 90 * DAY, "lapsing_at": NOW - DAY, "rhythm_days": 30}
            deduced = sa.insert(customer_insight).values({"id": one, "customer_id": one, **said})
            writer.connection.execute(deduced)


def agrees(replica: Replica, whom: str, *purposes: str) -> None:
    with replica.write() as writer:
        for purpose in purposes:
            said = {"customer_id": whom, "purpose": purpose, "granted": True, "at": NOW - DAY}
            writer.insert("consent", {"id": f"{whom}/{purpose}", **said})


def whose(replica: Replica) -> dict[str, str | None]:
    with replica.read() as conn:
        open_ = sa.select(task.c.id, task.c.associate_id).where(task.c.state == "open")
        return {row.id: row.associate_id for row in conn.execute(open_)}


def hand_out(replica: Replica, shares: Sequence[Share], plan: Plan = CALL) -> HandedOut:
    with replica.write() as writer:
        return use_cases.hand_out(writer, shares, plan, author=MARTA)


def take_back(replica: Replica, handed: HandedOut) -> None:
    with replica.write() as writer:
        use_cases.take_back(writer, handed, author=MARTA)


def test_the_shop_s_book_says_who_looks_after_each_and_about_whom_something_is_to_be_done(
    replica: Replica,
) -> None:
    found = listed(replica, Segment.BOOK)
    assert {one: found[one].keeper for one in found} == {"anna": "sofia", "bea": "paolo", "carla": ""}
    assert [one for one in found if found[one].busy] == ["bea"]
    assert asked_first(found.values()) == ("anna", "carla")


def test_who_waits_for_us_is_whom_something_is_ahead_for(replica: Replica) -> None:
    assert list(listed(replica, Segment.WAITING)) == ["anna"]


def test_who_stays_away_is_asked_back_only_with_her_consent_to_both(replica: Replica) -> None:
    stays_away(replica, "anna", "bea", "carla")
    agrees(replica, "anna", "profiling", "marketing_email")
    agrees(replica, "bea", "profiling")
    agrees(replica, "carla", "marketing_email")
    assert list(listed(replica, Segment.LAPSING)) == ["anna"]


def test_what_is_due_is_handed_out_first_where_it_is_nobody_s(replica: Replica) -> None:
    found = listed(replica, Segment.DUE)
    assert asked_first(found.values()) == ("t1",)
    assert found["t1"].keeper == "paolo"


def test_the_team_is_everybody_but_the_one_who_hands_out(replica: Replica) -> None:
    assert set(listed(replica, Segment.TEAM)) == {"sofia", "paolo"}


def one(name: str, keeper: str = "") -> Candidate:
    return Candidate(id=name, name=name, keeper=keeper)


def test_without_a_name_each_goes_to_whoever_looks_after_her_and_the_rest_to_whoever_has_time() -> None:
    assert dealt([one("a", "sofia"), one("b")], ()) == {"a": "sofia", "b": None}


def test_whoever_looks_after_her_has_her_and_the_others_even_it_out() -> None:
    them = [one("a"), one("b", "sofia"), one("c", "sofia"), one("d"), one("e", "rosa"), one("f")]
    got = dealt(them, ("sofia", "paolo"))
    assert got == {"b": "sofia", "c": "sofia", "a": "paolo", "d": "paolo", "e": "sofia", "f": "paolo"}


def test_each_gets_a_task_with_the_words_the_day_and_who_asked(replica: Replica) -> None:
    handed = hand_out(replica, [Share(customer_id="anna", associate_id="sofia"), Share(customer_id="carla")])
    with replica.read() as conn:
        made = conn.execute(
            sa.select(task).where(task.c.id.in_(handed.made)).order_by(task.c.customer_id)
        ).all()
    assert [(row.customer_id, row.associate_id, row.made_by) for row in made] == [
        ("anna", "sofia", "marta"),
        ("carla", None, "marta"),
    ]


def test_all_of_it_comes_back_in_one_go(replica: Replica) -> None:
    before = whose(replica)
    shares = [Share(customer_id="anna", associate_id="sofia"), Share(task_id="t1", associate_id="paolo")]
    handed = hand_out(replica, shares)
    assert whose(replica).items() > {"t1": "paolo"}.items()
    take_back(replica, handed)
    assert whose(replica) == before


def test_what_somebody_did_or_gave_away_meanwhile_is_left_to_her(replica: Replica) -> None:
    handed = hand_out(
        replica, [Share(customer_id="anna", associate_id="sofia"), Share(task_id="t1", associate_id="paolo")]
    )
    with replica.write() as writer:
        writer.update("task", handed.made[0], {"state": "done"})
        writer.update("task", "t1", {"associate_id": "sofia"})
    take_back(replica, handed)
    assert whose(replica)["t1"] == "sofia"
    with replica.read() as conn:
        assert conn.scalar(sa.select(task.c.state).where(task.c.id == handed.made[0])) == "done"


def test_what_was_done_before_it_was_handed_out_stays_as_it_is(replica: Replica) -> None:
    with replica.write() as writer:
        writer.update("task", "t1", {"state": "done"})
    assert len(hand_out(replica, [Share(task_id="t1", associate_id="paolo")])) == 0
