"""A month of a shop's incentives as rows of its section, in words already; the page only places them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tablet.incentives.scheme_lines import Keys, SchemeRow, scheme_row, waiting_words
from clienteling.tablet.shop_key import key_of

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.attribution.closing import Month
    from clienteling.attribution.terms import Course
    from clienteling.attribution.values import Influenced, Rule, Total
    from clienteling.basis.values import Asker
    from clienteling.wording import Wording


@dataclass(frozen=True)
class FigureRow:
    key: str
    value: str
    label: str
    note: str
    tone: str
    formula: str


@dataclass(frozen=True)
class SaleRow:
    """One purchase that followed a contact, or what came back of one.

    It says not whose: that would be a list of what each of them did.
    """

    key: str
    customer_id: str
    what: str
    words: str
    amount: str
    back: bool
    parted: bool


@dataclass(frozen=True)
class PersonRow:
    key: str
    name: str
    store_id: str
    percent_given: int


@dataclass(frozen=True)
class Page:
    month: date
    heading: str = ""
    too_few: bool = False
    """Of so few people nothing is shown: it would be a figure about one of them."""
    figures: tuple[FigureRow, ...] = ()
    sales: tuple[SaleRow, ...] = ()
    schemes: tuple[SchemeRow, ...] = ()
    rule: "Rule | None" = None
    rule_words: str = ""
    waiting: tuple[date, ...] = ()
    """Months that are over and not closed, the oldest first."""
    waiting_words: tuple[str, str] = ("", "")
    months: Mapping[str, "Month"] = field(default_factory=dict)
    closed: Mapping[str, str] = field(default_factory=dict)
    """The ids of closed months that do not open here."""
    courses: Mapping[str, "Course"] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, "Influenced"] = field(default_factory=dict)


@dataclass(frozen=True)
class Called:
    """Names of what is listed, by id."""

    customers: Mapping[str, str]
    shops: dict[str, str]


@dataclass(frozen=True)
class Copy:
    """What leaves the tablet: a month of a scheme, with the names that the reader may see."""

    month: "Month"
    names: Mapping[str, str]
    shop_name: str
    now: int
    wording: "Wording"


def read(
    conn: "sa.Connection",
    *,
    store_id: str,
    month: date,
    today: date,
    now: int,
    asker: "Asker",
    wording: "Wording",
) -> Page:
    from clienteling.attribution import words
    from clienteling.attribution.closing import months
    from clienteling.attribution.queries import rule_on
    from clienteling.attribution.rules import total
    from clienteling.attribution.schemes import last_day
    from clienteling.basis.team import sight_of
    from clienteling.basis.values import Days

    rule = rule_on(conn, store_id, today)
    bare = Page(month, words.month(month, wording), rule=rule, rule_words=words.rule(rule, wording))
    if not sight_of(conn, asker, store_id, Days(month, last_day(month)), today):
        return Page(month, bare.heading, too_few=True, rule=rule, rule_words=bare.rule_words)
    key = key_of(conn, store_id, asker.store_id)
    keys = Keys(own=store_id == asker.store_id, key=key != "")
    seen = months(conn, store_id, month, today, key)
    courses = {one.first_id: one for one in seen.courses}
    names, shops = _names(conn)
    called = Called(_customers(conn, {one.customer_id for one in seen.found}), shops)
    return Page(
        month=month,
        heading=bare.heading,
        figures=tuple(_figures(total(store_id, seen.found), wording)),
        sales=tuple(_sale(one, store_id, called, now, wording) for one in seen.found),
        schemes=tuple(
            scheme_row(one, courses.get(one.statement.scheme.first_id), names, now, wording, keys=keys)
            for one in seen.rows
        ),
        rule=rule,
        rule_words=bare.rule_words,
        waiting=seen.waiting,
        waiting_words=waiting_words(seen.waiting, month, wording),
        months={one.statement.scheme.first_id: one for one in seen.rows if not one.sealed},
        closed={
            one.statement.scheme.first_id: one.closed.id for one in seen.rows if one.closed and one.sealed
        },
        courses=courses,
        names=names,
        found={_key(one): one for one in seen.found},
    )


def people(conn: "sa.Connection", sale: "Influenced", store_id: str) -> list[PersonRow]:
    """Whose this purchase is now first, then the others of the shop."""
    from clienteling.attribution.histories import shares_of
    from clienteling.staff.queries import associates

    names, _ = _names(conn)
    shares = shares_of(conn, sale)
    theirs = [
        PersonRow(one.associate_id, names.get(one.associate_id, ""), one.store_id, one.percent)
        for one in shares
    ]
    known = {one.key for one in theirs}
    others = (one for one in associates(conn, store_id) if one.id not in known)
    return theirs + [PersonRow(one.id, one.full_name, store_id, 0) for one in others]


def names_of(conn: "sa.Connection") -> dict[str, str]:
    return _names(conn)[0]


def _key(one: "Influenced") -> str:
    return f"{one.sale_id}/{one.back_id}"


def _figures(seen: "Total", wording: "Wording") -> Iterator[FigureRow]:
    say, money = wording.say, wording.money
    yield FigureRow(
        "influenced",
        money(seen.cents),
        say("bought after a contact"),
        wording.count("{n} purchase", "{n} purchases", seen.sales),
        "",
        say(
            "What customers bought, in any shop or online, within the days of the rule after somebody of this"
            " shop was in contact with them, less what came back in this month."
        ),
    )
    yield FigureRow(
        "here",
        money(seen.here_cents),
        say("in this shop"),
        say("{money} in other shops", money=money(seen.elsewhere_cents)) if seen.elsewhere_cents else "",
        "",
        say("Purchases in a shop after a contact in this one."),
    )
    yield FigureRow(
        "online",
        money(seen.online_cents),
        say("online"),
        "",
        "",
        say("Orders from the web after a contact in this shop."),
    )
    yield FigureRow(
        "back",
        money(seen.back_cents),
        say("came back"),
        "",
        "late" if seen.back_cents else "",
        say("Returns, refunds and cancelled orders of this month, whenever and wherever it was bought."),
    )


def _sale(one: "Influenced", store_id: str, called: "Called", now: int, wording: "Wording") -> SaleRow:
    from clienteling.attribution import words

    what, name = words.sale(one, called.shops, wording), called.customers.get(one.customer_id, "")
    said = (what if name else "", wording.moment(one.at, now), words.because(one, now, wording))
    parted = wording.say("parted") if one.split_id else ""
    return SaleRow(
        key=_key(one),
        customer_id=one.customer_id,
        what=name or what,
        words=" · ".join(part for part in (*said, parted) if part),
        amount=wording.money(one.of_shop(store_id)),
        back=bool(one.back_id),
        parted=bool(one.split_id),
    )


def _names(conn: "sa.Connection") -> tuple[dict[str, str], dict[str, str]]:
    import sqlalchemy as sa

    from clienteling.staff.tables import associate
    from clienteling.stores.queries import stores

    rows: Sequence[sa.Row] = conn.execute(
        sa.select(associate.c.id, associate.c.given_name, associate.c.family_name)
    ).all()
    names = {row.id: f"{row.given_name} {row.family_name}".strip() for row in rows}
    return names, {one.id: one.name for one in stores(conn)}


def _customers(conn: "sa.Connection", ids: set[str]) -> dict[str, str]:
    import sqlalchemy as sa

    from clienteling.customers.tables import customer
    from sync.batches import batches

    found: dict[str, str] = {}
    for some in batches(sorted(ids)):
        query = sa.select(customer.c.id, customer.c.given_name, customer.c.family_name)
        rows = conn.execute(query.where(customer.c.id.in_(some)))
        found |= {row.id: f"{row.given_name} {row.family_name}".strip() for row in rows}
    return found
