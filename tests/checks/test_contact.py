"""Ways for a stranger to reach a person, however they are written; and what everybody may know: offices, helplines, shops, credits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Brand, Draft, Told
from askfirst.checks.finding import Level
from askfirst.checks.text.words.spoken_digits import runs

# Northgate as its pages have it.
TOLD = Told(
    trust="Ridgeway Education Trust",
    brands=(Brand("Northgate School"), Brand("Northgate", ambiguous=True)),
    published_phones=frozenset({"01632960110"}),
    published_domains=frozenset({"northgate.example"}),
)


def contacts(text, author=Author.STUDENT):
    seen, missed = look_over(Draft(text, author, told=TOLD))
    assert missed == []
    return [text[one.start : one.end] for one in seen if one.kind == "contact"]


PHONES = [
    ("Ring me on 07700 900123!", "07700 900123"),
    ("its oh double seven double oh, nine hundred, four five one ok", "oh double seven double oh, nine hundred, four five one"),
    ("nought seven seven nought nought nine nought nought triple four", "nought seven seven nought nought nine nought nought triple four"),
    ("zero seven seven hundred nine hundred twenty two six call", "zero seven seven hundred nine hundred twenty two six"),
    ("call us on o7seven00 9double0 22 six when ur outside", "o7seven00 9double0 22 six"),
    ("hmu O77OO 9OO 911 not the 999 kind", "O77OO 9OO 911"),
    ("my number is 07700 then 900 then 500 plus 83 good luck", "07700 then 900 then 500 plus 83"),
    ("my number starts 07700 900 and ends in 321", "07700 900 and ends in 321"),
    ("first bit 07700, second bit 900 then third bit 456 done", "07700, second bit 900 then third bit 456"),
    ("ok\n07700\n900\n742\nthats the sim", "07700\n900\n742"),
    ("0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣6️⃣6️⃣1️⃣ slide in", "0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣6️⃣6️⃣1️⃣"),
    ("text ０７７００ ９００５６７ now", "０７７００ ９００５６７"),
    ("٠٧٧٠٠ ٩٠٠ ١٢٣ call", "٠٧٧٠٠ ٩٠٠ ١٢٣"),
    ("her mum's number is (07700) 900-836", "(07700) 900-836"),
    ("+44 7700 900456 works from abroad", "+44 7700 900456"),
    ("0044 7700 900 456 too", "0044 7700 900 456"),
    ("07.700.900.456 if you need me", "07.700.900.456"),
    ("321 009 00770 read it backwards", "321 009 00770"),
    ("ring us on 960417, we're always in", "960417"),
    ("zerosevensevenzerozero 900 555 call me", "zerosevensevenzerozero 900 555"),
    ("School office is 01632 960110. My mobile is 07700 900 555.", "07700 900 555"),
    ("if found ring us at home on 01632 960 417 any hour", "01632 960 417"),
]
MAILS = [
    ("email k.lis17@home.example for the notes", "k.lis17@home.example"),
    ("Reach me: g dot fairlie at example dot org. Buyer collects.", "g dot fairlie at example dot org"),
    ("nailz.by.destiny [at] example (dot) com", "nailz.by.destiny [at] example (dot) com"),
    ("📩 d e s t i n y d r a w s @ example . com", "d e s t i n y d r a w s @ example . com"),
    ("✉️ h . price 🐒 example 📍 org", "h . price 🐒 example 📍 org"),
    ("send to deniz.aу@exаmple.org please", "deniz.aу@exаmple.org"),
    ("send it to liam underscore b at example dot co dot uk thanks", "liam underscore b at example dot co dot uk"),
    ("ameliaATexampleDOTcom", "ameliaATexampleDOTcom"),
    ("mk.harrow@northgate.example is her work email, spam it", "mk.harrow@northgate.example"),
    ("write to amelia+art@home.example!", "amelia+art@home.example"),
]
HANDLES = [
    ("add me on snap @milo.the.menace my insta got locked", "@milo.the.menace"),
    ("they can reach me any time on telegram @zoe_paints_late", "@zoe_paints_late"),
    ("hit me up on discord liam#4471", "liam#4471"),
    ("my insta's full so find me on saltmarsh.rory, thats the snap one", "saltmarsh.rory"),
    ("join here https://discord.example/invite/yak7788 its just y9 history", "https://discord.example/invite/yak7788"),
    ("add my brother on snap, its liam_b_08", "liam_b_08"),
    ("ameliaxx_09 on snap, add me", "ameliaxx_09"),
    ("dms open @nadia.xo", "@nadia.xo"),
    ("join https://chat.whatsapp.com/HtGx12abCdE everyone", "https://chat.whatsapp.com/HtGx12abCdE"),
    ("discord.gg/abc123 get in", "discord.gg/abc123"),
    ("my switch friend code SW-1234-5678-9012", "SW-1234-5678-9012"),
]
HOMES = [
    ("Come for scones: 14 Tannery Lane, Ridgeway ZZ99 3VZ. Dogs fine.", "14 Tannery Lane, Ridgeway ZZ99 3VZ"),
    ("my front room: Flat 3, 9 Orchard Rise, Ridgeway, ZZ99 8QX. Ring first", "Flat 3, 9 Orchard Rise, Ridgeway, ZZ99 8QX"),
    ("Bring the cot round: second house on Mill Bank, Z Z 9 9 then 6 R T", "second house on Mill Bank, Z Z 9 9 then 6 R T"),
    ("she lives in the bungalow with the gnomes on Hazel Way", "the bungalow with the gnomes on Hazel Way"),
    ("orchard rise right, past the post box, number 22 blue door, walk in", "number 22 blue door"),
    ("house party 19 kestrel close sat 8pm", "19 kestrel close"),
    ("post it to 5 The Paddocks, Ridgeway ZZ99 1AB", "5 The Paddocks, Ridgeway ZZ99 1AB"),
    ("He's at Rose Cottage, Mill Lane if you want him", "Rose Cottage, Mill Lane"),
    ("party at mine sat, zz99 4qt, bring crisps", "zz99 4qt"),
    ("postcode's zed zed double nine, three V Z", "zed zed double nine, three V Z"),
    ("we are at GIR 0AA, come over", "GIR 0AA"),  # one figure only
]


@pytest.mark.parametrize(("text", "span"), [*PHONES, *MAILS, *HANDLES, *HOMES])
def test_a_patient_reader_could_rebuild_it_so_it_is_marked(text, span):
    assert contacts(text) == [span]


@pytest.mark.parametrize(
    "text",
    [
        "Childline is 0800 1111 and Samaritans are on 116 123",
        "ring 101, or 999 if it is urgent, or NHS 111",
        "Education Support, 08000 562 561, free, day or night",
        "text SHOUT to 85258",
        "Call the school office on 01632 960 333 before nine",
        "Reception open 08:30-16:00, 01632 960 110",
        "ring the absence line 01632 960100 option 2 before 8.30",
        "The hall's booking line is 01632 960555",
        "01632 960 222 is the surgery, ring first thing",
        "parcel ref 07700 900 123",
        "my parcel 07700900881234567 says with courier",
        "Ticket 01632-9601-22 is still open",
        "ISBN 978-0-19-844789-3 and 8435232827",
        "77 00 9 00 = our team's shirt numbers",
        "code thats working: 0770-0900-BLOX-2026 go",
        "sound 0770-0900 (sped up)",
        "07 tbsp syrup, 180C 25 mins, 250g oats, 125 butter, 125 sugar",
        "darts final 501-0 in 18, 121 checkout, 07:00 start",
        "Error 0x00709 still, day 90, row 0.",
        "Northgate 21-17, 18-22, 20-19, lotto 7 12 23 34 45 49",
        "queries to office@northgate.example please",
        "email admissions@northgate.example or tickets@theatre.example",
        "look at example.com",
        "amazing shots by @countyathleticsphotos today, go give them a follow",
        "tagging @chiara.rossi_07 cos she won the bake off",
        "message @northgateschool for tickets",
        "my snap is broken, add me on snap please",
        "im at the bus stop by the big tesco come find me",
        "I live near Mill Lane, by the park",
        "The library, 14 High Street, closes at 5",
        "Northgate School, 1 School Lane, Ridgeway ZZ99 1AA",
        "10 Downing Street again",
        "we won 3 in a row, a 5 minute walk down the road",
        "the first house we visited in Tudor Lane",
        "ZZ99 4QT is the leisure centre",
        "Mocks are in B207 not B702, yr10 1st place",
    ],
)
def test_what_everybody_may_know_is_left_alone(text):
    assert contacts(text) == []


def test_northgates_own_number_is_left_alone_however_it_is_written():
    assert contacts("Ring 01632 960 110 now") == []
    assert contacts("Ring 01632 960 111 now") == ["01632 960 111"]


def test_it_cites_the_clause_and_is_a_tip():
    seen, _ = look_over(Draft("Ring me on 07700 900123!", Author.STAFF))
    (found,) = [one for one in seen if one.kind == "contact"]
    assert (found.clause, found.also, found.level, str(found.fix)) == ("SNS-3", ("SNS-1",), Level.TIP, "[number removed]")


WORDS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DISGUISES = {
    "as it is": lambda digits: digits,
    "spaced": " ".join,
    "dashed": "-".join,
    "in words": lambda digits: " ".join(WORDS[int(d)] for d in digits),
    "mixed": lambda digits: " ".join(WORDS[int(d)] if n % 2 else d for n, d in enumerate(digits)),
    "full width": lambda digits: "".join(chr(ord("０") + int(d)) for d in digits),
    "letters": lambda digits: digits.replace("0", "O"),
    "lines": lambda digits: digits[:5] + "\n" + digits[5:8] + "\n" + digits[8:],
    "keycaps": lambda digits: "".join(d + "\ufe0f\u20e3" for d in digits),
}


@given(st.integers(0, 999), st.sampled_from(sorted(DISGUISES)))
def test_no_disguise_hides_a_mobile_number(last, disguise):
    shown = DISGUISES[disguise]("07700900%03d" % last)
    assert contacts("text me " + shown + " ok") == [shown]


@given(st.text(alphabet="9876543210 ol.dubetwon-,", max_size=200))
def test_runs_stand_in_order_and_give_only_digits(text):
    end = 0
    for run in runs(text):
        assert end <= run.start < run.end <= len(text)
        assert run.digits.isdigit()
        end = run.end


def test_without_the_checks_nothing_is_marked_so_the_tables_can_fail():
    seen, _ = look_over(Draft("Ring me on 07700 900123!", Author.STUDENT), checks=())
    assert seen == []
