"""The command line: `clienteling app`, `clienteling demo`, `clienteling hub …`.

Each command imports what it needs when it runs, so that `--help` and the app start quickly.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="clienteling",
    help="Clienteling for shops that sell online and in person.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command("app")
def open_app(
    data: Annotated[
        Path | None, typer.Option(help="Where this tablet keeps its replica and settings.")
    ] = None,
    name: Annotated[
        str, typer.Option(help="What the hub calls this tablet; the machine's name if empty.")
    ] = "",
) -> None:
    """Open the tablet app. Its first start pairs this tablet with the shop's hub."""
    from clienteling.tablet.app import main as tablet_main

    where = [] if data is None else ["--data", str(data)]
    raise typer.Exit(tablet_main(["clienteling app", *where, "--name", name]))


@app.command()
def demo(
    headless: Annotated[
        bool, typer.Option("--headless", help="Play the story on screens that nobody sees, and check it.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Where the pictures of the story go.")] = Path("build/demo"),
) -> None:
    """A small Italian chain at work: one hub, two tablets, one customer's story.

    With a display, the first tablet's window opens; without one, or with --headless, the story is played
    and checked step by step.
    """
    from clienteling.demo.command import run

    raise typer.Exit(run(headless=headless, out=out))


def _mount_hub() -> None:
    from clienteling.hub.cli import app as hub

    app.add_typer(hub, name="hub", help="The shop's hub: the central profile store on the LAN.")


def main() -> None:
    if sys.argv[1:2] not in (["app"], ["demo"]):
        _mount_hub()
    try:
        app()
    except ModuleNotFoundError as error:
        sys.exit(
            f"This installation has no “{error.name}”. A tablet needs:  pip install 'clienteling[tablet]'\n"
            "A hub needs:  pip install 'clienteling[hub]'"
        )
