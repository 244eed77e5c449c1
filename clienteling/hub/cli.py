"""`clienteling hub …`: the commands of whoever runs the hub."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from clienteling.hub.identity.matching.values import Answer
from clienteling.hub.importing.values import Kind
from clienteling.hub.staff.cli import staff

app = typer.Typer(
    help="The shop's hub: the central profile store on the LAN.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Data = Annotated[
    Path, typer.Option(help="The hub's directory: its database, identity and settings (hub.toml).")
]


@app.command()
def serve(
    data: Data,
    host: Annotated[str | None, typer.Option(help="Listen here instead of what hub.toml says.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="0: any free port.")] = None,
    announce: Annotated[bool, typer.Option(help="Tell the network where the hub is (mDNS).")] = True,
    ready_file: Annotated[
        Path | None, typer.Option(help="Written when the hub is ready: host, port, fingerprint (JSON).")
    ] = None,
) -> None:
    """Run the hub until it is told to stop. The first start makes its database, identity and settings."""
    from clienteling.hub.commands.serve import run

    run(data, host=host, port=port, announce=announce, ready_file=ready_file)


@app.command()
def pair(
    data: Data,
    store: Annotated[str, typer.Option(help="Id of the store that the tablet belongs to.")] = "",
    text: Annotated[
        bool, typer.Option("--text", help="Print what the QR code holds and nothing else.")
    ] = False,
) -> None:
    """Show a code by which one tablet can be paired. It lasts ten minutes and serves once."""
    from clienteling.hub.commands.pair import run

    run(data, store=store, text=text)


@app.command()
def devices(data: Data) -> None:
    """List the paired tablets: when they were last seen, what each still owes, and which are revoked."""
    from clienteling.hub.commands.devices import show

    show(data)


@app.command()
def revoke(
    data: Data, device: Annotated[str, typer.Argument(help="The tablet's id, as `devices` shows it.")]
) -> None:
    """Trust a tablet no longer: from now on the hub refuses it."""
    from clienteling.hub.commands.devices import revoke as revoke_device

    revoke_device(data, device)


@app.command()
def wipe(
    data: Data,
    device: Annotated[str, typer.Argument(help="The tablet's id, as `devices` shows it.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Not after all, if it is not done yet.")
    ] = False,
) -> None:
    """Have a tablet delete everything it holds, also what it has not sent, when it next meets the hub."""
    from clienteling.hub.commands import wipe as wipe_command

    if withdraw:
        wipe_command.withdraw(data, device)
    else:
        wipe_command.ask(data, device, yes=yes)


certificate = typer.Typer(
    help="The certificate by which tablets know this hub, and the next one.", no_args_is_help=True
)
app.add_typer(certificate, name="certificate")
app.add_typer(staff, name="staff")


@certificate.command()
def show(data: Data) -> None:
    """The hub's certificate, the next one, and how many tablets know that already."""
    from clienteling.hub.commands import certificates as certificate_commands

    certificate_commands.show(data)


@certificate.command()
def renew(
    data: Data,
    pem: Annotated[
        Path | None, typer.Option(help="A certificate of your own (PEM), with its chain if it has one.")
    ] = None,
    key: Annotated[Path | None, typer.Option(help="Its key (PEM), where it is not in the same file.")] = None,
) -> None:
    """Prepare the next certificate and tell it to every tablet that comes by."""
    from clienteling.hub.commands import certificates as certificate_commands

    certificate_commands.renew(data, pem, key)


