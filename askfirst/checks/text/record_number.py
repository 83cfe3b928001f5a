"""A number that points to one person in a list: admission, candidate, staff, learner, passport, licence (PRI-4)."""

from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.words.spoken_digits import Run, figures, runs_of, written
from askfirst.words import say

__all__ = ["RECORD_NUMBER"]

NUMBER = r"\s?(?:numbers?|num|nums|nos?(?:'s)?|number's|nr|id|ref(?:erence)?|card|#)"
LIST = (
    r"admissions?|adm\.?|candidate|cand\.?|staff|payroll|pay|emp|clock(?:ing)?[- ]?in|employee|employment|personnel|pupil|student|learner|unique learner|exams?|exam candidate|exam entry|entry|roll|teacher(?: reference| ref)?|membership|dbs(?: certificate)?"
    r"|certificate|patient|hospital|passport|driving licen[cs]e|driver|licen[cs]e|library card|bus pass|lunch account|cashless|network login|school id|college|ucas|scholar|badge|clock|register|pension|payslip|gtc|dfe|sims"
)
POINTER = Clued(
    r"\b(?:(?:(?:"
    + LIST
    + r")\s?/?(?:(?:"
    + LIST
    + r")\s?)?"
    + NUMBER
    + r"|uci|uln|trn|dbs|adno|adm no|admno|adm(?= \d)|ucas id|(?:passport|student id|staff id|school id|pupil id|exam id|candidate|employee))(?:\b|(?<=#)))"
    r"(?:'s)?(?:\s?\((?:uci|uln|trn)\))?[.:]?"
)
LINK = late(
    r"[\s:=\-#.,\"'(>]{0,5}(?:(?:is|was|still|now|it's|its|it is|are|says|reads|being|at the top of|i think|think|maybe|probably|like)[,\s:\"'(]{1,3}){0,2}(?:(?:just|actually|literally|only)\s)?[\s:#\"'(]{0,3}"
)
CODE = late(r"(?=[a-z\d/\-]{0,12}\d{2})[a-z]{0,5}[\-/]?\d[a-z\d]*(?:[\-/]\d[a-z\d]*){0,4}(?![\w])")
SPACED_UCI = late(r"\d{5}\s?[\da-z]?[a-z\d]?\s?\d{2,6}\s?\d{0,4}\s?[a-z\d](?!\w)")
# "Payroll know me only as EFA-20931."
KNOWN_AS = Clued(
    r"\b(?:payroll|hr|the office|the exam board|the computer|the system|sims|records)\b[^.!?\n]{0,20}\b(?:knows?|calls?|has|have|lists?) (?:me|him|her|them) (?:only |just |still )?(?:as|by|under) (?P<value>[a-z]{0,4}-?\d{3,9})(?!\w)"
)
REVERSED = Clued(
    r"(?<![\w£$.,:/-])(?P<value>[a-z]{0,3}\d{3,9})\s(?:is|was|that's|thats|=|\()\s?(?:still |now )?(?:my|his|her|their|ur|your|the) (?:own |old |new )?(?:\w+ )?(?:(?:"
    + LIST
    + r")"
    + NUMBER
    + r"|uci|uln|trn)\b"
)
BRACKETED = Clued(
    r"(?<![\w£$.,:/-])(?P<value>[a-z]{0,3}\d{3,9})\s?\((?:(?:my|his|her|their) )?(?:(?:" + LIST + r")" + NUMBER + r"|uci|uln|trn)\)"
)
AFTER_SORT = late(r"[,;/\s]{1,3}(?:a(?:cc|ccount)?/?c? ?)?(?P<account>\d{8})(?!\d)")
# "Numbers 77120 and 77121": a second one of the same length.
ANOTHER = late(r"(?:,|,? and|,? &|/)\s?(?P<more>\d{3,9})(?![\w.:%])")
# A sort code with its account: "00-00-00 12345678", "account no. 12345678, sort code 000000".
BANK = Clued(
    r"\bsort ?code(?:s|'s| is)?[\s:]{1,3}(?P<sort>\d\d[\s-]?\d\d[\s-]?\d\d)(?!\d)"
    r"|\b(?:pay(?:ments?)?|paid|transfer|deposit|send|money|bank)\b[^.!?\n\d]{0,30}?\s(?P<code>\d\d[- ]\d\d[- ]\d\d)(?=[,;/\s]{1,3}(?:a(?:cc|ccount)?/?c? ?)?\d{8}(?!\d))"
    r"|\b(?:account|acc|acct)(?: (?:number|no|num|nr))?\.?(?: is)?[\s:]{1,3}(?P<account>\d{8})(?!\d)"
)
LICENCE = late(r"(?<![a-z\d])[a-z9]{5}\s?\d[015-8]\d[0-3]\d{2}\s?[a-z9]{2}\d?[a-z\d]{2}(?![a-z\d])")
# A post of a passport's number and nothing else.
PASSPORT = late(r"\s{0,3}(?P<value>[A-Z]{2}\d{7})[.\s]{0,3}")
# Centre, class, room and order numbers point at no person.
NO_PERSON = late(
    r"\b(?:centre|center|room|class|classroom|order|page|paper|question|bus|route|total|max(?:imum)?|how many|per|of|whole|by|average)\s?$"
)
COUNTED = late(
    r"\s?(?:%|per cent|percent|pupils|students|people|staff|in total|(?:and )?(?:rising|falling|counting)|candidates|pm\b|am\b|o'clock|days|weeks)"
)


