"""Cards of other loyalty systems that the demo's customers showed at the counter."""

from collections.abc import Mapping, Sequence

from clienteling.hub.demo.book import Book
from clienteling.hub.demo.dice import DAY_MS, Dice
from clienteling.hub.demo.house import House
from clienteling.hub.demo.people import Person
from clienteling.scan.symbology import Symbology

_SHOWN = (("SOCI-40117", Symbology.CODE_39), ("9780040118", Symbology.CODE_128), ("PUNTI-7731", Symbology.QR))


def put_cards(book: Book, dice: Dice, house: House, regulars: Mapping[str, Sequence[Person]]) -> None:
    """One in each shop, of its most faithful customer, said a while ago."""
    for place, (store_id, people) in enumerate(regulars.items()):
        number, symbology = _SHOWN[place % len(_SHOWN)]
        for person in people[:1]:
            book.add(
                "card_link",
                {
                    "id": f"card-{store_id}",
                    "customer_id": person.id,
                    "number": number,
                    "symbology": symbology.value,
                    "at": dice.now - (20 + 9 * place) * DAY_MS,
                    "store_id": store_id,
                    "associate_id": house.sellers[store_id][0],
                },
            )
