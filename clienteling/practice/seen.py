"""What stands in the practice shop's records: the questions that tick a step off.

Whoever practises writes as YOU, so what the scenario put there before never counts.
"""

from collections.abc import Iterable

import sqlalchemy as sa

from clienteling.consents.tables import consent
from clienteling.customers.tables import customer, preference
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Reason, items_of
from clienteling.notes.tables import note
from clienteling.practice.book import YOU
from clienteling.practice.values import Done
from clienteling.privacy.tables import access, privacy_request
from clienteling.privacy.values import PrivacyWish
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import uncorrected
from clienteling.reservations.tables import reservation
from clienteling.vocabulary import Correction


def card_opened(customer_id: str) -> Done:
    """In whatever way: a card opened a second time within minutes is not noted again."""
    mine = access.c.customer_id == customer_id, access.c.associate_id == YOU
    return _any(sa.select(access.c.id).where(*mine))


def recorded(kind: InteractionKind, customer_id: str | None, product_id: str = "", *reasons: Reason) -> Done:
    """With that customer, or with nobody known; about that product, and for one of these reasons, if any."""
    mine = _mine(kind, customer_id).where(uncorrected(interaction))
    return lambda conn: any(_about(items, product_id, reasons) for items in conn.execute(mine).scalars())


def recorded_ever(kind: InteractionKind, customer_id: str | None, product_id: str = "") -> Done:
    """Also when it was taken back since."""
    mine = _mine(kind, customer_id)
    return lambda conn: any(_about(items, product_id, ()) for items in conn.execute(mine).scalars())


def _mine(kind: InteractionKind, customer_id: str | None) -> sa.Select:
    return sa.select(interaction.c["items"]).where(
        interaction.c.associate_id == YOU,
        interaction.c.kind == kind.value,
        interaction.c.customer_id.is_not_distinct_from(customer_id),
    )


def _about(stored: object, product_id: str, reasons: Iterable[Reason]) -> bool:
    wanted = frozenset(reasons)
    items = [item for item in items_of(stored) if not product_id or item.product_id == product_id]
    if not product_id and not wanted:
        return True
    return any(not wanted or item.reason in wanted for item in items)


def nobody_bought(product_id: str) -> Done:
    """A sale of it was recorded, and taken back again."""
    taken_back = interaction.alias("taken_back")
    query = sa.select(interaction.c["items"]).where(
        interaction.c.associate_id == YOU,
        interaction.c.kind == InteractionKind.SALE.value,
        sa.select(taken_back.c.id)
        .where(taken_back.c.corrects == interaction.c.id, taken_back.c.correction == Correction.UNDONE)
        .correlate(interaction)
        .exists(),
    )
    return lambda conn: any(_about(items, product_id, ()) for items in conn.execute(query).scalars())


def promise_open(customer_id: str) -> Done:
    mine = promise.c.customer_id == customer_id, promise.c.made_by == YOU
    return _any(sa.select(promise.c.id).where(*mine, promise.c.state == PromiseState.OPEN.value))


def promise_closed(customer_id: str) -> Done:
    """Kept, or taken back with her consent."""
    closed = promise.c.state.in_([PromiseState.KEPT.value, PromiseState.CANCELLED.value])
    return _any(sa.select(promise.c.id).where(promise.c.customer_id == customer_id, closed))


def told(customer_id: str, value: str) -> Done:
    """She said it herself."""
    mine = preference.c.customer_id == customer_id, preference.c.associate_id == YOU
    return _any(
        sa.select(preference.c.id).where(
            *mine, preference.c.value == value, preference.c.removed_at.is_(None)
        )
    )


def consented(customer_id: str, *, granted: bool, purposes: Iterable[str]) -> Done:
    """The last word recorded for any of these purposes."""
    newer = consent.alias("newer")
    superseded = sa.select(newer.c.id).where(newer.c.follows == consent.c.id).correlate(consent).exists()
    return _any(
        sa.select(consent.c.id).where(
            consent.c.customer_id == customer_id,
            consent.c.associate_id == YOU,
            consent.c.purpose.in_(list(purposes)),
            consent.c.granted.is_(granted),
            consent.c.correction == Correction.NONE,
            ~superseded,
        )
    )


def reserved(customer_id: str, product_id: str) -> Done:
    """Asked for; what the hub says to it is another matter."""
    mine = reservation.c.customer_id == customer_id, reservation.c.associate_id == YOU
    return _any(sa.select(reservation.c.id).where(*mine, reservation.c.product_id == product_id))


def entered(family_name: str) -> Done:
    """Somebody new."""
    return _any(sa.select(customer.c.id).where(sa.func.lower(customer.c.family_name) == family_name.lower()))


def note_written(customer_id: str) -> Done:
    mine = note.c.customer_id == customer_id, note.c.associate_id == YOU
    return _any(sa.select(note.c.id).where(*mine, uncorrected(note)))


def asked_to_be_forgotten(customer_id: str) -> Done:
    hers = privacy_request.c.customer_id == customer_id
    wish = privacy_request.c.wish == PrivacyWish.ERASURE.value
    return _any(sa.select(privacy_request.c.id).where(hers, wish))


def until_forgotten(customer_id: str, done: Done) -> Done:
    """What says so goes with her: once she is forgotten, it was done."""
    gone = forgotten(customer_id)
    return lambda conn: done(conn) or gone(conn)


def forgotten(customer_id: str) -> Done:
    hers = sa.select(customer.c.id).where(customer.c.id == customer_id)
    return lambda conn: conn.scalar(hers) is None


def _any(query: sa.Select) -> Done:
    return lambda conn: conn.execute(query.limit(1)).first() is not None
