"""Names of animals: where one is called by name, and where a name stands again and again in posts that speak of animals (PRI-4).

One post of the second sort says nothing: it may be a friend's name. Several do, where nothing is said of it as one says it of people.
Each pattern looks at a bounded stretch: linear in the post.
"""

import re
from collections.abc import Iterator
from itertools import islice

from askfirst.checks.archives.clue import Clue
from askfirst.checks.archives.post import Post
from askfirst.checks.archives.proper_names import NAME, NO_NAMES
from askfirst.checks.draft import Draft

__all__ = ["ENOUGH", "look_for_pets"]

ANIMAL = (
    r"(?:dogs?|dogg[oy]|labradoodle|goldendoodle|pug|husky|chihuahua|corgi|dalmatian|westie|springer|staffie|alsatian|schnauzer|moggy"
    r"|mutt|puppy|pup|pooch|cat|kitten|kitty|rabbit|bunny|hamster|gerbil|guinea pig|horse|pony|tortoise|budgie|parrot|gecko"
    r"|ferret|goldfish|snake|cockapoo|cavapoo|labrador|lab|spaniel|collie|terrier|whippet|greyhound|lurcher|beagle|poodle|retriever"
    r"|dachshund|tabby)"
)
NEW, MOST = r"(?:\w+ ){0,2}?", 20
CALLED = r"(?:, |,? (?:is|was|(?:he|she|they)(?:['’]s| is| are))? ?(?:now )?(?:called|named) |['’]s (?:called|name is|name) |:? )"
PETS = (
    re.compile(r"\b(?i:my|our|the|this|new|a|an|rescue) " + NEW + r"(?i:" + ANIMAL + r")" + CALLED + NAME),
    re.compile(r"\b(?i:(?:named|called) (?:the|our|my|him|her) (?:\w+ )?(?:" + ANIMAL + r"|baby)) " + NAME),
    re.compile(NAME + r",? (?:the|our|my) (?:\w+ ){0,2}?" + ANIMAL + r"\b"),
    re.compile(NAME + r"!?,? (?:the|our|my) (?:best|new|old|lovely|gorgeous|sweet) (?:\w+ )?" + ANIMAL + r"\b"),
)
SMALL = re.compile(
    r"\b(?:my|our) (?:\w+ )?"
    + ANIMAL
    + r" (?P<name>[a-z]{3,16}) (?=(?:has|had|is|was|can|ate|needs|wants|got|loves|keeps|did|does|just|won)\b)"
)
NO_SMALL = frozenset(
    "who that food flap bed lead walker sitter hair toy park treats show shelter owner vet which never always also just really still now"
    " then and but here there this one thing team club race ride ever insurance poo walk house box"
    " litter class groomer licence licences".split()
)
SIGNS = re.compile(
    r"\b(?:(?i:vets?|walkies|paws?|litter tray|kennels?|cattery|hutch|weeks old|puppy class|puppy|kitten|rehom\w+|adopted|shelter|chewed"
    r"|basket|(?:her|his|the) ball|hibernat\w+|purr\w*|bark\w*|meow\w*|worming|fleas?|microchip\w*|treats?|(?:best|good|old|bestest)"
    r" (?:boy|girl|lad)|dog walk\w*|fetch|tail|fur|fed twice|feeding)|" + ANIMAL + r")\b(?!['’]s)"
)  # fmt: skip
OF_ANIMALS = re.compile(
    r"\b(?i:walkies with|(?:took|taking|take|run|trip|off) to the vets? with|vets? (?:again )?with|hello to|rip"
    r"|(?:best|good|old|lovely) (?:boy|girl|lad)) (?P<name>[A-Z][a-zà-ÿ'’-]{2,20})"
)
IN = r"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bthe )(?<!\bfrom )(?<!\bnear )(?<!\bto )(?<!\bon )"
NEAR = (
    re.compile(r"(?<=[a-z,:;’'] )" + IN + NAME + r"(?! [A-Z])"),
    re.compile(
        r"(?:^|[.!?:] )" + NAME + r"(?:['’]s\b|,? \(| (?:has|is|was|had|needs|wants|still|loves|keeps|can|ate|got|caught|brought|stole"
        r"|escaped|hates|snores|barks|sleeps|slept|passed|opened|and)\b)"
    ),
)
OF_PEOPLE = re.compile(
    r"\b(?i:chat(?:ted|ting)? with|talk(?:ed|ing)? (?:to|with)|thanks,?|thank you,?|met|meeting|(?:lunch|drinks|coffee|dinner) with|texted"
    r"|rang|phoned|emailed|colleague|friend|boss|teacher|mum|dad|mr|mrs|miss|ms|married) " + NAME
    + r"|\b(?P<other>[A-Z][a-zà-ÿ'’-]{2,20})"
    r" (?:says (?:the|that|we|i)|said|told|thinks|reckons|texted|rang|phoned|teaches|works|from work|and i\b)"
)  # fmt: skip
SURELY = re.compile(
    r"\bvet(?:['’]?s)? bills?\b|\bsick on the (?:\w+ )?(?:rug|carpet|bed|sofa|stairs)\b|\bbest (?:cat|dog|rabbit|bunny)\b|\boff the lead\b|"
    r"\bpurr(?:s|ing|ed)?\b|\bpaws\b|\bears flapping\b|\btail wagging\b|\bwagg(?:ing|ed)\b|\blitter tray\b|\brolled in (?:something"
    r"|fox|mud|a dead)\b"
    r"|\bbrought (?:me|us|in|home) (?:half )?an? (?:\w+ )?(?:mouse|bird|rat|vole|frog|pigeon)\b|\bfleas?\b|\bworming\b|\bcat ?flap\b"
    r"|\b(?:ate|eaten|stolen|stole|destroyed) (?:my|a|the|another) (?:\w+ )?(?:slippers?|shoes?|socks?)\b|\bzoomies\b|\bhairballs?\b"
    r"|\bcatnip\b"
    r"|\b(?:asleep|sleeping|curled up|snoring) on my (?:feet|lap|knees?|pillow)\b"
)
START_SMALL = re.compile(r"(?P<name>[a-z]{4,14}) (?=(?:has|is|was|ate|needs) )")
ONE_OF_THEM = (
    re.compile(
        r"(?:^|[.!?] )(?P<name>(?:(?:Mr|Mrs|Miss|Lady|Sir|Captain|Princess|King|Queen) )?[A-Z][a-zà-ÿ'’-]{2,20})"
        r" (?:has|is|was|had|needs|wants|still|loves|keeps|can|ate|got|caught|brought|stole|rolled|asleep|hates|snores|and)\b"
    ),
    re.compile(r"\b(?i:vet(?:['’]?s)? bills? for) " + NAME),
    re.compile(r"\b(?i:walk|walkies|cuddles?|cuddling|thanks|thank you|nap|evening|morning),? (?:with |to )?" + NAME),
)
ENOUGH = 3  # posts in which a name stands near animals


