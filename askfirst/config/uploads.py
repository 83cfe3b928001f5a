"""A photo to be checked, a file to lie beside a case, a document of the procedure and an archive of one's own data are held in memory,
to their limit and one byte more; the rest is let go unread.

So the answer can say that it was too large, with the words still in the form, and nobody fills the memory or the disk. Files sent
anywhere else are held as Django holds them.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import IO, Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from askfirst.casework.evidence import LARGEST
from askfirst.guard.child import Busy, unnamed
from askfirst.guard.limits import BY_WIRE
from askfirst.guard.received import Received

__all__ = ["HeldInMemory"]

WHERE = ("/evidence/", "/evidence", "/check/photo/", "/checks/photo", "/check/page/", "/checks/page", "/declare/blog/", "/procedure/bring/")
ARCHIVES = ("/check/archive/", "/checks/archive")
BUSY = {"busy": b"1"}
"""Said of an archive that nothing was held of, since others were being received."""


class HeldInMemory(FileUploadHandler):
    """The first file of such a form, and of the others that they were there. Archives go together: they share the room of one."""

    taking = archive = busy = holds = False
    left = LARGEST + 1
    file: IO[bytes] = BytesIO()

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        META: Mapping[str, Any],  # noqa: N803 -- as Django names it
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Whether this is a form that takes such a file, by its address."""
        path = str(META.get("PATH_INFO", ""))
        self.archive = path.endswith(ARCHIVES)
        self.taking = self.archive or path.endswith(WHERE)
        if self.archive:
            self.left = BY_WIRE + 1

    def new_file(self, *given: Any, **named: Any) -> None:
        """A file begins. Raises StopFutureHandlers where it is for us."""
        super().new_file(*given, **named)
        if self.taking:
            self.file = BytesIO() if not self.archive else self._room()
            raise StopFutureHandlers

    def _room(self) -> IO[bytes]:
        if self.holds:
            return unnamed()
        try:
            held = Received()
            self.holds = True
            return held
        except Busy:
            self.busy, self.left = True, 0
            return BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keeps what there is room for. Whoever comes next gets what is not for us."""
        if not self.taking:
            return raw_data
        self.file.write(raw_data[: self.left])
        self.left -= min(self.left, len(raw_data))
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file as far as it was held; nothing where it is not for us."""
        if not self.taking:
            return None
        size = self.file.tell()
        self.file.seek(0)
        said = BUSY if self.busy else None
        return InMemoryUploadedFile(self.file, self.field_name, self.file_name, self.content_type, size, self.charset, said)
