"""Who may sign in on this tablet."""

from collections.abc import Sequence
from dataclasses import dataclass
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
class Staff:
    store: "Store | None"
    associates: tuple[Associate, ...]

    def find(self, associate_id: str) -> Associate | None:
        return next((a for a in self.associates if a.id == associate_id), None)


NOBODY = Staff(None, ())


def staff_of(conn: "sa.Connection", store_id: str) -> Staff:
    from clienteling.staff.queries import associates
    from clienteling.stores.queries import store_by_id

    return Staff(store_by_id(conn, store_id), tuple(associates(conn, store_id)))


def people(associates: Sequence[Associate]) -> list[Person]:
    return [Person(a.id, a.full_name, a.initials, a.role.value) for a in associates]
