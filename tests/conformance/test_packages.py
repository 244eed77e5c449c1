"""The analytics packages that shops already use, as they are published, against a real hub."""

import pytest
import sqlalchemy as sa

from clienteling.hub.intake.tables import raw_payload
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, email, link, rows, timeline
from tests.hub.serving.hub_process import HubProcess, until

PACKAGES = (
    "segment_python",
    "rudder_python",
    "posthog_python",
    "segment_node",
    "rudder_node",
    "posthog_node",
)
STORY = ["Novità", "scarpe"]
MANY = [f"scarpe {number}" for number in range(250)]
pytestmark = pytest.mark.slow


def known(hub: HubProcess, package: str) -> None:
    """The shop knows somebody by the e-mail address that the package will tell."""
    with hub.house.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna", "home_store_id": "milano"})
    link(hub.house.store, ANNA, email(f"{package}@example.org"))


def hers(hub: HubProcess) -> int:
    with hub.house.store.read() as conn:
        query = sa.select(sa.func.count()).where(event.c.customer_id == ANNA)
        return conn.execute(query).scalar_one()


@pytest.mark.parametrize("package", PACKAGES)
def test_what_it_sends_arrives_once_as_her_timeline_though_the_hub_is_killed_between(hub, sender, package):
    known(hub, package)
    one = sender(package)
    one.tell("story")
    one.done()
    until(lambda: hers(hub) == len(STORY))
    hub.kill()
    one.tell("many")
    hub.start()
    one.done()
    assert one.finish() == 0, one.said
    until(lambda: hers(hub) >= len(STORY) + len(MANY))
    assert sorted(timeline(hub.house.store, ANNA)) == sorted([*STORY, *MANY]), one.said


@pytest.mark.parametrize("package", PACKAGES)
def test_a_key_that_the_hub_does_not_know_is_told_once_and_not_for_minutes(hub, sender, package):
    one = sender(package, key="wrong")
    one.tell("story")
    one.finish()
    assert "401" in one.said or "write key" in one.said or "unauthenticated" in one.said.lower()
    assert rows(hub.house.store, raw_payload) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_what_a_page_could_send_as_well_names_nobody_by_an_email(hub, sender, package):
    known(hub, package)
    one = sender(package, key="wk-conformance")
    one.tell("story")
    one.done()
    one.finish()
    until(
        lambda: (
            all(row.state == "done" for row in rows(hub.house.store, raw_payload))
            and rows(hub.house.store, raw_payload)
        )
    )
    assert hers(hub) == 0
