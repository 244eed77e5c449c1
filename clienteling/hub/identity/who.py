"""One person from many identifiers.

A login, a page-scoped id, a card are one person's, and join. So does an e-mail address or a telephone that
the source has verified, where nothing says that several people go by it (`shared`). An anonymous id is a
device and joins only what has no strong name of its own; a device on which two people signed in is nobody's
from then on. What a guest only typed is hers at that one source and joins nobody. Two customers are made one
only where a source says so of two of its own accounts, or verified one address for both and they have the
same name; it is undone with `unmerge`, and then no source does it again. All else waits for a person.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers import names
from clienteling.customers.aliases import her
from clienteling.customers.tables import customer
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint, Profile
from clienteling.hub.identity import founding, joinings, shared, strangers
from clienteling.hub.identity.hints import ADDRESSES, Names, sorted_out, spelled
from clienteling.hub.identity.joinings import Deed, Joining
from clienteling.hub.identity.known import KnownNames
from clienteling.hub.identity.merging import elder, merge
from clienteling.hub.identity.shared import Doubt, Reading
from sync.hub.writer import HubWriter


class Known(msgspec.Struct, frozen=True, gc=False):
    customer_id: str
    """The record to write to: hers by whose name she was recognised, which may be an alias of another."""
    were_strangers: frozenset[str] = frozenset()
    """Strangers who turned out to be this customer just now."""


class Stranger(msgspec.Struct, frozen=True, gc=False):
    stranger_id: str


Whose = Known | Stranger


def recognise(
    writer: HubWriter,
    hints: Sequence[Hint],
    introduced: str | None = None,
    *,
    same: Sequence[Hint] = (),
    founds: bool = False,
    profile: Profile | None = None,
    since: int = 0,
) -> Whose | None:
    """Whose hints these are, remembering what they say of one another. None where they name nobody for sure.

    `introduced` is the customer whom a link of our own named; it counts where no strong hint is known. `same`
    are other names that the source says are hers. Where `founds`, who is not known yet becomes a customer,
    with what `profile` says of her and the day of `since` (milliseconds since 1970 UTC).
    """
    said = sorted_out(hints, same)
    known = KnownNames(writer, {spelled(h): h.value for h in (*hints, *same) if spelled(h).value != h.value})
    if not said.strong and not said.guest:
        return _by_device(writer, known, said.devices)
    meeting = _Meeting(writer, known, said, profile)
    customer_id = meeting.customer() or _introduced(known, said.strong, introduced)
    meeting.settle(customer_id)
    if customer_id is None and not founds:
        return meeting.stranger()
    customer_id = customer_id or founding.found(writer, profile, since)
    meeting.link(customer_id)
    return Known(customer_id, meeting.found)


class _Meeting:
    """One item's names, and whom they mean so far."""

    def __init__(self, writer: HubWriter, known: KnownNames, said: Names, profile: Profile | None) -> None:
        self._writer = writer
        self._known = known
        self._said = said
        self._full_name = f"{profile.given_name} {profile.family_name}".strip() if profile else ""
        self.found = self._strangers()
        self._readings = {address: self._read(address) for address in said.addresses}

    def customer(self) -> str | None:
        """By her accounts, or else by her addresses, or by what a stranger was called before."""
        before = [name for name in strangers.names(self._conn, self.found) if _is_strong(name)]
        accounts = [*self._said.accounts, *self._said.same, *self._said.guest]
        accounts += [name for name in before if name.kind not in ADDRESSES]
        addresses = [*self._said.addresses, *(name for name in before if name.kind in ADDRESSES)]
        by_account = (owner for name in accounts if (owner := self._known.owner(name)))
        by_address = (r.owner.customer_id for a in addresses if (r := self._reading(a)).owner)
        return next(by_account, None) or next(by_address, None)

    def settle(self, customer_id: str | None) -> None:
        """Her devices: who used them without a name was she. A guest's word brings no device along."""
        for device in self._said.devices if self._said.strong else ():
            self.found |= _settle(self._conn, self._known, device, self.found, customer_id)

    def stranger(self) -> Stranger | None:
        free = self._known.free([*self._names(), *self._said.same])
        if not free and not self.found:
            return None
        return Stranger(strangers.remember(self._conn, self._writer.now, free, self.found))

    def link(self, customer_id: str) -> None:
        """All of this is hers from now on; and whoever turns out to be she is made one with her."""
        for address, reading in self._readings.items():
            self._compare(customer_id, address, reading)
        for name in self._said.same:
            self._join(customer_id, self._known.owner(name), "the source says that these accounts are one")
        names_before = strangers.names(self._conn, self.found)
        self._known.link(customer_id, [*self._names(), *self._said.same, *names_before])
        strangers.forget(self._conn, self.found)

    @property
    def _conn(self) -> sa.Connection:
        return self._writer.connection

    @property
    def _source(self) -> str:
        return next((name.source for name in self._names() if name.source), "")

    def _names(self) -> list[Hint]:
        devices = self._said.devices if self._said.strong else ()
        return [*self._said.strong, *self._said.guest, *devices]

    def _strangers(self) -> frozenset[str]:
        """Behind these names; not who has another account where this one has its own."""
        sure = (*self._said.accounts, *self._said.same, *self._said.guest)
        behind = strangers.of(self._conn, self._said.addresses)
        others = {
            one
            for one in behind
            if any(strangers.has_other(self._conn, one, account) for account in self._said.accounts)
        }
        return strangers.of(self._conn, sure) | (behind - others)

    def _reading(self, address: Hint) -> Reading:
        return self._readings.get(address) or self._read(address)

    def _read(self, address: Hint) -> Reading:
        return shared.read(self._known, address, self._said.accounts, self._full_name)

    def _compare(self, customer_id: str, address: Hint, reading: Reading) -> None:
        """An address of hers that is somebody else's too."""
        others = (*((reading.owner,) if reading.owner else ()), *reading.others)
        for other in others:
            if self._known.same_person(other.customer_id, customer_id):
                continue
            doubt = reading.doubt
            if doubt is None and not names.same(other.full_name, self._known.full_name(customer_id)):
                doubt = Doubt.ANOTHER_NAME
            if doubt is not None:
                self._note_apart(customer_id, other.customer_id, shared.evidence(address, doubt))
            else:
                self._join(customer_id, other.customer_id, shared.agreement(address))

    def _join(self, customer_id: str, other_id: str | None, evidence: str) -> None:
        if other_id is None or self._known.same_person(customer_id, other_id):
            return
        one, other = her(self._conn, customer_id), her(self._conn, other_id)
        if joinings.parted(self._conn, one.ids, other.ids):
            return
        first, second = elder(one, other, self._provisional(one.id, other.id))
        merge(self._writer, first.id, second.id, by=self._source, evidence=evidence)

    def _provisional(self, *ids: str) -> frozenset[str]:
        query = sa.select(customer.c.id).where(customer.c.id.in_(ids), customer.c.provisional)
        return frozenset(self._conn.execute(query).scalars())

    def _note_apart(self, one: str, other: str, evidence: str) -> None:
        if joinings.known_apart(self._conn, one, other, evidence):
            return
        older, younger = min(one, other), max(one, other)
        joinings.note(
            self._conn,
            Joining(
                deed=Deed.APART,
                older_id=older,
                younger_id=younger,
                at=self._writer.now,
                by=self._source,
                evidence=evidence,
            ),
        )


