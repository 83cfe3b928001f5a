"""What the Trust tells about itself: names, schools, whom to ring; and how a file that is not whole is refused."""

import re
from pathlib import Path

import pytest
import yaml

from askfirst.procedure.here import SHIPPED
from askfirst.procedure.page import BadPack
from askfirst.procedure.trust import load_trust, read_trust

CAST = Path(__file__).parents[3] / "shared" / "scenarios" / "cast.yaml"
FILE = (SHIPPED / "trust.toml").read_text(encoding="utf-8")


def test_the_trust_is_the_casts():
    if not CAST.exists():
        pytest.skip("the reference folder is not beside this checkout: cast.yaml")
    cast = yaml.safe_load(CAST.read_text(encoding="utf-8"))
    leads = {one["school"]: one["name"] for one in cast["people"] if "dsl" in one["roles"]}
    trust = load_trust()
    assert trust.name == cast["trust"]["name"]
    assert [(one.term, one.ambiguous) for one in trust.brands] == [(one["term"], one["ambiguous"]) for one in cast["trust"]["brand_terms"]]
    assert (trust.duty_phone, trust.duty_email) == (cast["trust"]["duty_contact"]["phone"], cast["trust"]["duty_contact"]["email"])
    assert [trust.data_protection_officer] == [one["name"] for one in cast["people"] if "dpo" in one["roles"]]
    assert [(one.id, one.name, one.phase, one.phone, one.domain, one.student_word, one.safeguarding_lead) for one in trust.schools] == [
        (one["id"], one["name"], one["phase"], one["phone"], one["domain"], one["student_word"], leads[one["id"]])
        for one in cast["schools"]
    ]


def test_everything_to_ring_write_or_open_is_invented():
    trust = load_trust()
    assert all(re.fullmatch(r"01632 960\d{3}", phone) for phone in [trust.duty_phone, *(one.phone for one in trust.schools)])
    assert all(one.acceptable_use.startswith("https://" + one.domain + "/") for one in trust.schools)
    assert all(name.endswith(".example") for name in [trust.duty_email, trust.domain, *(one.domain for one in trust.schools)])
    elsewhere = (trust.register_of_interests, trust.secondary_employment)
    assert all(link.startswith("https://%s/" % trust.domain) for link in elsewhere)
    assert trust.disclaimer == "These are my personal views and not those of Ridgeway Education Trust."


def line(words):
    return FILE[: FILE.index(words)].count("\n") + 1


BAD = {
    "a school twice": (
        'id = "eastfield"',
        'id = "northgate"',
        line('id = "eastfield"'),
        "northgate stands twice. Give each school its own id.",
    ),
    "no phone": ('phone = "01632 960120"\n', "", line('id = "eastfield"'), "The field phone is missing. Add it."),
    "unknown field": (
        "duty_phone",
        "duty_fax",
        line("duty_phone"),
        "We do not know the field duty_fax. Take it out, or check its spelling.",
    ),
    "a flag in quotes": (
        "ambiguous = false",
        'ambiguous = "no"',
        line("[[brands]]"),
        "The field ambiguous is of the wrong kind. Write it as the other packs do.",
    ),
    "not TOML": ('"ridgeway"', '"ridgeway', line('"ridgeway"'), "This is not TOML. Look at quotes and brackets here."),
}


@pytest.mark.parametrize(("old", "new", "at", "says"), BAD.values(), ids=BAD)
def test_a_file_that_is_not_whole_is_refused_and_mended_it_loads(tmp_path, old, new, at, says):
    path = tmp_path / "trust.toml"
    path.write_text(FILE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadPack) as refused:
        read_trust(path)
    assert str(refused.value) == "trust.toml:%d: %s" % (at, says)
    path.write_text(FILE, encoding="utf-8")
    assert read_trust(path) == load_trust()
