"""A practice shop: a replica of its own that no hub knows, filled with a scenario."""

import hashlib
from dataclasses import dataclass

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from clienteling import resources
from clienteling.codes.signed import sign
from clienteling.codes.values import Claim
from clienteling.customers.erasing import erase_beside
from clienteling.database import create_tables
from clienteling.practice.book import Book
from clienteling.practice.goods import ARTICLES, label, picture, put_goods
from clienteling.practice.names import PropKind
from clienteling.practice.premises import KEY_NUMBER, RETAILER, put_blank_codes, put_premises, put_words
from clienteling.practice.values import Prop, Scenario
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.wording import Wording
from sync.device.replica import Replica
from sync.device.told import blobs
from sync.instants import Now


@dataclass(frozen=True)
class PracticeShop:
    replica: Replica
    key: Ed25519PrivateKey
    """Made for this exercise and forgotten with it: outside it nobody believes its codes."""

    def scanned(self, prop: Prop) -> str:
        """What a scanner reads of a prop."""
        if prop.kind is PropKind.CODE:
            return self.code_of(prop.what)
        return label(prop.what)

    def code_of(self, customer_id: str) -> str:
        return sign(self.key, Claim(KEY_NUMBER, RETAILER, customer_id, serial=1))


def furnish(
    engine: sa.Engine, scenario: Scenario, now: Now, wording: Wording, name: tuple[str, str]
) -> PracticeShop:
    """On an empty file; `name` is that of whoever practises."""
    create_tables(engine)
    replica = Replica(engine, REGISTRY, now)
    replica.erasing.append(erase_beside)
    shop = PracticeShop(replica, Ed25519PrivateKey.generate())
    book = Book(replica.now(), wording)
    with replica.transaction() as connection:
        put_premises(book, *name, shop.key.public_key().public_bytes_raw())
        put_words(book)
        put_blank_codes(book, shop.code_of)
        put_goods(book, _pictures(connection))
        scenario.people(book)
        for table, rows in book.rows.items():
            for row in rows:
                connection.execute(metadata.tables[table].insert(), row)
    return shop


def _pictures(connection: sa.Connection) -> dict[str, str]:
    files = {picture(article, colour) for article in ARTICLES for colour, *_ in article.pieces}
    return {file: _stored(connection, file) for file in sorted(files)}


def _stored(connection: sa.Connection, file: str) -> str:
    body = resources.path("demo", "pictures", file).read_bytes()
    digest = hashlib.sha256(body).hexdigest()
    blobs.store(connection, digest, body)
    return digest
