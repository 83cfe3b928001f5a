"""Archives as services give them, made by hand with invented posts, and archives nobody should be given: bombs, lies and tricks."""

import gzip
import io
import json
import random
import struct
import tarfile
import zipfile
import zlib
from datetime import UTC, datetime, timedelta

FILLING = (
    "Soup day tomorrow, come hungry", "Watched the match, what a second half", "Rain again. Tea it is.", "Trying a new recipe for flapjack",
    "Lovely sunset tonight", "Cannot find my other glove", "That film was far too long", "Half a crossword left",
)  # fmt: skip


def packed(files, method=zipfile.ZIP_DEFLATED):
    """A zip of files by name."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def taped(files):
    """The same as a packed tape."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as tape:
        for name, data in files.items():
            one = tarfile.TarInfo(name)
            one.size = len(data)
            tape.addfile(one, io.BytesIO(data if isinstance(data, bytes) else data.encode()))
    return held.getvalue()


def moment(day):
    """ "2026-11-24 06:31" as a moment."""
    return datetime.strptime(day, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def script(name, rows):
    """JSON as X writes it."""
    return ("window.YTD.%s.part0 = " % name + json.dumps(rows, indent=2)).encode()


def tweets(posts, form="new", **more):
    """Posts as (moment, words) or (moment, words, fields of their own); `form`: "new", "old" or "oldest"."""
    rows = []
    for number, (day, words, *own) in enumerate(posts, 1):
        one = {
            "id_str": str(number),
            "created_at": moment(day).strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "full_text": words.replace("&", "&amp;"),
            "entities": {},
        }
        one |= own[0] if own else {}
        rows.append({"tweet": one} if form == "new" else one)
    name = {"new": "data/tweets.js", "old": "data/tweet.js", "oldest": "tweet.js"}[form]
    return {name: script("tweets" if form == "new" else "tweet", rows), **more}


def drinkwater(count=214):
    """S08: two years of posts. The same canal path at 6.15 each Tuesday, a number plate with four photos, a pet's name that is also in a
    joke about a first password, and two files of messages."""
    chance, begun, posts = random.Random(8), moment("2024-11-05 06:31"), []
    path = (
        "Canal path at 6.15, legs like lead",
        "Run done! Same canal path, 6.15 start, ducks for company",
        "6.15 and the canal path is all mine",
    )
    pet = ("My dog Biscuit stole a sausage", "Biscuit the dog is asleep on my feet")
    posts += [(begun + timedelta(weeks=week), path[week % 3], {}) for week in range(40)]
    posts += [
        (begun + timedelta(days=30 * month + 3, hours=4), "Washed the car. EF21 KLM looks like new", photographed(month))
        for month in range(4)
    ]
    posts += [(begun + timedelta(days=40 * number + 1, hours=9), pet[number % 2], photographed(number)) for number in range(6)]
    posts.append((begun + timedelta(days=333, hours=3), "Who else had a pet as their first password? biscuit1, my first password ever", {}))
    while len(posts) < count:
        posts.append((begun + timedelta(minutes=chance.randrange(60 * 24 * 700)), "%s %d" % (chance.choice(FILLING), len(posts)), {}))
    rows = [(when.strftime("%Y-%m-%d %H:%M"), words, own) for when, words, own in sorted(posts, key=lambda one: one[0])]
    return tweets(rows) | {
        "data/account.js": script("account", [{"account": {"email": "paloma@home.example", "username": "paloma_example"}}]),
        "data/direct-messages.js": script("direct_messages", [{"dmConversation": {"messages": ["a secret between two"]}}]),
        "data/direct-messages-group.js": script("direct_messages_group", [{"dmConversation": {"messages": ["a secret between five"]}}]),
    }


def photographed(number):
    return {"extended_entities": {"media": [{"id_str": str(number), "type": "photo"}]}}


# ---------------------------------------------------------------- what nobody should be given


def entry(name, data, *, size=None, crc=None, method=8, flags=0, at=None, mode=0):
    """A local header with its data, and a function that gives the line of the list for it; any figure may be a lie."""
    raw = name.encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = deflate.compress(data) + deflate.flush() if method == 8 else data
    figures = (20, flags, method, 0, 0, zlib.crc32(data) if crc is None else crc, len(body), len(data) if size is None else size, len(raw))
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *figures, 0) + raw + body

    def line(place):
        there = place if at is None else at
        return struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 3 << 8 | 20, *figures, 0, 0, 0, 0, mode << 16, there) + raw

    return local, line


def zip_of(entries, count=None):
    """A zip out of such entries."""
    body, lines = b"", b""
    for local, line in entries:
        lines += line(len(body))
        body += local
    many = len(entries) if count is None else count
    return body + lines + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, min(many, 65_535), min(many, 65_535), len(lines), len(body), 0)


def overlapping():
    """One stretch of data that is listed five hundred times."""
    local, _ = entry("data/tweets.js", b"[" + b" " * 1_000_000)
    lines = b"".join(entry("data/tweets-part%d.js" % number, b"[" + b" " * 1_000_000)[1](0) for number in range(500))
    return local + lines + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 500, 500, len(lines), len(local), 0)


def flat_bomb(size=300_000_000):
    """A few hundred kilobytes that unpack to `size`."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive, archive.open("data/tweets.js", "w") as file:
        file.write(b"window.YTD.tweets.part0 = [")
        for _ in range(size // 1_000_000):
            file.write(b" " * 1_000_000)
    return held.getvalue()


def many(count=1_000_000):
    """A list of a million empty files, in the large form of the format."""
    raw = b"data/x.js"
    line = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(raw), 0, 0, 0, 0, 0, 0) + raw
    lines = line * count
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(lines), 4)
    where = struct.pack("<4sLQL", b"PK\x06\x07", 0, 4 + len(lines), 1)
    return b"PK\x03\x04" + lines + end + where + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, 0xFFFFFFFF, 0xFFFFFFFF, 0)


def gzip_bomb(size=300_000_000):
    held = io.BytesIO()
    with gzip.GzipFile(fileobj=held, mode="wb", compresslevel=9) as file:
        for _ in range(size // 1_000_000):
            file.write(b"\0" * 1_000_000)
    return held.getvalue()
