"""Every scan that opens nothing says why, in whole sentences."""

from pathlib import Path

import pytest
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from clienteling.scan.values import ScanKind
from clienteling.tablet.asked import Answer

MODULES = Path(__file__).parents[3] / "clienteling" / "tablet" / "qml"
VOICE = """
import QtQml
import Clienteling.Scan
QtObject {
    function title(kind: string): string { return ScanWords.title(kind); }
    function words(kind: string, detail: string): string { return ScanWords.words(kind, detail); }
    function explains(kind: string): bool { return ScanWords.explains(kind); }
}
"""
SILENT = {ScanKind.NOTHING, ScanKind.CUSTOMER, ScanKind.PRODUCT, ScanKind.TEXT}
EXPLAINED = sorted(set(ScanKind) - SILENT)


@pytest.fixture(scope="module")
def voice(qapp):
    engine = QQmlEngine()
    engine.addImportPath(str(MODULES))
    component = QQmlComponent(engine)
    component.setData(VOICE.encode(), QUrl())
    voice = component.create()
    assert voice is not None, component.errorString()

    def ask(function: str, *words: str) -> object:
        kind = "bool" if function == "explains" else "QString"
        given = [Q_ARG("QString", word) for word in words]
        return QMetaObject.invokeMethod(voice, function, Q_RETURN_ARG(kind), *given)

    yield ask
    component.deleteLater()
    voice.deleteLater()
    engine.deleteLater()


@pytest.mark.parametrize("kind", EXPLAINED)
def test_what_opens_nothing_is_explained(voice, kind):
    assert voice("explains", kind.value)
    assert voice("title", kind.value)
    assert voice("words", kind.value, "2026-01-31").endswith((".", "…", "?"))


@pytest.mark.parametrize("kind", sorted(SILENT))
def test_what_opens_something_needs_no_words(voice, kind):
    assert not voice("explains", kind.value)


def test_the_six_outcomes_of_a_code_read_differently(voice):
    kinds = ("not_here", "expired", "revoked", "forged", "another_retailer", "unreadable")
    assert len({voice("title", kind) for kind in kinds}) == len(kinds)
    assert len({voice("words", kind, "2026-01-31") for kind in kinds}) == len(kinds)


def test_why_a_code_is_doubted_is_told_apart(voice):
    assert voice("words", "forged", "key_unknown") != voice("words", "forged", "signature")
    assert voice("words", "unreadable", "newer") != voice("words", "unreadable", "misread")


def test_what_the_hub_says_of_somebody_who_is_not_here_is_told_apart(voice):
    assert len({voice("words", "not_here", answer.value) for answer in Answer}) == len(Answer)


def test_an_expired_code_says_since_when(voice):
    assert "31" in voice("words", "expired", "2026-01-31")
