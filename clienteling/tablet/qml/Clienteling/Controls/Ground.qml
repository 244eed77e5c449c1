import QtQuick

// What a page needs at its foot: what is said for a moment on any page lies above it.
Item {
    id: ground

    // By what is acted on there.
    property real taken: 0
    // By what the page itself says for a moment.
    property real said: 0

    function tell(): void {
        if (ground.visible)
            Leaves.ground = ground;
        else if (Leaves.ground === ground)
            Leaves.ground = null;
    }

    onVisibleChanged: ground.tell()
    Component.onCompleted: ground.tell()
    Component.onDestruction: {
        if (Leaves.ground === ground)
            Leaves.ground = null;
    }
}
