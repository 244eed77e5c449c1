"""What `clienteling hub staff` does. Whoever sits at the hub decides; managers ask it from their tablets."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
import typer

from clienteling.hub.commands import listing
from clienteling.hub.machine_language import machine_language
from clienteling.hub.staff.deciding import ALONE, carry_out, is_taken
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.staff.changes import Change, Deed
from clienteling.staff.first_pin import new_pin
from clienteling.staff.pin import hash_pin
from clienteling.staff.tables import associate
from clienteling.staff.values import MANAGERS, Role
from clienteling.staff.words import role_name
from clienteling.stores.tables import store
from clienteling.vocabulary import known
from clienteling.wording import Wording
from sync.hub.writer import HubWriter


class Beginner(NamedTuple):
    given_name: str
    family_name: str
    store_id: str
    role: Role
    language: str

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def show(data: Path, store_id: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.read() as conn:
        if store_id:
            _shop(conn, store_id, wording)
        people = conn.execute(_people(store_id)).all()
    say = wording.say
    if not people:
        typer.echo(say("Nobody works here yet."))
        return
    rows = [
        (one.id, _name(one), _role(one, wording), one.store_id or "", _signs_in(one, wording))
        for one in people
    ]
    headings = [say("id"), say("name"), say("role"), say("shop"), say("signs in")]
    listing.show(headings, rows, whole=(0, 3))


def add(data: Path, beginner: Beginner) -> None:
    wording, pin = Wording(machine_language()), new_pin()
    change = Change(
        deed=Deed.ADD,
        given_name=beginner.given_name,
        family_name=beginner.family_name,
        role=beginner.role,
        store_id=beginner.store_id,
        language=beginner.language,
        pin_hash=hash_pin(pin),
    )
    with _deciding(data) as writer:
        shop = _shop(writer.connection, beginner.store_id, wording)
        if not beginner.name:
            stop(wording.say("Somebody new has a name."))
        if is_taken(writer.connection, change):
            stop(wording.say("{name} works in {shop} already.", name=beginner.name, shop=shop))
        made_id = carry_out(writer, change)
    typer.echo(wording.say("{name} ({shop}): first PIN {pin}", name=beginner.name, shop=shop, pin=pin))
    typer.echo(wording.say("Her id is {id}.", id=made_id))


def suspend(data: Path, associate_id: str) -> None:
    wording = Wording(machine_language())
    with _deciding(data) as writer:
        her = _her(writer.connection, associate_id, wording)
        if not her.active:
            stop(wording.say("{name} is suspended already.", name=_name(her)))
        carry_out(writer, Change(deed=Deed.SUSPEND, subject_id=her.id))
        left = _leaderless(writer.connection, her)
    typer.echo(
        wording.say("{name} signs in no more, on each tablet once it has met the hub.", name=_name(her))
    )
    if left:
        typer.echo(wording.say("Nobody answers for {shop} now.", shop=left))


def restore(data: Path, associate_id: str) -> None:
    wording = Wording(machine_language())
    with _deciding(data) as writer:
        her = _her(writer.connection, associate_id, wording)
        if her.active:
            stop(wording.say("{name} is not suspended.", name=_name(her)))
        carry_out(writer, Change(deed=Deed.RESTORE, subject_id=her.id))
    typer.echo(wording.say("{name} signs in again.", name=_name(her)))


def pin(data: Path, associate_id: str) -> None:
    wording, digits = Wording(machine_language()), new_pin()
    with _deciding(data) as writer:
        her = _her(writer.connection, associate_id, wording)
        carry_out(writer, Change(deed=Deed.PIN, subject_id=her.id, pin_hash=hash_pin(digits)))
    typer.echo(
        wording.say(
            "{name}: new PIN {pin}. The old one ends when her tablet next meets the hub.",
            name=_name(her),
            pin=digits,
        )
    )


def give_role(data: Path, associate_id: str, role: Role) -> None:
    wording = Wording(machine_language())
    with _deciding(data) as writer:
        her = _her(writer.connection, associate_id, wording)
        carry_out(writer, Change(deed=Deed.ROLE, subject_id=her.id, role=role))
        left = _leaderless(writer.connection, her) if role not in MANAGERS else ""
    typer.echo(wording.say("{name} is {role} now.", name=_name(her), role=wording.say(role_name(role))))
    if left:
        typer.echo(wording.say("Nobody answers for {shop} now.", shop=left))


def move(data: Path, associate_id: str, store_id: str) -> None:
    wording = Wording(machine_language())
    with _deciding(data) as writer:
        her = _her(writer.connection, associate_id, wording)
        shop = _shop(writer.connection, store_id, wording)
        carry_out(writer, Change(deed=Deed.MOVE, subject_id=her.id, store_id=store_id))
        left = _leaderless(writer.connection, her) if her.store_id != store_id else ""
    typer.echo(wording.say("{name} works in {shop} now.", name=_name(her), shop=shop))
    if left:
        typer.echo(wording.say("Nobody answers for {shop} now.", shop=left))


@contextmanager
def _deciding(data: Path) -> Iterator[HubWriter]:
    """In turn with what managers ask."""
    with standing_hub(data) as hub, hub.store.write() as writer:
        writer.alone(ALONE)
        yield writer


def _people(store_id: str) -> sa.Select:
    query = sa.select(associate).order_by(
        associate.c.store_id, associate.c.given_name, associate.c.family_name, associate.c.id
    )
    return query.where(associate.c.store_id == store_id) if store_id else query


def _her(conn: sa.Connection, associate_id: str, wording: Wording) -> sa.Row:
    her = conn.execute(sa.select(associate).where(associate.c.id == associate_id)).first()
    if her is None:
        ids = ", ".join(conn.scalars(sa.select(associate.c.id).order_by(associate.c.id))) or "-"
        stop(
            wording.say(
                "Nobody here has the id “{wanted}”. There are: {known}.", wanted=associate_id, known=ids
            )
        )
    return her


def _shop(conn: sa.Connection, store_id: str, wording: Wording) -> str:
    """Its name."""
    name = conn.scalar(sa.select(store.c.name).where(store.c.id == store_id))
    if name is None:
        ids = ", ".join(conn.scalars(sa.select(store.c.id).order_by(store.c.id))) or "-"
        stop(wording.say("No shop has the id “{wanted}”. There are: {known}.", wanted=store_id, known=ids))
    return name


def _leaderless(conn: sa.Connection, her: sa.Row) -> str:
    """The name of the shop that she answered for, if nobody who works in it does now."""
    if known(Role, her.role, Role.ASSOCIATE) is not Role.MANAGER:
        return ""
    leads = (associate.c.store_id == her.store_id, associate.c.role == Role.MANAGER.value, associate.c.active)
    if conn.scalar(sa.select(sa.func.count()).select_from(associate).where(*leads)):
        return ""
    return conn.scalar(sa.select(store.c.name).where(store.c.id == her.store_id)) or ""


def _name(one: sa.Row) -> str:
    return f"{one.given_name} {one.family_name}".strip()


def _role(one: sa.Row, wording: Wording) -> str:
    return wording.say(role_name(known(Role, one.role, Role.ASSOCIATE)))


def _signs_in(one: sa.Row, wording: Wording) -> str:
    if not one.active:
        return wording.say("suspended")
    return wording.say("yes") if one.pin_hash else wording.say("no PIN yet")
