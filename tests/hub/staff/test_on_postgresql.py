"""Who works here and who may say so, on hubs that share a PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import pytest
import sqlalchemy as sa

from clienteling.hub.authority.judging import PERMISSION
from clienteling.hub.staff.deciding import work
from clienteling.replicated import REGISTRY
from clienteling.staff import asking
from clienteling.staff.changes import Answer, WhyNot
from clienteling.staff.queries import associates
from clienteling.staff.reach import answers_for, everywhere
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Author, Role
from sync.clock import Stamp
from sync.errors import Code
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from sync.wire import Push, PushedRecord
from tests.hub.little_house import NOW, open_house
from tests.postgresql import Cluster

MARTA, LUCA = Author("marta", "milano"), Author("luca", "milano")
PEOPLE = (
    ("marta", "manager", "milano"),
    ("luca", "manager", "milano"),
    ("sofia", "associate", "milano"),
    ("nora", "area_manager", "milano"),
    ("vera", "area_manager", "office"),
)


@pytest.fixture
def hubs(tmp_path: Path, postgresql: Cluster) -> Iterator[tuple[HubStore, HubStore]]:
    database = postgresql.database()
    first = open_house(tmp_path, database)
    with first.write() as writer:
        for shop, area in (("torino", "north"), ("bari", "south"), ("office", "")):
            writer.insert("store", {"id": shop, "name": shop, "area": area})
        writer.update("store", "milano", {"area": "north"})
        for key, role, shop in PEOPLE:
            names = {"given_name": key.capitalize(), "family_name": "Neri"}
            writer.insert("associate", {"id": key, "role": role, "store_id": shop, **names})
    made = [
        HubStore(engine, REGISTRY, lambda: NOW, permission=PERMISSION)
        for engine in (first.engine, open_hub(database))
    ]
    yield made[0], made[1]
    for hub in made:
        hub.engine.dispose()


def test_two_hubs_decide_each_request_once_and_in_turn(hubs: tuple[HubStore, HubStore]) -> None:
    with hubs[0].write() as writer:
        new = {"given_name": "Elena", "family_name": "Rossi", "role": Role.ASSOCIATE, "language": "it"}
        asking.add(writer, **new, pin="2580", author=MARTA)
        asking.give_role(writer, "sofia", Role.MANAGER, author=MARTA)
        asking.give_role(writer, "sofia", Role.CARE_DESK, author=LUCA)
    begin = Barrier(2)

    def decide(hub: HubStore) -> None:
        begin.wait()
        work(hub)

    both = [Thread(target=decide, args=(hub,)) for hub in hubs]
    for one in both:
        one.start()
    for one in both:
        one.join()
    with hubs[1].read() as conn:
        said = sorted((row.answer, row.why) for row in conn.execute(sa.select(staff_change)))
        begun = conn.scalars(sa.select(associate.c.id).where(associate.c.given_name == "Elena")).all()
    assert said == [
        (Answer.DONE, WhyNot.NONE),
        (Answer.DONE, WhyNot.NONE),
        (Answer.REFUSED, WhyNot.OTHERWISE),
    ]
    assert begun == ["elena-rossi"]


def test_whoever_answers_for_an_area_stands_there_and_says_nothing_of_other_shops(
    hubs: tuple[HubStore, HubStore],
) -> None:
    hub = hubs[0]
    with hub.read() as conn:
        here = {one.id: one for one in associates(conn, "milano")}
        assert {shop.id for shop in answers_for(conn, here["nora"])} == {"milano", "torino"}
        assert [one.id for one in associates(conn, "bari")] == ["vera"]
        assert (everywhere(conn, here["nora"]), everywhere(conn, here["vera"])) == (False, True)
    asked = (("nora", "torino"), ("nora", "bari"), ("marta", "torino"), ("sofia", "milano"), ("vera", "bari"))
    records = [
        PushedRecord(
            dseq=n,
            collection="day_review",
            id=f"r{n}",
            fields={"store_id": shop, "day_on": "2026-11-21", "figures": {}, "at": NOW, "associate_id": who},
            stamp=str(Stamp(NOW, 0, "aa")),
            new=True,
        )
        for n, (who, shop) in enumerate(asked, start=1)
    ]
    verdicts = hub.apply("tablet", Push(epoch=hub.epoch, records=records)).verdicts
    assert [one.code for one in verdicts] == [
        None,
        Code.NOT_ALLOWED,
        Code.NOT_ALLOWED,
        Code.NOT_ALLOWED,
        None,
    ]
