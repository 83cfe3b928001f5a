"""The pack of a case, for whoever may make one: of a request to take something down, or of a page that is not ours."""

from datetime import datetime

from askfirst.casework.reading import OpenFile, open_file
from askfirst.people.hats import Standing
from askfirst.records import impostor_pack, removal_pack

__all__ = ["may_pack", "pack_of"]


def may_pack(opened: OpenFile, by: Standing) -> bool:
    """Whether there is a pack for this reader."""
    return removal_pack.may_pack(opened, by) or impostor_pack.may_pack(opened, by)


def pack_of(ref: str, *, by: Standing, at: datetime) -> dict[str, object]:
    """The pack as plain values, after its making was written into the trail. Raises Missing for everybody else."""
    kind = open_file(ref, by=by, at=at).case.kind
    make = impostor_pack.pack_of if kind == "impostor" else removal_pack.pack_of
    return make(ref, by=by, at=at)
