"""Disguised words undone: figures and signs for letters (w4nker), stars (w*nker), l o n g gaps, dragged letters (uglyyy), a letter lost or
swapped (wnaker), words run together.

Undone only where what comes out is a word of a list, and never where what stands there is itself a word of every day.
"""

from collections.abc import Iterator, Set
from functools import cache

from askfirst.checks.late import late
from askfirst.checks.lists import listed, text_of

__all__ = [
    "DIALECT",
    "DRAGGED",
    "EMOJI",
    "LONE",
    "SIGNS",
    "joined",
    "near_keys",
    "near_words",
    "pierced",
    "signed",
    "spaced",
    "undone",
    "worth_undoing",
]

EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff"
KEYCAP = "\u20e3"
PIERCED = late(r"[^\W_]{1,12}(?:[" + EMOJI + KEYCAP + r"][^\W_]{1,12}){1,3}")
SPACED = late(r"(?<![^\W_'])(?:[^\W_][ .\-_*/]{1,2}){2,40}[^\W_](?![^\W_])")
LONE = late(r"[ .\-_*/][^\W_][ .\-_*/]{1,2}[^\W_][ .\-_*/]")  # two letters alone: without them none are spaced
SIGNED = late(r"(?<![\w@/.#])[a-z]{1,6}(?:[#_~^%&+.=]{1,4}[a-z]{1,8}){1,2}(?![\w@/.#])")
MARKS = late(r"[#_~^%&+.=]")
SHORT = frozenset("gay jew fag gays jews fags".split())  # words of three letters that are read letter by letter
LEET = (str.maketrans("4301578@$!|\u20ac9", "aeoistbasiieg"), str.maketrans("4301578@$!|\u20ac9", "aeolstbasllei"))
DRAGGED = late(r"(.)\1{2,}")
SIGNS = frozenset("4301578@$!|\u20ac9*")  # without these and without dragged letters nothing is disguised
LONGEST_WORD = 16
LONG_RUN = 14  # letters from which on a run may hold any word of our lists
LISTS = ("insults", "people", "putdowns", "whole", "help", "help_words")
PLAIN_WORD = late(r"[a-z]{2,}")
SHORT_WORDS = "am an as at be by do go he if in is it me my no of on or so to up us we off out once"
MOST_PARTS = 4
ENDINGS = tuple(
    "ing ed ly ness ment tion sion able ible ful less ism ist ists ity ous ive ance ence s es er ers or ors est al ic ish en ened ings ments".split()
)
AFTER_MARK = {"t": "not", "s": "'s", "re": "'re", "ll": "'ll", "ve": "'ve", "m": "'m", "d": "'d"}  # what a mark cut off: words run on
LONGEST_RUN = 80  # letters that several words run together may have
NEAR = ("many", "one", "describing", "hates", "attacks", "bad", "wished")  # sections whose words are met with a letter lost or two swapped
# Two words written as one; each keeps the place of both.
JOINED = {
    "hes": ("he", "'s"), "shes": ("she", "'s"), "youre": ("you", "'re"), "theyre": ("they", "'re"), "thats": ("that", "'s"), "whos": ("who", "'s"),
    "im": ("i", "'m"), "ive": ("i", "'ve"), "imma": ("i", "gonna"), "ima": ("i", "gonna"), "youll": ("you", "'ll"), "theyll": ("they", "'ll"),
    "cannot": ("cant",), "can't": ("cant",), "couldn't": ("couldnt",), "noone": ("nobody",), "aren": ("are",), "isn": ("is",), "doesn": ("does",), "didn": ("did",),
    "shouldn": ("should",), "wouldn": ("would",), "ofa": ("of", "a"), "no-one": ("nobody",), "tho": ("though",),
}  # fmt: skip

# Scots, Scouse, Multicultural London English, patois: the same word said elsewhere. Only words that mean nothing else in a draft.
DIALECT = dict(
    pair.split(":")
    for pair in (
        "dat:that dem:them dey:they dis:this dese:these di:the da:the ere:here yous:you youse:you ye:you ya:you yer:your yir:your oor:our wis:was"
        " wisnae:wasnt aw:all awbody:everybody hale:whole thae:those thon:that fae:from frae:from tae:to shouldnae:shouldnt dinnae:dont didnae:didnt"
        " cannae:cant wouldnae:wouldnt isnae:isnt arenae:arent hasnae:hasnt werenae:werent willnae:wont wullnae:wont couldnae:couldnt hae:have"
        " naebody:nobody onybody:anybody awthing:everything naething:nothing ayeways:always lassie:girl lassies:girls gyal:girl gyaldem:girls"
        " mandem:boys brudda:brother stupit:stupid eejit:idiot eejits:idiots folk:people auld:old disgustin:disgusting mingin:minging lyin:lying heid:head droon:drown efter:after"
        " ah:i prood:proud feart:scared steamin:drunk bevvied:drunk hame:home glesses:glasses ither:other mither:mother faither:father wimmin:women"
    ).split()
)


