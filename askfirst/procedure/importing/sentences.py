"""Paragraphs into sentences, and a sentence that asks two things into its two parts. Pure; each sentence to the letter, in linear time."""

import re

__all__ = ["parts", "sentences"]

END = re.compile(r"(?<![.!?])[.!?]+[\"'”’)\]]*\s+")
NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Mx|Dr|Prof|St|No|Nos|para|paras|art|ss?|pp?|approx)|\b[A-Z]|^\W*\d+(?:\.\d+)*)\.$")
BEGINS = re.compile(r"[\"'“‘(\[]*[A-Z0-9]")
LONGEST = 1_000  # letters of a sentence that is looked at for two parts
LOOKED_BACK = 12  # letters before a full stop by which an abbreviation is known

_ASKS = r"(?:should|must|shall|may|are advised|are expected|are free|are encouraged|are asked)"
_WHO = r"(?:(?:also|they|you|we|it|this|nobody|no one|he\s+or\s+she)\s+)?"
TWO = re.compile(r"(?:(?:\s+and\s+|;\s+(?:and\s+)?)%s|,\s*and\s+(?:[\w'’-]+\s+){0,4}?)(?=%s\b)" % (_WHO, _ASKS), re.IGNORECASE)
ONE = re.compile(r"\b%s\b" % _ASKS, re.IGNORECASE)
FACT = re.compile(r"^(?:\W*\d[\d.]*\s+)?(?:many|most|some|all|few|other)\b[^,]*\bhave\b", re.IGNORECASE)
"""What people do, told before what they are asked."""


def sentences(text: str) -> list[str]:
    """Each as it stands in the text, without the space between."""
    found = []
    begun = 0
    for end in END.finditer(text):
        stop = end.group().rstrip()
        before = text[max(begun, end.start() - LOOKED_BACK) : end.start() + 1]
        if BEGINS.match(text, end.end()) and not (stop.startswith(".") and NO_END.search(before)):
            found.append(text[begun : end.start() + len(stop)])
            begun = end.end()
    found.append(text[begun:])
    return [one for one in found if one.strip()]


def parts(sentence: str) -> list[str]:
    """A sentence that asks one thing "and should not" another in its parts; most have one, and a very long one is left whole."""
    if len(sentence) > LONGEST:
        return [sentence]
    found = []
    begun = 0
    for two in TWO.finditer(sentence):
        if ONE.search(sentence, begun, two.start()) or (two.group().startswith(",") and FACT.search(sentence, begun, two.start())):
            found.append(sentence[begun : two.start()])
            begun = two.start()
    return [*found, sentence[begun:]]
