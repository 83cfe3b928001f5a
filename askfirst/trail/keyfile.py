"""Key files: 32 random bytes each, in the data folder's `keys`, for the server's own user alone. Importing this makes nothing."""

import os
import secrets
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from askfirst.words import Sentence, say

__all__ = ["LENGTH", "MADE", "NoKey", "folder", "key", "make_missing", "put"]

LENGTH = 32
MADE = ("trail.key", "trust.key", "secret.key", "second-step.key", "family.key", "mailbox.key", "register.key")


class NoKey(RuntimeError):
    """A key that is needed is missing or is no key. `sentence` says which file, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def folder() -> Path:
    """Where the keys lie."""
    return Path(settings.ASKFIRST.data) / "keys"


def key(name: str) -> bytes:
    """The key in a file like `trail.key`. Read once and again only when the file is another. Raises NoKey."""
    path = folder() / name
    try:
        now = path.stat()
        return _read(path, now.st_ino, now.st_mtime_ns)
    except FileNotFoundError:
        raise NoKey(say("The key file {file} is missing. Put it back from its copy in the safe, or run set-up.", file=name)) from None
    except OSError as problem:
        raise NoKey(say("The key file {file} cannot be read ({why}). Check who may read it.", file=name, why=problem.strerror)) from None


@lru_cache(maxsize=32)
def _read(path: Path, _inode: int, _changed: int) -> bytes:
    raw = path.read_bytes()
    if len(raw) != LENGTH:
        raise NoKey(say("The key file {file} is not {length} bytes long. Put it back from its copy.", file=path.name, length=LENGTH))
    return raw


def make_missing(folder: Path) -> list[str]:
    """Makes each of the keys that is absent, never touching one that is there; the names of those it made.

    Two servers that start together end with the same keys: whichever puts a file first wins.
    """
    return [name for name in MADE if not (folder / name).exists() and put(folder, name, secrets.token_bytes(LENGTH))]


def put(folder: Path, name: str, raw: bytes) -> bool:
    """Writes one key whole or not at all, and never over another: False where the file was there. Raises NoKey for a wrong length."""
    if len(raw) != LENGTH:
        raise NoKey(say("A key has {length} bytes. Nothing was written.", length=LENGTH))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    fresh = folder / ".{}.{}".format(name, secrets.token_hex(8))
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        try:
            (folder / name).hardlink_to(fresh)
        except FileExistsError:
            return False
    finally:
        fresh.unlink(missing_ok=True)
        _settle(folder)
    return True


def _settle(folder: Path) -> None:
    """The folder's own entry reaches the disk too."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
