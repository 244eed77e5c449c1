"""Customers who changed are compared with those who share something with them; what is likely is queued.

Goes along the hub's feed, so that it misses nobody and does nothing twice, wherever it was cut off.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

import sqlalchemy as sa

from clienteling.customers.aliases import standing, together
from clienteling.customers.tables import customer, customer_alias, identifier
from clienteling.hub.bookmark import Bookmark, Passage
from clienteling.hub.identity.matching import people, queue
from clienteling.hub.identity.matching.keys import MOST, keys
from clienteling.hub.identity.matching.likeness import Likeness, likenesses
from clienteling.hub.identity.matching.person import Person
from clienteling.hub.identity.matching.score import Shares, bits, probability, weight
from clienteling.hub.identity.matching.short_forms import is_short_form
from clienteling.hub.identity.matching.tables import match_key
from clienteling.hub.identity.matching.values import ProbableMatch, Reason
from sync.batches import batches
from sync.hub.history import History
from sync.hub.writer import HubWriter

AT_ONCE = 200
REMEMBERED = 50_000
LIKELY = 0.05
"""From here on a person is asked. It is low: records that differ in a lot are rarely two by chance."""
_BOOKMARK = Bookmark("matching", (customer.name, identifier.name, customer_alias.name), AT_ONCE)
_COUNT_AGAIN = 1.2
"""When there are so many times as many customers, names are counted again."""


class Store(Protocol):
    """As much of the hub's store as comparing needs."""

    def write(self) -> AbstractContextManager[HubWriter]: ...

    def read(self) -> AbstractContextManager[sa.Connection]: ...

    def known(self) -> History: ...


class Comparing:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._shares: Shares | None = None
        self._known: dict[str, Person] = {}
        """Those who were read last. Who changes is read again when her turn comes."""

    def catch_up(self) -> int:
        """Compare everybody who changed since the last time. Returns how many that were."""
        compared = 0
        while (step := self.step()) is not None:
            compared += step
        return compared

    def step(self) -> int | None:
        """Compare some. Returns how many that were, None where nothing is left."""
        known = self._store.known()
        with self._store.read() as conn:
            passage = _BOOKMARK.ahead(conn, known)
            changed = _changed(conn, passage)
            shares = self._counted(conn) if changed else None
        if passage.ends:
            return None
        with self._store.write() as writer:
            if _BOOKMARK.turn(writer, passage) and shares is not None:
                self._compare(writer, shares, changed)
        return len(changed)

    def _compare(self, writer: HubWriter, shares: Shares, ids: Sequence[str]) -> None:
        conn = writer.connection
        for her_id in ids:
            self._known.pop(her_id, None)
        changed = self._read(conn, ids)
        of = {her_id: keys(who) for her_id, who in changed.items()}
        _keep_keys(conn, ids, of)
        near = _near(conn, of)
        everybody = changed | self._read(conn, set().union(*near.values()) - of.keys())
        people_of = standing(conn, everybody.keys())
        queue.put(conn, writer.now, ids, _likely(everybody, near, people_of, shares))

    def _read(self, conn: sa.Connection, ids: Iterable[str]) -> dict[str, Person]:
        wanted = set(ids)
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._known |= people.read(conn, wanted - self._known.keys())
        return {her_id: self._known[her_id] for her_id in wanted & self._known.keys()}

    def _counted(self, conn: sa.Connection) -> Shares:
        total = conn.scalar(sa.select(sa.func.count()).select_from(customer)) or 0
        if self._shares is None or total > self._shares.total * _COUNT_AGAIN:
            self._shares = people.shares(conn)
        return self._shares


def _changed(conn: sa.Connection, passage: Passage) -> list[str]:
    """The customers in it, by every id of theirs."""
    named = {moved.group_id for moved in passage.moved} - {""}
    return sorted({i for she in together(conn, named).values() for i in she.ids})


def _keep_keys(conn: sa.Connection, ids: Iterable[str], of: Mapping[str, frozenset[str]]) -> None:
    for some in batches(list(ids)):
        conn.execute(sa.delete(match_key).where(match_key.c.customer_id.in_(some)))
    rows = [{"key": key, "customer_id": her_id} for her_id, hers in of.items() for key in sorted(hers)]
    if rows:
        conn.execute(sa.insert(match_key), rows)


def _near(conn: sa.Connection, of: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """Of each customer, those who share a key with her that tells people apart."""
    holders: dict[str, list[str]] = {}
    for some in batches(sorted(set().union(*of.values()))):
        these = match_key.c.key.in_(some)
        telling = sa.select(match_key.c.key).where(these).group_by(match_key.c.key)
        few = telling.having(sa.func.count() <= MOST, sa.func.count() > 1)
        for row in conn.execute(sa.select(match_key).where(match_key.c.key.in_(few))):
            holders.setdefault(row.key, []).append(row.customer_id)
    return {
        her_id: {other for key in hers for other in holders.get(key, ())} - {her_id}
        for her_id, hers in of.items()
    }


def _likely(
    everybody: Mapping[str, Person],
    near: Mapping[str, set[str]],
    stands: Mapping[str, str],
    shares: Shares,
) -> Iterable[ProbableMatch]:
    """Of two people with several records, the two records that are likest."""
    likeliest: dict[str, ProbableMatch] = {}
    for one_id, other_id in _pairs(near, everybody.keys()):
        older, younger = sorted((stands[one_id], stands[other_id]))
        if older == younger:
            continue
        found = tuple(likenesses(everybody[one_id], everybody[other_id], is_short_form))
        likely = probability(bits(found, shares), shares.total)
        match_id = f"{older}+{younger}"
        if likely < LIKELY or (match_id in likeliest and likeliest[match_id].probability >= likely):
            continue
        likeliest[match_id] = ProbableMatch(
            id=match_id,
            one_id=older,
            other_id=younger,
            probability=likely,
            evidence=_evidence(found, shares),
        )
    return likeliest.values()


def _pairs(near: Mapping[str, set[str]], here: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each once."""
    return iter(
        sorted(
            {
                (min(her_id, other), max(her_id, other))
                for her_id, others in near.items()
                for other in others
                if other in here
            }
        )
    )


def _evidence(found: Iterable[Likeness], shares: Shares) -> tuple[Reason, ...]:
    ordered = sorted(found, key=lambda one: -weight(one, shares))
    return tuple(Reason(one.thing, one.how) for one in ordered)


def forget(conn: sa.Connection, customer_id: str) -> None:
    """She is erased."""
    conn.execute(sa.delete(match_key).where(match_key.c.customer_id == customer_id))
    queue.forget(conn, customer_id)
