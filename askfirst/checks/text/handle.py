"""A handle or a chat link offered as a way to be reached (SNS-3). A handle that is only credited or mentioned is left alone."""

import re
from collections.abc import Iterator

from askfirst.checks.draft import Draft
from askfirst.checks.finding import Check, Hit, Level
from askfirst.checks.late import late
from askfirst.checks.text.contact.published import last
from askfirst.checks.text.patterns.clued import Clued, Searched, searched
from askfirst.words import say

__all__ = ["HANDLE"]

CHAT = r"👻|gmail|hotmail|icloud|snap(?:chat|s)?|sc|kik|discord|disc|telegram|tele|tg|signal|whats ?app|wapp|skype|wechat|viber|messenger|guilded|teamspeak"
SHOWN = r"insta(?:gram)?|ig|tik ?tok|tt|twitter|x|threads|facebook|fb|bluesky|bsky|mastodon|youtube|bereal|tumblr|pinterest|twitch|reddit|spotify|wattpad|wizz|yubo|vinted|depop"
GAME = (
    r"xbox|psn|ps(?= (?:id|name|tag|user))|playstation|steam|roblox|rblx|fortnite|epic|minecraft|mc|switch|nintendo|gamertag|valorant|clash"
)
PLATFORM = r"(?:" + CHAT + r"|" + SHOWN + r"|" + GAME + r")"
PERSON = r"(?:me|us|him|her|them|my|mine|our|his|their|ur boy|ya boy|ya girl)"
OFFER = late(
    r"\b(?:(?:add|dm|pm|msg|message|messages?|text|snap|reach|contact|write(?: to)?|ping|inbox|hit|hit up|hmu|hit me up|find|get hold of|catch|chat (?:to|with)|talk to|speak to|buzz|holla|shout|slide into)\s(?:"
    + PERSON
    + r"\b|@|on\b|at\b|through\b|via\b|in\b)"
    r"|(?:dm|dms|pm|hmu|msg|message|add|inbox|contact|snap|slide|ask)\b(?=[^.!?\n]{0,24}@)|dms? (?:are |r )?open|slide (?:in|into)|hit (?:me|us) up|hmu|reach(?:able)?|get in touch|commissions?|bookings?|to order|for enquiries|biz|pm me|text me|line's open|i'?m always (?:there|here|around)|always here|here if you need|needs? (?:to (?:talk|chat|vent)|someone|me\b)|wanna play|want to play|who wants|plays? with me)"
)
AT_HANDLE = Clued(r"(?<![\w.@/])@[a-z\d_](?:[\w.]{0,28}[\w])?(?![\w@])")
NAMED = Clued(
    r"(?<!\w)(?:(?P<mine>(?:my|add (?:me|her|him|them|us|my)|on|our|her|his|new|main|their|private|the|alt)\s(?:\w+\s)?)?(?:(?P<chat>"
    + CHAT
    + r")|(?P<other>"
    + SHOWN
    + r"|"
    + GAME
    + r"))"
    r"(?:'s)?(?:\s(?:name|user|username|handle|id|acc|account|tag|add|me|changed(?: to)?|has changed(?: to)?))?)(?P<link>\s?[:=\-–>]{1,2}\s?|\s(?:is|its|it's|as|at|under|called)\s|\s(?=@?[\w.]*[\d_.#]\w)|\s(?=@)|,\s(?:its|it's|thats|that's)\s)(?P<name>@?[a-z\d_](?:[\w.]{0,30}[\w])?(?:#\d{3,5})?)(?![\w@])"
)
ON_SERVICE = Clued(
    r"\b(?:add|message|msg|dm|find|text|snap|inbox|get|hit up|reach)\s(?P<name>@?[a-z][\w.]{1,28}\w)\s(?:on|in|via|over|through)\s(?:the\s|my\s)?"
    + PLATFORM
    + r"(?!\w)"
)
# "sc zed.draws", "discord zed#1234": nothing between service and name, so the name has to look like one.
BESIDE = Clued(
    r"(?:^|[\n,;|/·•–-]\s?|\b(?:and|or|my|on)\s)(?:(?:"
    + CHAT
    + r"|"
    + GAME
    + r")\s?(?:[:=>→👉]|//?|->)?\s(?P<name>@?[a-z](?=[\w.]*(?:[\d_]|\.\w))[\w.]{3,28}\w(?:#\d{3,5})?))(?![\w@])|\b(?:"
    + CHAT
    + r")\s(?P<tag>[a-z][\w.]{1,28}#\d{3,5})(?!\d)|\bon\s(?:"
    + CHAT
    + r"),?\s(?P<at>@[\w.]{2,28}\w)|\b(?:i'm|im|i am|it's|its|she's|he's)\s(?P<am>@[\w.]{2,28}\w)(?=\son\s"
    + PLATFORM
    + r"\b)|\b(?:"
    + SHOWN
    + r")\s?[:=]?\s(?P<book>@?(?=[\w.]*[\d_.@])[\w.]{2,28}\w)(?=[^.!?\n@]{0,30}\b(?:dm|pm|msg|message|hmu|to book|to order|commissions?|prices?|orders?)\b)"
)
ALSO = late(r"[\s,/|&+]{1,3}(?:and\s)?(?:" + SHOWN + r")\s?[:=]?\s?(?P<name>@?[a-z](?=[\w.]*(?:[\d_]|\.\w))[\w.]{3,28}\w)(?![\w@])")
LINKS = Clued(
    r"(?<![\w.])(?:https?://)?(?:www\.)?(?:chat\.whatsapp\.com/|wa\.me/|whatsapp\.com/channel/|discord\.gg/|discord(?:app)?\.com/invite/|t\.me/|telegram\.me/|m\.me/|ig\.me/|snapchat\.com/(?:add|t)/|signal\.(?:me|group)/|kik\.me/"
    r"|groupme\.com/join|join\.skype\.com/|line\.me/|viber\.com/|guilded\.gg/|invite\.gg/|teams\.microsoft\.com/l/|zoom\.us/j/|meet\.google\.com/|omegle\.|ngl\.link/|sendit\.|tellonym\.me/|roblox\.com/share|s\.team/|steamcommunity\.com/(?:id|profiles)/)[\w+/#?=&%.~-]{0,80}[\w/]"
)
CHAT_LINK = Clued(
    r"\b(?:(?:chat|group|gc|server|call|invite|join) link\b|(?:here's|heres|here is|this is|join (?:with|on|by|via)) the (?:invite|link|join|gc)\b|\bjoin(?: us| me| it| the \w+)?(?: here| on| at| by| via)?)[^.!?\n]{0,30}?[\s:](?P<link>(?:https?://)?(?:[\w-]{1,40}\.){1,3}[a-z]{2,8}/[\w./?=-]{2,60}\w)"
)
PROFILE_LINK = Clued(r"(?<![\w.])(?:https?://)?(?:www\.)?(?:instagram|tiktok|facebook|twitter|x)\.com/@?[\w.]{2,30}\w")
FRIEND_CODE = Clued(r"(?<!\w)(?:sw-)?\d{4}-\d{4}-\d{4}(?![\w-])")
FRIEND = late(r"\bfriend code\b|\bsw-|\bswitch\b|\bfc\b")
ON_CHAT = late(r"\b(?:on|my|our|via|through) (?:" + CHAT + r")\s?[(:\-–=]?\s?$")
# The handle first: "amelia_09 on snap, add me".
FIRST = Clued(r"(?<![\w.@/])(?P<name>@?(?=[\w.]{0,30}[\d_.])[a-z\d_][\w.]{2,30}) on (?:" + PLATFORM + r")\b(?P<after>[^.!?\n]{0,30})")
CALLED = Clued(
    r"(?:\b(?:im|i'm|i am)\s(?P<on>@?(?=[\w.]{0,30}[\d_.]\w)[a-z\d_][\w.]{2,30})(?=\s(?:on|across)\s(?:everything|all|every|both|there|here|socials?|most)\b)"
    r"|(?:\bmy (?:@|at|handle|user(?: ?name)?|tag|gamer ?tag|add|ign|socials? (?:is|are))|(?:^|[\n.,;|/]\s?)(?:user(?: ?name)?|handle|ign|gamer ?tag|socials?))\s?(?:is|'s|=|:)?\s(?P<name>@?(?=[\w.]{0,30}[\d_.]\w)[a-z\d_][\w.]{2,30}))"
)
MY_PAGE = late(r"\b(?:my|our|her|his)\s(?:\w+\s){0,2}(?:acc|account|page|insta|ig|snap|alt|main)\s?$")
# "find me on zed.draws, thats the snap one": the service stands behind.
FIND_ME = Clued(
    r"\b(?:find|add|get|reach|message|msg|dm|follow) (?:me|us|her|him) (?:on|at|as|under) (?P<name>@?[a-z](?=[\w.]*(?:[\d_]|\.\w))[\w.]{2,28}\w)(?=[^.!?\n]{0,40}\b(?:"
    + CHAT
    + r"|"
    + SHOWN
    + r")\b)"
)
MINE = Clued(r"\bmine(?:'s| is| \W)\s?(?P<name>@?(?=[\w.]{0,30}[\d_.])[a-z\d_][\w.]{1,30}\w)")
SERVICE = late(r"(?<!\w)(?:" + PLATFORM + r")\b")
CREDIT = late(
    r"\b(?:photos?|pics?|shots?|video|edit(?:ed)?|art|music|words|design(?:ed)?|made|cover|shared|posted|credit|thanks|thank you|ty|via|shout ?out|s/o|cc|rt|tagging|tagged|from|with|beat|watch(?:ing)?|follow|by|to my|love)\b[^.!?\n@]{0,18}$"
)
ORGANISED = late(
    r"school|academy|college|council|club|official|trust|police|nhs|childline|samaritans|shop|store|fc$|rfc|cricket|support|help|news|radio|library|theatre|museum|cafe|bakery|_uk$|hq$|pta|charity|university"
)
WORDS = frozenset(
    "please pls plz now then and or if for the to me it is a my acc account though tho too lol x so because cos again later groups group story stories chat video call calls only too was in on at up down with from by that this has app streak streaks got name just not dead banned locked down hacked gone deleted broken private working glitching public playing being amazing always literally acting linked below better boring useless offline online silent".split()
)
FAR = 80


