"""`clienteling hub code`: a customer's code on a phone, on a card, or in the terminal."""

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from clienteling.codes.queries import next_serial
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.values import Customer
from clienteling.hub.code_keys import CodeKeyDamaged, SigningKey, signing_key
from clienteling.hub.code_picture import save_for_card, save_for_phone
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy.file.making import HUB
from clienteling.hub.retold import retold
from clienteling.hub.standing import standing_hub
from clienteling.hub.terminal_code import half_blocks, matrix
from clienteling.hub.trouble import stop
from clienteling.hub.turning_page import save
from clienteling.hub.wanted import wanted_customer
from clienteling.marking import msgid
from clienteling.privacy.use_cases import opened
from clienteling.privacy.values import Why
from clienteling.wording import Wording
from sync.hub.store import HubStore

_DAMAGED = msgid("{problem}. Restore it from a backup, or move it away: cards made so far stay good.")
_WITHDRAWN = msgid("Her codes so far are withdrawn: tablets know it when they next meet the hub.")
_TO_PRINT = msgid("{file}: a card of 54 by 86 mm to print at 100 %, QR version {version}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the code is to go, and how long it lasts."""

    png: Path | None
    card: Path | None
    text: bool
    until: datetime | None
    address: str
    turning: Path | None
    days: int


def run(data: Path, customer: str, wanted: Wanted, *, withdraw: bool) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            her = wanted_customer(conn, customer)
            serial = next_serial(conn, her.id)
        try:
            key = signing_key(data, hub.store)
        except CodeKeyDamaged as error:
            stop(wording.say(_DAMAGED, problem=retold(str(error), wording)))
        if withdraw:
            _withdraw(hub.store, her.id, serial)
            typer.echo(wording.say(_WITHDRAWN))
            serial += 1
        with hub.store.write() as writer:
            opened(writer, customer_id=her.id, why=Why.CODE, associate_id=None, store_id=None, device=HUB)
        if wanted.turning is not None:
            today = datetime.fromtimestamp(hub.now() / 1000, UTC).date()
            save(wanted.turning, her, key, serial, first=today, days=wanted.days)
            typer.echo(
                wording.count(
                    "{file}: a page for her phone, good for {n} day, without network",
                    "{file}: a page for her phone, good for {n} days, without network",
                    wanted.days,
                    file=wanted.turning,
                )
            )
        else:
            until = wanted.until.date() if wanted.until else None
            _show(_code(key, her.id, serial, until, wanted.address), her, wanted, wording)


def _withdraw(store: HubStore, customer_id: str, serial: int) -> None:
    with store.write() as writer:
        row = {"customer_id": customer_id, "serial": serial, "revoked_at": writer.now}
        writer.insert("code_revocation", {"id": f"{customer_id}/{serial}", **row})


def _show(code: str, her: Customer, wanted: Wanted, wording: Wording) -> None:
    png, card, text = wanted.png, wanted.card, wanted.text
    if png is not None:
        drawn = save_for_phone(code, png)
        typer.echo(
            wording.say("{file}: for a phone's screen, QR version {version}", file=png, version=drawn.version)
        )
    if card is not None:
        drawn = save_for_card(code, her.full_name, card)
        typer.echo(wording.say(_TO_PRINT, file=card, version=drawn.version))
    if png is None and card is None and not text:
        for line in half_blocks(matrix(code), coloured=sys.stdout.isatty()):
            typer.echo(line)
    if text or (png is None and card is None):
        typer.echo(code)


def _code(key: SigningKey, customer_id: str, serial: int, until: date | None, address: str) -> str:
    claim = Claim(key.number, key.retailer, customer_id, serial, until)
    return sign(key.private, claim, around=address.upper())
