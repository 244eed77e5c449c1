"""One customer's history, and which of her purchases are whose."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from clienteling.attribution.rules import Rules, day_at, decided, parted, priced, summed, wholly
from clienteling.attribution.values import Contact, Influenced, Part, Share, Split, Vow
from clienteling.baskets.queries import Receipt
from clienteling.baskets.returned import Line, lines


class History(msgspec.Struct, frozen=True, kw_only=True):
    contacts: tuple[Contact, ...] = ()
    vows: tuple[Vow, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    """Newest first."""
    customer_id: str = ""


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """By what is decided, the same for all customers."""

    rules: Rules = Rules()
    zones: Mapping[str, str] = {}
    splits: Mapping[str, Split] = {}
    """First version of the sale → what was laid down."""
    first: Mapping[str, str] = {}
    """Record → its first version, where it is a later one."""

    def first_of(self, record_id: str) -> str:
        return self.first.get(record_id, record_id)


class _Owned(msgspec.Struct, frozen=True):
    """A purchase, and whose it is."""

    sale: Receipt
    contact: Contact
    shares: tuple[Share, ...]
    split_id: str
    customer_id: str
    ground: Ground


def influenced(history: History, ground: Ground, since: date, until: date) -> Iterator[Influenced]:
    """What was bought and what came back from `since` up to, not including, `until`."""
    by_sale: dict[str, list[Line]] = {}
    sales = {receipt.record_id: receipt for receipt in history.receipts if not receipt.back}
    for line in lines(history.receipts):
        by_sale.setdefault(line.receipt.record_id, []).append(line)
    for record_id, sale in sales.items():
        owned = _owned(sale, history, ground)
        if owned is not None:
            sold = by_sale.get(record_id, ())
            found = (_bought(owned, sold), *_back(owned, sold))
            yield from (one for one in found if since.isoformat() <= one.on < until.isoformat())


def _owned(sale: Receipt, history: History, ground: Ground) -> _Owned | None:
    contact = decided(sale, history.contacts, history.vows, ground.rules, ground.zones)
    if contact is None:
        return None
    split = ground.splits.get(ground.first_of(sale.record_id))
    shares, split_id = (split.shares, split.id) if split else (wholly(contact), "")
    return _Owned(sale, contact, shares, split_id, history.customer_id, ground)


def _bought(owned: _Owned, sold: Sequence[Line]) -> Influenced:
    parts = summed(part for line in sold for part in parted(priced(line.item, line.pieces), owned.shares))
    return _made(owned, owned.sale, parts, sum(line.pieces for line in sold))


def _back(owned: _Owned, sold: Sequence[Line]) -> Iterator[Influenced]:
    """One for each receipt with which something of it came back."""
    returns: dict[str, tuple[Receipt, list[Part], list[int]]] = {}
    for line in sold:
        for receipt, pieces, parts in _taken(line, owned.shares):
            _, all_parts, all_pieces = returns.setdefault(receipt.record_id, (receipt, [], []))
            all_parts.extend(parts)
            all_pieces.append(pieces)
    for receipt, parts, pieces in returns.values():
        yield _made(owned, receipt, summed(parts), sum(pieces))


def _taken(line: Line, shares: Sequence[Share]) -> Iterator[tuple[Receipt, int, tuple[Part, ...]]]:
    """What each return takes back: all returns together just what was given, to the cent."""
    kept = line.pieces
    for brought in reversed(line.brought):
        before, after = (parted(priced(line.item, n), shares) for n in (kept, kept - brought.pieces))
        kept -= brought.pieces
        parts = tuple(
            msgspec.structs.replace(now, cents=now.cents - then.cents)
            for then, now in zip(before, after, strict=True)
        )
        yield brought.receipt, brought.pieces, parts


def _made(owned: _Owned, receipt: Receipt, parts: tuple[Part, ...], pieces: int) -> Influenced:
    back = receipt is not owned.sale
    contact, ground = owned.contact, owned.ground
    return Influenced(
        sale_id=ground.first_of(owned.sale.record_id),
        back_id=ground.first_of(receipt.record_id) if back else "",
        record_id=receipt.record_id,
        on=day_at(receipt.at, contact.store_id, ground.zones).isoformat(),
        at=receipt.at,
        channel=receipt.channel,
        sold_in=receipt.store_id,
        customer_id=owned.customer_id,
        pieces=pieces,
        cents=sum(part.cents for part in parts),
        parts=parts,
        contact_id=contact.id,
        contact_kind=contact.kind,
        contact_at=contact.at,
        split_id=owned.split_id,
    )
