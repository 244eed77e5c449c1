"""`clienteling hub code`: a customer's code on a phone, on a card, or in the terminal."""

import sys
from datetime import date, datetime
from pathlib import Path

import sqlalchemy as sa
import typer

from clienteling.codes.queries import next_serial
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.queries import customer_by_id
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import Customer, IdentifierKind
from clienteling.hub.code_keys import CodeKeyDamaged, SigningKey, signing_key
from clienteling.hub.code_picture import save_for_card, save_for_phone
from clienteling.hub.identity import normal
from clienteling.hub.standing import standing_hub
from clienteling.hub.terminal_code import half_blocks, matrix
from clienteling.hub.trouble import stop

_KINDS = (IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.CARD)


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
            her = _customer(conn, wanted)
            serial = next_serial(conn, her.id)
        try:
            key = signing_key(data, hub.store)
        except CodeKeyDamaged as error:
            stop(f"{error}. Restore it from a backup, or move it away: cards made so far stay good.")
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


def _customer(conn: sa.Connection, wanted: str) -> Customer:
    found = _ids(conn, wanted.strip())
    if len(found) > 1:
        stop(f"several customers go by {wanted!r}. Name one by id: {', '.join(found)}.")
    her = customer_by_id(conn, found[0]) if found else None
    if her is None:
        stop(f"no customer has the id, e-mail, phone or card number {wanted!r}.")
    return her


def _ids(conn: sa.Connection, wanted: str) -> list[str]:
    spellings = [spelled for spelled in (wanted, normal.email(wanted), normal.phone(wanted)) if spelled]
    columns = (customer.c.id, customer.c.email, customer.c.phone, customer.c.card_number)
    on_the_customer = sa.select(customer.c.id).where(sa.or_(*(c.in_(spellings) for c in columns)))
    linked = (
        sa.select(identifier.c.customer_id)
        .join(customer, customer.c.id == identifier.c.customer_id)
        .where(identifier.c.value.in_(spellings), identifier.c.kind.in_(_KINDS))
    )
    return sorted(conn.execute(sa.union(on_the_customer, linked)).scalars())
