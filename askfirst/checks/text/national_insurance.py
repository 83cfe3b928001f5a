"""A National Insurance number opens tax and pay records to whoever reads it (PRI-4)."""

from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.words.spoken_digits import figures, runs_of, written
from askfirst.words import say

__all__ = ["NATIONAL_INSURANCE"]

# The prefix rules are HMRC's; QQ is never given out and stands in examples, which people copy into posts all the same.
PREFIX = r"(?:q[\s.\-]?q|(?!bg|gb|nk|kn|tn|nt|zz)[abceghj-prstw-z][\s.\-]?[abceghj-nprstw-z])"
APART = r"(?:[\s.\-/]{0,2}|,?\s(?:then|dash|space|(?:and )?(?:ends?|ending|then)(?: with| in)?)\s)"
SHAPE = late(r"(?<![a-z\d])" + PREFIX + APART + APART.join([r"\d[\s.\-]?\d"] * 3) + APART + r"[abcd](?![a-z\d])")
BARE = late(r"(?<![a-z\d])" + PREFIX + APART + APART.join([r"\d\d"] * 3) + r"(?![a-z\d])")
AHEAD = late(r"(?<![a-z\d])" + PREFIX + r"[\s,.\-]{0,2}$")
BEHIND = late(r"[\s,.\-]{0,2}[abcd](?![a-z\d])")
CUE = late(r"\bnat(?:ional)?\.? ?ins(?:urance)?\b|\bn\.?i\.?(?:n\.?o?)?\.?\b|\bnino\b")


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    shaped = draft.once(written) >= 6
    for match in SHAPE.finditer(text) if shaped else ():
        yield Hit(*draft.folded.span(*match.span()))
    for run in draft.once(runs_of):
        if len(run.digits) != 6 or len(run.pieces) == 1:
            continue
        lead, tail = AHEAD.search(text, max(0, run.start - 5), run.start), BEHIND.match(text, run.end)
        if lead and tail and CUE.search(text, max(0, lead.start() - 60), tail.end() + 40):
            yield Hit(*draft.folded.span(lead.start(), tail.end()))
    for match in BARE.finditer(text) if shaped else ():
        if CUE.search(text, max(0, match.start() - 40), match.start()) and not SHAPE.match(text, match.start()):
            yield Hit(*draft.folded.span(*match.span()))


NATIONAL_INSURANCE = Check(
    name="national-insurance",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("A National Insurance number"),
    why=say("With this number a stranger can pretend to be that person."),
    fix=say("[number removed]"),
    doubt=say("If it is the made-up number on a form's example, leave it in."),
    look=look,
    when=figures,
    flags=("NI QQ 12 34 56 C", "my letter came QQ654321A", "ni number is ab-12-34-56-d", "NI no. QQ 12 34 56"),
    passes=("FQ 00 00 00 C", "my NI letter came today", "AB 12 34 lessons"),
    also=("SNS-1",),
)
