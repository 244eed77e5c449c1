"""Customers from a file: who is here already is met, who is not is made; only what is said anew changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clienteling.customers.values import IdentifierKind, PreferenceKind, Provenance, Tier
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.importing import cells, consents, days, memory, names, welcome
from clienteling.hub.importing.consents import Answer
from clienteling.hub.importing.memory import LastSaid, Told
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.people import Loose, People, Person, loose_names, person_of
from clienteling.hub.importing.taking import Import, Shops
from clienteling.hub.importing.values import Entry, Fate, Kind, Outcome, Unfit
from clienteling.hub.privacy.forgotten import erased_at
from clienteling.marking import msgid

_SIZES = {"shoe_size": PreferenceKind.SHOE_SIZE, "clothes_size": PreferenceKind.CLOTHES_SIZE}
_NAMES = {
    IdentifierKind.EMAIL: "email",
    IdentifierKind.PHONE: "phone",
    IdentifierKind.CARD: "card_number",
}
_LIVES = ("address", "postcode", "city")
_TIERS = {Tier.GOLD: "gold oro vip platinum premium", Tier.SILVER: "silver argento"}
_ENOUGH = frozenset({"given_name", "family_name", "email", "phone"})
"""A number alone is nobody: one of these a new customer needs."""
KEPT = msgid("Where this file and the hub differed at the first meeting, what the hub knew was kept.")
_GONE = msgid("This customer was here and is not any more. She is not made again from a file.")


@dataclass(frozen=True, slots=True)
class Said:
    """A row, understood."""

    number: int
    person: Person
    key: str
    record: Mapping[str, object]
    sizes: Mapping[str, str]
    answers: Mapping[str, Answer]
    told: Told


class Customers:
    def __init__(self, work: Import) -> None:
        self._work = work
        self._loose: Loose | None = None

    def take(self, pen: Pen, entries: Sequence[Entry]) -> list[Outcome]:
        shops = Shops(pen.conn)
        rows = [self._read(entry, shops) for entry in entries]
        said = [row for row in rows if isinstance(row, Said)]
        remembered = memory.recall(pen.conn, [one.key for one in said])
        if self._loose is None:
            self._loose = loose_names(pen.conn)
        hers = [one.record_id for one in remembered.values()]
        people = People(pen.conn, [one.person for one in said], self._work.source, self._loose, hers)
        batch = _Batch(self._work, pen, people, remembered)
        outcomes: list[Outcome] = [batch.take(row) if isinstance(row, Said) else row for row in rows]
        pen.flush()
        memory.remember(pen.conn, self._work.source, pen.now, batch.news)
        welcome.strangers(pen.writer, batch.met, self._work)
        return outcomes

    def _read(self, entry: Entry, shops: Shops) -> Said | Fate | Unfit:
        try:
            said = self._understood(entry, shops)
            again = self._work.seen.before(said.key, repr(sorted(said.told.items())), entry.number)
        except Unfit as unfit:
            return unfit
        return Fate.SAME if again else said

    def _understood(self, entry: Entry, shops: Shops) -> Said:
        values, work = entry.values, self._work
        person = person_of(values)
        record = _record(values, person, work, shops)
        name = person.surest or _by_birth(record)
        if not name:
            raise Unfit(
                msgid("This row names nobody for sure. Give a customer or card number, an e-mail or a phone.")
            )
        sizes = {field: cells.name(values[field]) for field in _SIZES if cells.text(values.get(field, ""))}
        key = memory.key_of(work.keyed, work.source, Kind.CUSTOMERS, name)
        answers = consents.read(values, work)
        told = memory.told(work.keyed, {**dict(person.named), **record, **sizes, **answers})
        return Said(entry.number, person, key, record, sizes, answers, told)


class _Batch:
    def __init__(self, work: Import, pen: Pen, people: People, remembered: Mapping[str, LastSaid]) -> None:
        self._work = work
        self._pen = pen
        self._people = people
        self._remembered = remembered
        self.news: dict[str, LastSaid] = {}
        self.met: dict[str, Person] = {}
        """Customers who are known by a name that they had not before."""

    def take(self, said: Said) -> Outcome:
        before = self._remembered.get(said.key)
        told = said.told
        if before and before.record_id not in self._people.records:
            return Unfit(_GONE)
        if before and told.items() <= before.told.items():
            return Fate.SAME
        try:
            her_id = self._whose(said, before)
            fate = Fate.NEW if her_id is None else self._bring_up_to_date(her_id, said, before)
            her_id = her_id or self._make(said)
        except Unfit as unfit:
            return unfit
        self.news[said.key] = LastSaid(her_id, her_id, told)
        return fate

    def _whose(self, said: Said, before: LastSaid | None) -> str | None:
        her_id = before.record_id if before else self._people.find(said.person)
        if her_id is not None:
            self._people.check_card(said.person, her_id)
        return her_id

    def _make(self, said: Said) -> str:
        row = dict(said.record)
        if row.keys().isdisjoint(_ENOUGH):
            raise Unfit(msgid("This row names nobody."))
        if self._was_erased(said.person):
            raise Unfit(_GONE)
        her_id = self._pen.add("customer", row)
        self._people.add(her_id, Person(said.person.full_name), row)
        self._link(her_id, said)
        self._tell_sizes(her_id, said.sizes, row)
        consents.put(self._pen, her_id, said.number, iter(said.answers.values()), self._work, is_new=True)
        return her_id

    def _was_erased(self, person: Person) -> bool:
        """After this file was written, so that it tells of her from before."""
        remembered = self._pen.writer.remembered
        if remembered is None:
            return False
        names = [Hint(kind, self._work.source, value) for kind, value in person.named.items()]
        at = erased_at(self._pen.conn, remembered, names)
        return at is not None and self._work.written_at <= at

    def _bring_up_to_date(self, her_id: str, said: Said, before: LastSaid | None) -> Fate:
        record = self._people.records.setdefault(her_id, {})
        old, told = (before.told if before else {}), said.told
        anew = {field for field, value in told.items() if old.get(field) != value}
        changes = {
            field: value
            for field, value in said.record.items()
            if field in anew and record.get(field) != value and self._may_write(record.get(field), before)
        }
        if changes:
            self._pen.change("customer", her_id, changes)
            record |= changes
        linked = self._link(her_id, said)
        sizes = {field: value for field, value in said.sizes.items() if field in anew}
        self._tell_sizes(her_id, sizes, record)
        answers = (answer for field, answer in said.answers.items() if field in anew)
        answered = consents.put(self._pen, her_id, said.number, answers, self._work, is_new=False)
        return Fate.CHANGED if changes or linked or sizes or answered else Fate.SAME

    def _may_write(self, known: object, before: LastSaid | None) -> bool:
        """A file that meets her for the first time fills what is blank; later it changes what it changed."""
        if before is None and known:
            self._work.figures.remark(KEPT)
            return False
        return True

    def _link(self, her_id: str, said: Said) -> bool:
        fresh = self._people.link(her_id, said.person)
        sure = {IdentifierKind.USER, IdentifierKind.CARD}
        if self._work.reading.checked_emails:
            sure.add(IdentifierKind.EMAIL)
        for kind, value in fresh:
            self._pen.add(
                "identifier",
                {
                    "customer_id": her_id,
                    "kind": kind.value,
                    "source": self._work.source if kind is IdentifierKind.USER else "",
                    "value": value,
                    "written": _written(kind, value, said.record),
                    "verified": kind in sure and not self._people.others(kind, value, her_id),
                    "linked_at": self._pen.now,
                },
            )
            if kind in sure:
                self.met[her_id] = said.person
        return bool(fresh)

    def _tell_sizes(self, her_id: str, sizes: Mapping[str, str], record: Mapping[str, object]) -> None:
        for field, value in sizes.items():
            self._pen.add(
                "preference",
                {
                    "customer_id": her_id,
                    "kind": _SIZES[field].value,
                    "value": value,
                    "source": Provenance.TOLD.value,
                    "said_at": self._work.written_at,
                    "store_id": record.get("home_store_id"),
                },
            )


def _written(kind: IdentifierKind, value: str, record: Mapping[str, object]) -> str:
    """Her address as the file has it, where that is another spelling."""
    email = str(record.get("email", ""))
    return email if kind is IdentifierKind.EMAIL and email != value else ""


def _record(values: Mapping[str, str], person: Person, work: Import, shops: Shops) -> dict[str, object]:
    order = work.reading.dates
    said: dict[str, object] = dict(names.of(values))
    said |= {column: person.named.get(kind, "") for kind, column in _NAMES.items()}
    said["email"] = cells.email(values.get("email", ""))
    said |= {"language": cells.language(values.get("language", "")), "tier": _tier(values.get("tier", ""))}
    said |= {field: cells.name(values.get(field, "")) for field in _LIVES}
    said |= {"home_store_id": shops.get(cells.name(values.get("shop", "")), work.shop)}
    if cells.text(values.get("birthday", "")):
        said["birthday_on"] = days.birthday(values["birthday"], order, work.written_on)
    if cells.text(values.get("since", "")):
        said["since_on"] = days.day(values["since"], order).isoformat()
    return {field: value for field, value in said.items() if value}


def _tier(written: str) -> str:
    words = set(cells.plain(cells.text(written)).split())
    return next((tier.value for tier, known in _TIERS.items() if words & set(known.split())), "")


def _by_birth(record: Mapping[str, object]) -> str:
    parts = [str(record.get(field, "")) for field in ("given_name", "family_name", "birthday_on")]
    return "born:" + cells.plain(" ".join(parts)) if all(parts) else ""
