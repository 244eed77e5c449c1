"""What came of a scan: everything that a screen needs to act or to say why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from clienteling.codes.values import Doubt, Flaw
from clienteling.scan.layouts import Calibration
from clienteling.scan.symbology import Symbology


class ScanKind(StrEnum):
    CUSTOMER = "customer"
    NOT_HERE = "not_here"
    EXPIRED = "expired"
    REVOKED = "revoked"
    STALE = "stale"
    FORGED = "forged"
    ANOTHER_RETAILER = "another_retailer"
    UNREADABLE = "unreadable"
    CARD_UNKNOWN = "card_unknown"
    CARD_SHARED = "card_shared"
    PRODUCT = "product"
    PRODUCT_UNKNOWN = "product_unknown"
    WEB_ADDRESS = "web_address"
    WIFI = "wifi"
    CONTACT = "contact"
    HUB_CODE = "hub_code"
    WRONG_LAYOUT = "wrong_layout"
    CALIBRATION = "calibration"
    TEXT = "text"
    SENSELESS = "senseless"
    SEVERAL = "several"
    NOTHING = "nothing"


class FoundBy(StrEnum):
    CODE = "code"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class CustomerFound:
    kind: ClassVar = ScanKind.CUSTOMER
    customer_id: str
    by: FoundBy


@dataclass(frozen=True, slots=True)
class CustomerNotHere:
    """A genuine code of a customer who is not on this tablet yet."""

    kind: ClassVar = ScanKind.NOT_HERE
    customer_id: str


@dataclass(frozen=True, slots=True)
class CodeExpired:
    kind: ClassVar = ScanKind.EXPIRED
    customer_id: str
    expired_on: date


@dataclass(frozen=True, slots=True)
class CodeRevoked:
    kind: ClassVar = ScanKind.REVOKED
    customer_id: str


@dataclass(frozen=True, slots=True)
class CodeStale:
    """A code that turns, as it was at another time."""

    kind: ClassVar = ScanKind.STALE
    customer_id: str
    step: int
    age_s: int


@dataclass(frozen=True, slots=True)
class CodeForged:
    kind: ClassVar = ScanKind.FORGED
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class CodeOfAnotherRetailer:
    kind: ClassVar = ScanKind.ANOTHER_RETAILER
    retailer: str


@dataclass(frozen=True, slots=True)
class CodeUnreadable:
    """It begins like a customer code: cut short, misread, or of a newer kind."""

    kind: ClassVar = ScanKind.UNREADABLE
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class CardUnknown:
    """A card that is nobody's yet: of another loyalty system, or new."""

    kind: ClassVar = ScanKind.CARD_UNKNOWN
    number: str
    symbology: Symbology = Symbology.UNKNOWN


@dataclass(frozen=True, slots=True)
class CardShared:
    """Several customers carry this card number; a person chooses."""

    kind: ClassVar = ScanKind.CARD_SHARED
    number: str
    customer_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProductFound:
    kind: ClassVar = ScanKind.PRODUCT
    product_id: str
    variant_id: str
    ean: str


@dataclass(frozen=True, slots=True)
class ProductUnknown:
    kind: ClassVar = ScanKind.PRODUCT_UNKNOWN
    ean: str


@dataclass(frozen=True, slots=True)
class WebAddressRead:
    kind: ClassVar = ScanKind.WEB_ADDRESS
    address: str


@dataclass(frozen=True, slots=True)
class WifiRead:
    kind: ClassVar = ScanKind.WIFI
    network: str


@dataclass(frozen=True, slots=True)
class ContactRead:
    kind: ClassVar = ScanKind.CONTACT
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class HubCodeRead:
    """A hub's pairing code, which belongs to the pairing of a new tablet."""

    kind: ClassVar = ScanKind.HUB_CODE


@dataclass(frozen=True, slots=True)
class LayoutIsWrong:
    kind: ClassVar = ScanKind.WRONG_LAYOUT
    text: str


@dataclass(frozen=True, slots=True)
class Calibrated:
    kind: ClassVar = ScanKind.CALIBRATION
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class TextRead:
    """Something else: worth a search, as if it had been typed."""

    kind: ClassVar = ScanKind.TEXT
    text: str


@dataclass(frozen=True, slots=True)
class Senseless:
    """Nothing that is known here, nor what anybody would search for."""

    kind: ClassVar = ScanKind.SENSELESS
    text: str


Opening: TypeAlias = CustomerFound | CustomerNotHere | ProductFound
"""What turns a page by itself."""


@dataclass(frozen=True, slots=True)
class SeveralRead:
    """Held up at once; a person says which is meant."""

    kind: ClassVar = ScanKind.SEVERAL
    openings: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class NothingRead:
    kind: ClassVar = ScanKind.NOTHING


ScanResult: TypeAlias = (
    CustomerFound
    | CustomerNotHere
    | CodeExpired
    | CodeRevoked
    | CodeStale
    | CodeForged
    | CodeOfAnotherRetailer
    | CodeUnreadable
    | CardUnknown
    | CardShared
    | ProductFound
    | ProductUnknown
    | WebAddressRead
    | WifiRead
    | ContactRead
    | HubCodeRead
    | LayoutIsWrong
    | Calibrated
    | TextRead
    | Senseless
    | SeveralRead
    | NothingRead
)
