"""The sweep for archives first shows that it can fail; the sweep itself is in test_no_trace, with every other check."""

import base64
import secrets

import pytest

from tests.promises.archives_sent import marked_archive
from tests.promises.test_no_trace import sweep


@pytest.mark.parametrize("flaw", ["the file", "its name", "a post", "the report"])
def test_the_sweep_would_notice_an_archive_that_is_kept(tmp_path, flaw):
    """The planted flaw: a server that writes down what it is given of an archive, or any part of what it makes of it."""
    mark = "CANARY" + secrets.token_hex(8)
    kept = {
        "the file": marked_archive(mark)[0],
        "its name": ("upload %s.jpg" % mark).encode(),
        "a post": ("[{'text': '%s'}]" % mark).encode("utf-16-le"),
        "the report": base64.b64encode(b"<li>%s</li>" % mark.encode()),
    }[flaw]
    (tmp_path / "held").write_bytes(kept)
    assert [one.name for one in sweep([tmp_path], mark)[0]] == ["held"]
