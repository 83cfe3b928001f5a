"""People in the records of one chain replaced by codes, once its case was erased; the chain is still as it was written.

A record keeps the mac it was written with, so that the next one and the head stand; a second mac under the same key binds that to what the
record holds now. Whoever has neither the key nor the roll reads nobody from it (docs/decisions/0012). The codes are numbers of their first
place in this chain: nothing ties them to another chain, and nothing keeps which was whose.
"""

from collections.abc import Callable

from django.db import models

from askfirst.trail.chain import COLUMNS, KEY, TrailBroken, coded_mac, events, in_change, verify
from askfirst.trail.keyfile import key
from askfirst.trail.models import Coded, Event

__all__ = ["CODE", "put_codes"]

CODE = "code-%d"
WHERE = ("who", "acting_for", "of", "of_person", "before", "after")
"""The columns in which a person may stand, alone or as a part of a seat."""


def put_codes(chain: str, *, is_person: Callable[[str], bool]) -> int:
    """Replaces every part of a record that is a person; how many records changed. Raises NotInChange, NoKey, TrailBroken."""
    in_change()
    if broken := verify(chain):
        raise TrailBroken(broken[0])
    secret, codes, changed = key(KEY), dict[str, str](), 0
    for event in list(events(chain)):
        now = {name: _coded(getattr(event, name), codes, is_person) for name in WHERE}
        if all(getattr(event, name) == value for name, value in now.items()):
            continue
        values = [now.get(name, getattr(event, name)) for name in COLUMNS]
        mac = coded_mac(secret, chain, event.sequence, event.at, *values, event.previous, event.mac)
        Coded.objects.update_or_create(chain=chain, sequence=event.sequence, defaults={"mac": mac})
        models.QuerySet(Event).filter(pk=event.pk).update(**now)  # the one way round `EventQuery`, which refuses
        changed += 1
    return changed


def _coded(value: str, codes: dict[str, str], is_person: Callable[[str], bool]) -> str:
    parts = value.split(":")
    for place, part in enumerate(parts):
        if part and is_person(part):
            parts[place] = codes.setdefault(part, CODE % (len(codes) + 1))
    return ":".join(parts)
