"""Signs that somebody may be hurt or may hurt themselves, put together out of who, what and to whom, so that no exact wording is needed.

Read over the words of a text with disguises undone, one space between two; every gap is bounded, so the search is linear.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from askfirst.checks.text.patterns.clued import Clued, Family, Searched
from askfirst.checks.text.words.tokens import Tokens

__all__ = ["signs"]

GAP = r"(?: [\w'-]+){0,3}?"
OWN_GAP = r"(?: (?!(?:they|he|she|you|u|it|him|her|them|his|their|your|ur|people|all|everyone|the|that)\b)[\w'-]+){0,3}?"
FAR = r"(?: [\w'-]+){0,7}?"
I = r"(?:i|im|id|ive|ill|me|my|myself)"  # noqa: E741 - the word itself
WANT = r"(?:want|wanna|wanted|wish|gonna|going|planning|plan|ready|rather|happier|better|hope|hoping|decided|need|thinking|think|thought|thoughts|considering|keep|about|tempted|try|trying|tried)"
DEATH = r"(?:die|dead|dying|death|unalive|(?:kill|killing|hang|hanging|drown|drowning|harm|harming|shoot|end|ending) (?:myself|it all|my life|my own life|things)|take my (?:own )?life|taking my (?:own )?life|suicide|not (?:be|being|existing|exist|wake|waking)(?: up)?(?: here| alive| anymore)?|cease to exist|stop existing|swallow(?:ing)? (?:all|every|a load|loads))"
ME = r"(?:me|us|him|her|them)"
CLOSE = (
    r"(?:dad|mum|mam|mom|father|mother|stepdad|stepmum|step-dad|step-mum|step dad|step mum|stepfather|stepmother|brother|sister|stepbrother|uncle|auntie|aunt|cousin|gran|nan|grandad"
    r"|boyfriend|girlfriend|husband|wife|partner|carer|ex|bf|gf|fella|parents|foster dad|foster mum|he|she|they|man|men|lads?|boys|teacher|imam|priest|coach)"
)
BLOW = (
    r"(?:hits?|beats?|beat|punch(?:es|ed)?|kick(?:s|ed)|slap(?:s|ped)?|chok(?:es|ed)|strangl(?:es|ed)|burn(?:s|ed|t)|belts|belted|leathers|batters|battered|whacks|whips|canes|thumps|bites|shoves|pins|pinned"
    r"|headbutted|stabbed|attacked|threatens?|threatened|hurts?|pinch(?:es|ed)|spits at|spat at|drags|dragged|scratch(?:es|ed)|smacks|smacked|lamps|lamped|assault(?:s|ed))"
)
GROWN = r"(?:teacher|coach|tutor|sir|miss|instructor|leader|mentor|pastor|imam|priest|vicar|ta|assistant|driver|trainer|colleague|neighbour|(?:mr|mrs|ms) [\w'-]+|guy|man|bloke|caretaker|older lad|grown-up)"
YOUNG = r"(?:pupil|pupils|student|students|girl|girls|boy|boys|child|children|kid|kids|year \d+|tutee)"
PRIVATE = r"(?:secret|delete|beautiful|pretty|sexy|gorgeous|alone|naked|nudes|pics|midnight|at night|late at night|dont tell|not to tell|nobody|own phone|kiss|bra|body|legs|mature|special|quiet)"
SIGNS = {
    "self_harm": (
        r"\b(?:cant|cannot|not|hardly|no longer)(?: \w+){0,2} (?:be )?bothered (?:being|to be|staying|to stay|living|to live)(?: alive| here| living)?\b",
        r"\b(?:put|putting|getting) my affairs in order\b|\b(?:cannot|cant|dont|not) see a way (?:out|through|forward|past)\b(?! of (?:the|this) (?:maze|level|puzzle|traffic))",
        r"\b(?:head|voice|voices|brain) (?:is |are |keeps? )?telling me to (?:finish|end|do) it\b",
        r"\bi (?:scratch|cut|pick|bite|burn|hit)(?: at)? (?:my (?:arms?|legs?|skin|thighs?|hands?|head)|myself) (?:till|until|so) (?:i|they|it|hard)\b",
        r"\b(?:notice|know|see|realise|tell) (?:that )?(?:i 'm|im|i am) not (?:ok|okay|alright|coping|safe)\b",
        r"\b<I> <WANT><OWN_GAP> <DEATH>\b(?! (?:of|for|laughing|to see|to know|to try|my hair|inside))",
        r"\b(?:tired|sick|done|finished|weary) (?:of|with) (?:living|life|existing|breathing|being alive)\b(?! (?:in|with|at|on|out|off|next|under|hacks?|drawing|models?|admin))",
        r"\b(?:i )?(?:really |just )?(?:want|wanna|wish|need)(?: i)?(?: to)?(?: be| was| were)? (?:dead|die|unalive|not alive)\b(?! (?:of|for|laughing|my hair))",
        r"\bi (?:[\w'-]+ ){0,2}?(?:no longer|dont|do not|didnt|never)(?: even| really)? want(?:ed)? to (?:live|be alive|be here|exist|wake up|carry on|go on)\b",
        r"\b(?:id|i 'd|i would|would) be (?:happier|better|better off|easier|calmer) (?:dead|gone|if i (?:was|were) (?:dead|gone))",
        r"\b(?:swallow|swallowed|swallowing|took|taken|taking|take|necked|downed)(?: about| like| over)? (?:(?:[6-9]|\d\d+|twenty|thirty|forty|ten|twelve|all(?: of)?|too many|loads of|a load of|handfuls? of|a handful of|the whole (?:box|pack|bottle) of|every)) (?:of )?(?:my |her |the |mum 's )?(?:\w+ )?(?:pills|tablets|paracetamol|ibuprofen|meds|painkillers|antidepressants|aspirin)\b",
        r"\b(?:drink|drank|drinking|swallow) (?:bleach|antifreeze|poison)\b",
        r"\b(?:cant|cannot|wont|dont) (?:stop|quit|resist) (?:cutting|hurting|burning|harming|purging|starving)\b",
        r"\b(?:cut|cuts|cutting|burnt|burned|burning|hurt|hurting|scratched|scratching|stabbed|bit|punching|punished|hit) (?:myself|my own (?:arms?|legs?|skin)|my (?:arms|wrists?|thighs|skin|stomach))(?! (?:on|doing|making|shaving|badly|gardening|chopping|when|while|out|off|short|some|a))",
        r"\bthe cuts on (?:her|his|their) (?:arms?|wrists?|legs?|thighs?)",
        r"\b(?:throw|threw|throwing|chuck|bring) up (?:everything|all|whatever|after every|what) (?:that )?(?:i|meal|food)",
        r"\b(?:got|have|made) (?:a|my) plan and (?:a |the )?(?:date|day|place|note|method)\b",
        r"\b(?:left|leaving|wrote|written|writing) (?:a |the |my )?(?:notes?|letters?) (?:to|for) (?:my )?(?:mum|dad|parents|family|kids|children|everyone|friends)<FAR> (?:sorry|goodbye|pillow|forgive|when im|low|cope|end)\b",
        r"\b(?:so low|cant cope|rock bottom)<FAR> (?:letters?|notes?) (?:to|for)\b",
        r"\b(?:wont|dont think (?:ill|i 'll|i will)|not going to|never) (?:make|see|reach)(?: it)?(?: to)?(?: my)? (?:\d+(?:th|st|nd|rd)?|sixteen\w*|eighteen\w*|christmas|summer|next year|birthday|tomorrow|monday)(?: birthday)?,? (?:i |and |anymore|want|cant|its)",
        r"\b(?:cant cope|cant do this|cant take it)(?: any ?more| any longer|,? please|,? someone| help)",
        r"\b(?:please )?(?:someone|somebody|anyone|anybody) (?:please )?help me\b(?! (?:with|find|choose|to|pick|decide|out with|revise))",
        r"\b(?:sat|sitting|stood|standing|sit|stand)<GAP> (?:(?:car|engine)<FAR> (?:garage|running)|(?:edge|ledge|roof|wrong side) (?:of )?(?:the )?(?:bridge|roof|platform|barrier|car park|railings?)?)\b(?! of (?:the |my )(?:seat|stage|pool|bed|sofa))",
        r"\b(?:nobody|no one|none|who) (?:would|will|d|'d|even)<GAP> (?:notice|care|miss me|mind) if i\b(?! killed| wore| was late| brought| came| said| took| swapped| ate)",
        r"\b(?:whats|what is|what 's|no|see the|see any|see a|wheres the) (?:the )?(?:point|sense|reason)(?: in| of| to)(?: me| even)? (?:being (?:alive|here)|living|live|life|going on|carrying on|staying alive)\b",
        r"\bfeel (?:so )?(?:numb|empty|nothing|worthless|hopeless)<FAR> (?:forever|for ever|anymore|die|end|gone|over)\b",
        r"\bi want (?:it|everything|this|life) (?:to be )?(?:all )?over\b",
        r"\bhow (?:to|do you|do i) (?:hang|kill|drown|poison|hurt|harm) (?:yourself|myself|urself)\b",
        r"\bnot being (?:here|alive|around) (?:anymore|any more|at all)|\bi .{0,30}\bthink about not being here\b",
    ),
    "hurt": (
        r"\b(?:throws|threw|chucks|chucked) (?!(?:\w+ ){0,2}(?:cushions?|pillows?|balls?|snowballs?|paper|socks?|crisps?|teddy) at)(?:\w+ ){1,3}at (?:me|us|my mum|the kids)\b",
        r"\b(?:only get|only given|not had|havent had|no) (?:a |any )?(?:proper |real |hot )?(?:bread|meals?|food|dinner|tea)(?: to eat)?(?: since| for| in) (?!the flight|\w+day night out)<GAP> ?(?:\w+day|days|week|mum|mums|dad|gone|home)\b",
        r"\blocks the food\b|\b(?:has|have|got) nowhere to (?:sleep|go|live) (?:tonight|tomorrow|any ?more|now)\b",
        r"\bkissed me\b(?! (?:goodnight|good night|goodbye|on the (?:cheek|forehead|head)|better))<FAR> (?:froze|mouth|wrong|dont want|didnt want|scared|old|older|weird|uncomfortable|tell)\b",
        r"\b(?:say|says|said|reckon) i owe (?:them|him)<FAR> (?:live|hurt|knife|scared|come round|find|family)\b",
        r"\b(?:make|makes|making|force|forces) me (?:keep|store|look after|stash) (?:their|his|the) (?:stuff|things|bag|gear|money)\b|\bmakes me watch (?:things|stuff|porn|him|videos)\b",
        r"\b(?:my|our|his|her|their|the|<CLOSE>'?s?)(?: [\w'-]+)? ?<CLOSE>(?: [\w'-]+){0,2}? (?:just |always |still |really |also )?<BLOW> <ME>\b(?! \d| to the| at | up at| in the (?:last|final|cup|league|semi)| by \d| with (?:love|kindness|cuddles))",
        r"\b(?:he|she|they) <BLOW> (?:me|us)\b(?! \d| to the| at | up at| in the (?:last|final|cup|league|semi)| by \d)",
        r"\b(?:mosque|church|class|home|school|gym)<GAP> <BLOW> <ME> with\b",
        r"\b<CLOSE> (?:threw|throws|pushed|pushes|dragged|drags|slammed) <ME><GAP> (?:wall|stairs|floor|door|window|hair|table)\b",
        r"\b<CLOSE>(?: [\w'-]+)? (?:lock|locks|locked|shut|shuts) (?:me|us) (?:in|out|up)\b(?! of (?:the (?:bathroom|car|classroom|kitchen|gym|changing)|my (?:own )?(?:account|phone|laptop)))",
        r"\b(?:scared|frightened|terrified|afraid|fear) (?:of )?(?:that )?(?:my )?(?:<CLOSE>)(?: 'll| will|'ll| might| is| would)?<GAP> (?:kill|hurt|hit|beat|find|choke|chokes|hits|beats|come for|stab)\b",
        r"\b(?:scared|frightened|terrified|afraid) of (?:my )?(?:dad|mum|mam|stepdad|stepmum|brother|uncle|boyfriend|husband|partner|him)\b",
        r"\b(?:dont|do not|not|never|didnt) (?:feel |felt )?safe (?:going |being |at |in |to go )?(?:back |at )?(?:home|house|with him|with her|with them|there)\b",
        r"\bkicked (?:me|us) out\b(?! of (?:the|our|their|his|her) (?:group|groupchat|chat|gc|server|class|lesson|team|band|club|shop|bus|library|lobby|party))|\bsleeping (?:rough|on the streets?|at the (?:bus|train|coach) station|in (?:a|the|my) (?:doorway|park|stairwell|bus shelter))\b",
        r"\b(?:nothing|no food|never any food|fuck all) (?:to eat )?in the (?:fridge|cupboards?|house)\b<FAR>|\bspends? (?:it|everything|all the money|our money)<GAP> on (?:drink|booze|gambling|drugs|vodka|smack|gear)\b",
        r"\b(?:i|was|got|been|getting|being|he|him|they|she|im|who)(?: [\w'-]+){0,2}? (?:raped|molested)\b|\b(?:raped|molested) (?:me|her|him)\b",
        r"\b(?:touch(?:ed|es|ing)?|grop(?:ed|es)|finger(?:ed)?|rub(?:s|bed)?) (?:me|my (?:leg|thigh|chest|bum|boobs|privates|knee))\b(?! on the (?:shoulder|head) (?:to|and said))",
        r"\bhands? (?:up|down|in|under) my (?:skirt|top|shirt|pants|trousers|bra|shorts|jumper|knickers)\b",
        r"\b(?:watch(?:es|ed)?|films?|filmed|spies|spied|looks) (?:on |at )?(?:me|her|us) (?:in the (?:shower|bath)|shower|undress|chang(?:e|ing)|get changed|sleeping|in my bedroom)\b",
        r"\b<CLOSE>(?: [\w'-]+)? (?:gets?|got|comes?|came|climbs?|climbed|creeps?|crept|sneaks?|slid) (?:in|into|in to) (?:bed with me|my bed|her bed|his bed|my room at night)\b",
        r"\b(?:must|have to|got to|forced to|made to|make me|making me|supposed to) marry (?:him|her|my|a|someone|an?)\b<GAP> (?:cousin|nephew|man|family|summer|uncle|stranger|never met|pakistan|abroad|village|or)",
        r"\b(?:mak(?:e|es|ing)|forc(?:es|ing|ed)|made|get(?:s|ting)?|got) (?:me|us|him|her) (?:to )?(?:hold|carry|sell|deliver|hide|run|drop|stash)<GAP> (?:knife|knives|blade|machete|gun|drugs|weed|gear|packages?|stuff|parcels?|cash|money|food)\b",
        r"\b(?:stab|hurt|shoot|burn|get|batter|kneecap|rape) (?:me|us|my [\w'-]+|our [\w'-]+)<GAP> (?:if|unless|until) (?:i|we)\b(?! (?:lose|lost|forget|forgot|fail|spill|wear|eat)\b)",
        r"\b(?:nudes?|naked (?:pics?|pictures?|photos?)|private pics?)<FAR> (?:insta|online|everyone|share|post|post them|send|leak|put|money|pay|unless|school|group ?chat)\b",
        r"\b(?:gonna|going to|will|'ll) (?:batter|kill|beat|hurt|leather|belt|stab) me\b<FAR> (?:means it|mean it|scared|not joking|frightened|for real|terrified)\b",
    ),
    "contact": (
        r"\b(?:ref|referee|doorman|shopkeeper|landlord|man|guy|bloke|<GROWN>)(?: from [\w'-]+| at [\w'-]+)? (?:wants|asked|asks|told|keeps asking) me to (?:come|go|meet|stay|visit)<GAP> (?:his|her|house|flat|hotel)\b<FAR> ?(?:alone|own|secret|without|nobody|night)\b",
        r"\b<GROWN>(?: from [\w'-]+)?(?: [\w'-]+){0,2}? (?:keeps |kept |is |has been |been |'s |was )?(?:messag\w+|text\w*|dm\w*|snap\w*|call\w*|ring\w*|whatsapp\w*|phon\w+|meet\w*) (?:me|us|my|a|an|one|some|the|her|him|one of)\b(?: of)?(?: our| my| the)?(?: <YOUNG>)?<FAR> <PRIVATE>\b",
        r"\b<GROWN>(?: from [\w'-]+)?(?: [\w'-]+)? (?:gave|gives|given|sent|sends) me (?:his|her) (?:own |private |personal )?(?:snap(?:chat)?|insta\w*|number|whatsapp|address|discord|telegram)\b(?! one| plate| for (?:the|emergenc|our|trips?|work)| in case)",
        r"\b<GROWN>(?: [\w'-]+){0,3}? (?:text\w*|messag\w+|snap\w*|dm\w*|touch\w*|kiss\w*|hugging|flirt\w*) (?:with )?(?:a|an|one of (?:the|our|my)|some|the|her|his) (?:year \d+ )?(?:\w+ )?<YOUNG>\b(?! (?:home|parents|about|the|that|to say|a reminder))",
        r"\b(?:guy|man|bloke|boyfriend|bf|lad|he)(?: [\w'-]+)? (?:is|'s|was) (?:like |about )?(?:19|[2-5]\d)(?: years old)? (?:and|but|he|,)? ?<GAP> (?:mature|meet|pics|nudes|boyfriend|girlfriend|kiss|love|sex|secret|alone|13|14|15|age)\b",
        r"\b(?:so|very|really) mature for (?:my|your|her) age\b",
        r"\b(?:picks?|picked|driv(?:es|ing)|gives?) (?:me|us) (?:up )?(?:in (?:his|her) car|lifts?)\b<FAR> (?:quiet|secret|tell|nobody|keep)\b",
    ),
}
PARTS = {
    "GAP": GAP, "OWN_GAP": OWN_GAP, "FAR": FAR, "I": I, "WANT": WANT, "DEATH": DEATH, "ME": ME, "CLOSE": CLOSE, "BLOW": BLOW, "GROWN": GROWN, "YOUNG": YOUNG,
    "PRIVATE": PRIVATE,
}  # fmt: skip


def _filled(pattern: str) -> str:
    """A sign with each <PART> in its place."""
    for name, part in PARTS.items():
        pattern = pattern.replace("<" + name + ">", part)
    return pattern


SENTENCES = Family(whole=True)
_SIGNS = tuple((section, Clued(_filled(pattern), SENTENCES)) for section, patterns in SIGNS.items() for pattern in patterns)
# No sign is without one of these words.
TELLING = frozenset(
    (
        "bothered affairs way head voices scratch ok okay kissed owe keep watch food meal meals proper nowhere plates throws pinches pinched spits drags wants living life existing tired die dead dying death unalive kill killing hang hanging drown drowning harm harming suicide swallow swallowed swallowing took taken taking paracetamol pills tablets bleach live alive exist"
        " happier better cutting cut cuts burnt burned burning hurt hurting throw plan letters notes note letter wont cope help garage bridge roof edge notice miss point numb empty worthless hopeless over"
        " hits hit beats beat punch punches punched kicks kicked slaps slapped chokes choked strangles strangled threw threatens threatened lock locks locked scared frightened terrified afraid safe sleeping fridge"
        " cupboard cupboards spends raped molested touched touches touching groped skirt top shower changing bed marry hold carry sell knife drugs stab nudes naked batter means batters leathers belts"
        " messaging texting snapping dming messaged texted calling gave snap mature secret quiet delete beautiful number want wanna being here attacked smacks smacked belted burns bites stick"
    ).split()
)


@cache
def _by_bit() -> dict[int, tuple[str, Clued]]:
    """Section and sign by the bit that wakes it."""
    return {bit: (section, pattern) for section, pattern in _SIGNS for bit in pattern.ways}


def signs(tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """Signs as (first token, last token, section), sentence by sentence as the words stand."""
    if TELLING.isdisjoint(tokens.vocabulary):
        return
    for first, last in list(tokens.sentences.values()):
        words = [token.word for token in tokens.all[first : last + 1]]
        if TELLING.isdisjoint(words):
            continue
        read = Searched(" ".join(words), SENTENCES)
        starts: list[int] = []
        for bit in read.awake():
            section, pattern = _by_bit()[bit]
            match = read.search(pattern)
            if match and match.end() > match.start():
                starts = starts or list(accumulate((len(word) + 1 for word in words), initial=0))
                yield first + bisect_right(starts, match.start()) - 1, first + bisect_right(starts, match.end() - 1) - 1, section
