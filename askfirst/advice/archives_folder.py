"""An archive that somebody has unpacked into a folder already: the files that would be opened go into a zip in memory, and no others.

Links are not followed, and a file of messages is known by its path and not opened.
"""

import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from askfirst.checks.archives.services import PAGES, WANTED
from askfirst.guard.archives.messages import holds_messages
from askfirst.guard.child import unnamed
from askfirst.guard.limits import MEMBERS

__all__ = ["packed_folder"]


def packed_folder(folder: Path) -> tuple[IO[bytes], int]:
    """The zip, and how many files of messages were left out. Raises OSError."""
    wanted, pages = re.compile(WANTED, re.IGNORECASE), re.compile(PAGES, re.IGNORECASE)
    held, messages = unnamed(), 0
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as packed:
        for count, path in enumerate(_files(folder)):
            name = path.relative_to(folder).as_posix()
            if count >= MEMBERS:
                break
            if holds_messages(name):
                messages += 1
            elif wanted.search(name):
                packed.write(path, name)
            elif pages.search(name):
                packed.writestr(name, b"")
    return held, messages


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(place) / name
            if path.is_file() and not path.is_symlink():
                yield path
