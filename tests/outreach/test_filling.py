"""Templates: filled with her data in her language, with every hole to be seen; handed over as an address."""

from urllib.parse import parse_qs, urlsplit

import pytest

from clienteling import catalogues
from clienteling.outreach import sheet
from clienteling.outreach.filling import fill, hole, holes
from clienteling.outreach.links import link
from clienteling.outreach.values import Letter, Slot, Topic, Way, Words
from clienteling.wording import Wording

ITALIAN = Wording("it")
HELD = Words(name="Messo da parte", subject="Per {name}", body="Buongiorno {name},\n{item} {day}  \n")
LETTER = Letter(
    customer_id="giulia", way=Way.EMAIL, topic=Topic.SERVICE, to="giulia@example.com", body="Ciao"
)


def test_her_data_stands_in_the_template() -> None:
    filled = fill(
        HELD, {Slot.NAME: "Giulia", Slot.ITEM: "le stringate nere", Slot.DAY: "fino a sabato"}, ITALIAN
    )
    assert (filled.subject, filled.body) == (
        "Per Giulia",
        "Buongiorno Giulia,\nle stringate nere fino a sabato",
    )
    assert list(holes(filled.body, ITALIAN)) == []


def test_what_is_missing_is_named_in_her_language_until_somebody_writes_it() -> None:
    filled = fill(HELD, {Slot.NAME: "Giulia", Slot.ITEM: "le stringate nere", Slot.DAY: ""}, ITALIAN)
    assert filled.body.endswith("le stringate nere [entro quando]")
    assert list(holes(filled.body, ITALIAN)) == [Slot.DAY]
    assert list(holes(filled.body.replace(hole(Slot.DAY, ITALIAN), "fino a lunedì"), ITALIAN)) == []


def test_braces_in_her_data_are_her_data() -> None:
    filled = fill(HELD, {Slot.NAME: "{item}", Slot.ITEM: "x", Slot.DAY: "y"}, ITALIAN)
    assert filled.subject == "Per {item}"


def test_a_template_speaks_her_language_or_english_or_any() -> None:
    (template, *_) = sheet.seeded()
    assert template.in_language("it")[0] == "it"
    assert template.in_language("de")[0] == "en"


def test_the_first_templates_speak_every_language_of_the_program_and_can_be_filled() -> None:
    for template in sheet.seeded():
        assert set(template.words) == set(catalogues.languages())
        for language, words in template.words.items():
            filled = fill(words, dict.fromkeys(Slot, "x"), Wording(language))
            assert "{" not in filled.subject + filled.body
            assert "!" not in filled.subject + filled.body


def test_what_is_exported_is_read_back_the_same() -> None:
    templates = sheet.seeded()
    assert sheet.read(sheet.write(templates)) == templates
    odd = 'id = "q"\ntopic = "service"\n[template.words.en]\nname = "a \\"b\\" \\\\"\nbody = "1\\n2"\n'
    templates = sheet.read("[[template]]\n" + odd)
    assert sheet.read(sheet.write(templates)) == templates


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[template]", "line 1"),
        ('[[template]]\nid = "a"\ntopic = "spam"\n', "spam"),
        ('[[template]]\nid = "a"\ntopic = "service"\nwords = {}\n', "needs words"),
        (
            '[[template]]\nid = "a"\ntopic = "service"\n[template.words.it]\nname = "N"\nbody = " "\n',
            "a body",
        ),
        (
            '[[template]]\nid = "a"\ntopic = "service"\n[template.words.it]\nname = "N"\nbody = "{nome}"\n',
            "{nome}",
        ),
        (
            '[[template]]\nid = "a"\ntopic = "service"\n[template.words.it]\nname = "N"\nbody = "{name"\n',
            "(it)",
        ),
        ('[[template]]\nid = "a"\ntopic = "service"\nsubject = "x"\n', "subject"),
        (sheet.write(sheet.seeded()) * 2, "one of its own"),
    ],
)
def test_a_file_that_cannot_be_says_which_template_and_why(text: str, says: str) -> None:
    with pytest.raises(sheet.Unreadable) as refusal:
        sheet.read(text)
    assert says in str(refusal.value)


def hand_over(**values) -> str:
    import msgspec

    return link(msgspec.structs.replace(LETTER, **values))


AWKWARD = "Là & qui: 50 % + «già»?\nA presto #1"


def test_an_email_goes_to_the_mail_program_whole() -> None:
    address = hand_over(subject="Più & più?", body=AWKWARD)
    parts = urlsplit(address)
    said = parse_qs(parts.query.replace("+", "%2B"), strict_parsing=True)
    assert (parts.scheme, parts.path) == ("mailto", "giulia@example.com")
    assert said == {"subject": ["Più & più?"], "body": [AWKWARD.replace("\n", "\r\n")]}
    assert " " not in address


def test_a_message_goes_to_whatsapp_by_her_number_alone() -> None:
    parts = urlsplit(hand_over(way=Way.WHATSAPP, to="+39 333 123 4567", body=AWKWARD))
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "wa.me", "/393331234567")
    assert parse_qs(parts.query.replace("+", "%2B"))["text"] == [AWKWARD.replace("\n", "\r\n")]


def test_text_messages_and_calls_go_to_the_telephone() -> None:
    assert hand_over(way=Way.SMS, to="+393331234567", body="Sì") == "sms:+393331234567?body=S%C3%AC"
    assert hand_over(way=Way.PHONE, to="+393331234567") == "tel:+393331234567"
