"""Reads `resources/demo/house.toml`: shops, the people who work there, the texts customers agree to."""

from functools import cached_property

import msgspec

from clienteling import resources
from clienteling.consents.values import Purpose
from clienteling.staff.values import Role

TEXT_VERSION = "1"


class DemoStore(msgspec.Struct, frozen=True):
    id: str
    name: str
    city: str
    area: str
    address: str
    phone: str
    share: int
    """Of a hundred customers, how many call it theirs."""


class DemoAssociate(msgspec.Struct, frozen=True):
    id: str
    store: str
    given_name: str
    family_name: str
    role: Role
    pin: str
    language: str = "it"


class DemoConsent(msgspec.Struct, frozen=True):
    purpose: Purpose
    months: int
    """How long a yes lasts; 0 for as long as she is a customer."""
    it: str
    en: str

    def text_id(self, language: str) -> str:
        return f"{self.purpose}/{language}/{TEXT_VERSION}"


class House(msgspec.Struct, frozen=True, dict=True):
    name: str
    stores: tuple[DemoStore, ...]
    staff: tuple[DemoAssociate, ...]
    consents: tuple[DemoConsent, ...]
    page_id: str
    """The house's page on Messenger."""
    page_name: str

    @cached_property
    def sellers(self) -> dict[str, tuple[str, ...]]:
        """Store → ids of those who serve there."""
        serving = (Role.ASSOCIATE, Role.MANAGER)
        return {
            store.id: tuple(one.id for one in self.staff if one.store == store.id and one.role in serving)
            for store in self.stores
        }


def read() -> House:
    return msgspec.toml.decode(resources.path("demo", "house.toml").read_bytes(), type=House)
