"""How people write that they work at a school: a job, a class of one's own, a first day, a duty. Patterns alone, without the names of schools."""

from askfirst.checks.text.people.people_words import POST, SUBJECT

__all__ = ["AT", "JOB", "ways_of_working"]

JOB = (
    r"(?:(?<![\w&'-])(?:[\w&'-]{1,20} ){0,3}(?:teacher|technician|assistant|supervisor|officer|manager|leader|lead|coordinator"
    r"|co-ordinator|trainee|ect|nqt|tutor|lecturer|librarian|caretaker|cleaner|cook|chef"
    r"|receptionist|premises|site team|kitchen team|office team|premises team|secretary|administrator|admin|counsellor|mentor|matron"
    r"|nurse|bursar|clerk|coach|instructor|director|principal"
    r"|headteacher|head|deputy|senco|sendco|dsl|ta|hlta|lsa|supply|intern"
    r"|athrawes|athro|cynorthwyydd|nauczyciel\w*|professeure?|enseignante?|maestra|lehrer(?:in)?)(?: (?:of|in|for) [\w&'-]{1,20}(?:"
    r" [\w&'-]{1,20})?)?|" + SUBJECT + r"(?: dept| department| team)?|" + POST + r")"
)
AT = r"(?:\s?(?:@|,|\||·|-|–|—)\s?(?:the )?|\s(?:at|for|in|with|of|yn|w|a|en)\s(?:the )?)"
WORKING = (
    r"(?:teach(?:ing)?|work(?:s|ing)?|employed|based|covering|on supply|doing supply|supply(?:ing)?|train(?:ing)?|on placement|placement"
    r"|start(?:s|ed|ing)?|joined|joining|been|worked|taught|caretaking|cleaned|cooked|clean(?:ing)?|cook(?:ing)?|coach(?:ing)?|run(?:ning)?"
    r"|leads?|tutor(?:ing)?|temping|agency|got (?:the|a|my) (?:\w+ )?job|a (?:new )?job|my ect year|my nqt year|settling in|back|in year"
    r" \d+|in reception|in the (?:\w+ ){1,3})"
)
MINE = (
    r"(?:(?:my|our) (?:\w+ ){0,2}?(?:year \d+'?s|yr ?\d+'?s|y\d+s|year \d+ (?:class|set|group|tutees|form)|[a-z0-9]+ class|class|classes"
    r"|form|tutor group|tutees|classroom|students|pupils|sixth[- ]formers|set|sets|department|dept|team|colleagues|staffroom|staff room"
    r"|office|lab|kitchen|corridor|job|desk|lanyard|timetable|school|employers?|work|day job|placement|training year|appraisal|interview)(?:,| (?:is|are|here|back))?)"
)


