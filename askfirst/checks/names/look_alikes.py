"""Letters that pass for others: of other scripts, with marks, small capitals, in boxes; and figures and signs read as letters. Pure.

Latin letters with marks are known by how Unicode calls them; letters of other scripts stand in a table, since they look alike by chance.
Source: Unicode TR39 names the idea.
"""

import unicodedata
from functools import lru_cache

from askfirst.checks.late import late

__all__ = ["SHAPES", "SHORT", "letters", "one_shape", "read_as"]

SHORT = 4  # letters of initials, which match whole words only, as they are

NAMED = late(
    r"(?:MODIFIER LETTER |NEGATIVE |CIRCLED |SQUARED |PARENTHESIZED |REGIONAL INDICATOR SYMBOL |TAG |COMBINING |TURNED |REVERSED )*"
    r"(?:LATIN )?(?:SUBSCRIPT )?(?:SMALL |CAPITAL )*(?:LIGATURE |LETTER )(?:SMALL )?(?:CAPITAL )?"
    r"(?:SCRIPT |REVERSED |TURNED |DOTLESS |OPEN |BARRED |LONG |SIDEWAYS |MIDDLE-WELSH |INSULAR |BROKEN |BLACKLETTER |HALF |STRETCHED )*"
    r"(?P<letter>AE|OE|[A-Z])(?= |$)(?! AND )"
)
# One string a letter: what passes for it in Cyrillic, Greek, Armenian, Hebrew, Cherokee, Georgian, Lisu, Coptic and a few signs.
PASS_FOR = {
    "a": "аɑαᴀ⍺ꓮᎪ", "b": "вьᏏᏴᖯЬꓐΒβᗷ", "c": "сϲᏟꓚⅽⲥ", "d": "ԁժᏧᎠꓓⅾ", "e": "еєҽᎬꓰ℮ҿε", "f": "ϝꓝꞙẝϜ", "g": "ɡցᏀᏳꓖԍ",
    "h": "һհᏂᎻꓧнНիΗᕼ", "i": "іɩιӏⅰӀ׀ꙇᎥı", "j": "јϳᎫꓙյ", "k": "кκᏦꓗĸ", "l": "ⅼ∣ǀןᏞꓡӏו", "m": "мΜᎷꓟⅿм", "n": "ոпռηΝꓠɴ",
    "o": "оοօᴏσჿ०੦૦௦೦൦๐໐ဝ०〇ٱס०ⲟഠ", "p": "рρᏢꓑⲣ⍴ϱ", "q": "ԛգզ", "r": "гᎡᏒꓣᴦⲅг", "s": "ѕꜱᏚꓢՏչ", "t": "тτᎢꓔ⊤т", "u": "υսᴜꓴ∪⋃џμ",
    "v": "νѵᴠᏙꓦⅴ∨ט", "w": "ԝѡաᎳꓪωш", "x": "хχᕁ×ⅹꓫ᙭", "y": "уүγყᎩꓬʏỿΥ", "z": "ᴢᏃꓜΖ",
}  # fmt: skip
TABLE = {character: letter for letter, those in PASS_FOR.items() for character in those}
TABLE |= {"ß": "ss", "þ": "p", "ð": "d", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ƿ": "p", "ɯ": "w", "ʍ": "w"}
NOT_SEEN = frozenset("\ufe0e\ufe0f\u034f\u115f\u1160\u3164\uffa0")

LEET = str.maketrans("01!|3\u20ac4@5$7+8962\u00a3", "oiiieeaassttbggzl")
"""Figures and signs as the letters they are read for."""
ALIKE = str.maketrans("lj", "ii")
PAIRS = (("vv", "w"), ("ci", "d"), ("ih", "h"), ("ik", "k"), ("ph", "f"), ("ck", "k"))
"""Two letters drawn like one, and two that sound like one; after what passes for `i` is `i`."""
SHAPES = str.maketrans("mreoqdkuyvz", "nnccgbhvvvs")
"""Letters of nearly one shape, made one: only for a whole name of some length."""


@lru_cache(maxsize=4_096)
def letters(character: str) -> str:
    """What one character is read as, in small letters; "" for what nobody sees, and itself where it is like no letter of ours."""
    if character.isascii():
        return character.lower()
    if character in TABLE:
        return TABLE[character]
    if character in NOT_SEEN or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    apart = [one for one in unicodedata.normalize("NFKD", character.lower()) if unicodedata.category(one) != "Mn"]
    if len(apart) > 1 or apart[0] != character:
        return "".join(one.lower() if one.isascii() else letters(one) if one != character else one for one in apart)
    found = NAMED.match(unicodedata.name(character, ""))
    return found["letter"].lower() if found else character.lower()


def read_as(part: str) -> str:
    """A part of a name in small letters, its figures and signs read as letters; one of four or fewer is taken as it is."""
    return part.translate(LEET) if len(part) > SHORT else part


def one_shape(soft: str) -> str:
    """What is drawn alike made one letter."""
    read = soft.translate(ALIKE)
    for pair, one in PAIRS:
        if pair in read:
            read = read.replace(pair, one)
    return read
