"""Linked cards in the reader's words."""

from clienteling.scan.symbology import Symbology
from clienteling.vocabulary import known
from clienteling.wording import Wording

_SHOWN = 4


def linked(number: str, wording: Wording) -> str:
    """Only its end, as receipts do: who reads a timeline needs no whole number."""
    return wording.say("Her card of another system, ending in {end}", end=number[-_SHOWN:])


def printed_as(symbology: str) -> str:
    return known(Symbology, symbology, Symbology.UNKNOWN).written
