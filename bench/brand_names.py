"""Names for bench/brand.py: look-alikes made of a school's name by many ways, and ordinary handles. Held apart from the finder.

Nothing here is read by askfirst.checks.names, and it imports nothing from there: ways and letters are those that squatters' tools use.
All draws come from a seed, so that two runs are the same.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator

__all__ = ["WAYS", "look_alikes", "ordinary"]

KEYS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "ol",
    "a": "qsz", "s": "adw", "d": "sfe", "f": "dgr", "g": "fht", "h": "gjy", "j": "hku", "k": "jli", "l": "kop", "z": "xas",
    "x": "zcs", "c": "xvd", "v": "cbf", "b": "vng", "n": "bmh", "m": "njk",
}  # fmt: skip
GLYPHS = {
    "b": ("d", "lb", "ib"), "c": ("e",), "d": ("b", "cl", "dl"), "e": ("c",), "g": ("q",), "h": ("lh", "ih"), "i": ("1", "l"),
    "k": ("lk", "ik", "lc"), "l": ("1", "i"), "m": ("n", "nn", "rn", "rr"), "n": ("m", "r"), "o": ("0",), "q": ("g",), "u": ("v",),
    "v": ("u",), "w": ("vv",), "s": ("5",),
}  # fmt: skip
SIGNS = {"a": "4@", "b": "8", "e": "3", "g": "9", "i": "1!", "l": "1|", "o": "0", "s": "5$", "t": "7+"}
SCRIPTS = dict(zip("aceopxyisjhkmtbr", "асеорхуіѕјһкмтьг", strict=True))
GREEK = dict(zip("aenioptuvxk", "αεηιορτυνχκ", strict=True))
HEARD = {
    "ate": ("ait", "ayt", "eight", "aight"), "th": ("f", "v"), "or": ("aw", "au", "our", "oor"), "ea": ("ee", "ei"), "ie": ("ee", "ea"),
    "ay": ("ai", "ey", "ae"), "oo": ("u", "ew", "ue"), "ck": ("k", "c"), "ph": ("f",), "ee": ("ea", "ie"), "ow": ("o", "oe"),
    "oa": ("o", "ow"), "er": ("ur", "ir"), "ur": ("er", "ir"), "ar": ("ah", "arr"), "ere": ("ear", "eer"), "idge": ("ij", "ige"),
    "ough": ("o", "ow"), "igh": ("y", "ie"), "ca": ("ka",), "co": ("ko",), "ce": ("se",), "cs": ("x",), "ss": ("s",), "st": ("sst",),
}  # fmt: skip
"""Spellings that are heard for each other."""
MARKED = "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327"
ADDED = ("official", "uk", "news", "fans", "pe", "2026", "dept", "parents", "memes", "confessions")
BEFORE = ("the", "my", "real", "team", "mr", "official")


def _at(text: str, draw: random.Random) -> int:
    return draw.randrange(len(text))


def _letter(text: str, draw: random.Random, known: str = "abcdefghijklmnopqrstuvwxyz") -> int:
    places = [at for at, one in enumerate(text) if one in known]
    return draw.choice(places) if places else -1


def _put(text: str, at: int, new: str, *, gone: int = 1) -> str:
    return text if at < 0 else text[:at] + new + text[at + gone :]


def _each(text: str, change: Callable[[str], str]) -> str:
    return "".join(map(change, text))


def _glyph(text: str, draw: random.Random) -> str:
    at = _letter(text, draw, "".join(GLYPHS))
    return _put(text, at, draw.choice(GLYPHS[text[at]])) if at >= 0 else text


def _signed(text: str, draw: random.Random) -> str:
    return _each(text, lambda one: draw.choice(SIGNS[one]) if one in SIGNS and draw.random() < 0.6 else one)


def _named(sort: str) -> Callable[[str, random.Random], str]:
    """Every letter of a name from a block of Unicode, by how that calls it."""

    def change(text: str, draw: random.Random) -> str:
        return _each(text, lambda one: unicodedata.lookup(sort % one.upper()) if one.isalpha() and one.isascii() else one)

    return change


def _order(text: str, draw: random.Random) -> str:
    words = text.split()
    return "_".join(words[1:] + words[:1])


def _joined(text: str, draw: random.Random) -> str:
    return draw.choice(BEFORE) + text + draw.choice(ADDED)


def _separated(text: str, draw: random.Random) -> str:
    signs = "._-"
    return _each(text, lambda one: one + draw.choice(signs) if draw.random() < 0.4 else one).strip(signs)


def _heard(text: str, draw: random.Random) -> str:
    """Some letters as somebody writes them who only heard the name; itself where no other way to spell it stands here."""
    for _ in range(draw.choice((1, 1, 2))):
        ways = [(at, old, new) for old, news in HEARD.items() for at in range(len(text)) if text.startswith(old, at) for new in news]
        if ways:
            at, old, new = draw.choice(ways)
            text = _put(text, at, new, gone=len(old))
    return text


def _swapped(text: str, draw: random.Random) -> str:
    at = draw.randrange(len(text) - 1)
    return _put(text, at, text[at + 1] + text[at], gone=2)


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "a letter added at the end": lambda text, draw: text + draw.choice("abcdefghijklmnopqrstuvwxyz0123456789"),
    "a letter left out": lambda text, draw: _put(text, _at(text, draw), ""),
    "a letter twice": lambda text, draw: _put(text, (at := _at(text, draw)), text[at] * 2),
    "two letters turned": _swapped,
    "the key beside it": lambda text, draw: _put(text, (at := _letter(text, draw)), draw.choice(KEYS[text[at]])),
    "the key beside it as well": lambda text, draw: _put(text, (at := _letter(text, draw)), text[at] + draw.choice(KEYS[text[at]])),
    "another vowel": lambda text, draw: _put(text, _letter(text, draw, "aeiou"), draw.choice("aeiou")),
    "one bit": lambda text, draw: _put(text, (at := _letter(text, draw)), chr(97 + (ord(text[at]) - 97 ^ 1 << draw.randrange(4)) % 26)),
    "a letter of its shape": _glyph,
    "two letters of their shape": lambda text, draw: _glyph(_glyph(text, draw), draw),
    "figures and signs": _signed,
    "one Cyrillic letter": lambda text, draw: _put(text, (at := _letter(text, draw, "".join(SCRIPTS))), SCRIPTS[text[at]]),
    "Cyrillic letters": lambda text, draw: _each(text, lambda one: SCRIPTS.get(one, one)),
    "Greek letters": lambda text, draw: _each(text, lambda one: GREEK.get(one, one)),
    "full width": _named("FULLWIDTH LATIN SMALL LETTER %s"),
    "bold": _named("MATHEMATICAL BOLD SMALL %s"),
    "in boxes": _named("NEGATIVE SQUARED LATIN CAPITAL LETTER %s"),
    "circled": _named("CIRCLED LATIN SMALL LETTER %s"),
    "with marks": lambda text, draw: _each(text, lambda one: one + draw.choice(MARKED) if draw.random() < 0.5 else one),
    "marks nobody sees": lambda text, draw: _each(text, lambda one: one + "\u200b" if draw.random() < 0.4 else one),
    "no vowels": lambda text, draw: text[0] + _each(text[1:], lambda one: "" if one in "aeiou" else one),
    "some vowels gone": lambda text, draw: text[0] + _each(text[1:], lambda one: "" if one in "aeiou" and draw.random() < 0.6 else one),
    "parted by signs": _separated,
    "as it is heard": _heard,
    "other words around it": _joined,
    "capitals": lambda text, draw: _each(text, lambda one: one.upper() if draw.random() < 0.5 else one),
    "many": lambda text, draw: text + "s",
}


def look_alikes(names: list[str], each: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """(name, way, look-alike): `each` of every way for every name. A change that leaves the name whole inside is made again."""
    draw = random.Random(seed)
    for name in names:
        joined = "".join(one for one in name.lower() if one.isalpha())
        for way, change in WAYS.items():
            for _ in range(each):
                yield name, way, next((new for _ in range(20) if (new := change(joined, draw)) != joined), joined)
        if " " in name:
            for _ in range(each):
                yield name, "words in another order", _order(name.lower().replace("'", ""), draw)


GIVEN = (
    "amelia olivia isla ava mia freya grace ella harper rosie noah oliver george arthur leo harry oscar archie jack henry ravi"
    " anjali priya sanjay fatima aisha yusuf omar ibrahim zainab chen mei wei ling kofi ama kwame adaeze chidi ngozi tomasz"
    " agnieszka piotr kasia sean niamh aoife cian rhys cerys dafydd bethan hamish eilidh callum iona northa ross skye dale glen"
    " heather brook reed heath forrest lane wade ford cliff"
).split()
FAMILY = (
    "smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood"
    " jackson clarke northfield northcote northam norgate southgate westgate eastwood eastman easton westfield whitfield mansfield"
    " merryfield canfield ridgwell ridgway ridley ridge holloway galloway hathaway conway brannigan brannan brennan bannock norton"
    " horton thornton gates yates bates forthgill fieldhouse fielding schofield school oldfield caulfield castle castleton brookes"
    " bickerton oakley oakes meredith thornley thornhill fenwick granger harrowgate harrod wrenn wrenfield patel khan singh begum"
    " ali ahmed okafor mensah nowak kowalski murphy kelly byrne lynch macleod"
).split()
LIKES = (
    "bakes knits runs reads paints draws cycles climbs swims sings gardens crafts travels eats films plays writes vlogs builds"
    " quilts walks hikes surfs skates fishes brews coffee sourdough guitar piano chess lego minecraft garden allotment vintage"
    " vinyl film photo photos studio art design music band records books poetry yoga pilates fitness football rugby netball cricket"
    " tennis golf hockey cats dogs horses ponies birds bees trains buses planes cars bikes motors gate gates field fields north"
    " south east west ridge way ways street road lane park farm hill wood school schoolrun academyawards trustfund education"
    " teacher homework classroom english maths science history drama"
).split()
AREAS = (
    "leeds york hull bath ely kent devon derby durham exeter norwich oxford ripon truro wells gateshead northampton northolt"
    " eastbourne westfield"
).split()


def ordinary(many: int, seed: int) -> list[str]:
    """Handles of people, clubs and shops, some of which are near a school's name by chance; each once."""
    draw, found = random.Random(seed), dict[str, None]()
    shapes = (
        "{g}{f}", "{g}.{f}", "{g}_{f}{n}", "{f}{g}", "{g}{l}", "{l}with{g}", "{l}_by_{g}", "the{l}{f}", "{f}{l}", "{a}{l}",
        "{l}_{a}", "{g}in{a}",
        "{f}family",        "{f}and{f2}", "{l}{l2}{n}", "{g}x{n}", "{f}.{a}", "{l}{f}.example", "x{g}x{f}x", "{a}{f}{l}",
        "mr{f}", "miss_{f}", "{f}s{l}",
    )  # fmt: skip
    while len(found) < many:
        shape = draw.choice(shapes)
        name = shape.format(
            g=draw.choice(GIVEN),
            f=draw.choice(FAMILY),
            f2=draw.choice(FAMILY),
            l=draw.choice(LIKES),
            l2=draw.choice(LIKES),
            a=draw.choice(AREAS),
            n=draw.choice(("", str(draw.randrange(100)), str(draw.randrange(1950, 2026)))),
        )
        found[name] = None
    return list(found)
