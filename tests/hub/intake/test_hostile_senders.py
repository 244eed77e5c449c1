"""Whoever has the key that stands in every page joins nobody, and costs no more each time."""

from collections.abc import Iterator

import msgspec
import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer, customer_alias, identifier
from clienteling.hub.identity.known import MOST_DEVICES
from clienteling.hub.identity.tables import stranger
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from tests.hub.intake.conftest import WEB, keyed
from tests.hub.little_house import ANNA, BEA, email, link, rows, timeline, user

ANNAS, BEAS = "anna@example.org", "bea@example.org"
BATCH = 150
MANY = 8
"""Batches."""
GROWTH = 1.5
"""How many transactions a batch takes depends on how busy the machine is; what grows doubles."""
CHECKED = section.read("checked", {"kind": "segment", "write_key": "wk-checked", "trust_email": True})


@pytest.fixture
def house(store):
    for customer_id, login, address in ((ANNA, "u1", ANNAS), (BEA, "u2", BEAS)):
        link(store, customer_id, user(login))
        link(store, customer_id, email(address))
    return store


@pytest.fixture
def intake(store) -> Iterator[Intake]:
    intake = Intake(store, (WEB, CHECKED), keyed)
    yield intake
    intake.close()


@pytest.fixture
def statements(store) -> Iterator[list[str]]:
    """What the database is asked, one after the other."""
    asked: list[str] = []

    def note(_conn, _cursor, statement, *_rest) -> None:
        asked.append(statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    yield asked
    sa.event.remove(store.engine, "before_cursor_execute", note)


def identify(number: int, address: str, **more) -> dict:
    said = {"anonymousId": f"device-{number}", "messageId": f"m-{number}", "traits": {"email": address}}
    return {"type": "identify", **said, **more}


def cost(intake: Intake, statements: list[str], source: str, messages: list[dict]) -> int:
    """Statements that one batch takes to be kept and worked through."""
    statements.clear()
    intake.keep(source, "batch", msgspec.json.encode({"batch": messages}))
    intake.work()
    return len(statements)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "address"),
    [("segment:web", ANNAS), ("segment:checked", ANNAS), ("segment:checked", "nobody@example.org")],
)
def test_thousands_of_devices_that_claim_one_address_are_nobody_and_cost_no_more_each_time(
    house, intake, statements, source, address
):
    costs = [
        cost(
            intake,
            statements,
            source,
            [identify(number, address) for number in range(n * BATCH, (n + 1) * BATCH)],
        )
        for n in range(MANY)
    ]
    assert max(costs) < min(costs) * GROWTH
    assert [row.id for row in rows(house, customer)] == [ANNA, BEA]
    assert rows(house, customer_alias) == []
    hers = [row for row in rows(house, identifier) if row.customer_id == ANNA]
    assert len(hers) <= MOST_DEVICES + len((ANNAS, "u1"))


@pytest.mark.slow
def test_one_device_that_claims_thousands_of_addresses_joins_none_of_them(house, intake, statements):
    messages = [
        {**identify(number, f"somebody-{number}@example.org"), "anonymousId": "one-device", "userId": "evil"}
        for number in range(MANY * BATCH)
    ]
    costs = [
        cost(intake, statements, "segment:web", messages[n * BATCH : (n + 1) * BATCH]) for n in range(MANY)
    ]
    assert max(costs) < min(costs) * GROWTH
    with house.read() as conn:
        assert conn.execute(sa.select(sa.func.count()).select_from(stranger)).scalar() == 2


@pytest.mark.parametrize(
    "message",
    [
        {"type": "identify", "userId": "evil", "traits": {"email": ANNAS}},
        {"type": "identify", "userId": "u2", "traits": {"email": ANNAS}},
        {"type": "identify", "anonymousId": "x", "traits": {"email": ANNAS, "phone": "+393330000001"}},
        {"type": "alias", "userId": "u1", "previousId": "u2"},
        {"type": "alias", "userId": "u2", "previousId": "u1"},
        {"type": "group", "userId": "evil", "groupId": "u1"},
        {
            "type": "track",
            "event": "Order Completed",
            "userId": "evil",
            "context": {"traits": {"email": ANNAS}},
        },
    ],
)
def test_whoever_claims_to_be_her_is_not(house, intake, message):
    people, names = rows(house, customer), rows(house, identifier)
    page = {"type": "page", "name": "Novità", "messageId": "2", "userId": "evil", "anonymousId": "x"}
    body = msgspec.json.encode({"batch": [{**message, "messageId": "1"}, page]})
    intake.keep("segment:web", "batch", body)
    intake.work()
    assert timeline(house, ANNA) == []
    assert rows(house, customer_alias) == []
    assert rows(house, customer) == people
    assert [row for row in rows(house, identifier) if row in names] == names
    assert [row.state for row in rows(house, raw_payload)] == ["done"]
