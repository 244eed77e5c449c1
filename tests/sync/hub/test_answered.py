"""The answer to a push says what the device's own stream would ring for it, and the stream goes on behind."""

import asyncio
import threading
from contextlib import asynccontextmanager

import msgspec
import pytest
from anyio import to_thread

from sync.errors import Code, HubRefused
from sync.hub.http.live import Bells, Ear
from sync.hub.news import News
from sync.wire import Bell, PushReply

REPLY = PushReply(epoch="e", hub_now=1, last_dseq=1, verdicts=[])
WITHIN_S = 10.0


async def trusted() -> bool:
    return True


class Feed:
    """As far as it goes, a record at each position."""

    def __init__(self, head: int = 1) -> None:
        self.head = head
        self.silent = False

    def news(self, _holds: str, after: int) -> News:
        return News(after, self.head, b'{"after":%d,"next":%d}' % (after, self.head), self.silent)

    @property
    def bell(self) -> Bell:
        return Bell(epoch="e", head=self.head)


def at(after: int, device: str = "a", *, replies: bool = True) -> Ear:
    return Ear(device, epoch="e", after=after, replies=replies)


def pushing(bells: Bells, feed: Feed):
    """What a push does that is taken: the feed grows, and rings."""

    def take() -> PushReply:
        feed.head += 1
        bells.ring(feed.bell)
        return REPLY

    return take


async def answered(bells: Bells, take, device: str = "a") -> PushReply:
    return await to_thread.run_sync(bells.answered, device, take)


async def heard(stream) -> Bell:
    piece = await asyncio.wait_for(anext(stream), WITHIN_S)
    return msgspec.json.decode(piece.partition(b"data: ")[2], type=Bell)


@asynccontextmanager
async def listening(bells: Bells, ear: Ear):
    stream = bells.stream(ear, trusted)
    try:
        await heard(stream)
        yield stream
    finally:
        await stream.aclose()


def test_the_answer_brings_the_news_and_the_stream_goes_on_behind_them():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        async with listening(bells, at(1)) as mine, listening(bells, at(1, "b")) as other:
            reply = await answered(bells, pushing(bells, feed))
            assert reply.news == Bell(epoch="e", head=2, after=1, page=msgspec.Raw(b'{"after":1,"next":2}'))
            assert (await heard(other)).after == 1
            feed.head = 3
            bells.ring(feed.bell)
            assert (await heard(mine)).after == 2

    asyncio.run(run())


def test_what_others_wrote_meanwhile_comes_with_the_answer_too():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)

        def take():
            for _ in range(3):
                pushing(bells, feed)()
            return REPLY

        async with listening(bells, at(1)):
            reply = await answered(bells, take)
            assert (reply.news.after, reply.news.head) == (1, 4)

    asyncio.run(run())


def test_a_device_that_does_not_say_so_gets_its_news_by_the_stream():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        async with listening(bells, at(1, replies=False)) as stream:
            reply = await answered(bells, pushing(bells, feed))
            assert reply is REPLY
            assert (await heard(stream)).after == 1

    asyncio.run(run())


def test_a_device_without_a_stream_gets_the_plain_answer():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        async with listening(bells, at(1, "b")):
            assert await answered(bells, pushing(bells, feed)) is REPLY

    asyncio.run(run())


def test_a_stream_of_another_history_is_not_spared():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        async with listening(bells, Ear("a", epoch="old", after=1, replies=True)) as stream:
            assert (await answered(bells, pushing(bells, feed))).news is None
            assert await heard(stream) == feed.bell

    asyncio.run(run())


def test_what_is_too_much_or_does_not_concern_the_device_is_left_to_the_stream():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        async with listening(bells, at(1)) as stream:
            feed.silent = True
            assert (await answered(bells, pushing(bells, feed))).news is None
            feed.silent = False
            feed.head += 1
            bells.ring(feed.bell)
            assert (await heard(stream)).head == feed.head

    asyncio.run(run())


def test_nothing_rings_while_the_answer_is_being_made_and_what_it_left_does_after_it():
    async def run():
        feed = Feed()
        bells = Bells(feed.bell, feed.news)
        begun, go_on = threading.Event(), threading.Event()

        def take():
            begun.set()
            go_on.wait(WITHIN_S)
            raise HubRefused(Code.SEQUENCE_GAP, "")

        async with listening(bells, at(1)) as stream:
            push = asyncio.create_task(answered(bells, take))
            await to_thread.run_sync(begun.wait, WITHIN_S)
            feed.head = 2
            bells.ring(feed.bell)
            hearing = asyncio.create_task(heard(stream))
            for _ in range(50):
                await asyncio.sleep(0)
            assert not hearing.done()
            go_on.set()
            with pytest.raises(HubRefused):
                await push
            assert ((bell := await hearing).after, bell.head) == (1, 2)

    asyncio.run(run())


def test_an_answer_whose_news_cannot_be_read_is_an_answer():
    async def run():
        feed = Feed()

        def unreadable(_holds, _after):
            raise OSError("the disk")

        bells = Bells(feed.bell, unreadable)
        async with listening(bells, at(1)):
            assert await answered(bells, pushing(bells, feed)) == REPLY

    asyncio.run(run())
