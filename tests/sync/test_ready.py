"""Several threads that read the first messages of a process at once."""

import subprocess
import sys
from textwrap import dedent
from typing import cast

import pytest

from sync.device.link.client import HttpHub
from sync.device.trusted.pinning import Pin
from sync.hub.http.routes import SyncHub, sync_router
from sync.ready import is_ready, kinds
from sync.wire import Bell, Message, PushReply

READS = """
    import sys
    import threading
    import types

    import msgspec

    from sync.ready import make_ready
    from sync.wire import Message

    FIELDS = 30
    WORDS = "class Said(Message):\\n" + "\\n".join(f"    at{n}: Count = 1" for n in range(FIELDS))
    BODY = msgspec.json.encode({f"at{n}": n + 1 for n in range(FIELDS)})
    READY = sys.argv[1] == "ready"


    def read(kind, together):
        together.wait()
        if READY:
            make_ready(Message)
        msgspec.json.decode(BODY, type=kind)


    sys.setswitchinterval(1e-6)
    for number in range(int(sys.argv[2])):
        made = types.ModuleType(f"made{number}")
        sys.modules[made.__name__] = made
        exec("from sync.wire import Count, Message\\n" + WORDS, made.__dict__)
        together = threading.Barrier(6)
        threads = [threading.Thread(target=read, args=(made.Said, together)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
"""


def read_by_many(how: str, kinds_of_messages: int) -> int:
    command = [sys.executable, "-c", dedent(READS), how, str(kinds_of_messages)]
    return subprocess.run(command, check=False, timeout=120, stderr=subprocess.DEVNULL).returncode


@pytest.mark.skipif(sys.platform == "win32", reason="says otherwise how a process ended")
def test_many_threads_may_read_a_kind_of_message_for_the_first_time():
    assert read_by_many("ready", 100) == 0


def test_whoever_talks_to_a_hub_has_all_kinds_ready():
    HttpHub(Pin("0" * 64), ())
    assert {Bell, PushReply} <= set(kinds(Message))
    assert [kind for kind in kinds(Message) if not is_ready(kind)] == []


def test_whoever_serves_devices_has_all_kinds_ready():
    class Later(Message):
        at: int

    assert not is_ready(Later)
    sync_router(cast("SyncHub", None))
    assert is_ready(Later)


def test_a_kind_that_cannot_be_read_is_in_nobodys_way():
    """What it names is imported for the type checker only."""

    class Unread(Message):
        at: "Nowhere"  # noqa: F821

    class Read(Message):
        at: int

    HttpHub(Pin("0" * 64), ())
    sync_router(cast("SyncHub", None))
    assert is_ready(Read)
    assert issubclass(Unread, Message)
