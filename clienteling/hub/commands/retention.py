"""`clienteling hub retention`."""

from collections.abc import Mapping
from pathlib import Path

import typer
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.commands.listing import terminal
from clienteling.hub.machine_language import machine_language
from clienteling.hub.privacy import retention
from clienteling.hub.privacy.retention import Due
from clienteling.hub.standing import standing_hub
from clienteling.marking import msgid
from clienteling.privacy.values import Hold, Keep
from clienteling.wording import Wording

WHAT: Mapping[tuple[Keep, str], str] = {
    (Keep.PROFILING, "event"): msgid("what she looked at online (profiling)"),
    (Keep.PROFILING, "preference"): msgid("what was deduced of her (profiling)"),
    (Keep.PROFILING, "suggestion_feedback"): msgid("what was said of suggestions (profiling)"),
    (Keep.PROFILING, "appointment"): msgid("appointments of people without a card (profiling)"),
    (Keep.MARKETING, "event"): msgid("mailings and adverts that reached her (marketing)"),
    (Keep.MARKETING, "outreach"): msgid("what associates wrote to her (marketing)"),
    (Keep.ACCESS, "access"): msgid("who opened whose card"),
    (Keep.ACCESS, "figure_look"): msgid("who looked at figures of one person"),
    (Keep.ACCESS, "staff_change"): msgid("changes among the staff"),
}
_KEPT = {
    Hold.PROMISE: msgid("Customer {id} is kept though past her time: a promise is open."),
    Hold.DISPUTE: msgid("Customer {id} is kept though past her time: a complaint or ticket is open."),
}


def run(data: Path, *, dry_run: bool) -> None:
    with standing_hub(data) as hub:
        if not dry_run:
            retention.write_periods(hub)
        with hub.store.read() as conn:
            found = retention.due(conn, hub.settings.retention, hub.now())
        if not dry_run:
            retention.carry_out(hub, found)
        months = hub.settings.retention
    _show(found, dict(months), Wording(machine_language()), dry_run=dry_run)


def _show(found: Due, months: dict[Keep, int], wording: Wording, *, dry_run: bool) -> None:
    counted = wording.say("records that would go") if dry_run else wording.say("records that went")
    table = Table(wording.say("what"), wording.say("kept for"), wording.say("from before"), counted)
    for one in found.past:
        what = wording.say(WHAT[one.keep, one.collection])
        table.add_row(what, _months(months[one.keep], wording), when(one.before), str(len(one.ids)))
    goes = [one for one in found.unseen if not one.holds]
    if goes:
        anonymised = wording.say("customers not heard of, anonymised")
        table.add_row(anonymised, _months(months[Keep.UNSEEN], wording), "", str(len(goes)))
    terminal().print(table if table.row_count else wording.say("Nothing is past its time."))
    for one in found.unseen:
        for hold in one.holds:
            typer.echo(wording.say(_KEPT[hold], id=one.customer_id))


def _months(number: int, wording: Wording) -> str:
    return wording.count("{n} month", "{n} months", number)
