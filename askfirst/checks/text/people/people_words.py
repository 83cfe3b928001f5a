"""Words that stand beside people in a school: titles, forms and years, subjects, posts; and words that say a name is nobody here.

Patterns read folded text (lower case, plain letters). Facts of the language, no names of this Trust.
"""

from askfirst.checks.late import late
from askfirst.checks.text.words.fold import Folded

__all__ = [
    "CHARACTER",
    "CLASS_POINTER",
    "CLASS_WORDS",
    "FICTION",
    "NEAR_FAME",
    "NOT_A_SURNAME",
    "NOT_SOMEBODY",
    "ORDINARY",
    "PLACE_AFTER",
    "POST",
    "SCHOOL",
    "STREETISH",
    "SUBJECT",
    "TITLE",
    "TITLES",
    "words",
    "years",
]


def words(text: str) -> frozenset[str]:
    """A set from a line of words."""
    return frozenset(text.split())


TITLE = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|madam|madame|mme|coach|rev|reverend|canon|fr|father|sister|dame"
    r"|sir|pan|pani|herr|frau|senor|senora|signor|signora|monsieur|ustad|ustadh)"
)
TITLES = frozenset(TITLE.removeprefix("(?:").removesuffix(")").split("|"))

# "9F", "10Z4", "8 klasy"; "Year 5", "yr10", "y11", "Year 1-6", "Yr7s"; a letter after 1 to 6 only with "class", "form" or "in".
_FORM = r"(?:[7-9]|1[0-3])[a-z]{1,2}\d?"
_YEAR = r"(?:year|yr|yrs|years|y|blwyddyn|klasa|class)\.?\s?(?P<from>1[0-3]|[1-9])(?:\s?[-/&]\s?(?P<to>1[0-3]|[1-9]))?(?:s|[a-z]{1,2}\d?)?"
CLASS_POINTER = late(
    r"(?<![\w.£$/:-])(?:(?P<form>" + _FORM + r")(?![\w%]|\.\d)|" + _YEAR + r"(?![\w%])|(?P<klasa>1[0-3]|[1-9])\s?(?:klasy|klasie)\b"
    r"|(?P<reception>reception class|nursery class|sixth form|6th form))"
)
CLASS_WORDS = frozenset({"reception", "nursery", "sixth"})  # one of these, where there is no figure
# What looks like a form and is a time, a size or a count: "8am", "10pm", "12th", "9ct", "7in", "10mm", "8gb".
CODE_BEFORE = late(r"(?<![^\W_])[a-z]{1,2}\d[a-z\d]?\s$")  # "ZZ99 9AB": the second half of a postcode is no form
NOT_A_FORM = late(r"\d+(?:am|pm|th|st|nd|rd|ct|in|mm|cm|kg|ml|gb|mb|tb|hr|hp|ft|lb|oz|pt|px|ev|ps|mi|km|ish)$")
ONE_LETTER = late(r"\d+[a-z]$")


def years(folded: Folded, text: str) -> list[tuple[int, int, frozenset[int]]]:
    """Where a text points at a form or year: (start, end, the years meant; empty for the nursery), places in the folded text.

    A form of one letter must be written with a capital: "9S" is a class, "9s" a count of seconds.
    """
    found = []
    for match in CLASS_POINTER.finditer(folded.text):
        form = match["form"]
        if form is not None:
            small = ONE_LETTER.match(form) and text[folded.came_from[match.end() - 1]].islower()
            if small or NOT_A_FORM.match(form) or CODE_BEFORE.search(folded.text, max(0, match.start() - 5), match.start()):
                continue
            meant = frozenset({int(form[:2] if form[1].isdigit() else form[:1])})
        elif match["klasa"] is not None:
            meant = frozenset({int(match["klasa"])})
        elif match["from"] is not None:
            first = int(match["from"])
            meant = frozenset(range(first, int(match["to"] or first) + 1))
        else:
            meant = frozenset({12, 13}) if "form" in match.group() else frozenset()
        found.append((match.start(), match.end(), meant))
    return found


SUBJECT = (
    r"(?:maths?|mathematics|english|science|physics|chemistry|chem|biology|bio|geography|geog|history|art|music|drama|dance|pe|p\.e\.|games"
    r"|french|spanish|german|welsh|latin|mfl|languages|computing|ict|it|re|r\.e\.|rs|dt|d&t|design|tech|technology|food|food tech|cookery"
    r"|textiles|business|economics|psychology|sociology|politics|media|photography|phonics|literacy|numeracy|pshe|citizenship)"
)

