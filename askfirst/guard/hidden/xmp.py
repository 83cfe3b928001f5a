"""What XMP says: people by name, also those whose faces a program was told of, places, words, and what was done with the picture.

Read as XML without a document type and without entities, so that nothing grows; where it is broken, what stands before the break counts.
"""

import contextlib
import re
from xml.parsers import expat

from askfirst.guard.hidden.exif import place_text
from askfirst.guard.hidden.found import Found

__all__ = ["xmp_facts"]

LARGEST, DEEPEST = 4_000_000, 64
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC, PHOTOSHOP, EXIF_NS = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/exif/1.0/"
BASIC, AUX, CIPA = "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/exif/1.0/aux/", "http://cipa.jp/exif/1.0/"
RIGHTS, MEDIA = "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/mm/"
CORE, EXTENDED = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/"
MICROSOFT, MS_PHOTO = "http://ns.microsoft.com/photo/1.2/t/Region#", "http://ns.microsoft.com/photo/1.0/"
CAMERA, EVENT = "http://ns.google.com/photos/1.0/camera/", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
LIGHTROOM, DIGIKAM = "http://ns.adobe.com/lightroom/1.0/", "http://www.digikam.org/ns/1.0/"

WHAT = {
    (DC, "creator"): "artist", (DC, "contributor"): "artist", (DC, "subject"): "keyword", (DC, "title"): "comment",
    (DC, "description"): "comment", (DC, "rights"): "copyright", (BASIC, "CreatorTool"): "software", (BASIC, "CreateDate"): "taken",
    (BASIC, "ModifyDate"): "changed", (RIGHTS, "Owner"): "owner", (RIGHTS, "UsageTerms"): "copyright",
    (PHOTOSHOP, "City"): "place-name", (PHOTOSHOP, "State"): "place-name", (PHOTOSHOP, "Country"): "place-name",
    (PHOTOSHOP, "Credit"): "artist", (PHOTOSHOP, "CaptionWriter"): "artist", (PHOTOSHOP, "AuthorsPosition"): "artist",
    (PHOTOSHOP, "Headline"): "comment", (PHOTOSHOP, "Instructions"): "comment", (PHOTOSHOP, "Source"): "comment",
    (PHOTOSHOP, "DateCreated"): "taken", (CORE, "Location"): "place-name", (CORE, "CiAdrExtadr"): "comment",
    (CORE, "CiAdrCity"): "place-name",
    (CORE, "CiTelWork"): "comment", (CORE, "CiEmailWork"): "comment", (EXTENDED, "City"): "place-name",
    (EXTENDED, "Sublocation"): "place-name", (EXTENDED, "ProvinceState"): "place-name", (EXTENDED, "CountryName"): "place-name",
    (EXTENDED, "LocationName"): "place-name", (EXTENDED, "PersonInImage"): "person", (EXTENDED, "PersonName"): "person",
    (EXTENDED, "Event"): "comment", (REGIONS, "Name"): "face", (MICROSOFT, "PersonDisplayName"): "face",
    (MICROSOFT, "PersonEmailDigest"): "id", (MS_PHOTO, "LastKeywordXMP"): "keyword", (AUX, "OwnerName"): "owner",
    (AUX, "SerialNumber"): "serial", (AUX, "LensSerialNumber"): "serial", (AUX, "Lens"): "device", (CIPA, "BodySerialNumber"): "serial",
    (CIPA, "LensSerialNumber"): "serial", (CIPA, "CameraOwnerName"): "owner", (EXIF_NS, "DateTimeOriginal"): "taken",
    (EXIF_NS, "UserComment"): "comment", (EXIF_NS, "ImageUniqueID"): "id", (MEDIA, "DocumentID"): "id", (MEDIA, "OriginalDocumentID"): "id",
    (MEDIA, "PreservedFileName"): "file-name", (EVENT, "softwareAgent"): "software", (LIGHTROOM, "hierarchicalSubject"): "keyword",
    (DIGIKAM, "TagsList"): "keyword",
}  # fmt: skip
FILMS = {(CAMERA, "MotionPhoto"), (CAMERA, "MicroVideo")}
NORTH, EAST, FACING = (EXIF_NS, "GPSLatitude"), (EXIF_NS, "GPSLongitude"), (EXIF_NS, "GPSImgDirection")
DEGREES = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])", re.ASCII)

Name = tuple[str, str]


class _Stop(Exception):
    """A document type, an entity, or too deep: nothing an XMP of a camera has."""


class _Reader:
    def __init__(self) -> None:
        self.path: list[Name] = []
        self.held: list[tuple[Name, str]] = []
        self.text: list[str] = []

    def starts(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) >= DEEPEST:
            raise _Stop
        self.ends_text()
        self.path.append(_split(name))
        self.held += [(_split(key), value) for key, value in attributes.items()]

    def ends(self, name: str) -> None:
        self.ends_text()
        self.path.pop()

    def ends_text(self) -> None:
        """Text belongs to the nearest property: a list and its lines are RDF's own."""
        text = "".join(self.text).strip()
        self.text.clear()
        owner = next((one for one in reversed(self.path) if one[0] != RDF), None)
        if text and owner is not None:
            self.held.append((owner, text))

    def stop(self, *given: object) -> None:
        raise _Stop


def _split(name: str) -> Name:
    space, _, local = name.rpartition(" ")
    return space, local


def _degrees(text: str) -> float:
    match = DEGREES.fullmatch(text)
    if match is None:
        return float("nan")
    whole = int(match[1]) + float(match[2]) / 60 + float(match[3] or 0) / 3600
    return -whole if match[4] in "SW" else whole


def xmp_facts(data: bytes, found: Found) -> None:
    """Adds what the packet says."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.starts, reader.ends
    parser.CharacterDataHandler = reader.text.append
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.stop
    with contextlib.suppress(_Stop, expat.ExpatError, UnicodeError):
        parser.Parse(data[:LARGEST].strip(b"\0 \r\n\t"), True)
    found.count("xmp", max(1, sum(1 for (space, _), _ in reader.held if space not in ("", RDF))))
    held = dict(reader.held)
    for name, text in reader.held:
        if name in WHAT:
            found.add("xmp", WHAT[name], text)
        elif name in FILMS and text == "1":
            found.add("xmp", "film", "yes")
    if NORTH in held and EAST in held:
        found.add("xmp", "place", place_text(_degrees(held[NORTH]), _degrees(held[EAST])))
    if FACING in held:
        found.add("xmp", "direction", _number(held[FACING]))


def _number(text: str) -> str:
    above, _, below = text.partition("/")
    if not (above.isdecimal() and (below or "1").isdecimal()) or not int(below or "1"):
        return ""
    facing = int(above) / int(below or "1")
    return "%.0f" % facing if facing <= 360 else ""
