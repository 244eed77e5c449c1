from clienteling.tablet.scan.repeats import Repeats


def test_a_code_held_in_view_is_one_scan_until_it_has_been_away_for_two_seconds():
    repeats = Repeats()
    assert repeats.is_new("A", 0)
    assert not any(repeats.is_new("A", at) for at in range(33, 9000, 33))
    assert repeats.is_new("A", 11_000)


def test_another_code_is_another_scan():
    repeats = Repeats()
    assert repeats.is_new("A", 0)
    assert repeats.is_new("B", 10)
    assert not repeats.is_new("A", 20)
