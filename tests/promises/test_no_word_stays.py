"""After a check nothing in the process holds the draft's words: no cache, no compiled pattern, no memory of the last one."""

import gc
import re
import secrets

import pytest

from askfirst.advice.answer import answer
from askfirst.advice.asked import draft_from
from askfirst.advice.friends import Link, Listed, Reader, friends_as_json, friends_from, look_at_friends, table_of
from askfirst.advice.photos import about_photo, open_photo, photo_as_json, photo_of_file
from askfirst.advice.photos_asked import photo_from
from askfirst.advice.told import told
from askfirst.checks.draft import Told
from askfirst.procedure.load import the_edition
from askfirst.procedure.trust import load_trust
from tests.guard import photo_files as files


def holding(mark):
    """Every string and all bytes that the process can still reach and that hold the mark. Referents are followed: a dict of strings alone is not itself tracked."""
    seen: set[int] = set()
    found: list[str | bytes] = []
    ahead = gc.get_objects()
    while ahead:
        further = []
        for one in ahead:
            if id(one) in seen:
                continue
            seen.add(id(one))
            if type(one) is str:
                if mark in one.lower():
                    found.append(one)
            elif type(one) is bytes:
                if mark.encode() in one.lower():
                    found.append(one)
            else:
                further += gc.get_referents(one)
        ahead = further
    return found


def look_over(text):
    said = answer(draft_from({"text": text, "author": "staff", "channel": "blog"}, told()), the_edition(readings=False))
    return len(said.findings)


PLANTED: dict[str, str] = {}


def test_the_search_finds_a_planted_word():
    mark = "zzmark" + secrets.token_hex(6)
    assert holding(mark) == []
    PLANTED["last draft"] = "Mr " + mark.title()
    try:
        assert holding(mark) == ["Mr " + mark.title()]
    finally:
        PLANTED.clear()


@pytest.mark.django_db
def test_a_draft_is_gone_when_its_answer_is():
    mark = "zz" + "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(12))
    for who in ("Mrs {}", "{} B in 8Q", "@{}.draws", "{}@home.example"):
        name = who.format(mark.title())
        assert (
            look_over(
                "%s is a lazy, clueless cow. %s got 14%% in her mock. Add me on snap @%s_9 or ring 07700 900455." % (name, name, mark)
            )
            > 1
        )
        del name
    gc.collect()
    own = [value for value in holding(mark) if value != mark]
    assert own == []
    assert [one for one in list(re._cache) if mark in str(one).lower()] == []  # type: ignore[attr-defined]


def test_a_list_of_friends_is_gone_when_its_answer_is():
    mark = "zz" + "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(12))
    people = [Listed("Noor " + mark.title(), Link.STUDENT), Listed("Mrs Ada " + mark.title(), Link.COLLEAGUE)]
    pasted = friends_from({"text": "Noor %s\n%s, Ada\nKit %s · 3 mutual friends\n@kit.%s" % ((mark.title(),) * 4)})
    said = look_at_friends(pasted, the_edition(readings=False), reader=Reader.STAFF, table=table_of(people, family=["Kit " + mark]))
    assert [one.seen.clause for one in said.findings] == ["SNS-6"]
    assert mark in str(friends_as_json(said)).lower()
    assert len(holding(mark)) > 3
    del people, pasted, said
    gc.collect()
    assert [value for value in holding(mark) if value != mark] == []
    assert [one for one in list(re._cache) if mark in str(one).lower()] == []  # type: ignore[attr-defined]


def test_a_photo_is_gone_when_its_answer_is():
    """What its file says, what was typed of it, its clean copy and its small picture: nothing of them outlives the answer."""
    mark = "zz" + "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(12))
    small = files.jpeg(files.scene(shift=-200).resize((160, 107)))
    data = files.full_jpeg(mark=mark, thumb=small)
    asked = photo_from({"author": "staff", "words": "12 Alder Row " + mark, "people": "Noor " + mark.title()})
    looked = open_photo(mark + ".jpg", data, asked)
    photo, draft = photo_of_file(looked, asked, Told(), load_trust().schools)
    said = about_photo(photo, draft, looked, the_edition(readings=False))
    assert looked.copy and looked.small
    assert mark in str(photo_as_json(said)).lower()
    assert len(holding(mark)) > 3
    del data, asked, looked, photo, draft, said
    gc.collect()
    assert [value for value in holding(mark) if value != mark] == []
    assert [one for one in list(re._cache) if mark in str(one).lower()] == []  # type: ignore[attr-defined]
