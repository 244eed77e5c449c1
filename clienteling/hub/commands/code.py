"""`clienteling hub code`: a customer's code on a phone, on a card, or in the terminal."""

import sys
from datetime import date, datetime
from pathlib import Path

import typer

from clienteling.codes.queries import next_serial
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.values import Customer
from clienteling.hub.code_keys import CodeKeyDamaged, SigningKey, signing_key
from clienteling.hub.code_picture import save_for_card, save_for_phone
from clienteling.hub.privacy.file.making import HUB
from clienteling.hub.standing import standing_hub
from clienteling.hub.terminal_code import half_blocks, matrix
from clienteling.hub.trouble import stop
from clienteling.hub.wanted import wanted_customer
from clienteling.privacy.use_cases import opened
from clienteling.privacy.values import Why


def run(
    data: Path,
    wanted: str,
    *,
    png: Path | None,
    card: Path | None,
    text: bool,
    until: datetime | None,
    address: str,
) -> None:
    with standing_hub(data) as hub:
        with hub.store.read() as conn:
            her = wanted_customer(conn, wanted)
            serial = next_serial(conn, her.id)
        try:
            key = signing_key(data, hub.store)
        except CodeKeyDamaged as error:
            stop(f"{error}. Restore it from a backup, or move it away: cards made so far stay good.")
        with hub.store.write() as writer:
            opened(writer, customer_id=her.id, why=Why.CODE, associate_id=None, store_id=None, device=HUB)
        _show(_code(key, her.id, serial, until.date() if until else None, address), her, png, card, text=text)


def _show(code: str, her: Customer, png: Path | None, card: Path | None, *, text: bool) -> None:
    if png is not None:
        drawn = save_for_phone(code, png)
        typer.echo(f"{png}: for a phone's screen, QR version {drawn.version}")
    if card is not None:
        drawn = save_for_card(code, her.full_name, card)
        typer.echo(f"{card}: a card of 54 by 86 mm to print at 100 %, QR version {drawn.version}")
    if png is None and card is None and not text:
        for line in half_blocks(matrix(code), coloured=sys.stdout.isatty()):
            typer.echo(line)
    if text or (png is None and card is None):
        typer.echo(code)


def _code(key: SigningKey, customer_id: str, serial: int, until: date | None, address: str) -> str:
    claim = Claim(key.number, key.retailer, customer_id, serial, until)
    return sign(key.private, claim, around=address.upper())
