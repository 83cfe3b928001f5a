"""Words of someone who may need help are met; manners of speaking are not (ruling 12)."""

import pytest

from askfirst.checks.catalogue import look_over, run
from askfirst.checks.draft import Author, Draft
from askfirst.checks.text.help import HELP

HURT = (
    "i dont want to be here anymore",
    "I don't want to be alive any more",
    "i want to die",
    "some days i just want to die and nobody sees it",
    "thinking about ending it all tonight",
    "i keep thinking about killing myself",
    "i've been cutting again and i dont know who to tell",
    "started self harming in year 8 and its got worse",
    "cut my arms again last night",
    "took loads of paracetamol",
    "everyone would be better off without me",
    "no one would even notice if i was gone",
    "whats the point of living",
    "i wish i was never born",
    "i wish i wasn't here",
    "i cant cope anymore",
    "i can't do this anymore",
    "i feel suicidal",
    "my friend says she wants to kill herself and i dont know what to do",
    "making myself sick after lunch every day",
    "havent eaten properly for four days",
    "my dad hits me when he drinks",
    "stepdad hit me again last night",
    "mum's boyfriend keeps touching me",
    "my uncle touched me when i was small",
    "im scared to go home",
    "i dont feel safe at home",
    "he said he will hurt me if i tell",
    "a man online keeps asking me for pics",
    "he asked me for nudes and now he says hell post them",
    "my coach keeps texting me at night",
    "the tutor told me not to tell anyone",
    "he says its our little secret",
    "hes 24 and says im mature for my age",
    "they locked me in my room all weekend",
    "my parents are sending me abroad to get married",
    "someone leaked my nudes",
    "goodbye everyone im sorry",
    "there are bruises on my back from him",
    "no food in the house again",
)

ONLY_TALK = (
    "I absolutely KILLED that chem paper",
    "kill me now, double maths",
    "i'm dead 💀",
    "im dying of laughter at that video",
    "this homework makes me want to die lol",
    "if there's no pizza i will actually die",
    "literally going to kill myself if the wifi drops in the exam",
    "my legs want to die after bleep test",
    "she murdered the high note",
    "this queue is killing me",
    "i could kill for a sausage roll",
    "mum will kill me when she sees the bill",
    "dad's jokes are killing me",
    "dead tired after sports day",
    "we got battered 5-0",
    "the bass hits me right in the chest",
    "that song hits different",
    "cut my finger slicing onions in food tech",
    "got my hair cut and hate it",
    "cut myself shaving, very grown up",
    "burnt my tongue on the soup",
    "burned my hand on the glue gun in dt",
    "i hurt my ankle in netball",
    "the ball hit me in the face and i saw stars",
    "brother hit me with a frisbee lol",
    "starving, when is lunch",
    "i cant wait for the weekend",
    "i can't do this maths question",
    "cant cope with how cute this dog is",
    "why is the school wifi faster at 8am than my will to live",
    "coach destroyed us in training, legs are dead",
    "i want to disappear into the library and read all day",
    "coach texts us all the times for saturday",
    "miss told us not to tell anyone about the surprise party",
    "it's a secret until the musical is announced",
    "my coach shouts at the whole team",
    "don't wake me up before noon",
    "Romeo and Juliet both want to die by the end of the play",
    "Ophelia drowns and Hamlet wishes he was dead, essay done",
    "honestly if it gets bad at home you can ring Childline, 0800 1111",
    "if ur struggling 116 123 is samaritans they dont judge. i rang. im ok",
    "Suicide awareness training for all staff on Monday",
    "Self-harm policy workshop, hall, 3.30",
    "Our charity run for suicide prevention raised £400",
    "no point in going to the match now, it's 4-0",
    "i wish i was at the beach",
    "i wish i was taller",
    "he makes me do his maths homework for crisps",
    "she makes me laugh so much",
    "my dad beats me at chess every single time",
    "mum hits the roof when i forget my key",
    "nobody would notice if i wore odd socks",
    "that exam can drown in a river",
    "slept in, mum locked me out of the bathroom",
    "too many pills in the science display cabinet",
    "my nan takes all her tablets with custard",
    "goodbye everyone, see you in september",
    "Mark like you hate yourself. My mates wanted to murder me and honestly fair enough.",
    "I killed it in the summer. If I can, a potato can.",
)


@pytest.mark.parametrize("words", HURT)
def test_words_of_someone_who_may_be_hurt_are_met(words):
    seen = run(HELP, Draft(words, Author.STUDENT))
    assert seen
    assert all(one.noticed and one.kind == "help" for one in seen)
    assert all(0 <= one.start < one.end <= len(words) for one in seen)


@pytest.mark.parametrize("words", ONLY_TALK)
def test_a_manner_of_speaking_is_left_alone(words):
    assert run(HELP, Draft(words, Author.STUDENT)) == []


def test_the_card_opens_with_the_promised_words():
    (seen, *_) = run(HELP, Draft("i want to die", Author.STUDENT))
    assert str(seen.title) == "This sounds hard. You can talk to someone now"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("If I woke up as a woman, I would kill myself.", "derogatory"),
        ("If I were a Muslim I would kill myself", "derogatory"),
        ("I would kill myself if I woke up as an immigrant", "derogatory"),
        ("if i woke up tomorrow i would kill myself", "help"),
        ("if i was gay i would kill myself", "help"),
        ("if i was a burden id kill myself", "help"),
        ("im a girl and i will kill myself", "help"),
    ],
)
def test_a_put_down_of_a_group_is_nobodys_own_need(words, wanted):
    seen = {one.kind for one in look_over(Draft(words, Author.STUDENT))[0]}
    assert seen & {"help", "derogatory"} == {wanted}
