"""Policies of invented trusts, each in a style of its own, with each rule as a person reads it; and how many of them are read so.

A file holds the policy as it is sent (`.md`, `.html`), or its lines that a hand of `documents` writes (`.docx.txt`, `.odt.txt`); under
"=====" stand its rules: strength, whom it speaks to, and words that stand in that rule alone.
"""

from dataclasses import dataclass
from pathlib import Path

from askfirst.procedure.clause import Strength
from askfirst.procedure.importing.reading import read_in
from askfirst.procedure.load import the_edition
from tests import documents

__all__ = ["NAMES", "Read", "score"]

FOLDER = Path(__file__).parent / "policies"
NAMES = tuple(sorted(path.name for path in FOLDER.iterdir()))


@dataclass(frozen=True)
class Read:
    """Rules by whether their line, and their strength and addressee too, were read right; and what was taken for a rule and is none."""

    rules: int
    lines: int
    right: int
    wrong: tuple[str, ...]
    more: tuple[str, ...]


def _sent(name):
    whole, _, rules = (FOLDER / name).read_text(encoding="utf-8").partition("\n=====\n")
    for kind in ("docx", "odt"):
        if name.endswith(".%s.txt" % kind):
            return "policy." + kind, getattr(documents, kind)(tuple(whole.splitlines())), rules
    return name, whole.encode(), rules


def score(name):
    file, data, rules = _sent(name)
    imported = read_in(file, data, the_edition(readings=False))
    told = [line.split("\t") for line in rules.splitlines()]
    lines, right, wrong, taken = 0, 0, [], set()
    for strength, who, words in told:
        found = [one for one in imported.proposals if words in one.exact]
        others = [other for _, _, other in told if other != words]
        alone = [one for one in found if not any(other in one.exact[one.exact.index(words) :] for other in others)]
        taken.update(one.exact for one in found)
        if len(found) != 1 or not alone:
            wrong.append("%s: %s" % ("no rule" if not found else "not by itself", words))
            continue
        lines += 1
        one = found[0]
        if (one.strength, one.addressee) == (strength, who):
            right += 1
        else:
            wrong.append("%s %s, read as %s %s: %s" % (strength, who, one.strength, one.addressee, words))
    more = tuple(
        one.exact for one in imported.proposals if one.strength != Strength.KNOW and one.section != "DOC" and one.exact not in taken
    )
    return Read(len(told), lines, right, tuple(wrong), more)


if __name__ == "__main__":
    for name in NAMES:
        read = score(name)
        print("%s: %d rules, %d lines, %d right, %d more" % (name, read.rules, read.lines, read.right, len(read.more)))
        print(*("  - " + one for one in read.wrong), *("  + " + one for one in read.more), sep="\n")