POST = (
    r"(?:caretaker|site manager|site team|receptionist|reception|the office|librarian|library|technician|ta|teaching assistant|lsa|senco"
    r"|sendco"
    r"|cook|kitchen|canteen|dinner lady|lollipop (?:lady|man)|cleaner|attendance|admin|bursar|finance|hr|nurse|matron|tutor|form tutor"
    r"|cover"
    r"|cover supervisor|deputy|head|headteacher|head of \w+(?: \w+)?|assistant head|governor|chair of governors|mentor|counsellor|dsl|slt"
    r"|teacher"
    r"|key worker|midday supervisor|exams officer|colleague)"
)

ORDINARY = words(
    "abbott adam ali amber angel april archer art ash autumn baker bailey ball banks bard barber bell berry best bill bird bishop black"
    " blessing"
    " bloom blue bond bridges bright brook brooks brown buddy burns bush butler butt carpenter carol carter chambers chance charity chase"
    " christian church clay cliff cole comfort cook cooper cotton crystal cross crow daisy dale dawn day dean destiny dolly drew dusty"
    " earl east"
    " eve faith farmer farthing fern field fielding fields fish fisher fletcher flint flower forbes ford forest forester fox francis"
    " frank frost"
    " gardener garden gates gene gift gold golden good grace grant gray green grey guy hale hall hand harmony harp hart harvey hazel heath"
    " heather herb hill hobbs holly honor honour hook hope hunt hunter ian iris ivy jade jasmine jay jean jewel jordan joy joan judge"
    " june king"
    " kit knight lake lane law lee levy lily lis little long lord love mark marks marsh march mason max may mercer mercy mercury miles"
    " mill miller"
    " mo moon moss nick noble noel norm nutt ola olive page paige park parker patience pat pearl penn penny pepper pike piper pitt pond"
    " pope poppy"
    " potter pratt precious price prince princess prior queen rain ray reed reeves rich rivers rob robin rocky rose rosa ross rowan rowe"
    " roy ruby"
    " rust sage sally sam sands sandy sharp shaw shepherd short silver singer skip sky skye small smart snow sow stanley star steel"
    " steele stone"
    " street strong sue summer summers sunny sykes tailor tate taylor teddy temple thorn tiger tom trinity troy tubbs turner victor"
    " violet walker"
    " wall ward waters way webb wells west white whyte will willow wills winter winters wise wolf wood woods wren wright york young zen"
    " bah may"
    " duda sharpe bean rice major duke baron dance stark rush cash camp grove dell glen vale vance wild frances sandra bishop bob jack josh"
)
# Parts of names that stay ordinary only in the lower case: anybody writing these in the middle of a sentence with a capital means a person.

STREETISH = words(
    "lane park church hill wood field fields street rivers waters lake pond marsh bridges mill hall garden green cross stone wells banks"
)
PLACE_AFTER = late(
    r"\s+(?:chopping|flooring|furniture|spoons?|road|rd|street|st|lane|avenue|ave|close|drive|crescent|terrace|square|park|gardens|garden"
    r"|hill|way|court|estate|house|bridge"
    r"|station"
    r"|arms|inn|pub|farm|fields?|meadow|woods?|beach|bay|island|centre|hall|cathedral|chapel|church|hospital|hospice|library|stadium|bank"
    r"|gin"
    r"|bushes|bush|trees?|petals?|garden|bakery|caf[eé]|ltd|plc|blend|crackers?|care home|care|racing|bicycles?|bikes?|nursery|festival)\b"
)

