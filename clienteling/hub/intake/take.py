"""The items of payloads take effect: each once, for the person it is about, or wait for her name."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

import msgspec
import sqlalchemy as sa

from clienteling.hub.connectors.heard import Amendment, Amends, Heard, Hint, Profile
from clienteling.hub.identity import strangers
from clienteling.hub.identity.bridge import introduced_by
from clienteling.hub.identity.callers import caller
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.identity.who import Known, Stranger, Whose, recognise
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import consents
from clienteling.hub.intake.amending import Amending
from clienteling.hub.intake.deliver import Delivery
from clienteling.hub.intake.profile import take_profile
from clienteling.hub.intake.regulars import Names, Regulars, sure
from clienteling.hub.intake.shelf import Shelf
from clienteling.hub.intake.tables import taken_item
from clienteling.hub.privacy.forgotten import erased_among, moment
from sync.hub.databases import bulk
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said
from sync.hub.writer import HubWriter

_KNOWN = Said(
    lambda kind: sa.select(taken_item.c.key).where(
        taken_item.c.source == sa.bindparam("source"), among(kind, taken_item.c.key, "keys")
    )
)
Mark = tuple[str, str]
"""Source and key of what was taken."""


class Item(msgspec.Struct, frozen=True, gc=False):
    """With what is worked out of it before a transaction begins, in which others would wait for that."""

    source: str
    heard: Heard
    received_at: int
    """When its payload came: the moment of what does not say when it was so."""
    kept_as: str
    """The source by which its payload is kept; one payload may tell of several pages."""
    mark: Mark
    names: Names
    """As `regulars.sure` has them."""


def item_of(source: str, heard: Heard, received_at: int, kept_as: str = "") -> Item:
    return Item(source, heard, received_at, kept_as, (source, _key(heard)), sure(heard))


WishHeard = Callable[[HubWriter, Whose | None, str, Heard], None]
"""(writer, whose, source, heard): a source passes on what the law lets her ask, within the transaction."""


class Taking:
    """One transaction's worth of items. `flush` ends it."""

    def __init__(
        self,
        writer: HubWriter,
        shelf: Shelf,
        regulars: Regulars,
        keyed: Keyed,
        *,
        wishes: Sequence[WishHeard],
        coming: Sequence[Item],
    ) -> None:
        """`coming` is looked up at once; only what is in it can be taken."""
        self._writer = writer
        self._pen = Pen(writer)
        self._keyed = keyed
        self._wishes = wishes
        self._delivery = Delivery(self._pen, shelf)
        self._amending = Amending(self._pen, self._delivery)
        self._regulars = regulars
        regulars.look_up(writer.connection, {name for item in coming for name in item.names})
        self._taken = _taken(writer.connection, {mark for item in coming for mark in _marks(item)})
        self._fresh: dict[Mark, None] = {}
        self._erased = _erased(writer, (item.heard for item in coming))
        shelf.look_up(
            (one.source, item) for one in coming if one.heard.event for item in one.heard.event.items
        )

    def take(self, item: Item) -> None:
        source, heard = item.source, item.heard
        if not self._first_time(item.mark) or self._of_somebody_erased(heard, item.received_at):
            return
        whose = self._regulars.whose(item.names) or self._recognise(heard)
        self._tell(whose, source, heard)
        if heard.consents and not isinstance(whose, Known):
            self._not_yet(item.mark)
        if heard.amends is not None:
            self._amend(whose, item, heard.amends)
        if heard.wish is not None:
            self._pen.flush()
            for hear in self._wishes:
                hear(self._writer, whose, source, heard)

    def _tell(self, whose: Whose | None, source: str, heard: Heard) -> None:
        """Of nobody, or of a device that several people share, nothing is told."""
        news = heard.event if heard.amends is None else None
        if isinstance(whose, Known):
            if whose.were_strangers:
                for one in strangers.take_waiting(self._writer.connection, whose.were_strangers):
                    self._delivery.deliver(whose.customer_id, one)
            if news is not None:
                self._delivery.deliver(whose.customer_id, Waiting(source, heard.key, news))
            self._say_of_her(whose.customer_id, source, heard)
        elif isinstance(whose, Stranger) and news is not None:
            strangers.wait(self._writer.connection, whose.stranger_id, Waiting(source, heard.key, news))

    def _amend(self, whose: Whose | None, item: Item, amends: Amends) -> None:
        """What is replaced or deleted, and comes only after that, was taken."""
        if replaced := _replaced(amends):
            self._first_time((item.source, replaced))
        self._amending.amend(whose, item.source, item.kept_as, amends, item.heard.event)

    def flush(self) -> None:
        """Write what is still in hand, and that it was taken."""
        self._pen.flush()
        rows = [(source, key, self._writer.now) for source, key in self._fresh]
        bulk.insert_rows(self._writer.connection, taken_item, ("source", "key", "taken_at"), rows)
        self._fresh = {}

    def _recognise(self, heard: Heard) -> Whose | None:
        self._pen.flush()
        introduced = introduced_by(self._writer.connection, heard.ref, self._writer.now)
        whose = caller(self._writer.connection, heard) or recognise(
            self._writer,
            heard.hints,
            introduced,
            same=heard.same,
            founds=heard.founds,
            profile=heard.profile,
            since=heard.event.at if heard.event else 0,
        )
        self._regulars.learn(heard, whose)
        return whose

    def _say_of_her(self, customer_id: str, source: str, heard: Heard) -> None:
        if heard.profile is None and not heard.consents:
            return
        self._pen.flush()
        if heard.profile is not None:
            take_profile(self._writer, self._keyed, customer_id, source, heard)
        consents.put(self._pen, customer_id, heard.consents)

    def _of_somebody_erased(self, heard: Heard, received_at: int) -> bool:
        if not self._erased:
            return False
        erased_at = max((self._erased.get(name, 0) for name in (*heard.hints, *heard.same)), default=0)
        return erased_at > 0 and moment(heard, received_at) <= erased_at

    def _not_yet(self, mark: Mark) -> None:
        """A withdrawal does not wait like what she did, which is forgotten: told again, it is taken anew."""
        self._fresh.pop(mark, None)

    def _first_time(self, mark: Mark) -> bool:
        if mark in self._fresh or mark in self._taken:
            return False
        self._fresh[mark] = None
        return True


