"""A table of a document as rules: which row is its head, what each column holds, and each row as what is asked of whom. Pure.

A table whose columns say nothing by themselves is read cell by cell, as words that stand below each other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from askfirst.guard.text.paragraph import Paragraph
from askfirst.procedure.clause import Addressee, Strength
from askfirst.procedure.importing import addressee, strength

__all__ = ["DO", "Row", "Said", "is_table", "rows_of"]

LONGEST_HEAD = 8  # words of a cell of the head
LONGEST_SHORT = 5  # letters of a cell that is cut short, such as "No."
LONGEST_LABEL = 6  # words of a cell that names people alone
LONGEST_LEAD = 400  # letters of what stands beside a rule
MOST_IN_A_CELL = 12  # paragraphs; a cell with more is a part of a page


class Holds(StrEnum):
    """What a column holds."""

    WHO = "who"
    HOW = "how strong it is"
    RULE = "a rule"
    BESIDE = "what stands beside a rule"


HEADS: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    (
        Holds.HOW,
        re.compile(r"\b(?:strength|status|level|weight|mandatory|optional|must or should|how (?:firm|strong|strict))\b", re.IGNORECASE),
    ),
    (Holds.RULE, re.compile(r"\b(?:do|don['’]ts?|dos|not|must|should|may|can|cannot|never|always|avoid)\b", re.IGNORECASE)),
    (
        Holds.RULE,
        re.compile(
            r"\b(?:requirements?|responsibilit\w+|dut(?:y|ies)|obligations?|rules?|actions?|expect(?:s|ed|ations?)?|guidance|standards?|polic(?:y|ies)|"
            r"advice|instructions?|conduct|response)\b",
            re.IGNORECASE,
        ),
    ),
    (Holds.WHO, re.compile(r"\b(?:who|whom|roles?|appl(?:y|ies) to|audience|people|persons?|groups?|for)\b", re.IGNORECASE)),
    (
        Holds.BESIDE,
        re.compile(
            r"(?:^|\b)(?:ref(?:erence)?|no|number|#|item|situation|scenario|when|if|example|question|issue|topic|areas?|subject|platform|why|"
            r"reason|notes?|where|section)\b",
            re.IGNORECASE,
        ),
    ),
)
"""What a word in the head of a column says of it; the first that fits."""
DUTY = re.compile(r"\b(?:requirements?|responsibilit\w+|dut(?:y|ies)|obligations?|mandatory)\b", re.IGNORECASE)
"""Heads below which whatever is told to be done must be done."""
LABELS: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    (Strength.MUST_NOT, re.compile(r"must not|must never|prohibited|forbidden|banned|never|not (?:allowed|permitted)", re.IGNORECASE)),
    (Strength.SHOULD_NOT, re.compile(r"should not|discouraged|avoid", re.IGNORECASE)),
    (Strength.MUST, re.compile(r"mandatory|required|compulsory|must|essential|statutory|always", re.IGNORECASE)),
    (Strength.SHOULD, re.compile(r"should|expected|expectation", re.IGNORECASE)),
    (
        Strength.ADVICE,
        re.compile(r"recommended|recommendation|advis(?:ed|ory)|advice|(?:good|best) practice|suggested|guidance", re.IGNORECASE),
    ),
    (Strength.MAY, re.compile(r"optional|may|allowed|permitted|voluntary|your choice|free to", re.IGNORECASE)),
)
DO = re.compile(r"(?:please |always )?do(?:['’]?s)?(?: this)?", re.IGNORECASE)
"""A head below which stands what to do."""
NUMBERS = re.compile(r"\W*(?:[A-Za-z]{0,3}\W?\d+(?:\.\d+)*|[a-z]|[ivx]{1,4})\W*")


@dataclass(frozen=True, slots=True)
class Said:
    """A cell that holds a rule: its paragraphs; what its column and its row say of how strong it is, and whom it is for."""

    paragraphs: tuple[Paragraph, ...]
    lead: str
    head: str
    label: Strength | None
    duty: bool
    who: Addressee | None


@dataclass(frozen=True, slots=True)
class Row:
    """`rules` are its cells that hold rules; `words` all its paragraphs. A row of the head has no rule and is no line of dates."""

    words: tuple[Paragraph, ...]
    rules: tuple[Said, ...] = ()
    head: bool = False


Line = Mapping[int, Sequence[Paragraph]]


def _text(cell: Sequence[Paragraph]) -> str:
    return " ".join(one.text for one in cell)


def _label(text: str) -> Strength | None:
    bare = text.strip(" .:*")
    return next((how for how, sign in LABELS if sign.fullmatch(bare)), None)


def _who(text: str) -> Addressee | None:
    return addressee.alone(text) if len(text.split()) <= LONGEST_LABEL else None


def _heads(line: Line, rest: Sequence[Line]) -> bool:
    """Whether it tells what stands below it: short cells, none of them a number, one that we know or that is unlike its column."""
    texts = [_text(cell) for cell in line.values()]
    short = all(len(one.split()) <= LONGEST_HEAD and (one[-1] not in ".!;" or len(one) <= LONGEST_SHORT) for one in texts)
    if not short or any(NUMBERS.fullmatch(one) for one in texts):
        return False
    return any(_holds(one) or _who(one) for one in texts) or any(
        not sign(_text(cell)) and all(sign(_text(below[column])) for below in rest if column in below)
        for column, cell in line.items()
        for sign in (_label, _who)
    )


def _holds(head: str) -> Holds | None:
    return next((holds for holds, sign in HEADS if sign.search(head)), None)


def _columns(lines: Sequence[Line], head: Mapping[int, str]) -> dict[int, Holds]:
    """By the head, else by what the cells hold."""
    found: dict[int, Holds] = {}
    for column in dict.fromkeys(column for line in lines for column in line):
        texts = [_text(line[column]) for line in lines if column in line]
        if all(_label(one) for one in texts):
            found[column] = Holds.HOW
        elif all(_who(one) for one in texts):
            found[column] = Holds.WHO
        elif all(NUMBERS.fullmatch(one) for one in texts):
            found[column] = Holds.BESIDE
        else:
            said = _holds(head.get(column, "")) or (Holds.RULE if _who(head.get(column, "")) else None)
            asks = any(strength.hear(one) for one in texts)
            found[column] = (Holds.RULE if asks else Holds.BESIDE) if said in (None, Holds.HOW, Holds.WHO) else said
            if said is Holds.WHO and any(_who(one) for one in texts):
                found[column] = Holds.WHO
    return found


def _lines_of(paragraphs: Sequence[Paragraph]) -> list[dict[int, list[Paragraph]]]:
    lines: dict[int, dict[int, list[Paragraph]]] = {}
    for one in paragraphs:
        if one.cell:
            lines.setdefault(one.cell[1], {}).setdefault(one.cell[2], []).append(one)
    return list(lines.values())


def is_table(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether these cells are a table to a reader, and no frame that lays out a page."""
    lines = _lines_of(paragraphs)
    small = all(len(cell) <= MOST_IN_A_CELL for line in lines for cell in line.values())
    return small and any(len(line) > 1 for line in lines) and not any(one.heading for one in paragraphs)


