"""`clienteling hub requests`: what customers ask for by law, and a person's answer where one is needed."""

from pathlib import Path

import typer

from clienteling.customers.queries import customer_by_id
from clienteling.customers.values import Customer
from clienteling.hub.agreeing import agree
from clienteling.hub.commands import listing
from clienteling.hub.commands.devices import when
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy import requests
from clienteling.hub.privacy.erasure import erase_her
from clienteling.hub.privacy.file import places
from clienteling.hub.privacy.requests import Wished
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.marking import msgid
from clienteling.privacy.values import Answer, Hold, PrivacyWish
from clienteling.wording import Wording

_WISHES = {
    PrivacyWish.FILE: msgid("her file"),
    PrivacyWish.ERASURE: msgid("to be erased"),
    PrivacyWish.MISTAKE: msgid("nothing: entered by mistake"),
}
_HOLDS = {
    Hold.PROMISE: msgid("something that was promised to her is open"),
    Hold.DISPUTE: msgid("a complaint or ticket of hers is open"),
    Hold.JOINED: msgid("her record was joined to another"),
    Hold.KNOWN: msgid("a source knows her"),
    Hold.RECORDED: msgid("something was recorded with her"),
}
_HEADINGS = (
    msgid("id"),
    msgid("asked"),
    msgid("customer"),
    msgid("asks"),
    msgid("by"),
    msgid("waits because"),
)
_NOT_THAT = msgid("she does not ask to be erased; the hub answers this by itself while it runs.")
_TELL_HER = msgid(
    "Refused. Tell her why, and that she may complain to the authority: she has a right to both."
)
_NONE_WAITS = msgid("no request {id} waits for an answer. `clienteling hub requests` lists them.")


def show(data: Path) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.read() as conn:
        made = places.standing(hub.settings)
        wished = requests.waiting(conn)
        names = {one.id: _name(customer_by_id(conn, one.customer_id), one) for one in wished}
    if wished:
        rows = [_row(one, names[one.id], wording) for one in wished]
        listing.show([wording.say(heading) for heading in _HEADINGS], rows)
    else:
        typer.echo(wording.say("Nobody is waiting for an answer."))
    for place in made:
        typer.echo(wording.say("A file to hand over: {file}", file=place))


def _row(one: Wished, name: str, wording: Wording) -> tuple[str, ...]:
    by = one.source or wording.say("shop")
    return one.id, when(one.at), name, wording.say(_WISHES[one.wish]), by, _why(one.holds, wording)


def erase_all_the_same(data: Path, request_id: str, *, yes: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            one = _waiting(requests.find(conn, request_id), request_id, wording)
            name = _name(customer_by_id(conn, one.customer_id), one)
        if one.wish is not PrivacyWish.ERASURE:
            stop(wording.say(_NOT_THAT))
        if not yes:
            agree(_question(name, _why(one.holds, wording), wording), wording)
        count = erase_her(hub, one.customer_id)
    typer.echo(wording.count("Erased: {n} record.", "Erased: {n} records.", count))


def refuse(data: Path, request_id: str) -> None:
    """The law asks that she is told why, within a month (article 12(4))."""
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.write() as writer:
        _waiting(requests.find(writer.connection, request_id), request_id, wording)
        requests.answer(writer, request_id, Answer.REFUSED)
    typer.echo(wording.say(_TELL_HER))


def _waiting(one: Wished | None, request_id: str, wording: Wording) -> Wished:
    if one is None or one.answer not in (Answer.ASKED, Answer.HELD):
        stop(wording.say(_NONE_WAITS, id=request_id))
    return one


def _name(her: Customer | None, one: Wished) -> str:
    return (her.full_name if her is not None else "") or one.customer_id


def _question(name: str, why: str, wording: Wording) -> str:
    if not why:
        return wording.say("Erase {name} now, without waiting for the hub?", name=name)
    return wording.say("Erase {name} now, though {why}?", name=name, why=why)


def _why(words: str, wording: Wording) -> str:
    return wording.all_of([wording.say(_HOLDS[Hold(word)]) for word in words.split()])
