"""A leaf of help: what this page or sheet is for, in a few lines, and the exercise that shows it."""

from dataclasses import dataclass
from enum import StrEnum

from clienteling.practice.names import ScenarioName


class Topic(StrEnum):
    """What there is help about. Pages are named after their place, sheets after what they are for."""

    SCAN = "scan"
    BOOK = "book"
    CUSTOMER = "customer"
    LEDGER = "ledger"
    PERSON = "person"
    CALENDAR = "calendar"
    NEWCOMER = "newcomer"
    TODO = "todo"
    DAY = "day"
    FIGURES = "figures"
    TEAM = "team"

    SIGN_IN = "sign_in"
    PAIRING = "pairing"
    CLOSED = "closed"
    PRACTICE = "practice"

    ABOUT = "about"
    ASK = "ask"
    BEHIND = "behind"
    BASIS = "basis"
    COLLEAGUE = "colleague"
    CONSENT = "consent"
    DAYS = "days"
    HAND_OUT = "hand_out"
    HER_DATA = "her_data"
    INTERACTION = "interaction"
    KEYS = "keys"
    LOOKS = "looks"
    MORE = "more"
    NOTE = "note"
    PREFERENCE = "preference"
    PRODUCT = "product"
    PROMISE = "promise"
    RESERVE = "reserve"
    SCANNER = "scanner"
    STEPS = "steps"
    TARGET = "target"
    TASK = "task"
    LINK_CARD = "link_card"
    ENTRY = "entry"
    APPOINTMENT = "appointment"
    MESSAGE = "message"
    SELECTION = "selection"
    SELECTED = "selected"
    WITHOUT_CODE = "without_code"
    ATTRIBUTION = "attribution"
    SCHEME = "scheme"
    PARTING = "parting"


@dataclass(frozen=True)
class Leaf:
    title: str
    lines: tuple[str, ...]
    exercise: ScenarioName | None = None
