"""`clienteling hub accesses`."""

from pathlib import Path

from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.commands.listing import terminal
from clienteling.hub.machine_language import machine_language
from clienteling.hub.standing import standing_hub
from clienteling.hub.wanted import wanted_customer
from clienteling.marking import msgid
from clienteling.privacy.queries import accesses
from clienteling.privacy.values import Why
from clienteling.wording import Wording

_HEADINGS = (msgid("when"), msgid("who"), msgid("shop"), msgid("device"), msgid("why"))
WHY = {
    Why.SCAN: msgid("her code was scanned"),
    Why.SEARCH: msgid("she was searched for"),
    Why.RECENT: msgid("from the cards opened lately"),
    Why.LIST: msgid("from the list of the day"),
    Why.CODE: msgid("her code was made"),
    Why.FILE: msgid("her file was made or looked at"),
    Why.CALL: msgid("she telephoned"),
    Why.OTHER: msgid("opened"),
}


def run(data: Path, wanted: str) -> None:
    wording = Wording(machine_language())
    with standing_hub(data) as hub, hub.store.read() as conn:
        her = wanted_customer(conn, wanted)
        found = accesses(conn, her.id)
    table = Table(*(wording.say(heading) for heading in _HEADINGS))
    for one in found:
        table.add_row(when(one.at), one.associate_name, one.store_name, one.device, wording.say(WHY[one.why]))
    terminal().print(table if found else wording.say("Nobody opened her card, as far as it is kept."))
