"""The bundled drawings and typefaces: all that is used is there, nothing else, each with its licence."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo

from clienteling import resources
from clienteling.tablet.person.licences import PARTS, text
from clienteling.tablet.pictures import IconProvider
from clienteling.tablet.window import QML, load_fonts

pytestmark = pytest.mark.usefixtures("qapp")

QUOTED = re.compile(r'"([a-z][a-z0-9-]*)"')


def quoted_in_qml() -> set[str]:
    return {word for file in Path(QML).rglob("*.qml") for word in QUOTED.findall(file.read_text("utf-8"))}


def icons(weight: str) -> set[str]:
    return {file.stem for file in resources.path("icons", weight).glob("*.svg")}


def test_every_icon_that_a_property_names_is_there() -> None:
    named = re.compile(r'(?:iconName|iconName:|\bname|standIn): "([a-z][a-z0-9-]*)"')
    used = {name for f in Path(QML).rglob("*.qml") for name in named.findall(f.read_text("utf-8"))}
    assert used - icons("regular") == set()


def test_no_icon_is_bundled_that_nothing_shows() -> None:
    assert icons("regular") - quoted_in_qml() == set()
    assert icons("fill") - quoted_in_qml() == set()


def test_an_icon_is_drawn_in_the_colour_and_size_that_is_asked_for() -> None:
    image = IconProvider().requestImage("regular/x/9a3b26", QSize(), QSize(96, 96))
    assert (image.width(), image.height()) == (96, 96)
    assert image.pixelColor(48, 48) == QColor("#9a3b26")
    assert image.pixelColor(2, 2).alpha() == 0


def test_an_icon_that_is_not_there_is_no_picture() -> None:
    assert IconProvider().requestImage("regular/no-such-icon/000000", QSize(), QSize(24, 24)).isNull()


def test_both_typefaces_are_there_in_the_weights_that_the_pages_use() -> None:
    load_fonts()
    for family, weights in (("Newsreader", (400, 500)), ("Hanken Grotesk", (400, 500, 600))):
        assert family in QFontDatabase.families()
        for weight in weights:
            assert QFontInfo(QFont(family, 16, weight)).weight() == weight


def test_what_is_bundled_shows_its_licence() -> None:
    assert all("Copyright" in text(part) for part in PARTS if part.bundled)
