"""A month of a shop's incentives as rows of its section, in words already; the page only places them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.attribution.closing import Month
    from clienteling.attribution.schemes import Scheme
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
class SchemeRow:
    key: str
    """Its first version."""
    scheme_id: str
    name: str
    terms: str
    amount: str
    words: str
    whose: str
    closed: str
    """`Closed by Marta De Angelis, today 19:40`; empty while it is not."""
    may_close: bool
    persons: bool
    running: bool
    """It stands, and its terms may be changed."""


@dataclass(frozen=True)
class DueRow:
    """What somebody gets, for whoever may see it."""

    key: str
    name: str
    words: str
    amount: str


@dataclass(frozen=True)
class ChangeRow:
    key: str
    words: str
    amount: str


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
    months: Mapping[str, "Month"] = field(default_factory=dict)
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
    from clienteling.attribution.closing import heads, months
    from clienteling.attribution.queries import rule_on
    from clienteling.attribution.rules import total
    from clienteling.basis.queries import bases, least_people
    from clienteling.basis.rules import may_see
    from clienteling.basis.values import Days, Team

    rule = rule_on(conn, store_id, today)
    bare = Page(month, words.month(month, wording), rule=rule, rule_words=words.rule(rule, wording))
    days = Days(month, last_of(month))
    team = Team(store_id, heads(conn, store_id))
    if not may_see(asker, team, days, today, bases(conn), least=least_people(conn)):
        return Page(month, bare.heading, too_few=True, rule=rule, rule_words=bare.rule_words)
    of_schemes, found = months(conn, store_id, month, today)
    names, shops = _names(conn)
    called = Called(_customers(conn, {one.customer_id for one in found}), shops)
    return Page(
        month=month,
        heading=bare.heading,
        figures=tuple(_figures(total(store_id, found), wording)),
        sales=tuple(_sale(one, store_id, called, now, wording) for one in found),
        schemes=tuple(_scheme(one, names, now, wording) for one in of_schemes),
        rule=rule,
        rule_words=bare.rule_words,
        months={one.statement.scheme.first_id: one for one in of_schemes},
        found={_key(one): one for one in found},
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


def due_rows(month: "Month", names: Mapping[str, str], wording: "Wording") -> list[DueRow]:
    from clienteling.attribution import words

    return [
        DueRow(one.party, names[one.party], words.made_of(one, wording), wording.money(one.amount_cents))
        for one in month.statement.due
        if one.party in names
    ]


def change_rows(month: "Month", wording: "Wording") -> list[ChangeRow]:
    """What earlier months would say otherwise today, added up for each of them and kind."""
    from clienteling.attribution import words

    sums: dict[str, int] = {}
    for one in month.statement.changed:
        said = words.changed(one, wording)
        sums[said] = sums.get(said, 0) + one.cents
    return [ChangeRow(said, said, wording.money(cents)) for said, cents in sums.items()]


def names_of(conn: "sa.Connection") -> dict[str, str]:
    return _names(conn)[0]


def last_of(month: date) -> date:
    from clienteling.attribution.schemes import next_month

    return next_month(month) - timedelta(days=1)


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


def _scheme(one: "Month", names: Mapping[str, str], now: int, wording: "Wording") -> SchemeRow:
    from clienteling.attribution import words
    from clienteling.attribution.schemes import Whose

    statement, scheme = one.statement, one.statement.scheme
    persons = scheme.whose is Whose.PERSON
    said = "" if persons else words.shared(statement, wording) or _made_of(one, wording)
    return SchemeRow(
        key=scheme.first_id,
        scheme_id=scheme.id,
        name=scheme.name,
        terms=words.terms(scheme, wording),
        amount=wording.money(statement.amount_cents),
        words=said,
        whose=scheme.whose.value,
        closed=_closed(one, names, now, wording),
        may_close=one.over and one.closed is None,
        persons=persons,
        running=one.closed is None,
    )


def _made_of(one: "Month", wording: "Wording") -> str:
    from clienteling.attribution import words

    return words.made_of(one.statement.due[0], wording) if one.statement.due else ""


def _closed(one: "Month", names: Mapping[str, str], now: int, wording: "Wording") -> str:
    if one.closed is None:
        return wording.say("The month is over and may be closed") if one.over else wording.say("So far")
    who = names.get(one.closed.by_id, "")
    said = wording.say("Closed by {name}, {when}", name=who, when=wording.moment(one.closed.at, now))
    if not one.closed.again_by:
        return said
    others = wording.all_of([names.get(other, "") for other in one.closed.again_by])
    again = wording.say("{name} closed it too; the first counts", name=others)
    return f"{said} · {again}"


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


def draft(name: str, whose: str, percent: str, over: str, first: date) -> "Scheme":
    """As it was typed. Raises ValueError where a number is none."""
    from clienteling.attribution.schemes import Scheme, Whose

    return Scheme(
        name=name,
        whose=Whose(whose),
        per_mille=round(_number(percent) * 10),
        over_cents=round(_number(over or "0") * 100),
        from_on=first.isoformat(),
    )


def _number(text: str) -> float:
    """`1,5` as well as `1.5`; a point before three figures is one between thousands."""
    plain = text.strip().replace(" ", "").removesuffix("%")
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    head, point, tail = plain.rpartition(".")
    return float(head + tail) if point and len(tail) == 3 else float(plain)  # noqa: PLR2004