def _sentence(text: str, place: int) -> str:
    words = text[max(0, place - FAR) : place]
    cuts = [match.end() for match in re.finditer(r"[.!?]\s|\n", words)]
    return words[cuts[-1] :] if cuts else words


def _organised(draft: Draft, name: str) -> bool:
    """A school's, club's or firm's own account is published."""
    bare = re.sub(r"[^a-z\d]", "", name)
    brands = (re.sub(r"[^a-z\d]", "", brand.term.lower()) for brand in draft.told.brands)
    return ORGANISED.search(name) is not None or any(
        bare == brand or (len(brand) > 5 and bare.startswith(brand) and len(bare) - len(brand) <= 8) for brand in brands
    )


# "@zed dm me" speaks to Zed; "her new one is @zed add her" offers Zed.
TO_THEM = late(r"\s(?:me|us|back|ur|your)\b")


def _at_handles(draft: Draft) -> Iterator[tuple[int, int]]:
    text, clues = draft.folded.text, draft.once(searched)
    for match in clues.finditer(AT_HANDLE):
        start, end = match.span()
        ahead = _sentence(text, start)
        offer = last(OFFER, ahead + "@")
        offer = offer or ON_CHAT.search(ahead)
        after = re.match(
            r"\s?(?:[-–:,]\s?)?(?:to |for )?(?:dm|add|msg|message|dms open|if u want|if you want|to (?:chat|talk|reach)|on (?:"
            + CHAT
            + r"))\b",
            text[end : end + 30],
        ) or (ahead.strip() and re.match(r"\s(?:text|snap|call|message|hit up) (?:him|her|them|me)\b", text[end : end + 20]))
        if after and not offer and not ahead.strip() and TO_THEM.match(text, end + after.end()):
            continue
        if (offer or after) and (MY_PAGE.search(ahead) or not CREDIT.search(ahead[offer.end() if offer else 0 :])):
            yield start, end


