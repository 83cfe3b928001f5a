"""What a first visit sends, in bytes: the page and all it loads, gzipped. Promise: at most 60 kB for any first page."""

import gzip
import json
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askfirst.config.settings")
os.environ["ASKFIRST_HASHED_STATIC"] = "no"

import django
from django.contrib.staticfiles import finders
from django.test import Client

MOST = 60_000
PAGES = ("/", "/?as=student", "/check/", "/procedure/", "/do-i-need-to/", "/get-help/")
LOADED = re.compile(r'(?:<link[^>]+href|<script[^>]+src|<img[^>]+src)="/static/([^"]+)"')


def sent(name: str) -> int:
    """Bytes of one static file, gzipped. Raises FileNotFoundError where a page names what is not there."""
    path = finders.find(name)
    if not isinstance(path, str):
        raise FileNotFoundError(name)
    return len(gzip.compress(Path(path).read_bytes(), 9))


def main() -> None:
    """One line a page; a page that is not there yet says so."""
    django.setup()
    client = Client(HTTP_HOST="localhost")
    for page in PAGES:
        answer = client.get(page)
        if answer.status_code != 200:
            row = {"bench": "page weight: " + page, "bytes": None, "most": MOST, "holds": False}
        else:
            names = LOADED.findall(answer.content.decode())
            weight = len(gzip.compress(answer.content, 9)) + sum(sent(name) for name in names)
            row = {
                "bench": "page weight: " + page,
                "bytes": weight,
                "html": len(answer.content),
                "files": len(names),
                "most": MOST,
                "holds": weight <= MOST,
            }
        print(json.dumps(row) if "--json" in sys.argv else "{bench:32} {bytes} bytes gzipped (at most {most})   {holds}".format(**row))


if __name__ == "__main__":
    main()
