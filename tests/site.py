"""A web server on this machine, and a door that may reach it under any name: in tests alone."""

import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from askfirst.guard import door
from askfirst.guard.addresses import Opening

__all__ = ["HTML", "answers", "held_by", "site"]

HTML = ("Content-Type", "text/html; charset=utf-8")


@contextmanager
def site(pages):
    """A server on this machine, and a door that may reach it under any name: in tests alone. What was asked of it is kept."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            pages(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    here = Opening(allows=lambda one: one == "127.0.0.1", numbers=lambda host, port: ["127.0.0.1"], ports=frozenset({server.server_port}))
    try:
        yield "http://trips.example:%d" % server.server_port, partial(door.fetch, opening=here), asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answers(status=200, headers=(HTML,), body=b"<p>Hello</p>"):
    def page(handler):
        handler.send_response(status)
        for name, value in headers:
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return page


@contextmanager
def held_by(pages):
    """Sites by "host/path": what each holds, to be changed as the story goes. A door that finds them there, and what was asked of them."""
    asked = []

    def page(handler):
        where = handler.headers["Host"].partition(":")[0] + handler.path
        asked.append(where)
        answers(body=pages[where].encode())(handler) if where in pages else answers(404)(handler)

    with site(page) as (address, fetch, _):
        port = address.rpartition(":")[2]

        def reach(wanted):
            host, _, path = wanted.removeprefix("https://").partition("/")
            return fetch("http://%s:%s/%s" % (host, port, path))

        yield reach, asked
