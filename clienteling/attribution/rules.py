"""Whose a purchase is. Plain functions on one customer's contacts, promises and receipts.

A purchase is influenced when somebody of a shop was in contact with her on the same day or at most so many
calendar days before. The shop that saw her last before it says by which rule it is decided whose it is. What
comes back is taken from those who had it, on the day on which it comes back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from clienteling.appointments.hours import wall
from clienteling.attribution.values import WHOLE, Contact, Influenced, Part, Priority, Rule, Share, Total, Vow
from clienteling.baskets.queries import Receipt
from clienteling.interactions.values import InteractionKind
from clienteling.timeline.values import EventItem
from clienteling.vocabulary import Channel

NO_CONTACT = frozenset({InteractionKind.RETURN, InteractionKind.COMPLAINT})
"""What is done for her then is about what she bought before."""
USUAL_ZONE = "Europe/Rome"
Zones = Mapping[str, str]
"""Shop → time zone."""


class Rules:
    """Those of all shops, by day."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._of: dict[str, list[Rule]] = {}
        for rule in sorted(rules, key=lambda one: (one.from_on, one.at, one.id)):
            self._of.setdefault(rule.store_id, []).append(rule)

    def on(self, store_id: str, day: date) -> Rule:
        """The newest that was in force; the usual one where nobody laid one down."""
        said = day.isoformat()
        valid = [rule for rule in self._of.get(store_id, ()) if rule.from_on <= said]
        return valid[-1] if valid else Rule(store_id=store_id)


def decided(
    sale: Receipt, contacts: Sequence[Contact], vows: Sequence[Vow], rules: Rules, zones: Zones
) -> Contact | None:
    """The contact whose the purchase is; None where nobody was in contact with her in time."""
    counted = [one for one in contacts if _counts(one, sale, rules, zones)]
    if not counted:
        return None
    last = max(counted, key=_order)
    match rules.on(last.store_id, _day(sale.at, last, zones)).priority:
        case Priority.FIRST:
            return min(counted, key=_order)
        case Priority.LONGEST:
            return _longest(sale, counted, contacts)
        case Priority.PROMISED:
            return _promised(sale, counted, vows) or last
        case _:
            return last


def total(store_id: str, found: Iterable[Influenced]) -> Total:
    """As it counts for one shop."""
    sales = here = elsewhere = online = back = 0
    for one in found:
        cents = one.of_shop(store_id)
        if not any(part.store_id == store_id for part in one.parts):
            continue
        if one.back_id:
            back += cents
            continue
        sales += 1
        if one.channel is Channel.ORDER:
            online += cents
        elif one.sold_in == store_id:
            here += cents
        else:
            elsewhere += cents
    return Total(
        sales=sales, here_cents=here, elsewhere_cents=elsewhere, online_cents=online, back_cents=back
    )


def parted(cents: int, shares: Sequence[Share]) -> tuple[Part, ...]:
    """To the cent: what rounding leaves goes to those who lose most by it, the first first."""
    exact = [cents * share.percent for share in shares]
    given = [one // WHOLE for one in exact]
    order = sorted(range(len(shares)), key=lambda place: -(exact[place] % WHOLE))
    for place in order[: cents - sum(given)]:
        given[place] += 1
    return tuple(
        Part(store_id=share.store_id, associate_id=share.associate_id, cents=got)
        for share, got in zip(shares, given, strict=True)
    )


def summed(parts: Iterable[Part]) -> tuple[Part, ...]:
    """One for each associate and shop."""
    found: dict[tuple[str, str], int] = {}
    for part in parts:
        whose = part.store_id, part.associate_id
        found[whose] = found.get(whose, 0) + part.cents
    return tuple(Part(store_id=store, associate_id=who, cents=cents) for (store, who), cents in found.items())


def wholly(contact: Contact) -> tuple[Share, ...]:
    return (Share(associate_id=contact.associate_id, store_id=contact.store_id),)


def priced(item: EventItem, pieces: int) -> int:
    return item.price_cents * pieces


def day_at(at: int, store_id: str, zones: Zones) -> date:
    return wall(at, zones.get(store_id) or USUAL_ZONE)[0]


def _counts(one: Contact, sale: Receipt, rules: Rules, zones: Zones) -> bool:
    if one.kind in NO_CONTACT or one.at > sale.at:
        return False
    sold_on = _day(sale.at, one, zones)
    rule = rules.on(one.store_id, sold_on)
    if one.id == sale.record_id:
        return rule.till
    return (sold_on - _day(one.at, one, zones)).days <= rule.window_days


def _day(at: int, contact: Contact, zones: Zones) -> date:
    return day_at(at, contact.store_id, zones)


def _order(one: Contact) -> tuple[int, str]:
    return one.at, one.id


def _promised(sale: Receipt, counted: Sequence[Contact], vows: Sequence[Vow]) -> Contact | None:
    """As a contact of whoever made the newest promise that this purchase keeps."""
    since = min(one.at for one in counted)
    kept = [vow for vow in vows if vow.made_at <= sale.at and _keeps(sale, vow, since)]
    if not kept:
        return None
    vow = max(kept, key=lambda one: (one.made_at, one.associate_id))
    near = max(counted, key=lambda one: (one.associate_id == vow.associate_id, *_order(one)))
    return Contact(
        id=near.id, at=near.at, kind=near.kind, associate_id=vow.associate_id, store_id=vow.store_id
    )


def _keeps(sale: Receipt, vow: Vow, since: int) -> bool:
    """A sale in the shop says so itself; an order is taken to, where it holds what was promised lately."""
    if sale.channel is Channel.SHOP:
        return vow.kept_with == sale.record_id
    return vow.made_at >= since and not vow.kept_with and any(_is_about(vow, item) for item in sale.items)


def _is_about(vow: Vow, item: EventItem) -> bool:
    if vow.variant_id:
        return item.variant_id == vow.variant_id
    return bool(vow.product_id) and item.product_id == vow.product_id


def _longest(sale: Receipt, counted: Sequence[Contact], contacts: Sequence[Contact]) -> Contact:
    """The last contact of whoever was with her longest: from first to last record, visit by visit."""
    own = [one for one in contacts if one.id == sale.record_id]
    spent: dict[tuple[str, str], int] = {}
    for who, span in _spans({one.id: one for one in (*counted, *own)}.values()):
        spent[who] = spent.get(who, 0) + span
    return max(counted, key=lambda one: (spent[one.associate_id, one.store_id], *_order(one)))


def _spans(contacts: Iterable[Contact]) -> Iterator[tuple[tuple[str, str], int]]:
    moments: dict[tuple[str, str, str], list[int]] = {}
    for one in contacts:
        moments.setdefault((one.associate_id, one.store_id, one.visit_id or one.id), []).append(one.at)
    for (associate_id, store_id, _), times in moments.items():
        yield (associate_id, store_id), max(times) - min(times)
