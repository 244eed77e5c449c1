"""Who was a stranger to the hub and turns out to be a customer of the file gets what waited for her."""

from collections.abc import Mapping

import sqlalchemy as sa

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.identity import strangers as unknown
from clienteling.hub.identity.tables import stranger
from clienteling.hub.identity.who import Known, recognise
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.people import Person
from clienteling.hub.importing.taking import Import
from clienteling.hub.intake.deliver import Delivery
from clienteling.hub.intake.shelf import Shelf
from sync.hub.writer import HubWriter


def strangers(writer: HubWriter, met: Mapping[str, Person], work: Import) -> None:
    values = sorted({value for person in met.values() for value in person.named.values()})
    known = set(writer.connection.scalars(sa.select(stranger.c.value).where(stranger.c.value.in_(values))))
    for person in met.values():
        if known.isdisjoint(person.named.values()):
            continue
        match recognise(writer, _hints(person, work)):
            case Known(customer_id, were_strangers) if were_strangers:
                pen = Pen(writer)
                delivery = Delivery(pen, Shelf(writer.connection))
                for one in unknown.take_waiting(writer.connection, were_strangers):
                    delivery.deliver(customer_id, one)
                pen.flush()


def _hints(person: Person, work: Import) -> list[Hint]:
    """Only what somebody vouches for may join."""
    sure = [IdentifierKind.USER, IdentifierKind.CARD]
    if work.reading.checked_emails:
        sure.append(IdentifierKind.EMAIL)
    return [
        Hint(kind, work.source if kind is IdentifierKind.USER else "", person.named[kind])
        for kind in sure
        if kind in person.named
    ]
