"""Pictures that carry everything a picture can carry, made by hand: drawn shapes, invented people, no file from anywhere."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

MARK = "zanzibar"
XMP_MARK = b"http://ns.adobe.com/xap/1.0/\0"
C2PA = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
NORTHGATE = (50.6012, -3.9508)  # near the invented school of that name, on open moor
LETTERS = {1: "B", 2: "s", 3: "H", 4: "L", 5: "LL", 7: "s"}


def scene(size=(600, 400), shift=0):
    """A sky, a house and a red ball at its left edge, so that a crop is told from the whole."""
    picture = Image.new("RGB", size, (120, 170, 220))
    pen = ImageDraw.Draw(picture)
    wide, high = size
    pen.rectangle((0, high * 2 // 3, wide, high), fill=(40, 120, 40))
    pen.rectangle((wide // 2 + shift, high // 4, wide * 4 // 5 + shift, high * 3 // 4), fill=(150, 110, 80))
    pen.ellipse((wide // 20, high // 2, wide // 4, high * 4 // 5), fill=(210, 30, 30))
    return picture


def jpeg(picture=None, **more):
    out = BytesIO()
    (picture or scene()).save(out, "JPEG", quality=85, **more)
    return out.getvalue()


def saved(format, picture=None, **more):
    out = BytesIO()
    (picture or scene()).save(out, format, **more)
    return out.getvalue()


# ---------------------------------------------------------------- EXIF by hand


def directory(entries, at, next_at=0):
    """One directory to stand at `at`: (bytes with its values behind it, {tag: where its value or entry stands})."""
    rows, tail = b"", b""
    behind = at + 2 + 12 * len(entries) + 4
    for tag, (kind, value) in sorted(entries.items()):
        held, many = packed(kind, value)
        if len(held) > 4:
            rows += struct.pack("<HHLL", tag, kind, many, behind + len(tail))
            tail += held + b"\0" * (len(held) % 2)
        else:
            rows += struct.pack("<HHL", tag, kind, many) + held.ljust(4, b"\0")
    return struct.pack("<H", len(entries)) + rows + struct.pack("<L", next_at) + tail


def packed(kind, value):
    if isinstance(value, bytes):
        return value, len(value)
    if kind == 2:
        held = value.encode() + b"\0"
        return held, len(held)
    numbers = value if isinstance(value, tuple) else (value,)
    if kind == 5:
        flat = [part for one in numbers for part in one]
        return struct.pack("<%dL" % len(flat), *flat), len(numbers)
    return struct.pack("<%d%s" % (len(numbers), LETTERS[kind]), *numbers), len(numbers)


def degrees(value):
    whole = int(abs(value))
    minutes = int((abs(value) - whole) * 60)
    seconds = round(((abs(value) - whole) * 60 - minutes) * 60 * 1000)
    return ((whole, 1), (minutes, 1), (seconds, 1000))


def gps_of(place, facing=None):
    held = {
        1: (2, "N" if place[0] >= 0 else "S"),
        2: (5, degrees(place[0])),
        3: (2, "E" if place[1] >= 0 else "W"),
        4: (5, degrees(place[1])),
    }
    return held | ({16: (2, "T"), 17: (5, ((facing, 1),))} if facing is not None else {})


def exif(main=None, more=None, gps=None, thumb=b""):
    """The bytes of an EXIF block, from "II" on."""
    main, more, gps = dict(main or {}), dict(more or {}), dict(gps or {})
    for tag, inner in ((0x8769, more), (0x8825, gps)):
        if inner:
            main[tag] = (4, 0)
    small = {0x0201: (4, 0), 0x0202: (4, len(thumb)), 0x0103: (3, 6)} if thumb else {}
    at, places = 8 + len(directory(main, 8)), {}
    for tag, inner in ((0x8769, more), (0x8825, gps)):
        if inner:
            places[tag], at = at, at + len(directory(inner, at))
    small_at = at if small else 0
    if small:
        small[0x0201] = (4, at + len(directory(small, at)))
    main |= {tag: (4, where) for tag, where in places.items()}
    whole = b"II*\0\x08\0\0\0" + directory(main, 8, small_at)
    for tag, inner in ((0x8769, more), (0x8825, gps)):
        if inner:
            whole += directory(inner, places[tag])
    return whole + (directory(small, small_at) + thumb if small else b"")


def wide(text):
    return (1, text.encode("utf-16-le") + b"\0\0")


def everything(*, thumb=b"", place=NORTHGATE, taken="2026:11:24 10:15:00", orientation=6, mark=MARK):
    """EXIF with a value in each place that this check reads."""
    return exif(
        {
            0x010E: (2, mark + " caption"), 0x010F: (2, "Fiction"), 0x0110: (2, "Box 3"), 0x0112: (3, orientation), 0x0131: (2, "Darkroom 2"),
            0x013B: (2, mark + " artist"), 0x013C: (2, mark + "s-laptop"), 0x8298: (2, "(c) " + mark), 0x0132: (2, taken),
            0x9C9B: wide(mark + " title"), 0x9C9C: wide(mark + " remark"), 0x9C9D: wide(mark + " author"), 0x9C9E: wide(mark + " keys"),
            0x9C9F: wide(mark + " subject"),
        },
        {
            0x9003: (2, taken), 0x9011: (2, "+00:00"), 0x9286: (7, b"UNICODE\0" + (mark + " comment").encode("utf-16-le")),
            0x927C: (7, b"maker " + mark.encode()), 0xA420: (2, mark + "-unique"), 0xA430: (2, mark + " owner"), 0xA431: (2, "SN-" + mark),
            0xA435: (2, "LENS-" + mark),
        },
        gps_of(place, 45) if place else None,
        thumb,
    )  # fmt: skip


def xmp(mark=MARK):
    """A packet with people tags of two sorts, places, words and what was done."""
    return """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:MP="http://ns.microsoft.com/photo/1.2/"
 xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:GCamera="http://ns.google.com/photos/1.0/camera/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="50,36.072N" exif:GPSLongitude="3,57.048W"
 photoshop:City="MARK town" aux:OwnerName="MARK owns it" aux:SerialNumber="X-MARK" GCamera:MotionPhoto="1">
