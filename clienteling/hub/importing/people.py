"""Whom a row is about: somebody who is here already, or nobody yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from clienteling.customers import normal
from clienteling.customers.aliases import Her, together
from clienteling.customers.names import agree
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.importing import cells, names
from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid

Loose = Mapping[tuple[IdentifierKind, str], set[str]]
NAMED_BY = (IdentifierKind.USER, IdentifierKind.CARD, IdentifierKind.EMAIL, IdentifierKind.PHONE)
"""The surest first."""
_FIELDS = {
    IdentifierKind.USER: "customer_number",
    IdentifierKind.CARD: "card_number",
    IdentifierKind.EMAIL: "email",
    IdentifierKind.PHONE: "phone",
}
_COLUMNS = {
    IdentifierKind.CARD: customer.c.card_number,
    IdentifierKind.EMAIL: customer.c.email,
    IdentifierKind.PHONE: customer.c.phone,
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a row names her, everything normalised."""

    full_name: str = ""
    named: Mapping[IdentifierKind, str] = field(default_factory=dict)

    @property
    def surest(self) -> str:
        """One name for her row, the same each time the file comes; empty when she has none.

        Where that is an address or a telephone, which a family shares, her own name belongs to it.
        """
        kind = next((kind for kind in NAMED_BY if kind in self.named), None)
        if kind is None:
            return ""
        shared = kind in {IdentifierKind.EMAIL, IdentifierKind.PHONE}
        return f"{kind}:{self.named[kind]}:{cells.plain(self.full_name) if shared else ''}"


def person_of(values: Mapping[str, str]) -> Person:
    read = {
        IdentifierKind.USER: cells.code,
        IdentifierKind.CARD: cells.code,
        IdentifierKind.EMAIL: lambda written: normal.mailbox(cells.email(written)),
        IdentifierKind.PHONE: cells.phone,
    }
    named = {kind: read[kind](values.get(_FIELDS[kind], "")) for kind in NAMED_BY}
    full_name = " ".join(names.of(values).values())
    return Person(full_name, {kind: value for kind, value in named.items() if value})


