"""A full date of birth singles a person out in records (PRI-4): in figures, in words, or a day with the age reached on it."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import last
from askfirst.checks.text.words.spoken_digits import figures, runs_of, written
from askfirst.words import say

__all__ = ["DATE_OF_BIRTH"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
)
TIMES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
UNITS = "one two three four five six seven eight nine".split()
ORDINAL = (
    r"(?:the )?(?:(?:twenty|thirty)[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|twentieth|thirtieth|"
    + "|".join(TIMES)
    + r")\b"
)
DAY = r"(?:(?:the )?(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?\b|" + ORDINAL + r")"
_UNIT = "(?:" + "|".join(UNITS) + r")"
_TEEN = r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]" + _UNIT + r")?"
YEAR_WORDS = (
    r"(?:two thousand(?: and)?(?: (?:"
    + _TEEN
    + "|"
    + _TENS
    + "|"
    + _UNIT
    + r"))?|(?:nineteen|twenty)[\s-](?:(?:oh|o)[\s-]"
    + _UNIT
    + "|"
    + _TEEN
    + "|"
    + _TENS
    + r"|hundred)|(?:oh|nought)[\s-]"
    + _UNIT
    + r")\b"
)
YEAR = r"(?:(?:19|20)\d\d\b|'?\d\d\b(?![.:/]\d|\syears?\b)|" + YEAR_WORDS + r")"
SEP = r"\s?[./\-\\|,]\s?"
EDGE = r"(?<![\w.£$/-])"
FIGURES = (
    EDGE
    + r"(?:(?:0?[1-9]|[12]\d|3[01])(?P<s>"
    + SEP
    + r"|\s)(?:0?[1-9]|1[0-2])(?P=s)(?P<y>(?:19|20)\d\d|\d\d)|(?P<iso>(?:19|20)\d\d)[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?P<tight>(?:19|20)\d\d))(?![\w/-]|\.\d)"
)
GLUE = r"(?:\s?[-./]\s?|,?\s)"
NAMED = (
    r"(?<![\w£$])(?:"
    + DAY
    + r"(?:"
    + GLUE
    + r"|\s?of\s|\sday of\s)?(?:"
    + MONTH
    + r"|"
    + ORDINAL
    + r"(?=,? (?:of )?(?:two|nineteen|twenty|19|20)))(?:"
    + GLUE
    + r"|,\s|\sin\s|\sof\s)(?P<year>"
    + YEAR
    + r")"
    r"|" + MONTH + GLUE + DAY + r"(?:,\s?|" + GLUE + r")(?P<year2>" + YEAR + r"))"
)
_NTH = r"(?:" + ORDINAL + r"|(?:the )?\d{1,2}(?:st|nd|rd|th))"
SPOKEN = r"(?<![\w£$])" + _NTH + r" of (?:the )?" + _NTH + r",? " + YEAR
FEAST = r"(?<!\w)(?:christmas (?:day|eve)|boxing day|new year'?s (?:day|eve)|hogmanay|valentine'?s(?: day)?|halloween|bonfire night|april fool'?s?(?: day)?|(?:st|saint) (?:patrick|david|george|andrew)'?s day)\b"
ON_FEAST = FEAST + r"(?:,?\s(?:in\s|of\s)?)(?P<year>" + YEAR + r")"
FULL = tuple(late(one) for one in (FIGURES, NAMED, SPOKEN, ON_FEAST))
SHORT = late(
    FEAST
    + r"|(?<![\w£$.:/-])(?:"
    + DAY
    + r"(?:\s|\s?of\s)"
    + MONTH
    + r"|"
    + MONTH
    + r"\s"
    + DAY
    + r"|(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])(?![\d./:%]))"
)
BORN = late(
    r"\bborn\b|\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth\b|\bbirth ?-?dates?\b|\bbirth ?days?\b|\bb-?days?\b|\bbirthdate\b|\bborn on\b|\bcame into (?:the|this) world\b|\barrived in (?:the|this) world\b|\bgeboren\b|\bnee?\b le\b|\burodz\w+|\bnacid[oa]\b|\bnac[ií]\b|\bb\.(?=\s?(?:\d|$))|\bur\.(?=\s?(?:\d|$))|\bb\.\s?(?=\d|$)|\bganwyd\b|\bfecha de nacimiento\b|\bdate de naissance\b"
)
# The date has to belong to the birth: a party, an exam or a strike may stand between.
TIGHT = late(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date)(?:\sis)?[\s:=\-]{1,3}(?P<date>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)(?!\d)"
)
HISTORY = late(
    r"\b(?:king|queen|opened|founded|built|prince|princess|prime minister|president|author|poet|composer|scientist|painter|emperor|battle|war|film|novel|celebrit\w+|singer|footballer|actor|actress)\b"
)
HAPPY = late(r"\bhappy (?:\d{1,2}(?:st|nd|rd|th)|birthday|bday|sweet (?:16|sixteen))\b")
BREAK = late(
    r"[.!?]\s|\n\n|\b(?:party|parties|starts?|meet|exam|deadline|due|tickets?|concert|trip|lesson|strike|open|bank holiday|sale|shop|last seen|since|war|king|queen|battle|author|poet|composer|scientist|shakespeare)\b"
)
AGE_WORDS = r"(?:\d{1,2}|" + _TEEN + r"|" + _TENS + r")"
AGE = late(
    r"\b(?:turns?|turned|turning|hits?|reach(?:es|ed|ing)?|becomes?|became|i'll be|ill be|will be|he'll be|she'll be|they'll be|gonna be|going to be|is|im|i'm|am|be|finally|officially|sweet|big|happy|she's|shes|he's|hes|they're|theyre|who's|'s)\s(?:the big |a |sweet |finally |officially )?(?P<age>"
    + AGE_WORDS
    + r")\b(?!\s?(?:%|pm|am|:|/|\.\d|minutes|mins|hours|days|weeks|miles|pounds|quid|people|points|goals|marks|years? (?:ago|since|in|at|of)|of us|degrees))"
    r"(?=\s*(?:$|[^\w\s]|(?:on|and|so|this|in|lol|x|wow|omg|years|yrs|yo|cant|can't|woo|today|tomorrow|next|finally|wants?|needs?|already|coming|i)\b))"
    r"|\b(?P<nth>\d{1,2}(?:st|nd|rd|th)|"
    + ORDINAL.replace("(?:the )?", "")
    + r")\s(?:birthday|bday|b-day)\b|\bmy (?P<mine>1[1-9]th|2[01](?:st|th)|[3-9]0th|100th)(?= (?:is|on|was)\b)|(?:^|[.!?\n]\s?)(?P<first>(?:1\d|2[01]|[3-9]0|100|"
    + _TEEN
    + r"))(?= (?:on|today|tomorrow|this)\b)|\bare (?P<are>"
    + AGE_WORDS
    + r")(?= on (?:the )?\d)|\baged?\s(?P<aged>\d{1,2})\b|\b(?P<old>\d{1,2}\syears?\sold)\b(?!\s(?:ago|dog|cat|car|bike))"
)
# Calendar words are no names: "Sports Day 12.2.18".
NOT_NAMES = late(
    r"\b(?:day|term|week|year|sale|fair|night|trip|match|cup|final|edition|version|update|posted|letter|minutes|report|meeting|agenda|concert|exam|paper|show|deadline|fixture|report|assembly|newsletter|policy|volume|chapter|hill|castle|road|street|park|lane|museum|church|school|bridge|house|hall|farm|beach|zoo|lake|wood|tower|centre|club|stadium|station|photo|photos|picture|pic|taken|recorded|concert|live)\b"
)
NAMED_BEFORE = late(r"(?:[^\W\d_][\w'’-]+\s){1,2}[^\W\d_][\w'’-]+\s?[(\[,:\-–]\s?(?:(?i:d\.?o\.?b\.?|b\.|born)[:\s]{0,2})?$")
BARE_NAMES = late(r"(?:[^\W\d_][\w'’-]+\s){2}$")
PUPIL = late(
    r"[^.!?\n]{0,50}\b(?:needs?|letter|forms?|jab|ehcp|lift|glasses|allerg\w+|absent|moved|pupil|child|sen|inhaler|epipen|mum|dad|carer|register|record|still)\b"
)
FAR = 60


def _year(match: re.Match[str]) -> int | None:
    """The year of a date, 2 digits read as the nearest birth; None where it is in words."""
    found = next((value for name, value in match.groupdict().items() if name != "s" and value), "")
    digits = found.lstrip("'")
    if not digits.isdigit():
        return None
    year = int(digits)
    return year if year > 99 else year + (2000 if year <= 30 else 1900)


def _birth_year(year: int | None) -> bool:
    return year is None or 1920 <= year <= 2024


def _said_born(text: str, start: int, end: int) -> bool:
    ahead = text[max(0, start - FAR) : start]
    said = last(BORN, ahead)
    if HISTORY.search(ahead):
        return False
    if said is not None and not BREAK.search(ahead[said.end() :]):
        return True
    after = BORN.search(text[end : end + 40])
    if HAPPY.search(ahead):
        return True
    return after is not None and not BREAK.search(text[end : end + after.start()])


def _beside_a_name(draft: Draft, start: int, end: int, year: int | None) -> bool:
    """ "Joy Adeyemi (12.2.18)": two capital names, then a date of some years ago."""
    if year is None or year >= 2023:
        return False
    place = draft.folded.came_from[start]
    lead = draft.text[max(0, place - 50) : place]
    match = NAMED_BEFORE.search(lead)
    if match is None:
        match = BARE_NAMES.search(lead) if PUPIL.match(draft.folded.text[end : end + 60]) else None
    if match is None:
        return False
    said = re.split(r"[.!?\n]\s", lead[: match.start()])[-1] + match.group()
    if NOT_NAMES.search(said[-40:].lower()):
        return False
    words = re.findall(r"[^\W\d_][\w'’-]*", match.group())
    names = [word for word in words if word[0].isupper()]
    return (len(names) >= 2 and words[-1][0].isupper()) or (len(words) >= 3 and all(word[0].isupper() for word in words[-3:-1]))


def _in_spoken_figures(draft: Draft) -> Iterator[tuple[int, int]]:
    """ "Date of birth fourteen three eleven": a day, a month and a year, said one after another."""
    text = draft.folded.text
    for run in draft.once(runs_of):
        if not 3 <= len(run.pieces) <= 6:
            continue
        day, month, year = run.pieces[0].digits, run.pieces[1].digits, "".join(piece.digits for piece in run.pieces[2:])
        likely = len(day) < 3 and len(month) < 3 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and len(year) in (2, 4)
        if likely and re.search(
            r"(?:\bd\.?o\.?b\.?|\bbirth|\bborn(?: on)?|\bb-?day|\bbirthday)(?:\s(?:is|was|on))?[\s:=,]{0,3}(?:the )?$",
            text[max(0, run.start - 24) : run.start],
        ):
            yield run.start, run.end


def _with_age(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A day and month with the age reached close by: both together are the value."""
    low, high = max(0, start - 45), min(len(text), end + 45)
    for match in AGE.finditer(text, low, high):
        name = match.lastgroup or "age"
        one, other = match.span(name)
        if one < end and start < other:
            continue
        between = text[other:start] if other <= start else text[end:one]
        if name in ("first", "are") and len(between) > 12:
            continue
        if len(between) <= 32 and not re.search(r"[.!?]\s|\n|\d|\b(?:bank|holiday|open|ago|since|weeks?|days)\b", between):
            return min(start, one), max(end, other)
    return None


