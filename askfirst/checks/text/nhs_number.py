"""An NHS number points to one person's health record (PRI-4)."""

from collections.abc import Iterator

from stdnum.gb import nhs

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import before, coded
from askfirst.checks.text.words.spoken_digits import figures, runs_of, windows
from askfirst.words import say

__all__ = ["NHS_NUMBER"]

CUE = late(r"\bn\.?h\.?s\b|\bhealth (?:service )?(?:number|no|record)\b|\b(?:patient|hospital) (?:number|no)\b")
GROUPED = (3, 3, 4)
FAR = 70


def _cued(text: str, start: int, end: int) -> bool:
    return CUE.search(text, max(0, start - FAR), start) is not None or CUE.search(text, end, min(len(text), end + 40)) is not None


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    for run in draft.once(runs_of):
        free = 0
        for first, last, digits in windows(run, 10, 10):
            pieces = run.pieces[first : last + 1]
            start, end = pieces[0].start, pieces[-1].end
            if first < free or digits[0] == "0" or text[start - 1 : start] in {"£", "+", "#", "@", "_", "."}:
                continue
            alone = tuple(len(piece.digits) for piece in pieces) == GROUPED and len(run.pieces) == 3
            if _cued(text, start, end) or (alone and nhs.is_valid(digits) and not coded(before(text, start))):
                free = last + 1
                yield Hit(*draft.folded.span(start, end))


NHS_NUMBER = Check(
    name="nhs-number",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("An NHS number"),
    why=say("This number points to one person's health records."),
    fix=say("[number removed]"),
    doubt=say("If it is made up for a lesson, leave it in."),
    look=look,
    when=figures,
    flags=("my nhs number its 999 012 3454", "NHS No. 9994567896 next to a name", "nhs: nine nine nine, zero one two, 3454"),
    passes=("ISBN 8435232827 has gone", "Ring NHS 111 if it gets worse", "Order 999 012 3455 is late"),
    also=("SNS-1",),
)
