import asyncio
import threading

import msgspec

from sync.hub.live import Bells
from sync.wire import Bell

FIRST, SECOND, THIRD = (Bell(epoch="e", head=head) for head in (1, 2, 3))
WITHIN_S = 10.0


async def trusted() -> bool:
    return True


async def revoked() -> bool:
    return False


async def heard(stream) -> Bell | None:
    """None for a sign of life."""
    piece = await asyncio.wait_for(anext(stream), WITHIN_S)
    line = next((line for line in piece.splitlines() if line.startswith(b"data: ")), None)
    return None if line is None else msgspec.json.decode(line.removeprefix(b"data: "), type=Bell)


def test_whoever_comes_hears_the_newest_position_at_once_and_then_each_newer_one():
    async def run():
        bells = Bells(FIRST)
        one, other = bells.stream(trusted), bells.stream(trusted)
        assert [await heard(one), await heard(other)] == [FIRST, FIRST]
        bells.ring(SECOND)
        assert [await heard(one), await heard(other)] == [SECOND, SECOND]
        await one.aclose()
        await other.aclose()

    asyncio.run(run())


def test_a_bell_may_ring_from_another_thread():
    async def run():
        bells = Bells(FIRST)
        stream = bells.stream(trusted)
        assert await heard(stream) == FIRST
        threading.Thread(target=bells.ring, args=(SECOND,)).start()
        assert await heard(stream) == SECOND
        await stream.aclose()

    asyncio.run(run())


def test_a_slow_listener_hears_only_the_newest():
    async def run():
        bells = Bells(FIRST)
        stream = bells.stream(trusted)
        assert await heard(stream) == FIRST
        bells.ring(SECOND)
        bells.ring(THIRD)
        assert await heard(stream) == THIRD
        await stream.aclose()

    asyncio.run(run())


def test_a_quiet_stream_gives_signs_of_life():
    async def run():
        stream = Bells(FIRST, keep_alive_s=0.01).stream(trusted)
        assert [await heard(stream) for _ in range(3)] == [FIRST, None, None]
        await stream.aclose()

    asyncio.run(run())


def test_the_stream_of_a_revoked_device_ends():
    async def run():
        stream = Bells(FIRST, keep_alive_s=0.01).stream(revoked)
        return [piece async for piece in stream]

    assert len(asyncio.run(run())) == 1


def test_all_streams_end_when_the_hub_stops():
    async def run():
        bells = Bells(FIRST)
        stream = bells.stream(trusted)
        assert await heard(stream) == FIRST
        bells.close()
        return [piece async for piece in stream]

    assert asyncio.run(run()) == []


def test_ringing_after_everything_stopped_harms_nobody():
    bells = Bells(FIRST)

    async def run():
        stream = bells.stream(trusted)
        await heard(stream)
        await stream.aclose()

    asyncio.run(run())
    bells.ring(SECOND)
    bells.close()
    assert bells.bell == SECOND