def rows_of(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """The rows of one table. None of them holds a rule where the table is no table of rules."""
    lines = _lines_of(paragraphs)
    plain = [Row(tuple(one for cell in line.values() for one in cell)) for line in lines]
    first, *rest = lines
    head = {column: _text(cell) for column, cell in first.items()} if rest and _heads(first, rest) else {}
    body = rest if head else [first, *rest]
    columns = _columns(body, head)
    if Holds.RULE not in columns.values():
        return plain
    return [*([Row(plain[0].words, head=True)] if head else []), *_ruled(body, head, columns)]


def _ruled(body: Sequence[Line], head: Mapping[int, str], columns: Mapping[int, Holds]) -> Iterator[Row]:
    above: dict[Holds, str] = {}
    for line in body:
        texts = {column: _text(cell) for column, cell in line.items()}
        for column, text in texts.items():
            above[columns[column]] = text
        beside = "; ".join(text for column, text in texts.items() if columns[column] is not Holds.RULE)
        who = _who(above.get(Holds.WHO, ""))
        said = tuple(_said(line[column], beside, head.get(column, ""), _label(above.get(Holds.HOW, "")), who)
                     for column in line if columns[column] is Holds.RULE)  # fmt: skip
        lost = () if len(beside) <= LONGEST_LEAD and said else tuple(
            one for column, cell in line.items() if columns[column] is not Holds.RULE for one in cell
        )  # fmt: skip
        yield Row(lost, said)


def _said(cell: Sequence[Paragraph], beside: str, head: str, label: Strength | None, who: Addressee | None) -> Said:
    lead = beside if len(beside) <= LONGEST_LEAD else ""
    asks = strength.hear(head + " do it") or DO.fullmatch(head)
    return Said(tuple(cell), lead, head if asks or _who(head) else "", label, DUTY.search(head) is not None, who or _who(head))
