"""What a scanned text is by its look alone: rules on characters, nothing is looked up."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from clienteling.codes import shape
from clienteling.codes.values import Flaw
from clienteling.scan import numbers
from clienteling.scan.layouts import (
    SCANNER_ITALIAN_ON_US,
    SCANNER_US_ON_ITALIAN,
    Calibration,
    calibration,
)
from clienteling.scan.symbology import Symbology, without_aim
from sync import pairing_code


@dataclass(frozen=True, slots=True)
class CustomerCode:
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """Digits: a loyalty card's or a product's."""

    digits: str
    symbology: Symbology


@dataclass(frozen=True, slots=True)
class WebAddress:
    address: str


@dataclass(frozen=True, slots=True)
class WifiCode:
    network: str
    """The password in the code is not carried any further."""


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class HubCode:
    """A hub's pairing code; the secret in it is not carried any further."""


@dataclass(frozen=True, slots=True)
class WrongLayout:
    """Typed by a scanner on a layout that is not its own, and not to be repaired with certainty."""

    text: str


@dataclass(frozen=True, slots=True)
class PlainText:
    text: str
    symbology: Symbology = Symbology.UNKNOWN


Reading: TypeAlias = (
    CustomerCode
    | Number
    | WebAddress
    | WifiCode
    | ContactCard
    | HubCode
    | Calibration
    | WrongLayout
    | PlainText
)

_ADDRESS = re.compile(r"(?i)(https?://|www\.)\S+")
_BROKEN_ADDRESS = re.compile(
    r"(https?|wifi|mecard|begin|mailto)[^\w\s:.,@'-]\S{3,}", re.ASCII | re.IGNORECASE
)
_HUB_CODE = re.compile(rf"(?i){pairing_code.FAMILY}[0-9][0-9A-Z]{{30,}}")
_WIFI_NAME = re.compile(r"(?i)(?<=[;:])S:((?:\\.|[^;\\])*)")
_SCANNER_FRAME = "\x02\x03\x04\r\n\t\x1d \ufeff"


def classify(text: str, symbology: Symbology = Symbology.UNKNOWN) -> Reading:
    """What the text is. A scanner's frame, AIM prefix and Italian/US mix-up are undone on the way."""
    bare, announced = without_aim(text.strip(_SCANNER_FRAME))
    symbology = symbology or announced
    as_typed = _structured(bare, symbology)
    if as_typed is not None:
        return as_typed
    for mix_up in (SCANNER_US_ON_ITALIAN, SCANNER_ITALIAN_ON_US):
        repaired = _structured(bare.translate(mix_up), symbology)
        if repaired is not None:
            return repaired
    return WrongLayout(bare) if _BROKEN_ADDRESS.fullmatch(bare) else PlainText(bare, symbology)


def _structured(text: str, symbology: Symbology) -> Reading | None:
    if shape.find(text) is not Flaw.FOREIGN:
        return CustomerCode(text)
    number = _number(text, symbology)
    if number is not None:
        return number
    readings = (recognise(text) for recognise in (_address, _wifi, _hub_code, _contact, calibration))
    return next((reading for reading in readings if reading is not None), None)


def _number(text: str, symbology: Symbology) -> Number | None:
    gtin = numbers.gtin_of(text)
    if gtin is not None:
        return Number(gtin, Symbology.EAN_13)
    return Number(text, symbology) if text.isascii() and text.isdigit() else None


def _address(text: str) -> WebAddress | None:
    return WebAddress(text) if _ADDRESS.fullmatch(text) else None


def _wifi(text: str) -> WifiCode | None:
    if text[:5].upper() != "WIFI:":
        return None
    name = _WIFI_NAME.search(text)
    return WifiCode(_unescaped(name[1]) if name else "")


def _hub_code(text: str) -> HubCode | None:
    return HubCode() if _HUB_CODE.fullmatch(text) else None


def _contact(text: str) -> ContactCard | None:
    scheme, colon, rest = text.partition(":")
    match scheme.upper() if colon else "":
        case "TEL":
            return ContactCard(phone=rest)
        case "MAILTO":
            return ContactCard(email=rest.partition("?")[0])
        case "MECARD":
            return _card(re.split(r"(?<!\\);", rest))
        case "BEGIN" if rest[:5].upper() == "VCARD":
            return _card(text.splitlines())
        case _:
            return None


def _card(fields: list[str]) -> ContactCard:
    found: dict[str, str] = {}
    for field in fields:
        name, _, value = field.partition(":")
        found.setdefault(name.partition(";")[0].upper(), _unescaped(value.strip()))
    return ContactCard(
        name=found.get("FN") or _given_name_first(found.get("N", "")),
        phone=found.get("TEL", "").removeprefix("tel:"),
        email=found.get("EMAIL", ""),
    )


def _given_name_first(name: str) -> str:
    """Contact cards write "Ferraris;Giulia" or "Ferraris,Giulia"."""
    parts = [part.strip() for part in re.split(r"[;,]", name)]
    return " ".join(part for part in reversed(parts[:2]) if part)


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value)
