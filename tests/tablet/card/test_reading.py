from dataclasses import replace

from clienteling.card.values import Card
from clienteling.customers.values import Customer
from clienteling.staff.values import Author
from clienteling.tablet.card.reading import Reading, Request
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

SOFIA = Author(associate_id="sofia", store_id="milano")
ASKED = Request(customer_id="giulia", author=SOFIA, wording=Wording("it"), now=1)
READ = Reading(
    request=ASKED, card=Card(customer=Customer(id="giulia", given_name="Giulia", family_name="F."))
)


def test_a_card_read_for_the_same_reader_serves_while_its_timeline_is_read_again():
    assert READ.serves(replace(ASKED, now=2, lines=60, channel=Channel.SHOP))


def test_another_customer_reader_or_language_needs_a_card_of_its_own():
    assert not READ.serves(replace(ASKED, customer_id="anna"))
    assert not READ.serves(replace(ASKED, author=Author(associate_id="luca", store_id="milano")))
    assert not READ.serves(replace(ASKED, wording=Wording("en")))


def test_a_customer_who_was_not_here_has_no_card_that_serves():
    assert not Reading(request=ASKED, card=None).serves(ASKED)
