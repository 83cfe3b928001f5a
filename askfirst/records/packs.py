"""The pack of a case, for whoever may make one: of a request to take something down, or of a page that is not ours.

One shape for page, API and command line; each making is a line in the trail. What is of one kind alone stands in the pack of that kind.
"""

from datetime import datetime

from django.db import transaction

from askfirst.casework.access import Missing
from askfirst.casework.evidence import evidence_of
from askfirst.casework.evidence_whole import verify_evidence
from askfirst.casework.reading import OpenFile, open_file
from askfirst.casework.refused import tried
from askfirst.people.hats import Standing
from askfirst.people.who import names
from askfirst.records import impostor_pack, removal_pack
from askfirst.records.pack_parts import Data, moment, thing_json
from askfirst.trail import chain

__all__ = ["PACK", "may_pack", "pack_of"]

PACK = "pack"
"""What the trail calls the making of one."""
KINDS = (removal_pack, impostor_pack)


def may_pack(opened: OpenFile, by: Standing) -> bool:
    """Whether there is a pack for this reader."""
    return any(kind.may_pack(opened, by) for kind in KINDS)


def pack_of(ref: str, *, by: Standing, at: datetime) -> Data:
    """The pack as plain values, after its making was written into the trail. Raises Missing for everybody else."""
    opened = open_file(ref, by=by, at=at)
    kind = next((one for one in KINDS if one.may_pack(opened, by)), None)
    if kind is None:
        tried(ref, by=by, at=at)
        raise Missing
    with transaction.atomic():
        chain.append(chain=opened.case.ref, what=PACK, who=by.person, at=at, edition=opened.case.edition)
    things = evidence_of(ref, by=by, at=at)
    changed = {one.number for one in verify_evidence(opened.case.ref)} if things else set()
    return {
        "reference": opened.case.ref,
        "copy_for": str(kind.COPY_FOR),
        "made_on": moment(at),
        "made_by": names([by.person])[by.person].name,
        "opened_on": moment(opened.case.opened_at),
        "stands": str(opened.workflow.states[opened.case.state]),
        **kind.parts_of(opened),
        "beside": [thing_json(one, changed=one.number in changed) for one in things],
    }
