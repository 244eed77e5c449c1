"""`clienteling hub pin`: a new PIN for somebody who forgot hers."""

from pathlib import Path

import sqlalchemy as sa
import typer

from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import stop
from clienteling.staff.first_pin import new_pin
from clienteling.staff.pin import hash_pin
from clienteling.staff.tables import associate
from clienteling.wording import Wording


def run(data: Path, associate_id: str) -> None:
    wording = Wording(machine_language())
    pin = new_pin()
    with standing_hub(data) as hub, hub.store.write() as writer:
        staff = {
            row.id: row for row in writer.connection.execute(sa.select(associate).order_by(associate.c.id))
        }
        if associate_id not in staff:
            known = ", ".join(staff) or "-"
            stop(
                wording.say(
                    "Nobody here has the id “{wanted}”. There are: {known}.", wanted=associate_id, known=known
                )
            )
        writer.update("associate", associate_id, {"pin_hash": hash_pin(pin)})
    her = staff[associate_id]
    name = f"{her.given_name} {her.family_name}".strip()
    typer.echo(
        wording.say(
            "{name}: new PIN {pin}. The old one ends when her tablet next meets the hub.", name=name, pin=pin
        )
    )
