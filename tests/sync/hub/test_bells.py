import asyncio
import threading
from contextlib import AsyncExitStack, asynccontextmanager

import msgspec
import pytest

from sync.hub.http import live
from sync.hub.http.live import Bells, Ear
from sync.hub.news import MOST_BYTES, News, news_of
from sync.wire import Bell, Page, Push
from tests.sync.pushed import write
from tests.sync.shop import go

FIRST, SECOND, THIRD = (Bell(epoch="e", head=head) for head in (1, 2, 3))
WITHIN_S = 10.0


async def trusted() -> bool:
    return True


async def revoked() -> bool:
    return False


def news(_holds: str, after: int) -> News:
    """One record at each position, up to the third."""
    return News(after, 3, b'{"records":[],"next":3}')


def silence(_holds: str, after: int) -> News:
    return News(after, 3, b"{}", silent=True)


def too_much(_holds: str, after: int) -> News:
    return News(after, 3, None)


def deaf(device: str = "a") -> Ear:
    """Of a device that pulls whatever rings."""
    return Ear(device)


def at(after: int, device: str = "a", epoch: str = "e") -> Ear:
    return Ear(device, epoch=epoch, after=after)


async def heard(stream) -> Bell | None:
    """None for a sign of life."""
    piece = await asyncio.wait_for(anext(stream), WITHIN_S)
    line = next((line for line in piece.splitlines() if line.startswith(b"data: ")), None)
    return None if line is None else msgspec.json.decode(line.removeprefix(b"data: "), type=Bell)


@asynccontextmanager
async def listening(bells, ear=None, trust=trusted):
    stream = bells.stream(ear or deaf(), trust)
    try:
        yield stream
    finally:
        await stream.aclose()


def test_whoever_comes_hears_the_newest_position_at_once_and_then_each_newer_one():
    async def run():
        bells = Bells(FIRST, news)
        async with listening(bells) as one, listening(bells) as other:
            assert [await heard(one), await heard(other)] == [FIRST, FIRST]
            bells.ring(SECOND)
            assert [await heard(one), await heard(other)] == [SECOND, SECOND]

    asyncio.run(run())


def test_a_bell_may_ring_from_another_thread():
    async def run():
        bells = Bells(FIRST, news)
        async with listening(bells) as stream:
            assert await heard(stream) == FIRST
            threading.Thread(target=bells.ring, args=(SECOND,)).start()
            assert await heard(stream) == SECOND

    asyncio.run(run())


def test_a_slow_listener_hears_only_the_newest():
    async def run():
        bells = Bells(FIRST, news)
        async with listening(bells) as stream:
            assert await heard(stream) == FIRST
            bells.ring(SECOND)
            bells.ring(THIRD)
            assert await heard(stream) == THIRD

    asyncio.run(run())


def test_a_bell_carries_what_came_after_the_position_where_the_device_stands():
    async def run():
        bells = Bells(FIRST, news)
        async with listening(bells, at(1)) as stream:
            assert await heard(stream) == FIRST
            bells.ring(SECOND)
            bell = await heard(stream)
            assert (bell.after, bell.head, bytes(bell.page)) == (1, 3, b'{"records":[],"next":3}')
            bells.ring(THIRD)
            bells.ring(Bell(epoch="e", head=4))
            assert (await heard(stream)).after == 3

    asyncio.run(run())


def test_what_is_too_much_for_a_bell_is_only_rung():
    async def run():
        async with listening(Bells(THIRD, too_much), at(1)) as stream:
            assert await heard(stream) == Bell(epoch="e", head=3, after=1)

    asyncio.run(run())


def test_what_does_not_concern_a_device_does_not_ring_there():
    async def run():
        bells = Bells(FIRST, silence, keep_alive_s=0.05)
        async with listening(bells, at(1)) as stream:
            assert await heard(stream) == FIRST
            bells.ring(SECOND)
            assert await heard(stream) is None

    asyncio.run(run())


def test_a_device_with_another_history_is_only_told_of_the_hubs_own():
    async def run():
        async with listening(Bells(THIRD, news), at(1, epoch="old")) as stream:
            assert await heard(stream) == THIRD

    asyncio.run(run())


def test_devices_at_the_same_place_share_one_reading():
    read = []

    def reading(holds, after):
        read.append((holds, after))
        return news(holds, after)

    async def run():
        bells = Bells(FIRST, reading)
        async with listening(bells, at(1)) as one, listening(bells, at(1, "b")) as other:
            await heard(one), await heard(other)
            bells.ring(SECOND)
            first, second = await asyncio.gather(heard(one), heard(other))
            assert first == second

    asyncio.run(run())
    assert read == [("*", 1)]


def test_who_rings_reads_the_news_himself_and_what_he_cannot_read_is_read_by_who_needs_it():
    by, failures = list[int](), [OSError("the disk")]

    def reading(holds, after):
        by.append(threading.get_ident())
        if after == 3 and failures:
            raise failures.pop()
        return news(holds, after) if after == 1 else News(after, 4, b'{"records":[],"next":4}')

    async def run():
        bells = Bells(FIRST, reading)
        async with listening(bells, at(1)) as stream:
            await heard(stream)
            for bell in (SECOND, Bell(epoch="e", head=4)):
                ringing = threading.Thread(target=bells.ring, args=(bell,))
                ringing.start()
                assert (await heard(stream)).page
                ringing.join()
                yield ringing.ident

    async def rung():
        return [ident async for ident in run()]

    first, second = asyncio.run(rung())
    assert by[:2] == [first, second]
    assert len(by) == 3


