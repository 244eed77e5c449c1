"""`clienteling hub merge`, `unmerge` and `merges`: two customer records that are one person's, or are not."""

from collections.abc import Mapping
from pathlib import Path

import sqlalchemy as sa
import typer

from clienteling.customers.aliases import her
from clienteling.customers.tables import customer, customer_alias
from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.hub.commands import listing
from clienteling.hub.commands.devices import when
from clienteling.hub.identity import joinings, merging, words
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.hub.wanted import wanted_customer
from clienteling.marking import msgid
from clienteling.wording import Wording

ASKED_FOR = msgid("asked for at the command line")

_NOT_JOINED = msgid("“{wanted}” was not joined to another customer. `merges` lists those that were.")
_SEVERAL_JOINED = msgid("several records were joined to “{wanted}”. Name one by id: {ids}.")
_HEADINGS = (msgid("when"), msgid("what"), msgid("record"), msgid("with"), msgid("by"), msgid("why"))


_RECORDS = (2, 3)


def merge(data: Path, older: str, younger: str, by: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            stays, joins = wanted_customer(conn, older), wanted_customer(conn, younger)
        try:
            with hub.store.write() as writer:
                done = merging.merge(writer, stays.id, joins.id, by=by, evidence=ASKED_FOR)
        except UnknownRecord as error:
            stop(f"{error}.")
    if not done:
        stop(wording.say("“{one}” and “{other}” are one customer already.", one=older, other=younger))
    names = {"younger": joins.full_name or joins.id, "older": stays.full_name or stays.id}
    typer.echo(wording.say("{younger} is {older} from now on.", **names))
    typer.echo(
        wording.say("To take them apart again: {command}", command=f"clienteling hub unmerge {joins.id}")
    )


def unmerge(data: Path, wanted: str, by: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            alias_id = _alias(conn, wanted, wording)
        try:
            with hub.store.write() as writer:
                merging.unmerge(writer, alias_id, by=by, evidence=ASKED_FOR)
        except InvalidRecord:
            stop(wording.say(_NOT_JOINED, wanted=wanted))
    typer.echo(
        wording.say("{id} stands for itself again, with everything that was and came in by it.", id=alias_id)
    )


def show(data: Path, most: int) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.read() as conn:
        deeds = joinings.noted(conn, most)
        names = _names(conn, {i for one in deeds for i in (one.older_id, one.younger_id)})
    if not deeds:
        typer.echo(wording.say("Nobody was merged."))
        return
    rows = [
        (
            when(one.at),
            words.deed(one.deed, wording),
            _named(names, one.younger_id),
            _named(names, one.older_id),
            one.by,
            words.noted(one.evidence, wording),
        )
        for one in deeds
    ]
    listing.show([wording.say(heading) for heading in _HEADINGS], rows, whole=_RECORDS)


def _alias(conn: sa.Connection, wanted: str, wording: Wording) -> str:
    """An alias's own id; or any name of somebody with one alias only."""
    if conn.execute(sa.select(customer_alias.c.id).where(customer_alias.c.id == wanted)).first():
        return wanted
    aliases = her(conn, wanted_customer(conn, wanted).id).ids[1:]
    if len(aliases) > 1:
        stop(wording.say(_SEVERAL_JOINED, wanted=wanted, ids=", ".join(aliases)))
    return aliases[0] if aliases else wanted


def _names(conn: sa.Connection, ids: set[str]) -> Mapping[str, str]:
    query = sa.select(customer.c.id, customer.c.given_name, customer.c.family_name)
    rows = conn.execute(query.where(customer.c.id.in_(sorted(ids))))
    return {row.id: f"{row.given_name} {row.family_name}".strip() for row in rows}


def _named(names: Mapping[str, str], customer_id: str) -> str:
    name = names.get(customer_id, "")
    return f"{name}\n{customer_id}" if name else customer_id
