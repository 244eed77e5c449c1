from dataclasses import dataclass

from clienteling.hub.connectors import segment


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """Who may send to the hub, and how far each one's word goes."""

    write_keys: dict[str, segment.Account]
    """Write key → the site that sends with it."""
    app_secret: str = ""
    """Of the app at Meta; without it no message is accepted."""
    verify_token: str = ""
    page_name: str = ""
    """Signs for the shop where a message does not say who wrote it."""

    def account(self, name: str) -> segment.Account | None:
        return next((account for account in self.write_keys.values() if account.name == name), None)
