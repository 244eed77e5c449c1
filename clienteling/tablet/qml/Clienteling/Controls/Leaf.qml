import QtQuick
import QtQuick.Templates as T

// A sheet that is made when it is asked for the first time, and stays from then on: a page with a dozen of them
// stands sooner and holds less.
Loader {
    id: leaf

    active: false

    // By the type that Qt itself has: of ours each engine of a process has one of its own.
    function made(): T.Popup {
        leaf.active = true;
        return leaf.item as T.Popup;
    }
    function open(): void {
        leaf.made().open();
    }
    function close(): void {
        (leaf.item as T.Popup)?.close();
    }
}
