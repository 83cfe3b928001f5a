"""Matters inside the school or the Trust that are not public: closed meetings, drafts, plans for staff, money, inspections, codes.

Published matters, union business and raising a concern are never meant: what is public stops the search, and so does whistleblowing.
"""

from collections.abc import Iterator

from askfirst.checks.draft import Author, Draft
from askfirst.checks.late import late
from askfirst.checks.text.patterns.clued import Clued, Searched, searched
from askfirst.checks.text.private.inner_words import CONTENT, SECRET, SOURCE
from askfirst.checks.text.words.reading import Reading

__all__ = ["inner_matters"]

TOLD = Clued(
    r"\b(?:said|says|say|told|tells|wants?|wanted|decided?|decides|agreed|agree|signed (?:it |that |this )?off|approved|picked|chosen"
    r"|blocked|found out|vot(?:ed|e|ing)|shown|showed|show(?:ing)?|shared|announced|plan(?:s|ned|ning)?|putting|(?:is|are|was|were) (?:to"
    r"|going)|going|gonna"
    r"|will|would|won't|asked?|propos\w+|drops?|heard|been|got|getting|discuss\w+|leaked|revealed|emailed|sent|sneak\w*|met|looked|warned"
    r"|mention\w+|let slip|came up|on the screen|presented|called|seen|saw|went to|bans?|forced|ordered|cut)\b"
)
SPECIFIC = late(
    r"\d|£|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|whole|entire|january|february|march|april|june|july|august"
    r"|september|october|november|december|monday|tuesday|wednesday|thursday"
    r"|friday|half[- ]term|easter|christmas|summer|next (?:term|year|week|month)|tomorrow|for good|meeting|briefing|appraisal|papers"
    r"|draft|policy|minutes|inbox|library|sixth form|nursery|pool|department|tas|office)\b"
)
PUBLIC = Clued(
    r"\b(?:publish\w*|website|web page|web site|(?:on|from) (?:its|their|the|our) (?:site|web)|public (?:meeting|consultation|agenda|site"
    r"|document|record|domain|board|report)|in public|publicly|it's public|is public|made public(?! yet)|open (?:meeting|evening"
    r"|consultation)"
    r"|agenda is|on the agenda, page|consultation (?:evening|runs|closes|is open|document|page)|press release|(?<!be )in the (?:paper|papers"
    r"|gazette|courier|news|local news)|on the news|annual accounts|accounts show|newsletter|announced (?:today|yesterday|on|in|at|last"
    r"|this|to)"
    r"|has announced|have announced|was announced|officially|advert(?:s|'s|ised)?|petition|foi|freedom of information|hansard|white paper"
    r"|green paper|manifesto|letter home|letter to parents|parents were told|parents have been told)\b"
)
HIDDEN = Clued(
    r"\b(?:not|n't|isn't|hasn't|never) (?:yet )?(?:been )?(?:publish\w*|public|on (?:the|our|its) (?:web)?site|announced)|unpublished|private\b"
)
NOT_OURS = Clued(
    r"\b(?:minister|ministers|government|treasury|dfe|department for education|parliament|mps?|council(?:'s|lors?)?|strik(?:e|es|ing)"
    r"|ballot\w*|picket|union|unions|neu|nasuwt|unison|unite|gmb|labour|tory|tories"
    r"|national(?:ly)?|nationwide|across the country|countrywide|england|funding formula|secretary of state|i can't (?:talk|say)|can't"
    r" talk about|if i were|imagine|i wish|i wonder|why (?:do|does|are|is|did|can't|won't)|hypothetical\w*)\b"
)
RAISED = Clued(
    r"\b(?:whistle ?blow\w*|raised (?:a|my|the|it|this|serious) ?(?:concerns?|formally)?|raised (?:it )?with|i(?:'ve| have)? reported"
    r"|reported (?:it|this|them|that) to|told (?:the )?(?:lado|ofsted|hse|ico|police|esfa|dfe|nspcc|union rep|safeguarding)"
    r"|protected disclosure|speak(?:ing)? up|spoke up|unsafe|illegal(?:ly)?|unlawful(?:ly)?|breaking the law|against the law|asbestos"
    r"|fire (?:door|exit)s?|covered? up|cover(?:ing)? (?:it )?up|falsif\w+|fiddl\w+|health and safety|safety (?:law|rules?)|ratio|off[-"
    r" ]roll\w*)\b"
)
WORKERS = (
    r"(?:teaching assistants?|tas|teachers?|cleaners?|cooks?|colleagues|technicians?|midday supervisors|lunchtime ladies|dinner ladies|admin staff|receptionists?|lunchtime staff|governors|caretakers?|kitchen(?: staff)?|counsellor"
    r"|librarian|mentors?|support staff)"
)
ROOM = r"(?:library|nursery|pool|canteen|kitchen|sixth form|nurture (?:room|unit)|music block|breakfast club|base|unit|gym|drama studio|farm|site|after[- ]school club)"
# Told by these words alone, for staff.
ALONE = Clued(
    r"(?:\b(?:one|two|three|four|five|six|some|all|half|most)(?: of)?(?: the| our)? "
    + WORKERS
    + r"(?: in \w+)? (?:(?:will|are to|must|have to) go(?! (?:to|on|and|with|for|back|home|in|up|down|out|there|through|over))|are (?:going (?=at|in|by|after|before)|being (?:let go|cut|put on))|will be (?:cut|gone|let go))"
    r"|\b(?:will|are to|is to|going to) (?:all )?be out of (?:work|a job)\b|\b(?:cutting|reducing) the (?:school |exams? )?"
    + WORKERS
    + r" to \w+|\bmy (?:post|job|role) (?:goes|is going|will go|went) (?:in|at|after)\b|\bunaccounted for in\b"
    r"|\bcontracts? (?:will|would) (?:not |n't )?(?:be )?(?:renewed|ended|cut|terminated)|\b(?:are|is|go|going|moved) on(?:to)? zero[- ]hours"
    r"|\b(?:we|we're|we are) (?:\w+ )?\w+ (?:pupils|children|kids|students|places|applications|applicants) (?:down|short|under|light)\b"
    r"|\b(?:ofsted|inspection) draft (?:report )?(?:says|said|came|has|is)\b|\bdraft (?:ofsted|inspection) report\b"
    r"|\b(?:governors|trustees|slt|the trust|hr|the head) (?:have|has|had|got|is sitting on|are sitting on) an? (?:\w+ )?(?:complaint|grievance)s? (?:about|against)\b"
    r"|\b(?:results?|gcse|a[- ]level|progress) forecasts? (?:is|are|says|say|came)\b|\bnobody scored (?:above|over|more than)\b|\b(?:supply|training|trip|art|science|department) budget (?:ran|has run|is running) out\b"
    r"|\b(?:exam board|jcq|ofqual|the regulator) (?:is|are) (?:looking into|investigating|auditing) our\b|\b(?:our|the) bid (?:for \w+ ?[\w ]{0,20})?(?:was|got|has been) (?:turned down|rejected|refused)\b"
    r"|\b(?:hours|pay|contracts?|posts?|posting|role) (?:is |are |was |were )?(?:being |to be |not being )?(?:cut|ended|renewed|reduced|deleted|replaced|filled) ?(?!short)"
    r"|\b" + WORKERS + r" (?:is|are|will) (?:not (?:be(?:ing)? )?(?:replaced|renewed)|being (?:replaced|cut|outsourced))"
    r"|\b"
    + ROOM
    + r" (?:is |will be |will |is to |to )?(?:closes?|closing|shuts?|be shut|sold|merged?) (?:in|at|for|next|by|before) (?!noon|midday|lunch|\d|four|five|six|half)"
    r"|\b(?:hole|gap|deficit|shortfall) of (?!meaning|understanding)\w+[^.\n]{0,40}\b(?:budget|accounts|year|money|funding)"
    r"|\b(?:handed|put|given|gave|handing) in (?:his|her|their) (?:notice|resignation)"
    r"|\b(?:did not|didn't|didnt|has not|hasn't|failed to) pass(?:ed)? (?:his|her|their) (?:probation|induction|ect year)"
    r"|\bput(?:ting)? in a (?:formal |written )?complaint (?:about|against)|\ban investigation into\b|\bwe are offering the [\w -]{2,30} (?:post|job|role) to\b"
    r"|\b(?:places|numbers|applications) (?:for|in) (?:next year|september|reception|year \d+) are (?:\w+ ){0,2}(?:short|down|low)\b|\bunannounced (?:\w+ )?(?:drill|visit|inspection|lockdown|search)"
    r"|\breport (?:has been|was|is being) (?:buried|shelved|hidden)|\bthey (?:will not|won't|wont|are not going to) publish it"
    r"|\b(?:trust|school|academy|slt|governors) (?:is|are) about to (?:buy|sell|close|drop|cut|scrap|take|lose|sack|merge|move|shut|axe|end|bring|open)\b"
    r"|\b(?:down|lined up|booked|set|due) for an? (?:surprise|unannounced|snap|secret)\b|\bthe (?:job|post|role) (?:went|is going|was given|has gone|is promised) to\b"
    r"|\bthere is an? (?:\w+ )?(?:draft|secret|private|hidden) plan\b|\bwill (?:all )?get (?:their |a )?letters? (?:on|about|after|saying|next)\b"
    r"|\b" + ROOM + r" (?:is|are|was) (?:being |to be )(?:moved|cut|halved|closed|sold|merged|turned into)\b"
    r"|\bthe (?:head|deputy|principal|bursar|caretaker|chair)(?: of [\w ]{2,20}?)? (?:did not|didn't) (?:resign|retire|jump|leave|go)\b|\b(?:he|she|they) (?:was|were|got) pushed\b"
    r"|\bdraft (?:\w+ ){1,3}?(?:policy|plan|timetable|calendar) (?:has|says|bans?|puts|drops|takes|means|moves)\b"
    r"|\b(?:about|going|plans?|planning) to merge\b|\bgetting rid of the (?:chair|head|deputy|principal)|\b(?:means?|plans?|intends?|wants?) to stop (?:paying|funding|running)\b"
    r"|\b(?:about to be|to be|being|going to be) handed (?:over )?to (?:another|a different|a new) trust\b|\bput in a (?:formal )?grievance\b"
    r"|\bgoing (?:down |back )?(?:in)?to (?:requires improvement|inadequate|special measures)\b"
    r"|\b(?:next|new) (?:head|deputy|principal|chair) is the (?:deputy|head|assistant)"
    r"|\b(?:next|new) (?:head|deputy|principal|chair)(?: of \w+)? (?:is going to be|will be)\b|\b(?:two|three|four|five)[- ]form entry (?:drops|goes|is going|will drop)"
    r"|\b(?:contract|tender)s? (?:\w+ )?(?:is|are) being (?:ended|cut|pulled|handed)"
    r"|\ba (?:parent|mum|dad|family|pupil) (?:has |have )?(?:complained|put in a (?:formal )?complaint|made a (?:formal )?complaint)"
    r" about"
    r" (?:the|our|mr|mrs|ms|miss)\b[^.\n]{0,60}(?:panel|stage|formal|governors|investigat)"
    r"|\binterview (?:questions|tasks?) (?:for|are|is)\b[^.\n]{0,60}(?:are|is|:)"
    r"|\bobservation (?:grades|outcomes|scores)\b[^\n]{0,60}\d"
    r"|\b(?:progress 8|p8|attainment 8|results?|gcse|a[- ]level|sats) (?:forecast|prediction|projection)s?\b[^\n]{0,60}?\d"
    r"|\b(?:predicted|forecast|projected|tracking) (?:grades|results|data|outcomes)\b[^\n]{0,80}?\d+ ?%"
    r"|\b(?:we|we've|just|school) (?:\w+ )?(?:got|had) the (?:ofsted )?call\b|\b(?:inspectors|ofsted) (?:are |is |will be |team )?(?:in"
    r"|coming|here|due|arriv\w+)(?: in)?"
    r" (?:tomorrow|today|monday|tuesday|wednesday|thursday|next week|on \w+day)"
    r"|\b(?:complaint|appeal|grievance)s? (?:\w+ ){0,6}(?:has been |was |is |got |been )?(?:upheld|thrown out|rejected|dismissed)(?: at"
    r" stage \w+)?)"
)
_LOCK = r"(?:computers?|ipads?|laptops?|key ?safe at the back|door|gate|alarm|entry|key ?pad|key ?safe|safe|staff ?room|site|padlock|sims|arbor|admin|cupboard|store ?room|office|staff|school|staff wi-?fi|wi-?fi|network|laptop|printer)"
_WORD = r"(?:code|pin|password|passcode|combination|login)"
CODE = Clued(
    r"\b(?:"
    + _LOCK
    + r"(?: \w+)? "
    + _WORD
    + r"(?: (?:for|to|at) (?:the )?\w+(?: \w+)?)?|(?:"
    + _WORD
    + r" (?:for|to|on) (?:the )?(?:\w+ )?"
    + _LOCK
    + r"(?: \w+)?))"
    r"(?:'s| is| are| =|:| opens with| changed to| has changed to| changes to| will be| stays) ?(?:still |now )?(?:[\w!@#£$%*-]*\d[\w!@#£$%*-]*)"
)
# "the gate is 9090#": a lock by itself.
LOCK_IS = Clued(
    r"\b(?:(?:staff|car|park|back|side|front|main|bike|sports) ){0,3}(?:gate|door|key ?pad|alarm|padlock|barrier|key ?safe) (?:is|=|:) ?(?:\d{4,6}[#*]?|[a-z]\d{4}[#*]?)(?![\w%])"
)
# Whoever rules the school has decided: what comes behind it is the matter, whatever it is.
DECIDED = Clued(
    r"\b(?:slt|smt|the governors|governors|the trust(?:'s)? board|the trust|trustees|the board|the head|senior leaders|leadership|the (?:pupil|inclusion|admissions|pay|finance) (?:panel|committee))"
    r" (?:has |have |had |just |all |now )*(?:decided|voted|agreed|resolved|signed off|turned down|rejected|refused|approved|ruled|chosen)(?: that| to| on| our| the| not| against|,)"
    r"|\bat the (?:\w+ )?(?:panel|committee|board|slt meeting|leadership meeting|review)(?: meeting)? (?:it was|we|they) (?:agreed|decided|resolved|ruled|settled)(?: that| to)"
)
# Plans of any sort: they tell only beside a secret.
PLANS = Clued(
    r"\b(?:(?:is|are|was|were) to be \w+|(?:get|gets|getting) rid of|(?:is|are|was) looking into|will (?:be|have to|get|lose|become) \w+|(?:is|are) (?:coming|moving|going) (?:back|away|out)|(?:is|are|was|were) being \w+ed)\b"
)
# A tale told so that colleagues read the plan out of it, and who rules in such tales.
TALE = Clued(
    r"\b(?:once upon a time|once there was|there was once|there once was|parable|fable|fairy ?tale|a friend's school|asking for a friend"
    r"|a certain (?:school|trust|academy)|a school (?:not a million miles|i know|far away)|hypothetically|in a kingdom|in a land|not my"
    r" school)\b"
)
RULER = Clued(
    r"\b(?:king|queen|captain|council|elders|owners?|committee|emperor|admiral|sultan|mayor|wizard|manager|farmer|landlord|lords|rulers?)\b"
)
HARMLESS = Clued(
    r"\b(?:biscuits?|cakes?|chocolates?|birthday|surprise party|secret santa|bacon|doughnuts?|donuts?|flowers|leaving (?:do|present|card)"
    r"|baby shower|karaoke|panto|singer|dancer|fantasy football)\b"
)
FOLLOWS = Clued(
    r"^\W*(?:the |our |one |a )?(?:chair|head|ceo|governors?|trustees?|deputy|slt|board|director|clerk|vice[- ]chair)\b[^.!?]*\b(?:said"
    r"|told|called|asked|voted|admitted|wanted|agreed|insisted)\b"
)
LEAD = late(
    r"^(?:\W|\b(?:(?:they|we|nobody|no one|slt)(?: have| has)?(?: not|n't)? (?:told|tell|telling) (?:\w+ ){1,2}?(?:yet )?(?:but|that)|(?:psst|apparently|strictly hush|a little bird \w+|straight out of slt)|not (?:out|announced|public|published)(?: yet)?|heads up|fyi|psst|ok|so|yes|lol|omg|just|between us|and|but|well|right|anyway|btw|ps)\b)*"
)
STOP = late(
    r",\s(?:embargo|remember|where you heard|mark my words|i (?:have|was|read|had)|we (?:found|heard)|i (?:heard|cried|saw)|announcement|it will be|and you did)\b|,?\s(?:so (?:nobody|no one|don't|please|pls|start|get|that's)\b|(?:and|but) (?:i'm|i am|i|we're all|nobody|no one|you)\b|have fun\b|start \w+ing\b"
    r"|send\b|merry\b|lol\b|lmao\b|pls\b|please\b|which (?:is|explains)\b)|[^\w\s'\",.:;/%£$&@#+*()!?‑–—-]"
)
SEGMENT = late(r"[:;]\s|\s[-–—]+\s|\s—|, (?=start |send )")