@certificate.command()
def use(data: Data, *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Show the next certificate from the hub's next start on."""
    from clienteling.hub.commands import certificates as certificate_commands

    certificate_commands.use(data, yes=yes)


@app.command()
def erase(
    data: Data,
    customer: Annotated[str, typer.Argument(help="Her id, e-mail, phone or card number.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Erase a customer: all that the hub holds of her now, and on each tablet when it next meets the hub."""
    from clienteling.hub.commands.erasing import erase as erase_customer

    erase_customer(data, customer, yes=yes)


@app.command()
def erasures(
    data: Data,
    erasure: Annotated[str, typer.Argument(help="Of one erasure: its id; the newest if none.")] = "",
    receipt: Annotated[
        Path | None, typer.Option(help="Write its receipt (PDF) here: when each tablet did it, no names.")
    ] = None,
) -> None:
    """List who was erased when, without names, and which tablets have confirmed it."""
    from clienteling.hub.commands import erasing as erase_commands

    if receipt is None:
        erase_commands.show(data)
    else:
        erase_commands.save(data, erasure, receipt)


@app.command()
def matches(
    data: Data,
    match: Annotated[str, typer.Argument(help="The pair that is answered, as this command shows it.")] = "",
    said: Annotated[Answer | None, typer.Argument(help="What it is: same, different or later.")] = None,
    *,
    most: Annotated[int, typer.Option(min=1, help="Show at most so many.")] = 20,
    ask: Annotated[bool, typer.Option("--ask", help="Go through them one by one.")] = False,
    by: Annotated[str, typer.Option(help="Who says so; it is written down.")] = "",
) -> None:
    """Show which customers may be one person, with what speaks for it, and answer: same, different, later."""
    from clienteling.hub.commands import matches as match_commands

    if ask:
        match_commands.ask(data, by)
    elif match and said is not None:
        match_commands.answer(data, match, said, by)
    elif match:
        raise typer.BadParameter("say what it is: same, different or later", param_hint="SAID")
    else:
        match_commands.show(data, most)


@app.command()
def file(
    data: Data,
    customer: Annotated[str, typer.Argument(help="Her id, e-mail, phone or card number.")],
    out: Annotated[Path, typer.Option(help="The directory into which it goes.")],
) -> None:
    """Make the file of everything that the hub holds of a customer: a PDF to read, and JSON."""
    from clienteling.hub.commands.file import run

    run(data, customer, out)


@app.command()
def accesses(
    data: Data,
    customer: Annotated[str, typer.Argument(help="Her id, e-mail, phone or card number.")],
) -> None:
    """List who opened a customer's card, where and what for, as far as it is kept."""
    from clienteling.hub.commands.accesses import run

    run(data, customer)


@app.command()
def requests(
    data: Data,
    request: Annotated[str, typer.Argument(help="Of one request: its id.")] = "",
    *,
    erase_her: Annotated[bool, typer.Option("--erase", help="Erase her all the same.")] = False,
    refuse: Annotated[bool, typer.Option("--refuse", help="Do not do what she asks.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """List what customers ask for by law and the hub has not answered; --erase or --refuse answers one."""
    from clienteling.hub.commands import requests as request_commands

    if request and erase_her:
        request_commands.erase_all_the_same(data, request, yes=yes)
    elif request and refuse:
        request_commands.refuse(data, request)
    else:
        request_commands.show(data)


@app.command()
def merge(
    data: Data,
    older: Annotated[str, typer.Argument(help="Whose record is to stand: id, e-mail, phone or card number.")],
    younger: Annotated[str, typer.Argument(help="The record that is hers too.")],
    *,
    by: Annotated[str, typer.Option(help="Who says so; it is written down.")] = "",
) -> None:
    """Make two customer records one person's, on every tablet; both stay, and it can be undone."""
    from clienteling.hub.commands.merges import merge as merge_customers

    merge_customers(data, older, younger, by)


@app.command()
def unmerge(
    data: Data,
    record: Annotated[str, typer.Argument(help="The record that was joined, as `merges` shows it.")],
    *,
    by: Annotated[str, typer.Option(help="Who says so; it is written down.")] = "",
) -> None:
    """Take two customer records apart again: each has what was its own, and what came in by it since."""
    from clienteling.hub.commands.merges import unmerge as unmerge_customers

    unmerge_customers(data, record, by)


@app.command()
def merges(
    data: Data,
    *,
    most: Annotated[int, typer.Option(min=1, help="Show at most so many.")] = 50,
) -> None:
    """List which customers were made one, by whom and why, and which were kept or taken apart."""
    from clienteling.hub.commands.merges import show as show_merges

    show_merges(data, most)


@app.command()
def retention(
    data: Data,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go; change nothing.")] = False,
) -> None:
    """Let go what is past its time, as hub.toml says; the hub does so every day while it serves."""
    from clienteling.hub.commands.retention import run

    run(data, dry_run=dry_run)


@app.command()
def restored(data: Data) -> None:
    """To be run once after the database was put back from a backup: tablets then send what it lacks."""
    from clienteling.hub.commands.restored import run

    run(data)


@app.command()
def sealing(
    data: Data,
    *,
    new: Annotated[
        bool, typer.Option("--new", help="The key is lost for good: seal with a new one from now on.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Say whether the key is there with which closed months and days of small teams are sealed."""
    from clienteling.hub.commands import sealing as sealing_commands

    if new:
        sealing_commands.begin(data, yes=yes)
    else:
        sealing_commands.show(data)


@app.command()
def take(
    data: Data, file: Annotated[Path, typer.Argument(help="What a tablet has saved of its unsent queue.")]
) -> None:
    """Take the queue of a tablet that cannot reach the hub, from a file. Taken twice, it counts once."""
    from clienteling.hub.commands.take import run

    run(data, file)


@app.command()
def code(
    data: Data,
    customer: Annotated[str, typer.Argument(help="Her id, e-mail, phone or card number.")],
    *,
    png: Annotated[Path | None, typer.Option(help="Write a picture for her phone's screen here.")] = None,
    print_to: Annotated[
        Path | None, typer.Option("--print", help="Write a card to print (PDF, 54 by 86 mm) here.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Print what the code holds.")] = False,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The last day on which it is good.")
    ] = None,
    address: Annotated[
        str, typer.Option(help="A web address to put before it, for customers who scan it themselves.")
    ] = "",
    turning: Annotated[
        Path | None,
        typer.Option(help="Write a page for her phone here, whose code changes every half minute."),
    ] = None,
    days: Annotated[
        int, typer.Option(min=1, max=400, help="For so many days that page is good, from today.")
    ] = 92,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="First withdraw all codes that she was given so far.")
    ] = False,
) -> None:
    """Make a customer's signed code; without --png or --print it is shown here."""
    from clienteling.hub.commands.code import Wanted, run

    wanted = Wanted(
        png=png, card=print_to, text=text, until=until, address=address, turning=turning, days=days
    )
    run(data, customer, wanted, withdraw=withdraw)


templates = typer.Typer(
    help="What associates write to customers with: e-mail, WhatsApp, text messages, calls.",
    no_args_is_help=True,
)
app.add_typer(templates, name="templates")


@templates.command("list")
def list_templates(data: Data) -> None:
    """Which there are, what for, and in which languages."""
    from clienteling.hub.commands import templates as template_commands

    template_commands.show(data)


@templates.command("export")
def export_templates(
    data: Data, file: Annotated[Path, typer.Argument(help="The file to write (TOML).")]
) -> None:
    """Write them into a file, to be changed and imported again."""
    from clienteling.hub.commands import templates as template_commands

    template_commands.export(data, file)


@templates.command("import")
def import_templates(
    data: Data, file: Annotated[Path, typer.Argument(help="As `export` writes it (TOML).")]
) -> None:
    """From now on offer exactly those of a file; or, where one of them cannot be, change nothing."""
    from clienteling.hub.commands import templates as template_commands

    template_commands.take(data, file)


@app.command()
def connect(
    kind: Annotated[str, typer.Argument(help="What it is: woocommerce, shopify, meta, segment, calls, …")],
    data: Data,
    *,
    name: Annotated[str, typer.Option(help="What to call it here, where there are several of a kind.")] = "",
    check: Annotated[bool, typer.Option(help="Try what was entered before it is written.")] = True,
) -> None:
    """Connect a source of online history: asks for what it needs, tries it, and says what to enter there."""
    from clienteling.hub.commands.connect import run

    run(data, kind, name, check=check)


@app.command()
def sources(data: Data) -> None:
    """List what is connected: when it was last heard, how far it is, what failed or was set aside."""
    from clienteling.hub.commands.sources import show as show_sources

    show_sources(data)


@app.command()
def replay(
    data: Data,
    source: Annotated[str, typer.Argument(help="Its name, as `sources` shows it.")],
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only what came on that day or later.")
    ] = None,
) -> None:
    """Have what a source sent read once more, after an update that understands more of it."""
    from clienteling.hub.commands.sources import replay as replay_source

    replay_source(data, source, since)


@app.command("import")
def import_files(
    files: Annotated[list[Path], typer.Argument(help="CSV or Excel (.xlsx) files, one or several.")],
    data: Data,
    *,
    kind: Annotated[
        Kind | None, typer.Option(help="What the file is about, where its headings do not say so.")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(help="Which column is what (TOML). Written at the first import, read ever after."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Take what was guessed without asking.")] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Say what would be new, changed, the same or rejected; change nothing."
        ),
    ] = False,
    source: Annotated[
        str,
        typer.Option(help="The system that the files come from: its customer and order numbers are its own."),
    ] = "file",
    store: Annotated[str, typer.Option(help="Id of the store of rows that name none.")] = "",
    encoding: Annotated[
        str, typer.Option(help="Of a CSV file, where it is not found: cp850, mac-roman.")
    ] = "",
    sheet: Annotated[str, typer.Option(help="Of a workbook; otherwise its first that holds a table.")] = "",
    checked_emails: Annotated[
        bool,
        typer.Option(
            "--checked-emails", help="The e-mail addresses are logins of the online shop: they may join."
        ),
    ] = False,
) -> None:
    """Take in shops, staff, products, stock, customers and orders from the files of other systems.

    What a file says again changes nothing, and what it says anew changes only that. Ends with status 3 where
    rows were rejected: they stand in a file beside, with the reason.
    """
    from clienteling.hub.commands.import_files import Wishes, run

    wishes = Wishes(kind, mapping, yes, dry_run, source, store, encoding, sheet, checked_emails)
    run(data, files, wishes)


@app.command("load-demo")
def load_demo(data: Data) -> None:
    """Fill the hub with a small invented chain to try it with: shops, staff, catalogue, 2,000 customers."""
    from clienteling.hub.demo.load_command import run

    run(data)
