"""What parts that know no reader said in English, told in the reader's language.

A source's trouble is kept in the database, and what `sync` finds wrong comes as an exception: both are
English, and are known here by the sentence. What is not known is told as it was said.
"""

import re
from collections.abc import Iterator
from functools import cache

from clienteling.marking import msgid
from clienteling.wording import Wording

_SOURCES = (
    msgid("The source gives no answer ({kind})."),
    msgid("The source's certificate is not one that this machine trusts. Name its authority in `ca`."),
    msgid("The source asks to wait (status {status})."),
    msgid("The source does not accept these credentials (status {status})."),
    msgid("The source is at another address{where} (status {status}): connect it anew."),
    msgid("The source refused what was asked (status {status})."),
    msgid("The source's answer is larger than 64 MB."),
    msgid("The source's answer could not be read ({kind})."),
    msgid("What answers at that address is another program. Look at the address."),
    msgid("Shopify asks to wait."),
    msgid(
        "Shopify does not let this app read that: give it the scopes read_customers, read_orders, "
        "read_all_orders, read_products, read_inventory and read_locations."
    ),
    msgid("Shopify refused what was asked ({codes})."),
    msgid("Shopify does not answer this query at any size."),
    msgid("{problem} The key must be allowed to read {resource}."),
    msgid("{problem} The token must be allowed to read {resource}."),
    msgid("The file named in `ca` cannot be read."),
    msgid("What answers there is no Asterisk manager."),
    msgid("The exchange does not accept this user name and password."),
    msgid("The exchange has closed the line."),
    msgid("The exchange gives no answer ({kind})."),
    msgid("No TLS with the exchange ({kind})."),
    msgid("The line is down ({kind})."),
    msgid("The exchange does not answer."),
    msgid("What the exchange says has no end."),
    msgid("The exchange has gone silent."),
)
_PICTURES = (
    msgid("Its address is not one of the web."),
    msgid("Its address leads into a private network."),
    msgid("Its address cannot be read."),
    msgid("It leads from address to address."),
    msgid("Its server answers with status {status}."),
    msgid("What came is no picture but a page."),
    msgid("It is larger than 20 MB."),
    msgid("It comes too slowly."),
    msgid("Its server gives no answer."),
    msgid("Its server broke off."),
    msgid("It has more than 40 million pixels."),
    msgid("What came is no picture that can be read."),
)
_SET_ASIDE = (
    msgid("not readable"),
    msgid("not an object"),
    msgid("without a topic"),
    msgid("deleted from {resource}"),
    msgid("event {number}: of no known kind"),
    msgid("call {number}: not as documented"),
    msgid("an event that is too large"),
    msgid("an event that is not a message"),
    msgid("{kind} in {place}, line {number}"),
)
_FILES = (
    msgid("this is no queue of a tablet, or only a part of one"),
    msgid("this is no queue of a tablet"),
    msgid("no tablet of this hub wrote it as it is"),
    msgid("the tablet that wrote it is not one of this hub, or was revoked"),
    msgid("it was sealed for another hub, or is damaged"),
    msgid("{file} holds a key and a certificate that do not belong together"),
    msgid("{file} holds no usable key and certificate"),
    msgid("{file} holds nothing that TLS can use: {reason}"),
    msgid("{file} holds no usable key"),
    msgid("{file} holds no readable key"),
    msgid("{file} holds a key of another kind than Ed25519"),
    msgid("the hub's database gives no answer"),
    msgid("the hub has no connection to its database free"),
    msgid("the hub's disk is full"),
    msgid("PostgreSQL {version} with {encoding} instead of 13 with UTF8"),
    msgid("the database has schema {found}, this version knows up to {known}"),
    msgid("id “{id}”: every template needs one of its own"),
    msgid("“{id}” needs words in a language, and a way to be sent"),
    msgid("“{id}”: a service message is about a promise or a purchase of hers"),
    msgid("{where} needs a name and a body"),
    msgid("{where}: nothing fills {unknown}. There are {known}"),
)
_SETTINGS = (
    msgid("{file} is not valid TOML: {reason}. Correct that line."),
    msgid(
        '{file}: {key} in [{table}] is no address of PostgreSQL. Write "" or one such as '
        '"postgresql://hub:PASSWORD@127.0.0.1/clienteling".'
    ),
    msgid("{file}: {table} must be sections; write [{same}.NAME] for each."),
    msgid("{file}: {table} must be a section; write [{same}] on a line of its own."),
    msgid("{file}: {table} must be a section; write [{same}] on a line."),
    msgid("{file}: there is no section [{table}]. {remedy}"),
    msgid("{file}: there is no setting {key} in [{table}]. {remedy}"),
    msgid("{file}: {key} in [{table}] is {value}. Write {wanted}."),
    msgid("{where} is no name for a source. Write small letters, digits, - and _ only."),
    msgid("kind in {where} is not one that this hub knows. Write one of: {known}."),
    msgid("there is no setting {key} in {where}. Write one of: {known}."),
    msgid("{key} is missing in {where}. Write it, or run `clienteling hub connect`."),
    msgid("{key} in {where} is {value}. Write {wanted}."),
    msgid("port is no port. Write 5038, or the one in manager.conf."),
    msgid("api_key does not end with a data centre. Copy the whole key, such as …-us21."),
    msgid("time_zone is none. Write it like Europe/Rome."),
    msgid("every_minutes is less than 1. Write 5, or another number of minutes."),
    msgid('shops says of a place no shop. Write it like "68001=milano, online=torino".'),
    msgid("server_key is the write_key, which every visitor can read. Write another."),
    msgid("api_version is none of Shopify's. Write it like 2026-07."),
    msgid("language is {value}. Write one of: {known}."),
    msgid("{key} is no https address. Write it like {example}."),
    msgid("url is no address of a shop. Write one such as https://shop.example.org."),
    msgid("Write one of: {known}."),
    msgid("true or false"),
    msgid("a whole number"),
    msgid("a value of the right kind"),
    msgid('text in quotes, such as "…"'),
    msgid("not text"),
    msgid("a number from {least} to {most}"),
    msgid("an address such as {example}"),
    msgid("a list such as {example}"),
    msgid("{one} or {other}"),
)
_SENTENCES = (*_SOURCES, *_PICTURES, *_SET_ASIDE, *_FILES, *_SETTINGS)
_AGAIN = frozenset({"problem", "remedy", "wanted", "value"})
"""Parts that are sentences themselves."""
_PLACE = re.compile(r"^(?P<where>\S+|\[[^]]+\]): (?P<what>.+)$")
_APART = "; "
"""Between two reasons of one payload."""


def retold(said: str, wording: Wording) -> str:
    whole = _known(said, wording)
    if whole is not None:
        return whole
    if _APART in said:
        return _APART.join(retold(part, wording) for part in said.split(_APART))
    placed = _PLACE.match(said)
    return f"{placed['where']}: {retold(placed['what'], wording)}" if placed else said


def is_known(said: str) -> bool:
    """Whether there is a sentence for it."""
    return _known(said, Wording()) is not None


def _known(said: str, wording: Wording) -> str | None:
    for sentence, pattern in _patterns():
        if found := pattern.fullmatch(said):
            parts = found.groupdict()
            return wording.say(sentence, **{name: _part(name, parts[name], wording) for name in parts})
    return None


def _part(name: str, said: str, wording: Wording) -> str:
    return retold(said, wording) if name in _AGAIN else said


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sentence, re.compile("".join(_pattern(sentence)), re.DOTALL)) for sentence in _SENTENCES)


def _pattern(sentence: str) -> Iterator[str]:
    for place, part in enumerate(re.split(r"\{(\w+)\}", sentence)):
        yield f"(?P<{part}>.*?)" if place % 2 else re.escape(part)
