"""Private facts by sort, as people write them: health, family, being sent home, results, work."""

from askfirst.checks.text.patterns.clued import Clued

__all__ = ["FACTS"]

HEALTH = (
    r"can'?t (?:read|write)\b|(?:has|have|got|needs?) a (?:teaching assistant|ta|one[- ]to[- ]one|1:1|scribe|reader|keyworker|key worker)\b|(?:found )?sleeping in (?:a|the|his|her|their) (?:car|van|shed)|hormone (?:treatment|therapy|blockers)|puberty blockers|on hormones|education,? health and care plans?|extra time (?:cos|coz|because|bc|as|for|in (?:exams|tests))|screening (?:came|was|is)|gender (?:clinic|identity)|transitioning|hearing voices|allergic to|on the waiting list|hip replacement|mastectomy|having tests|off"
    r" long[- ]term|off with|lost the baby|insulin|nits|head lice|scabies|threadworms|(?:with|covered in|more|new|had) bruises|bruised|seizures?|epilep\w+|diabet\w+|cancer|tumou?rs?"
    r"|leukaemia|lymphoma|chemo\w*|radiotherapy"
    r"|biopsy|(?:his|her|their|the|a) scan\b"
    r"|diagnos\w+"
    r"|assess(?:ed|ment) for|miscarr\w+|pregnan\w+|ivf|abortion|depression|depressed|anxiety|panic attacks?|self[- ]?harm\w*|cuts"
    r" (?:herself|himself)"
    r"|overdos\w+|suicid\w+|eating disorder|for (?:her|his|their) eating|anorexi\w+|bulimi\w+|counsell?(?:or|ing)|therap(?:y|ist)"
    r"|psychiatr\w+"
    r"|psychologist|camhs|medication|antidepressants|ritalin|(?:her|his|their) (?:meds|tablets|medicine|inhaler|condition|illness)|adhd"
    r"|autis\w+|aspergers?"
    r"|dyslexi\w+|dyspraxi\w+|dyscalculi\w+|tourettes?|bipolar|schizo\w+|ehcps?|ehc plan|selective mut\w+|speech therapy|stammer\w*"
    r"|learning (?:disability|difficulties|difficulty|support)|(?:reduced|part[- ]time) timetable|hearing aids?|cochlear|wheelchair user"
    r"|stoma|catheter"
    r"|incontinen\w+|wets? (?:herself|himself|themselves|the bed)|wetting|signed off|off (?:sick )?with (?:stress|her|his|their)|long[-"
    r" ]term sick"
    r"|sick note|(?:nervous|mental|had a) breakdown|rehab|alcoholic|drink(?:ing)? problem|hiv|hysterectomy|surgery|(?:an?|his|her|their|another|more|spine|back|heart|brain|knee)"
    r" operations?\b|(?:has|having|had) (?:another |more )?(?:tests|scans|treatment|surgery)"
    r"|(?:goes|going|sent) to the (?:special|nurture|learning|inclusion) (?:room|unit|base)|only (?:comes|coming|in) (?:in )?(?:\w+ )?(?:days?|mornings?|afternoons?) a week"
    r"|had a (?:stroke|fit|heart attack)|dementia|terminal(?:ly)? |hospice|in(?:to)? hospital|in (?:the|his|her) (?:liver|lungs?|kidneys?"
    r"|brain)"
    r"|transplant|dialysis|sectioned|ward \d|sickle cell|crohn'?s|colitis|cystic fibrosis|eczema|muscular dystrophy|cerebral palsy"
    r"|down'?s syndrome"
    r"|insulin|kill (?:herself|himself|themselves)|(?:her|his|their) heart|heart condition|takes (?:tablets|pills|meds|medicine)|feeding"
    r" tube|nappies|learning support|sees (?:a|the) (?:psych\w+|nurse|doctor)|special needs|sen (?:register|support|list|plan)|send"
    r" (?:register|support|list|plan|review|reading)|gone blind|going blind|going deaf"
)
FAMILY = (
    r"(?:been |got |getting |was |be )deported|refused asylum|(?:step)?(?:dad|mum|father|mother|brother|uncle) (?:hits|beats|hurts|locks|kicks) (?:her|him|them)|(?:husband|wife|partner|dad|mum) has (?:left|walked out|gone)\b|what (?:happened|is happening|goes on) at home|(?:isn't|is not|not|isnt) allowed (?:to see|near|home|within|on (?:site|the premises)|in the (?:building|playground)|contact)|(?:goes|go|going|gone|moved) (?:home )?(?:in)?to a (?:hostel|refuge|children's home|b and b|b&b)|contact order|taken (?:away )?from"
    r" (?:his|her|their) (?:mum|dad|mother|father|parents|family)|kicked out (?:by|of) (?:his|her|their) (?:mum|dad|parents|home|house)"
    r"|lives (?:with|in) (?:a |his |her |their )?(?:foster|carers?|hostel|refuge)|on the streets|sofa[- ]surfing|foster\w*|looked[-"
    r" ]after|(?:in|into|out of) care\b|been adopted|was adopted|is adopted|social (?:workers?|services|care)"
    r"|child protection|cp plan|child in need|domestic (?:abuse|violence)|women's refuge|a refuge|in prison|in jail|inside for|(?:got"
    r"|been|was|were|gets) arrested"
    r"|divorc\w+|(?:mum|dad|parents|mother|father) (?:have |has |are |is |'s |'ve )?(?:split\w*|separat\w+|left|walked out|died|dying"
    r"|drinks?|on drugs|deported|unemployed)"
    r"|(?:mum|dad|mother|father|brother|sister)(?:'s| is| has been| has| was)? (?:inside(?= again| for|[.,!]|$)|in prison|in jail|banged up|an addict|sectioned|ill"
    r"|dying|dead)"
    r"|evict\w+|homeless|(?:temporary|emergency) accommodation|food ?bank|pupil premium|free school meals|fsm|asylum|young carer"
    r"|custody|court order|restraining order|neglected|at risk of harm|safeguarding (?:file|referral|plan|concern|log)|benefits|bailiffs"
    r"|a caution for|criminal record|on probation|on tag|court for|convicted|charged with|youth offending|the police (?:came|were|told"
    r"|took)"
)
SENT_HOME = (
    r"(?:put )?on report for|(?:was|been|got) searched for (?:a |an )?(?:knife|weapon|drugs|vape|phone)s?|(?:did not|didn't|didnt|failed to) turn up (?:for|to)(?= (?:\w+ ){0,3}(?:exams?|mocks?|papers?|interview|hearing))|sent home (?:for|after|until)\b|left (?:his|her|their) (?:old|last) school (?:because|cos|after|over)|(?:moving|changing|changes|moves) schools?\b|(?:moves|moving|move|moved|going|goes|sent|put) (?:in)?to the (?:unit|pru|base|hub|isolation)|got sent to the (?:unit|head)|moved to another school|(?:been|was|got) caught (?:stealing|vaping|with|cheating)|on a behaviour (?:plan|contract)"
    r"|(?:permanently |perm |temporarily |fixed[- ]term )?exclu(?:ded|sions?)|(?:got|been|was|were|is|gets|'s) (?:perm ?ex|pexed|kicked"
    r" out|chucked out|expelled|suspended)"
    r"|expelled|managed move|suspended (?:for|pending|after|from|until)|suspensions?|final warning|(?:the|a) pru\b|alternative provision"
    r"|isolation for"
)
RESULTS = (
    r"(?:got|gets|getting|only got|scored) (?:an? |another )?(?:grade )?(?:[d-gu]|[1-3]) in (?:french|spanish|german|history|geography|physics"
    r"|chemistry|biology|art|music|drama|pe|computing|maths|english|science)|(?:got|gets|getting|scored|only got|managed|has|had) (?:just"
    r" |only |a |an |another |like |about )*(?:\d{1,3} ?%|\d+ ?(?:/|out of)"
    r" ?\d+|\d+ per ?cent"
    r"|\d+ [a-gu]'?s\b|all [d-gu]'?s\b|straight [d-gu]'?s\b|(?:[d-gu]|[1-3]) (?:in|on|for) (?:his|her|their|the|maths|english|science|\w+"
    r" mock))"
    r"|(?:failed|fails|failing|flunked|bombed) (?:all|every|her|his|their|the|maths|english|science|physics|\d|\w+ (?:gcse|mock|a[-"
    r" ]level))"
    r"|(?:went|gone|goes|going|moved|moving|jumped|climbed|improved|rose|risen|slipped|dropped|fell|fallen|slid|up|down) (?:up |down |right )?from"
    r" (?:an? |the )?(?:grade |level )?(?:[1-9]|[a-gu])[*+-]? (?:up |down |right )?to (?:an? |the )?(?:grade |level )?(?:[1-9]|[a-gu])[*+-]?"
    r"(?:(?: in| on| for) (?:her|his|their|the) (?:[a-z]+ )?(?:mocks?|gcses?|tests?|exams?|papers?|assessments?|maths|english|science|report|coursework))?"
    r"|(?:got|has|getting) (?:\d|one|two|three|four) a[ -]?stars? predicted|(?:is|was|been|got) predicted (?:\w+ )?(?:a\*s?|a stars?)|predicted (?:all |only |just |mostly |straight |a |an )*(?:ones?|twos?|threes?|fours?|fails?|[1-4]s|[d-gu]'?s)\b|on track (?:for|to get) (?:a |an |all |only )?(?:fails?|ones?|twos?|threes?|[1-3]s?|[d-gu]s?)\b"
    r"|(?:got|gets|scored|managed) (?:only |just |a )?\w+ out of (?:\d+|ten|twenty|thirty|forty|fifty|sixty|eighty|a hundred)\b|(?:kept back|held back|moved down|put down) (?:a )?(?:year|set)"
    r"|\d{1,3} ?% (?:on|in) (?:the|her|his|their)|reading age|spelling age|standardised score|cat score|sats? (?:score|result)s?"
    r"|attendance for(?= [a-z]+ )|below (?:the )?expected|working (?:below|towards)|well below|p[- ]?scales?|predicted (?:an? )?(?:[1-9]|[a-gu])\b"
    r"|(?:her|his|their) (?:mock|gcse|a[- ]level|test|reading|exam|screening|btec|assessment|maths|english) (?:result|score|grade|mark)s?"
    r"|(?:came|is|was) (?:bottom|last) (?:of|in) (?:the )?(?:class|year|set)|ungraded|bottom \d+ ?%"
)
AT_WORK = (
    r"capability|appraisal (?:was|went|is|came)|(?:being|been|was|getting|got) disciplined|on zero[- ]hours?|disciplinary|(?:been |being )?asked to leave|shown the door|under investigation|being investigated|investigation|allegations?|gross misconduct|sacked|dismissed"
    r"|(?:final )?written warning"
    r"|(?:informal |formal )?support plan|failed (?:his|her|their) (?:probation|induction|ect|observation|appraisal)|probation"
    r" (?:extended|failed)"
    r"|settlement|earns|on £ ?\d|paid £ ?\d|£ ?\d[\d,k.]* (?:a year|salary)|salary|payslip|pay rise|tlr|grievance|tribunal"
    r"|(?:got|given|scored|a) (?:an? )?(?:[1-5]|inadequate|ri|good|poor|fail) (?:for|in|on) (?:her|his|their|the) (?:\w+ )?(?:observation"
    r"|obs|appraisal|learning walk)"
    r"|(?:observation|lesson) (?:was )?(?:graded|rated|judged)|(?:graded|rated|judged) (?:inadequate|requires improvement|a? ?[34])\b"
    r"|requires improvement"
    r"|(?:was|were|got|been) (?:pushed|forced|managed|eased) out|did not resign|didn't resign|gardening leave|turned down for|passed over for|on a (?:warning|last chance|improvement plan)"
    r"|sick (?:leave|pay|record)|occupational health|made redundant|redundancy|sickness record|threshold|performance management"
)
FACTS = {
    sort: Clued(r"(?<!\w)(?:" + told + r")(?!\w)")
    for sort, told in {"health": HEALTH, "family": FAMILY, "home": SENT_HOME, "results": RESULTS, "work": AT_WORK}.items()
}