class People:
    """Who is here, as far as the people of one batch may be among them."""

    def __init__(
        self,
        conn: sa.Connection,
        persons: Sequence[Person],
        source: str,
        loose: Loose,
        ids: Iterable[str] = (),
    ) -> None:
        """`ids` are of customers who are meant whatever they are called by now."""
        self._source = source
        self._ids = set(ids)
        self._named: dict[tuple[IdentifierKind, str], set[str]] = {}
        self._people: dict[str, Her] = {}
        self.records: dict[str, dict[str, object]] = {}
        self._read_identifiers(conn, persons)
        self._read_customers(conn, persons, loose)

    def find(self, person: Person) -> str | None:
        """Her id. Raises Unfit where the row points at two people: only a person may say who it is."""
        for kind in (IdentifierKind.USER, IdentifierKind.CARD):
            found = self._one_each(self._called(kind, person))
            if len(found) == 1:
                return self._same_name(next(iter(found)), kind, person)
            if found:
                raise _several(kind, person.named[kind], found)
        by_email, by_phone = (
            {self._stands(i) for i in self._of_that_name(kind, person)}
            for kind in (IdentifierKind.EMAIL, IdentifierKind.PHONE)
        )
        found = (by_email & by_phone) or by_email or by_phone
        if len(found) > 1 or (by_email and by_phone and not by_email & by_phone):
            raise Unfit(
                msgid("Several customers here could be meant: {ids}. Write the card or customer number."),
                ids=", ".join(sorted(by_email | by_phone)),
            )
        return next(iter(found), None)

    def others(self, kind: IdentifierKind, value: str, customer_id: str) -> set[str]:
        """Who else goes by that."""
        stands = self._stands(customer_id)
        return {i for i in self._named.get((kind, value), set()) if self._stands(i) != stands}

    def check_card(self, person: Person, customer_id: str) -> None:
        """Raises Unfit where the row gives her a card that is somebody else's."""
        number = person.named.get(IdentifierKind.CARD, "")
        if others := self.others(IdentifierKind.CARD, number, customer_id):
            raise _somebody_elses(number, min(others))

    def add(self, customer_id: str, person: Person, record: Mapping[str, object]) -> None:
        self.records[customer_id] = dict(record)
        self.link(customer_id, person)

    def link(self, customer_id: str, person: Person) -> list[tuple[IdentifierKind, str]]:
        """Remember her by these names; gives back those by which she was not known."""
        fresh = [item for item in person.named.items() if customer_id not in self._named.get(item, ())]
        for item in fresh:
            self._named.setdefault(item, set()).add(customer_id)
        return fresh

    def _stands(self, customer_id: str) -> str:
        """The record that stands for her, where that is here."""
        she = self._people.get(customer_id)
        return she.id if she and she.id in self.records else customer_id

    def _one_each(self, ids: Iterable[str]) -> set[str]:
        """Of several records of one person the oldest that is meant."""
        return set({self._stands(i): i for i in sorted(ids, reverse=True)}.values())

    def _called(self, kind: IdentifierKind, person: Person) -> set[str]:
        value = person.named.get(kind)
        return self._named.get((kind, value), set()) if value else set()

    def _of_that_name(self, kind: IdentifierKind, person: Person) -> set[str]:
        """A family shares an address or a telephone: those whose own name does not say otherwise."""
        return {i for i in self._called(kind, person) if agree(self._name(i), person.full_name)}

    def _same_name(self, customer_id: str, kind: IdentifierKind, person: Person) -> str:
        if kind is IdentifierKind.CARD and not agree(self._name(customer_id), person.full_name):
            raise _somebody_elses(person.named[kind], customer_id)
        return customer_id

    def _name(self, customer_id: str) -> str:
        record = self.records.get(customer_id, {})
        return f"{record.get('given_name') or ''} {record.get('family_name') or ''}"

    def _read_identifiers(self, conn: sa.Connection, persons: Iterable[Person]) -> None:
        values = sorted({value for person in persons for value in person.named.values()})
        rows = conn.execute(
            sa.select(
                identifier.c.kind, identifier.c.source, identifier.c.value, identifier.c.customer_id
            ).where(identifier.c.value.in_(values), identifier.c.customer_id.is_not(None))
        )
        for row in rows:
            kind = IdentifierKind(row.kind) if row.kind in NAMED_BY else None
            if kind and row.source == (self._source if kind is IdentifierKind.USER else ""):
                self._named.setdefault((kind, row.value), set()).add(row.customer_id)

    def _read_customers(self, conn: sa.Connection, persons: Sequence[Person], loose: Loose) -> None:
        for item in {item for person in persons for item in person.named.items() if item in loose}:
            self._named.setdefault(item, set()).update(loose[item])
        self._people = together(conn, self._ids.union(*self._named.values()))
        ids = {*self._people, *(she.id for she in self._people.values())}
        for row in conn.execute(sa.select(customer).where(customer.c.id.in_(sorted(ids)))):
            self.records[row.id] = dict(row._mapping)  # noqa: SLF001 - its public name
        self._named = {item: found & self.records.keys() for item, found in self._named.items()}


def loose_names(conn: sa.Connection) -> Loose:
    """Addresses, numbers and cards on customers that no identifier links to them: written at a till, say.

    Asked once for a file: nothing leads from a customer's columns to her but reading them all.
    """
    found: dict[tuple[IdentifierKind, str], set[str]] = {}
    for kind, column in _COLUMNS.items():
        linked = sa.exists().where(
            identifier.c.value == column,
            identifier.c.kind == kind.value,
            identifier.c.customer_id == customer.c.id,
        )
        rows = conn.execute(sa.select(column, customer.c.id).where(column != "", ~linked))
        for value, customer_id in rows:
            plain = normal.mailbox(value) or value if kind is IdentifierKind.EMAIL else value
            found.setdefault((kind, plain), set()).add(customer_id)
    return found


def _somebody_elses(number: str, customer_id: str) -> Unfit:
    sentence = msgid("The card {number} is somebody else's here (customer {id}).")
    return Unfit(sentence, number=number, id=customer_id)


def _several(kind: IdentifierKind, value: str, found: Iterable[str]) -> Unfit:
    if kind is IdentifierKind.CARD:
        sentence = msgid("Several customers here have the card {value}: {ids}.")
    else:
        sentence = msgid("Several customers here have the number {value}: {ids}.")
    return Unfit(sentence, value=value, ids=", ".join(sorted(found)))
