"""Written mutants: small wrong patches, each with what it would mean and the tests that must die of it.

(file under askfirst/, the lines as they stand, the lines as they would stand, what it would mean, the tests that die)
"""

from typing import NamedTuple

__all__ = ["MUTANTS", "Mutant"]


class Mutant(NamedTuple):
    """One patch. `old` stands exactly once in the file."""

    file: str
    old: str
    new: str
    means: str
    dies: str


CASES, PEOPLE, WHO, GATE, PRESS, ASK, ONCE, WAITS, BAD = (
    "tests/casework", "tests/people/test_chains.py", "tests/casework/test_who_sees.py", "tests/casework/test_press_gate.py",
    "tests/casework/test_press_stories.py", "tests/casework/test_question_stories.py", "tests/casework/test_one_change.py",
    "tests/casework/test_downtime.py", "tests/casework/test_bad_input.py",
)  # fmt: skip
TALK = "tests/casework/test_talk_stories.py"
PAGE = "tests/casework/test_impostor_stories.py"
REGISTER = "tests/casework/test_register_stories.py"
DATA = "tests/casework/test_data_request_stories.py"
TO_THE_END = "tests/web/test_by_link_to_the_end.py"
EVENT = "tests/casework/test_event_stories.py"
GOES, STAYS = "tests/records/test_disposal_stories.py", "tests/records/test_what_stays.py"
GROUP = "tests/casework/test_exemption_stories.py"
GLASS, GLASS_PAGES = "tests/records/test_break_glass.py", "tests/web/test_break_glass_pages.py"
STAFF = "tests/casework/test_staff_route_stories.py"
BESIDE, KEPT = "tests/web/test_beside_pages.py", "tests/casework/test_evidence.py"
WORRY = "tests/casework/test_concern_stories.py"
GUESSED = "tests/casework/test_code_phrase_guessed.py"
HEARS = "tests/casework/test_concern_family.py"
STUDENT = "tests/casework/test_student_route_stories.py"
CAMPAIGN, RULES, TO_READ = "tests/adoption/test_campaigns.py", "tests/adoption/test_understood.py", "tests/web/test_to_read_pages.py"
TOLD_NOT_TO, TOLD_WHO, TOLD_COUNTS = (
    "tests/casework/test_instruction_stories.py", "tests/casework/test_instruction_who.py", "tests/casework/test_instruction_counts.py",
)  # fmt: skip
ABOUT = "tests/checks/test_whole_groups.py"
DOOR, PROOF, SHEET = "tests/guard/test_door.py", "tests/casework/test_page_proof.py", "tests/casework/test_page_sheet.py"
NAME = "tests/checks/test_brand.py"
HOME = "tests/casework/test_student_route_families.py"
COUNTED = "tests/casework/test_concern_counts.py"
HELP, NUMBERS, MENDED = "tests/casework/test_support.py", "tests/casework/test_numbers.py", "tests/casework/test_corrections.py"
LAWS, SEATED, MERGED, GAPS = (
    "tests/people/test_routing_laws.py", "tests/people/test_standing.py", "tests/people/test_merge.py", "tests/casework/test_small_promises.py",
)  # fmt: skip