# No sentence tells of a matter without one of these.
TELLS = (CODE, LOCK_IS, DECIDED, ALONE, CONTENT, PLANS, SOURCE, RULER, FOLLOWS)


class Matters:
    """One text, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.reading = draft.once(Reading)
        self.low = draft.folded.text
        self.staff = draft.author is Author.STAFF
        self.whole = draft.once(searched)
        self.tale = self.whole.search(TALE) is not None
        self.secret = self.whole.worth(SECRET)
        self.sentences = list(self._sentences())

    def _sentences(self) -> Iterator[tuple[int, int]]:
        place = 0
        while place < len(self.low):
            _, end = self.reading.sentence(place)
            end = max(end, place + 1)
            yield place, end
            place = end

    def found(self) -> Iterator[tuple[int, int]]:
        last = -9
        for number, (begin, end) in enumerate(self.sentences):
            here = self.whole.part(begin, end)
            if not here.worth(*TELLS):
                continue
            code = here.search(CODE) or here.search(LOCK_IS)
            alone = here.search(ALONE) if self.staff or self._secret_near(number) else None
            if code and not self._open(number, here):
                yield begin + code.start(), begin + code.end()
            elif (decided := here.search(DECIDED)) and self._kept_in(number, here, decided.end()):
                last = number
                yield self._trim(begin, end, begin + decided.end(), begin + decided.end())
            elif alone and not self._open(number, here):
                last = number
                yield self._trim(begin, end, begin + alone.start(), begin + alone.end())
            elif self._inner(number, here) or (self.staff and number - last <= 2 and here.search(FOLLOWS)):
                last = number
                content = here.search(CONTENT)
                yield self._trim(begin, end, *((begin + content.start(), begin + content.end()) if content else (begin, begin)))

    def _kept_in(self, number: int, here: Searched, after: int) -> bool:
        """Whether what was decided is told by staff, is something, and is not public or harmless."""
        told = here.text[after:].split()
        return self.staff and len(told) >= 3 and "?" not in here.text and not self._open(number, here) and not here.search(HARMLESS)

    def _around(self, number: int) -> str:
        begin = self.sentences[max(0, number - 1)][0]
        return self.low[max(begin, self.sentences[number][0] - 300) : self.sentences[min(number + 1, len(self.sentences) - 1)][1]][:1500]

    def _open(self, number: int, here: Searched) -> bool:
        """Public already, somebody else's, or a concern that has been raised."""
        if here.search(NOT_OURS):
            return True
        around = self._around(number)
        if self.whole.worth(HIDDEN):
            around = HIDDEN.pattern.sub(" ", around)
            return bool(PUBLIC.search(around) or RAISED.search(around))
        return self.whole.inside(PUBLIC, around) or self.whole.inside(RAISED, around)

    def _secret_near(self, number: int) -> bool:
        return self.secret and self.whole.inside(SECRET, self._around(number))

    def _inner(self, number: int, here: Searched) -> bool:
        if not self.secret and not (here.worth(CONTENT) and here.worth(SOURCE, RULER)):
            return False
        source = here.search(SOURCE) or (self.staff and self.tale and here.search(RULER))
        content = here.search(CONTENT)
        if content is None and self.staff and here.search(PLANS) and self._secret_near(number):
            return not (self._open(number, here) or here.search(HARMLESS))
        if not (content or (source and here.search(SECRET))) or self._open(number, here) or here.search(HARMLESS):
            return False
        if self._secret_near(number):
            return bool(here.search(SECRET) or source or (content and here.search(TOLD)))
        return self.staff and bool(source and content and here.search(TOLD) and SPECIFIC.search(here.text)) and "?" not in here.text

    def _trim(self, begin: int, end: int, told: int, until: int) -> tuple[int, int]:
        """The words that tell it (`told` to `until` stand among them), without "heads up:" before and "so nobody say anything" after."""
        breaks = [m.end() for m in SEGMENT.finditer(self.low, begin, max(told, begin))]
        lead = begin
        for one in breaks:
            if not CONTENT.search(self.low, begin, one):
                lead = one
        first = LEAD.match(self.low[lead:end])
        start = lead + (first.end() if first else 0)
        if start > lead and self.low[start - 1] in "\"'":
            start -= 1
        stop = STOP.search(self.low, max(until, start), end)
        finish = stop.start() if stop else end
        return start, start + len(self.low[start:finish].rstrip(" .!?,;:\n-"))


def inner_matters(draft: Draft) -> list[tuple[int, int]]:
    """Folded spans that tell something inner. Linear: a sentence is looked at with its two neighbours, at most 1500 characters."""
    merged: list[tuple[int, int]] = []
    whole = draft.once(searched)
    content, source = whole.worth(CONTENT), whole.worth(SOURCE, RULER)
    if (
        not whole.worth(CODE, LOCK_IS, DECIDED, ALONE)
        and not (content and source)
        and not ((content or source or whole.worth(PLANS)) and whole.worth(SECRET))
    ):
        return merged
    for start, end in Matters(draft).found():
        if merged and start - merged[-1][1] <= 2 and end - merged[-1][0] <= 160:
            merged[-1] = merged[-1][0], end
        elif end > start:
            merged.append((start, end))
    return merged
