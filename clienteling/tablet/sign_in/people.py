"""Who may sign in on this tablet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clienteling.staff.values import Associate

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.stores.queries import Store


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    initials: str
    role: str


@dataclass(frozen=True)
class Reach:
    """What somebody answers for."""

    shops: frozenset[str] = frozenset()
    everywhere: bool = False


NOTHING = Reach()


@dataclass(frozen=True)
class Staff:
    store: "Store | None"
    associates: tuple[Associate, ...]
    reaches: Mapping[str, Reach] = field(default_factory=dict)

    def find(self, associate_id: str) -> Associate | None:
        return next((a for a in self.associates if a.id == associate_id), None)

    def reach(self, associate_id: str) -> Reach:
        return self.reaches.get(associate_id, NOTHING)


NOBODY = Staff(None, ())


def staff_of(conn: "sa.Connection", store_id: str) -> Staff:
    from clienteling.staff.queries import associates
    from clienteling.stores.queries import store_by_id

    here = tuple(associates(conn, store_id))
    return Staff(
        store_by_id(conn, store_id), here, {one.id: _reach(conn, one) for one in here if one.manages}
    )


def _reach(conn: "sa.Connection", who: Associate) -> Reach:
    from clienteling.staff.reach import answers_for, everywhere

    return Reach(frozenset(shop.id for shop in answers_for(conn, who)), everywhere(conn, who))


def people(associates: Sequence[Associate]) -> list[Person]:
    return [Person(a.id, a.full_name, a.initials, a.role.value) for a in associates]
