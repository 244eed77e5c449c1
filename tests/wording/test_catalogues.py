import os
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import clienteling
from clienteling import catalogues, resources

KEYWORDS = {"say": None, "msgid": None, "count": (1, 2), "named": ((1, "c"), 2)}
PACKAGE = Path(clienteling.__file__).parent
TRANSLATED = [language for language in catalogues.languages() if language != "en"]


def used() -> list[tuple[str | tuple[str, str], str | None]]:
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    return [(message, context) for _, _, message, _, context in found]


def catalogue(language: str) -> Catalog:
    with (resources.path("i18n", language) / "clienteling.po").open("rb") as po:
        return read_po(po, locale=language)


def params(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_used_is_translated(language):
    words = catalogue(language)
    missing = [
        (message, context)
        for message, context in used()
        if (entry := words.get(message, context)) is None or not entry.string or not all(entry.string)
    ]
    assert missing == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_drops_or_invents_a_parameter(language):
    for entry in catalogue(language):
        if not entry.id:
            continue
        sentences = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert params(sentences[-1]) == params(strings[-1]), entry.id
        assert params(strings[0]) <= params(sentences[-1]), entry.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_shouts(language):
    assert [e.id for e in catalogue(language) if e.id and "!" in "".join(e.string)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_of_a_sentence_that_is_gone(language):
    known = {(message, context) for message, context in used()}
    agreements = {e.context for e in catalogue(language) if (e.context or "").startswith("beside a noun")}
    left = [
        (e.id, e.context)
        for e in catalogue(language)
        if e.id and (e.id, e.context) not in known and e.context not in agreements
    ]
    assert left == []


@pytest.fixture
def own_resources(tmp_path, monkeypatch):
    folder = tmp_path / "i18n" / "it"
    folder.mkdir(parents=True)
    (folder / "clienteling.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Visit"\nmsgstr "Visita"\n')
    monkeypatch.setenv("CLIENTELING_RESOURCES", str(tmp_path))
    return folder


def test_compiled_once_and_again_after_a_change(own_resources):
    assert [mo.name for mo in catalogues.compile_catalogues()] == ["clienteling.mo"]
    assert catalogues.compile_catalogues() == []
    later = (own_resources / "clienteling.mo").stat().st_mtime_ns + 1_000_000
    os.utime(own_resources / "clienteling.po", ns=(later, later))
    assert len(catalogues.compile_catalogues()) == 1


def test_words_are_read_with_and_without_the_compiled_file(own_resources):
    assert catalogues.translations("it").gettext("Visit") == "Visita"
    catalogues.compile_catalogues()
    assert catalogues.translations("it").gettext("Visit") == "Visita"
    assert list(own_resources.glob("*.new")) == []