def ways_of_working(brand: str) -> tuple[str, ...]:
    """What makes a name of a school one's employer, outside a profile."""
    more = r"(?:\s?\([^()\n]{0,60}\))?"
    return (
        r"\b(?:i|i'm|im|i am|i've|ive|i have|i'll|i also|i currently|currently|now|still|am)\s(?:[\w'-]+ ){0,4}?"
        + WORKING
        + r"(?:\s[\w',&-]+){0,7}?\s(?:at|for|with|by)\s(?:the )?"
        + brand
        + more,
        r"\b(?:i|i'm|im|i am)\s(?:now |currently |still |also )?(?:the |a "
        r"|an |one of the |their |that )?" + JOB + r"\s(?:at|for|with|in)\s(?:the )?" + brand + more,
        r"\b(?:i|i've|just|finally)(?: have| just| finally| officially)? join(?:ed|ing) (?:the )?" + brand + more,
        r"\bas (?:the |a |an )?" + JOB + r"\s(?:at|for|with)\s(?:the )?" + brand + more,
        r"\b(?:we|us|those of us|all of us|colleagues|here)\s(?:all )?at\s" + brand + r"(?:\s(?:are|is|have|need|want|will)\s\w+)?",
        MINE + r"(?:\s[\w',&-]+){0,3}?\s?(?:,\s|\s(?:at|in|for|with|is)\s(?:the )?)" + brand + more,
        r"\b(?:(?:new|first|second|third|last|another|fresh) [\w' ]{2,30}, )*(?:my )?(?:first|second|third|last|new|another|final"
        r"|fourth|tenth) (?:day|week|month|term|year|half[- ]term|shift|lesson|job|start|role|post|school|staff meeting|inset)(?: back)?"
        r"(?: teaching| working| as (?:the |a |an )?"
        + JOB
        + r")?\s(?:at|in|for|with)\s(?:the )?"
        + brand
        + r"(?:(?: \w+){0,2} (?:office|department|team|staffroom|kitchen|library|lab))?",
        r"\b(?:on|doing|break|lunch|gate|bus) duty (?:today |again )?(?:at|outside) (?:the )?"
        + brand
        + r"(?: (?:gate|gates|doors?|bus stop))?|\bleaving "
        + brand
        + r" after (?:\w+ ){1,3}(?:years|terms|months)(?: of \w+ (?:there|here))?",
        r"\bi (?:look after|mow|paint|fix|clean|mind|manage|run|keep) (?:the |all the )?(?:\w+ ){1,3}(?:at|for|in) " + brand,
        r"\b(?:we are|we're) (?:hiring|recruiting) (?:again )?(?:at|for) "
        + brand
        + r"|\b(?:parents' evening|open evening|sports day|inset day|staff meeting) at "
        + brand
        + r"\W{1,2}(?:i|we) \w+",
        r"(?:^|(?<=[.!?\n] ))at " + brand + r",? (?:we|i) \w+",
        r"\b(?:first|last|second|third|another) (?:week|day|half) of (?:term|the year|half[- ]term|the holidays) at " + brand,
        r"\bin the " + brand + r" (?:staff ?room|office|kitchen|workroom|department)",
        r"\bi (?:[\w']+ ){1,8}(?:at|in|round|around|for) " + brand + r" for a living",
        # What only those who work there have, do or are given.
        r"\b(?:my|our) (?:\w+ )?(?:payslips?|wages|pay|pension|contract|pigeonhole|keys|lessons?|registers?|marking|shifts?|rota|appraisal|probation|staff ?room|mentor group|head of department) (?:at|from|in|for|with) "
        + brand,
        r"\b(?:parents'? evening|open evening|inset|twilight|staff meeting|options evening|consultation evening) at "
        + brand
        + r"(?=[^.!?\n]{0,60}\b(?:i|my voice|my feet|i've|i'm|we) )",
        r"\bi(?:'ve| have)? (?:just |once |also |still )?(?:swept|sweep|mopped|taught|covered|marked|invigilated|supervised|unlocked|locked up|served lunch|mowed|set up|stacked|photocopied|registered|timetabled) (?:[\w',]+ ){1,6}(?:at|in|for) "
        + brand,
        r"(?:^|(?<=[.!?\n] ))(?:[\w-]+ ){1,3}(?:years|terms|weeks|months|days) (?:of (?:[\w'-]+ ){1,4}|into (?:the|my|this) (?:job|role|post|year|term) )(?:at|in) "
        + brand
        + r"(?=[^.!?\n]{0,40}\b(?:i|my|we|i've|i'm)\b)",
        r"\b"
        + brand
        + r" (?:(?:gave|has given|handed) me (?:my |a |the )?(?:\w+ )?(?:lanyard|locker|job|contract|timetable|keys|classroom|form|class|pass|badge|post|desk)|pays? (?:me|my wages|my rent|my mortgage)|employs? me|hired me|took me on|has taken me on)\b",
        r"(?:^|(?<=[.!?\n] ))(?:cover|supply|lunch duty|break duty|invigilation|invigilating|marking|teaching) (?:at|for) " + brand,
        r"(?:^|(?<=[.!?\n] ))" + JOB + r"\. " + brand + r"(?=\.|\s?[|\n]|$)",
        r"\b(?:proud|happy|glad|lucky|honoured|pleased) to (?:be (?:a )?(?:part|member) of|work (?:for|at)|teach (?:for|at)|have joined|be joining) (?:the )?"
        + brand,
        r"\bday (?:one|two|three|four|five|\d{1,3})(?: of \w+)? (?:back )?(?:at|in|with) (?:the )?" + brand,
        r"\bnew (?:job|role|post|start|adventure|chapter)\W{1,3}(?:as )?(?:the |a |an )?"
        + JOB
        + r"(?:,| at| for| with| in) (?:the )?"
        + brand,
        r"(?:^|(?<=[.!?\n] ))(?:cover|supply|trainee|new|part[- ]time|proud|night|weekend|full[- ]time) (?:[\w-]+ )?(?:teacher|ta|hlta|cleaner|caretaker|cook|technician|librarian|tutor|supervisor|assistant|receptionist|mentor)"
        r" (?:at|in|for|with) (?:the )?" + brand + r"(?: (?:this|next|all|until|till|from|for) [\w-]+(?: (?:week|month|term|year))?)?",
        r"(?:^|(?<=[.!?\n] )|(?<=\n))(?![^|\n.]{0,20}\bi'?m\b)"
        + JOB
        + r"(?:\s?@\s?|,\s|\sat\s)"
        + brand
        + r"(?=\s?[|\n]|\s\.\s|\.(?:\s|$)|\s[-–—]\s|$)",
        r"(?:^|(?<=[.!?\n] ))" + JOB + r",? (?:this|last|next|all) (?:term|week|month|year) (?:at|in|with) " + brand,
        r"\b(?:by|in the) day(?:time)?,? (?!i'?m\b|i am\b)(?:the |a |an )?" + JOB + r" (?:at|for|in|of) (?:the )?" + brand,
        r"\b(?:after|for|in) (?:\w+ ){1,3}(?:years|months|weeks|terms|decades) (?:of|as|in|on|with) (?:[\w'-]+ ){0,4}?(?:at|for|with) (?:the )?"
        + brand,
        r"(?:^|(?<=[.!?\n] ))(?:marking|planning|prepping|writing|invigilating|moderating|printing|levelling) (?:the |my |our )?(?:\w+ )?"
        + brand
        + r"(?:'s)? (?:mocks?|books|reports|essays|papers|exams?|homework|coursework|lessons)",
        r"(?:^|(?<=[.!?\n] ))(?:i'm |i am )?"
        + brand
        + r"(?:'s)? (?:newest|new|only|resident|favourite|longest[- ]serving|proud|own|latest) "
        + JOB
        + r"(?: reporting for duty)?",
        r"\bteaching (?:\w+ ){1,4}at\s" + brand + r"(?: has been[^.!?\n]{0,30})?",
        r"\bat work\b[^.!?\n]{0,40}?" + brand + r"[^.!?\n]{0,40}",
        r"\bat\s" + brand + r",? where (?:i|i'm|we)\b(?:[ ]?(?:'m|am|teach|work|are|run))?(?: (?:a|the|in|an) [\w ]{2,20}?(?=[,.;:]))?",
        r"\b(?:works|working|employed|teaching|teaches|started) (?:at|for|by) (?:the )?" + brand + more,
        r"\b(?:we're|we are) (?:interviewing|hiring|recruiting|teaching|welcoming|appointing) (?:[\w' ]{1,30} )?at " + brand,
        r"(?:^|(?<=[.!?\n] ))back (?:in the (?:\w+ ){1,2})?at " + brand,
        r"\b(?:proud|lucky|happy|glad|chuffed|honoured|get|love|privilege|joy) (?:to )?(?:work|working|teach|teaching) (?:for|at"
        r"|with) (?:the )?" + brand,
        r"\b(?:the \w+ )?where i (?:now |currently |also )?(?:teach|work)(?: \w+){0,2}?,? (?:at |for )?" + brand,
        r"\b(?:off|heading|headed|in|back|walked|walking) (?:to|into|at) "
        + brand
        + r" for my (?:first|second|last|new|final) (?:day|week|shift|term|job|lesson)(?: as (?:a |an |the )?"
        + JOB
        + r")?",
        r"\b(?:i'm|i am|im) (?:the )?" + brand + r"'s (?:new |own |latest )?" + JOB,
        r"\b(?:on supply|on placement|covering|doing supply) (?:today |again |this \w+ )?at " + brand,
        r"(?:^|(?<=[.!?\n] ))supply(?:ing)? (?:work |cover )?(?:today |again )?at "
        + brand
        + r"(?: (?:this|all|next) (?:week|month|term))?",
        r"\bback (?:to|at) (?:work|teaching) at " + brand + r"(?: (?:tomorrow|today|tonight|on \w+day))?",
        r"\b(?:our|my) (?:inset|staff (?:meeting|training|briefing|do)|cpd|training day|appraisal)(?: day)? (?:at|in) " + brand,
        r"\b(?:\w+ ){1,2}years (?:as )?an? (?:dinner lady|lunchtime [\w ]{4,20}|" + JOB + r") (?:at|for|in) " + brand,
        r"\bmy agency (?:has |have |'s )?(?:sent|put|got) me (?:to|in|into|at) " + brand,
        r"(?:^|(?<=[.!?\n] ))(?:\w+ ){1,3}(?:years|terms|weeks|months|days) (?:in |done |down )?(?:teaching |working )?at " + brand,
        r"\bi (?:work|teach) (?:at|for|in) (?:\w+ ){0,5}of " + brand,
        r"\b(?:the|our) " + brand + r" (?:staff ?room|staff|team) (?:and i|have me|i'm part of)",
    )
