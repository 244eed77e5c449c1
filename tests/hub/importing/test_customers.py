import pytest
import sqlalchemy as sa

from clienteling.consents import queries as consents
from clienteling.consents.tables import consent, consent_text
from clienteling.consents.values import Purpose
from clienteling.customers.queries import facts
from clienteling.customers.tables import customer, identifier
from clienteling.hub.connectors.heard import HeardEvent
from clienteling.hub.identity import strangers
from clienteling.hub.identity.merging import merge
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.importing.memory import forget
from clienteling.hub.importing.tables import imported_row
from clienteling.replicated import REGISTRY
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore
from tests.hub.little_house import ANNA, NOW, email, rows, timeline, user

HEAD = "Codice cliente;Cognome;Nome;Email;Cellulare;Tessera;Data di nascita;Negozio\n"
MARTA = "0077;CONTI;Marta;marta@example.it;399 2000001;00280001;31/12/1980;Milano\n"


def her(store, **where):
    (found,) = rows(store, customer, **where)
    return found


def made(store) -> list[sa.Row]:
    return [row for row in rows(store, customer) if row.family_name]


def test_a_new_customer_is_made_with_the_names_she_is_known_by(store, imported):
    assert imported(HEAD + MARTA).fates == (1, 0, 0, 0)
    row = her(store, email="marta@example.it")
    assert (row.given_name, row.family_name) == ("Marta", "Conti")
    assert (row.phone, row.card_number, row.birthday_on) == ("+393992000001", "00280001", "1980-12-31")
    assert row.home_store_id == "milano"
    known = {(i.kind, i.source, i.value, i.verified) for i in rows(store, identifier, customer_id=row.id)}
    assert known == {
        ("user", "file", "0077", True),
        ("card", "", "00280001", True),
        ("email", "", "marta@example.it", False),
        ("phone", "", "+393992000001", False),
    }


def test_where_she_lives_is_taken(store, imported):
    imported(
        "Cognome;Nome;E-mail;Indirizzo;CAP;Città\nConti;Marta;marta@example.it;Via dei Prati 4;20121;Milano\n"
    )
    row = her(store, email="marta@example.it")
    assert (row.address, row.postcode, row.city) == ("Via dei Prati 4", "20121", "Milano")


def test_the_same_file_twice_changes_nothing(store, imported):
    imported(HEAD + MARTA)
    head = store.head
    assert imported(HEAD + MARTA).fates == (0, 0, 1, 0)
    assert store.head == head


def test_the_same_row_twice_is_one_customer(store, imported):
    assert imported(HEAD + MARTA + MARTA).fates == (1, 0, 1, 0)
    assert len(made(store)) == 1


def test_two_rows_of_one_number_that_contradict_each_other_keep_the_first(store, imported):
    other = MARTA.replace("Marta", "Maria")
    done = imported(HEAD + MARTA + other)
    assert done.fates == (1, 0, 0, 1)
    assert "Row 2 says something else" in done.reasons[3]
    assert imported(HEAD + MARTA + other).fates == (0, 0, 1, 1)


def test_a_changed_row_changes_only_what_it_names(store, imported):
    imported(HEAD + MARTA)
    before = her(store, email="marta@example.it")
    with store.write() as writer:
        writer.update("customer", before.id, {"phone": "+393992999999", "tier": "gold"})
    changed = "0077;CONTI;Marta;nuova@example.it;399 2000001;;;\n"
    assert imported(HEAD + changed).fates == (0, 1, 0, 0)
    row = her(store, id=before.id)
    assert row.email == "nuova@example.it"
    assert row.phone == "+393992999999"  # corrected in the shop, and the file says nothing new of it
    assert (row.card_number, row.birthday_on, row.tier) == ("00280001", "1980-12-31", "gold")
    assert imported(HEAD + changed).fates == (0, 0, 1, 0)


def test_an_older_address_keeps_finding_her(store, imported):
    imported(HEAD + MARTA)
    imported(HEAD + MARTA.replace("marta@", "nuova@"))
    orders = "Numero ordine;Data;Email;Totale\nA1;1/10/2026;marta@example.it;10\n"
    assert imported(orders, "ordini.csv").fates == (1, 0, 0, 0)


