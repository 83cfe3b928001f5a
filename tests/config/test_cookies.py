"""The cookies of production, as a process of its own would set them."""

import json
import os
import subprocess
import sys

ASKED = (
    "SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE SESSION_EXPIRE_AT_BROWSER_CLOSE"
    " CSRF_COOKIE_NAME CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY CSRF_COOKIE_SAMESITE CSRF_TRUSTED_ORIGINS"
).split()
SHOW = "import json; from askfirst.config import settings as s; print(json.dumps([getattr(s, name) for name in %r]))" % (ASKED,)


def test_production_cookies_are_bound_to_host_and_line(tmp_path):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ASKFIRST_", "DJANGO_"))}
    mine = {"ASKFIRST_MODE": "production", "ASKFIRST_HOSTS": "ask.ret.example", "ASKFIRST_ADDRESS": "https://ask.ret.example"}
    run = [sys.executable, "-c", SHOW]
    shown = subprocess.run(run, env={**kept, **mine, "ASKFIRST_DATA": str(tmp_path)}, capture_output=True, text=True, check=True).stdout
    assert json.loads(shown) == [
        *("__Host-session", True, True, "Lax", True),
        *("__Host-csrftoken", True, True, "Strict", ["https://ask.ret.example"]),
    ]