def _named(clues: Searched) -> Iterator[tuple[int, int]]:
    """Handles after the name of a service: "my snap is …", "discord: …", "add me on roblox …"."""
    text = clues.text
    for match in clues.finditer(NAMED):
        name = match.group("name")
        bare = name.lstrip("@")
        if bare in WORDS or len(bare) < 3 or bare.isdigit():
            continue
        offered = (
            " me" in match.group()[: match.start("link") - match.start()]
            or match.group("chat") == "👻"
            or OFFER.search(_sentence(text, match.start()) + match.group()[:12]) is not None
        )
        told = match.group("link").strip(" ") != "" or name.startswith("@") or re.search(r"[\d_.#]", bare) is not None
        personal = (match.group("mine") or "").startswith(("my", "add", "her", "his", "our", "their", "new", "private", "main", "alt"))
        if told and (
            offered
            or personal
            or re.search(r"#\d{3,5}$", name) is not None
            or ((match.group("mine") or "").startswith("on") and match.group("link").strip() == "as")
            or (match.group("link").strip() in (":", "=") and not _sentence(text, match.start()).strip(" ,|/·•-–&"))
            or (match.group("chat") and match.group("link").strip() in (":", "-", "=", "–", ">", "->", "is", ",its", ", its"))
        ):
            # A plain word is a name only where nothing follows it: "snap: best day ever" is talk.
            alone = re.match(r"\s*(?:$|[\n,;.!|)/]|[^\w\s])", text[match.end() : match.end() + 4]) is not None
            if re.search(r"[\d_.#@]", name) or (alone and len(bare) >= 6 and personal):
                yield match.span("name")


