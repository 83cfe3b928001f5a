"""Words that convict are not ours: AskFirst looks a draft over, it judges nobody."""

import re
from pathlib import Path

from gates.gate import Gate
from gates.shown import shown_to_people

__all__ = ["BANNED_WORDS", "convicting"]

BANNED = re.compile(
    r"\b(?:breach(?:e[sd]|ing)?|violat(?:e[sd]?|ing|ions?|ors?)|offen[cs]es?|offenders?|perpetrators?|accus(?:ed|ers?|es?|ing|ations?))\b"
    r"|(?<!staff )(?<!student )(?<!pupil )\bsuspensions?\b(?! or permanent exclusion)(?! and permanent exclusion)"
    r"|(?<!permanent )\bexclusions?\b"
    r"|(?<!protected )(?<!safeguarding )\bdisclosures?\b"
    r"|(?<!formal )(?<!parental )(?<!data protection )\bcomplaints?\b(?! (?:procedure|policy|form)\b)",
    re.IGNORECASE,
)
# A law is named as it is named, and so is one thing on the Data Protection Officer's pages.
NAMED = re.compile(
    r"(?:\b[A-Z][\w'’()]*,? (?:(?:and|of|the|for|etc\.?|\([^)]*\)) )*)+(?:Act|Regulations|Order)\b(?: \d{4})?"
    r"|possible personal data breach",
    re.ASCII,
)


def convicting(words: str) -> list[str]:
    """The banned words in a text, names of laws aside."""
    return BANNED.findall(NAMED.sub(" ", words))


def banned(root: Path) -> list[str]:
    return ['%s says "%s"' % (one.at, word) for one in shown_to_people(root) for word in convicting(one.words)]


BANNED_WORDS = Gate(
    "banned-words", "No word that convicts is shown to anybody.", banned, "say what happened, not what it makes a person (ruling 19)"
)
