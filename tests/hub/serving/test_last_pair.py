"""The last pair, asked for from two shops at once, over the wire to a real hub process."""

import sqlalchemy as sa

from clienteling.promises.tables import promise
from clienteling.reservations import use_cases
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Wish
from clienteling.staff.values import Author
from clienteling.wording import Wording
from sync.device.states import Kind
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.tablet import Tablet

PAIR = "nora-black-39"


def test_two_shops_ask_for_the_last_pair_and_both_hear_the_answer(own_hub: HubProcess, paired):
    with own_hub.house.store.write() as writer:
        for shop in ("milano", "torino"):
            writer.insert("store", {"id": f"{shop}-1", "name": shop, "time_zone": "Europe/Rome"})
            writer.insert("customer", {"id": f"her-{shop}", "given_name": "Anna"})
        writer.insert("product", {"id": "nora", "name": "Stringata Nora"})
        writer.insert("variant", {"id": PAIR, "product_id": "nora", "size": "39"})
        level = {"variant_id": PAIR, "store_id": "milano-1", "quantity": 1, "counted_at": writer.now}
        writer.insert("stock_level", {"id": f"{PAIR}@milano-1", **level})
    milano, torino = paired(own_hub, "milano"), paired(own_hub, "torino")
    for tablet in (milano, torino):
        tablet.becomes(Kind.LIVE)
        until(lambda tablet=tablet: has_the_pair(tablet))
    ask(milano, "milano", Wish.HOLD)
    ask(torino, "torino", Wish.ORDER)
    until(lambda: sorted(answers(milano).values()) == ["granted", "refused"])
    until(lambda: answers(torino) == answers(milano))
    winner = next(i for i, answer in answers(milano).items() if answer == "granted")
    for tablet in (milano, torino):
        until(lambda tablet=tablet: promised(tablet) == {winner: "open"})


def has_the_pair(tablet: Tablet) -> bool:
    with tablet.replica.read() as connection:
        return connection.exec_driver_sql("select 1 from stock_level").first() is not None


def ask(tablet: Tablet, shop: str, wish: Wish) -> None:
    today = Wording().day_of(tablet.replica.now())
    with tablet.replica.write() as writer:
        use_cases.ask(
            writer,
            customer_id=f"her-{shop}",
            variant_id=PAIR,
            wish=wish,
            from_store_id="milano-1",
            until=today,
            today=today,
            author=Author("sara", f"{shop}-1"),
        )


def answers(tablet: Tablet) -> dict[str, str]:
    with tablet.replica.read() as connection:
        return dict(map(tuple, connection.execute(sa.select(reservation.c.id, reservation.c.answer))))


def promised(tablet: Tablet) -> dict[str, str]:
    with tablet.replica.read() as connection:
        return dict(map(tuple, connection.execute(sa.select(promise.c.id, promise.c.state))))
