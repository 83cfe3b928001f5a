"""What EXIF says of whoever took a picture, when, where and with what; sources: EXIF 2.32 and 3.0, and the tags that Windows adds."""

import math

from askfirst.guard.hidden.found import Found
from askfirst.guard.hidden.tiff import Entries, Value, read_tiff

__all__ = ["exif_facts", "place_text"]

WORDS = {
    ("0", 0x010E): "comment", ("0", 0x0131): "software", ("0", 0x013B): "artist", ("0", 0x013C): "computer", ("0", 0x8298): "copyright",
    ("0", 0xC62F): "serial", ("exif", 0xA420): "id", ("exif", 0xA430): "owner", ("exif", 0xA431): "serial", ("exif", 0xA435): "serial",
    ("exif", 0xA436): "comment", ("exif", 0xA437): "artist", ("exif", 0xA438): "artist", ("exif", 0xA439): "software",
    ("exif", 0xA43A): "software", ("exif", 0xA43B): "software", ("gps", 0x001C): "place-name",
}  # fmt: skip
WIDE = {0x9C9B: "comment", 0x9C9C: "comment", 0x9C9D: "artist", 0x9C9E: "keyword", 0x9C9F: "comment"}  # two bytes a letter
TAKEN = ((0x9003, 0x9011), (0x9004, 0x9012))  # the moment and its distance from Greenwich
CHANGED, CHANGED_OFFSET = 0x0132, 0x9010
MAKE, MODEL, LENS, COMMENT, MAKER, ORIENTATION = 0x010F, 0x0110, 0xA434, 0x9286, 0x927C, 0x0112
THUMB_AT, THUMB_SIZE = 0x0201, 0x0202
CHARSETS = {b"ASCII\0\0\0": "ascii", b"JIS\0\0\0\0\0": "iso2022_jp"}
GPS_TIME, GPS_DAY = 7, 29


def _text(value: Value | None, encoding: str = "utf-8") -> str:
    """Letters of a value: UTF-8 where it is, else Latin-1."""
    if not isinstance(value, bytes):
        return ""
    try:
        return value.decode(encoding).rstrip("\0 ")
    except UnicodeDecodeError:
        return value.decode("latin-1").rstrip("\0 ")


def _comment(value: Value | None, order: str) -> str:
    """A user's comment: eight bytes name its letters."""
    if not isinstance(value, bytes):
        return ""
    head, rest = value[:8], value[8:]
    if head == b"UNICODE\0":
        wide = rest[: len(rest) // 2 * 2]
        marked = wide[:2] in (b"\xff\xfe", b"\xfe\xff")
        return wide.decode("utf-16" if marked else "utf-16-" + order, "replace").rstrip("\0 ")
    if head in CHARSETS or head == bytes(8):
        return _text(rest, CHARSETS.get(head, "utf-8"))
    return _text(value)


def _ratio(value: Value | None, at: int = 0) -> float:
    """A fraction as a number; not a number where it has none."""
    one = value[at] if isinstance(value, tuple) and len(value) > at else None
    return one[0] / one[1] if isinstance(one, tuple) and one[1] else math.nan


def _degrees(value: Value | None, side: Value | None) -> float:
    parts = [_ratio(value, at) if isinstance(value, tuple) and len(value) > at else 0.0 for at in range(3)]
    whole = parts[0] + parts[1] / 60 + parts[2] / 3600 if isinstance(value, tuple) else math.nan
    return -whole if _text(side)[:1].upper() in ("S", "W") else whole


def place_text(north: float, east: float) -> str:
    """A place as "51.50000, -0.11670"; nothing for 0, 0 and for what is no place."""
    if not (abs(north) <= 90 and abs(east) <= 180) or (abs(north) < 0.0001 and abs(east) < 0.0001):
        return ""
    return "%.5f, %.5f" % (north, east)


def _gps(gps: dict[int, Value], found: Found) -> None:
    found.add("exif", "place", place_text(_degrees(gps.get(2), gps.get(1)), _degrees(gps.get(4), gps.get(3))))
    found.add("exif", "aimed-at", place_text(_degrees(gps.get(20), gps.get(19)), _degrees(gps.get(22), gps.get(21))))
    facing = _ratio(gps.get(17))
    if 0 <= facing <= 360:
        found.add("exif", "direction", "%.0f" % facing)
    hours = gps.get(GPS_TIME)
    clock = [_ratio(hours, at) for at in range(3)] if isinstance(hours, tuple) and len(hours) > 2 else []
    if clock and all(0 <= one < 61 for one in clock):
        found.add("exif", "taken-utc", "%s %02d:%02d" % (_text(gps.get(GPS_DAY)), int(clock[0]), int(clock[1])))


def _times(entries: Entries, found: Found) -> None:
    exif, main = entries.of.get("exif", {}), entries.of.get("0", {})
    for tag, offset in TAKEN:
        found.add("exif", "taken", " ".join((_text(exif.get(tag)), _text(exif.get(offset)))))
    changed = main.get(CHANGED)
    found.add("exif", "changed", " ".join((_text(changed), _text(exif.get(CHANGED_OFFSET)))) if changed else "")


def _thumb(first: dict[int, Value], data: bytes, found: Found) -> None:
    where, size = first.get(THUMB_AT), first.get(THUMB_SIZE)
    if where and size and isinstance(where[0], int) and isinstance(size[0], int):
        small = data[where[0] : where[0] + size[0]]
        if small:
            found.thumbs.append(small)


def exif_facts(data: bytes, found: Found, *, whole_file: bool = False) -> Entries:
    """Adds what the EXIF bytes say. `whole_file`: they are a TIFF file, whose own entries of size and dots are no notes."""
    entries = read_tiff(data)
    main, exif = entries.of.get("0", {}), entries.of.get("exif", {})
    order = "le" if data[:2] == b"II" else "be"
    for (where, tag), what in WORDS.items():
        found.add("exif", what, _text(entries.of.get(where, {}).get(tag)))
    for tag, what in WIDE.items():
        found.add("exif", what, _text(main.get(tag), "utf-16-le"))
    found.add("exif", "comment", _comment(exif.get(COMMENT), order))
    found.add("exif", "device", " ".join((_text(main.get(MAKE)), _text(main.get(MODEL)), _text(exif.get(LENS)))))
    if MAKER in exif:
        found.add("exif", "maker", "yes")
    _times(entries, found)
    _gps(entries.of.get("gps", {}), found)
    if not whole_file:
        _thumb(entries.of.get("1", {}), data, found)
    turned = main.get(ORIENTATION)
    if turned and isinstance(turned[0], int) and 1 <= turned[0] <= 8:
        found.orientation = turned[0]
    notes = sum(len(held) for name, held in entries.of.items() if name in ("exif", "gps", "interop"))
    own = sum(1 for tag in main if ("0", tag) in WORDS or tag in WIDE or tag in (MAKE, MODEL, CHANGED))
    found.count("exif", notes + own if whole_file else entries.count)
    return entries