@cache
def worth_undoing() -> frozenset[str]:
    """Words worth undoing a disguise for, with their plain plurals."""
    words: set[str] = set()
    for section in ("hard", "soft", "adjectives", "mild", "slurs", "swearing"):
        words |= listed("insults", section)
    words |= listed("help", "disguised")
    for section in ("many", "one", "describing", "hates", "attacks", "bad", "wished", "sickened"):
        words |= {word for word in listed("whole", section) if len(word) > 2}
    return frozenset(words | {word + "s" for word in words})


@cache
def near_words() -> dict[str, str]:
    """Hard words and names of groups with one letter lost or two swapped, and the word meant; words of every day are left out."""
    meant = frozenset().union(*(listed("whole", section) for section in NEAR), listed("insults", "slurs"), listed("insults", "swearing"))
    real = listed("whole", "real_words") | worth_undoing() | listed("whole", "small") | (listed("whole", "common") - meant)
    found: dict[str, str] = {}
    for word in sorted(word for word in meant if word.isalpha()):
        for at in range(1, len(word)):
            if at < len(word) - 1 or len(word) > 4:
                found.setdefault(word[:at] + word[at + 1 :], word) if len(word) > 4 else None
            if at < len(word) - 1 and len(word) > 3:
                found.setdefault(word[:at] + word[at + 1] + word[at] + word[at + 2 :], word)
    for word in sorted(meant | listed("whole", "describing")):
        bare = "".join(letter for at, letter in enumerate(word) if not at or letter not in "aeiou")
        if word.isalpha() and len(bare) > 3:
            found.setdefault(bare, word)  # its vowels left out
    return {near: word for near, word in found.items() if near not in real and near not in meant}


@cache
def near_keys() -> frozenset[str]:
    return frozenset(near_words())


@cache
def _hard_parts() -> frozenset[str]:
    """What may be run together with something else: hard words and names of groups, of four letters or more. Not words of being hurt."""
    return frozenset(word for word in worth_undoing() - listed("help", "disguised") if len(word) > 3 and word.isalpha())


@cache
def _parts() -> frozenset[str]:
    return _hard_parts() | {word for word in listed("whole", "small") if len(word) > 1 or word in "ia"}


@cache
def _every_word() -> frozenset[str]:
    """Every word that stands in any of our lists: what a long run of letters may be made of."""
    return frozenset(word for name in LISTS for word in PLAIN_WORD.findall(text_of(name)))


def _better(one: tuple[str, ...] | None, other: tuple[str, ...]) -> tuple[str, ...]:
    """The way with fewer parts; of two alike, the one that ends in a small or hard word: "immigrants have", not "immigrant shave"."""
    if one is None or len(other) < len(one):
        return other
    plain = _parts()
    return other if len(other) == len(one) and other[-1] in plain and one[-1] not in plain else one


def _run_together(word: str) -> tuple[str, ...] | None:
    """The words behind "hateallof", or None: known words and at least one hard one, with nothing left over.

    Of a long run any word of our lists may be a part; of a short one only short words, or too many words of every day would fall apart.
    """
    hard, small = _hard_parts(), listed("whole", "small")
    known = small | _every_word() if len(word) >= LONG_RUN else small
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before = ways[start]
            if (
                before is not None
                and len(before) < 16
                and (word[start:end] in hard or (word[start:end] in known and (end - start > 1 or word[start:end] in "ia")))
            ):
                ways[end] = _better(ways[end], (*before, word[start:end]))
    found = ways[-1]
    if not found or len(found) < 2 or not any(one in hard for one in found):
        return None
    return found if len(found) > 2 or all(one in hard or one in small for one in found) else None


@cache
def _by_shape() -> dict[tuple[int, str], tuple[str, ...]]:
    shapes: dict[tuple[int, str], list[str]] = {}
    for word in sorted(worth_undoing()):
        shapes.setdefault((len(word), word[0]), []).append(word)
    return {shape: tuple(words) for shape, words in shapes.items()}


def undone(word: str) -> str:
    """The word behind a disguise, or the word itself."""
    if len(word) > 2 * LONGEST_WORD or word.isdigit() or word in worth_undoing():
        return word
    if SIGNS.isdisjoint(word) and DRAGGED.search(word) is None:
        return word
    if "*" in word and len(word) - word.count("*") >= 2:
        for known in _by_shape().get((len(word), word[0]), ()):
            if all(a in ("*", b) for a, b in zip(word, known, strict=True)):
                return known
    tries = [word]
    if not word.isalpha() and any(c.isalpha() for c in word):
        tries += [word.translate(table) for table in LEET]
    for one in tries:
        dragged = DRAGGED.search(one) is not None
        for plain in (one, DRAGGED.sub(r"\1", one), DRAGGED.sub(r"\1\1", one)) if dragged else (one,):
            if plain in worth_undoing() and len(plain) > 2:
                return plain
    return word