@pytest.mark.parametrize(
    "here",
    [
        {"email": "marta@example.it"},
        {"phone": "+393992000001"},
        {"card_number": "00280001"},
    ],
)
def test_who_is_here_already_is_met_and_only_blanks_are_filled(store, imported, here):
    with store.write() as writer:
        known = {"given_name": "Marta", "family_name": "Conti", "birthday_on": "1979-01-01", **here}
        her_id = writer.insert("customer", known)
    done = imported(HEAD + MARTA)
    assert done.fates == (0, 1, 0, 0)
    row = her(store, id=her_id)
    assert (row.email, row.phone, row.card_number) == ("marta@example.it", "+393992000001", "00280001")
    assert row.birthday_on == "1979-01-01"
    assert sum(done.figures.remarks.values()) == 1
    assert len(made(store)) == 1


def test_a_family_that_shares_an_address_stays_two_people(store, imported):
    sister = "0078;CONTI;Paola;marta@example.it;399 2000001;00280002;;\n"
    assert imported(HEAD + MARTA + sister).fates == (2, 0, 0, 0)
    assert imported(HEAD + MARTA + sister).fates == (0, 0, 2, 0)
    assert len(made(store)) == 2


def test_a_family_with_one_address_and_nothing_else_stays_two_people(store, imported):
    text = "Cognome;Nome;Email;Numero scarpa\nConti;Ada;casa@example.it;38\nConti;Ugo;casa@example.it;43\n"
    assert imported(text).fates == (2, 0, 0, 0)
    swapped = "Cognome;Nome;Email;Numero scarpa\nConti;Ugo;casa@example.it;43\nConti;Ada;casa@example.it;38\n"
    assert imported(swapped).fates == (0, 0, 2, 0)


def test_somebody_elses_card_is_not_taken_over(store, imported):
    imported(HEAD + MARTA)
    done = imported(HEAD + "0099;ROSSI;Ugo;ugo@example.it;;00280001;;\n")
    assert done.fates == (0, 0, 0, 1)
    assert "00280001 is somebody else's" in done.reasons[2]


def test_a_later_file_cannot_give_her_somebody_elses_card(store, imported):
    imported(HEAD + MARTA + "0099;ROSSI;Ugo;ugo@example.it;;00280009;;\n")
    done = imported(HEAD + MARTA.replace("00280001", "00280009"))
    assert "00280009 is somebody else's" in done.reasons[2]
    assert her(store, email="marta@example.it").card_number == "00280001"


def test_an_address_that_two_people_checked_joins_nobody_to_the_second(store, imported):
    sister = "0078;CONTI;Paola;marta@example.it;;;;\n"
    imported(HEAD + MARTA + sister, checked_emails=True)
    addresses = rows(store, identifier, value="marta@example.it")
    assert sorted(one.verified for one in addresses) == [False, True]


def test_a_row_that_points_at_two_customers_is_left_to_a_person(store, imported):
    with store.write() as writer:
        writer.insert("customer", {"given_name": "Marta", "email": "marta@example.it"})
        writer.insert("customer", {"given_name": "Marta", "phone": "+393992000001"})
    done = imported(HEAD + MARTA.replace("00280001", "").replace("0077", ""))
    assert done.fates == (0, 0, 0, 1)
    assert "Several customers" in done.reasons[2]


def test_a_row_that_names_nobody_for_sure_is_rejected(store, imported):
    done = imported(HEAD + ";ROSSI;Ugo;;;;;\n" + ";ROSSI;Ugo;;;;01/02/1970;\n")
    assert done.fates == (1, 0, 0, 1)
    assert "names nobody for sure" in done.reasons[2]
    assert imported(HEAD + ";ROSSI;Ugo;;;;01/02/1970;\n").fates == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1;=1+1;Anna;a@example.it;;;;", "formula"),
        ("1;Rossi;Anna;a(at)example.it;;;;", "no e-mail address"),
        ("1;Rossi;Anna;;chiamare sera;;;", "no telephone number"),
        ("1;Rossi;Anna;;;2,8E+11;;", "shortened"),
        ("1;Rossi;Anna;;;;31/02/1980;", "no date"),
        ("1;Rossi;Anna;;;;;Napoli", "No shop here is called “Napoli”"),
        ("1;Rossi;#N/D;;;;;", "spreadsheet's error"),
        ("1;Rossi;Anna;;;;;Milano;di troppo", "more cells"),
    ],
)
def test_what_is_unfit_is_rejected_with_its_reason_and_the_rest_is_taken(store, imported, row, why):
    done = imported(HEAD + row + "\n" + MARTA)
    assert done.fates == (1, 0, 0, 1)
    assert why in done.reasons[2]


