"""What is not published and what is somebody's own life, in sentences written before the rules (S02, S09); what anybody may say is left alone."""

from pathlib import Path

import pytest

from askfirst.checks.catalogue import look_over
from askfirst.checks.draft import Author, Draft, Told
from askfirst.checks.text.people.roll import read_roll

SAID = Path(__file__).parents[2] / "bench" / "said"
TOLD = Told(roll=read_roll((SAID / "roll.csv").read_text(encoding="utf-8").splitlines()))
# Each list, and the least shares of what is not published and of private life that are met. For the last nothing was mended.
LISTS = {"unpublished": (0.75, 0.8), "unpublished_again": (0.9, 0.9), "unpublished_third": (0.85, 0.9), "unpublished_fourth": (0.2, 0.0)}
KINDS = {"confidential", "private-life"}

PROUD = (
    "finally came out to my parents and they hugged me. im gay and im happy",
    "so i came out as trans at school today and everyone was so nice",
    "told my mum im bi and she made me a cake lol best mum",
    "i told my nan i'm a lesbian, she said about time love",
    "Recently came out as gay. Best week of my life.",
)

INNER = (
    "SLT have decided that Year 9 will no longer be taught German.",
    "The back gate is 9090#",
    "Kit is being assessed for dyslexia.",
    "The catering firm's contract will not be renewed.",
    "Two teaching assistants are to go at Easter.",
    "The nursery is closing in July.",
    "Ms Averill has handed in her notice.",
    "There is a hole of sixty thousand in the budget.",
    "Our counsellor is not being replaced.",
    "We will have an unannounced visit on Thursday.",
)
OPEN = (
    "The governors have decided to meet on Thursdays, as the website says.",
    "The head has decided to dye his hair for charity, with cake.",
    "My kit is being assessed for mud.",
    "kit is on the waiting list at the sports shop, all thirty shirts",
    "The library closes at four on Fridays.",
    "The pool is closing in July, as the letter home says.",
    "My pay is never going to be cut by magic.",
    "We had a contract signed for the tour bus.",
    "Two teachers will go to Spain with the choir.",
)
LIVES = (
    "my brother got stabbed and he's in icu",
    "luca's nan died this morning so he wont be in",
    "kit told us he takes tablets for anxiety",
    "my cousin's been cheating on her husband since june",
    "Tobias had a breakdown after the split",
    "my sister is pregnant and nobody knows",
    "freya's brother is in prison",
    "her mum has cancer",
    "our house is empty till sunday",
    "My neighbour was arrested last night.",
)
NO_LIVES = (
    "my gran died on sunday and the house is so quiet",
    "i overdosed on haribo",
    "we got hammered on saturday, 6-0",
    "his wife has moved out of the shop, ring for an appointment",
    "my friend has stopped eating meat",
    "We separated the recycling from the rest.",
    "The hero is in prison until act four",
    "The drum kit is on the pill box",
    "everyone is splitting up into groups",
    "My sister has a new puppy",
    "We lost the match and my voice",
    "Pregnant pause, then applause",
)


def met(text, author=Author.STAFF):
    seen, missed = look_over(Draft(text, author, told=TOLD))
    assert missed == []
    return [one for one in seen if one.kind in KINDS]


@pytest.mark.parametrize("text", INNER)
def test_what_is_known_inside_alone_is_found(text):
    assert met(text)


@pytest.mark.parametrize("text", LIVES)
def test_somebody_s_own_life_is_found(text):
    assert met(text, Author.STUDENT)


@pytest.mark.parametrize("text", [*OPEN, *NO_LIVES])
def test_what_anybody_may_say_is_left_alone(text):
    assert met(text) == []


@pytest.mark.parametrize("text", PROUD)
@pytest.mark.parametrize("author", Author)
def test_who_one_is_oneself_is_ones_own_news(text, author):
    assert met(text, author) == []


def test_whom_another_loves_is_theirs_to_tell_and_no_hard_time():
    (other,) = met("jorah came out to my mum", Author.STUDENT)
    assert (other.level.value, str(other.fix)) == ("Worth changing", "I am lucky in the people I know.")
    (ours,) = met("my sister came out to my nan", Author.STUDENT)
    assert (ours.level.value, str(ours.fix)) == ("Tip", "I am proud of my family.")


@pytest.mark.parametrize("name", LISTS)
def test_of_sentences_written_before_the_rules_most_are_met_and_no_clean_one(name):
    """The shares that were reached; they may rise. Spans lie in the text."""
    lines = (SAID / (name + ".txt")).read_text(encoding="utf-8").splitlines()
    rows, share = [line.split("|", 2) for line in lines if not line.startswith("#")], {}
    for kind, least in zip("cp", LISTS[name], strict=True):
        texts = [(text.replace("{", "").replace("}", ""), Author(author)) for author, which, text in rows if which == kind]
        found = [met(text, author) for text, author in texts]
        assert all(0 <= one.start < one.end <= len(text) for (text, _), those in zip(texts, found, strict=True) for one in those)
        share[kind] = sum(bool(those) for those in found) / len(texts)
        assert share[kind] >= least, share
    assert [text for author, which, text in rows if which == "-" and met(text, Author(author))] == []


def test_one_s_own_life_is_a_tip_in_words_of_its_own():
    """It is theirs to tell: nobody says to them that it is somebody else's."""
    (own,) = met("Three rounds of chemo down, three to go.")
    assert (own.level.value, own.clause, str(own.title)) == ("Tip", "SNS-1", "Something of your own")
    (away,) = met("We are off to Crete until the thirtieth, so the house is empty.")
    assert str(away.fix) == "We are back, and it was lovely."
    (theirs,) = met("My neighbour is in rehab again, day nine.")
    assert (theirs.level.value, theirs.clause) == ("Worth changing", "WEB-3")


def test_what_is_told_of_ones_own_family_is_a_tip_and_speaks_of_home():
    (ours,) = met("my dad lost his job and im worried", Author.STUDENT)
    assert (ours.level.value, str(ours.title), str(ours.fix)) == ("Tip", "Your family's private life", "Things are hard at home just now.")
    (other,) = met("kit's dad lost his job", Author.STUDENT)
    assert (other.level.value, str(other.title)) == ("Worth changing", "Somebody else's private life")


def test_need_that_is_told_of_another_is_said_to_be_anothers():
    def why(text, author):
        seen, _ = look_over(Draft(text, author))
        return {str(one.why) for one in seen if one.kind == "help"}

    assert why("callie told me she cuts herself", Author.STUDENT) == {
        "Somebody you wrote about may be hurt. You do not have to carry it alone."
    }
    assert why("my stepdad hits me when mum is out", Author.STUDENT) == {"You wrote about being hurt. You do not have to be alone with it."}
