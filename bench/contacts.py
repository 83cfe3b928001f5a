"""What the checks of contact, identifiers, names and help find in public sets that nobody here wrote: each row of the table with counts.

Usage: python bench/contacts.py [--data FOLDER] [--misses ROW]. FOLDER holds the sets (default ../shared/data/text); where a set is
absent its rows say so. `bench/said/` holds our own sentences, written from the guideline before the rules were read. --misses prints
what one row gets wrong.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tally import Row, Span, Tally, half, rows

from askfirst.checks.catalogue import TEXT_CHECKS, look_over
from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.finding import Check
from askfirst.checks.text.people.roll import COLUMNS, Roll, read_roll

HERE = Path(__file__).resolve().parent
SAID = HERE / "said"
UNREAD = HERE.parent / "tests" / "checks"
BY_NAME = {check.name: check for check in TEXT_CHECKS}
IDENTIFIERS = {
    "UK_NINO": "national-insurance",
    "UK_NHS": "nhs-number",
    "UK_POSTCODE": "postcode",
    "UK_VEHICLE_REGISTRATION": "number-plate",
    "UK_PASSPORT": "record-number",
    "UK_DRIVING_LICENCE": "record-number",
}
NUMBERS = frozenset({"email-address", "national-insurance", "nhs-number", "number-plate", "upn", "record-number"})
TALK = ("hatecheck", "hatemojicheck", "identity_templates", "davidson2017", "toxic_spans")  # posts in which no number points to anyone
NAMED_SETS = ("uk_synth", "presidio_synth_v2", "presidio_generated_large")
TITLE = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Mx|ms|mr|mrs|miss|dr)\.?\s+)+")
AFTER_NAMES = frozenset({"md", "dds", "phd", "jr", "jr.", "dvm", "ii", "iii", "sr."})
OWN = re.compile(r"\b(?:my name is|i'm|call me|hello, this is)\W+(?:Dr\s)?$", re.IGNORECASE)


def gold(row: Row, *types: str) -> list[Span]:
    """Where a row says that something of these types stands, spaces at its ends left out as our own spans leave them out."""
    spans = [(span["start"], span["end"]) for span in row.get("spans", ()) if span["type"] in types]
    text = row["text"]
    return [(end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())) for start, end in spans]


NOTHING_TOLD = Told()


def found(text: str, *names: str, author: Author = Author.STAFF, told: Told = NOTHING_TOLD) -> list[Span]:
    """Where the checks of these names see something."""
    checks: list[Check] = [BY_NAME[name] for name in names]
    seen, _ = look_over(Draft(text, author, told=told), checks=checks)
    return [(one.start, one.end) for one in seen if one.check in names]


def score(those: list[Row], types: tuple[str, ...], names: tuple[str, ...], *, exact: bool) -> Tally:
    tally = Tally()
    for row in those:
        tally.add(row["text"], gold(row, *types), found(row["text"], *names), exact=exact)
    return tally


def identifiers(data: Path) -> Tally:
    """Each case for its own kind of number alone: a text that is none of that kind may be another."""
    tally = Tally()
    for row in rows(data, "uk_identifiers"):
        if row["entity"] in IDENTIFIERS:
            tally.add(row["text"], gold(row, row["entity"]), found(row["text"], IDENTIFIERS[row["entity"]]), exact=True)
    return tally


def bare_addresses(data: Path) -> Tally:
    """Addresses alone on a line: a valid one is to be met whole, an invalid one not as a whole."""
    tally = Tally()
    for row in rows(data, "isemail"):
        text = row["text"]
        whole = [span for span in found(text, "email-address") if span == (0, len(text.rstrip()))]
        if row["label"] != "unusual" and "\n" not in text and "\r" not in text:
            tally.add(text, [(0, len(text.rstrip()))] if row["label"] == "valid" else [], whole, exact=True)
    return tally


def alarms(data: Path) -> tuple[int, int, list[str]]:
    """E-mail and identifiers seen where people only talk: how many, in how many posts, and which."""
    count, wrong = 0, []
    for name in TALK:
        for row in rows(data, name):
            count += 1
            wrong += ["%r in %r" % (row["text"][start:end], row["text"]) for start, end in found(row["text"], *NUMBERS)]
    return len(wrong), count, wrong


def addresses(data: Path) -> Tally:
    """Web addresses: how much of what the contact checks say on or across one is a way to reach somebody (none of these is)."""
    tally = Tally()
    names = tuple(check.name for check in TEXT_CHECKS if check.kind == "contact")
    for row in (*rows(data, "uk_synth"), *rows(data, "uk_identifiers")):
        links = gold(row, "URL")
        for span in found(row["text"], *names) if links else ():
            if any(span[0] < end and start < span[1] for start, end in links):
                tally.said += 1
                tally.wrong.append("%r in %r" % (row["text"][slice(*span)], row["text"]))
        tally.wanted += len(links)
    return tally


def people_of(those: list[Row]) -> Iterator[tuple[Row, Span, tuple[str, str]]]:
    """Every person of two names or more: row, span, (given, family)."""
    for row in those:
        for start, end in gold(row, "PERSON"):
            parts = [part for part in TITLE.sub("", row["text"][start:end].strip()).split() if part.lower() not in AFTER_NAMES]
            if len(parts) >= 2:
                particle = len(parts) > 2 and parts[1].islower() and not row["text"][start:end].islower() and len(parts[1]) > 1
                yield row, (start, end), (parts[0], " ".join(parts[1:]) if particle else parts[-1])


def roll_of(names: Iterable[tuple[str, str]]) -> Roll:
    lines = [",".join(COLUMNS)]
    lines += [f"P{number},{given},{family},,student,Northgate School,8" for number, (given, family) in enumerate(sorted(names))]
    return read_roll(lines)


def on_roll(those: list[Row], author: Author) -> Tally:
    """Half of the people of a set are the roll; all their full names are to be met, and nobody else's."""
    named = list(people_of(those))
    chosen = {who for _, _, who in named if int(hashlib.sha256(" ".join(who).lower().encode()).hexdigest(), 16) % 2}
    if not chosen:
        return Tally()
    told, tally, parts = Told(roll=roll_of(chosen), own_list=True), Tally(), {part.lower() for who in chosen for part in who}
    wanted: dict[str, list[Span]] = {}
    themselves: dict[str, list[Span]] = {}
    for row, span, who in named:
        own = OWN.search(row["text"][: span[0]]) is not None  # nobody is told that they name themselves
        wanted.setdefault(row["text"], []).extend([span] if who in chosen and not own else [])
        themselves.setdefault(row["text"], []).extend([span] if own else [])
    for row in those:
        text = row["text"]
        # A second mention by one name is neither wanted (who knows of whom?) nor wrong.
        either = [(start, end) for start, end in gold(row, "PERSON") if text[start:end].lower() in parts] + themselves.get(text, [])
        said = [one for one in found(text, "names", author=author, told=told) if not any(half(other, one) for other in either)]
        tally.add(text, wanted.pop(text, []), said, exact=False)
    return tally


