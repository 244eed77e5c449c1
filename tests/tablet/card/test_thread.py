import pytest

from clienteling.tablet.card.thread import day_heading, thread_row
from clienteling.timeline.values import Entry, EntryKind
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

ITALIAN = Wording("it")
NOW = 1_795_340_800_000
DAY = 86_400_000


@pytest.mark.parametrize(
    ("ago", "heading"),
    [(0, "Oggi"), (DAY, "Ieri"), (2 * DAY, "Venerdì 20 novembre"), (360 * DAY, "Giovedì 27 novembre 2025")],
)
def test_a_day_is_headed_as_people_say_it(ago: int, heading: str) -> None:
    assert day_heading(NOW - ago, NOW, ITALIAN) == heading


def entry(
    *,
    mine: bool = True,
    undone: bool = False,
    kind: EntryKind = EntryKind.INTERACTION,
    title: str = "Prova",
) -> Entry:
    return Entry(id="x", kind=kind, channel=Channel.SHOP, at=NOW, title=title, mine=mine, undone=undone)


@pytest.mark.parametrize(
    ("line", "may"),
    [
        (entry(kind=EntryKind.OUTREACH), True),
        (entry(kind=EntryKind.OUTREACH, mine=False), False),
        (entry(kind=EntryKind.OUTREACH, undone=True), False),
        (entry(kind=EntryKind.EVENT), False),
    ],
)
def test_only_ones_own_record_is_undone_and_only_once(line: Entry, may: bool) -> None:
    assert thread_row(line, {}, NOW, ITALIAN).can_undo is may


@pytest.mark.parametrize(
    ("kind", "opens"),
    [
        (EntryKind.INTERACTION, True),
        (EntryKind.NOTE, True),
        (EntryKind.PROMISE, True),
        (EntryKind.EVENT, False),
        (EntryKind.CONSENT, False),
    ],
)
def test_what_people_recorded_is_opened_whoever_it_was(kind: EntryKind, opens: bool) -> None:
    assert thread_row(entry(kind=kind, mine=False), {}, NOW, ITALIAN).opens is opens


def test_confirmed_is_said_to_whoever_recorded_it_and_waiting_to_everybody() -> None:
    def said(mine: bool, state: str) -> str:
        return thread_row(entry(mine=mine), {"x": state}, NOW, ITALIAN).state_here

    assert said(mine=True, state="confirmed") == "confirmed"
    assert said(mine=False, state="confirmed") == ""
    assert said(mine=False, state="saved_here") == "saved_here"


def test_what_many_lines_say_alike_is_held_once() -> None:
    viewed, again = (thread_row(entry(title=f"Vista: {name}"), {}, NOW, ITALIAN) for name in ("Nora", "Nora"))
    assert viewed.title is again.title
    assert viewed.day is again.day
