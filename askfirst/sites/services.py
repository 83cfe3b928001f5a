"""How each service writes the address of one page: its hosts, old and new, and which part of a path is the page. A table. Pure.

Only what two people would call the same page meets: a post leads to its page, an app's mobile host to the usual one. Source: rulings 3.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["SERVICES", "Shape", "by_host", "by_name", "is_short"]


@dataclass(frozen=True, slots=True)
class Shape:
    """`rows`: patterns of a path (without its first slash, its case kept) and what the page is, by group; the first that fits wins.

    `cases`: names of another case are other pages. `dots`: dots in a name count for nothing. `dropped`: starts of paths that are no page
    by themselves, so that the whole path stays. `keeps`: the parts of a query that say which page it is. `handle`: where a name leads.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    words: tuple[str, ...] = ()
    handle: str = "{name}"
    dropped: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()
    dots: bool = False
    sub: str = ""  # where a host of one's own at the service leads: a path there; "" where it is a site by itself
    host: str = ""  # the host of one's own to which a name leads instead
    own: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # a path whose query is the page: its part, and the page by it
    ends: str = ""  # what a bare name of the service ends in


ANY = (("@?([^/]+).*", "{0}"),)
AT = (("@([^/]+).*", "@{0}"),)
ALONE = ((r"([\w.]+)", "@{0}"),)
PINTEREST = (
    "pinterest.com", "pinterest.co.uk",
    *("pinterest." + end for end in "at ca ch cl de dk es fr ie it jp nz ph pt se com.au com.mx co.kr co.nz".split()),
)  # fmt: skip
SERVICES: tuple[Shape, ...] = (
    Shape(
        "facebook", "Facebook", ("facebook.com", "fb.com", "fb.me", "m.me"),
        (
            ("(?:pages|people)/(?:.+/)?[^/]+/([0-9]+).*", "{0}"), ("(?:p/)?(?:[^/]*-)([0-9]{8,})(?:/.*)?", "{0}"),
            ("(p/[^/]+).*", "{0}"), ("groups/([^/]+).*", "groups/{0}"),
            ("(?:pg|pages)/([^/]+).*", "{0}"), *ANY,
        ),
        words=("fb",), dots=True,
        own={
            **dict.fromkeys(("profile.php", "story.php", "permalink.php"), ("id", "{0}")), "media/set": ("set", "media/set?set={0}"),
        },
        dropped=frozenset(
            "watch events sharer sharer.php share photo photo.php story.php permalink.php login login.php l.php flx hashtag reel reels"
            " marketplace gaming stories media help business policies privacy settings notifications messages".split()
        ),
        keeps=frozenset({"v", "u", "fbid", "story_fbid", "id"}),
    ),
    Shape(
        "x", "X", ("x.com", "twitter.com"), ANY, words=("twitter",),
        dropped=frozenset(
            "i home search hashtag intent share explore settings notifications messages compose login signup tos privacy".split()
        ),
        keeps=frozenset({"q"}), own={"intent/user": ("screen_name", "{0}"), "intent/follow": ("screen_name", "{0}")},
    ),
    Shape(
        "instagram", "Instagram", ("instagram.com", "instagr.am", "ig.me"),
        (("(stories/highlights/[^/]+).*", "{0}"), ("(?:stories|_u|m|n)/([^/]+).*", "{0}"), *ANY),
        words=("insta", "ig"),
        dropped=frozenset("p reel reels tv explore accounts direct s j share invites".split()),
    ),
    Shape(
        "tiktok", "TikTok", ("tiktok.com",), (("(?:embed/|[a-z]{2}(?:-[a-z]{2})?/)?@([^/]+).*", "@{0}"), *ALONE), handle="@{name}",
        words=("tik-tok", "tt"),
        dropped=frozenset("foryou explore live login about tag music discover search following upload video legal".split()),
    ),
    Shape(
        "youtube", "YouTube", ("youtube.com", "youtube-nocookie.com"),
        (("(c|user|channel)/([^/]+).*", "{0}/{1}"),
         ("(?:shorts|embed|live|v|e|watch)/([^/]+).*", "watch?v={0}"), *AT), handle="@{name}",
        keeps=frozenset({"v", "list"}), own={"watch": ("v", "watch?v={0}"), "playlist": ("list", "playlist?list={0}")}, words=("yt",),
    ),
    Shape("threads", "Threads", ("threads.net", "threads.com"), AT + ALONE, handle="@{name}", dropped=frozenset({"search", "login"})),
    Shape(
        "bluesky", "Bluesky", ("bsky.app",),
        (("(?:profile|embed)/@?([^/]+).*", "profile/{0}"),), handle="profile/{name}", ends=".bsky.social",
        words=("bsky",),
    ),
    Shape(
        "snapchat", "Snapchat", ("snapchat.com",), (("(?:[a-z]{2}-[a-z]{2}/)?(?:add/|u/|s/|@)([^/]+).*", "add/{0}"),),
        handle="add/{name}", words=("snap",),
    ),
    Shape(
        "linkedin", "LinkedIn", ("linkedin.com",), (("(?:mwlite/)?(company|school|in|showcase)/([^/]+).*", "{0}/{1}"),), handle="in/{name}",
    ),
    Shape("pinterest", "Pinterest", PINTEREST, ANY, dropped=frozenset({"pin", "ideas", "search"})),
    Shape(
        "tumblr", "Tumblr", ("tumblr.com",), (("blog/(?:view/)?([^/]+).*", "{0}"), *ANY), sub="{name}", host="{name}.tumblr.com",
        dropped=frozenset({"tagged", "search", "explore", "dashboard"}),
    ),
    Shape(
        "vimeo", "Vimeo", ("vimeo.com",), (("video/([0-9]+).*", "{0}"), *ANY),
        dropped=frozenset("channels groups showcase album ondemand event categories search upload".split()),
    ),
    Shape(
        "reddit", "Reddit", ("reddit.com",), (("(?:user/|u/|r/u_)([^/]+).*", "user/{0}"), ("r/([^/]+).*", "r/{0}")), handle="user/{name}",
        dropped=frozenset({"search", "submit"}), keeps=frozenset({"q"}),
    ),
    Shape("medium", "Medium", ("medium.com",), AT, handle="@{name}", sub="@{name}", dropped=frozenset({"search", "tag", "p", "m"})),
    Shape(
        "telegram", "Telegram", ("t.me", "telegram.me", "telegram.dog"),
        (("(joinchat/[^/]+|[+][^/]+).*", "{0}"), ("(?:s|boost)/([^/]+).*", "{0}"), *ANY),
        words=("tg",),
        sub="{name}",
        dropped=frozenset("share addstickers addemoji addtheme addlist proxy socks c bg contact invoice giftcode login m".split()),
    ),
    Shape(
        "twitch", "Twitch", ("twitch.tv",), (("(?:popout|embed|moderator|u)/([^/]+).*", "{0}"), *ANY), own={"": ("channel", "{0}")},
        dropped=frozenset({"directory", "search", "videos", "team", "p", "jobs", "settings"}),
    ),
    Shape("linktree", "Linktree", ("linktr.ee",), ANY),
    Shape("strava", "Strava", ("strava.com",), (("(athletes|clubs)/([^/]+).*", "{0}/{1}"),), handle="athletes/{name}"),
    Shape(
        "discord", "Discord", ("discord.com", "discordapp.com"), (("(invite|servers)/([^/]+).*", "{0}/{1}"),), handle="invite/{name}",
        dropped=frozenset({"channels", "users", "login", "app"}),
    ),
    Shape(
        "whatsapp", "WhatsApp", ("whatsapp.com",), (("channel/([^/]+).*", "channel/{0}"),), handle="channel/{name}",
        own={"send": ("phone", "send?phone={0}")}, dropped=frozenset({"send"}), keeps=frozenset({"phone"}),
    ),
)  # fmt: skip
OTHER_CASE = re.compile(r"(?:channel/|watch\b|playlist\b|post/|clip/|p/|reel/|tv/|pin/|invite/|s/|j/|t/|share/|joinchat/|\+)")
"""Paths in which a capital letter is another page: numbers that a service drew, not names."""
SHORT = frozenset(
    "vm.tiktok.com vt.tiktok.com chat.whatsapp.com pin.it t.co fb.watch bit.ly tinyurl.com goo.gl lnkd.in t.snapchat.com go.bsky.app"
    " link.medium.com redd.it v.redd.it tmblr.co clips.twitch.tv strava.app.link reddit.app.link dsc.gg ow.ly buff.ly is.gd rb.gy"
    " cutt.ly t.ly tiny.cc".split()
)
"""Hosts of short links: each is a code that the service drew, and only the service knows where it leads."""
SHARED = re.compile(r"(?:facebook\.com/share|instagram\.com/share|tiktok\.com/t|snapchat\.com/t|reddit\.com/r/[^/]+/s)/.+")
"""The same, at a service's own host."""
AWAY: Mapping[str, str] = {
    "l.facebook.com": "u", "lm.facebook.com": "u", "l.instagram.com": "u", "l.threads.net": "u", "l.threads.com": "u",
    "l.messenger.com": "u", "l.wl.co": "u", "out.reddit.com": "url", "youtube.com/redirect": "q", "youtube.com/attribution_link": "u",
    "google.com/url": "q", "google.co.uk/url": "q", "facebook.com/flx/warn": "u",
    "t.umblr.com/redirect": "z", "linkedin.com/safety/go": "url", "slack-redir.net/link": "url",
    "consent.youtube.com": "continue", "instagram.com/accounts/login": "next",
    "facebook.com/login": "next", "facebook.com/login.php": "next",
    "x.com/i/flow/login": "redirect_after_login", "twitter.com/i/flow/login": "redirect_after_login",
    "linkedin.com/authwall": "sessionRedirect",
    "tiktok.com/login": "redirect_url", "threads.net/login": "next", "threads.com/login": "next", "pinterest.com/login": "next",
    "reddit.com/login": "dest",
}  # fmt: skip
"""Where a service leads on, out of it or past its sign-in: a host, or it and its path, and the part of its query that is the address."""
FEDERATED = frozenset({"mastodon", "fediverse", "pixelfed", "peertube", "lemmy"})
_HOSTS = {host: one for one in SERVICES for host in one.hosts}
_NAMES = {word: one for one in SERVICES for word in (one.id, one.name.casefold(), *one.words)}


def by_host(host: str) -> Shape | None:
    """The service of a host, or of a part of it such as a country's; of a short link none, since it is no page of that service."""
    while host and host not in SHORT:
        if host in _HOSTS:
            return _HOSTS[host]
        host = host.partition(".")[2]
    return None


def by_name(word: str) -> Shape | None:
    """The service that somebody calls so, in any case."""
    return _NAMES.get(word.casefold())


def is_short(page: str) -> bool:
    """Whether an address in one spelling is a short link, which leads to a page only once it is opened."""
    return page.partition("/")[0] in SHORT or SHARED.fullmatch(page) is not None
