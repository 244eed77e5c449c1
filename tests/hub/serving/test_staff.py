"""Two managers on two tablets, one hub: who works here is decided at once, and heard of everywhere."""

import pytest
import sqlalchemy as sa

from clienteling.staff import asking
from clienteling.staff.tables import associate, staff_change
from clienteling.staff.values import Author, Role
from sync.device.states import Kind
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.tablet import Tablet

MARTA, LUCA, SOFIA = "marta", "luca", "sofia"


@pytest.fixture
def staffed(own_hub: HubProcess) -> HubProcess:
    with own_hub.house.store.write() as writer:
        for key, role in ((MARTA, "manager"), (LUCA, "manager"), (SOFIA, "associate")):
            writer.insert("associate", {"id": key, "given_name": key, "role": role, "store_id": "milano"})
    return own_hub


def rows(tablet: Tablet, table: sa.Table) -> dict[str, sa.Row]:
    with tablet.replica.read() as connection:
        return {row.id: row for row in connection.execute(sa.select(table))}


def test_two_managers_who_decide_differently_at_once_both_learn_what_stands(staffed, paired) -> None:
    one, other = paired(staffed, "one"), paired(staffed, "other")
    for tablet in (one, other):
        tablet.becomes(Kind.LIVE)
        until(lambda tablet=tablet: SOFIA in rows(tablet, associate))
    wishes = ((one, MARTA, Role.MANAGER), (other, LUCA, Role.CARE_DESK))
    for tablet, who, role in wishes:
        with tablet.replica.write() as writer:
            asking.give_role(writer, SOFIA, role, author=Author(who, "milano"))
    for tablet in (one, other):
        until(
            lambda tablet=tablet: (
                sorted(row.answer for row in rows(tablet, staff_change).values()) == ["done", "refused"]
            )
        )
    changes = rows(one, staff_change).values()
    stands = next(row.role for row in changes if row.answer == "done")
    assert [row.why for row in changes if row.answer == "refused"] == ["otherwise"]
    for tablet in (one, other):
        until(lambda tablet=tablet: rows(tablet, associate)[SOFIA].role == stands)


def test_an_associate_s_tablet_changes_nobody_and_is_told_why(staffed, paired) -> None:
    tablet = paired(staffed, "one")
    tablet.becomes(Kind.LIVE)
    until(lambda: SOFIA in rows(tablet, associate))
    with tablet.replica.write() as writer:
        asking.suspend(writer, MARTA, author=Author(SOFIA, "milano"))
    until(lambda: tablet.replica.ledger().set_aside == 1)
    assert [entry.code for entry in tablet.replica.ledger().entries] == ["not_allowed"]
    assert rows(tablet, associate)[MARTA].active
