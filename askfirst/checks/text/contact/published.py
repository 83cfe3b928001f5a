"""Words that say a number, mail or address is meant for everybody: an office, a line, a club, a shop. Shared by the checks of SNS-3."""

import re

from askfirst.checks.late import late

__all__ = ["before", "coded", "last", "private", "public"]

PUBLIC = late(
    r"\b(?:(?:\w+ )?(?:office|reception|switchboard|helpline|hotline|helpdesk|box office)|front desk|help desk|(?:booking|absence|advice|support|information|info|customer|ticket|order"
    r"|attendance|confidential|listening|crisis|payment|reporting|complaints?|press|council|carers?'?|debt|housing|benefits|legal|flood|fuel|crisis|listening|school|nhs|emergency|non-emergency|freephone|phone) (?:line|desk|number|team|phone|service)"
    r"|bookings|queries|enquiries|inquiries|reservations|customer services?|council|childline|samaritans|nspcc|papyrus|shout|crimestoppers|education support|citizens advice"
    r"|clinic|surgery|dentist|pharmacy|hospital|police|library|leisure centre|sports centre|community centre|garage|shop|store|cafe|restaurant|takeaway|chippy|pizzeria|pizza place|taxi|taxis|firm|secretary|fc|rfc|pub|hotel|theatre|cinema"
    r"|museum|venue|village hall|church hall|scout hut|parish hall|town hall|the hall|(?:the|our|a|football|cricket|rugby|tennis|swimming|swim|running|netball|youth|rowing|bowls|golf) club|club secretary|charity"
    r"|school|academy|college|nursery|playgroup|trust|university|charity|salon|barbers?|vets?|gym|studio|farm shop|garden centre|box-office|opening hours|open daily|company|ltd|plc|inn|pizza \w+|kebabs?|tandoori|grill|taxis|cabs|(?:hall|room|ground|pitch|court|skip|bike|kit) hire|(?:the|our|your) doctors?|gp|bakery|butchers?|florists?|opticians?|solicitors|hostel|campsite|zoo|building society)\b(?!\w|'(?!s (?:own |main |new |public |usual |)(?:number|line|phone|email|e-mail|mail|address|website|desk|office|inbox|on|at|is)\b))"
)
# "Reception" is also a year; a mailbox of the office is published, a mailbox "not my school one" is not.
PRIVATE = late(
    r"\b(?:my|mine|(?:ring|call|text|txt|phone|bell|buzz|contact|reach|message|msg|email|mail|get|whatsapp|dm|to|for|with) me|me (?:on|at|direct)|our house|at home|home number|our home|his|her|hers|their|theirs|mum|mums|mum's|dad|dads|dad's|nan|nan's|gran|grandad|sister|brother|mate|mates|mobile|mob|personal|direct|private|us at home|new number|sim|text|whatsapp|i live|we live)\b"
)
NOT_PHONE = late(
    r"\b(?:order|parcel|tracking|ticket|ref|reference|invoice|isbn|code|serial|barcode|meter|reading|account no|booking ref|case no|model|sku|sound|audio|error|receipt|voucher|licence key|part no|job no|issn|doi|catalogue)\b(?:\s(?:no|nr)\.)?[^.!?\n]{0,24}$"
)
LABEL = late(r"\d\)?(?:\s?-\s?|\s\(?)$")  # "01632 960110 (office), 07700 …": the word belongs to the number before it
CUT = late(r"(?<!\bno)(?<!\bnr)(?<!\bref)(?<!\btel)(?<!\bmob)[.!?](?=\s)|\n")
CLOSE = 45


def before(text: str, place: int, far: int = 90) -> str:
    """The words of the same sentence just before a place in a folded text. A break right before the place cuts nothing."""
    words = text[max(0, place - far) : place].rstrip("\n ")
    cut = 0
    for match in CUT.finditer(words):
        cut = match.end()
    return words[cut:]


def last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last place where a pattern stands in a short text."""
    found = None
    for match in pattern.finditer(words):
        found = match
    return found


def private(words: str) -> bool:
    return PRIVATE.search(words[-CLOSE:]) is not None


def public(words: str) -> bool:
    """Whether these words announce something published and nothing nearer says it is one person's own."""
    announced = last(PUBLIC, words)
    if announced is not None and LABEL.search(words[: announced.start()]):
        return False
    return announced is not None and not PRIVATE.search(words[announced.end() :])


def coded(words: str) -> bool:
    """Whether a number after these words is an order, a ticket, a book: nothing one can ring."""
    return NOT_PHONE.search(words) is not None
