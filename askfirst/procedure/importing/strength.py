"""How strong a sentence is by its own words: must, should, are advised, may, free to. The strongest of its words is heard. Pure.

"Could" and "might" alone are no permission, and a "may" inside a clause that begins with "where" or "which" says what can happen: neither
is heard, unless it says what can follow for a person. "Should say this and not that" asks for this: only "and not" with something to do
forbids.
"""

import re

from askfirst.procedure.clause import Strength

__all__ = ["asks", "forbids", "hear", "imperative"]


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")", re.IGNORECASE)


PEOPLE = (
    r"(?:staff|students?|pupils?|learners?|children|employees?|teachers?|members?|governors?|volunteers?|managers?|parents?|carers?|"
    r"visitors?|tutors?|people|individuals|users|every(?:one|body)|any(?:one|body)|colleagues?|adults?|you|they|we|who)"
)
TRUSTS = r"(?:trust|school|academy|federation|college|group|partnership)"
BANNED = (
    r"(?:is|are) (?:(?:not|never) (?:permitted|allowed|acceptable|tolerated)|(?:strictly )?prohibited|forbidden|banned|unacceptable)\b|"
    r"will not be (?:tolerated|accepted)\b|(?:is|are) out of the question\b"
)
WORDS = r"(?:[\w'’-]+ ){1,8}?"
NUMBER = r"^\W*(?:(?:\d+(?:\.\d+)*[.)]?|(?:[a-z]|[ivx]{1,4})[.)])\s+)?"
NONE_OF = NUMBER + r"(?:for example,? )?(?:no|neither) (?!doubt\b|one\b)" + WORDS
NO_CASE = r"no (?:circumstances?|account|time|case),? (?:may|must|shall|can)\b"
NO_DUTY = r"(?! normally| usually| often| also have| have\b| not\b| be (?:personally|able|responsible|treated as))"
DOES = (
    r"face|inform|contact|report|investigate|deal|take|result|lead|review|ensure|provide|make|keep|support|refer|follow|apply|consider|tell|"
    r"publish|offer|arrange|update|respond"
)
WILL = (
    r"will" + NO_DUTY + r"(?= (?:be (?:\w+ed|taught|given|told|made|kept|sent|taken|held|shown|put|dealt|sought|brought)|" + DOES + r")\b)"
)
DOERS = r"(?:heads?(?: of \w+)?|headteachers?|principals?|office|team|leads?|leaders?|officers?|board|staff|teachers?|tutors?|managers?)"
OFFICES = (
    NUMBER
    + r"(?:the |our |a |an )?(?:[\w'’-]+ ){0,3}?"
    + DOERS
    + r" will (?!be\b|not\b|have\b|\w+ly\b|often|find|know|see|want|need|feel)\w+"
)
FOLLOWS = (
    r"(?:may|might|could|can) (?:be |lead |amount |result |face )[^.;]{0,60}?(?:disciplin|exclusion|suspension|dismiss|sanction|bully)"
)
WORD_CHOICE = (
    r"(?:say|use|write|call|choose|name|prefer|type|spell|sign)\b[^.;]{0,80}?\band (?:not|never) (?:[\w'’-]+ ){0,2}[\w'’-]+ *(?:[.,;:)]|$)"
)
THING = (
    r"(?: (?:those|that of|the|an?|my|our|your|their|his|her|its|in|on|at|as|for|by|with|from|through|only|just|simply|merely|because|when|"
    r"where|if|me|them|us|anyone|anybody)\b| [‘'“\"])"
)
AND_NOT = r"should\b(?! (?:also |always )?" + WORD_CHOICE + r")[^.;]{0,160}?\band (?:not|never)\b(?!" + THING + r")"
DONE = (
    r"post|share|put|publish|upload|give|accept|add|send|use|take|film|record|follow|contact|message|name|comment|join|create|set up|"
    r"write|tag|discuss|reply|respond|invite|lend|sell|store|pass|speak"
)
EXPECTED_NOT = r"(?:be|is) an expectation,? (?:for example, )?that [^.;]{0,120}?\bnot\b"
SOMEBODY = (
    r"(?:the|a|an|each|every|any) "
    r"(?:member of staff|teacher|tutor|colleague|employee|manager|headteacher|pupil|student|learner|child|parent)"
)
DOES_SO = (
    NUMBER
    + r"(?:[^.;,]{0,120}, )?"
    + SOMEBODY
    + r" (?:(?:lets|tells|informs|notifies) [^.;]{2,80}|reports|refers|removes|deletes|makes sure|ensures)\b"
)
WILL_NOT = NUMBER + r"(?:[\w'’-]+ ){0,4}?(?:" + PEOPLE + "|" + TRUSTS + r") will (?:not|never) (?!be\b|normally|always)\w+"
NOT_TO = r"(?<!intention )(?<!purpose )(?<!aim )(?<!policy )(?:is|are) (?:not|never) to \w+"
DO_NOT = NUMBER + r"(?:[^.;,]{0,120}, )?(?:(?:all|our|any) )?" + PEOPLE + r" do(?:es)? not (?:ever )?(?:" + DONE + r")\b"
ADVISED = r"(?:is|are) (?:strongly )?(?:advised|recommended|encouraged|urged)\b"

