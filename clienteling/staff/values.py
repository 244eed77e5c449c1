from enum import StrEnum

import msgspec


class Role(StrEnum):
    ASSOCIATE = "associate"
    MANAGER = "manager"
    AREA_MANAGER = "area_manager"
    """Of the shops of an area, or of the whole chain: whatever a manager may, in each of them."""
    CARE_DESK = "care_desk"
    MARKETING = "marketing"
    IT = "it"


MANAGERS = frozenset({Role.MANAGER, Role.AREA_MANAGER})
"""Who answers for a shop."""


class Author(msgspec.Struct, frozen=True):
    """Who records, and for which shop."""

    associate_id: str
    store_id: str


class Associate(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    store_id: str | None = None
    given_name: str = ""
    family_name: str = ""
    role: Role = Role.ASSOCIATE
    language: str = "it"

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def manages(self) -> bool:
        return self.role in MANAGERS

    @property
    def initials(self) -> str:
        return f"{self.given_name[:1]}{self.family_name[:1]}".upper()


class SignInOutcome(StrEnum):
    SIGNED_IN = "signed_in"
    WRONG_PIN = "wrong_pin"
    MUST_WAIT = "must_wait"
    """Too many failures: this try was not even looked at."""
    NOT_POSSIBLE = "not_possible"
    """No such associate, no longer active, or no PIN was set."""


class SignIn(msgspec.Struct, frozen=True, kw_only=True):
    """What a try of a PIN came to."""

    outcome: SignInOutcome
    associate: Associate | None = None
    wait_until: int = 0
    """No further try before this instant; 0 when the next one may come at once."""
    tries_left: int = 0
    """Tries before the next wait begins."""
