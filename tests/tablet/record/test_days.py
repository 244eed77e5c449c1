from datetime import date

from clienteling.tablet.record.days import day_choices


def test_a_week_of_days_begins_with_today_and_tomorrow() -> None:
    days = day_choices(date(2026, 11, 27))
    assert [(day.word, day.weekday) for day in days] == [
        ("today", 5),
        ("tomorrow", 6),
        ("weekday", 7),
        ("weekday", 1),
        ("weekday", 2),
        ("weekday", 3),
        ("weekday", 4),
    ]
    assert days[-1].key == "2026-12-03"
