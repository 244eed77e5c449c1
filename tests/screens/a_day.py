"""A tablet in the middle of its day: some of it has reached the hub, some has not."""

from pathlib import Path

from clienteling import resources
from clienteling.consents import use_cases as consents
from clienteling.consents.values import How, Purpose
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Outcome, Reason
from clienteling.notes import use_cases as notes
from clienteling.staff.values import Author
from clienteling.tablet.opening.device import open_device
from sync.hub.store import HubStore
from sync.writer import Writer
from tests.screens import shop_figures
from tests.screens.calendar import book_some
from tests.screens.todo import put_down
from tests.tablet import giulia, tablets
from tests.tablet.tablets import Hands

SOFIA = Author(tablets.SOFIA, tablets.STORE)
MINUTE = 60_000


DRAWN = {
    ("product", giulia.NORA): "nora-black.webp",
    ("product", giulia.ALBA): "alba-brown.webp",
    ("variant", giulia.ALBA_BLACK): "alba-black.webp",
    ("product", giulia.LIA): "lia-black.webp",
    ("product", giulia.NORA_WELT): "nora-goodyear-black.webp",
    ("product", giulia.SWEATER): "maglia-grey.webp",
}


def furnish(hub: HubStore) -> None:
    """Giulia's story with the drawn pictures of the demo catalogue."""
    giulia.fill(hub)
    shop_figures.furnish(hub)
    drawn = {
        what: hub.add_blob(resources.path("demo", "pictures", file).read_bytes())
        for what, file in DRAWN.items()
    }
    with hub.write() as writer:
        for name, ago, confirmed in (("later", 20 * MINUTE, 1), ("done", 26 * 60 * MINUTE, 3)):
            at = giulia.NOW - ago
            said = {"at": at, "devices": 3, "confirmed": confirmed, "done_at": at if confirmed == 3 else None}
            writer.insert("erasure_receipt", {"id": name, **said})
        for (collection, thing), picture in drawn.items():
            writer.update(collection, thing, {"picture": picture})
        for who, owner in (
            (giulia.GIULIA, tablets.SOFIA),
            (giulia.MARCO, tablets.SOFIA),
            (giulia.LONG, tablets.MARTA),
        ):
            entry = {
                "id": f"{who}/{owner}",
                "customer_id": who,
                "associate_id": owner,
                "store_id": tablets.STORE,
            }
            writer.insert("book_entry", entry)
        web = writer.insert("customer", {"given_name": "Marco", "email": "marco.b@example.com"})
        writer.insert("customer_alias", {"id": web, "customer_id": giulia.MARCO, "joined_to": giulia.MARCO})


def folder(place: Path, hub: HubStore, clock: Hands) -> Path:
    """A paired tablet's folder; `hub` has been filled and goes by the same clock, which moves on."""
    tablets.paired_folder(place, hub, clock)
    opened = open_device(place, clock)
    try:
        with opened.replica.write() as writer:
            morning(writer)
        clock.now += 40 * MINUTE
        tablets.meet(opened.replica, hub)
        clock.now += 30 * MINUTE
        with opened.replica.write() as writer:
            with_giulia(writer)
    finally:
        opened.replica.engine.dispose()
    return place


def morning(writer: Writer) -> None:
    """What the hub has confirmed."""
    put_down(writer)
    book_some(writer)
    tried = Draft(kind=InteractionKind.FITTING, customer_id=giulia.MARCO, summary="cappotto Argo")
    interactions.record(writer, tried, author=SOFIA)
    looked = Draft(
        kind=InteractionKind.NOT_BOUGHT,
        outcome=Outcome.NOT_BOUGHT,
        items=(Item(product_id=giulia.NORA, reason=Reason.SIZE),),
    )
    interactions.record(writer, looked, author=SOFIA)
    notes.write(writer, customer_id=giulia.MARCO, body="Preferisce essere chiamato dopo le 18", author=SOFIA)


def with_giulia(writer: Writer) -> None:
    """What was recorded after the cable went out."""
    visit = Draft(kind=InteractionKind.VISIT, customer_id=giulia.GIULIA)
    interactions.record(writer, visit, author=SOFIA)
    tried = Draft(
        kind=InteractionKind.FITTING, customer_id=giulia.GIULIA, items=(Item(product_id=giulia.NORA),)
    )
    interactions.record(writer, tried, author=SOFIA)
    consents.record(
        writer,
        customer_id=giulia.GIULIA,
        purpose=Purpose.MARKETING_EMAIL,
        granted=True,
        text_id="marketing/it/2026-1",
        how=How.TAPPED,
        author=SOFIA,
    )
