"""Somebody new: the associate's page, her code, and the tablet in her own hands."""

from collections.abc import Callable

from clienteling.tablet.newcomer.newcomer_view_model import NewcomerViewModel
from tests.screens.counter import press
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets
from tests.tablet.fingers import visible


def page_of(visit: Visit) -> NewcomerViewModel:
    return visit.app.root.shop.newcomer


def page(visit: Visit) -> NewcomerViewModel:
    """Signed in, with the tablet in the associate's hands, and nobody typed yet."""
    if visit.app.session.turned:
        visit.app.session.turn(to_her=False)
        visit.app.language.switch(visit.app.preferences.settings.language)
    visit.sign_in()
    model = page_of(visit)
    model.begin("")
    model.begin_anew()
    visit.until(lambda: model.questions.count > 0)
    return model


def empty(visit: Visit) -> None:
    page(visit)


def alike(visit: Visit) -> None:
    model = page(visit)
    for field, value in (("given_name", "Giulia"), ("family_name", "Ferraris"), ("phone", "333 1234567")):
        model.edit(field, value)
    model.answer("service", True)
    model.answer("marketing_phone", False)
    model.begun.emit()
    visit.until(lambda: model.alike.count > 0)
    model.edit("email", "giulia@")
    model.begun.emit()
    model.save()


def entered(visit: Visit) -> None:
    with tablets.replica_of(visit.app).transaction() as connection:
        giulia.blank_codes(connection)
    model = page(visit)
    model.edit("given_name", "Massimiliana Elisabetta")
    model.edit("family_name", "Montecuccoli degli Scrovegni")
    model.answer("service", True)
    model.save()
    visit.until(lambda: model.her_code.shown)


def taken_back(visit: Visit) -> None:
    """Entered by mistake: what was typed stands in the fields again."""
    entered(visit)
    press(visit, "takeNewcomerBack")
    visit.until(lambda: not page_of(visit).her_code.shown)


def taken_back_on_card(visit: Visit) -> None:
    entered(visit)
    press(visit, "openNewCard")
    press(visit, "herData")
    press(visit, "enteredByMistake")
    data = visit.app.root.shop.card.her_data
    visit.until(lambda: data.mistaken == "asked")
    visit.app.root.shop.card.record.saved.dismiss()


def entered_without_code(visit: Visit) -> None:
    model = page(visit)
    model.edit("given_name", "Ada")
    model.answer("service", True)
    model.save()
    visit.until(lambda: model.her_code.shown)


def turned(step: str) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        with tablets.replica_of(visit.app).transaction() as connection:
            giulia.english_texts(connection)
        model = page(visit)
        visit.until(lambda: len(model.readable) == len(("it", "en")))
        language = visit.app.language.code
        model.choose_language(language)
        visit.until(lambda: model.language == language and model.questions.count > 0)
        model.turn()
        visit.until(lambda: visit.app.session.turned)
        for field, value in (("given_name", "Anna"), ("family_name", "Rossi"), ("phone", "333 7654321")):
            model.edit(field, value)
        visit.until(lambda: any(i.objectName() == "herSteps" for i in visible(visit.app.window.quick)))
        steps = next(i for i in visible(visit.app.window.quick) if i.objectName() == "herSteps")
        steps.setProperty("at", model.steps.index(step))

    return reach


def giving_back(visit: Visit) -> None:
    turned("name")(visit)
    press(visit, "giveBack")
