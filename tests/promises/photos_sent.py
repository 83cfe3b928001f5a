"""A photo with a mark in every note it can hold, and the way it is sent as a browser sends it, for the sweeps."""

import http.client

from tests.guard import photo_files as files

__all__ = ["marked_photo", "photo_sent"]

EDGE = "zanzibar-edge"


def marked_photo(mark: str) -> bytes:
    """A photo with the mark in every note that a file can hold, after its end, and in a small picture of another scene."""
    small = files.jpeg(files.scene(shift=-200).resize((160, 107)), comment=mark.encode())
    return files.full_jpeg(mark=mark, thumb=small, tail=files.film() + mark.encode())


def photo_sent(
    connection: http.client.HTTPConnection, path: str, data: bytes, words: str, token: str = "", cookie: str = "", wanted: int = 200
) -> bytes:
    """A photo sent as a form with a file."""
    fields = {"author": "student", "audience": "public", "words": words, "csrfmiddlewaretoken": token}
    parts = [
        ('--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (EDGE, *one)).encode() for one in fields.items() if one[1]
    ]
    head = '--%s\r\nContent-Disposition: form-data; name="file"; filename="%s.jpg"\r\nContent-Type: image/jpeg\r\n\r\n' % (
        EDGE,
        words.split(maxsplit=1)[0],
    )
    body = b"".join((*parts, head.encode(), data, ("\r\n--%s--\r\n" % EDGE).encode()))
    connection.request("POST", path, body, {"Content-Type": "multipart/form-data; boundary=" + EDGE, "Cookie": cookie})
    answer = connection.getresponse()
    held = answer.read()
    assert answer.status == wanted, (answer.status, held[:300])
    return held