def _marks(item: Item) -> tuple[Mark, ...]:
    amends = item.heard.amends
    return (item.mark,) if amends is None else (item.mark, (item.source, _replaced(amends)))


def _replaced(amends: Amends) -> str:
    """Coming after it, the earlier item is one that was taken."""
    return _storable(amends.of) if amends.how in {Amendment.EDITED, Amendment.DELETED} else ""


def _key(heard: Heard) -> str:
    """What a source says of an account is taken again when a better translation says more of it."""
    key = _storable(heard.key)
    return key if heard.profile is None else f"{key}#{_digest(heard.profile)}"


def _storable(key: str) -> str:
    """Without the one sign that no database looks for."""
    return key.replace("\0", "")


def _digest(profile: Profile) -> str:
    return hashlib.sha256(msgspec.json.encode(profile)).hexdigest()[:12]


def _erased(writer: HubWriter, heards: Iterable[Heard]) -> dict[Hint, int]:
    names = (name for heard in heards for name in (*heard.hints, *heard.same))
    return erased_among(writer.connection, writer.remembered, names)


def _taken(conn: sa.Connection, marks: AbstractSet[Mark]) -> set[Mark]:
    by_source: dict[str, list[str]] = {}
    for source, key in marks:
        by_source.setdefault(source, []).append(key)
    return {
        (source, key)
        for source, keys in by_source.items()
        for (key,) in _KNOWN.rows(conn, source=source, keys=bound(conn, keys))
    }
