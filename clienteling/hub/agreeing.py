"""Whether whoever sits at the hub agrees; said in either language."""

import typer

from clienteling.wording import Wording

_YES, _NO = frozenset({"y", "yes", "s", "si", "sì", "true"}), frozenset({"n", "no", "false"})


def agree(question: str, wording: Wording) -> None:
    """Ends the command where she does not."""
    if not yes_or_no(question, wording, default=False):
        raise typer.Abort


def yes_or_no(question: str, wording: Wording, *, default: bool) -> bool:
    """Asks until it is answered; an empty answer is the default."""
    choice = wording.say("Y/n") if default else wording.say("y/N")
    while True:
        answer = typer.prompt(f"{question} [{choice}]", default="", show_default=False).strip().lower()
        if not answer:
            return default
        if answer in _YES | _NO:
            return answer in _YES