SAYS_DAY = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december stycznia lutego marca kwietnia maja czerwca"
    " lipca sierpnia wrzesnia pazdziernika listopada grudnia janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio"
    " agosto septiembre octubre noviembre diciembre twentieth thirtieth christmas boxing hogmanay valentine valentines halloween bonfire patrick david george andrew".split()
) | frozenset(TIMES)
NTH = frozenset({*TIMES, "twentieth", "thirtieth", "st", "nd", "rd", "th"})
FEASTS = frozenset("christmas boxing new hogmanay valentine valentines halloween bonfire april patrick david george andrew".split())
SAYS_DATE = SAYS_DAY | frozenset("birth birthday born bday dob d".split())
YEAR_BEGINS = frozenset("two nineteen twenty oh nought".split())  # a year in words
SLASHED = late(r"\d[./]\d")
NUMERIC = late(r"\d\s?[./\\|,\-]\s?\d|\d\s\d|\d{6}|\d(?:st|nd|rd|th)\b")


def says_date(draft: Draft) -> bool:
    """Whether a day can stand in the draft: a month, a feast, an ordinal, figures beside figures, or the word for a birth."""
    low = draft.folded.text
    return draft.once(figures) and (not draft.words.isdisjoint(SAYS_DATE) or "new year" in low or NUMERIC.search(low) is not None)


