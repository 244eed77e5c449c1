import QtQuick
import Clienteling.Theme

// Where it comes from, when, by whom: beside what matters, never instead of it.
Body {
    color: Theme.ink2
    font.pixelSize: Theme.sizeSmall
}
