"""A full name of the roll written in Cyrillic, Greek or Arabic letters: two neighbouring words that sound like it."""

from collections.abc import Iterator
from itertools import pairwise

from askfirst.checks.late import late
from askfirst.checks.text.people.roll import Roll, sound
from askfirst.checks.text.words.reading import Mention, Reading

__all__ = ["other_scripts"]

_FROM = (
    "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ъ ыy ь эe юyu яya"
    " іi їyi єye ґg αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξks οo πp ρr σs ςs τt υu φf χkh ψps ωo"
    " اa آa أa إa بb تt ثth جj حh خkh دd ذz رr زz سs شsh صs ضd طt ظz عa غgh فf قk كk کk گg لl مm نn هh ہh ھh وw يy یy ىa ةa پp چch ڑr ٹt"
    " ڈd ںnk ئy ؤw ء"
)
LATIN = {pair[0]: pair[1:] for pair in _FROM.split()}
WORD = late("[\u0370-\u04ff\u0600-\u06ff]{2,}")


def other_scripts(reading: Reading, roll: Roll) -> Iterator[Mention]:
    """Linear in the text: each pair of neighbouring words is looked up once."""
    words = [] if reading.text.isascii() else list(WORD.finditer(reading.text))
    for one, other in pairwise(words):
        if other.start() - one.end() not in (1, 2):
            continue
        heard = [sound("".join(LATIN.get(c, "") for c in word.group().lower())) for word in (one, other)]
        person = roll.heard(*heard) or roll.heard(*reversed(heard))
        if person is not None and min(map(len, heard)) >= 1 and len(heard[0] + heard[1]) >= 5:
            start, end = reading.folded_at(one.start()), reading.folded_at(other.end())
            yield Mention(start, end, "full", "student" if person.student else "staff", frozenset())