def test_names_in_one_column_and_in_capitals(store, imported):
    text = (
        "Nominativo;Email\n"
        'DE LUCA ANNA MARIA;a@example.it\n"D\'AMICO, UGO";b@example.it\nConti Ada;c@example.it\n'
    )
    imported(text)
    assert {(row.given_name, row.family_name) for row in made(store)} == {
        ("Anna Maria", "De Luca"),
        ("Ugo", "D'Amico"),
        ("Ada", "Conti"),
    }


def test_numbers_of_two_systems_are_different_people(store, imported):
    imported(HEAD + "0077;CONTI;Marta;;;;;\n", source="cassa")
    imported(HEAD + "0077;RIVA;Paolo;;;;;\n", source="web")
    assert {row.family_name for row in made(store)} == {"Conti", "Riva"}


CONSENTS = "Codice cliente;Cognome;Nome;Consenso newsletter;Consenso SMS;Data consenso;Informativa\n"


def states(store, her_id) -> dict[Purpose, bool]:
    with store.read() as conn:
        return {s.purpose: s.granted for s in consents.states(conn, her_id, NOW) if s.asked}


def test_consents_come_with_their_date_text_and_proof(store, imported):
    imported(CONSENTS + "7;Conti;Marta;sì;no;1/3/2026;v3 2025\n", "clienti marzo.csv")
    (row,) = made(store)
    assert states(store, row.id) == {Purpose.MARKETING_EMAIL: True, Purpose.MARKETING_MESSAGE: False}
    grant = rows(store, consent, purpose="marketing_email")[0]
    assert (grant.proof, grant.how, grant.text_id) == ("clienti marzo.csv, 2", "file", "marketing/it/v3 2025")
    assert grant.at == 1_772_362_800_000  # noon of 1 March 2026 in Italy
    assert grant.expires_at > grant.at
    assert [text.body for text in rows(store, consent_text)] == ["v3 2025"]


def test_the_same_consents_again_are_no_new_ones(store, imported):
    text = CONSENTS + "7;Conti;Marta;sì;no;1/3/2026;\n"
    imported(text)
    imported(text)
    assert imported(text.replace("Conti", "Conte")).fates == (0, 1, 0, 0)
    assert len(rows(store, consent)) == 2


def test_a_withdrawal_in_a_later_file_withdraws(store, imported):
    imported(CONSENTS + "7;Conti;Marta;sì;;1/3/2026;\n")
    assert imported(CONSENTS + "7;Conti;Marta;no;;2/9/2026;\n").fates == (0, 1, 0, 0)
    (row,) = made(store)
    assert states(store, row.id) == {Purpose.MARKETING_EMAIL: False}


def test_a_yes_without_a_date_is_no_consent_and_said_so(store, imported):
    done = imported(CONSENTS + "7;Conti;Marta;sì;no;;\n")
    (row,) = made(store)
    assert states(store, row.id) == {Purpose.MARKETING_MESSAGE: False}
    assert sum(done.figures.remarks.values()) == 1


def test_an_undated_no_takes_back_nothing_that_was_given_after_the_file_was_written(store, imported):
    imported(HEAD + MARTA)
    (row,) = made(store)
    with store.write() as writer:
        given = {"customer_id": row.id, "purpose": "marketing_email", "granted": True, "at": NOW - 1}
        writer.insert("consent", given)
    imported(CONSENTS + "0077;Conti;Marta;no;;;\n")
    assert states(store, row.id) == {Purpose.MARKETING_EMAIL: True}


def test_a_consent_of_tomorrow_is_rejected(store, imported):
    assert "after this file was written" in imported(CONSENTS + "7;Conti;Marta;sì;;1/3/2027;\n").reasons[2]


