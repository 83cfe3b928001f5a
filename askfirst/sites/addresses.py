"""An address as somebody pastes it, made one spelling: host, path and no more. It is never opened and never kept. Pure.

Scheme, case, www., mobile hosts, trailing slashes, what follows a post, and what only tells where a link was pressed count for nothing.
Made twice is made once; `tests/sites/test_addresses.py` holds both. Names in other letters go by IDNA as Python has it (2003).
"""

import re
from posixpath import normpath
from unicodedata import normalize
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from askfirst.procedure.links import LONGEST_LINK
from askfirst.sites.services import AWAY, FEDERATED, OTHER_CASE, Shape, by_host, by_name, is_short
from askfirst.words import Sentence, say

__all__ = ["UNSEEN", "BadAddress", "note_on", "one_spelling"]

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)\s*:(?![0-9]{1,5}(?:[/?#]|$))", re.IGNORECASE | re.ASCII)
MAIL = re.compile(r"(?:mailto:)?[^\s@/:]+@[^\s@/]+\.[^\s@/]+", re.IGNORECASE)
FEDIVERSE = re.compile(r"@([^\s@/]+)@([^\s@/]+)")
HANDLE = re.compile(r"@([\w.-]{1,60})")
BARE = re.compile(r"[\w.-]{1,60}")
OF_THE_APP = re.compile(r"/?(?:u|r|user|c|in|add|groups)/[\w.-]{1,60}/?", re.IGNORECASE)
UNSEEN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
OWN_LETTERS = frozenset("ßς")
FRONT = ("www.", "m.", "mobile.", "mbasic.", "web.", "amp.")
OWN_HOSTS = frozenset({"", "www", "blog", "help", "about", "policy", "api", "embed", "at", "web", "open"})
"""Parts of a service's own name that are no name of anybody."""
NAMED = re.compile(
    r"/(?:(?:web|deck)/)?(?:@|users/)([^/]+?)(?:\.rss|(?:/(?:with_replies|media|followers|following|tagged/[^/]+|(?:statuses/)?[0-9]+(?:/embed)?)))?"
)
OUTSIDE, INSIDE = re.compile(r"https?://", re.IGNORECASE), re.compile(r"/(?![/\\])")
TELEGRAM = "telegram.org"
INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|msclkid|igsh|igshid|mibextid|mc_[ce]id|ref|ref_src|_ga|si|gad_.*|[gw]braid|yclid|twclid|ttclid|li_fat_id|_hs.*|mkt_tok|srsltid",
    re.IGNORECASE,
)
SAFE = "/:@!$'()*+,;=~-._"
LEADS = {"youtu.be": "youtube.com/watch?v=", "discord.gg": "discord.com/invite/"}
"""Hosts whose only path is one part of a path elsewhere."""
BSKY = ".bsky.social"
NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)
BETWEEN = re.compile(r"(?:[\s,:;()|]|(?<!\S)[-–—·](?!\S))+")
AROUND = re.compile(r"^[<\"“”‘’']+|[>\"“”‘’',;]+$")
TWO_WORDS = re.compile(r"\b(tik|you|face|linked|link|blue|whats|snap)[ -](tok|tube|book|in|tree|sky|app|chat)\b", re.IGNORECASE)
WITH_PATH = re.compile(r"(?:[\w-]{1,63}\.)+[a-z]{2,24}/\S+", re.IGNORECASE)
TURNS = 10
SMALL = frozenset({"on", "at", "in", "the", "app", "from", "is"})
BLOGGER = re.compile(r"([^.]+)\.blogspot\.(?:[a-z]{2,3}|com?\.[a-z]{2})")

EMPTY = say("Paste the address of the page, or its @name and the app.")
NO_PAGE = say("This is not the address of a page. Paste one that starts with https://.")
A_MAIL = say("This is a mail address, not a page. Paste the address of the page. A name on Mastodon starts with @.")
OTHER_LETTERS = say("This address has letters from outside a to z. Such letters can look like others: compare it with the one you know.")
SHORT_LINK = say("This is a short link, and only its app knows where it leads. Look up the address you see once it is open.")
WHICH_APP = say("Say which app it is on too, as in “@name on Instagram”.")
UNREADABLE = say("We cannot read this address. Copy it again from the top of the page.")
ODD_MARKS = say("This holds marks that no address has. Copy the address again.")


class BadAddress(ValueError):
    """Why this is no address of a page; one sentence that says what to do."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        super().__init__(str(sentence))


def one_spelling(given: str) -> str:
    """The page, such as `instagram.com/northgatepe`. Raises BadAddress. Linear in the text, of which 2,000 characters are taken."""
    text = given.strip()
    text = AROUND.sub("", text) or text
    if not text:
        raise BadAddress(EMPTY)
    once = _short_enough(text)
    for _ in range(TURNS):  # what a part leaves behind may itself be a part to leave out
        once, before = _read(once), once
        if once == before:
            return _short_enough(once)
    raise BadAddress(UNREADABLE)


def note_on(page: str) -> Sentence | None:
    """What anybody should know of an address in one spelling, whatever is answered of it; it says nothing of the page."""
    host = page.partition("/")[0]
    if any(label.startswith("xn--") for label in host.split(".")):
        return OTHER_LETTERS
    return SHORT_LINK if is_short(page) else None


def _short_enough(text: str) -> str:
    if len(text) > LONGEST_LINK:
        length, limit = format(len(text), ","), format(LONGEST_LINK, ",")
        raise BadAddress(say("This is {length} characters long; we take {limit}. Paste the address alone.", length=length, limit=limit))
    return text


def _read(text: str) -> str:
    if UNSEEN.search(text):
        raise BadAddress(ODD_MARKS)
    if MAIL.fullmatch(text):
        raise BadAddress(A_MAIL)
    if text.startswith("@") or ("@" in text.partition("/")[0] and not SCHEME.match(text)) or " " in text:
        return _handle(text)
    app, slash, name = text.partition("/")
    if slash and by_name(app) and BARE.fullmatch(name.strip("@/")):
        return _handle("@{} {}".format(name.strip("@/"), app))
    return _page(text)


def _handle(text: str) -> str:
    """An @name and the app, in either order; @name@host; an address among other words."""
    text = TWO_WORDS.sub(r"\1\2", text)
    if both := FEDIVERSE.fullmatch(text):
        return _page("{}/@{}".format(both[2], both[1]))
    parts = [part for part in BETWEEN.split(text) if part]
    names = [found[1] for part in parts if (found := HANDLE.fullmatch(part))]
    others = [part for part in parts if not part.startswith("@") and part.casefold() not in SMALL]
    apps = [app for part in others if (app := by_name(part) or by_host(part.casefold()))]
    rest = [part for part in others if not by_name(part) and not by_host(part.casefold())]
    if len(apps) == len(rest) == 1 and not names:
        if OF_THE_APP.fullmatch(rest[0]):
            return _page("{}/{}".format(apps[0].hosts[0], rest[0].strip("/")))
        names = [rest[0]] if BARE.fullmatch(rest[0]) else []
    if len(names) == 1 and apps:
        name = names[0].rstrip(".")
        return _page("{}/{}".format(apps[0].hosts[0], apps[0].handle.format(name=name if "." in name else name + apps[0].ends)))
    if any(part.casefold() in FEDERATED for part in others):
        those = [found for part in parts if (found := FEDIVERSE.fullmatch("@" + part.lstrip("@")))]
        if len(those) == 1:
            return _page("{}/@{}".format(those[0][2], those[0][1]))
    if len(names) == 1 and not apps and names[0].casefold().endswith(BSKY):
        return _page("bsky.app/profile/" + names[0])
    if names and not apps:
        raise BadAddress(WHICH_APP)
    pages = [part for part in text.split() if part.casefold().startswith(("https://", "http://")) or WITH_PATH.fullmatch(part)]
    if len(pages) != 1:
        raise BadAddress(UNREADABLE)
    return _page(pages[0])


def _page(text: str) -> str:
    found = SCHEME.match(text)
    if found and found[1].casefold() not in ("http", "https"):
        raise BadAddress(NO_PAGE)
    rest = (text[found.end() :] if found else text).replace("\\", "/")  # as a browser reads it: the host ends at the first of either
    try:
        split = urlsplit((found[1] if found else "https") + "://" + rest.lstrip("/"))
        host, port = _host(split.hostname or ""), split.port
    except ValueError:  # UnicodeError among them
        raise BadAddress(UNREADABLE) from None
    service = by_host(host)
    path, query = _path(split.path), split.query
    if split.fragment.startswith("!/"):
        path = _path(split.fragment[1:])
    if outside := _away(host, path, query):
        return _page(outside)
    if host == TELEGRAM and split.fragment.startswith("@"):
        return _page("t.me/" + split.fragment[1:])
    if host in LEADS and path:
        return _page(LEADS[host] + path[1:].removeprefix("invite/").partition("/")[0])
    if host.endswith(BSKY):
        return _page("bsky.app/profile/" + host)
    if service is not None:
        front = _front(host, service)
        if front and service.sub:
            path, query = "/" + service.sub.format(name=front), ""
        return _of_service(service, path, query)
    kept = "" if BLOGGER.fullmatch(host) and query in ("m=0", "m=1") else _kept(query)
    return "".join((host, ":%d" % port if port not in (None, 80, 443) else "", _small_name(path, host), kept))


def _away(host: str, path: str, query: str) -> str:
    """The address to which a service leads on, as it says in its own link; "" where it is no such link."""
    part = AWAY.get(host) or AWAY.get(host + path)
    out = dict(parse_qsl(query)).get(part, "") if part else ""
    if INSIDE.match(out):
        return host + out
    return out if OUTSIDE.match(out) else ""


def _front(host: str, service: Shape) -> str:
    """The name of a host of one's own at a service, such as `northgate` of northgate.tumblr.com; "" where it is the service's own."""
    known = next(one for one in service.hosts if host == one or host.endswith("." + one))
    front = host.removesuffix(known).rstrip(".").rpartition(".")[2]
    return "" if front in OWN_HOSTS else front


def _host(given: str) -> str:
    """Raises ValueError for what is no host: it has a dot, and each part is letters, digits and hyphens once written in those."""
    host = given.replace("\u3002", ".").replace("\uff0e", ".").replace("\uff61", ".").rstrip(".").lower()
    host = ".".join(map(_label, host.split("."))).lower().rstrip(".") if not host.isascii() else host
    labels = host.split(".")
    for label in labels:
        if label.startswith("xn--"):
            label[4:].encode("ascii").decode("punycode")
    if len(labels) < 2 or len(host) > 253 or not all(LABEL.fullmatch(label) for label in labels):
        raise ValueError(host)
    while (front := next((one for one in FRONT if host.startswith(one)), "")) and "." in host.removeprefix(front):
        host = host.removeprefix(front)
    blog = BLOGGER.fullmatch(host)
    return blog[1] + ".blogspot.com" if blog else host


def _label(label: str) -> str:
    """A part of a host in a to z; sharp s and its like stay letters of their own, as in browsers. Raises UnicodeError."""
    if not OWN_LETTERS.isdisjoint(label):
        return "xn--" + normalize("NFKC", label).lower().encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")


def _path(given: str) -> str:
    """The path in one spelling, without slashes at its end; "" for the front page."""
    plain = unquote_to_bytes(given)
    path = quote(plain.replace(b"\\", b"/"), safe=SAFE)
    path = normpath("/" + path.strip("/"))
    while (shorter := INDEX.sub("", path).rstrip("/")) != path:
        path = shorter
    return path


def _small_name(path: str, host: str) -> str:
    """A name such as /@Name means the same in any case, wherever it is; servers of one network write it /users/name too.

    What such a server shows of a name (its replies, media, one post by its number, a feed) leads to the name.
    """
    found = NAMED.fullmatch(path)
    return "/@" + found[1].lower().removesuffix("@" + host) if found else path


def _kept(query: str) -> str:
    pairs = sorted((name, held) for name, held in parse_qsl(query, keep_blank_values=True) if not TRACKING.fullmatch(name))
    return "?" + urlencode(pairs) if pairs else ""


def _of_service(service: Shape, path: str, query: str) -> str:
    host, rest = service.hosts[0], path.strip("/")
    first = rest.partition("/")[0].lower()
    held = dict(parse_qsl(query))
    part, leads = service.own.get(rest.lower(), ("", ""))
    if part and (id := held.get(part)):
        page = leads.format(quote(id, safe=""))
        return "/".join((host, page if "?" in page else page.lower()))
    if first in service.dropped or not rest:
        kept = sorted((name, value) for name, value in held.items() if name in service.keeps) if rest else []
        return "".join((host, "/" + rest if rest else "", "?" + urlencode(kept) if kept else ""))
    for pattern, page in service.rows:
        if fits := re.fullmatch(pattern, rest, re.IGNORECASE):
            rest = page.format(*fits.groups())
            break
    name = rest if OTHER_CASE.match(rest) else rest.lower()
    name = name.replace(".", "") if service.dots else name
    if service.host and NAME.fullmatch(name):
        return service.host.format(name=name)
    return "/".join((host, name)) if name else host
