"""A task that a rule proposes, put down once and only where she lets us."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from clienteling.clientbook.queries import owners
from clienteling.consents import queries as consents
from clienteling.customers.aliases import her
from clienteling.staff.tables import associate
from clienteling.tasks.rules import permitted
from clienteling.tasks.values import Because, TaskKind, TaskRule, TaskState
from sync.hub.writer import HubWriter

_NAMES = uuid.UUID("6f1d3a0e-5f0b-5c39-9d7a-2b1f0c4e8a55")
"""Of ids that a rule makes: what it was made from is not read from them."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    rule: TaskRule
    about: str
    """What makes it this one and no other: the same is never proposed twice, done or not."""
    customer_id: str
    store_id: str
    associate_id: str | None = None
    """Who had to do with it; else whoever looks after her."""
    product_id: str | None = None
    variant_id: str | None = None
    due_on: date
    because: Because

    @property
    def task_id(self) -> str:
        return str(uuid.uuid5(_NAMES, f"{self.rule}/{self.about}"))


def put_down(writer: HubWriter, proposals: Iterable[Proposal]) -> int:
    """How many were new."""
    return sum(_put(writer, proposal) for proposal in proposals)


def shop_day(now: int, time_zone: str) -> date:
    return datetime.fromtimestamp(now / 1000, ZoneInfo(time_zone)).date()


def _put(writer: HubWriter, proposal: Proposal) -> bool:
    if writer.find("task", proposal.task_id) is not None:
        return False
    if not permitted(proposal.rule, consents.states(writer.connection, proposal.customer_id, writer.now)):
        return False
    writer.insert(
        "task",
        {
            "id": proposal.task_id,
            "customer_id": proposal.customer_id,
            "kind": TaskKind.FOLLOW_UP.value,
            "product_id": proposal.product_id,
            "variant_id": proposal.variant_id,
            "due_on": proposal.due_on.isoformat(),
            "associate_id": _whose(writer.connection, proposal),
            "store_id": proposal.store_id,
            "state": TaskState.OPEN.value,
            "made_at": writer.now,
            "rule": proposal.rule.value,
            "because": msgspec.to_builtins(proposal.because),
        },
    )
    return True


def _whose(conn: sa.Connection, proposal: Proposal) -> str | None:
    """Who is still in that shop: who had to do with it, else who has her in the client book."""
    for_her = [owner.associate_id for owner in owners(conn, her(conn, proposal.customer_id))]
    for associate_id in filter(None, (proposal.associate_id, *for_her)):
        here = sa.select(associate.c.id).where(
            associate.c.id == associate_id,
            associate.c.active,
            associate.c.store_id == proposal.store_id,
        )
        if conn.execute(here).first() is not None:
            return associate_id
    return None