<dc:creator><rdf:Seq><rdf:li>MARK maker</rdf:li></rdf:Seq></dc:creator>
<dc:subject><rdf:Bag><rdf:li>MARK key</rdf:li></rdf:Bag></dc:subject>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">MARK says</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Elowen MARK</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name="Kit MARK" mwg-rs:Type="Face"/>
</rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
<MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li MPReg:PersonDisplayName="Noor MARK"/></rdf:Bag></MPRI:Regions></MP:RegionInfo>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".replace("MARK", mark).encode()


def iptc(mark=MARK):
    records = (
        (1, 90, b"\x1b%G"),
        (2, 25, mark + " iptc key"),
        (2, 80, mark + " by-line"),
        (2, 90, mark + " city"),
        (2, 120, mark + " caption é"),
    )
    held = [(part, record, text if isinstance(text, bytes) else text.encode()) for part, record, text in records]
    return b"".join(struct.pack(">BBBH", 0x1C, part, record, len(text)) + text for part, record, text in held)


def photoshop(held):
    return b"8BIM\x04\x04\0\0" + struct.pack(">L", len(held)) + held + b"\0" * (len(held) % 2)


def profile(description="sRGB"):
    """A colour profile of this description."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    at = made.find(b"mluc", 128)
    wanted = description.encode("utf-16-be")
    size, where = struct.unpack_from(">LL", made, at + 20)
    assert len(wanted) <= size, "a shorter one"
    made[at + where : at + where + size] = wanted.ljust(size, b"\0")
    return bytes(made)


# ---------------------------------------------------------------- files that carry all of it


def segment(mark, held):
    return struct.pack(">BBH", 0xFF, mark, len(held) + 2) + held


def film():
    return struct.pack(">L4s4sL", 24, b"ftyp", b"mp42", 0) + b"mp42isom" + b"film of " + MARK.encode() * 40


def full_jpeg(*, mark=MARK, tail=b"", picture=None, thumb=None, orientation=6, place=NORTHGATE, taken="2026:11:24 10:15:00", profiled=True):
    """Everything at once; the small picture shows the same scene, where no other is given."""
    base = jpeg(picture)
    small = thumb if thumb is not None else jpeg((picture or scene()).resize((160, 107)))
    blocks = segment(0xE1, b"Exif\0\0" + everything(thumb=small, orientation=orientation, place=place, taken=taken, mark=mark))
    blocks += segment(0xE1, XMP_MARK + xmp(mark)) + segment(0xED, b"Photoshop 3.0\0" + photoshop(iptc(mark)))
    blocks += segment(0xFE, (mark + " in a comment").encode()) + segment(0xEB, b"JP\0\1\0\0\0\1" + b"jumbc2pa" + mark.encode())
    if profiled:
        blocks += segment(0xE2, b"ICC_PROFILE\0\1\1" + profile())
    return base[:2] + blocks + base[2:] + tail


def chunk(name, held):
    return struct.pack(">L", len(held)) + name + held + struct.pack(">L", zlib.crc32(name + held))


def full_png(mark=MARK, tail=b""):
    held = PngImagePlugin.PngInfo()
    held.add_text("Author", mark + " author")
    held.add_text("Comment", mark + " squeezed", zip=True)
    held.add_itxt("Title", mark + " long", zip=True)
    held.add_itxt("XML:com.adobe.xmp", xmp(mark).decode())
    made = saved("PNG", pnginfo=held, icc_profile=profile(), exif=everything(orientation=1, mark=mark))
    raw = ("\niptc\n%8d\n%s\n" % (len(iptc(mark)), photoshop(iptc(mark)).hex())).encode()
    more = chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(raw)) + chunk(b"caBX", b"jumbc2pa" + mark.encode())
    more += chunk(b"tIME", struct.pack(">HBBBBB", 2026, 11, 24, 10, 15, 0)) + chunk(b"prVt", mark.encode())
    return made[:33] + more + made[33:] + tail


def full_webp(mark=MARK, tail=b""):
    return saved("WEBP", exif=everything(orientation=1, mark=mark), xmp=xmp(mark), icc_profile=profile()) + tail


def full_gif(mark=MARK, tail=b""):
    frames = [scene(shift=number * 9).convert("P") for number in range(3)]
    made = saved("GIF", frames[0], save_all=True, append_images=frames[1:], comment=(mark + " in a comment").encode())
    packet = xmp(mark) + b"\1" + bytes(range(255, -1, -1)) + b"\0"
    head = 13 + (3 << (made[10] & 7) + 1 if made[10] & 0x80 else 0)
    return made[:head] + b"\x21\xff\x0bXMP DataXMP" + packet + made[head:] + tail


def full_tiff(mark=MARK, tail=b""):
    picture = scene((90, 60))
    main = {
        256: (3, 90), 257: (3, 60), 258: (3, (8, 8, 8)), 259: (3, 1), 262: (3, 2), 273: (4, 0), 277: (3, 3), 278: (3, 60),
        279: (4, 90 * 60 * 3), 270: (2, mark + " caption"), 315: (2, mark + " artist"), 316: (2, mark + "s-laptop"), 33432: (2, mark),
        700: (1, xmp(mark)), 33723: (7, iptc(mark)), 34675: (7, profile()),
    }  # fmt: skip
    more = {0x9003: (2, "2026:11:24 10:15:00"), 0xA431: (2, "SN-" + mark)}
    main[273] = (4, len(exif(main, more, gps_of(NORTHGATE))))
    return exif(main, more, gps_of(NORTHGATE)) + picture.tobytes() + tail


def full_avif(mark=MARK, tail=b""):
    return saved("AVIF", exif=everything(orientation=1, mark=mark), xmp=xmp(mark), icc_profile=profile()) + tail


def box(kind, held):
    return struct.pack(">L4s", len(held) + 8, kind) + held


def full_heic(mark=MARK, tail=b""):
    """The boxes of a HEIC with EXIF and XMP in them; its dots are none, so that only what reads boxes can read it."""
    notes = (b"\0\0\0\0" + everything(orientation=1, mark=mark), xmp(mark))
    infos = b"".join(
        box(b"infe", struct.pack(">BBBBHH", 2, 0, 0, hidden, number, 0) + kind)
        for number, hidden, kind in (
            (1, 0, b"hvc1\0"),
            (2, 1, b"Exif\0"),
            (3, 1, b"mime\0application/rdf+xml\0"),
            (4, 0, b"hvc1\0"),
            (5, 0, b"hvc1\0"),
        )
    )
    links = box(b"iref", b"\0\0\0\0" + box(b"thmb", struct.pack(">HHH", 4, 1, 1)))

    def meta(at):
        places = b""
        for number, held in zip((2, 3), notes, strict=True):
            places += struct.pack(">HHHLL", number, 0, 1, at, len(held))
            at += len(held)
        held = box(b"pitm", b"\0\0\0\0" + struct.pack(">H", 1)) + box(b"iinf", b"\0\0\0\0" + struct.pack(">H", 5) + infos) + links
        held += box(b"iprp", box(b"ipco", box(b"colr", b"prof" + profile())))
        return box(b"meta", b"\0\0\0\0" + held + box(b"iloc", b"\0\0\0\0\x44\0" + struct.pack(">H", 2) + places))

    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    at = len(head) + len(meta(0)) + 8
    return head + meta(at) + box(b"mdat", b"".join(notes)) + box(b"uuid", C2PA + b"jumb" + mark.encode()) + tail


FULL: dict[str, Callable[..., bytes]] = {
    "jpeg": full_jpeg,
    "png": full_png,
    "webp": full_webp,
    "gif": full_gif,
    "tiff": full_tiff,
    "avif": full_avif,
    "heic": full_heic,
}
