"""Steps 1 to 6, 8 and 9 of the story, on the real parts: what happens, and what a person has to see of it.

Giulia taps an advert, asks in the chat, looks at the website, walks into the shop while the network is out;
what Sofia records there is on her colleague's tablet within a second of the network's return.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from clienteling.demo.chain import Address, Chain
from clienteling.demo.evening import Evening
from clienteling.demo.farewell import Farewell
from clienteling.demo.tablets import Tablet
from clienteling.hub import settings as hub_settings
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.demo.story import play_advert_and_chat, play_web
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.notes.tables import note
from sync.instants import wall_clock

SHOES, BAG, BROWN_BAG = "nora-black-39", "alba-tan", "alba-brown"
TODAY = (InteractionKind.FITTING, InteractionKind.SALE, InteractionKind.NOT_BOUGHT)
NOTE = "Passa sabato con la sorella"
A_SECOND = 1.0


class StoryBroken(Exception):
    """A step did not hold."""


@dataclass(frozen=True, slots=True)
class Step:
    """A title, and the lines of what a person saw, told as they happen."""

    number: int
    title: str
    play: Callable[[], Iterator[str]]


class Story:
    def __init__(
        self,
        chain: Chain,
        hub: Address,
        sofia: Tablet,
        priya: Tablet,
        pictures: Path,
        *,
        patience_s: float = A_SECOND,
    ) -> None:
        self._chain = chain
        self._hub = hub
        self._sofia = sofia
        self._priya = priya
        self._pictures = pictures
        self._patience_s = patience_s
        self._began = wall_clock()
        self._evening = Evening(sofia, priya, pictures)
        self._farewell = Farewell(chain, sofia, priya, pictures)

    def steps(self) -> tuple[Step, ...]:
        return (
            Step(1, "Giulia taps an advert for a pair of shoes on Instagram", self._advert),
            Step(2, "In the chat she asks for black in 39; the shop promises a pair", self._chat),
            Step(3, "On the website she looks at the shoes twice and leaves a bag in the basket", self._web),
            Step(4, "She walks into the shop in Milan; the cable is out. Sofia scans her", self._scan),
            Step(5, "Sofia records a fitting, a sale, why not the bag, a preference, a consent, a promise",
                 self._record),
            Step(6, "The cable goes back in", self._back),
            Step(8, "In the evening the manager reads the day", self._evening.play),
            Step(9, "Giulia withdraws consent to marketing, then asks to be forgotten", self._farewell.play),
        )  # fmt: skip

    def _advert(self) -> Iterator[str]:
        configured = hub_settings.load_or_create(self._chain.data)
        play_advert_and_chat(self._hub.url, configured, wall_clock())
        hands = self._priya.hands
        hands.tap("search")
        hands.type("giulia ferr")
        hands.tap("Giulia Ferraris")
        hands.see("Stringate d'autunno")
        yield "Priya sees it on her tablet: “Annuncio «Stringate d'autunno»”"
        hands.picture(self._pictures / "1-advert.png")

    def _chat(self) -> Iterator[str]:
        hands = self._priya.hands
        hands.see("stringate nere", "39", "fino a")
        yield f"Priya reads why she may come: “{self._said(self._priya)}”"
        hands.picture(self._pictures / "2-chat.png")

    def _web(self) -> Iterator[str]:
        play_web(self._hub.url, hub_settings.load_or_create(self._chain.data), wall_clock())
        self._priya.hands.see("nel carrello", "vista 2 volte", "Borsa Tracolla Alba")
        yield "On the card: the bag, “nel carrello”, and the shoes, “vista 2 volte”"
        self._priya.hands.picture(self._pictures / "3-website.png")

    def _scan(self) -> Iterator[str]:
        self._chain.stop()
        self._sofia.hands.see("Senza rete")
        yield "The hub is stopped. Sofia's tablet says: “Senza rete”"
        code = self._pictures / "giulia-code.png"
        self._chain.command("code", GIULIA.email, "--png", str(code))
        self._sofia.hold_up(code)
        hands = self._sofia.hands
        hands.see("Giulia Ferraris", "38", "Detto da lei", "carrello", "si abbina")
        yield f"The handover line: “{self._said(self._sofia)}”"
        yield "Her size with its provenance: 38, “Detto da lei · Milano, 12 marzo”"
        yield "The promise, the basket, and a suggestion with its reason are there, with no network"
        hands.picture(self._pictures / "4-scanned-offline.png")

    def _record(self) -> Iterator[str]:
        hands = self._sofia.hands
        before = hands.taps
        hands.tap(f"take-{SHOES}")
        hands.tap("record-fitting")
        hands.see("Ha provato le stringate nere")
        yield f"Fitting of the black Nora in 39: {hands.taps - before} taps"
        before = hands.taps
        hands.tap(f"take-{SHOES}")
        hands.tap("record-sale")
        hands.see("Acquisto: Stringata Nora")
        yield f"Sale of the same pair: {hands.taps - before} taps"
        before = hands.taps
        hands.tap(f"take-{BAG}")
        hands.tap("record-not_bought")
        hands.tap("reason-colour")
        hands.see("Non ha comprato la borsa cuoio")
        yield f"The bag was not bought because of its colour: {hands.taps - before} taps"
        self._tell()
        yield "A new preference: material, “pelle liscia”"
        self._consent()
        yield "Consent to marketing by e-mail, with the text she was shown"
        self._promise()
        yield "A promise: to call her when the brown bag arrives"
        hands.see("Senza rete")
        yield f"All of it is saved here: the pill says “{self._pill()}”"
        hands.picture(self._pictures / "5-recorded-offline.png")

    def _tell(self) -> None:
        hands = self._sofia.hands
        hands.tap("addPreference")
        hands.tap("preference-material")
        hands.tap("preferenceField")
        hands.type("pelle liscia")
        hands.tap("savePreference")
        hands.wait_away("savePreference")
        hands.see("pelle liscia")

    def _consent(self) -> None:
        hands = self._sofia.hands
        hands.tap("consent-marketing")
        hands.picture(self._pictures / "5-consent.png")
        hands.tap("grant-marketing_email")
        hands.see("Consenso dato")
        hands.tap("Chiudi")
        hands.wait_away("Chiudi")

    def _promise(self) -> None:
        hands = self._sofia.hands
        hands.tap("record-promise")
        hands.tap("promise-call")
        hands.tap("productField")
        hands.type("alba marrone")
        hands.tap(f"found-{BROWN_BAG}")
        hands.tap("promiseWhat")
        hands.type("quando arriva")
        hands.picture(self._pictures / "5-promise.png")
        hands.tap("savePromise")
        hands.wait_away("savePromise")

    def _back(self) -> Iterator[str]:
        recorded = self._sofia.replica.pending()
        self._chain.start()
        self._sofia.hands.until(lambda: not self._sofia.replica.pending(), "nothing gets through")
        self._priya.hands.see("Promesso: chiamare per la borsa marrone")
        self._priya.hands.push_up(400)
        self._priya.hands.see("Acquisto: Stringata Nora", "Non ha comprato la borsa cuoio")
        yield f"{recorded} records reach the hub, and Priya's tablet shows them"
        self._priya.hands.picture(self._pictures / "6-other-tablet.png")
        yield from self._once()
        took = self._live()
        yield f"A note that Sofia writes now is on Priya's tablet {took:.2f} s after it is saved"
        if took > self._patience_s:
            raise StoryBroken(f"the other tablet took more than {self._patience_s:g} s")
        yield from self._ledger()

    def _live(self) -> float:
        """Seconds from a durable note on one tablet to its words painted on the other."""
        hands = self._sofia.hands
        hands.tap("record-note")
        hands.tap("noteBody")
        hands.type(NOTE)
        hands.tap("saveNote")
        hands.until(lambda: self._holds_note(self._sofia), "the note is not saved")
        saved = time.monotonic()
        self._priya.hands.see(NOTE)
        return time.monotonic() - saved

    def _holds_note(self, tablet: Tablet) -> bool:
        with tablet.replica.read() as connection:
            found = connection.execute(sa.select(note.c.id).where(note.c.body == NOTE)).first()
        return found is not None

    def _ledger(self) -> Iterator[str]:
        self._sofia.hands.until(lambda: not self._sofia.replica.pending(), "the note does not get through")
        self._sofia.hands.tap("Registro")
        self._sofia.hands.see("Tutto è arrivato al nodo")
        ledger = self._sofia.replica.ledger(self._began)
        yield f"Sofia's ledger: recorded {ledger.recorded}, confirmed {ledger.confirmed}"
        if ledger.recorded != ledger.confirmed:
            raise StoryBroken("not everything that was recorded is confirmed")
        self._sofia.hands.picture(self._pictures / "6-ledger.png")

    def _once(self) -> Iterator[str]:
        """Everything is on both tablets, and there once."""
        for tablet in (self._sofia, self._priya):
            kinds = self._recorded_on(tablet)
            if sorted(kinds) != sorted(TODAY):
                raise StoryBroken(f"{tablet.name} holds {sorted(kinds)} of today, not {sorted(TODAY)}")
        yield "Both tablets hold each interaction once: " + ", ".join(TODAY)

    def _recorded_on(self, tablet: Tablet) -> list[str]:
        hers = interaction.c.customer_id == GIULIA.id
        today = interaction.c.at >= self._began
        with tablet.replica.read() as connection:
            return list(connection.execute(sa.select(interaction.c.kind).where(hers, today)).scalars())

    def _pill(self) -> str:
        return next(word for word in self._sofia.hands.words() if word.startswith("Senza rete"))

    def _said(self, tablet: Tablet) -> str:
        return tablet.hands.text_of("handover")
