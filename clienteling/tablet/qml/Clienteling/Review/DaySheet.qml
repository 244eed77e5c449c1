import QtQuick
import Clienteling.Controls
import Clienteling.Figures
import Clienteling.Models

// Which day is read: a touch in its month goes to it.
Sheet {
    id: sheet

    required property DaysViewModel model
    signal today_asked

    title: qsTr("Which day?")
    help: "day"

    Chip {
        objectName: "goToday"
        text: qsTr("Today")
        onClicked: {
            sheet.today_asked();
            sheet.close();
        }
    }
    MonthGrid {
        width: parent.width
        model: sheet.model
        onTouched: day => {
            sheet.model.touch(day);
            sheet.model.take();
            sheet.close();
        }
    }
}