def said(name: str, folder: Path = SAID) -> Iterator[list[str]]:
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("|", 2)


def help_met(name: str, folder: Path = SAID) -> tuple[Tally, Tally]:
    """Words of need, and manners of speaking: how many of each are met."""
    need, idiom = Tally(), Tally()
    for author, kind, text in said(name, folder):
        met = bool(found(text, "help", author=Author(author)))
        tally = need if kind == "h" else idiom
        tally.wanted, tally.met = tally.wanted + 1, tally.met + met
        if met != (kind == "h"):
            tally.wrong.append(text)
    return need, idiom


def cast() -> Told:
    """What a check is told when one of our own sentences names somebody: the roll that they are on."""
    return Told(roll=read_roll((SAID / "roll.csv").read_text(encoding="utf-8").splitlines()))


def unpublished(name: str) -> tuple[Tally, Tally, Tally]:
    """Sentences of one of our lists: of what is not published, of private life, and of neither."""
    inner, own, neither, told = Tally(), Tally(), Tally(), cast()
    for author, kind, text in said(name + ".txt"):
        bare = text.replace("{", "").replace("}", "")
        spans = found(bare, "confidential", "private-life", author=Author(author), told=told)
        if kind == "c":
            start, end = text.index("{"), text.index("}") - 1
            inner.add(bare, [(start, end)], found(bare, "confidential", author=Author(author), told=told), exact=False)
            continue
        tally = own if kind == "p" else neither
        tally.wanted, tally.met = tally.wanted + 1, tally.met + bool(spans)
        if bool(spans) != (kind == "p"):
            tally.wrong.append(bare + "".join(" [%s]" % bare[start:end] for start, end in spans))
    return inner, own, neither


