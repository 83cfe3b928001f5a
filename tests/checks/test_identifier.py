"""Numbers and dates that single a person out in records; and ages, birthdays, rooms and papers that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft
from askfirst.checks.finding import Level


def identifiers(text, author=Author.STUDENT):
    seen, missed = look_over(Draft(text, author))
    assert missed == []
    return [text[one.start : one.end] for one in seen if one.kind == "identifier"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("why does my slip say UPN T801400019012 lol", ["T801400019012"]),
        ("missing from the census file: P820432118031 and N801200016123", ["P820432118031", "N801200016123"]),
        ("please pay into 20-00-00, 12345678 by Friday", ["20-00-00", "12345678"]),
        ("Payroll wants it again: NI QQ 12 34 56 C. Third time!", ["QQ 12 34 56 C"]),
        ("my national insurance is q q 1 2 3 4 5 6 a", ["q q 1 2 3 4 5 6 a"]),
        ("QQ one two three four five six C is my national insurance", ["QQ one two three four five six C"]),
        ("nurse said my nhs number its 999 012 3454 ok", ["999 012 3454"]),
        ("nhs num: nine nine nine, oh one two, three four five four", ["nine nine nine, oh one two, three four five four"]),
        ("To the owner of the grey Qashqai WX99 KLD, move it", ["WX99 KLD"]),
        ("taxi was white skoda ВХ99 РLО if i go missing", ["ВХ99 РLО"]),
        ("white van reg wx99 abc parked on the zigzags", ["wx99 abc"]),
        ("blue corsa, reg is wx ninety nine abc", ["wx ninety nine abc"]),
        ("W X 99 then A B C, black van by the bus stop", ["W X 99 then A B C"]),
        ("my admission no is 008213 and the machine calls me guest", ["008213"]),
        ("staff no 40417, claim went in on the 3rd", ["40417"]),
        ("candidate number is four four seven one", ["four four seven one"]),
        ("anyone know what my candidate number is, i think 4471", ["4471"]),
        ("Payroll know me only as EFA-20931. I am more than a number.", ["EFA-20931"]),
        ("i'm candidate 4112 and i lost my calculator", ["4112"]),
        ("4471 is my candidate number", ["4471"]),
        ("born 14/03/2011 and still can't tie her laces", ["14/03/2011"]),
        ("form: NI no. QQ 77 88 99 D d.o.b. 21-Sep-1991 anything else?", ["QQ 77 88 99 D", "21-Sep-1991"]),
        ("her date of birth is the ninth of May two thousand and twelve so no", ["the ninth of May two thousand and twelve"]),
        ("d.o.b fourth of the fifth two thousand and nine", ["fourth of the fifth two thousand and nine"]),
        ("date of birth fourteen three eleven", ["fourteen three eleven"]),
        ("Tilly Marsh (12.2.18) needs her jab letter", ["12.2.18"]),
        ("March 14th, 2011 was the day i was born", ["March 14th, 2011"]),
        ("birthday: 2011-03-14", ["2011-03-14"]),
        ("i turn sixteen on november 5th and i want a drum kit", ["sixteen on november 5th"]),
        ("my birthday is 4th may and i'll be 16", ["4th may and i'll be 16"]),
    ],
)
def test_the_value_is_marked_and_nothing_more(text, spans):
    assert identifiers(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "its my birthdayyyyy 16 today",
        "my birthday is 4 May",
        "born in 2010 gang where u at",
        "The bank holiday is 4 May",
        "my birthday party is 14/03/2027",
        "The exam is on 14/05/2026 and term starts 03.09.2026",
        "Sports Day (12.2.18) was wet",
        "Photo: Castle Hill (12.2.18)",
        "the poet was born 23 April 1964",
        "12 on the team, 16 days until 4 May",
        "our centre number is 51234",
        "the 4471 to town was late",
        "student numbers are up 120 pupils",
        "candidate number goes top right",
        "class 10B2 in room B12, paper 8300",
        "my dream plate is WX99 KLD",
        "use code AB12 CDE for ten percent off",
        "M25 4 hours, A level 2nd go, CR7",
        "registration is 0845",
        "ISBN 8435232827 has gone",
        "NHS waiting list 7600000",
        "passport photos cost 1250",
        "parcel A123456789012 is late",
    ],
)
def test_what_points_at_nobody_is_left_alone(text):
    assert identifiers(text) == []


def test_it_cites_the_clause_and_is_worth_changing():
    seen, _ = look_over(Draft("my admission no is 008213", Author.STUDENT))
    (found,) = [one for one in seen if one.kind == "identifier"]
    assert (found.clause, found.also, found.level) == ("PRI-4", ("SNS-1",), Level.WORTH)


MONTHS = "January February March April May June July August September October November December".split()
FORMS = (
    lambda d, m, y: "%02d/%02d/%d" % (d, m, y),
    lambda d, m, y: "%d.%d.%02d" % (d, m, y % 100),
    lambda d, m, y: "%d-%02d-%02d" % (y, m, d),
    lambda d, m, y: "%d %s %d" % (d, MONTHS[m - 1], y),
    lambda d, m, y: "%s %d, %d" % (MONTHS[m - 1], d, y),
    lambda d, m, y: "%d-%s-%d" % (d, MONTHS[m - 1][:3], y),
)


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1950, 2020), st.sampled_from(FORMS))
def test_a_date_of_birth_is_seen_in_every_form(day, month, year, form):
    shown = form(day, month, year)
    assert identifiers("DOB " + shown + " ok") == [shown]
    assert identifiers("the trip was on " + shown + " ok") == []