def _says_day(draft: Draft) -> bool:
    """Whether a month, a feast or an ordinal stands in the draft."""
    return not draft.words.isdisjoint(SAYS_DAY) or "new year" in draft.folded.text


def _full(draft: Draft) -> tuple[re.Pattern[str], ...]:
    """The patterns of whole dates that could stand in the draft: in figures (four at least), with a month or an ordinal, with "of"."""
    figures_here, day = draft.once(written), _says_day(draft)
    year = figures_here >= 2 or not draft.words.isdisjoint(YEAR_BEGINS)
    stand = (figures_here >= 4, day and year, year and "of" in draft.words and not draft.words.isdisjoint(NTH), day and year)
    stand = (*stand[:3], stand[3] and not draft.words.isdisjoint(FEASTS))
    return tuple(pattern for pattern, may in zip(FULL, stand, strict=True) if may)


def look(draft: Draft) -> Iterator[Hit]:
    text = draft.folded.text
    taken: list[tuple[int, int]] = []
    whole = [match for pattern in _full(draft) for match in pattern.finditer(text)]
    for match in whole:
        start, end = match.span()
        if any(start < b and a < end for a, b in taken[-3:]):
            continue
        year = _year(match)
        if _birth_year(year) and (_said_born(text, start, end) or _beside_a_name(draft, start, end, year)):
            taken.append((start, end))
            yield Hit(*draft.folded.span(start, end))
    for match in TIGHT.finditer(text) if draft.once(written) >= 6 else ():
        yield Hit(*draft.folded.span(*match.span("date")))
    for found in _in_spoken_figures(draft):
        yield Hit(*draft.folded.span(*found))
    short = list(SHORT.finditer(text)) if _says_day(draft) or SLASHED.search(text) else []
    full = {match.start() for match in whole}
    for match in short:
        aged = None if match.start() in full else _with_age(text, *match.span())
        if aged:
            yield Hit(*draft.folded.span(*aged))


DATE_OF_BIRTH = Check(
    name="date-of-birth",
    kind="identifier",
    clause="PRI-4",
    level=Level.WORTH,
    title=say("A date of birth"),
    why=say("A full date of birth helps a stranger pretend to be that person."),
    fix=say("my birthday is soon"),
    doubt=say("If it is someone from history, leave it in."),
    look=look,
    when=says_date,
    flags=(
        "DOB 03.11.1984",
        "born 14/03/2011 and still can't tie her laces",
        "her date of birth is the ninth of May two thousand and twelve",
        "d.o.b. 21-Sep-1991",
        "Joy Adeyemi (12.2.18) needs her letter",
        "turning 16 on 4 May, who's coming",
        "born on the 4th of July 2010",
    ),
    passes=(
        "born in 2010 gang",
        "its my birthday, 16 today",
        "The concert is on 12.2.18 in the hall",
        "Sports Day (12.2.18) was wet",
        "The bank holiday is 4 May",
        "my birthday party is 14/03/2027",
    ),
    also=("SNS-1",),
)
