"""`clienteling hub retention`."""

from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.privacy import retention
from clienteling.hub.privacy.retention import Due
from clienteling.hub.standing import standing_hub
from clienteling.privacy.values import Hold, Keep

_WHAT = {
    Keep.PROFILING: "seen and deduced (profiling)",
    Keep.MARKETING: "sent and clicked (marketing)",
    Keep.ACCESS: "who opened whose card or figures; staff changes",
}
_HOLDS = {Hold.PROMISE: "a promise is open", Hold.DISPUTE: "a complaint or ticket is open"}


def run(data: Path, *, dry_run: bool) -> None:
    with standing_hub(data) as hub:
        if not dry_run:
            retention.write_periods(hub)
        with hub.store.read() as conn:
            found = retention.due(conn, hub.settings.retention, hub.now())
        if not dry_run:
            retention.carry_out(hub, found)
        months = hub.settings.retention
    _show(found, dict(months), dry_run=dry_run)


def _show(found: Due, months: dict[Keep, int], *, dry_run: bool) -> None:
    table = Table("what", "kept", "from before", "records" if not dry_run else "records that would go")
    for one in found.past:
        kept = f"{months[one.keep]} months"
        table.add_row(f"{_WHAT[one.keep]}: {one.collection}", kept, when(one.before), str(len(one.ids)))
    goes = [one for one in found.unseen if not one.holds]
    if goes:
        kept = f"{months[Keep.UNSEEN]} months"
        table.add_row("customers not heard of, anonymised", kept, "", str(len(goes)))
    Console().print(table if table.row_count else "Nothing is past its time.")
    for one in found.unseen:
        if one.holds:
            reasons = " and ".join(_HOLDS[hold] for hold in one.holds)
            typer.echo(f"Kept though past its time: customer {one.customer_id}, because {reasons}.")
