"""`clienteling hub import`: files of what the shop's other systems know, shown, confirmed and taken."""

from collections.abc import Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

import sqlalchemy as sa
import typer
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from clienteling.hub.commands.listing import terminal
from clienteling.hub.house import Hub
from clienteling.hub.importing import asking
from clienteling.hub.importing.mapping import MappingFile, Reading, read_mapping
from clienteling.hub.importing.memory import Keyed
from clienteling.hub.importing.opening import Opened, open_file
from clienteling.hub.importing.rehearsal import rehearsal
from clienteling.hub.importing.rejected import Rejected, beside
from clienteling.hub.importing.run import Reject, import_file
from clienteling.hub.importing.staff import FirstPin
from clienteling.hub.importing.values import Fate, Figures, Kind, Said, SourceRow, Unfit
from clienteling.hub.insight.insight import Insight
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.trouble import explained, stop
from clienteling.marking import msgid
from clienteling.stores.tables import store as stores
from clienteling.wording import Wording
from sync.errors import HubRefused
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore

SOME_REJECTED = 3
"""The exit status when everything but some rows was taken."""
SHOWN_REASONS = 10


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says."""

    kind: Kind | None = None
    mapping: Path | None = None
    yes: bool = False
    dry_run: bool = False
    source: str = "file"
    store: str = ""
    encoding: str = ""
    sheet: str = ""
    checked_emails: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    opened: Opened
    reading: Reading


@dataclass(frozen=True, slots=True)
class Ground:
    """Where files are taken to, and how."""

    store: HubStore
    wishes: Wishes
    wording: Wording
    keyed: Keyed


def run(data: Path, files: Sequence[Path], wishes: Wishes) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub:
        _check_store(hub, wishes.store, wording)
        prepared = _prepare_all(files, wishes, wording)
        prepared.sort(key=lambda one: list(Kind).index(one.reading.kind))
        with explained(data):
            keyed = Remembered(data).hash_of
        with rehearsal(hub) if wishes.dry_run else nullcontext(hub.store) as store:
            rejected = [_take(Ground(store, wishes, wording, keyed), one) for one in prepared]
    if wishes.dry_run:
        typer.echo("\n" + wording.say("This was a dry run: nothing was changed."))
    if any(rejected):
        raise typer.Exit(SOME_REJECTED)


def _check_store(hub: Hub, wanted: str, wording: Wording) -> None:
    with hub.store.read() as conn:
        known = list(conn.scalars(sa.select(stores.c.id).order_by(stores.c.id)))
    if wanted and wanted not in known:
        stop(
            wording.say(
                "There is no shop “{wanted}”. There are: {known}.",
                wanted=wanted,
                known=", ".join(known) or "-",
            )
        )


def _prepare_all(files: Sequence[Path], wishes: Wishes, wording: Wording) -> list[Prepared]:
    """Every question is asked before the first file is taken."""
    prepared: list[Prepared] = []
    for path in files:
        try:
            kept = read_mapping(wishes.mapping) if wishes.mapping else None
            prepared.append(_prepare(path, wishes, kept, wording))
        except Said as error:
            stop(f"{path}: {error.in_words(wording)}")
        except LookupError:
            stop(wording.say("“{name}” is no encoding. Try cp1252, utf-8 or cp850.", name=wishes.encoding))
        except OSError as error:
            stop(f"{error.filename or path}: {error.strerror or error}")
    return prepared


def _prepare(path: Path, wishes: Wishes, kept: MappingFile | None, wording: Wording) -> Prepared:
    opened = open_file(path, wishes.encoding, wishes.sheet, kept.headings if kept else ())
    known = kept.fitting(opened.headings, wishes.kind) if kept else None
    reading = known or asking.chosen(opened, wishes.kind)
    if wishes.checked_emails:
        reading = replace(reading, checked_emails=True)
    _check_headings(reading, opened)
    asking.show(opened, reading, wording)
    if known is None and not wishes.yes and not wishes.dry_run:
        agreed = asking.confirm(opened, reading, wording)
        if agreed is None:
            stop(wording.say("Left; nothing was changed."))
        reading = agreed
    if problem := asking.lacks(reading):
        raise problem
    if kept is not None and known is None and not wishes.dry_run:
        kept.keep(reading)
        typer.echo(
            wording.say("How to read it is kept in {file}: next time nothing is asked.", file=kept.path)
        )
    return Prepared(opened, reading)


def _check_headings(reading: Reading, opened: Opened) -> None:
    for heading in reading.read:
        if heading not in opened.headings:
            raise Unfit(
                msgid("The mapping file names a column “{heading}” that this file does not have."),
                heading=heading,
            )


def _take(ground: Ground, prepared: Prepared) -> bool:
    """Whether rows were rejected."""
    opened, wording = prepared.opened, ground.wording
    reasons: list[str] = []
    try:
        with closing(Rejected(beside(opened.path, wording), opened, wording)) as rejected:
            figures = _imported(ground, prepared, _reject(ground, reasons, rejected))
            where = rejected.path if rejected.is_made else None
    except HubRefused as error:
        stop(
            wording.say(
                "{problem}; what was taken so far stays. Make room and run this again.", problem=error.message
            )
        )
    except Said as error:
        stop(f"{opened.path}: {error.in_words(wording)}")
    _tell(opened, figures, reasons, where, wording)
    if prepared.reading.kind is Kind.ORDERS and figures.fates[Fate.NEW]:
        insight = Insight(ground.store)
        insight.catch_up()
        insight.tell()
    return bool(reasons)


def _reject(ground: Ground, reasons: list[str], rejected: Rejected) -> Reject:
    wording = ground.wording

    def reject(rows: Sequence[SourceRow], reason: Unfit) -> None:
        if len(reasons) < SHOWN_REASONS:
            reasons.append(
                wording.say("row {number}: {reason}", number=rows[0].number, reason=reason.in_words(wording))
            )
        if not ground.wishes.dry_run:
            rejected.add(rows, reason)

    return reject


def _imported(ground: Ground, prepared: Prepared, reject: Reject) -> Figures:
    wishes, wording = ground.wishes, ground.wording
    console = terminal(errors=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as shown:
        task = shown.add_task(prepared.opened.path.name, total=prepared.opened.rows_about)

        def first_pin(pin: FirstPin) -> None:
            if not wishes.dry_run:
                typer.echo(
                    wording.say("{name} ({shop}): first PIN {pin}", name=pin.name, shop=pin.shop, pin=pin.pin)
                )

        return import_file(
            ground.store,
            prepared.opened,
            prepared.reading,
            source=wishes.source,
            shop=wishes.store,
            language=wording.language,
            keyed=ground.keyed,
            reject=reject,
            progress=lambda row: shown.update(task, completed=row),
            first_pin=first_pin,
        )


def _tell(
    opened: Opened, figures: Figures, reasons: Sequence[str], where: Path | None, wording: Wording
) -> None:
    parts = [_counted(fate, n, wording) for fate, n in figures.fates.items()]
    typer.echo(f"\n{opened.path.name}: {', '.join(parts)}")
    for sentence, times in figures.remarks.items():
        typer.echo(f"  {wording.say(sentence)} ({times})")
    for reason in reasons:
        typer.echo(f"  {reason}")
    if figures.fates[Fate.REJECTED] > len(reasons):
        typer.echo("  …")
    if where is not None:
        typer.echo(
            wording.say(
                "The rejected rows, each with its reason: {file}. Correct them there and import it.",
                file=where,
            )
        )


def _counted(fate: Fate, n: int, wording: Wording) -> str:
    match fate:
        case Fate.NEW:
            return wording.count("{n} new", "{n} new", n)
        case Fate.CHANGED:
            return wording.count("{n} changed", "{n} changed", n)
        case Fate.SAME:
            return wording.count("{n} as it was", "{n} as they were", n)
        case Fate.REJECTED:
            return wording.count("{n} rejected", "{n} rejected", n)
        case _:
            assert_never(fate)
