"""What is known of her, on the turned tablet."""

from collections.abc import Callable

from clienteling.customers import use_cases as customers
from clienteling.customers.values import PreferenceKind
from clienteling.staff.values import Author
from clienteling.tablet.known.known_view_model import KnownViewModel
from sync.device.gone import erase
from tests.screens.counter import on_card, press
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

PARTS = ("you", "facts", "agreed", "happened", "kept", "rights")


def handed(visit: Visit, customer_id: str = giulia.GIULIA) -> KnownViewModel:
    if visit.app.session.turned:
        visit.app.session.turn(to_her=False)
    on_card(customer_id)(visit)
    model = visit.app.root.shop.card.known
    model.open()
    visit.until(lambda: visit.app.session.turned)
    visit.app.language.switch(visit.app.preferences.settings.language)
    visit.until(lambda: model.given_name != "")
    return model


def part(name: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        handed(visit)
        press(visit, f"part-{name}")

    return reach


def half_written(visit: Visit) -> None:
    """She went to look at something else before it was put right."""
    model = handed(visit)
    press(visit, "part-facts")
    model.type("phone", "333 765 4321")
    press(visit, "part-you")


def half_said(visit: Visit) -> None:
    """What is right in the place of what she said is not so, and she looked at something else meanwhile."""
    with tablets.replica_of(visit.app).write() as writer:
        wrong = customers.tell(
            writer,
            customer_id=giulia.GIULIA,
            kind=PreferenceKind.FIT,
            value="stretta",
            author=Author(tablets.SOFIA, tablets.STORE),
        )
    model = handed(visit)
    visit.until(lambda: model.facts.find(wrong) is not None)
    press(visit, "part-facts")
    model.not_so(wrong)
    visit.until(lambda: model.facts.find(wrong) is None)
    model.say_instead("Comoda, da portare con il maglione")
    press(visit, "part-kept")
    press(visit, "part-facts")


def forgetting(visit: Visit) -> None:
    part("rights")(visit)
    press(visit, "forgetMe")


def receipt(visit: Visit) -> None:
    model = handed(visit)
    model.withdraw("profiling")
    visit.until(lambda: model.changes.count == 1)
    model.ask_file()
    visit.until(lambda: model.changes.count == 2)
    press(visit, "part-changes")


def forgotten(visit: Visit) -> None:
    """Each time somebody else, for whoever is forgotten does not come back."""
    replica = tablets.replica_of(visit.app)
    with replica.write() as writer:
        her_id = writer.insert("customer", {"given_name": "Ada", "language": "it"})
    model = handed(visit, her_id)
    erase.erase(replica, [her_id])
    visit.until(lambda: not model.here)
