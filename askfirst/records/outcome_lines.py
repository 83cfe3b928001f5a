"""The one line that stays of a concern about staff that was false: what was found, and the day. No words, and nobody's name (R4).

It belongs to no staff file and stands in no copy that is handed on. The officer reads the lines of the runs that were theirs, and a deputy
those of the cases the officer is too close to: a line would tell of them. Source: workflows.md 3.20; S60.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from askfirst.casework.access import Missing
from askfirst.casework.audit import may_audit
from askfirst.casework.classes import CLASSES
from askfirst.casework.kinds.concern_words import OUTCOME
from askfirst.casework.models import ERASED, CaseStep
from askfirst.casework.refused import is_officer
from askfirst.people.calendar import london_day
from askfirst.people.hats import DEPUTY_DPO, DPO, Standing
from askfirst.words import Sentence, say

__all__ = ["OutcomeLine", "outcome_lines"]

WORDS: Mapping[str, Sentence] = {
    **{choice.value: choice.says for choice in OUTCOME.choices},
    "malicious": say("Malicious: somebody meant to deceive"),
}


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What was found, as a code and in words, the day, and the reference of what is gone."""

    ref: str
    word: str
    says: Sentence
    on: date


def outcome_lines(*, by: Standing, most: int = 200) -> list[OutcomeLine]:
    """The newest lines in this person's keeping. Raises Missing for whoever has none. One query."""
    if not may_audit(by):
        raise Missing
    marks = {one.stays for one in CLASSES.values()} - {""}
    kept = CaseStep.objects.filter(case__state=ERASED, step__in=marks, seat=DPO if is_officer(by) else DEPUTY_DPO).exclude(of="")
    rows = kept.order_by("-at", "-pk").values_list("case__ref", "of", "at")[:most]
    return [OutcomeLine(ref, word, WORDS[word], london_day(at)) for ref, word, at in rows]
