pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Material
import Clienteling.Controls
import Clienteling.Help
import Clienteling.Models
import Clienteling.Theme

// The window. Pages are loaded when their stage comes: the first frame waits for none of them. The shop's
// floor is made ready behind the sign-in page and stays, so that changing hands takes no time; the sign-in page
// is put away while somebody works.
ApplicationWindow {
    id: window

    required property Root root

    width: 1280
    height: 800
    minimumWidth: 600
    minimumHeight: 600
    visible: true
    title: qsTr("Clienteling")
    color: Theme.paper
    Material.theme: Theme.dark ? Material.Dark : Material.Light
    Material.accent: Theme.accent
    Material.foreground: Theme.ink
    Material.background: Theme.paper

    Binding { target: Theme; property: "dark"; value: window.root.preferences.dark }
    Binding { target: Theme; property: "scale"; value: window.root.preferences.text_scale }
    Binding { target: Theme; property: "practice"; value: window.root.stage === Root.Stage.Practice }
    Binding { target: Theme; property: "strong"; value: Application.styleHints.accessibility.contrastPreference === Qt.HighContrast }
    Binding { target: Theme; property: "reducedMotion"; value: window.root.preferences.reduced_motion }

    Loader {
        id: before

        anchors.fill: parent
        visible: window.root.stage !== Root.Stage.Shop && window.root.stage !== Root.Stage.Practice
        focus: visible
        Keys.onPressed: event => event.accepted = Keyboard.walk(event.key)

        function show(): void {
            switch (window.root.stage) {
            case Root.Stage.Opening:
                return before.setSource(Qt.resolvedUrl("OpeningPage.qml"), { model: window.root.opening });
            case Root.Stage.Pairing:
                return before.setSource(Qt.resolvedUrl("../Pairing/PairingPage.qml"),
                                        { model: window.root.pairing, scanner: window.root.scanner });
            case Root.Stage.Closed:
                return before.setSource(Qt.resolvedUrl("../Closed/ClosedPage.qml"), { model: window.root.closed });
            case Root.Stage.SignIn:
                return before.setSource(Qt.resolvedUrl("../SignIn/SignInPage.qml"), { shop: window.root.shop });
            default:
                before.source = "";
            }
        }
        Component.onCompleted: show()
    }
    Loader {
        id: floor

        anchors.fill: parent
        visible: window.root.stage === Root.Stage.Shop
        focus: visible
        Keys.onPressed: event => event.accepted = Keyboard.walk(event.key)

        function show(): void {
            if (window.root.shop === null)
                floor.source = "";
            else
                floor.setSource(Qt.resolvedUrl("ShopPage.qml"), { shop: window.root.shop });
        }
    }
    Loader {
        id: practice

        anchors.fill: parent
        visible: window.root.stage === Root.Stage.Practice
        focus: visible
        Keys.onPressed: event => event.accepted = Keyboard.walk(event.key)

        function show(): void {
            if (!practice.visible)
                practice.source = "";
            else if (practice.status === Loader.Null)
                practice.setSource(Qt.resolvedUrl("../Practice/PracticePage.qml"), { model: window.root.practice });
        }
    }
    Leaf {
        id: help

        sourceComponent: HelpSheet {
            practisable: window.root.shop !== null && (window.root.stage === Root.Stage.Shop || window.root.stage === Root.Stage.SignIn)
            onPractise_asked: exercise => window.root.practice.want(exercise)
        }

        Connections {
            target: Help
            function onAsked(): void {
                help.open();
                help.made().forceActiveFocus();
            }
            function onLeft(): void { help.close(); }
        }
    }
    Connections {
        target: window.root

        function onStage_changed(): void {
            SecondTouch.turned();
            help.close();
            before.show();
            practice.show();
        }
        function onShop_changed(): void { floor.show(); }
    }
}
