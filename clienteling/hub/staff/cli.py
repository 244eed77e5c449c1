"""`clienteling hub staff …`: the people of the shops, from the hub's terminal."""

from pathlib import Path
from typing import Annotated

import typer

from clienteling.staff.values import Role

staff = typer.Typer(
    help="The people of the shops: who works where and as what, and who signs in.", no_args_is_help=True
)

Data = Annotated[
    Path, typer.Option(help="The hub's directory: its database, identity and settings (hub.toml).")
]
Who = Annotated[str, typer.Argument(help="Her id, as `staff list` shows it.")]


@staff.command("list")
def list_(
    data: Data, store: Annotated[str, typer.Option(help="Id of one store; otherwise all of them.")] = ""
) -> None:
    """Who works where and as what, and who does not sign in any more."""
    from clienteling.hub.commands.staff import show

    show(data, store)


@staff.command()
def add(
    data: Data,
    given_name: Annotated[str, typer.Argument(help="Her given name.")],
    family_name: Annotated[str, typer.Argument(help="Her family name.")],
    *,
    store: Annotated[str, typer.Option(help="Id of the store where she begins.")],
    role: Annotated[Role, typer.Option(help="As what.")] = Role.ASSOCIATE,
    language: Annotated[str, typer.Option(help="In which she reads the screens: it or en.")] = "it",
) -> None:
    """Somebody new: she gets her first PIN, which is told this once."""
    from clienteling.hub.commands.staff import Beginner
    from clienteling.hub.commands.staff import add as begin

    begin(data, Beginner(given_name, family_name, store, role, language))


@staff.command()
def suspend(data: Data, associate: Who) -> None:
    """She signs in nowhere any more; what she recorded stays hers."""
    from clienteling.hub.commands.staff import suspend as run

    run(data, associate)


@staff.command()
def restore(data: Data, associate: Who) -> None:
    """She signs in again, with the PIN she had."""
    from clienteling.hub.commands.staff import restore as run

    run(data, associate)


@staff.command()
def pin(data: Data, associate: Who) -> None:
    """A new PIN: she forgot hers, or nobody noted the first one."""
    from clienteling.hub.commands.staff import pin as run

    run(data, associate)


@staff.command()
def role(data: Data, associate: Who, role: Annotated[Role, typer.Argument(help="As what.")]) -> None:
    """Give her another role."""
    from clienteling.hub.commands.staff import give_role

    give_role(data, associate, role)


@staff.command()
def move(data: Data, associate: Who, store: Annotated[str, typer.Argument(help="Its id.")]) -> None:
    """To another store. An area manager answers for the area of the store she is at home in."""
    from clienteling.hub.commands.staff import move as run

    run(data, associate, store)
