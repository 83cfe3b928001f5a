"""How letters sound, roughly, so that two spellings of one sound are one: "gait" and "gate", "norf" and "north". Pure.

As it is said in much of England: no r after a vowel, "th" as "f". It tells apart less than an ear does; what is met by it looks similar.
"""

import re

from askfirst.checks.late import late

__all__ = ["begins", "outline", "sounded"]

SPELLED = (
    ("W", "oar|oor|our|ore|or|augh|aught(?=t)|aw|au|al(?=k)"), ("A", "eigh|aigh|ai|ay|a(?=[^aeiou]e)"),
    ("E", "ea|ee|ie|ei|ey|y$|i$"), ("O", "oa|oe|ow|ough|o(?=[^aeiou]e)"), ("I", "igh|uy|i(?=[^aeiou]e)|y"),
    ("U", "oo|ou|ew|ue|ui|u(?=[^aeiou]e)"), ("R", "ar|ah"), ("3", "er|ir|ur|re$|a$"),
    ("j", "dge|dg|j|ge$"), ("f", "th|ph|v"), ("n", "kn|gn"), ("w", "wh"), ("r", "wr|rh"), ("sk", "sch"),
    ("s", "c(?=[eiy])|z"), ("k", "ck|ch(?=r)|qu|q|c(?!h)"), ("ks", "x"), ("", "(?<=[AEIOUW][a-z])e|e$|h(?![aeiouAEIOUW])"),
)  # fmt: skip
"""Sounds, and how each is spelled; the first that fits is taken."""
EACH = late("|".join("(%s)" % ways for _, ways in SPELLED))
SOUND = tuple(sound for sound, _ in SPELLED)
SILENT_E = late(r"(?<=[AOIU][b-df-hj-np-tv-z])e")
RUNS = re.compile(r"(.)\1+")
VOWELS = "aeiouyh"
BEGINS = {"f": "ftpv", "k": "kcq", "s": "scz", "n": "nkg", "r": "rw", "j": "jdg", **dict.fromkeys("AEIOUWR3aeiou", VOWELS)}
"""By the first sound, the letters that may begin its spelling; itself where it is not here."""
COARSE, TWICE = str.maketrans("cqszxfvpjd", "kkkkktttgg", "hwyr"), ("kk", "tt", "gg")


def sounded(part: str) -> str:
    """The letters of a part of a name as sounds; small letters alone are read."""
    return RUNS.sub(r"\1", SILENT_E.sub("", EACH.sub(lambda met: SOUND[(met.lastindex or 1) - 1], part)))


def outline(bones: str) -> str:
    """Consonants without those that some spelling of the same sounds has not: what sounds alike has the same, and much else too."""
    text = bones.replace("gh", "").translate(COARSE)
    for twice in TWICE:
        if twice in text:
            text = text.replace(twice, twice[0]).replace(twice, twice[0])
    return text


def begins(sounds: str) -> frozenset[str]:
    """The letters with which some spelling of these sounds may begin."""
    return frozenset(BEGINS.get(sounds[:1], sounds[:1]))
