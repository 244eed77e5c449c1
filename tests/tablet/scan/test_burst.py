import pytest

from clienteling.tablet.scan.burst import MOST_KEYS, Burst, Verdict
from tests.tablet.scan.drawn import CODE


def pressed(keys: str, gap: int, start: int = 1000) -> tuple[Burst, list[Verdict]]:
    burst = Burst()
    return burst, [burst.press(key, start + i * gap) for i, key in enumerate(keys)]


@pytest.mark.parametrize("gap", [0, 2, 15, 40])
@pytest.mark.parametrize(
    "text", [CODE, "8032089000017", "https://shop.example/c", "FIDELITY-77 B", "96385074"]
)
def test_a_scanner_s_keys_are_a_burst_with_enter_and_without(text, gap):
    burst, _ = pressed(text, gap)
    assert burst.recognised
    assert burst.text == text
    assert pressed(text + "\r", gap)[1][-1] is Verdict.COMPLETE
    assert pressed(text + "\t", gap)[1][-1] is Verdict.COMPLETE


@pytest.mark.parametrize("gap", [45, 60, 100, 250])
def test_a_fast_typist_is_not(gap):
    burst, verdicts = pressed("3331234567\r", gap)
    assert set(verdicts) == {Verdict.TYPED}
    assert not burst.recognised


def test_words_are_not_even_at_a_scanner_s_speed():
    assert set(pressed("Giulia Ferraris vuole il nero\r", 5)[1]) == {Verdict.TYPED}


def test_a_few_keys_rolled_over_each_other_are_not():
    assert set(pressed("90210\r", 5)[1]) == {Verdict.TYPED}


def test_a_scanner_may_stumble_once():
    burst = Burst()
    times = [0, 10, 20, 30, 40, 50, 125, 135]
    assert [burst.press(key, at) for key, at in zip("80320890", times, strict=True)][-1] is Verdict.SCANNED
    assert burst.text == "80320890"


def test_a_pause_begins_anew():
    burst, _ = pressed("80320890", 10)
    assert burst.press("4", 2000) is Verdict.TYPED
    assert burst.beginning
    assert not burst.recognised


def test_enter_long_after_the_last_key_is_a_person_s():
    burst, _ = pressed("803208", 10)
    assert burst.press("\r", 3000) is Verdict.TYPED


def test_two_scans_in_a_row_are_two():
    burst, _ = pressed("80320890\r", 10)
    burst.reset()
    for i, key in enumerate("96385074"):
        burst.press(key, 1200 + 10 * i)
    assert burst.text == "96385074"


def test_a_scanner_that_never_ends_fills_nothing():
    """Its keys are kept away for as long as they come, and what is made of them is no longer than a code."""
    burst = Burst()
    verdicts = {burst.press("%", 10 * at) for at in range(1, 3 * MOST_KEYS)}
    assert verdicts == {Verdict.TYPED, Verdict.SCANNED}
    assert len(burst.text) == MOST_KEYS
    assert burst.press("\r", 30 * MOST_KEYS) is Verdict.COMPLETE
