"""Which files of an archive hold messages between people: known by their path alone, before a byte of them is read.

The patterns are written so that Python and a browser read them alike. Source: exports.md 1.12. Pure.
"""

import re

__all__ = ["ALLOWED", "DENIED", "holds_messages"]

ALLOWED = r"(^|/)live chats/[^/]*$"
"""Said in public under a film."""
DENIED = (
    r"(^|/)(([^/]*[-_ ])?(messages?|inbox|conversations?)|direct[-_ ]?messages?|dms?|chats?|chat_history|snap_history|talk_history|my_ai"
    r"|message_requests|archived_threads|secret_|invitations)([-_ .0-9][^/]*)?(/|\.(js|json|csv|html|txt|xml)$)"
    r"|\.mbox$|(^|/)(google chat|hangouts|voice|direct_messages?[^/]*|chat_media)/"
)
_allowed = re.compile(ALLOWED, re.IGNORECASE)
_denied = re.compile(DENIED, re.IGNORECASE)


def holds_messages(path: str) -> bool:
    """Linear in the path's length, which is at most 65,535."""
    return _denied.search(path) is not None and _allowed.search(path) is None
