"""Step 9 of the story: Giulia reads what is known of her, withdraws, and asks to be forgotten.

In her own hands, on the turned tablet; then every copy is looked at: both tablets and the hub.
"""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from clienteling.demo.chain import Chain, ChainTrouble
from clienteling.demo.tablets import Tablet
from clienteling.hub.demo.giulia import GIULIA
from clienteling.replicated import HERS, REGISTRY

SOFIAS_PIN = "2580"


class NotForgotten(Exception):
    """Something of her is left somewhere."""


class Farewell:
    def __init__(self, chain: Chain, sofia: Tablet, priya: Tablet, pictures: Path) -> None:
        self._chain = chain
        self._sofia = sofia
        self._priya = priya
        self._pictures = pictures

    def play(self) -> Iterator[str]:
        self._turn()
        yield "Sofia turns the tablet to her. It says in Giulia's language what is known of her"
        self._withdraw()
        yield "She withdraws marketing by e-mail herself; Priya's tablet shows it: “Consenso revocato”"
        self._ask()
        yield "She asks to be forgotten, and reads at once: “È stato tutto cancellato”"
        self._give_back()
        yield "Only Sofia's PIN gives the tablet back. On both tablets her card says: “È stata cancellata”"
        yield from self._proof()

    def _turn(self) -> None:
        hands = self._sofia.hands
        hands.tap("search")
        hands.type("giulia ferr")
        hands.tap("Giulia Ferraris")
        hands.tap("record-more")
        hands.tap("act-show")
        hands.see("Chi è", "Restituire il tablet")
        hands.tap("part-facts")
        hands.see("Numero scarpe: 38", "Detto da lei")
        hands.picture(self._pictures / "9-what-we-know.png")

    def _withdraw(self) -> None:
        hands = self._sofia.hands
        hands.tap("part-agreed")
        hands.tap("withdraw-marketing_email")
        hands.tap("part-changes")
        hands.see("Consenso revocato: marketing via e-mail")
        self._priya.hands.see("Consenso revocato: marketing via e-mail")
        hands.picture(self._pictures / "9-receipt.png")

    def _ask(self) -> None:
        hands = self._sofia.hands
        hands.tap("part-rights")
        hands.tap("forgetMe")
        hands.tap("forgetMeYes")
        hands.see("È stato tutto cancellato")
        hands.picture(self._pictures / "9-forgotten.png")

    def _give_back(self) -> None:
        hands = self._sofia.hands
        hands.tap("giveBack")
        for digit in SOFIAS_PIN:
            hands.tap(digit)
        hands.tap("enter")
        hands.see("È stata cancellata")
        self._priya.hands.see("È stata cancellata")
        self._priya.hands.picture(self._pictures / "9-other-tablet.png")

    def _proof(self) -> Iterator[str]:
        for tablet in (self._sofia, self._priya):
            left = _left_on(tablet)
            if left:
                raise NotForgotten(f"{tablet.name} still holds {', '.join(left)} of hers")
        yield "Neither tablet holds a record of hers any more"
        self._sofia.hands.tap("Registro")
        self._sofia.hands.see("cancellata su 2 di 2 tablet")
        self._sofia.hands.picture(self._pictures / "9-ledger.png")
        yield "The ledger proves it without a name: “cancellata su 2 di 2 tablet”"
        told = self._chain.command("erasures")
        if "2 of 2 tablets" not in told:
            raise NotForgotten(f"the hub says: {told}")
        yield "The hub says so too: “2 of 2 tablets”"
        self._unknown_at_the_hub()
        yield "Asked for her by name or address, the hub knows nobody"

    def _unknown_at_the_hub(self) -> None:
        try:
            self._chain.command("code", GIULIA.email, "--text")
        except ChainTrouble:
            return
        raise NotForgotten("the hub still knows her address")


def _left_on(tablet: Tablet) -> list[str]:
    """The collections in which something of her is left."""
    with tablet.replica.read() as connection:
        return [
            collection.name
            for collection in REGISTRY.erasable
            if connection.scalar(
                sa.select(sa.func.count()).where(
                    collection.table.c[collection.group or collection.about or HERS] == GIULIA.id
                )
            )
        ]