MUTANTS = [Mutant(*row) for row in (
    # ---------------------------------------------------------------- workflow.py: the rules every kind follows
    ("casework/gates.py", "    if file.state not in step.start:\n", "    if False:\n", "steps are taken out of order", BAD),
    ("casework/gates.py", "        if key not in asking.reached:\n", "        if False:\n", "whoever sees a case may answer it", PRESS),
    ("casework/gates.py", "    if not step.by & asking.hats:\n", "    if False:\n", "anybody who sees a case may end it", GAPS),
    ("casework/gates.py", "    shut = _shut(step, file, asking)\n", "    shut: tuple[Refusal, ...] = ()\n", "no gate is ever shut", PRESS),
    ("casework/workflow.py", "            seen.pop(taken.seat, None)\n", "            pass\n", "whoever passed a question on goes on reading it", ASK),
    ("casework/workflow.py", "{OPEN_TO: reached, INFORM: Part.STATUS, ROUTE: reached}", "{OPEN_TO: reached, INFORM: Part.ALL, ROUTE: reached}", "who should see the status reads the words", PRESS),
    ("casework/workflow.py", '        seen[file.asker_seat] = workflow.asker_part\n', "        pass\n", "the asker does not see their own case", WHO),
    ("casework/workflow.py", "    if file.logger and file.logger != file.asker:\n", "    if False:\n", "whoever wrote it down does not see it", WHO),
    # ---------------------------------------------------------------- kinds/press.py
    ("casework/kinds/press.py", '    return tuple(owed for owed in file.owed if not file.has("consult", of=owed))\n', '    return () if file.of("consult") else file.owed\n', "one Headteacher's advice stands for all", PRESS),
    ("casework/kinds/press.py", "    if not file.owed:\n        return (WHICH_SCHOOL,)\n", "    if not file.owed:\n        return ()\n", "no school named is taken for no school", GATE),
    ("casework/kinds/press.py", "    if who.trust_lead:\n", "    if False:\n", "the Executive Headteacher's own post goes to the Headteachers", WHO),
    ("casework/kinds/press.py", "    if file.has(OWN_OF_TRUST_LEAD):\n        return ()", "    if file.has(OWN_OF_TRUST_LEAD) and False:\n        return ()", "a Headteacher is asked about their own manager's post", WHO),
    ("casework/kinds/press.py", "        if not who.adult:\n", "        if True:\n", "the safeguarding lead hears of an adult student", PRESS),
    ("casework/kinds/press.py", "    if len(schools) > 1 and", "    if len(schools) > 2 and", "nobody co-ordinates two schools", PRESS),
    ("casework/kinds/press.py", "            start=frozenset({PENDING}) | ANSWERABLE,\n            end=PENDING,\n", "            start=frozenset({PENDING}) | ANSWERABLE,\n            end=None,\n", "a school named after the response leaves the gate open", GATE),
    ("casework/kinds/press.py", "    moves = [Move(OPEN_TO, seat=COMMS)]\n", "    moves: list[Move] = []\n", "communications never hear of a journalist", PRESS),
    # ---------------------------------------------------------------- the staff route and what it stands on
    ("casework/kinds/staff_route.py", "    if file.state == CHECKING:\n        return (Want(\"check-speech\"", "    if file.state == CHECKING:\n        return (Want(\"decide\"", "nobody checks whether it is lawful speech", STAFF),
    ("casework/kinds/staff_route.py", '    return (Want("store-outcome", of=turns, first=HR,', '    return (Want("store-outcome", of=turns, first=head(file.school),', "a Headteacher stores the outcome, and HR does not", STAFF),
    ("casework/kinds/staff_route.py", "    if taken.step == TELL:\n", '    if taken.step == "hand-off":\n', "the person hears of it before HR has told them", STAFF),
    ("casework/kinds/staff_route.py", " and not file.of(EMPLOYED):\n", " and False:\n", "a supply teacher goes into the employees' procedure", STAFF),
    ("casework/onward.py", "    bar_as_before(case, first)\n", "", "whoever told of it handles it", STAFF),
    ("casework/reading.py", "bool(row.only) and not row.only & hats", "False", "HR reads what is for safeguarding alone", STAFF),
    ("records/bundle.py", ' and self._words(first).get("sort", REMARK) != REMARK\n', "\n", "an opinion is in the bundle", STAFF),
    ("records/bundle.py", '    if changed:\n        return {**held', '    if False:\n        return {**held', "a changed file goes along as if it were whole", STAFF),
    ("casework/kinds/support.py", "    return (SUPPORT,) if file.of(COLLEAGUE) and not file.of(SUPPORT) else ()\n", "    return ()\n", "nobody has to offer a colleague support", HELP),
    ("casework/kinds/support.py", " and not words.get(REASON):\n", " and False:\n", "support is not offered, and nobody says why", HELP),
    ("casework/kinds/concern_steps.py", "        needs=(SUPPORTED,),\n", "", "a concern is closed before a colleague was offered support", HELP),
    ("casework/corrections.py", '        seal.erase(case=case.ref, name="step-%d" % entry.number)\n', "        pass\n", "what was taken out can still be read", MENDED),
    ("casework/corrections.py", " if anything or one.by == by.person]", "]", "whoever weighs it takes out what others wrote", MENDED),
    ("casework/corrections.py", "found.part is Part.ALL and bool(hats_of(found, by)[0] & DEALS)", "True", "whoever sees the status puts things right", MENDED),
    ("casework/reading.py", "    row = row_of(workflow, file, taken)\n", "    row = workflow.step(taken.step)\n", "what is kept to some is open once it was put right", MENDED),
    ("records/bundle.py", "first.step not in LEFT_OUT and", "taken.step not in LEFT_OUT and", "what is in no copy is in it once it was put right", MENDED),
    # ---------------------------------------------------------------- what lies beside a case
    ("casework/evidence.py", "    return found.part is Part.ALL or bool(hats_of(found, by)[0] & {Hat.ASKER, Hat.LOGGER})\n", "    return True\n", "whoever sees the status sees what lies beside", BESIDE),
    ("casework/evidence.py", "rows if found.part is Part.ALL else rows.filter(by=by.person)", "rows", "whoever told of it sees what others put there", KEPT),
    ("casework/steps.py", "        forget_beside(case)\n", "        pass\n", "what is passed outside leaves its pictures here", BESIDE),
    # ---------------------------------------------------------------- the student route and whom a family is
    ("casework/kinds/student_route.py", "    if file.state in (CLEARING, HELD):\n        return (Want(\"let-talk\", of=turn, first=_lead(file)", "    if file.state in (CLEARING, HELD):\n        return (Want(\"let-talk\", of=turn, first=lead", "the safeguarding lead is skipped", STUDENT),
    ("casework/kinds/student_route_steps.py", "        needs=(FINDING_FIRST, *needs),", "        needs=needs,", "a sanction without a talk and a finding", STUDENT),
    ("casework/kinds/student_route_steps.py", '*unless("take-account", "own-account")(file)', "*()", "a finding without the student's own account", STUDENT),
    ("casework/kinds/student_route_steps.py", 'return () if not file.of(ALONE) or file.of("other-evidence") else (ALONE,)', "return ()", "a student's sanction rests on what was told without a name alone", STUDENT),
    ("casework/kinds/student_route_home.py", '    return () if file.of("tell-parent") or carers_knew else ("family",)\n', "    return ()\n", "nobody at home is told, and nobody says why", STUDENT),
    ("casework/kinds/student_route.py", '        return (Want("not-told", of="", first=_lead(file), clock=SOON),)\n', '        return (Want("not-told", of="", first=lead, clock=SOON),)\n', "the Head of Year says for the safeguarding lead why nobody is told", STUDENT),
    ("casework/kinds/student_route.py", '    if taken.step == "record-talk":\n', '    if taken.step == "let-talk":\n', "the student hears of it before the talk", STUDENT),
    ("casework/kinds/student_route.py", 'Want("head-decides", of=turn, first=_head(file)', 'Want("head-decides", of=turn, first=lead', "the Head of Year decides on a student suspension", STUDENT),
    ("casework/families.py", "        _no_other_student(case, student, field,", "        () and _no_other_student(case, student, field,", "a sibling's name in what a family reads", STUDENT),
    ("casework/families.py", "_take_out(field, said)\n    for one", "pass\n    for one", "a sibling's or a target's surname in what a family reads", HOME),
    ("casework/families.py", "    if cared == in_care(file):\n", "    if cared == in_care(file) or not cared:\n", "care that is over goes on for good", HOME),
    ("casework/families.py", ".exclude(reason=REQUESTER)", "", "trying names tells who told of it", HOME),
    ("casework/families.py", "seat in told if seat not in may]", "seat in told if False]", "a parent who may be told no more reads on", HOME),
    ("casework/kinds/student_route.py", "if one.seat not in untold(file)}\n        return", "}\n        return", "a parent who may be told no more hears of the end", HOME),
    ("casework/kinds/student_route_steps.py", 'return (*unless("record-talk")(file), *unless("take-account"', 'return (*(), *unless("take-account"', "a finding without the talk", STUDENT),
    ("people/told.py", "student=ref, has_pr=True, may_contact=True,", "student=ref, may_contact=True,", "somebody without parental responsibility is told", STUDENT),
    ("people/told.py", ".exclude(adult_id__in=barred)", "", "somebody who must not be contacted is told", STUDENT),
    ("casework/times.py", "    if clock.due == 0 and (", "    if clock.due == 9 and (", "what is due the same school day is due on a Sunday", "tests/casework/test_student_route_stories.py"),
    # ---------------------------------------------------------------- a concern, and the mailbox of whoever gives no name
    ("casework/kinds/concern.py", "    if file.state in (SCREEN, LOCKED):\n        return (Want(\"screen\", of=turn, first=lead(file.school)", "    if file.state in (SCREEN, LOCKED):\n        return (Want(\"screen\", of=turn, first=_triager(file)", "safeguarding is skipped", WORRY),
    ("casework/kinds/concern_gates.py", '    return () if file.asker or file.of("other-evidence") else ("evidence",)\n', "    return ()\n", "a sanction rests on what was told without a name and on nothing else", WORRY),
    ("casework/kinds/concern.py", '    if taken.step == "tell-subject":\n', '    if taken.step == "weigh":\n', "whom it is about hears of it before they are told", WORRY),
    ("casework/kinds/concern.py", '    if taken.step in ("hold", "flag", "pass-outside"):\n', '    if taken.step in ("hold", "pass-outside"):\n', "a lock leaves the others in", WORRY),
    ("casework/steps.py", " if row.erases else ():\n", " if False else ():\n", "the words stay once it was passed outside", WORRY),
    ("casework/code_phrase.py", "Limit(free=10, forgets_one_in=120,", "Limit(free=10, forgets_one_in=12,", "a code phrase is guessed", GUESSED),
    # ---------------------------------------------------------------- an instruction about a blog, and how many there are
    ("casework/kinds/instruction.py", "    first=LOOK,\n", "    first=LOOKED,\n", "an instruction goes out without a look by HR", TOLD_NOT_TO),
    ("casework/kinds/instruction_words.py", " and starts and _day(words, STARTS, on) < on:\n", " and starts and False:\n", "an instruction starts in the past", TOLD_NOT_TO),
    ("casework/kinds/instruction_words.py", "    if ends >= months_after(starts, MONTHS):\n", "    if False:\n", "an instruction goes on for more than a year", TOLD_WHO),
    ("casework/kinds/instruction.py", "        **dict.fromkeys((QUERIED, CHALLENGED, ENDING), Closing(step=\"over\", on=OVER, morning=True)),\n", "", "an instruction has no end", TOLD_NOT_TO),
    ("casework/kinds/instruction_words.py", '[Refusal(NOT_LAWFUL, "MAN-2")] if asked or noticed else []', "[]", "an instruction stops union matters", TOLD_NOT_TO),
    ("casework/kinds/instruction_words.py", " if asked or noticed else []", " if asked else []", "an instruction stops whistleblowing in other words", TOLD_NOT_TO),
    ("casework/kinds/instruction.py", "first=line_manager_of(giver), clock=SOON, passed=tuple(passed))", "first=person(giver), clock=SOON)", "whoever drafted an instruction decides the challenge", TOLD_NOT_TO),
    ("casework/kinds/instruction.py", "        **dict.fromkeys(UNANSWERED | {RECEIVED}, Closing(", "        **dict.fromkeys({RECEIVED}, Closing(", "an instruction counts only once they press", TOLD_NOT_TO),
    ("casework/kinds/instruction.py", "        Move(OPEN_TO, seat=manages),\n    )\n", "        Move(OPEN_TO, seat=manages),\n        Move(OPEN_TO, seat=person(about)),\n    )\n", "they read an instruction before it is given", TOLD_WHO),
    ("casework/kinds/instruction.py", '    return frozenset("step-%d" % taken.sequence for taken in (*drafts[:-1], *file.of("look", "advise-again")))\n', "    return frozenset()\n", "they read what HR advised on an instruction", TOLD_NOT_TO),
    ("casework/kinds/instruction_words.py", "MONTHS, NOTICE_DAYS = 12, 30\n", "MONTHS, NOTICE_DAYS = 12, 29\n", "the notice that an instruction ends comes a day late", TOLD_NOT_TO),
    ("casework/instruction_counts.py", "    if len({one.about for one in found}) < reports.LEAST:\n", "    if len(found) < reports.LEAST:\n", "instructions of one person are counted as of five", TOLD_COUNTS),
    ("casework/instruction_counts.py", "        .exclude(case__in=reports.kept_from(by))\n", "", "a number of instructions counts what somebody is shut out of", TOLD_COUNTS),
    ("casework/instruction_counts.py", "max(days[START], days[ISSUE])", "days[START]", "an instruction is longer than it counted", TOLD_COUNTS),
    # ---------------------------------------------------------------- kinds/question.py
    ("casework/kinds/question.py", '    if taken.step == "pass-on":\n', '    if taken.step == "":\n', "whoever passed a question on goes on reading it", ASK),
    ("casework/kinds/question.py", 'if turn.step == "ask-again" else ()', 'if False else ()', "asked again, the same person is asked", ASK),
    ("casework/kinds/question.py", "    choices = TO_STUDENTS if student else TO_STAFF\n", "    choices = TO_STUDENTS + TO_STAFF\n", "a student asks a line manager", BAD),
    ("casework/kinds/question.py", "TIME_TO_ANSWER = Days(remind=1, due=2, climb=3)", "TIME_TO_ANSWER = Days(remind=1, due=2, climb=2)", "the next person is asked a day early", ASK),
    ("casework/kinds/question.py", "closes={ANSWERED: Closing(days=10,", "closes={ANSWERED: Closing(days=9,", "a question ends a day early", ASK),
    # ---------------------------------------------------------------- reports.py, concern_counts.py: no small number comes back
    ("casework/reports.py", 'GOVERNED = WITH_PRESS | {"removal"}', 'GOVERNED = WITH_PRESS | {"removal", "concern"}', "a report cell of four concerns comes back by difference", COUNTED),
    ("casework/reports.py", 'GOVERNED = WITH_PRESS | {"removal"}', 'GOVERNED = WITH_PRESS | {"removal", "instruction"}', "a report cell of four instructions comes back by difference", TOLD_COUNTS),
    ("casework/concern_counts.py", "number if number >= reports.LEAST else None", "number or None", "a report cell of four is shown", COUNTED),
    ("casework/concern_counts.py", " if told - number >= reports.LEAST else None", "", "the four that do not name a clause come back by difference", NUMBERS),
    ("casework/concern_counts.py", "told[row.place.id] += row.number or 0", "told[row.place.id] = 99", "a clause counts beside concerns that are not told", NUMBERS),
    ("casework/concern_counts.py", "            clauses = set()\n", "            pass\n", "a clause that was picked no more still counts", NUMBERS),
    ("casework/answer_times.py", " if len(found) >= reports.LEAST else None", " if found else None", "the time of one answer is told", NUMBERS),
    ("casework/answer_times.py", " or (kind, state, school or reports.NOWHERE) not in told:\n", ":\n", "a time tells of cases too few to be told", NUMBERS),
    ("casework/concern_counts.py", "        .exclude(case__in=reports.kept_from(by))\n", "", "a Headteacher counts the concern about them", COUNTED),
    ("casework/concern_counts.py", "came if word == SO_IT_WAS else NO_ACTION,", "came,", "what was false counts as if it had been so", COUNTED),
    ("casework/concern_counts.py", "case__state__in=(TOLD, CLOSED), ", "", "a concern counts while it is looked into", COUNTED),
    # ---------------------------------------------------------------- kinds/exemption.py and what it stands on
    ("casework/kinds/exemption.py", "    if file.state == ACTIVE and shut:\n", "    if False:\n", "students stay in a group without a second adult", GROUP),
    ("casework/kinds/exemption.py", "clock=SOON, passed=_agreed_by(file)),)", "clock=SOON),)", "whoever agreed as line manager notes it too", GROUP),
    ("casework/kinds/exemption.py", 'since=("go-live", "go-on")', 'since=()', "a new second adult lengthens the year", GROUP),
    ("casework/kinds/exemption_gates.py", '    return () if file.of("read") else ("read",)\n', "    return ()\n", "a group is active before the advice is read", GROUP),
    ("casework/deadlines.py", "_leavers(at) + look_outside(at=at)", "_leavers(at)", "nobody looks whether a second adult has left", GROUP),
    ("casework/outside.py", "not employed(ref, on=on)", "False", "a contract that has ended is not noticed", GROUP),
    ("casework/effects.py", '    "page": _groups_of_a_page,\n', "", "a mixed page keeps its group active", GROUP),
    ("casework/exemption.py", "if one.until >= on)", "if True)", "a group whose year is over quiets a check", GROUP),
    ("advice/friends_here.py", "if not (group and one.link is Link.STUDENT)", "if not group", "a group quiets every name", "tests/web/test_friends_pages.py"),
    ("advice/friends_here.py", "group not in {one.ref for one in groups_of(by)}", "False", "any reference quiets the check", "tests/web/test_friends_pages.py"),
    ("casework/live.py", "case__kind=EVENTS, case__state=ISSUED, step=DAY", "case__kind=EVENTS, step=DAY", "an event that nobody knows of shows names", "tests/advice/test_known_here.py"),
    # ---------------------------------------------------------------- steps.py and targets.py
    ("casework/steps.py", "        if refused := may(found, file, row, by=by, of=target.of):\n", "        if (refused := may(found, file, row, by=by, of=target.of)) and not version:\n", "an old page takes what is refused", GAPS),
    ("casework/steps.py", "        if version is not None and _changed_since(workflow, file, version):\n", "        if False:\n", "an old page writes over what is new", ONCE),
    ("casework/steps.py", "    bar(case, unwanted=opened.unwanted, parties=opened.parties, on=london_day(at))\n", "", "a new case has no bars", WHO),
    ("casework/steps.py", "        for person in {case.whose, case.logger_id or \"\"} - {by.person}:\n", "        for person in ():\n", "the asker is not told of the answer", ASK),
    ("casework/steps.py", "    if opened.asker != by.person:\n        pen.tell(opened.asker, NEWS)\n", "", "somebody's enquiry is written down and they do not hear", GAPS),
    ("casework/steps.py", "any(done is None or not done.beside for done in since)", "bool(since)", "two Headteachers cannot answer at once", ONCE),
    ("casework/steps.py", '        seal.erase(case=case.ref, name="draft")\n', "        pass\n", "a deleted draft is still there", ASK),
    ("casework/targets.py", "        acting = found.seats.get(calls[0].seat, \"\") if calls else \"\"\n", "        acting = \"\"\n", "nobody sees that somebody acted for another", ASK),
    ("casework/targets.py", '    if of in file.owed or file.has("name-school", of=of):\n', "    if False:\n", "a school is named twice", BAD),
    # ---------------------------------------------------------------- pen.py
    ("casework/pen.py", "        for entry in self.entries:\n            self._trail(entry)\n", "", "nothing is written into the trail", ONCE),
    ("casework/pen.py", "        access.rewrite(self.case, self.workflow, file)\n", "", "who sees a case is never brought up to date", WHO),
    ("casework/pen.py", "passed=(*want.passed, *asked)", "passed=want.passed", "the next person is never asked, the first again", ASK),
    ("casework/pen.py", "            if not file.has(INFORM, of=want.key):\n", "            if False:\n", "at the end of the chain nobody hears", WAITS),
    ("casework/pen.py", "            if kind == NEWS and person in do:\n                continue\n", "", "one change tells one person twice", GAPS),
    ("casework/pen.py", "        if found is None or away - stood_in:\n", "        if found is None:\n", "the duty contact does not hear of a Headteacher away", PRESS),
    ("casework/pen.py", ".exclude(want__in=wanted).update(ended_at=self.at)", ".exclude(want__in=wanted).update(ended_at=None)", "what is done still waits for people", ASK),
    ("casework/seated.py", "    return found if found is not None and found.seat == seat else None\n", "    return found\n", "somebody further up hears instead of whoever is shut out", GAPS),
    # ---------------------------------------------------------------- access.py, bars.py, reading.py
    ("casework/access.py", "        yield frozenset({by.person, acting} - {\"\"}), seats\n", "        yield frozenset({acting} - {\"\"}), seats\n", "bars shut only whom one acts for", WHO),
    ("casework/access.py", "        yield frozenset({by.person, acting} - {\"\"}), seats\n", "        yield frozenset({by.person}), seats\n", "whoever acts for somebody who is barred comes in", GAPS),
    ("casework/access.py", "            rows = rows.exclude(scope__in=seats, case_id__in=shut)\n", "            pass\n", "a count counts what is not listed", WHO),
    ("casework/access.py", "            calls = calls.exclude(case_id__in=shut)\n", "            pass\n", "what waits shows a case that is shut", GAPS),
    ("casework/access.py", "kept_from(parents, on=by.on) if parents else ()", "()", "a father who may not be told any more still sees it", HEARS),
    ("casework/pen.py", "            if not may_hear(self.case, move, on=london_day(self.at)):\n                continue\n", "", "a father hears although he may not be told", HEARS),
    ("casework/access.py", "        case.access.filter(id__in=gone).delete()\n", "        pass\n", "a row stays behind", ASK),
    ("casework/access.py", "        part, case_id = max(part, seen), id\n", "        part, case_id = seen, id\n", "the last seat says how much is seen, not the best", GAPS),
    ("casework/access.py", "        asked &= Q(case_id__lt=below)\n", "        asked &= Q(case_id__lte=below)\n", "a page begins with the last line of the one before", WHO),
    ("casework/bars.py", "    for case in Case.objects.filter(bars__person_id__in=people, bars__reason__in=(ABOUT, REQUESTER)).distinct():\n", "    for case in Case.objects.none():\n", "a tie recorded late shuts nothing", WHO),
    ("casework/bars.py", "**dict.fromkeys(about, ABOUT)}\n", "**dict.fromkeys(parties, ABOUT)}\n", "the asker comes in by a seat", WHO),
    ("casework/bars.py", "*((person, UNWANTED) for person in unwanted)]\n", "]\n", "whoever was passed over comes in by acting for another", ASK),
    ("casework/reading.py", "        tried(ref, by=by, at=at)\n        raise\n", "        raise\n", "nobody hears of tries", GAPS),
    ("casework/reading.py", 'names = [] if found.part is Part.STATUS else', 'names = [] if False else', "who may see the status reads the words", PRESS),
    ("casework/reading.py", "    if found.part is Part.STATUS:\n        return []\n", "", "who may see the status reads who looked", GAPS),
    ("casework/refused.py", "    if not is_officer(by):\n", "    if False:\n", "anybody reads who tried what", GAPS),
    ("casework/refused.py", "    return officer is not None and officer.person == by.person\n", "    return True\n", "a deputy reads who tried what on any day", "tests/access/test_doors.py"),
    # ---------------------------------------------------------------- hats.py, resolve.py, standing.py
    ("people/resolve.py", '            ("asker", person == matter.asker),\n', "", "somebody is asked about their own matter", LAWS),
    ("people/resolve.py", '            ("unwanted", person in matter.unwanted),\n', "", "whoever was passed over is asked", PEOPLE),
    ("people/resolve.py", '            (self.close.get(person, ""), person in self.close),\n', "", "a relative is asked", PEOPLE),
    ("people/resolve.py", "            reason = self.why_not(delegate)\n", '            reason = ""\n', "a delegate is asked about their own matter", PEOPLE),
    ("people/resolve.py", '            if reason == "absent":\n', "            if reason:\n", "a delegate stands in for somebody who is barred", LAWS),
    ("people/resolve.py", 'return to != hats.subjects(seat)[0] and (', "return (", "somebody becomes their own line manager", PEOPLE),
    ("people/resolve.py", '    return kind == "head" and matters == HEADTEACHER\n', '    return kind == "head"\n', "a line manager's delegation makes a Headteacher", PEOPLE),
    ("people/resolve.py", "    if len(met) == 1:\n        yield HR", "    if False:\n        yield HR", "who has no line manager asks the Headteacher", PEOPLE),
    ("people/resolve.py", "            self.reached.update(self.directory.delegates(holder, seat, self.on))\n", "            pass\n", "a delegate is asked twice", GAPS),
    ("people/hats.py", "        return self.seats.get(seat, \"\")\n", "        return \"\"\n", "nobody acts for anybody", ASK),
    ("people/standing.py", "            if covers(matters, seat, to=ref, giver_is_head=giver_is_head):\n", "            if True:\n", "a delegation gives every seat", SEATED),
    ("people/standing.py", "return None if person is None or gone(person.is_active, person.left_on, on) else person", "return person", "whoever has left goes on", SEATED),
    ("people/standing.py", "    if chosen in {Capacity.STAFF, Capacity.TRUSTEE}:\n", "    if True:\n", "a parent brings their work along", SEATED),
    ("people/standing.py", "{hats.own(ref, chosen): \"\"}", "{hats.person(ref): \"\"}", "a parent is here as at work", SEATED),
    ("people/standing.py", "    posts = Post.objects.filter(running(on), line_manager_id__in=refs)\n", "    posts = Post.objects.filter(line_manager_id__in=refs)\n", "a former line manager reads on", SEATED),
    ("people/merge.py", "get_fields(include_hidden=True)", "get_fields()", "a merge leaves cases and ties behind", MERGED),
    # ---------------------------------------------------------------- deadlines.py and times.py
    ("casework/deadlines.py", "    call.climbed_at = pen.at\n", "", "the next person is told again and again", WAITS),
    ("casework/deadlines.py", "        call.reminded_at = at\n", "        pass\n", "somebody is reminded again and again", WAITS),
    ("casework/deadlines.py", "return _mornings(at) + _remind(at) + _climb(at) + _close(at)", "return _mornings(at) + _climb(at) + _remind(at) + _close(at)", "the next person hears before the reminder", WAITS),
    ("casework/deadlines.py", "    if at < eight or CaseMorning", "    if CaseMorning", "whoever acts is told in the night", WAITS),
    ("casework/deadlines.py", "        if found is None:\n            done +=", "        if False:\n            done +=", "a case waits for somebody who has gone", WAITS),
    ("casework/deadlines.py", "        if found.person != (yesterday.person if yesterday else sat):\n", "        if True:\n", "whoever acts is told every morning", WAITS),
    ("casework/deadlines.py", "            if pen.reach(want, file):\n", "            if False:\n", "whoever comes back is not asked", WAITS),
    ("casework/times.py", "calendar.add_school_days(day, days)", "(day + timedelta(days=days))", "deadlines count weekends and holidays", WAITS),
    ("casework/times.py", "left / 3), min(climb, left * 2 / 3)", "left), min(climb, left)", "a near deadline passes before anybody else is asked", WAITS),
    # ---------------------------------------------------------------- kinds/talks.py, yearly.py, interest.py, offer.py
    ("casework/kinds/talks.py", "needs=(TALKED_ABOUT,), answers=True, ends=ends,", "answers=True, ends=ends,", "what must be talked about is settled without a talk", TALK),
    ("casework/kinds/talks.py", "    turn = file.of(OPEN, *NEW_TURN)[-1]\n", "    turn = file.taken[0]\n", "one level up, the talk before counts for theirs", TALK),
    ("casework/kinds/talks.py", "    if file.has(BY_GOVERNANCE) and not file.of(\"hand-on\"):\n", "    if False:\n", "a trustee's matter is handed on by nobody", TALK),
    ("casework/kinds/talks.py", "    return (Move(SHUT_TO, seat=GOVERNANCE),) if taken.step == \"hand-on\" else ()\n", "    return ()\n", "whoever handed it on reads on", TALK),
    ("casework/kinds/talks.py", "    return (Move(\"confirm-by\", of=by),) if isinstance(by, str) and by else ()\n", "    return ()\n", "the day that was agreed is no deadline", TALK),
    ("casework/kinds/talks.py", "    if file.has(BY_GOVERNANCE):\n        raise BadField", "    if False:\n        raise BadField", "a trustee's matter is referred to HR", TALK),
    ("casework/kinds/talks.py", "else (Move(OPEN_TO, seat=HR),)\n", "else ()\n", "HR does not read along", TALK),
    ("casework/kinds/talks.py", "    passed = tuple(dict.fromkeys(before)) if turn.step == \"ask-again\" else ()\n", "    passed = ()\n", "one level up, the same person talks again", TALK),
    ("casework/kinds/yearly.py", "closes={SETTLED: Closing(months=12, step=\"year-on\")}", "closes={SETTLED: Closing(months=13, step=\"year-on\")}", "a year is thirteen months", TALK),
    ("casework/kinds/yearly.py", "                again = str(len(file.of(\"ask-again\", \"changed\")))", "                again = \"\"", "a new name is asked of the line manager", TALK),
    ("casework/kinds/yearly.py", "            if file.has(RENAME_OWED) and not file.of(\"renamed\"):\n", "            if file.has(RENAME_OWED):\n", "a page renamed is asked for again and again", TALK),
    ("casework/kinds/yearly.py", "\"managed\": CONFIRMING", "\"managed\": SETTLED", "steps that were agreed are asked for by nobody", TALK),
    ("casework/kinds/interest.py", "\"recuse\": CONFIRMING", "\"recuse\": SETTLED", "taking no part is confirmed by nobody", TALK),
    ("casework/kinds/interest.py", "closes={SETTLED: Closing(days=10, step=\"finish\")}", "closes={}", "a conflict that was settled never ends by itself", TALK),
    ("casework/kinds/offer.py", "            say(\"Accepted\"),\n            frozenset({DECIDED}),\n            CLOSED,\n            ASKER,\n", "            say(\"Accepted\"),\n            frozenset({DECIDED}),\n            CLOSED,\n            frozenset({\"asked\"}),\n", "somebody else accepts for them", TALK),
    ("casework/kinds/offer.py", "    where={\"outcome\": (\"conflict\",)},\n", "    where={\"outcome\": (\"nothing\",)},\n", "please do not accept, without a reason", TALK),
    # ---------------------------------------------------------------- seated.py, fields.py, and what the talks added to steps.py and deadlines.py
    ("casework/seated.py", "    if named := by_name(seat):\n", "    if (named := by_name(seat)) and False:\n", "nobody is asked by name", TALK),
    ("casework/seated.py", "return None if directory.has_left(named, on) and hats.role(seat) != \"outside\" else Route(", "return Route(", "whoever has left is asked by name", TALK),
    ("casework/fields.py", "        return all(held.get(other) in values for other, values in self.where.items())\n", "        return not self.where\n", "what hangs on another answer is never asked", TALK),
    ("casework/fields.py", "    if side is Day.PAST and day > on:\n", "    if False:\n", "a talk took place tomorrow", TALK),
    ("casework/fields.py", "    if side is Day.COMING and day < on:\n", "    if False:\n", "steps are due yesterday", BAD),
    ("casework/fields.py", "    if abs(day - on) > FAR:\n", "    if False:\n", "a talk took place in 1999", TALK),
    ("casework/steps.py", "parties=opened.parties, on=", "parties=frozenset(), on=", "whoever it is about, and their family, come in by a seat", TALK),
    ("casework/steps.py", "    pen.moves(pen.workflow.marks(row.id, {**words, **named_in_words}))\n", "", "nothing that was agreed stands in the clear", TALK),
    ("casework/steps.py", "    if row.back:\n", "    if False:\n", "whoever was asked does not hear back", TALK),
    ("casework/steps.py", "end=row.leads(words))\n", "end=row.end or \"\")\n", "an outcome leads nowhere", TALK),
    ("casework/deadlines.py", "    done = _leavers(at) + look_outside(at=at)\n", "    done = look_outside(at=at)\n", "what belongs to a leaver never ends", TALK),
    ("casework/deadlines.py", "Q(asker__left_on__lt=london_day(at))", "Q(asker__left_on__lte=london_day(at))", "a leaver's matters end on their last day", TALK),
    ("casework/gates.py", "    if not step.by & asking.hats:\n", "    if not step.answers and not step.by & asking.hats:\n", "whoever hears next does what is somebody's alone", TALK),
    # ---------------------------------------------------------------- kinds/data_request.py, and the clocks of the law
    ("casework/clocks.py", "return months_after(self.since, self.months) + timedelta(days=self.days)", "return self.since + timedelta(days=30 * self.months + self.days)", "a month is thirty days", DATA),
    ("casework/times.py", "    while found > after and not calendar.counts(found):\n", "    while False:\n", "a reminder comes in the holidays", DATA),
    ("casework/gates.py", "    if last is None or on is None or on <= date.fromisoformat(last.of):\n", "    if True:\n", "two months are added when the first is over", DATA),
    ("casework/kinds/data_request.py", "months=EXTENDED if _is_extended(file) else FIRST_MONTH", "months=FIRST_MONTH", "the months that were added are not counted", DATA),
    ("casework/kinds/data_request.py", "            needs=(COPIES, ONCE),\n", "            needs=(ONCE,),\n", "what went wrong is put off", DATA),
    ("casework/deadlines.py", "if step.tells and not pen", "if not step.tells and not pen", "a mother hears nothing when it ends with her child", TO_THE_END),
    ("people/notify.py", ", link=by_link(notice.to, at=at) is not None)", ", link=False)", "no mail says where to ask for a link", TO_THE_END),
    ("casework/outside.py", "    if not directory.has_left(ref, on):\n        return None\n", "", "an event is taken from whoever organises it", EVENT),
    ("casework/outside.py", "    NEW: _falls_to,\n", "    NEW: _if(lambda move, on: False),\n", "an event whose organiser has left is nobody's", EVENT),
    ("casework/openings/data_request.py", "{about.ref, *officers}", "{about.ref}", "the officer looks at what they did themselves", DATA),
    ("people/resolve.py", "DPO: (DEPUTY_DPO, DATA_TRUSTEE, CHAIR", "DPO: (DEPUTY_DPO, CHAIR", "the trustee for data protection is passed over", DATA),
    ("casework/openings/data_request.py", "if not one.adult and one.may_contact and one.responsible)", "if not one.adult and one.may_contact)", "whoever has no parental responsibility gets a child's data", DATA),
    # ---------------------------------------------------------------- page_listing.py
    ("casework/pen.py", "        page_listing.rewrite(self.case, file)\n", "", "the register does not follow a case", REGISTER),
    ("casework/page_listing.py", "    if file.state not in LIVE or looked is None:\n", "    if looked is None:\n", "a mixed page is still official to the public", REGISTER),
    ("casework/page_listing.py", '    if case.kind == "impostor" and Answer.OFFICIAL in known:\n', "    if False:\n", "an official page is said not to be ours", REGISTER),
    ("guard/addresses.py", "not all(opening.allows(one) for one in numbers)", "not any(opening.allows(one) for one in numbers)", "one public number opens the door to one of ours", DOOR),
    ("guard/door.py", "        self.left -= took\n", "", "a page without an end is read for ever", DOOR),
    ("casework/page_sheet.py", "        if wrong:\n", "        if wrong and not changed:\n", "half of a file applies", SHEET),
    ("casework/page_sheet.py", "    return \"'\" + cell if cell.startswith(FORMULA) else cell\n", "    return cell\n", "a cell goes out as a formula", SHEET),
    ("casework/page_proof.py", "school in _spelled(back[\"me\"])", "school in _spelled(back[\"links\"])", "any link back is taken for one that says me", PROOF),
    ("casework/page_listing.py", "    if last_names & {", "    if not name and last_names & {", "the name that everybody reads holds whoever keeps the page", REGISTER),
    ("casework/steps.py", "    name_page(case, row.id, words)\n", "", "an official page has no name for everybody", REGISTER),
    ("records/erasure.py", "    register.forget(case.ref)\n", "", "the register remembers what was erased", REGISTER),
    ("casework/by_role.py", "    return file.kind in KINDS and", "    return False and", "a parent who told reads who answered by name", "tests/web/test_not_ours_pages.py"),
    # ---------------------------------------------------------------- kinds/impostor.py
    ("casework/openings/impostor.py", "    if not link.is_web or not link.text.lower().startswith(WEB):\n", "    if False:\n", "words are taken for an address", PAGE),
    ("casework/kinds/impostor.py", "    clock = Until(date.fromisoformat(day.of)) if day else TIME_TO_LOOK\n", "    clock = TIME_TO_LOOK\n", "the day to look again is no deadline", PAGE),
    ("casework/kinds/impostor.py", "            fields=(REPORTED, NUMBER, AGAIN, LISTED, NOTE),\n", "            fields=(NUMBER, AGAIN, LISTED, NOTE),\n", "a page is said not to be ours, and nobody told the site", PAGE),
    # ---------------------------------------------------------------- kinds/event.py and the board of a school
    ("casework/kinds/event.py", "    return () if file.of(RULE) else (RULE,)\n", "    return ()\n", "a notice goes out before there is a rule", EVENT),
    ("casework/kinds/event.py", "    return (Move(RULE, of=str(words[RULE])),) if step == \"change-rule\" else ()\n", "    return ()\n", "a rule that changed is not known", EVENT),
    ("casework/kinds/event.py", "    board=(\"called\", \"place\", \"notice\"),\n", "    board=(\"called\", \"place\", \"notice\", \"why\"),\n", "the school reads why a rule changed", EVENT),
    ("casework/whose.py", "        worn.discard(Hat.ASKER)  # handed on", "        pass  # handed on", "whoever handed an event on has it still", EVENT),
    ("casework/live.py", " and organiser(file_of(mark.case)) == own", "", "whoever handed an event on sees names still", EVENT),
    ("casework/known.py", "        if key in THERE and ", "        if False and ", "an event goes to somebody of another school", EVENT),
    ("casework/known.py", "if one.ref not in but and not left(one.ref, on)]", "if one.ref not in but]", "whoever left yesterday runs a group", BAD),
    ("casework/kinds/event.py", "WINDOW = 14\n", "WINDOW = 13\n", "the window closes a day early", EVENT),
    ("casework/live.py", "case__state__in=SHOWN, case__school__in=list(schools), ", "case__state__in=SHOWN, ", "every school reads every school's events", EVENT),
    ("casework/live.py", "case__state__in=SHOWN, ", "", "an event that was called off stays on the list", EVENT),
    ("casework/live.py", "    marks = marks.filter(of__gte=(by.on - SHOWN_FOR).isoformat())\n", "", "an event is never forgotten", EVENT),
    ("casework/live.py", "    if by.capacity is Capacity.STUDENT:\n", "    if True:\n", "parents read the list", EVENT),
    ("casework/openings/question.py", "    if not found or found == by.person or ", "    if not found or ", "whoever registered an event asks themselves", EVENT),
    # ---------------------------------------------------------------- records/break_glass.py: two people, a time, reading alone
    ("records/break_glass.py", "    case = _case_of(row) if row and until and row.agreed and at < until else None\n", "    case = _case_of(row) if row else None\n", "break-glass opens with one person", GLASS),
    ("records/break_glass.py", " and row.agreed and at < until else None\n", " and row.agreed else None\n", "break-glass stays open for good", GLASS),
    ("records/break_glass.py", "    return None if {case.asker_id, ", "    return None if False and {case.asker_id, ", "break-glass opens for somebody the case is about", GLASS),
    ("records/break_glass.py", " | records_of(str(row.second_id))\n", "\n", "break-glass opens on the word of somebody the case is about", GLASS),
    ("records/break_glass.py", "    if not why:\n", "    if False:\n", "break-glass needs no reason", GLASS),
    ("records/break_glass.py", " - records_of(by.person)\n    return sorted(", "\n    return sorted(", "break-glass: whoever asks is named as the second", GLASS),
    ("records/break_glass.py", "        _tell_officers(row, \"asked\", at=at)\n", "", "the officer does not hear of a request for break-glass", GLASS),
    ("records/break_glass.py", "            _tell_handlers(row, case, at=at)\n", "            pass\n", "whoever handles a case does not hear of break-glass", GLASS),
    ("records/break_glass.py", "        reading.beside(found, (), of=KIND, by=by, at=at)\n", "", "nothing says that somebody read by break-glass", GLASS),
    ("records/break_glass.py", "    if not REF.fullmatch(case):\n", "    if not REF.fullmatch(case) or not Case.objects.filter(ref=case).exists():\n", "break-glass says if there is such a case", GLASS_PAGES),
    ("records/break_glass.py", " and to_audit(by).filter(pk=case.pk).exists()\n", "\n", "an officer too close to a case learns of it by break-glass", GLASS),
    # ---------------------------------------------------------------- records/: what goes, what stays, and what is left of it
    ("records/retention.py", "(Status.HELD if id in held else Status.DUE)", "Status.DUE", "a hold is ignored", GOES),
    ("records/retention.py", ".filter(ended_at__isnull=False, closes_at=None)", ".filter(ended_at__isnull=False)", "a case goes that is still to end by itself", GOES),
    ("records/retention.py", ".filter(ended_at__isnull=False, closes_at=None)", ".filter(closes_at=None)", "an open case is purged", GOES),
    ("records/retention.py", "    due, held = tuple(found[Status.DUE]), tuple(found[Status.HELD])\n", "    due, held = tuple(found[Status.DUE]), tuple(found[Status.HELD])\n    for line in due:\n        erase(case := Case.objects.get(id=line.id), by=by.person, at=case.opened_at)\n", "the preview removes", GOES),
    ("records/retention.py", "who=by.person, of=cls, after", "who=by.person, of=found.due[0].ref, after", "a report has a reference in it", GOES),
    ("records/retention.py", "    if found.digest != digest:\n", "    if False:\n", "a run removes what nobody looked at", GOES),
    ("records/retention.py", "        past = until is not None and on > until\n", "        past = until is not None and on >= until\n", "a case goes a day early", GOES),
    ("records/retention.py", "Run.objects.filter(officer=is_officer(by))", "Run.objects.filter()", "the officer reads that a deputy removed something", GOES),
    ("records/retention.py", "    return to_audit(by)\n", "    return Case.objects.all()\n", "the officer removes what they are too close to", GOES),
    ("records/classes.py", "max(months_after(left, self.months), ended)", "months_after(left, self.months)", "what ended late goes at once", GOES),
    ("records/erasure.py", "    put_codes(case.ref, is_person=_is_person())\n", "", "the trail of an erased case still names people", GOES),
    ("records/erasure.py", "    seal.destroy(case.ref)\n", "", "erased words can still be read", GOES),
    ("records/erasure.py", "    outbox.forget_case(case.ref)\n", "", "notices still tie people to an erased case", GOES),
    ("records/erasure.py", '    case.steps.update(by=None, acting_for=None, seat="")\n', "", "steps of an erased case still name people", GOES),
    ("records/retention.py", "stays=again.cls.stays, ", "", "of what was false about staff no line stays", STAYS),
    ("records/retention.py", "seat=DPO if run.officer else DEPUTY_DPO", "seat=DPO", "a line tells the officer of what they are too close to", STAYS),
    ("records/erasure.py", "        case.steps.exclude(pk=line.pk).update(of=\"\")\n", "", "a line keeps every word that was ever found", STAYS),
    ("records/retention.py", "said.get(id) if cls.since is Since.ELSEWHERE else ", "", "what HR says is gone stays for good", GOES),
    ("records/holds.py", "    if found is None and by.holds(HR):\n", "    if by.holds(HR):\n        return Case.objects.filter(ref=ref.upper()).first()\n    if found is None and by.holds(HR):\n", "HR holds a case they may not know of", GOES),
    ("records/holds.py", "if found == on or found > last_day(on):", "if found == on:", "a hold is never looked at again", GOES),
    ("records/retention.py", "left=leavers.get(id, left)", "left=left", "a student's record never goes", GOES),
    ("people/calendar.py", "date(day.year + (day.month > AUGUST), AUGUST, 31)", "date(day.year, AUGUST, 31)", "a school year ends with the calendar's", GOES),
    ("casework/outside.py", "state__in=over | {ERASED}", "state__in=over", "the worker falls over a tombstone", GOES),
    ("trail/chain.py", "        return same(coded, coded_mac(secret, chain, number, at, *values, previous, mac))\n", "        return True\n", "a coded record may be changed", GOES),
    ("trail/export.py", "            whole = same(held[\"coded\"], ", "            whole = True or same(held[\"coded\"], ", "a coded line may be changed", GOES),
    # ---------------------------------------------------------------- checks: what is said of whole groups
    ("checks/names/brand.py", "            found = How.HOLDS if sign.bare in words else None\n", "            found = How.HOLDS if sign.bare in name.bare else None\n", "initials are met inside words", NAME),
    ("checks/names/brand.py", "How.SIMILAR if _nearly(sign, name) else None", "How.HOLDS if _nearly(sign, name) else None", "a near miss is said to be the name", NAME),
    ("checks/names/brand.py", "best is not None and (sign.ambiguous or", "best is not None and (", "a place is asked about where a school is named", NAME),
    ("checks/text/said_of_groups.py", "        turned ^= self.none\n", "        pass\n", "no Muslim is decent is taken for praise", ABOUT),
    ("checks/text/owed_to_groups.py", "                turned = not turned\n", "                pass\n", "should never be shot is taken for a threat", ABOUT),
    ("checks/text/said_of_groups.py", "            if word in SUFFERS or (word in BREAKS", "            if (word in BREAKS", "who is treated badly is taken for bad", ABOUT),
    ("checks/text/said_of_groups.py", "                if self._of_a_state(number) or ", "                if ", "sick of waiting is taken for sick", ABOUT),
    ("checks/text/done_to_groups.py", " and not self.negated(at) and not self.by_others(at) else None\n", " and not self.by_others(at) else None\n", "I do not hate is taken for hatred", ABOUT),
    ("checks/text/done_to_groups.py", "            if word in OTHERS:\n                return True\n", "            if word in OTHERS:\n                return False\n", "what others do is laid at the author's door", ABOUT),
    ("checks/text/done_to_groups.py", "        if not orders and part_of(\"wants\").isdisjoint(near):\n            return False\n", "", "history is taken for a threat", ABOUT),
    ("checks/text/told_of_groups.py", "    if any(_stands(sentence, at) for at in range(len(sentence))):\n        return True\n", "", "who says stop saying it is taken to say it", ABOUT),
    ("checks/text/told_of_groups.py", "    return back < 0 or sentence[back] not in OWN\n", "    return True\n", "I think makes anything harmless", ABOUT),
    ("checks/text/harms.py", "            excused = self.guards.quoted(first, last) or told_or", "            excused = told_or", "a quotation is taken for the author's own words", ABOUT),
    ("checks/text/tokens.py", "        self._undone |= {word: near_words()[word] for word in written & near_keys()}\n", "", "a letter lost hides a word", ABOUT),
    ("checks/text/disguises.py", " if near not in real}", "}", "words of every day are bent into hard ones", ABOUT),
    ("checks/text/disguises.py", "    return begins + ends > 2\n", "    return False\n", "words run together hide a hard one", ABOUT),
    ("checks/text/whole_groups.py", "            elif word in signs:\n", "            elif False:\n", "signs stand for nothing", ABOUT),
    ("checks/text/abuse.py", 'Level.TIP if harm.how == "unknown" else None', "None", "banter with nobody named is told off, not asked about", ABOUT),
    ("checks/text/senses.py", "JEST | HEARTS | WARM | MACHINES", "HEARTS | WARM | MACHINES", "a joke among friends is asked about", ABOUT),
    ("checks/text/owed_to_groups.py", "        if not rude and self.group.first == self.group.last and self.words[self.group.last] in AROUND_SCHOOL:\n            return 0\n", "", "girls sent back to their form are sent away", ABOUT),
    ("checks/text/done_to_groups.py", "in THEIR_THINGS:\n            return None", "in THEIR_THINGS:\n            pass", "hating the girls changing rooms is hating girls", "tests/checks/test_abuse.py"),
    ("checks/text/swearing.py", "        if start not in held:\n", "        if True:\n", "the same words are found and noticed", "tests/checks/test_abuse.py"),
    ("adoption/understood.py", "    if away or span is None:\n        return State.LEAVE\n", "", "whoever is on leave is outstanding", RULES),
    ("adoption/understood.py", "one.addressee in own and", "one.addressee is not None and", "everybody reads every clause", RULES),
    ("adoption/understood.py", ">= SIGNS_FROM", ">= 0", "a child of twelve is asked to sign", RULES),
    ("adoption/understood.py", "if _in(first, starts, ends) or _in(last, starts, ends)", "if _in(first, starts, ends)", "who is away at the close is never asked again", RULES),
    ("adoption/outstanding.py", "for one in changed_in_meaning(since=last.edition, on=on, reader=reader) if one.new is not None", "for one in ()", "nothing that changed is shown", CAMPAIGN),
    ("adoption/shown.py", "    if digest != asked.digest or not shown.exists():", "    if digest != asked.digest:", "words that were never shown are acknowledged", CAMPAIGN),
    ("adoption/shown.py", "    seat = next(managing(by, ref), \"\")", "    seat = \"line-manager-of:\" + ref", "anybody notes of anybody that they had a copy", CAMPAIGN),
    ("adoption/reminders.py", "stand.span is not None and stand.state in OUTSTANDING", "stand.span is not None", "whoever has read it is reminded", CAMPAIGN),
    ("adoption/campaign_counts.py", "    while shown and 0 < hidden < LEAST:", "    while False:", "a small number can be worked out", "tests/adoption/test_campaign_counts.py"),
    ("adoption/tutor_groups.py", "            if _prints(by, one):", "            if True:", "a tutor prints the names of every group", "tests/adoption/test_tutor_groups.py"),
    ("web/ask.py", "    if \"reading\" in given:\n        ask_noted", "    if True:\n        ask_noted", "a question asked elsewhere shows on a manager's list", TO_READ),
)]  # fmt: skip
