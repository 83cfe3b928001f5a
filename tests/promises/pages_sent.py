"""A page and a blog with a mark in every place that they can hold, sent by every door, for the sweeps."""

import http.client
import json
import subprocess
import sys
from pathlib import Path

from tests.guard.page_files import NOTE, page, wxr
from tests.promises.photos_sent import EDGE, WITH_FILE

__all__ = ["marked_page", "pages_looked_at"]

PATH, API = "/check/page/", "/api/v1/checks/page"
PAGES = 8


def marked_page(mark: str) -> bytes:
    """Seen, hidden, in its title, its description, a comment, behind a picture, in an address, and in what it was saved from."""
    return page(
        "<p>%s Text me on 07700 900455.</p><p hidden>%s</p><!-- %s --><img src='%s.png' alt='%s'><a href='https://%s.example/'>x</a><p style='%s'>%s</p>"
        % (mark, mark, mark, mark, mark, mark, "opacity:0", NOTE + mark),
        head="<meta name=description content='%s'><!-- saved from url=(0020)https://%s.example/ -->" % (mark, mark),
        title=mark,
    )


def sent(
    connection: http.client.HTTPConnection, path: str, data: bytes, mark: str, token: str = "", cookie: str = "", wanted: int = 200
) -> bytes:
    fields = {"author": "staff", "address": mark + ".example", "csrfmiddlewaretoken": token}
    part = '--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    head = '--%s\r\nContent-Disposition: form-data; name="file"; filename="%s.html"\r\nContent-Type: text/html\r\n\r\n' % (EDGE, mark)
    parts = [(part % (EDGE, *one)).encode() for one in fields.items() if one[1]]
    body = b"".join((*parts, head.encode(), data, ("\r\n--%s--\r\n" % EDGE).encode()))
    connection.request("POST", path, body, {"Content-Type": WITH_FILE, "Cookie": cookie})
    answer = connection.getresponse()
    held = answer.read()
    assert answer.status == wanted, (answer.status, held[:300])
    return held


def pages_looked_at(
    connection: http.client.HTTPConnection, mark: str, token: str, cookie: str, place: Path, environment: dict[str, str]
) -> None:
    """Pages and blogs that are told about, or refused, by page, API and command line."""
    connection.close()  # the server does not wait while a command runs; it opens again by itself
    data, blog = marked_page(mark), wxr("publish|post||%s|<p>%s Text me on 07700 900455.</p>" % (mark, mark))
    for number in range(PAGES):
        assert mark.encode() in sent(connection, PATH, data, mark, token, cookie)
        assert mark.encode() in sent(connection, API, data, mark)
        assert mark.encode() in sent(connection, PATH, blog, mark, token, cookie)
        assert b"SNS-3" in sent(connection, API, blog, mark)
        assert b"not a web page" in sent(connection, PATH, mark.encode(), mark, token, cookie, 400)
        assert b"other files" in sent(connection, API, b"PK\x03\x04" + data, mark, wanted=400)
        pasted = json.dumps({"html": data.decode() + str(number), "author": "staff"})
        connection.request("POST", API, pasted, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert (answer.status, mark.encode() in answer.read()) == (200, True)
    command = [str(Path(sys.executable).with_name("askfirst")), "check", "page", "-", "--address", mark + ".example"]
    for given, code in ((data, 1), (blog, 1), (mark.encode(), 2)):
        done = subprocess.run(command, input=given, cwd=place, env=environment, capture_output=True, check=False)
        assert done.returncode == code, done.stderr
    connection.close()
