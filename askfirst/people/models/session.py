"""Who is signed in where. A session's key is never here, only its digest: whoever reads the table comes in nowhere with it."""

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

__all__ = ["Session"]


class Session(AbstractBaseSession):
    """A browser that somebody is signed in with, or is about to be. `session_key` holds the digest; `person` whose it is, if anybody's."""

    session_key = models.CharField(primary_key=True, max_length=64)
    person = models.CharField(max_length=8, blank=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        return SessionStore  # it writes and reads `session_data` as ours does
