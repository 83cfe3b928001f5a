"""When hurtful words do no harm: quoted, told of, spoken against, used of oneself, or said of a thing."""

from bisect import bisect_right

from askfirst.checks.late import late
from askfirst.checks.lists import listed
from askfirst.checks.read_once import read_once
from askfirst.checks.text.patterns.clued import Clued, searched
from askfirst.checks.text.unkind.targets import Targets

__all__ = ["Guards"]

AGAINST = Clued(
    r"\b(?:(?:is|are|was|it's|that's)(?:n't| not| never) (?:banter|ok|okay|funny|a joke|an insult|acceptable|cool|allowed|fine|nice|on|right)"
    r"|(?:not|never) (?:banter|ok|okay|funny|acceptable|cool)|(?:say|saying|said|use|using|why|at|about) the word|the word (?:is|was|in|itself|[\"'])|people who (?:say|call|use)|believe that|opposite of|described as|stereotypes?|myth|isn't true|not all|can't stand people|(?:that|this|those|these|hurtful|nasty) words?|as an insult|slurs?|graffiti|graffitied"
    r"|calling (?:me|him|her|us|them|people|someone|anyone|each|the|a|my|kids|other)|(?:get|got|gets|getting|been|being|be|was|were) called"
    r"|call(?:ed|s)? (?:me(?! (?:a )?(?:racist|sexist|bigot|what|old|mean))|us|my|a (?:pupil|kid|boy|girl|friend|teacher|child|student|mate)|someone|somebody|people|each other|one of)"
    r"|(?:someone|somebody|people|they|he|she|kids|boys|girls|man|woman|lad|dad|parent|comment) (?:wrote|said|says|shouted|shout|yelled|screamed|sprayed"
    r"|commented|chanted|posted|scratched|hissed|whispered|muttered|sent me|put [\"'])|wrote|sprayed|scratched|painted over|scrubbed|told (?:me|us|my|her|him)"
    r"|(?:stop|don't|do not|never|quit|please stop|dont)(?: ever)? (?:saying|using|calling|say|use|call|joke|joking)|report(?:ed|ing)? (?:it|this|him|her|them|that)"
    r"|bullying|bullied|(?<!not )(?<!being )(?<!call me )racis[tm]|(?<!not )(?<!call me )sexis[tm]|homophob\w+|transphob\w+|ableis[tm]|ableism|antisemiti\w+|islamophob\w+|xenophob\w+|hate (?:crime|speech|mail)"
    r"|zero tolerance|stand(?:ing)? up (?:to|for|against)|show(?:ing)? racism|comments? (?:under|on|calling)|heard (?:someone|somebody|a|two|some)"
    r"|unkind|offensive|nobody should|no one should|no child|no kid|discuss(?:ed|ing|ion)|history of|in the (?:book|novel|play|poem|1[89]\d0s|film|text)"
    r"|would (?:ever |still )?(?:call|say|use)|words? like|ha(?:s|ve) no place"
    r"|trolls? (?:said|wrote)|anti-bullying|insult(?:ed|s|ing)?|used to (?:call|say|be called))\b"
)
OWN = late(
    r"\b(?:i'?m|i am|i was|me and (?:the|my|all|another)|as an?|fellow|we(?:'re| are)|us|proud(?:ly)?|myself|love being|proud to be)\s(?:(?:a|an|the|all|so|just|both|other|proud|little|two"
    r"|not|only|also|proper|openly|basically|literally|and|bi|trans|tired|big)[\s,]+){0,3}$"
)
OCCASION = late(
    r"\b(?:pride|march|fundraiser|allies|allowed to say|club|society|history month|lgbt\w*|community|reclaim\w*|we call ourselves"
    r"|my (?:gf|bf|wife|husband|girlfriend|boyfriend))\b"
)
FOOD = late(
    r"\b(?:ate|fried|gravy|peas|mash|chips|steak|casserole|recipe|plate|bonfire|kindling|cat|kitten|paralympic|dam|dutch|geography|sea|offa's|hadrian)\b"
)


class Guards:
    """What keeps harmless words from being marked. Linear in the text."""

    def __init__(self, targets: Targets) -> None:
        self.targets = targets
        self.low = targets.low

    @read_once
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """What stands in quotation marks, as folded places; not when it is nearly the whole text."""
        found: list[tuple[int, int]] = []
        opened: dict[str, int] = {}
        for at, mark in enumerate(self.low):
            if mark == "\n":
                opened.clear()
            if mark not in "\"'":
                continue
            before = self.low[at - 1] if at else " "
            after = self.low[at + 1] if at + 1 < len(self.low) else " "
            if mark in opened and not after.isalnum() and not before.isspace():
                found.append((opened.pop(mark), at + 1))
            elif mark not in opened and not before.isalnum() and not after.isspace():
                opened[mark] = at
        whole = len(self.low.strip())
        return tuple(sorted(one for one in found if one[1] - one[0] < 0.9 * whole))

    def quoted(self, first: int, last: int) -> bool:
        """Whether tokens first to last stand inside quotation marks."""
        start, end = self.targets.all[first].start, self.targets.all[last].end
        at = bisect_right(self.quotes, (start, len(self.low) + 1)) - 1
        return any(one <= start and end <= other for one, other in self.quotes[max(0, at - 1) : at + 1])

    def sentence(self, at: int) -> str:
        """The words around this token, in its own sentence."""
        near = self.targets.around(at)
        return self.low[self.targets.all[near.start].start : self.targets.all[near.stop - 1].end]

    def against(self, at: int) -> bool:
        """Whether the sentence tells of the word, or speaks against it."""
        read = self.targets.draft.once(searched)
        return read.worth(AGAINST) and read.inside(AGAINST, self.sentence(at))

    def own(self, at: int) -> bool:
        """Whether a word is used of oneself and one's own, just before it or by the occasion."""
        token = self.targets.all[at]
        start = max(self.targets.all[self.targets.around(at).start].start, token.start - 30)
        return bool(OWN.search(self.low[start : token.start])) or bool(OCCASION.search(self.sentence(at)))

    def food(self, at: int) -> bool:
        return bool(FOOD.search(self.sentence(at)))

    def public(self, at: int) -> bool:
        """Whether the sentence speaks of people in public life."""
        return not listed("people", "public").isdisjoint(self.targets.words_around(at))

    def excused(self, first: int, last: int) -> bool:
        return self.quoted(first, last) or self.against(first)