def _value(text: str, start: int, spoken: dict[int, Run]) -> tuple[int, int] | None:
    """The number that begins here: figures with letters, or said in words; at least three digits."""
    run = spoken.get(start)
    run = None if run and " and " in text[run.start : run.end] and text[start].isdigit() else run
    code = CODE.match(text, start, start + 40)
    ends = [code.end()] if code and sum(c.isdigit() for c in code.group()) >= 3 else []
    if run and 3 <= len(run.digits) <= 16:
        ends.append(run.end)
    uci = SPACED_UCI.match(text, start, start + 24)
    if uci and sum(c.isdigit() for c in uci.group()) >= 11:
        ends.append(uci.end())
    return (start, max(ends)) if ends else None


def _with_others(draft: Draft, start: int, end: int) -> Iterator[Hit]:
    """The number, and those listed after it."""
    text = draft.folded.text
    yield Hit(*draft.folded.span(start, end))
    size, another = end - start, ANOTHER.match(text, end)
    while another and len(another.group("more")) == size and text[start:end].isdigit():
        yield Hit(*draft.folded.span(*another.span("more")))
        another = ANOTHER.match(text, another.end())


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    clues = draft.once(searched)
    spoken = {run.start: run for run in draft.once(runs_of)} if clues.worth(POINTER) else {}
    for match in clues.finditer(POINTER):
        if NO_PERSON.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        link = LINK.match(text, match.end(), match.end() + 40)
        value = _value(text, link.end(), spoken) if link else None
        if value and not COUNTED.match(text, value[1], value[1] + 14) and text[value[0] - 1] != "£":
            yield from _with_others(draft, *value)
    for match in (one for pattern in (REVERSED, BRACKETED, KNOWN_AS) for one in clues.finditer(pattern)):
        yield Hit(*draft.folded.span(*match.span("value")))
    for match in clues.finditer(BANK):
        yield Hit(*draft.folded.span(*match.span(match.lastgroup or 0)))
        account = AFTER_SORT.match(text, match.end()) if match.lastgroup == "code" else None
        if account:
            yield Hit(*draft.folded.span(*account.span("account")))
    passport = PASSPORT.fullmatch(draft.text)
    if passport:
        yield Hit(*passport.span("value"))
    for match in LICENCE.finditer(text) if draft.once(written) >= 6 else ():
        yield Hit(*draft.folded.span(*match.span()))


RECORD_NUMBER = Check(
    name="record-number",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("A number from a record"),
    why=say("This number points to one person in a school or exam list."),
    fix=say("[number removed]"),
    doubt=say("If it points to a place and not a person, leave it in."),
    look=look,
    when=figures,
    flags=(
        "my admission no is 008213",
        "staff no 40417, claim went in",
        "candidate number 4471 if anyone finds my badge",
        "candidate number is four four seven one",
        "4471 is my candidate number",
        "sort code 00-00-00",
    ),
    passes=(
        "our centre number is 51234",
        "student numbers are up 120 pupils",
        "the 4471 to town was late",
        "staff number 20 now",
        "Room number 204",
    ),
    also=("SNS-1",),
)
