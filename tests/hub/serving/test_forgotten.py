"""Somebody asks to be forgotten at one tablet: gone everywhere, and every device says how far it is."""

import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.privacy.queries import receipts
from clienteling.privacy.use_cases import ask
from clienteling.privacy.values import PrivacyWish, Receipt
from clienteling.staff.values import Author
from sync.device.states import Kind
from tests.hub.serving.hub_process import until

GIULIA = "giulia"


def names(place) -> list[str]:
    with place.read() as connection:
        return list(connection.scalars(sa.select(customer.c.given_name)))


def receipt(tablet) -> Receipt | None:
    with tablet.replica.read() as connection:
        return next(iter(receipts(connection, 1)), None)


def test_both_tablets_and_the_hub_show_that_she_is_forgotten_also_the_one_that_was_away(own_hub, paired):
    one, other = paired(own_hub, "one"), paired(own_hub, "other")
    for tablet in (one, other):
        tablet.becomes(Kind.LIVE)
    with one.replica.write() as writer:
        writer.insert("customer", {"id": GIULIA, "given_name": "Giulia"})
    until(lambda: names(other.replica) == ["Giulia"])
    other.engine.sleep()
    with one.replica.write() as writer:
        ask(writer, customer_id=GIULIA, wish=PrivacyWish.ERASURE, author=Author("sofia", "milano"))
    until(lambda: names(own_hub.house.store) == names(one.replica) == [])
    until(lambda: (found := receipt(one)) is not None and (found.devices, found.confirmed) == (2, 1))
    assert names(other.replica) == ["Giulia"]
    other.engine.wake()
    for tablet in (one, other):
        until(lambda tablet=tablet: (found := receipt(tablet)) is not None and found.done_at is not None)
    assert names(other.replica) == []
    with one.replica.read() as connection:
        (found,) = receipts(connection, 9)
    assert (found.devices, found.confirmed) == (2, 2)
