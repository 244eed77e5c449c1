"""A key on its own, or one of many."""

import pytest

from clienteling.tablet.keys.lone import APART_MS, Lone
from clienteling.tablet.scan.burst import LONGEST_GAP_MS


def settled_after(*pressed: tuple[str, int]) -> str:
    lone = Lone()
    for key, at in pressed:
        lone.press(key, at)
    return lone.settled()


def test_a_key_with_nothing_around_it_is_a_stroke() -> None:
    assert settled_after(("s", 1_000)) == "s"


def test_it_is_said_once() -> None:
    lone = Lone()
    lone.press("s", 0)
    assert [lone.settled(), lone.settled()] == ["s", ""]


@pytest.mark.parametrize("gap", [1, 15, LONGEST_GAP_MS, APART_MS - 1])
def test_no_key_of_a_scanner_is_a_stroke(gap: int) -> None:
    assert settled_after(*((key, 1_000 + i * gap) for i, key in enumerate("8032089000017"))) == ""


def test_a_stroke_a_moment_after_another_is_a_stroke() -> None:
    assert settled_after(("1", 1_000), ("s", 1_000 + APART_MS)) == "s"


def test_what_is_forgotten_is_no_stroke() -> None:
    lone = Lone()
    lone.press("s", 0)
    lone.forget()
    assert lone.settled() == ""
