"""Somebody new: what she has said so far, who she may be, and what came of it."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from clienteling.consents.values import How, Purpose
from clienteling.customers.values import CustomerHit

FIELDS = ("given_name", "family_name", "phone", "email")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """As she or the associate typed it, before anything is checked."""

    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    answers: Mapping[Purpose, bool] = {}
    """Only what she was asked and has answered."""
    how: How = How.TOLD
    written_at: int = 0

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def typed(self) -> Mapping[str, str]:
        return {field: getattr(self, field) for field in FIELDS}

    @property
    def is_blank(self) -> bool:
        return not any(value.strip() for value in self.typed.values()) and not self.answers


class By(StrEnum):
    """What two people have in common that one person would have."""

    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


class Alike(msgspec.Struct, frozen=True):
    """A customer who may be her."""

    hit: CustomerHit
    by: By


class Enrolled(msgspec.Struct, frozen=True):
    customer_id: str
    code: str
    """Empty where this tablet has none left to give."""
