"""An archive with a mark in all it holds, and the ways it is sent, for the sweeps."""

import http.client
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.guard import archive_files as archives
from tests.promises.photos_sent import EDGE, killed, photo_sent, taken_back
from tests.proved import PROVED

__all__ = ["ARCHIVES", "archives_looked_at", "marked_archive"]

ARCHIVES = 20 if PROVED else 3  # by page and by API, each in every form


def marked_archive(mark: str) -> tuple[bytes, bytes]:
    """An archive with the mark in every post, in names of files and in messages, packed so that a search finds it; and a file of no form."""
    posts = [("2026-11-%02d 06:31" % day, "%s at the canal path, 6.15" % mark) for day in range(1, 29)]
    posts += [("2026-10-06 06:31", "Car is EF21 KLM %s" % mark), ("2026-10-07 06:31", "EF21 KLM, my car %s" % mark)]
    held = archives.tweets(posts) | {
        "data/direct-messages.js": mark.encode(), "data/direct-messages-group.js": mark.encode(), "data/%s.txt" % mark: mark.encode(),
    }  # fmt: skip
    return archives.packed(held, method=zipfile.ZIP_STORED), archives.packed({mark + ".txt": mark.encode()}, method=zipfile.ZIP_STORED)


def beside(data: bytes) -> bytes:
    """A second archive in the same form."""
    head = '\r\n--%s\r\nContent-Disposition: form-data; name="file"; filename="b.zip"\r\nContent-Type: application/zip\r\n\r\n' % EDGE
    return head.encode() + data


def archives_looked_at(
    connection: http.client.HTTPConnection, port: int, mark: str, form: tuple[str, str], place: Path, environment: dict[str, str]
) -> None:
    """Archives that are told about, in a wrong form, cut short, taken back on the way, or whose looking is killed; by every door."""
    data, wrong = marked_archive(mark)
    page, api = "/check/archive/", "/api/v1/checks/archive"
    for _ in range(ARCHIVES):
        shown = photo_sent(connection, page, data, mark, *form, alone=True)
        assert mark.encode() in shown and b"Save the report" in shown and b"2 message files were not opened." in shown
        assert mark.encode() in photo_sent(connection, api, data, mark, alone=True)
        joined = photo_sent(connection, page, data + beside(data), mark, *form, alone=True)
        assert mark.encode() in joined and b"4 message files were not opened." in joined
        assert mark.encode() in photo_sent(connection, api, data + beside(data), mark, alone=True)
        for bad, why in ((wrong, b"We do not know this kind of file"), (data[: len(data) // 2], b"cut short or broken")):
            assert why in photo_sent(connection, page, bad, mark, *form, 400, alone=True)
            assert why in photo_sent(connection, api, bad, mark, wanted=400, alone=True)
        taken_back(port, api, data, mark, alone=True)
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "archive", "-"]
    for given, code in ((data, 1), (data[: len(data) // 2], 2)):
        done = subprocess.run(command, input=given, cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
    killed(command, data, place, environment)
