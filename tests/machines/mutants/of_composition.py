"""Mutants of the rules by which checks of a post read a text and put words together, and of how an answer is made of what they see."""

from tests.machines.mutants.tests_that_die import (
    CALLED_FOR,
    CONTACT,
    DRAFT,
    EVENTS_HERE,
    ITEMS,
    LIVES,
    NAMES,
    NEEDED,
    PUT_TOGETHER,
    READS_ONLY,
    SECRET,
    SHOWN,
    TOGETHER,
)

ROWS = (
    # ---------------------------------------------------------------- how a text is read
    ("checks/text/any_of.py", '(r")?" if "" in rests else r")"))', 'r")")', "a word that begins a longer one is lost", CONTACT),
    ("checks/text/clued.py", "        part._met = self._met[bisect_left(self._met, (begin,)) : bisect_left(self._met, (end,))]\n", "        part._met = []\n", "no sentence holds a clue", SECRET),
    ("checks/text/days.py", '{"two": 2, "one": 1}', '{"two": 2, "one": 2}', "yesterday is the day before yesterday", EVENTS_HERE),
    ("checks/text/fold.py", '    if kind == "Cf" or', '    if', "marks that nobody sees hide a word", TOGETHER),
    ("checks/text/sentences.py", 'if text[match.start()] == "\\n" or OPEN', 'if True or OPEN', "a title ends a sentence", DRAFT),
    ("checks/text/spoken_digits.py", '        elif self.tens and before and len(digits) == 1 and digits != "0":\n', "        elif False:\n", '"twenty six" is 20 and 6', CONTACT),
    ("checks/text/heard.py", " if slip not in known and slip not in real}", " if slip not in known}", "a word of every day is taken for a slip of another", TOGETHER),
    ("checks/text/phrases.py", "        return one.optional and self.goes_on(part + 1, here)\n", "        return False\n", "what may be left out may not", TOGETHER),
    ("checks/text/published.py", "    return announced is not None and not PRIVATE.search(words[announced.end() :])\n", "    return announced is not None\n", '"not the office, my own number" is an office\'s', TOGETHER),
    ("checks/text/riddle.py", "    if not keys or len(keys) > MOST:\n", "    if True:\n", "a number with its key beside it is passed over", TOGETHER),
    ("checks/text/school_words.py", "        + ELSEWHERE\n", "", "a shop in the same town is the school", TOGETHER),
    ("checks/text/street_shapes.py", "    Shape(DOORS_DOWN, DOORS),\n", "", "two doors down from somewhere is nowhere", TOGETHER),
    # ---------------------------------------------------------------- names
    ("checks/text/names.py", "        return not _nobody(reading, mention) and not _own(reading, mention)\n", "        return not _nobody(reading, mention)\n", "whoever signs their post names somebody", NAMES),
    ("checks/text/names_known.py", "        return match.start() if match else start\n", "        return start\n", "a title is no part of a name", NAMES),
    # ---------------------------------------------------------------- help
    ("checks/text/composed.py", "            if not elsewhere and need.unless", "            if need.unless", "a sign that makes it another matter changes nothing", TOGETHER),
    ("checks/text/help_signs.py", "        if TELLING.isdisjoint(words):\n", "        if not TELLING.isdisjoint(words):\n", "signs are looked for where none can stand", TOGETHER),
    ("checks/text/help_tables.py", '        optional = written.endswith("?")\n', "        optional = False\n", "what a sign may leave out it must have", TOGETHER),
    ("checks/text/need_signs.py", " and not sort.but.search(read.text)\n", "\n", "a manner of speaking is a need", NEEDED),
    ("checks/text/told_of_others.py", " or not SELF.isdisjoint(here)", "", "what one says of oneself is told of another", TOGETHER),
    # ---------------------------------------------------------------- what is not published, and lives
    ("checks/text/confidential.py", "        if not any(start < fact.end and fact.start < end for fact in facts):\n", "        if True:\n", "one thing is told as a plan and as a fact", TOGETHER),
    ("checks/text/inner_matters.py", "        return self.staff and len(told) >= 3", "        return False", "what the governors decided is anybody's", LIVES),
    ("checks/text/inner_matters.py", "code = here.search(CODE) or here.search(LOCK_IS)", "code = here.search(CODE)", "the figures that open a gate are no code", LIVES),
    ("checks/text/private_facts.py", "            if self.staff and not self.reading.capital(word.start()):\n", "            if False:\n", "a drum kit is Kit", LIVES),
    ("checks/text/near_life.py", ' or (whose == "me" and "divorc" not in match.group())', ' or whose == "me"', "one's own divorce is nobody's to tell", SHOWN),
    ("checks/text/near_life.py", '    return whose == "other" and (', '    return (', "what is told of nobody is somebody's life", LIVES),
    ("checks/text/near_life.py", "        return False\n    return whose", "        pass\n    return whose", "grief is somebody else's secret", LIVES),
    ("checks/text/private_life.py", "        if own:\n", "        if False:\n", "one's own life is said to be somebody else's", LIVES),
    # ---------------------------------------------------------------- what checks see, together
    ("checks/together.py", "        if row and one.start < row[-1].end:\n", "        if False:\n", "one thing is found twice", PUT_TOGETHER),
    ("checks/together.py", "    if draft.author is not Author.STUDENT:\n        return seen\n", "", "staff who name a student are told nothing", PUT_TOGETHER),
    ("checks/finding.py", "        also=check.also if hit.also is None else hit.also,\n", "        also=check.also,\n", "a hit cannot cite a rule of its own", TOGETHER),
    ("checks/draft.py", '        raise TypeError("A draft is never stored.")\n', "        return (Draft, (self.text, self.author))  # type: ignore[misc]\n", "a draft can be stored", DRAFT),
    # ---------------------------------------------------------------- the answer
    ("advice/asked.py", "    if len(text) > LONGEST:\n", "    if False:\n", "a text of any length is looked over", CALLED_FOR),
    ("advice/items.py", "    if a.kind in ALONE or b.kind in ALONE:\n", "    if False:\n", "a phone number is a line inside an insult", ITEMS),
    ("advice/need.py", " is not None or needs(text)", " is not None", "what a case tells of a child is nobody's need", "tests/advice/test_need.py"),
    ("advice/told.py", '    if not sql.lstrip().upper().startswith("SELECT"):\n', "    if False:\n", "a check may write", READS_ONLY),
    ("advice/trust.py", " if not brand.motto)", ")", "a motto is the school's name", TOGETHER),
    ("advice/throttle.py", "            return count <= self._most\n", "            return True\n", "one address may ask without end", CALLED_FOR),
)  # fmt: skip