def _is_strong(hint: Hint) -> bool:
    return hint.kind is not IdentifierKind.ANONYMOUS


def _by_device(writer: HubWriter, known: KnownNames, devices: Sequence[Hint]) -> Whose | None:
    customer_id = next((owner for device in devices if (owner := known.owner(device))), None)
    if customer_id is not None:
        return Known(customer_id)
    free = known.free(devices)
    found = strangers.of(writer.connection, free)
    return Stranger(strangers.remember(writer.connection, writer.now, free, found)) if free else None


def _introduced(known: KnownNames, strong: Sequence[Hint], customer_id: str | None) -> str | None:
    """A link may be passed on: it introduces only who has no such name yet."""
    if customer_id is None or any(known.has_other(customer_id, hint) for hint in strong):
        return None
    return customer_id


def _settle(
    conn: sa.Connection,
    known: KnownNames,
    device: Hint,
    found: frozenset[str],
    customer_id: str | None,
) -> frozenset[str]:
    """The strangers that this device adds; where it is somebody else's, it becomes nobody's."""
    if known.holds(device):
        if (owner := known.owner(device)) is not None and not known.same_person(owner, customer_id):
            known.share(device)
        return frozenset()
    behind = strangers.of(conn, [device]) - found
    if any(_is_strong(name) for name in strangers.names(conn, behind)):
        strangers.drop(conn, device)
        known.share(device)
        return frozenset()
    return behind
