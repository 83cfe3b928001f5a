"""Mutants of looking through one's own archive: what is opened, what is read as one's own, and what is made of it."""

from tests.machines.mutants.tests_that_die import ARCHIVES, CLUES, COLLATED, HOSTILE, LISTS, MINE, PARTS, REFUSED_PHOTOS, SHEETS, STAYS

ROWS = (
    # ---------------------------------------------------------------- guard/archives: nothing harmful is opened, and no message
    ("guard/archives/pack.py", "        self.names = [one for one in source.names if not holds_messages(one)]\n", "        self.names = list(source.names)\n", "a file of messages can be opened", PARTS),
    ("guard/archives/zipped.py", "            raise Unfit(\"overlap\")\n", "            pass\n", "one stretch is unpacked many times", HOSTILE),
    ("guard/archives/zipped.py", "            raise Unfit(\"tight\")\n", "            pass\n", "a bomb is unpacked", HOSTILE),
    ("guard/archives/zipped.py", "    odd = stat.S_ISLNK(mode) or leads_out(name)\n", "    odd = leads_out(name)\n", "a link in an archive is opened", HOSTILE),
    ("guard/archives/zipped.py", " or crc != entry.crc:", ":", "a file that is not as its sum says is read as whole", HOSTILE),
    ("guard/archives/json_items.py", "if self._done or left > ITEM:", "if self._done:", "one record fills the memory", PARTS),
    ("guard/archives/car.py", "            if name in met:\n                continue\n", "", "a tree that bites its tail never ends", ARCHIVES),
    # ---------------------------------------------------------------- checks/archives: one's own words, and no more than the archive says
    ("checks/archives/twitter.py", "    if text.startswith(\"RT @\") or tweet.get(\"retweeted\") is True:\n", "    if False:\n", "words that were repeated are one's own", ARCHIVES),
    ("checks/archives/mastodon.py", "        files.passed += 1\n        return None\n", "        seen_by = SeenBy.FRIENDS\n", "a post to one person is read", ARCHIVES),
    ("checks/archives/blogs.py", "            if \"comment\" in kind:\n", "            if False:\n", "a comment by somebody else is one's own", ARCHIVES),
    ("checks/archives/instagram.py", "{\"true\": SeenBy.FRIENDS, \"false\": SeenBy.PUBLIC}.get(private, SeenBy.UNSAID)", "SeenBy.PUBLIC", "a private account is called public", ARCHIVES),
    ("guard/saved/tumblr.py", "                aside += tag == \"blockquote\" and (passed_on or aside > 0)\n", "", "words passed on from another blog are one's own", ARCHIVES),
    ("checks/archives/pinterest.py", "    if _messages.search(heading):\n", "    if False:\n", "messages in a page of pins are read", ARCHIVES),
    ("checks/archives/pinterest.py", "            if entry.get(\"is a repin\", \"\").lower() in YES:\n", "            if False:\n", "a pin of somebody else is one's own", ARCHIVES),
    ("guard/archives/part.py", "        most = min(len(room), max(0, self._size - self._at))\n", "        most = len(room)\n", "one archive runs into the next", PARTS),
    ("checks/archives/collate.py", "len(held.posts) >= ENOUGH and (\"person\", key) not in self._held", "True", "a friend who talks of dogs is a pet", CLUES),
    ("checks/archives/pets.py", "    if not found and SIGNS.search(draft.text):\n", "    if not found:\n", "any name is near an animal", CLUES),
    ("checks/archives/answers.py", "            if NOT_MINE.search(low, max(start, match.start() - BEHIND), end):\n                continue\n", "", "where somebody else was born is one's own answer", CLUES),
    ("advice/pages.py", "            if site_of(where) == site_of(address):\n", "            if True:\n", "a sheet of another site is asked for", SHEETS),
    ("guard/door.py", "            if stay and site_of(there) != site_of(address):\n", "            if False:\n", "a sheet that turned to another site is read", SHEETS),
    ("guard/hidden/boxes.py", "    found.whole = dots and not", "    found.whole = last > 0 and not", "a HEIC without dots is whole", REFUSED_PHOTOS),
    ("checks/archives/child.py", "        if post.seen_by is SeenBy.ME:\n", "        if False:\n", "what nobody else sees counts as given away", MINE),
    # ---------------------------------------------------------------- what is made of it
    ("checks/archives/collate.py", " if key in brief.quote.casefold()}", "}", "any joke about passwords names the pet", COLLATED),
    ("checks/archives/collate.py", "    days = len(_days(held.posts.values()))\n", "    days = len(held.posts)\n", "two posts of one day count as two", COLLATED),
    ("checks/archives/routine.py", "best.weeks >= WEEKS and best.weeks >= SHARE * days", "best.weeks >= WEEKS", "every day counts as a weekly habit", COLLATED),
    ("checks/archives/places.py", "{\"tomorrow\": 1}.get(moved[1], -1)", "0", "tomorrow is today", COLLATED),
    ("checks/archives/collate.py", "len(_days((held.posts | only_named).values())) >= ENOUGH_DAYS", "True", "a street that is named once is home", LISTS),
    ("checks/archives/stated.py", "or NOT_MINE.search(near.lower())", "", "what she does each week is a habit of mine", LISTS),
    ("checks/archives/away.py", "        if not NOT_NOW.search(near.lower()) and", "        if", "a wish to be away is an empty home", LISTS),
    ("guard/inside.py", "        ctypes.CDLL(None).prctl(WITH_PARENT, signal.SIGKILL)\n", "        pass\n", "whoever looks into an archive outlives a server that is killed", STAYS),
    ("advice/archives_opened.py", "    opened.counts[\"messages\"] += left_out\n", "", "what the browser left out is not counted", MINE),
    ("advice/archives.py", "level=kind.joined if fact.joined else kind.once", "level=kind.joined", "one post weighs as much as several", MINE),
)  # fmt: skip
