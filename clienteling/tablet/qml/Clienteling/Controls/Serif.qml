import QtQuick
import Clienteling.Theme

// The person's voice: her name, why she is here, the values she told us.
Body {
    font.family: Theme.serif
    font.pixelSize: Theme.sizeHead
}
