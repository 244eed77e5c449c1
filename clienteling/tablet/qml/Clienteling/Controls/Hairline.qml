import QtQuick
import Clienteling.Theme

Rectangle {
    implicitWidth: 1
    implicitHeight: Theme.hairline
    color: Theme.line
    Accessible.ignored: true
}
