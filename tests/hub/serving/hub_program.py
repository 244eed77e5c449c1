"""The hub's own program, with less patience than people want: `python -m … PATIENCE hub serve …`."""

import sys

import msgspec

from clienteling import cli
from clienteling.hub import patience
from sync.hub.http import live
from sync.hub.trust import gate


class Patience(msgspec.Struct, frozen=True):
    """What a test waits for is no other for being shorter."""

    keep_alive_s: float = live.KEEP_ALIVE_S
    wait_s: float = live.WAIT_S
    slow_start_s: float = patience.SLOW_START_S
    burst: int = gate.BURST
    per_second: int = gate.PER_SECOND


def main() -> None:
    chosen = msgspec.json.decode(sys.argv.pop(1), type=Patience)
    live.KEEP_ALIVE_S, live.WAIT_S = chosen.keep_alive_s, chosen.wait_s
    patience.SLOW_START_S = chosen.slow_start_s
    gate.BURST, gate.PER_SECOND = chosen.burst, chosen.per_second
    cli.main()


if __name__ == "__main__":
    main()
