"""`clienteling hub requests`: what customers ask for by law, and a person's answer where one is needed."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from clienteling.customers.queries import customer_by_id
from clienteling.customers.values import Customer
from clienteling.hub.commands.devices import when
from clienteling.hub.privacy import requests
from clienteling.hub.privacy.erasure import erase_her
from clienteling.hub.privacy.file import places
from clienteling.hub.privacy.requests import Wished
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.privacy.values import Answer, Hold, PrivacyWish

_WISHES = {
    PrivacyWish.FILE: "her file",
    PrivacyWish.ERASURE: "to be erased",
    PrivacyWish.MISTAKE: "nothing: entered by mistake",
}
_HOLDS = {
    Hold.PROMISE: "something that was promised to her is open",
    Hold.DISPUTE: "a complaint or ticket of hers is open",
    Hold.JOINED: "her record was joined to another",
    Hold.KNOWN: "a source knows her",
    Hold.RECORDED: "something was recorded with her",
}


def show(data: Path) -> None:
    with standing_hub(data) as hub, hub.store.read() as conn:
        made = places.standing(hub.settings)
        wished = requests.waiting(conn)
        names = {one.id: _name(customer_by_id(conn, one.customer_id), one) for one in wished}
    table = Table("id", "asked", "customer", "asks", "by", "waits because")
    for one in wished:
        by = one.source or "shop"
        table.add_row(one.id, when(one.at), names[one.id], _WISHES[one.wish], by, _why(one.holds))
    Console().print(table if wished else "Nobody is waiting for an answer.")
    for place in made:
        typer.echo(f"A file to hand over: {place}")


def erase_all_the_same(data: Path, request_id: str, *, yes: bool) -> None:
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            one = _waiting(requests.find(conn, request_id), request_id)
            name = _name(customer_by_id(conn, one.customer_id), one)
        if one.wish is not PrivacyWish.ERASURE:
            stop("she does not ask to be erased; the hub answers this by itself while it runs.")
        if not yes:
            typer.confirm(f"Erase {name} now, though {_why(one.holds) or 'the hub would do it'}?", abort=True)
        count = erase_her(hub, one.customer_id)
    typer.echo(f"Erased: {count} records.")


def refuse(data: Path, request_id: str) -> None:
    """The law asks that she is told why, within a month (article 12(4))."""
    with standing_hub(data) as hub, hub.store.write() as writer:
        _waiting(requests.find(writer.connection, request_id), request_id)
        requests.answer(writer, request_id, Answer.REFUSED)
    typer.echo("Refused. Tell her why, and that she may complain to the authority: she has a right to both.")


def _waiting(one: Wished | None, request_id: str) -> Wished:
    if one is None or one.answer not in (Answer.ASKED, Answer.HELD):
        stop(f"no request {request_id} waits for an answer. `clienteling hub requests` lists them.")
    return one


def _name(her: Customer | None, one: Wished) -> str:
    return (her.full_name if her is not None else "") or one.customer_id


def _why(words: str) -> str:
    return " and ".join(_HOLDS[Hold(word)] for word in words.split())
