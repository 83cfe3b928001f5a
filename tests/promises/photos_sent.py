"""A photo with a mark in every note it can hold, and the way it is sent as a browser sends it, for the sweeps."""

import http.client
import subprocess
from pathlib import Path

from tests.guard import photo_files as files

__all__ = ["EDGE", "killed", "marked_photo", "photo_sent", "taken_back"]

EDGE = "zanzibar-edge"
WITH_FILE = "multipart/form-data; boundary=" + EDGE


def marked_photo(mark: str) -> bytes:
    """A photo with the mark in every note that a file can hold, after its end, and in a small picture of another scene."""
    small = files.jpeg(files.scene(shift=-200).resize((160, 107)), comment=mark.encode())
    return files.full_jpeg(mark=mark, thumb=small, tail=files.film() + mark.encode())


def body_of(data: bytes, words: str, token: str = "", *, alone: bool = False) -> bytes:
    """A form with a file, as it is sent; `alone`: without what only the form of a photo asks for."""
    fields = {"author": "student", "csrfmiddlewaretoken": token} | ({} if alone else {"audience": "public", "words": words})
    field, name = '--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n', words.split(maxsplit=1)[0]
    parts = [(field % (EDGE, *one)).encode() for one in fields.items() if one[1]]
    head = '--%s\r\nContent-Disposition: form-data; name="file"; filename="%s.jpg"\r\nContent-Type: image/jpeg\r\n\r\n' % (EDGE, name)
    return b"".join((*parts, head.encode(), data, ("\r\n--%s--\r\n" % EDGE).encode()))


def photo_sent(
    connection: http.client.HTTPConnection,
    path: str,
    data: bytes,
    words: str,
    token: str = "",
    cookie: str = "",
    wanted: int = 200,
    *,
    alone: bool = False,
) -> bytes:
    """A photo sent as a form with a file."""
    connection.request("POST", path, body_of(data, words, token, alone=alone), {"Content-Type": WITH_FILE, "Cookie": cookie})
    answer = connection.getresponse()
    held = answer.read()
    assert answer.status == wanted, (answer.status, held[:300])
    return held


def taken_back(port: int, path: str, data: bytes, words: str, *, alone: bool = False) -> None:
    """Half of a photo is sent, and then whoever sent it goes away."""
    body = body_of(data, words, alone=alone)
    gone = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    gone.putrequest("POST", path)
    gone.putheader("Content-Type", WITH_FILE)
    gone.putheader("Content-Length", str(len(body)))
    gone.endheaders(body[: len(body) // 2])
    gone.close()


def killed(command: list[str], data: bytes, place: Path, environment: dict[str, str]) -> None:
    """A command that is given half of a photo, and is killed while it waits for the rest."""
    with subprocess.Popen(command, cwd=place, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        assert process.stdin is not None
        process.stdin.write(data[: len(data) // 2])
        process.stdin.flush()
        process.kill()
