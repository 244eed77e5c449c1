"""Italian: nothing unfinished, nothing forgotten, no parameter lost."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling import resources

ROOT = Path(__file__).resolve().parents[2]
PARAMETER = re.compile(r"%n|%L?\d")
FOR_HER = "Agreed Asked Changes Facts Happened HerSteps Kept KnownPage KnownWords Rights TurnedPage You"
LIKE_A_COLLEAGUE = re.compile(
    r"\b(Restituisci|Correggi|Salva|Scrivi|Mostra|Torna|Scegli|l'addett[oa])\b", re.IGNORECASE
)


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield f"{name}: {message.findtext('source')}", message


def parameters(sentence: str | None) -> set[str]:
    return set(PARAMETER.findall(sentence or ""))


def said_in_words(message: ET.Element, form: int) -> set[str]:
    """The singular may say it without the figure: tomorrow for "in 1 day"."""
    return {"%n"} if message.get("numerus") == "yes" and form == 0 else set()


def translations(message: ET.Element) -> list[str]:
    said = message.find("translation")
    assert said is not None
    return [f.text or "" for f in said.findall("numerusform")] or [said.text or ""]


@pytest.mark.parametrize("language", ["it", "en"])
def test_no_translation_is_unfinished(language: str) -> None:
    unfinished = [
        name
        for name, message in messages(resources.path("i18n", language, "clienteling.ts"))
        if "type" in message.find("translation").attrib or not all(translations(message))
    ]
    assert unfinished == []


def test_italian_keeps_every_parameter() -> None:
    lost = [
        name
        for name, message in messages(resources.path("i18n", "it", "clienteling.ts"))
        for number, said in enumerate(translations(message))
        if parameters(message.findtext("source")) - parameters(said) - said_in_words(message, number)
        or parameters(said) - parameters(message.findtext("source"))
    ]
    assert lost == []


def test_italian_does_not_raise_its_voice() -> None:
    loud = [
        name
        for name, message in messages(resources.path("i18n", "it", "clienteling.ts"))
        for said in translations(message)
        if "!" in said
    ]
    assert loud == []


def test_every_sentence_of_the_screens_is_known_to_the_translators(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py", "list", fresh], check=True)
    known = {name for name, _ in messages(resources.path("i18n", "it", "clienteling.ts"))}
    used = {name for name, _ in messages(fresh)}
    assert used - known == set()
    assert known - used == set()


def test_a_customer_who_holds_the_tablet_is_addressed_politely() -> None:
    familiar = [
        said
        for name, message in messages(resources.path("i18n", "it", "clienteling.ts"))
        if name.split(":")[0] in FOR_HER.split()
        for said in translations(message)
        if LIKE_A_COLLEAGUE.search(said)
    ]
    assert familiar == []


@pytest.mark.parametrize("file", ["clienteling.ts", "clienteling.po"])
def test_italian_writes_one_kind_of_apostrophe(file: str) -> None:
    assert "\N{RIGHT SINGLE QUOTATION MARK}" not in resources.path("i18n", "it", file).read_text("utf-8")