def _beside(clues: Searched) -> Iterator[tuple[int, int]]:
    """Names right beside their service, either way round, and a second one after them: "sc zed.draws insta zed_draws"."""
    text = clues.text
    for match in clues.finditer(ON_SERVICE):
        if re.search(r"[\d_.@]", match.group("name")):
            yield match.span("name")
    for match in clues.finditer(BESIDE):
        if not CREDIT.search(_sentence(text, match.start())):
            yield match.span(match.lastgroup or "name")
            also = ALSO.match(text, match.end())
            if also:
                yield also.span("name")


def _names_alone(clues: Searched) -> Iterator[tuple[int, int]]:
    """Handles told apart from their service: "amelia_09 on snap, add me", "whats ur snap, mine is amelia_09"."""
    text = clues.text
    for match in clues.finditer(FIRST):
        if OFFER.search(_sentence(text, match.start())) or OFFER.search(match.group("after") + " @"):
            yield match.span("name")
    for match in clues.finditer(CALLED):
        yield match.span(match.lastgroup or 0)
    for match in clues.finditer(FIND_ME):
        yield match.span("name")
    for match in clues.finditer(MINE):
        if SERVICE.search(text, max(0, match.start() - 40), match.start()):
            yield match.span("name")


def _links(clues: Searched) -> Iterator[tuple[int, int]]:
    """Chat links always, a profile's link where it is offered, a friend code where it is called one."""
    text = clues.text
    for match in clues.finditer(LINKS):
        yield match.span()
    for match in clues.finditer(CHAT_LINK):
        yield match.span("link")
    for match in clues.finditer(PROFILE_LINK):
        if OFFER.search(_sentence(text, match.start())):
            yield match.span()
    for match in clues.finditer(FRIEND_CODE):
        if FRIEND.search(text, max(0, match.start() - FAR), match.end()):
            yield match.span()


SERVICES = frozenset(
    "gmail hotmail icloud snap snapchat snaps sc kik discord disc telegram tele tg signal whats whatsapp wapp skype wechat viber messenger guilded teamspeak insta instagram ig tik"
    " tiktok tt twitter x threads facebook fb bluesky bsky mastodon youtube bereal tumblr pinterest twitch reddit spotify wattpad wizz yubo vinted depop xbox psn playstation steam"
    " roblox rblx fortnite epic minecraft mc switch nintendo gamertag valorant clash friend fc sw user username handle ign gamertag im socials tag".split()
)


def says_service(draft: Draft) -> bool:
    """Whether a handle, a link or the name of a service stands in the draft."""
    low = draft.folded.text
    return "@" in low or "/" in low or "\U0001f47b" in low or not draft.words.isdisjoint(SERVICES)


def look(draft: Draft) -> Iterator[Hit]:
    text, clues = draft.folded.text, draft.once(searched)
    places = {*_at_handles(draft), *_named(clues), *_beside(clues), *_names_alone(clues), *_links(clues)}
    free = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= free and not _organised(draft, text[start:end].lstrip("@")):
            free = end
            yield Hit(*draft.folded.span(start, end))


HANDLE = Check(
    name="handle",
    kind="contact",
    clause="SNS-3",
    level=Level.TIP,
    title=say("A way to reach somebody"),
    why=say("Any stranger who reads this can start to message you or that person."),
    fix=say("message me here"),
    doubt=say("If it is a school or club account, leave it in."),
    look=look,
    when=says_service,
    flags=(
        "add me on snap @milo.the.menace my insta got locked",
        "reach me any time on telegram @zoe_paints_late",
        "dm me @zed.draws for the sheet",
        "join here chat.whatsapp.com/AbC123xyz",
        "my discord is zed#1234",
        "add me on roblox noob_slayer99",
    ),
    passes=(
        "amazing shots by @countyathleticsphotos today, go give them a follow",
        "tagging @chiara.rossi_07 cos she won the bake off",
        "my snap is broken again",
        "add me on snap please",
        "message @northgateschool for tickets",
    ),
    also=("SNS-1",),
)
