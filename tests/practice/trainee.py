"""Somebody who practises: does by the use cases what the screens do, and looks what is ticked off."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from clienteling.consents import use_cases as consents
from clienteling.consents.values import How, Purpose
from clienteling.customers import use_cases as customers
from clienteling.customers.values import PreferenceKind
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.notes import use_cases as notes
from clienteling.practice.book import OTHER_STORE, STORE, YOU
from clienteling.practice.premises import text_id
from clienteling.practice.shop import PracticeShop
from clienteling.practice.values import Scenario
from clienteling.privacy import use_cases as privacy
from clienteling.privacy.values import PrivacyWish, Why
from clienteling.promises import use_cases as promises
from clienteling.promises.values import PromiseKind
from clienteling.reservations import use_cases as reservations
from clienteling.reservations.values import Wish
from clienteling.staff.values import Author

ME = Author(YOU, STORE)


@dataclass(frozen=True)
class Trainee:
    shop: PracticeShop
    scenario: Scenario

    def ticked(self) -> list[str]:
        with self.shop.replica.read() as connection:
            return [step.key for step in self.scenario.steps if step.done(connection)]

    def write(self, use_case: Callable[..., Any], **values: Any) -> Any:
        with self.shop.replica.write() as writer:
            return use_case(writer, **values)

    def opens_card(self, customer_id: str, why: Why) -> None:
        who = {"associate_id": YOU, "store_id": STORE, "device": "practice"}
        self.write(privacy.opened, customer_id=customer_id, why=why, **who)

    def records(
        self, kind: InteractionKind, customer_id: str | None, product_id: str, reason: Reason = Reason.NONE
    ) -> str:
        item = Item(product_id=product_id, reason=reason)
        draft = Draft(kind=kind, customer_id=customer_id, items=(item,))
        return self.write(partial(interactions.record, draft=draft, author=ME))

    def undoes(self, interaction_id: str) -> None:
        self.write(partial(interactions.undo, interaction_id=interaction_id, author=ME))

    def notes(self, customer_id: str, body: str) -> None:
        self.write(notes.write, customer_id=customer_id, body=body, author=ME)

    def promises(self, customer_id: str, product_id: str) -> None:
        about = {"kind": PromiseKind.CALL, "product_id": product_id}
        self.write(promises.make, customer_id=customer_id, **about, author=ME)

    def reserves(self, customer_id: str, variant_id: str) -> None:
        today = date(2026, 11, 22)
        wanted = {"wish": Wish.COLLECT, "from_store_id": OTHER_STORE, "until": today, "today": today}
        asked = partial(reservations.ask, customer_id=customer_id, variant_id=variant_id, author=ME)
        self.write(asked, **wanted)

    def enters(self, given_name: str, family_name: str) -> None:
        with self.shop.replica.write() as writer:
            writer.insert("customer", {"given_name": given_name, "family_name": family_name})

    def keeps(self, promise_id: str) -> None:
        self.write(partial(promises.keep, promise_id=promise_id, author=ME))

    def hears_size(self, customer_id: str, size: str) -> None:
        kind = PreferenceKind.SHOE_SIZE
        self.write(customers.tell, customer_id=customer_id, kind=kind, value=size, author=ME)

    def hears_consent(self, customer_id: str, purpose: Purpose, *, granted: bool) -> None:
        text = text_id(purpose, "it") if granted else ""
        asked = {"purpose": purpose, "granted": granted, "text_id": text, "how": How.TAPPED}
        self.write(consents.record, customer_id=customer_id, **asked, author=ME)

    def hears_wish(self, customer_id: str) -> None:
        self.write(privacy.ask, customer_id=customer_id, wish=PrivacyWish.ERASURE, author=ME)
