"""The tokens: every text on every ground it may stand on can be read."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlEngine, QQmlExpression, qmlContext

from clienteling.tablet.window import QML

pytestmark = pytest.mark.usefixtures("qapp")

ON_THE_PAGE = ("ink", "ink2", "ink3", "accent", "gold", "warn")
PAIRS = (
    *((text, ground) for text in ON_THE_PAGE for ground in ("paper", "card", "leaf")),
    ("ink", "tint"),
    ("accent", "tint"),
    ("gold", "goldTint"),
    ("warn", "warnTint"),
    ("inkOnAccent", "accent"),
    ("accent", "inkOnAccent"),
    ("inkOnNight", "night"),
    ("inkOnNight2", "night"),
    ("paper", "ink"),
    ("paper", "gold"),
    ("inkOnWhite", "white"),
    ("inkOnWhite2", "white"),
    ("inkOnBand", "band"),
    ("inkOnBand2", "band"),
)
ENOUGH = 4.5
VIOLET = range(240, 280)
FAR_AROUND_THE_WHEEL = 120
"""Of 360 degrees."""
STRONG = 7.0
"""WCAG 2.2, 1.4.6."""
SEEN = 3.0
"""WCAG 2.2, 1.4.11: what is not text."""


SIZES = ("sizeTiny", "sizeSmall", "sizeText", "sizeLarge", "sizeTitle", "sizeHead", "sizeDisplay")


@pytest.fixture
def theme():
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    theme = engine.singletonInstance("Clienteling.Theme", "Theme")
    assert isinstance(theme, QObject)
    yield theme
    engine.deleteLater()


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast(QColor("#000"), QColor("#fff")), 2) == 21.0
    assert round(contrast(QColor("#767676"), QColor("#fff")), 2) == 4.54


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("practice", [False, True], ids=["at work", "in practice"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=lambda name: name)
def test_every_text_can_be_read_on_its_ground(
    theme: QObject, text: str, ground: str, practice: bool, dark: bool
) -> None:
    theme.setProperty("dark", dark)
    theme.setProperty("practice", practice)
    assert contrast(theme.property(text), theme.property(ground)) >= ENOUGH


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_ground_of_practice_is_taken_for_no_other(theme: QObject, dark: bool) -> None:
    theme.setProperty("dark", dark)
    at_work = theme.property("paper")
    theme.setProperty("practice", True)
    in_practice = theme.property("paper")
    assert in_practice.hslHue() in VIOLET
    assert abs(in_practice.hslHue() - at_work.hslHue()) > FAR_AROUND_THE_WHEEL


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_strong_contrast_leaves_nothing_quiet(theme: QObject, dark: bool) -> None:
    theme.setProperty("dark", dark)
    theme.setProperty("strong", True)
    for ground in ("paper", "card", "leaf"):
        assert contrast(theme.property("ink2"), theme.property(ground)) >= STRONG
        assert contrast(theme.property("ink3"), theme.property(ground)) >= STRONG
        assert contrast(theme.property("line"), theme.property(ground)) >= SEEN


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_ring_around_what_has_the_focus_is_seen_on_every_ground(theme: QObject, dark: bool) -> None:
    theme.setProperty("dark", dark)
    for ground in ("paper", "card", "leaf", "tint", "goldTint", "warnTint"):
        assert contrast(theme.property("accent"), theme.property(ground)) >= SEEN


@pytest.mark.parametrize("practice", [False, True], ids=["at work", "in practice"])
def test_by_night_a_leaf_is_told_from_the_page_and_a_field_from_the_leaf(
    theme: QObject, practice: bool
) -> None:
    theme.setProperty("dark", True)
    theme.setProperty("practice", practice)
    page, leaf, field = (luminance(theme.property(name)) for name in ("paper", "leaf", "card"))
    assert page < leaf < field


def test_nothing_that_must_be_read_is_small_and_everything_can_be_touched(theme: QObject) -> None:
    assert theme.property("sizeText") >= 16
    assert theme.property("touch") >= 48
    assert theme.property("action") >= 52


def test_without_motion_things_take_no_time(theme: QObject) -> None:
    theme.setProperty("reducedMotion", True)
    assert (theme.property("quick"), theme.property("calm")) == (0, 0)


def test_pages_take_their_colours_from_the_theme() -> None:
    with_own_colour = [
        f"{file.name}:{number}"
        for file in Path(QML).rglob("*.qml")
        if file.name != "Theme.qml"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if '"#' in line
    ]
    assert with_own_colour == []


def test_every_motion_ends_where_motion_is_reduced() -> None:
    """A duration is the theme's, or what moves asks whether it may."""
    restless = [
        f"{file.name}:{number}"
        for file in Path(QML).rglob("*.qml")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if re.search(r"\bduration:\s*\d", line) and "!Theme.reducedMotion" not in file.read_text("utf-8")
    ]
    assert restless == []


def test_words_are_as_large_as_they_are_wanted(theme: QObject) -> None:
    usual = {name: theme.property(name) for name in SIZES}
    theme.setProperty("scale", 2)
    assert {name: theme.property(name) for name in SIZES} == {name: 2 * size for name, size in usual.items()}


def test_two_columns_become_one_when_the_words_grow(theme: QObject) -> None:
    def stacked() -> bool:
        return QQmlExpression(qmlContext(theme), theme, "stacked(1200, 720)").evaluate()[0]

    assert stacked() is False
    theme.setProperty("scale", 2)
    assert stacked() is True


def test_pages_take_their_type_from_the_theme() -> None:
    with_own_size = [
        f"{file.name}:{number}"
        for file in Path(QML).rglob("*.qml")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if re.search(r"pixelSize:\s*\d|pointSize", line)
    ]
    assert with_own_size == []
