"""A pattern made ready when it is first used: most drafts need few of them, and a command that starts cold should not wait for the rest."""

import re
from typing import Any, cast

__all__ = ["late"]


class _Late:
    """Stands for the pattern; whatever is asked of it is asked of the real one, and is then kept here."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # asked once for each name: after that it stands in the object
        made = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, made)
        return made


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, at first use. A pattern that is wrong is found by the tests of its check, not at the import."""
    return cast("re.Pattern[str]", _Late(source, flags))
