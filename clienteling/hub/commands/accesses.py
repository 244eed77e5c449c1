"""`clienteling hub accesses`."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from clienteling.hub.commands.devices import when
from clienteling.hub.standing import standing_hub
from clienteling.hub.wanted import wanted_customer
from clienteling.privacy.queries import accesses


def run(data: Path, wanted: str) -> None:
    with standing_hub(data) as hub, hub.store.read() as conn:
        her = wanted_customer(conn, wanted)
        found = accesses(conn, her.id)
    table = Table("when", "who", "shop", "device", "why")
    for one in found:
        table.add_row(when(one.at), one.associate_name, one.store_name, one.device, one.why.value)
    Console().print(table if found else "Nobody opened her card, as far as it is kept.")
