"""Files that hold other files are refused in one sentence, by their first bytes and never by their name. Nothing is unpacked.

A document of an office program is such a file too: a picture or a PDF of it says the same and hides nothing.
"""

__all__ = ["packed"]

FIRST = (
    b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd", b"MSCF", b"\x04\x22\x4d\x18",
)  # fmt: skip
TAR_AT, TAR = 257, b"ustar"


def packed(data: bytes) -> bool:
    """Whether these bytes begin as an archive does. Looks at the first 262 bytes alone."""
    return data.startswith(FIRST) or data[TAR_AT : TAR_AT + len(TAR)] == TAR
