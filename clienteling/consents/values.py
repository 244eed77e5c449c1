from enum import StrEnum

import msgspec


class Purpose(StrEnum):
    SERVICE = "service"
    PROFILING = "profiling"
    MARKETING_EMAIL = "marketing_email"
    MARKETING_MESSAGE = "marketing_message"  # SMS and WhatsApp
    MARKETING_PHONE = "marketing_phone"


class How(StrEnum):
    TOLD = "told"
    SIGNED = "signed"
    TAPPED = "tapped"
    ONLINE = "online"
    FILE = "file"
    """Taken over from another system; the proof says from where."""


class ConsentState(msgspec.Struct, frozen=True, kw_only=True):
    """Where one purpose stands, and the proof it rests on."""

    purpose: Purpose
    granted: bool = False
    asked: bool = False
    """False when she was never asked."""
    expired: bool = False
    consent_id: str | None = None
    text_id: str = ""
    at: int = 0
    expires_at: int | None = None
