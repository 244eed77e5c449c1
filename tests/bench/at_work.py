"""The app at work, which then says how much memory it held. Arguments: its folder, customers' ids."""

import sys
from pathlib import Path

from PySide6.QtQuick import QQuickItem

from clienteling.tablet.navigation import Navigation
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.resident import peak_mib


def main() -> None:
    folder, *customers = sys.argv[1:]
    with signed_in(Path(folder)) as app:
        card = app.root.shop.card.card
        for her in customers:
            app.navigation.go(Navigation.Place.Book.value)
            rest()
            app.navigation.open_customer(her)
            wait_until(lambda her=her: card.customer_id == her and not card.loading)
            rest()
        while card.timeline.more:
            lines = card.timeline.rows.count
            card.timeline.older()
            wait_until(lambda lines=lines: card.timeline.rows.count > lines or not card.timeline.more)
        app.window.quick.findChild(QQuickItem, "thread").setProperty("contentY", 100_000)
        rest()
        print(peak_mib())


main()
