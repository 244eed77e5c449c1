"""The first shop's agreement about figures of one person, and one look under it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clienteling.basis.periods import Period, days_of
from clienteling.basis.values import What
from clienteling.hub.demo.book import Book
from clienteling.hub.demo.house import House
from clienteling.staff.values import Role

AGREEMENT = "agreement-brera"
DOCUMENT = "Accordo aziendale del 7 gennaio, protocollo 12"
LOOKED_AGO = timedelta(days=2)


def put_basis(book: Book, house: House, now: int) -> None:
    shop = house.stores[0].id
    staff = [one for one in house.staff if one.store == shop]
    leads = next(one for one in staff if one.role is Role.MANAGER)
    her = next(one for one in staff if one.role is Role.ASSOCIATE)
    looked_at = datetime.fromtimestamp(now / 1000, ZoneInfo("Europe/Rome")) - LOOKED_AGO
    days = days_of(Period.LAST_MONTH, looked_at.date())
    begins = date(days.first.year, 1, 7) if days.first.month > 1 else date(days.first.year - 1, 1, 7)
    book.add(
        "legal_basis",
        {
            "id": AGREEMENT,
            "store_id": shop,
            "document": DOCUMENT,
            "first_on": begins.isoformat(),
            "last_on": begins.replace(year=begins.year + 2).isoformat(),
            "people": [],
            "at": round((looked_at - timedelta(days=30)).timestamp() * 1000),
            "associate_id": leads.id,
            "correction": "",
        },
    )
    book.add(
        "figure_look",
        {
            "id": "look-brera",
            "associate_id": leads.id,
            "whom_id": her.id,
            "store_id": shop,
            "first_on": days.first.isoformat(),
            "last_on": days.last.isoformat(),
            "what": What.FIGURES.value,
            "bases": [AGREEMENT],
            "device": "Tablet 1",
            "at": round(looked_at.timestamp() * 1000),
        },
    )
