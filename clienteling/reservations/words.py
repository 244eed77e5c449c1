"""What was asked for and what the hub answered, in the reader's words."""

from datetime import date

from clienteling.marking import msgid
from clienteling.nouns import thing
from clienteling.reservations.values import Answer, Refusal, ReservationView, Wish
from clienteling.wording import Wording

_WHY = {
    Refusal.NONE: msgid("refused"),
    Refusal.NONE_LEFT: msgid("none left in {store}"),
    Refusal.HELD: msgid("what is in {store} is put aside for somebody else"),
    Refusal.NOT_COUNTED: msgid("nobody has counted it in {store}"),
    Refusal.UNKNOWN_ITEM: msgid("the hub does not know this article"),
    Refusal.TOO_LATE: msgid("the day was over before the hub heard of it"),
}


def what(one: ReservationView, wording: Wording) -> str:
    """`le stringate nere, 39`, with how many where it is more than one."""
    named = thing(one.product_name, one.colour, wording) if one.product_name else wording.say("an article")
    if one.size:
        named = wording.say("{product}, size {size}", product=named, size=one.size)
    if one.quantity > 1:
        named = wording.say("{what} ({n} pieces)", what=named, n=one.quantity)
    return named


def asked(one: ReservationView, today: date, wording: Wording) -> str:
    """`Chiesto di mettere da parte le stringate nere, 39 fino a sabato`."""
    day = wording.until(date.fromisoformat(one.until_on), today) if one.until_on else ""
    match one.wish:
        case Wish.HOLD:
            said = wording.say("Asked to put {what} aside {day}", what=what(one, wording), day=day)
        case Wish.COLLECT:
            said = wording.say(
                "Asked for {what} in {store}, to collect {day}",
                what=what(one, wording),
                store=one.from_store,
                day=day,
            )
        case Wish.ORDER:
            said = wording.say(
                "Asked {store} to send {what}, {day}", what=what(one, wording), store=one.from_store, day=day
            )
    return said.rstrip(" ,")


def answer(one: ReservationView, wording: Wording) -> str:
    """How far it is: `in attesa del nodo`, `rifiutato: non ce n'è più a Brera; a Torino Po c'è`."""
    match one.answer:
        case Answer.ASKED:
            return wording.say("requested: the hub decides")
        case Answer.GRANTED:
            return wording.say("granted")
        case Answer.CANCELLED:
            return wording.say("taken back")
        case Answer.EXPIRED:
            return wording.say("not collected: free again")
        case Answer.REFUSED:
            return _refused(one, wording)


def news(one: ReservationView, wording: Wording) -> str:
    """What to say when the answer has come, wherever one is: with her name."""
    about = {"what": what(one, wording), "name": one.customer_name, "store": one.from_store}
    if one.answer is Answer.GRANTED:
        match one.wish:
            case Wish.HOLD:
                return wording.say("Granted for {name}: {what} is hers. Put it aside.", **about)
            case Wish.COLLECT:
                return wording.say("Granted for {name}: {what} waits for her in {store}.", **about)
            case Wish.ORDER:
                return wording.say("Granted for {name}: {store} sends {what}.", **about)
    return wording.say("Refused for {name}: {what}. {why}.", why=_refused(one, wording), **about)


def wanted(one: ReservationView, wording: Wording) -> str:
    """To the shop whose piece it is."""
    about = {"what": what(one, wording), "name": one.customer_name}
    if one.wish is Wish.ORDER:
        return wording.say("To be sent to another shop for {name}: {what}.", **about)
    return wording.say("To put aside for {name}, who comes for it: {what}.", **about)


def _refused(one: ReservationView, wording: Wording) -> str:
    why = wording.say(_WHY[one.why], store=one.from_store)
    if one.elsewhere:
        return wording.say("{why}; there is one in {store}", why=why, store=one.elsewhere)
    return why
