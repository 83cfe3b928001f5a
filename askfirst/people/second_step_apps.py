"""The two parts of django-allauth that we stand on, without the middleware, the pages, the checks and the signals that come with them.

Why so little of it: docs/decisions/0010-second-step.md.
"""

from allauth.account.apps import AccountConfig
from allauth.mfa.apps import MFAConfig

__all__ = ["Account", "Mfa"]


class Account(AccountConfig):  # type: ignore[misc]
    """Needed by the other alone; its tables stay empty."""

    name = "allauth.account"

    def ready(self) -> None:
        """Nothing is switched on."""


class Mfa(MFAConfig):  # type: ignore[misc]
    """The table of second steps."""

    name = "allauth.mfa"

    def ready(self) -> None:
        """Nothing is switched on."""