def test_a_reading_that_failed_is_tried_again_by_the_next():
    failures = [OSError("the disk")]

    def reading(holds, after):
        if failures:
            raise failures.pop()
        return news(holds, after)

    async def run():
        bells = Bells(THIRD, reading)
        async with listening(bells, at(1)) as stream:
            with pytest.raises(OSError, match="disk"):
                await heard(stream)
        async with listening(bells, at(1)) as stream:
            assert (await heard(stream)).head == 3

    asyncio.run(run())


def test_a_device_that_is_wanted_is_told_at_every_bell_until_it_has_said_hello():
    async def run():
        bells = Bells(FIRST, news)
        async with listening(bells, at(1)) as stream, listening(bells, at(1, "b")) as other:
            await heard(stream), await heard(other)
            bells.want("a")
            assert await heard(stream) == Bell(epoch="e", head=1, attend=True)
            bells.ring(SECOND)
            assert (await heard(stream)).attend
            assert not (await heard(other)).attend
            bells.met("a")
            bells.ring(Bell(epoch="e", head=4))
            assert not (await heard(stream)).attend

    asyncio.run(run())


def test_a_wait_is_answered_by_the_next_bell():
    async def run():
        bells = Bells(FIRST, news)
        waiting = asyncio.create_task(bells.wait(at(1), WITHIN_S))
        await asyncio.sleep(0)
        assert not waiting.done()
        bells.ring(SECOND)
        bell = await asyncio.wait_for(waiting, WITHIN_S)
        assert (bell.after, bell.head) == (1, 3)

    asyncio.run(run())


def test_a_wait_without_a_bell_ends_with_nothing_new():
    async def run():
        assert await Bells(FIRST, news).wait(at(1), 0.01) == FIRST

    asyncio.run(run())


def test_a_wait_ends_when_the_hub_stops():
    async def run():
        bells = Bells(FIRST, news)
        waiting = asyncio.create_task(bells.wait(at(1), 3_600.0))
        await asyncio.sleep(0)
        bells.close()
        assert await asyncio.wait_for(waiting, WITHIN_S) == FIRST

    asyncio.run(run())


def test_a_quiet_stream_gives_signs_of_life():
    async def run():
        async with listening(Bells(FIRST, news, keep_alive_s=0.01)) as stream:
            assert [await heard(stream) for _ in range(3)] == [FIRST, None, None]

    asyncio.run(run())


def test_the_stream_of_a_revoked_device_ends():
    async def run():
        stream = Bells(FIRST, news, keep_alive_s=0.01).stream(deaf(), revoked)
        return [piece async for piece in stream]

    assert len(asyncio.run(run())) == 1


def test_a_revoked_device_hears_no_more_news_however_often_it_rings():
    async def run():
        bells = Bells(FIRST, news, keep_alive_s=0.0)
        stream = bells.stream(deaf(), revoked)
        await heard(stream)
        bells.ring(SECOND)
        return [piece async for piece in stream]

    assert asyncio.run(run()) == []


def test_all_streams_end_when_the_hub_stops():
    async def run():
        bells = Bells(FIRST, news)
        stream = bells.stream(deaf(), trusted)
        assert await heard(stream) == FIRST
        bells.close()
        return [piece async for piece in stream]

    assert asyncio.run(run()) == []


def test_ringing_after_everything_stopped_harms_nobody():
    bells = Bells(FIRST, news)

    async def run():
        async with listening(bells) as stream:
            await heard(stream)

    asyncio.run(run())
    bells.ring(SECOND)
    bells.close()
    assert bells.bell == SECOND


def test_many_who_listen_hear_together_what_comes_at_short_intervals(monkeypatch):
    async def run():
        bells = Bells(FIRST, news)
        async with AsyncExitStack() as stack:
            ears = [at(1, str(name)) for name in range(live.AT_ONCE + 1)]
            streams = [await stack.enter_async_context(listening(bells, ear)) for ear in ears]
            for stream in streams:
                assert await heard(stream) == FIRST
            monkeypatch.setattr(live, "GAP_S", 3_600.0)
            monkeypatch.setattr(live, "LONGEST_GAP_S", 3_600.0)
            bells.ring(SECOND)
            assert [(await heard(stream)).after for stream in streams] == [1] * len(streams)
            hearing = [asyncio.create_task(heard(stream)) for stream in streams]
            for head in range(4, 9):
                bells.ring(Bell(epoch="e", head=head))
                await asyncio.sleep(0)
            assert not any(ear.rung.is_set() for ear in ears)
            monkeypatch.setattr(live, "GAP_S", 0.0)
            bells.ring(Bell(epoch="e", head=9))
            assert [(await each).after for each in hearing] == [3] * len(streams)

    asyncio.run(run())


def test_news_are_the_page_that_a_device_would_pull(shop):
    shop.store.apply("a", Push(epoch=shop.store.epoch, records=[write(n, at=n) for n in (1, 2)]))
    found = shop.store.news("*", 1)
    page = msgspec.json.decode(found.page, type=Page)
    assert [record.seq for record in page.records] == [2]
    assert (found.after, found.next, found.silent) == (1, 2, False)
    assert shop.store.news("*", 2).silent


def test_news_beyond_a_bells_size_are_none(shop):
    device = shop.device("a")
    with device.write() as writer:
        writer.insert("person", {"name": "x" * MOST_BYTES})
    go(device, shop.hub("a"))
    assert shop.store.news("*", 0) == News(0, 1, None)


def test_a_page_that_was_cut_is_no_news():
    cut = Page(epoch="e", hub_now=0, records=[], next=5, upto=9)
    assert news_of(msgspec.json.encode(cut), 1) == News(1, 9, None)