def test_a_size_is_a_told_fact(store, imported):
    imported("Cognome;Nome;Email;Numero scarpa\nConti;Marta;m@example.it;38\n")
    (row,) = made(store)
    with store.read() as conn:
        assert [(f.kind, f.value) for f in facts(conn, row.id, NOW, deduced=True)] == [("shoe_size", "38")]


def test_a_stranger_whose_checked_address_is_in_the_file_gets_what_she_did_online(store, imported):
    with store.write() as writer:
        web = strangers.remember(writer.connection, NOW, [user("u1"), email("marta@example.it")], frozenset())
        looked = HeardEvent(channel=Channel.WEB, kind=EventKind.PAGE_VIEWED, at=NOW, text="Novità")
        strangers.wait(writer.connection, web, Waiting("segment:web", "1", looked))
    imported(HEAD + MARTA, checked_emails=True)
    (row,) = made(store)
    assert timeline(store, row.id) == ["Novità"]


def test_an_address_that_nobody_checked_joins_no_stranger(store, imported):
    with store.write() as writer:
        strangers.remember(writer.connection, NOW, [user("u1"), email("marta@example.it")], frozenset())
    imported(HEAD + MARTA)
    (row,) = made(store)
    assert {i.kind for i in rows(store, identifier, customer_id=row.id)} == {"user", "card", "email", "phone"}


def test_a_customer_who_was_erased_is_not_made_again(store, imported, tmp_path):
    imported(HEAD + MARTA)
    orders = "Numero ordine;Data;Email;Totale\nA1;1/10/2026;marta@example.it;10\n"
    imported(orders, "ordini.csv")
    (row,) = made(store)
    forgetful = HubStore(store.engine, REGISTRY, remembered=Remembered(tmp_path))
    forgetful.erasing.hooks.append(forget)
    forgetful.erasing.erase(row.id)
    assert "not made again" in imported(HEAD + MARTA).reasons[2]
    assert "Import the customers first" in imported(orders, "ordini.csv").reasons[2]
    assert made(store) == []
    (left,) = rows(store, imported_row)
    assert (left.record_id, left.told) == (row.id, {})


def test_shops_that_already_have_people_keep_them(store, imported):
    imported(HEAD + MARTA)
    assert her(store, id=ANNA).given_name == "Anna"


def test_a_row_that_names_both_records_of_one_person_is_hers(store, imported):
    """Without knowing that, the e-mail would say Anna and the phone somebody else."""
    with store.write() as writer:
        web = writer.insert("customer", {"given_name": "Anna", "phone": "+393992000009"})
        writer.update("customer", ANNA, {"email": "anna@example.it"})
        merge(writer, ANNA, web, by="Sofia", evidence="")
    row = "Cognome;Nome;Email;Cellulare\nConti;Anna;anna@example.it;399 2000009\n"
    assert imported(row).fates == (0, 1, 0, 0)
    assert her(store, id=ANNA).family_name == "Conti"


def test_a_card_of_her_other_record_is_not_somebody_elses(store, imported):
    with store.write() as writer:
        web = writer.insert("customer", {"given_name": "Anna", "card_number": "00280009"})
        writer.update("customer", ANNA, {"email": "anna@example.it"})
        merge(writer, ANNA, web, by="Sofia", evidence="")
    new, _, _, rejected = imported("Nome;Email;Tessera\nAnna;anna@example.it;00280009\n").fates
    assert (new, rejected) == (0, 0)


def test_one_mailbox_written_in_two_ways_is_one_customer_and_what_was_written_is_kept(store, imported):
    imported("Cognome;Nome;Email\nConti;Marta;Marta.Conti+negozio@gmail.com\n")
    assert imported("Cognome;Nome;Email\nConti;Marta;martaconti@googlemail.com\n", "altri.csv").fates[0] == 0
    (row,) = made(store)
    assert row.email == "martaconti@googlemail.com"
    kept = {(i.value, i.written) for i in rows(store, identifier, customer_id=row.id)}
    assert kept == {("martaconti@gmail.com", "marta.conti+negozio@gmail.com")}