ENTITIES = (  # row, what it measures, set, types, checks, exact
    ("phone", "phone, exact, UK synthetic (goal F1 0.98)", "uk_synth", ("PHONE_NUMBER",), ("phone",), True),
    ("email", "e-mail, exact, UK synthetic (goal F1 1.00)", "uk_synth", ("EMAIL_ADDRESS",), ("email-address",), True),
    ("postcode", "postcodes, exact, UK synthetic", "uk_synth", ("UK_POSTCODE",), ("postcode",), True),
    ("street", "street addresses, half met, UK synthetic", "uk_synth", ("STREET_ADDRESS",), ("street-address",), False),
    ("email-2", "e-mail, exact, presidio_synth_v2", "presidio_synth_v2", ("EMAIL_ADDRESS",), ("email-address",), True),
    ("phone-2", "phone, exact, most foreign, presidio_synth_v2", "presidio_synth_v2", ("PHONE_NUMBER",), ("phone",), True),
    ("email-3", "e-mail, exact, presidio_generated_large", "presidio_generated_large", ("EMAIL_ADDRESS",), ("email-address",), True),
    ("phone-3", "phone, exact, all foreign, presidio_generated_large", "presidio_generated_large", ("PHONE_NUMBER",), ("phone",), True),
    ("phone-4", "phone, exact, most foreign, uk_identifiers", "uk_identifiers", ("PHONE_NUMBER",), ("phone",), True),
)
# The signs were mended for each of these but the last: how each list fared before that stands in its first line.
HELP_LISTS = (
    ("help", SAID),
    ("help_third", SAID),
    ("help_fourth", SAID),
    ("help_fifth", SAID),
    ("help_sixth", SAID),
    ("help_unread", UNREAD),
)
# The rules were mended for each of these but the last: how each list fared before that stands in its first lines.
UNPUBLISHED = ("unpublished", "unpublished_again", "unpublished_third", "unpublished_fourth")
Line = tuple[str, str, str, list[str]]


def public(data: Path) -> Iterator[Line]:
    """The rows that public sets give: name, what it measures, figures, what went wrong."""
    for name, what, where, types, checks, exact in ENTITIES:
        tally = score(rows(data, where), types, checks, exact=exact)
        yield name, what, tally.line(), tally.wrong
    tally = identifiers(data)
    yield "identifiers", "UK identifiers, exact (goal F1 1.00)", tally.line(), tally.wrong
    tally = bare_addresses(data)
    yield "isemail", "addresses alone: valid ones met, invalid ones not", tally.line(), tally.wrong
    wrong, count, which = alarms(data)
    yield "alarms", "e-mail and identifiers in talk (goal at most 1 in 1,000)", "%d in %d posts" % (wrong, count), which
    tally = addresses(data)
    yield "links", "contact said on a web address (goal 0.97 right)", "%d said on %d" % (tally.said, tally.wanted), tally.wrong
    for name in NAMED_SETS:
        for author in Author:
            tally = on_roll(rows(data, name), author)
            yield "names-%s-%s" % (name, author), "names on half a roll, %s, %s" % (author, name), tally.line(), tally.wrong


def ours() -> Iterator[Line]:
    """The rows of our own sentences."""
    for name, folder in HELP_LISTS:
        need, idiom = help_met(name + ".txt", folder)
        yield name, "need met (goal 0.95), %s" % name, "%d of %d" % (need.met, need.wanted), need.wrong
        yield name + "-idiom", "idioms wrongly met (goal at most 2%%), %s" % name, "%d of %d" % (idiom.met, idiom.wanted), idiom.wrong
    for name in UNPUBLISHED:
        inner, own, neither = unpublished(name)
        yield name, "not published, half of the span met, %s" % name, "%d of %d" % (inner.met, inner.wanted), inner.wrong
        yield name + "-private", "private life met, %s" % name, "%d of %d" % (own.met, own.wanted), own.wrong
        yield name + "-neither", "published or harmless, wrongly met, %s" % name, "%d of %d" % (neither.met, neither.wanted), neither.wrong


def main(argv: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description="Score the checks of contact, identifiers, names and help on public sets.")
    options.add_argument("--data", type=Path, default=HERE.parents[1] / "shared" / "data" / "text")
    options.add_argument("--misses", metavar="ROW", help="print what this row gets wrong")
    chosen = options.parse_args(argv)
    here = (chosen.data / "uk_synth").is_dir()
    if not here:
        print("The public sets are not here, so only our own sentences are measured. Name their folder with --data.")
    for name, what, figures, wrong in (*(public(chosen.data) if here else ()), *ours()):
        if chosen.misses is None:
            print("%-62s %s" % (what, figures))
        elif chosen.misses == name:
            print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
