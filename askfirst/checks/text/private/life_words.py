"""Words that speak of a private life whoever says them: illness, the body, love, money, the law, a home that is not safe. Facts of the language.

Each stands in the folded text as a whole word. They tell nothing alone: `near_life` looks for whom they are said of.
"""

from askfirst.checks.text.patterns.clued import Clued

__all__ = ["ANOTHER_S", "ANYBODY_S"]

# Told of anybody, oneself too.
ANYBODY_S = Clued(
    r"(?<!\w)(?:tumou?rs?|cysts?|mastectomy|hysterectomy|vasectomy|colonoscopy|dialysis|still ?birth|stillborn|miscarri(?:ed|age)|ectopic|endometriosis|infertile|fertility (?:clinic|treatment)|ivf"
    r"|hiv|hepatitis|herpes|chlamydia|gonorrhoea|genital warts|an st[id]|haemorrhoids|schizophreni\w+|psychosis|psychotic|ptsd|bipolar|sectioned|anorexi[ac]|bulimi[ac]|antidepressants|lithium|diazepam|methadone"
    r"|has spread to (?:my|his|her|their|the) (?:bones?|liver|lungs?|brain|lymph\w*)|(?:tested|test(?:s)? (?:was|came back|is)) positive(?! for covid)|(?:is|was) not a cyst|inoperable|stage (?:four|three|4|3)(?= [a-z]*\s?(?:cancer|now)|[.,!]|$)|months to live"
    r"|(?:so |well |really |proper |completely )?(?:stoned|off (?:my|his|her) face|blackout drunk)|hungover at work|(?:drunk|wasted) (?:last night|at (?:the|my|a) (?:party|bbq|wedding|parents|work)|again|every night|on (?:a )?(?:saturday|friday|sunday))"
    r"|maxed out|in debt|my debts|overdrawn again|(?:rent|mortgage|council tax) arrears|repossessed|sleeping pills|something to (?:make me )?sleep|on (?:my|her) period|morning[- ]after pill|condom (?:split|broke)|sexting|one[- ]night stand"
    r"|trying for (?:a|another) baby|(?:on|off) the (?:sex offenders?|child protection) (?:register|list)|police (?:took|raided|searched|arrested|came (?:for|to (?:our|the) house))|key is under the|key's under the|key under the"
    r"|(?:kissed|kissing|snogged|pulled|fancy|got with) (?:a |another |my best mate's )(?:girl|boy|lad|woman|man|boyfriend|girlfriend)(?= [^.!?\n]{0,60}\b(?:nobody|no one|secret|don't tell|dont tell|told)\b)"
    r"|nobody knows (?:i|i'm|im|that i)|never told anyone|only now saying it|spare room(?= (?:now|since|again|for)|[.,!]|$))(?!\w)"
)
# Told of another alone.
ANOTHER_S = Clued(
    r"(?<!\w)(?:(?:a |an |proper |raging |recovering |total )*(?:alky|alkie|alcoholic|addict|junkie|crackhead|smackhead|(?<=a )drunk|pisshead|gambler|wife[- ]beater|paedo|nonce)(?= (?:and|she|he|who|now|again|since|too)|[.,!]|$)"
    r"|(?:gay|lesbian|bi|bisexual|trans|queer|closeted|in the closet)(?= (?:but|and (?:his|her|their|he|she|they|nobody|no one)|so don't|dont tell|don't tell)|[.,!]? (?:apparently|shh|nobody knows|no one knows))"
    r"|(?:messages|texts|nudes|pics|photos|letters) (?:to|from) another (?:woman|man|girl|lad|bloke)|another woman|sugar daddy|(?:throws?|threw|chucks?|chucked|smash(?:ed|es)|broke) (?:a |the |his |her )?(?:\w+ )?(?:at|over|on) (?:her|him|my mum|my dad|them)(?= |[.,!]|$)"
    r"|(?:threw|thrown|chucked|kicked|booted|turfed) (?:him|her|them|my \w+) out|sleeping on (?:my|our|a|his|her) (?:sofa|couch|floor)|sleeping rough|sleeping in (?:a|his|her|their|the) (?:car|van|shed|doorway)"
    r"|ran away(?: from home)?(?= again|[.,!]|$| on| last| because| cos| to| in)|run away from home|(?:taking|took|taken|takes) (?:my |the |her |his |their )?(?:\w+ ){1,2}(?:off|away from) (?:mum|mam|dad|her|him|them|their (?:mum|dad|parents))|(?:social (?:workers?|services)|the social) (?:came|come|are|have|took|says?|said)"
    r"|(?:throws?|throwing|threw|chucks|pukes?) (?:it )?up (?:after|every|all) (?:\w+ ){0,2}(?:lunch|meal|meals|dinner|eating|breakfast|food|she eats|he eats)|(?:has|have|had|'s got|got|is off|stopped|needs?|missed) (?:her|his|their) (?:tablets|meds|pills|jab|lithium|insulin)"
    r"|(?:wear|wears|wearing) (?:pads|a pad|a wig|nappies|a catheter|a stoma)|can'?t hold (?:it|her wee|his wee)|lost (?:her|his) mind|not right in the head since|(?:got|was|been) (?:sacked|fired)(?= (?:for|from|because|cos|after)|[.,!]|$)"
    r"|(?:no|hasn'?t got (?:any |her |his )?|hasn'?t any|without|fake) papers|scared of (?:the )?(?:police|home office|immigration)|(?:back |now )?in (?:jail|prison|the nick|court|rehab|refuge|a refuge)|(?:been |got )?sent down|done time|served time|out on licence|sex offenders?"
    r"|(?:gave|given|giving|put) (?:up|her|him) (?:for adoption)|adopted and (?:doesn't|doesnt|nobody)|not (?:my|his|her) (?:real|actual) (?:dad|mum|father|mother)|wife left|husband left|left by (?:his|her) (?:wife|husband)|wife (?:is|was) cheating|going blind|going deaf|had a stroke|lost (?:a|the|another) baby"
    r"|(?:dole|income support|foodbank|food bank|food parcels?)|(?:owes?|owing) (?:rent|loads|thousands|a dealer|the dealer|money)|skint since|(?:been )?nicking(?= from)|for nicking|(?:caught|found) (?:with (?:weed|drugs|pills|a knife|coke)|shoplifting|nicking|dealing))(?!\w)"
)
