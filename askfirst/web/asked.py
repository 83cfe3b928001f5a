"""What somebody chose on the check's form, kept from one page to the next in the page alone. Pure."""

import re
from dataclasses import dataclass

from askfirst.advice.asked import BadDraft
from askfirst.web.bodies import Form
from askfirst.words import Sentence, say

__all__ = ["AUDIENCE", "AUTHOR", "PLACE", "Asked", "Choice", "asked_by"]

HALF = re.compile("[\ud800-\udfff]")
SEEN_NUL = "\u2400"


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    says: Sentence


AUTHOR = (Choice("staff", say("I work here")), Choice("student", say("I’m a student")))
AUDIENCE = (Choice("friends", say("Friends")), Choice("public", say("Anyone")), Choice("unsure", say("I’m not sure")))
PLACE = (
    Choice("web-page", say("A web page, or somewhere else")),
    Choice("tweet", say("X (was Twitter)")),
    Choice("facebook", say("Facebook")),
    Choice("instagram", say("Instagram")),
    Choice("tiktok", say("TikTok")),
    Choice("whatsapp", say("WhatsApp")),
    Choice("blog", say("A blog")),
    Choice("profile-bio", say("My profile or bio")),
)


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """`hidden` are the keys of cards put away, `use` the key and turn of the wording asked for."""

    text: str = ""
    author: str = ""
    channel: str = "web-page"
    audience: str = "public"
    names_school: bool = False
    photo_taken: str = ""
    group: str = ""
    hidden: tuple[str, ...] = ()
    use: str = ""
    everything: bool = False

    @property
    def student(self) -> bool:
        return self.author == "student"

    @property
    def shown_text(self) -> str:
        """The text as a page can hold it: a NUL is drawn, half a character is the usual sign for one that is lost."""
        return HALF.sub("\ufffd", self.text.replace("\0", SEEN_NUL))

    @property
    def shown_photo(self) -> str:
        return HALF.sub("\ufffd", self.photo_taken.replace("\0", SEEN_NUL))

    def fields(self) -> dict[str, object]:
        """As `draft_from` takes them."""
        return {
            "text": self.text,
            "author": self.author,
            "channel": self.channel,
            "audience": self.audience,
            "profile_names_school": self.names_school,
            "photo_taken": self.photo_taken,
        }


def asked_by(form: Form) -> Asked:
    """What the form holds, unjudged: `draft_from` judges, and the page shows it again. Raises BadDraft for too many cards put away."""
    hidden = tuple(dict.fromkeys(key for key in (*form.many("hidden"), form.one("hide")) if key))
    if form.one("unhide"):
        hidden = ()
    if len(hidden) > 500:
        raise BadDraft("text", say("Too many things are put away. Press Clear, then check a shorter piece."))
    return Asked(
        text=form.one("text"),
        author=form.one("author"),
        channel=form.one("channel") or "web-page",
        audience=form.one("audience") or "public",
        names_school=form.one("profile_names_school") == "yes",
        photo_taken=form.one("photo_taken"),
        hidden=hidden,
        use=form.one("use"),
        everything=form.one("everything") == "1",
    )
