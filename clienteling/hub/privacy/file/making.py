"""Her file, made: one to read and one for another system, in a directory that only the hub's user opens."""

from dataclasses import dataclass
from pathlib import Path

from clienteling.hub.house import Hub
from clienteling.hub.privacy.file.contents import gather
from clienteling.hub.privacy.file.portable import as_json
from clienteling.privacy.use_cases import opened
from clienteling.privacy.values import Why
from sync.private_file import write_private

HUB = "hub"
"""The device of who opens a card at the hub."""
TO_READ, TO_CARRY = "customer-file.pdf", "customer-file.json"


@dataclass(frozen=True, slots=True)
class Made:
    to_read: Path
    to_carry: Path


def make_file(hub: Hub, customer_id: str, directory: Path) -> Made | None:
    """None where she is not here. That it was made is among what it tells of. Raises OSError."""
    from clienteling.hub.privacy.file.readable import as_pdf

    with hub.store.write() as writer:
        opened(writer, customer_id=customer_id, why=Why.FILE, associate_id=None, store_id=None, device=HUB)
    with hub.store.read() as conn:
        contents = gather(conn, customer_id, hub_name=hub.settings.name, now=hub.now())
    if contents is None:
        return None
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = Made(directory / TO_READ, directory / TO_CARRY)
    write_private(made.to_read, as_pdf(contents))
    write_private(made.to_carry, as_json(contents))
    return made
