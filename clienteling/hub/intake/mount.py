"""The intake as the hub's settings want it."""

from clienteling.hub.connectors.segment import Account
from clienteling.hub.intake.settings import IntakeSettings
from clienteling.hub.intake.work import Store
from clienteling.hub.intake.worker import Intake
from clienteling.hub.settings import HubSettings

SITE = "web"


def intake_of(store: Store, settings: HubSettings) -> Intake:
    site = Account(
        name=SITE,
        trust_user_id=settings.segment.trust_user_id,
        trust_email=settings.segment.trust_email,
    )
    return Intake(
        store,
        IntakeSettings(
            write_keys={settings.segment.write_key: site} if settings.segment.write_key else {},
            app_secret=settings.messenger.app_secret,
            verify_token=settings.messenger.verify_token,
            page_name=settings.messenger.page_name,
        ),
    )
