"""A photo somebody is about to post: what it carries, and a clean copy of it, or one sentence that says why not and what to do.

Nothing is decoded here and nothing is kept: the bytes go to the child in memory, and what it says is held to its form.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from askfirst.guard import child
from askfirst.guard.hidden.found import BAR, GROUPS, LONGEST, MOST, SQUARE, Fact
from askfirst.guard.hidden.walk import KINDS, kind_of
from askfirst.guard.limits import MILLION, PIXELS, UPLOAD
from askfirst.guard.packed import packed
from askfirst.words import Sentence, say

__all__ = ["GROUPS", "Area", "Areas", "Fact", "Looked", "NotTaken", "Pictures", "look_at_picture"]

Area = tuple[float, float, float, float]
ENDINGS = {
    "jpg": "jpeg", "jpeg": "jpeg", "jfif": "jpeg", "jpe": "jpeg", "png": "png", "apng": "png", "webp": "webp", "gif": "gif", "tif": "tiff",
    "tiff": "tiff", "heic": "heic", "heif": "heic", "hif": "heic", "avif": "avif",
}  # fmt: skip
SENTENCES = {
    "empty": say("This file is empty. Choose another one."),
    "large": say("This file is larger than {most} MB. Make it smaller, then choose it.", most=UPLOAD // MILLION),
    "packed": say("This file is packed. Unpack it first, then choose one picture."),
    "page": say("This file is a web page or a drawing. Choose a photo of it."),
    "unknown": say("This is no picture that we can read. Choose a JPEG, PNG, WebP, GIF, TIFF, HEIC or AVIF."),
    "name": say("Its name says it is a picture, but inside it is not. Choose another file."),
    "broken": say("This picture is cut short or broken. Save it again, then choose it."),
    "pixels": say("This picture has more than {most} million dots. Make it smaller, then choose it.", most=PIXELS // MILLION),
    "too-much": say("This picture takes too much to open. Save it again, or make it smaller."),
    "busy": say("We are opening other pictures just now. Wait a minute, then try again."),
}


class NotTaken(ValueError):
    """A file that cannot be looked at. `why` is its key, `sentence` what a person reads."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        self.sentence: Sentence = SENTENCES[why]


@dataclass(frozen=True, slots=True)
class Areas:
    """What to cover and what to keep: left, top, width and height in hundredths of the upright picture."""

    blur: tuple[Area, ...] = ()
    crop: Area | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Looked:
    """What a file says of itself. `counts` and `left` (of the copy) are entries by group; `small` shows more than the picture does."""

    kind: str
    width: int
    height: int
    moves: bool
    opens: bool  # False: read, and not decoded, for nothing here can open this kind
    facts: tuple[Fact, ...]
    counts: Mapping[str, int]
    more: bool
    misnamed: bool  # another kind of picture than its name says
    codes: tuple[Fact, ...] | None = None  # what codes in the picture say; None: nobody looked
    codes_left: int = 0  # how many of them can be read in the copy
    words: tuple[str, ...] | None = None  # lines that can be read in the picture; None: nobody read them
    small: bytes = b""
    copy: bytes = b""
    copy_kind: str = ""
    left: Mapping[str, int] = field(default_factory=dict)
    smaller: bool = False

    def __repr__(self) -> str:
        return "<Looked>"


class Pictures:
    """Several photos, one after the other, in one child. Use it in a `with`."""

    def __init__(self) -> None:
        self._kept = child.Kept("photo")

    def __enter__(self) -> "Pictures":
        """Raises NotTaken where too many are being opened."""
        try:
            self._kept.__enter__()
        except child.Busy:
            raise NotTaken("busy") from None
        return self

    def __exit__(self, *problem: object) -> None:
        self._kept.__exit__(*problem)

    def look(self, name: str, data: bytes, *, copy: bool = True, codes: bool = True, areas: Areas | None = None) -> Looked:
        """Raises NotTaken. Takes seconds; call it outside any transaction."""
        kind = _kind(name, data)
        wanted = {"copy": copy, "codes": codes, "blur": areas.blur if areas else (), "crop": areas.crop if areas else None}
        try:
            said = self._kept.read(json.dumps(wanted).encode() + b"\n", data)
        except child.Died:
            raise NotTaken("too-much") from None
        if "refused" in said.head:
            why = said.head["refused"]
            raise NotTaken(why if isinstance(why, str) and why in SENTENCES else "broken")
        ending = ENDINGS.get(_ending(name), kind)
        try:
            return _looked(said, misnamed=ending != kind)
        except (KeyError, TypeError, ValueError):
            raise NotTaken("broken") from None


def look_at_picture(name: str, data: bytes, *, copy: bool = True, codes: bool = True, areas: Areas | None = None) -> Looked:
    """One photo. Raises NotTaken."""
    _kind(name, data)  # what is no picture needs no child
    with Pictures() as pictures:
        return pictures.look(name, data, copy=copy, codes=codes, areas=areas)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _kind(name: str, data: bytes) -> str:
    """By the first bytes alone. Raises NotTaken."""
    if not data:
        raise NotTaken("empty")
    if len(data) > UPLOAD:
        raise NotTaken("large")
    kind = kind_of(data)
    if kind:
        return kind
    if packed(data):
        raise NotTaken("packed")
    start = data[:200].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b" \t\r\n\xff\xfe")
    if start.startswith(b"<"):
        raise NotTaken("page")
    raise NotTaken("name" if _ending(name) in ENDINGS else "unknown")


def _counts(said: object) -> dict[str, int]:
    """Raises TypeError, KeyError and ValueError for what is no table of groups."""
    if not isinstance(said, dict):
        raise TypeError
    return {group: int(said[group]) for group in GROUPS}


def _codes(said: object) -> tuple[Fact, ...]:
    """Raises TypeError and ValueError for what is no list of codes."""
    if not isinstance(said, list):
        raise TypeError
    return tuple(Fact("", SQUARE if what == SQUARE else BAR, str(text)[:LONGEST]) for what, text in said[:MOST])


def _looked(said: child.Said, *, misnamed: bool) -> Looked:
    """A child that was taken over may say anything: it is held to its form. Raises KeyError, TypeError and ValueError."""
    head, copy = said.head, said.head.get("copy") or {}
    facts, sizes, kind = head["facts"], head["sizes"], str(head["kind"])
    if not isinstance(facts, list) or not isinstance(sizes, list) or not isinstance(copy, dict) or kind not in KINDS or len(facts) > MOST:
        raise TypeError
    made, small = (int(one) for one in sizes)
    copy_kind = str(copy.get("kind", ""))
    if made + small != len(said.body) or min(made, small) < 0 or copy_kind not in ("", "jpeg", "png"):
        raise ValueError
    width, height = (int(str(head[side])) for side in ("width", "height"))
    codes = head.get("codes")
    return Looked(
        kind=kind, width=width, height=height, moves=head.get("moves") is True, opens=head.get("opens") is True,
        facts=tuple(Fact(str(group), str(what), str(text)[:LONGEST]) for group, what, text in facts), counts=_counts(head["counts"]),
        more=head.get("more") is True, misnamed=misnamed, copy=said.body[:made], copy_kind=copy_kind, small=said.body[made:],
        left=_counts(copy["left"]) if copy else {}, smaller=copy.get("smaller") is True,
        codes=None if codes is None else _codes(codes), codes_left=int(str(copy.get("codes", 0))),
    )  # fmt: skip