def spaced(text: str) -> Iterator[tuple[int, int, str]]:
    """Words written letter by letter: places and the word."""
    for match in SPACED.finditer(text):
        places = [at for at in range(match.start(), match.end()) if text[at].isalnum()]
        letters = "".join(text[at] for at in places)
        at = 0
        while at < len(letters) - 2:
            for size in range(min(LONGEST_WORD, len(letters) - at), 2, -1):
                word = undone(letters[at : at + size])
                if word in worth_undoing() and (size > 3 or (word in SHORT and size == len(letters))):
                    yield places[at], places[at + size - 1] + 1, word
                    at += size - 1
                    break
            at += 1


def signed(text: str) -> Iterator[tuple[int, int, str]]:
    """Words in which marks stand for letters (f#ck, sh.t, w__ker), where what comes out is a word of a list: places and the word."""
    for match in SIGNED.finditer(text):
        written = MARKS.sub("*", match.group())
        word = undone(written)
        if word != written:
            yield *match.span(), word


def pierced(text: str) -> Iterator[tuple[int, int, str]]:
    """Words in which a sign stands for a letter, where what comes out is a word of a list: places and the word."""
    for match in PIERCED.finditer(text):
        written = "".join("*" if one > "\u2000" and one != KEYCAP else one for one in match.group() if one != KEYCAP)
        word = undone(written)
        if word != written or word in worth_undoing():
            yield *match.span(), word


@cache
def _joints() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What words written as one are made of: any word that we know, and the small ones among them; what is one word is left alone."""
    every = _every_word() | worth_undoing() | listed("whole", "common")
    short = frozenset(SHORT_WORDS.split())
    known = frozenset(word for word in every | listed("whole", "small") if len(word) > 2) | short
    return known, listed("whole", "small") | short, every | listed("whole", "real_words")


def _is_one_word(word: str) -> bool:
    """Whether it is a word of every day, or one with an ending: "managed", "weakness"."""
    _, _, whole = _joints()
    if word in whole:
        return True
    for ending in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            if len(stem) > 2 and not whole.isdisjoint((stem, stem + "e", stem + "y", doubled)):
                return True
    return False


def _of_small_words(word: str) -> tuple[str, ...] | None:
    """The words behind "arejust" or "betterplace": as few as can be, all small or some of four letters; None where it is a word itself."""
    known, small, whole = _joints()
    if _is_one_word(word):
        return None
    ways: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST_WORD), end):
            before, part = ways[start], word[start:end]
            if before is None or len(before) == MOST_PARTS or not (part in known or (part in "ia" and start == 0)):
                continue
            ways[end] = _better(ways[end], (*before, part))
    found = ways[-1]
    if found and len(found) > 1 and _may_stand_together(found, small):
        return found
    for letters, meant in AFTER_MARK.items():  # of "can'tstop", "person'slife", "you'rejust"
        rest = word.removeprefix(letters)
        if rest != word and len(rest) > 2 and (rest in whole or rest in known):
            return (meant, rest)
    return None


def _may_stand_together(found: tuple[str, ...], small: Set[str]) -> bool:
    """Whether these parts look like words that lost the gap between them, not like pieces of one long word."""
    if all(part in small for part in found):
        return True
    if len(found) == 2:
        hard = any(part in _hard_parts() and len(part) > 4 for part in found)
        return any(part in small for part in found) or min(map(len, found)) > (2 if hard else 3)
    return sum(part in small for part in found) > len(found) - 2


def joined(written: Set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Which of these words are several, and which ones."""
    for word in JOINED.keys() & written:
        yield word, JOINED[word]
    told_of = not _told_of().isdisjoint(written)  # only where somebody could be meant is it worth to take words apart
    for one in written:
        word = one.replace("'t", "t")
        if not 4 < len(word) < LONGEST_RUN or not word.isalpha():
            continue
        edge = len(word) >= LONG_RUN or (len(word) > 6 and _hard_at_an_end(word))
        parts = _run_together(word) if edge and word not in listed("whole", "real_words") else None
        if parts is None and (told_of or edge):
            parts = _of_small_words(word)
        if parts is not None:
            yield word, parts


@cache
def _told_of() -> frozenset[str]:
    return listed("whole", "many") | listed("whole", "one") | listed("whole", "describing") | worth_undoing()


def _hard_at_an_end(word: str) -> bool:
    """Whether a hard word or the name of a group begins or ends it: of most words neither."""
    hard = _hard_parts()
    return word not in hard and any(word[:at] in hard or word[-at:] in hard for at in range(4, min(len(word) - 1, LONGEST_WORD)))
