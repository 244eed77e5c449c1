from collections.abc import Iterable, Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.catalog.products import Named, about, named
from clienteling.consents import queries as consents
from clienteling.customers.aliases import Whom, ids_of, of_record
from clienteling.customers.tables import customer
from clienteling.prepared import Prepared
from clienteling.staff.tables import associate
from clienteling.tasks.rules import is_overdue, permitted
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskKind, TaskOutcome, TaskRule, TaskState, TaskView, because_of
from clienteling.vocabulary import known

_MAKER, _CLOSER = associate.alias("maker"), associate.alias("closer")
TASK = (
    sa.select(
        task,
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        customer.c.id.label("stands_id"),
        associate.c.given_name.label("associate_name"),
        _MAKER.c.given_name.label("maker_name"),
        _CLOSER.c.given_name.label("closer_name"),
    )
    .outerjoin_from(task, customer, customer.c.id == of_record(task.c.customer_id))
    .outerjoin(associate, associate.c.id == task.c.associate_id)
    .outerjoin(_MAKER, _MAKER.c.id == task.c.made_by)
    .outerjoin(_CLOSER, _CLOSER.c.id == task.c.closed_by)
)
_IN_STORE = task.c.store_id == sa.bindparam("in_store", type_=sa.Text)
_OPEN = TASK.where(task.c.state == TaskState.OPEN.value).order_by(
    task.c.due_on.is_(None), task.c.due_on, task.c.made_at, task.c.id
)
_OPEN_HERE = Prepared(_OPEN.where(_IN_STORE))
_OPEN_ABOUT = Prepared(_OPEN_HERE.query.where(about(task), task.c.customer_id.is_not(None)))
_DUE = Prepared(_OPEN_HERE.query.where(task.c.due_on <= sa.bindparam("today", type_=sa.Text)))
_OPEN_FOR = Prepared(_OPEN.where(task.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True))))
_DONE = Prepared(
    TASK.where(
        _IN_STORE,
        task.c.closed_at >= sa.bindparam("since", type_=sa.BigInteger),
        task.c.state == TaskState.DONE.value,
    )
    .order_by(task.c.closed_at.desc(), task.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_ONE = Prepared(TASK.where(task.c.id == sa.bindparam("task_id", type_=sa.Text)))


def open_in(conn: sa.Connection, store_id: str, today: date, now: int) -> list[TaskView]:
    """What this shop has to do, overdue first, what has no day last."""
    return _views(conn, _OPEN_HERE.rows(conn, {"in_store": store_id}), today, now)


def open_about(conn: sa.Connection, product_id: str, store_id: str, today: date, now: int) -> list[TaskView]:
    """What of it is about that product, or a variant of it, and for somebody."""
    asked = {"in_store": store_id, "about_product": product_id}
    return _views(conn, _OPEN_ABOUT.rows(conn, asked), today, now)


def due(conn: sa.Connection, store_id: str, today: date, now: int) -> list[TaskView]:
    """What of it is to be done by today."""
    return due_by(conn, store_id, today, today, now)


def due_by(conn: sa.Connection, store_id: str, day: date, today: date, now: int) -> list[TaskView]:
    """What of it is to be done by that day."""
    asked = {"in_store": store_id, "today": day.isoformat()}
    return _views(conn, _DUE.rows(conn, asked), today, now)


def open_for(conn: sa.Connection, whom: Whom, today: date, now: int) -> list[TaskView]:
    """Those about her, in whichever shop."""
    return _views(conn, _OPEN_FOR.rows(conn, {"ids": ids_of(conn, whom)}), today, now)


def done_since(conn: sa.Connection, store_id: str, since: int, today: date, most: int) -> list[TaskView]:
    """The newest first."""
    rows = _DONE.rows(conn, {"in_store": store_id, "since": since, "most": most})
    return views(conn, rows, today)


def one(conn: sa.Connection, task_id: str, today: date) -> TaskView | None:
    return next(iter(views(conn, _ONE.rows(conn, {"task_id": task_id}), today)), None)


def views(conn: sa.Connection, rows: Sequence[sa.Row], today: date) -> list[TaskView]:
    products = named(conn, (row.product_id for row in rows), (row.variant_id for row in rows))
    return [view(row, products, today) for row in rows]


def _views(conn: sa.Connection, rows: Sequence[sa.Row], today: date, now: int) -> list[TaskView]:
    """Without what a rule proposes and she does not let us do, or not any more."""
    return list(_allowed(conn, views(conn, rows, today), now))


def _allowed(conn: sa.Connection, tasks: Iterable[TaskView], now: int) -> Iterable[TaskView]:
    """The hub drops them too, but it may not have heard yet."""
    for one_ in tasks:
        if one_.rule is TaskRule.NONE or permitted(one_.rule, consents.states(conn, one_.customer_id, now)):
            yield one_


def view(row: sa.Row, products: Named, today: date) -> TaskView:
    product = products.get(row.product_id, row.variant_id)
    state = known(TaskState, row.state, TaskState.OPEN)
    return TaskView(
        id=row.id,
        customer_id=row.stands_id or row.customer_id or "",
        customer_name=f"{row.customer_given or ''} {row.customer_family or ''}".strip(),
        kind=known(TaskKind, row.kind, TaskKind.OTHER),
        what=row.what,
        product_id=product.product_id if product else row.product_id,
        variant_id=row.variant_id,
        product_name=product.name if product else "",
        colour=product.colour if product else "",
        size=product.size if product else "",
        due_on=row.due_on,
        overdue=is_overdue(state, row.due_on, today),
        associate_id=row.associate_id or "",
        associate_name=row.associate_name or "",
        state=state,
        rule=known(TaskRule, row.rule, TaskRule.NONE),
        because=because_of(row.because),
        made_at=row.made_at or 0,
        made_by_name=row.maker_name or "",
        closed_at=row.closed_at or 0,
        closed_by_name=row.closer_name or "",
        outcome=known(TaskOutcome, row.outcome, TaskOutcome.NONE),
    )
