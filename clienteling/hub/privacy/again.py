"""A backup from before an erasure was put back: it is done again before anybody is served."""

from clienteling.hub.house import Hub


def erase_again(hub: Hub) -> int:
    """How many customers the backup had brought back."""
    with hub.store.write() as writer:
        hub.forgotten.put_back(writer.connection)
    return hub.store.erasing.erase_again()
