from enum import StrEnum


class Visibility(StrEnum):
    """Who may read a note."""

    MINE = "mine"
    STORE = "store"
    EVERYBODY = "everybody"