HEARD: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    (
        Strength.MUST_NOT,
        _any(
            r"must(?: also| always)? (?:not|never)\b", r"must(?: only)? under no\b", r"mustn['’]t\b", NONE_OF + r"(?:may|must|shall)\b",
            NO_CASE, WILL_NOT, NOT_TO,
            r"shall (?:not|never)\b", r"(?<!can and )cannot\b(?! be\b)", BANNED,
            DO_NOT, r"nobody may\b", r"no (?:one|\w+) (?:may|must|shall)\b", PEOPLE + r" (?:may|can) not\b",
        ),
    ),
    (
        Strength.MUST,
        _any(
            r"must\b", r"shall\b", DOES_SO, r"(?:is|are) required\b", r"(?:is|are) obliged to\b", OFFICES, WILL,
            r"(?:has|have) a duty to\b",
            r"(?<!may )(?<!could )(?<!might )(?:has|have) to\b", r"(?:is|are) (?:only )?to be (?!able\b)\w+", r"is the responsibility of\b",
            PEOPLE + r" (?:is|are) to (?!be\b)\w+", r"it is (?:essential|vital|crucial|imperative|necessary) (?:that|to)\b",
            r"(?:is|are) responsible for (?!(?:any|the|an?|their|his|her|your|our)\b)\w+ing\b",
            r"requires? (?:an?|one|two|three|prior|written) \w+",
        ),
    ),
    (
        Strength.SHOULD_NOT,
        _any(
            r"should(?: also| always)? (?:not|never|avoid)\b", r"shouldn['’]t\b", r"no circumstances should\b", r"ought not\b",
            r"(?:is|are) (?:expected|asked|requested) not to\b", EXPECTED_NOT, AND_NOT, NONE_OF + r"should\b",
            r"(?:is|are) (?:not|never) (?:appropriate|suitable|advisable|wise)\b", r"(?:is|are) inappropriate\b",
            r"should be avoided\b", r"should,? (?:under|in) no circumstances\b", r"no circumstances,? should\b",
        ),
    ),
    (
        Strength.SHOULD,
        _any(
            r"should\b(?! (?:these|this|that|any|you|they|there)\b)", r"ought to\b",
            r"(?:is|are) (?:also )?(?:expected|asked|requested) to\b",
            r"it is (?:very )?important (?:that|to)\b", r"we expect\b", r"please \w+",
            r"(?<!the )(?<!a )(?<!no )(?<!any )(?<!not )needs? to \w+",
        ),
    ),
    (
        Strength.ADVICE,
        _any(
            ADVISED, r"we (?:\w+ly )?(?:advise|recommend|encourage|suggest|urge|discourage)\b", r"(?:is|are) (?:strongly )?discouraged\b",
            r"(?:is|are) best \w+",
            r"(?:may|might) not be (?:appropriate|suitable|wise|right)\b", NUMBER + r"try (?:not )?to\b",
            r"it (?:is|would be|may be) (?:\w+ly )?(?:best|better|wise|sensible|advisable|good practice|a good idea)\b",
            r"(?:so|please) think about\b",
        ),
    ),
    (
        Strength.MAY,
        _any(
            r"free to\b", r"welcome to\b", r"(?:is|are) (?:permitted|allowed|able) to\b",
            PEOPLE + r" (?:may|can)\b(?! (?:not|be|have|also have|expect)\b)", r"(?:may|might) have to\b", FOLLOWS,
            r"may be (?:used|drafted|shared|taken|posted|published|shown|set up|worn|brought|recorded|opened|lent|filmed|sent)\b",
            r"may (?:set|make|use|share|do|run|keep)\b",
        ),
    ),
)  # fmt: skip
QUOTED = re.compile(r"[“\"][^”\"]{9,400}[”\"]")
AFTER_DASH = re.compile(r"(?: [–—-]|[:;]) (?:check|think|take|make|keep)\b", re.IGNORECASE)
DOES_IT = (
    r"ask|avoid|be|check|choose|consider|consult|contact|delete|discuss|follow|inform|keep|make (?:sure|certain)|pass|protect|read|refer|"
    r"remove|report|respect(?! for\b)|seek|send|speak|stop|switch|take|talk|tell|think|treat|turn|use|write"
)
CASE = r"(?:(?:if|when|where|whenever|once|before|after|in)\b[^,]{1,160},\s*(?:then )?)?"
NO_VERB = (
    r"all|only|both|then|so|for|in|at|on|with|by|to|of|and|or|but|as|after|before|this|that|it|they|we|you|he|she|there|some|any|no|not"
)
IN_THAT_CASE = (
    r"(?:if|when|where|whenever|once)\b[^,]{1,160},\s*(?:then )?(?!(?:" + NO_VERB + r")\b)[a-z]+ (?:it|them|him|her|your|the|this|that)\b"
)
IMPERATIVE = re.compile(
    NUMBER
    + CASE
    + r"(?:(?:always|never|do not|don['’]t|please)\s+\w+|(?:"
    + DOES_IT
    + r")\b(?! (?:of|is|are|was|will|must|should|may|can|details|points?)\b))",
    re.IGNORECASE,
)
THEN = re.compile(NUMBER + IN_THAT_CASE, re.IGNORECASE)
FORBIDS = re.compile(NUMBER + CASE + r"(?:never|do not|don['’]t|avoid)\b", re.IGNORECASE)
CAVEAT = re.compile(r",?\s+but\s+(?:should|must|they|are|is)\b", re.IGNORECASE)


def hear(words: str) -> Strength | None:
    """What the words ask for; None where no word of them says. What is quoted, or follows "but should", is not heard."""
    main = _main(words)
    if (found := _asks(main)) is not None:
        return found
    if IMPERATIVE.match(main) or THEN.match(main):
        return Strength.SHOULD_NOT if FORBIDS.match(main) else Strength.SHOULD
    return Strength.ADVICE if AFTER_DASH.search(main) else None


def asks(words: str) -> Strength | None:
    """The same by words such as "must" and "advised" alone: what is only told to be done is not heard."""
    return _asks(_main(words))


def imperative(words: str) -> bool:
    """Whether it is told to be done, or not to be done, with no word that says how strongly."""
    return IMPERATIVE.match(words) is not None or THEN.match(words) is not None


def forbids(words: str) -> bool:
    """Whether it is told not to be done."""
    return FORBIDS.match(words) is not None


def _main(words: str) -> str:
    told = QUOTED.sub("", words)
    caveat = CAVEAT.search(told)
    return told[: caveat.start()] if caveat else told


def _asks(main: str) -> Strength | None:
    return next((strength for strength, sign in HEARD if sign.search(main)), None)
