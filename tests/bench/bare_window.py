"""The limit of a first frame and of memory: an empty Qt Quick Controls window of the app's size and style."""

import sys

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from tests.bench.resident import peak_mib

QML = b"""
import QtQuick
import QtQuick.Controls
ApplicationWindow { width: 1280; height: 800; visible: true; Label { text: "." } }
"""


def main() -> None:
    application = QGuiApplication(sys.argv)
    QQuickStyle.setStyle("Material")
    engine = QQmlApplicationEngine()
    engine.loadData(QML, QUrl("bare.qml"))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    application.exec()
    print(peak_mib())


main()
