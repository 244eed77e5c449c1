pragma ComponentBehavior: Bound

import QtQuick
import Clienteling.Controls
import Clienteling.Models
import Clienteling.Theme
import Clienteling.Words

// A product by its words or numbers; a scan does the same without typing.
Column {
    id: finder

    required property RecordViewModel model

    spacing: Theme.space8

    Field {
        id: field

        objectName: "productField"
        width: parent.width
        placeholder: qsTr("Scan or search a product")
        onEdited: text => finder.model.look_for(text)
    }
    Repeater {
        model: finder.model.found

        ListRow {
            id: product

            required property string product_id
            required property string variant_id
            required property string name
            required property string label
            required property string price
            required property string picture

            objectName: "found-" + variant_id
            width: finder.width
            title: name
            subtitle: Words.joined([label, price])
            leading: Component {
                Picture {
                    width: Theme.touch
                    height: width
                    digest: product.picture
                }
            }
            onClicked: {
                finder.model.take(product_id, variant_id);
                field.text = "";
                finder.model.look_for("");
            }
        }
    }
}