def look_for_pets(post: Post, draft: Draft) -> Iterator[Clue]:
    """Names of animals ("pet"); names that stand near them ("pet-near"), and names said as one says them of people ("person")."""
    del post
    found: dict[str, Clue] = {}
    for pattern in (*PETS, OF_ANIMALS):
        _take("pet", pattern, draft.text, found)
    surely = not found and SURELY.search(draft.text.lower()) is not None
    if surely:
        _take_surely(draft.text, found)
    for match in islice(SMALL.finditer(draft.text), MOST):
        if match["name"] not in NO_SMALL:
            found.setdefault(match["name"], Clue("pet", match["name"], match["name"].capitalize(), match.start("name")))
    if not found and SIGNS.search(draft.text):
        for pattern in NEAR:
            _take("pet-near", pattern, draft.text, found)
    yield from found.values()
    yield from _people(draft.text, found if surely else {})


def _people(text: str, pets: dict[str, Clue]) -> Iterator[Clue]:
    """Names said as one says them of people, but for those that this post itself says are animals'."""
    for match in islice(OF_PEOPLE.finditer(text), MOST):
        name = match["name"] or match["other"]
        if not any(key.endswith(name.casefold()) for key in pets):
            yield Clue("person", name.casefold(), name, match.start())


def _take_surely(text: str, found: dict[str, Clue]) -> None:
    """Of a post that only an animal could be the subject of: whom it is about."""
    for pattern in ONE_OF_THEM:
        _take("pet", pattern, text, found)
    small = START_SMALL.match(text)
    if small and small["name"] not in NO_SMALL:
        found.setdefault(small["name"], Clue("pet", small["name"], small["name"].capitalize()))


def _take(what: str, pattern: re.Pattern[str], text: str, found: dict[str, Clue]) -> None:
    """Names by that pattern, each once."""
    for match in islice(pattern.finditer(text), MOST):
        name = match["name"].removesuffix("’s").removesuffix("'s")
        if name not in NO_NAMES and match["name"] not in NO_NAMES:
            found.setdefault(name.casefold(), Clue(what, name.casefold(), name, match.start("name")))
