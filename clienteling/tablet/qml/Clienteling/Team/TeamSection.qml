import QtQuick

// One section of the team's page: its name, and what stands below it.
QtObject {
    required property int section
    required property string title
    required property Component page
}