# Said anywhere in the sentence, these make the name somebody else's.
NOT_SOMEBODY = late(
    r"\b(?:on the radio|radio \d|"
    r"newsreader|news ?reader|weather ?(?:man|girl|woman|presenter)|broadcaster|footballer|cricketer|boxer|snooker|golfer|olympian"
    r"|paralympian"
    r"|on telly|on the telly|on tv|netflix|bbc|itv|channel 4|youtuber|influencer|celebrity|celebs?|novelist|playwright|novel|novella"
    r"|fictional|protagonist"
    r"|superhero|minecraft|fortnite|pokemon|video ?game|panto|(?:play|drama) script|drama script|not real|isn't real|aren't real|made[-"
    r" ]up name|imaginary|sculptor"
    r"|victorian|tudor|blue plaque|statue|politician|secretary of state|(?<!for )prime minister|senator|astronaut|philosopher|composer|eastenders"
    r"|corrie"
    r"|coronation street|hollyoaks|doctor who|harry potter|shakespeare|superb name|great name|what a name|name for a|namesake|racehorse"
    r"|hamster"
    r"|guinea pig|goldfish|kitten|the poem|the poet|the character|a character|the author)\b"
)
# Said right beside the name.
NEAR_FAME = late(
    r"[\s,(]{1,2}(?:(?:the|a|an|is|was|who|that|famous|legendary|old|our|in|from|as|of|on|new|late|great|english|british|welsh|scottish"
    r"|irish|american"
    r"|bbc|rugby|tennis|darts|football|cricket|jazz|folk|pop|rock|film|game|comic|children's|historical|real|other|one)\s){0,4}"
    r"(?:presenter|actor|actress|comedian|comic|magician|singer|songwriter|rapper|guitarist|drummer|band|album|author|writer|poet|poem"
    r"|novel|book|books"
    r"|character|pirate|detective|villain|hero|heroine|movie|film|sitcom|player|jockey|golfer|cyclist|striker|manager|painter|artist"
    r"|scientist"
    r"|inventor|explorer|mp|minister|mayor|councillor|president|chef|brand|biscuits?|saint|nurse from|suffragette|engineer|ghost|show"
    r"|series|song"
    r"|ballad|play|podcast|youtube)\b"
    r"|'s\s(?:(?:new|latest|debut|first|last|best|greatest)\s){0,2}(?:album|single|song|songs|film|novel|book|books|poem|poems|tour|gig"
    r"|hits|paintings)\b"
)

# Never a teacher's surname here; and titles with which an ordinary surname is a character's.
FICTION = words(
    "bean darcy bingley men who martens whippy world doubtfire trunchbull kipling blobby tumble birling birlings pepper marple havisham"
    " frankenstein dre"
    " seuss scrooge twit wormwood bucket wonka potato right big incredible robot sheen muscle faustus zhivago rochester weasley snape"
    " fezziwig pickwick"
    " speaker president chips motivator claus christmas sunshine grumpy tickle messy bump marvel starmer sunak trump biden corbyn farage"
    " streeting rashford"
    " grinch badger toad plod fantastic skinny noodle soft worry squiggle messi ronaldo bronte austen dickens pankhurst seacole poppins"
    " tweedy teavee gloop"
    " hannigan magoo moneypenny tiggywinkle t universe happy clever greedy beast jekyll strange brown's"
)
CHARACTER = words(
    "dr.foster dr.watson dr.no mr.hyde mr.holmes mr.bates mr.banks mr.fox mr.wolf mr.bennet mrs.bennet mr.rogers mr.darling mr.bond"
    " mr.magpie mr.bump miss.honey miss.hoover"
    " mr.rabbit mr.hook mr.prime dr.evil dr.love dr.house mr.lover miss.piggy mr.mistry mr.smee mrs.lovett mrs.overall mrs.hinch mr.clean"
    " mr.sandman mr.blue mrs.robinson"
)

NOT_A_SURNAME = words(
    "i im i'm you he she it we they the a an and or but so is was has had have said says told my our your his her its their this that"
    " these those"
    " all any some what when where who why how not no yes if in on at of to for from with by up out off over as do did does can could"
    " will would"
    " should may might must let lets just really always never still also again too very more most less new old first last next one two"
    " three"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november"
    " december term year class form lesson lessons homework school academy primary college everyone everybody anyone parents students"
    " pupils"
    " kids children teachers staff head heads deputy governors miss sir ma'am ofsted gcse gcses btec eisteddfod christmas easter half"
    " please"
    " thank thanks happy good great well big little being getting going having your yesterday today tomorrow tonight me him them us u ur"
    " maths english science history geography art music drama pe french spanish german computing chemistry physics biology"
)

# What stands near somebody who is meant at a school.
SCHOOL = frozenset(
    "school class form tutor lesson lessons assembly reception playground canteen corridor staffroom staff teacher teachers office library"
    " pta fete choir orchestra band team squad rehearsal netball rugby hockey cricket football athletics club minibus french spanish german welsh"
    " homework detention lollipop gate gates pe maths english science physics chemistry biology geography history drama music art set year"
    " parents evening pupils students governors supply sixth academy primary college bus headteacher uniform exam exams mocks".split()
)
