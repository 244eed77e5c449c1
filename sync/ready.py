"""Kinds of messages made ready to be read, before several threads do.

What msgspec has to know of a kind it finds out when it first reads one. A thread that reads another of that
kind meanwhile meets what is half made, and the process ends (msgspec 0.22: a segmentation fault). So whoever
is about to begin with threads has all of them made ready before.
"""

import threading
from collections.abc import Iterator
from contextlib import suppress

import msgspec

_making = threading.Lock()
_made: set[type[msgspec.Struct]] = set()


def make_ready(base: type[msgspec.Struct]) -> None:
    """All kinds of this that there are by now. From any thread; who comes second waits."""
    with _making:
        for kind in kinds(base):
            if kind not in _made:
                with suppress(Exception):  # one that cannot be read, and is only ever written
                    msgspec.json.Decoder(kind)
                _made.add(kind)


def is_ready(kind: type[msgspec.Struct]) -> bool:
    return kind in _made


def kinds(base: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)
