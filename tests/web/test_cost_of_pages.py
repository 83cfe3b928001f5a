"""A page asks the database as many questions where there is much to show as where there is little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.access import deeds
from tests.clock import london
from tests.web.pages import page_of

NOW = london("2026-11-25 10:00")
EVERY_KIND = (
    deeds.logs("harrow", ["northgate"]),
    deeds.tells("harrow", "declaration"),
    deeds.keeps_out("harrow", {}),
    deeds.registers("harrow"),
)


def brings(times):
    for number in range(times):
        for do in EVERY_KIND:
            do("the zanzibar trip %d" % number, NOW)


def cost_of(browser, path):
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        page = page_of(browser.get(path))
    return len(asked), len(str(page.text))


@pytest.mark.parametrize("path", ["/me/", "/me/record/", "/events/"])
def test_ten_of_each_cost_what_two_cost(signed_in, path):
    harrow = signed_in("harrow")
    brings(2)
    few, short = cost_of(harrow, path)
    brings(8)
    many, long = cost_of(harrow, path)
    assert long > short
    assert many <= few + 2
