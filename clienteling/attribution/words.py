"""What contacts led to and what it is worth, in the reader's words: the same on the screen and on paper."""

from datetime import date

from clienteling.attribution.schemes import Changed, Due, Line, Scheme, Statement, Whose
from clienteling.attribution.values import Influenced, Priority, Rule
from clienteling.catalog.products import Named
from clienteling.interactions import words as of_interactions
from clienteling.marking import msgid
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

_PRIORITIES = {
    Priority.LAST: msgid("it counts for whoever saw her last"),
    Priority.FIRST: msgid("it counts for whoever saw her first"),
    Priority.LONGEST: msgid("it counts for whoever was with her longest"),
    Priority.PROMISED: msgid("it counts for whoever promised it to her, or else saw her last"),
}
_WHOSE = {
    Whose.SHOP: msgid("for the shop"),
    Whose.TEAM: msgid("for the team, the same for each"),
    Whose.PERSON: msgid("for each by her own"),
}
_NOBODY = Named({}, {})


def rule(one: Rule, wording: Wording) -> str:
    """`On the day of a contact and 14 days after; it counts for whoever saw her last`, as a sentence."""
    within = wording.count(
        "On the day of a contact and {n} day after",
        "On the day of a contact and {n} days after",
        one.window_days,
    )
    if not one.window_days:
        within = wording.say("On the day of a contact")
    parts = [within, wording.say(_PRIORITIES[one.priority])]
    if one.till:
        parts.append(wording.say("the sale itself is a contact too"))
    return "; ".join(parts) + "."


def terms(scheme: Scheme, wording: Wording) -> str:
    """`2% of what is above € 5.000, for the team, the same for each`."""
    share = percent(scheme.per_mille, wording)
    of = wording.say("{percent} of what came of its contacts", percent=share)
    if scheme.over_cents:
        of = wording.say(
            "{percent} of what is above {money}", percent=share, money=wording.money(scheme.over_cents)
        )
    return f"{of}, {wording.say(_WHOSE[scheme.whose])}"


def percent(per_mille: int, wording: Wording) -> str:
    """`2%`, `1,5%`."""
    whole, rest = divmod(per_mille, 10)
    comma = "," if wording.language == "it" else "."
    return f"{whole}{comma}{rest}%" if rest else f"{whole}%"


def month(of: date, wording: Wording) -> str:
    """`Novembre 2026`."""
    said = wording.month(of)
    return said[:1].upper() + said[1:]


def sale(one: Influenced, store_names: dict[str, str], wording: Wording) -> str:
    """`Order`, `Purchase in Torino Po`, `Brought back: order`."""
    if one.back_id:
        return wording.say("Brought back")
    if one.channel is Channel.ORDER:
        return wording.say("Order")
    where = store_names.get(one.sold_in or "", "")
    return wording.say("Purchase in {shop}", shop=where) if where else wording.say("Purchase")


def because(one: Influenced, now: int, wording: Wording) -> str:
    """The contact it came of, without whose it was: `after: Advice, 12 Nov`."""
    what = of_interactions.title(one.contact_kind, (), _NOBODY, wording)
    return wording.say("after: {contact}, {when}", contact=what, when=wording.moment(one.contact_at, now))


def changed(one: Changed, wording: Wording) -> str:
    """`Novembre 2026: counts no more`."""
    of = month(date.fromisoformat(one.month), wording)
    if one.gone:
        return wording.say("{month}: a sale that counts no more", month=of)
    if one.cents > 0:
        return wording.say("{month}: more than was counted", month=of)
    return wording.say("{month}: less than was counted", month=of)


def made_of(due: Due, wording: Wording) -> str:
    """How its base came about: `€ 900 bought, -€ 100 brought back`."""
    parts = [wording.say("{money} bought", money=wording.money(due.sold_cents))]
    if due.back_cents:
        parts.append(wording.say("{money} brought back", money=wording.money(due.back_cents)))
    if due.changed_cents:
        parts.append(wording.say("{money} changed since", money=wording.money(due.changed_cents)))
    if due.carried_cents:
        parts.append(wording.say("{money} carried over", money=wording.money(due.carried_cents)))
    return ", ".join(parts)


def shared(statement: Statement, wording: Wording) -> str:
    """What each of a team gets; empty for others."""
    if statement.scheme.whose is not Whose.TEAM or not statement.people:
        return ""
    each = wording.money(statement.each_cents)
    return wording.count(
        "{each} for {n} person", "{each} for each of {n} people", statement.people, each=each
    )


def where(line: Line, wording: Wording) -> str:
    if line.back_id:
        return wording.say("brought back")
    return wording.say("order") if line.channel == Channel.ORDER else wording.say("in a shop")
