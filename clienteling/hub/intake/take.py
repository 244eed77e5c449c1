"""One item of a payload takes effect: once, for the person it is about, or waits for her name."""

import sqlalchemy as sa

from clienteling.hub.connectors.heard import Heard
from clienteling.hub.identity import strangers
from clienteling.hub.identity.bridge import introduced_by
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.identity.who import Known, Stranger, recognise
from clienteling.hub.intake.deliver import deliver
from clienteling.hub.intake.profile import fill_blanks
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.tables import taken_item
from clienteling.hub.privacy.forgotten import is_of_before
from sync.hub.writer import HubWriter


def take(writer: HubWriter, shelf: Shelf, source: str, heard: Heard, received_at: int | None = None) -> None:
    """`received_at` is when its payload came, for an item that does not say when it was so."""
    if not _first_time(writer, source, heard.key):
        return
    if _of_somebody_erased(writer, heard, received_at or writer.now):
        return
    whose = recognise(
        writer,
        heard.hints,
        introduced_by(writer.connection, heard.ref, writer.now),
        same=heard.same,
        founds=heard.founds,
        profile=heard.profile,
        since=heard.event.at if heard.event else 0,
    )
    news = [Waiting(source, heard.key, heard.event)] if heard.event else []
    match whose:
        case Known(customer_id, were_strangers):
            if were_strangers:
                news = strangers.take_waiting(writer.connection, were_strangers) + news
            for one in news:
                deliver(writer, shelf, customer_id, one)
            if heard.profile is not None:
                fill_blanks(writer, customer_id, heard.profile)
        case Stranger(stranger_id):
            for one in news:
                strangers.wait(writer.connection, stranger_id, one)
        case None:
            pass  # it names nobody, or a device that several people share


def _of_somebody_erased(writer: HubWriter, heard: Heard, received_at: int) -> bool:
    remembered = writer.remembered
    return remembered is not None and is_of_before(writer.connection, remembered, heard, received_at)


def _first_time(writer: HubWriter, source: str, key: str) -> bool:
    known = sa.select(taken_item.c.key).where(taken_item.c.source == source, taken_item.c.key == key)
    if writer.connection.execute(known).first() is not None:
        return False
    writer.connection.execute(sa.insert(taken_item).values(source=source, key=key, taken_at=writer.now))
    return True
