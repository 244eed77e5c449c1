"""A hub and a tablet in one process, told line by line to `save` and to `pass`; answers in one word each.

python -m tests.faults.fsync_program DIRECTORY
"""

import sys
from pathlib import Path

import sqlalchemy as sa

from sync.errors import SyncError
from tests.sync.shop import Shop, go


def save(shop: Shop) -> str:
    with shop.device("a").write() as writer:
        made = writer.insert("visit", {"at": writer.now})
    return str(made)


def one_pass(shop: Shop) -> str:
    tablet = shop.device("a")
    go(tablet, shop.hub("a"))
    return f"waiting:{tablet.pending()}"


def main() -> None:
    shop = Shop(Path(sys.argv[1]))
    for line in sys.stdin:
        try:
            answer = save(shop) if line.strip() == "save" else one_pass(shop)
        except (sa.exc.DBAPIError, SyncError):
            answer = "failed"
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
