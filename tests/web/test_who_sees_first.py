"""Every form that opens a case says who can see it before the first thing that is asked (people.md, screens.md)."""

import re

import pytest

from tests.groups import NORTHGATE, official_page
from tests.web.pages import Node, page_of
from tests.web.test_sent_ten_times import OPENS, comes

__all__ = ["comes"]

pytestmark = pytest.mark.django_db

SEES = re.compile(r"\b(can|could|will|then) (see|read)\b|\bsees? (this|it|what)\b|\blooks at your draft\b", re.IGNORECASE)
DOORS = [pytest.param(name, path, id=path) for several in OPENS.values() for name, path, _ in several if path != "/remove/save/"]


def before_the_first_field(page):
    """What is said above the first label, legend or field of the page's own form."""
    said = []

    def read(node):
        for one in node.inside:
            if not isinstance(one, Node):
                said.append(one)
                continue
            field = one.tag in ("label", "legend", "select", "textarea") or (one.tag == "input" and one.attrs.get("type") != "hidden")
            if field or read(one):
                return True
        return False

    found = read(page.one(tag="main"))
    assert found, "nothing is asked"
    return " ".join(" ".join(said).split())


@pytest.mark.parametrize(("name", "path"), DOORS)
def test_who_sees_it_stands_before_the_first_field(comes, at, name, path):
    if path == "/declare/group/":
        official_page(NORTHGATE, "2026-11-24 10:00")
    said = before_the_first_field(page_of(comes(name).get(path)))
    assert SEES.search(said), said


def test_a_form_that_asks_first_would_be_noticed(comes):
    """A page that asks at once, and opens no case: signing in."""
    assert not SEES.search(before_the_first_field(page_of(comes("").get("/sign-in/"))))
