"""The exercises and what they hand out, by name; light enough for the first frame."""

from enum import StrEnum


class ScenarioName(StrEnum):
    FOUR_CHANNELS = "four_channels"
    RETURN = "return"
    FORGOTTEN = "forgotten"
    RUSH = "rush"
    NO_NETWORK = "no_network"


class PropKind(StrEnum):
    """What the exercise hands to whoever practises, where a real customer or a real shop would."""

    CODE = "code"
    """A customer holds up her code: the scanner reads it."""
    LABEL = "label"
    """The label of an article before the scanner."""
    CABLE = "cable"
    """The network comes back."""
