import QtQuick
import Clienteling.Models

// A key that does something while a page is shown, and nobody types. It stands in the list behind `?`.
QtObject {
    id: stroke

    required property Item page
    property string key: ""
    required property string does
    property bool enabled: true
    readonly property bool active: stroke.enabled && stroke.page.visible && stroke.page.enabled
    signal struck

    Component.onCompleted: Keyboard.learn(stroke)
    Component.onDestruction: Keyboard.forget(stroke)
}
