"""Each written mutant still has its place in the code, and (in `make prove`) the tests it names die of it."""

from collections import Counter
from pathlib import Path

import pytest

from askfirst.checks.catalogue import TEXT_CHECKS
from tests.machines.mutants.running import ROOT, copied_tree, died, stands
from tests.machines.mutants.table import MUTANTS

FILES = (
    "workflow",
    "press",
    "question",
    "steps",
    "pen",
    "access",
    "bars",
    "reading",
    "hats",
    "resolve",
    "standing",
    "deadlines",
    "targets",
    "talks",
    "yearly",
    "interest",
    "offer",
    "seated",
    "fields",
)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.means.replace(" ", "-"))
def test_a_mutant_has_its_one_place(mutant):
    assert stands(mutant) == 1
    assert mutant.old != mutant.new
    assert (ROOT / mutant.dies).exists()


def test_there_are_enough_of_them_in_every_file():
    files = Counter(Path(mutant.file).stem for mutant in MUTANTS)
    assert len(MUTANTS) >= 40
    assert set(FILES) <= set(files)


# Checks whose rules stand in files beside them, and the one that tells where help is: its tables have tests of their own.
BESIDE = {"confidential": ("inner_matters", "private_facts"), "names": ("names_on_roll", "names_by_form", "names_in_pairs")}
OWN_TESTS = frozenset({"help"})


def test_every_check_of_a_post_has_a_mutant():
    planted = {Path(mutant.file).stem for mutant in MUTANTS if mutant.file.startswith("checks/text/")}
    files = {check.name: BESIDE.get(check.name, (check.look.__module__.rpartition(".")[2],)) for check in TEXT_CHECKS}
    assert [name for name, those in files.items() if name not in OWN_TESTS and not planted.issuperset(those)] == []


# Words and patterns alone: nothing in them decides.
WORDS_ALONE = frozenset({"people_words", "fact_words", "inner_words", "life_words", "ways_of_working"})


def test_every_file_that_reads_a_post_or_puts_words_together_has_a_mutant():
    planted = {Path(mutant.file).stem for mutant in MUTANTS if mutant.file.startswith("checks/text/")}
    files = {path.stem for path in (ROOT / "askfirst/checks/text").rglob("*.py") if path.stem != "__init__"}
    assert files - planted == WORDS_ALONE


@pytest.mark.prove
def test_every_mutant_dies(capsys):
    with copied_tree() as tree:
        lived = [mutant for mutant in MUTANTS if not died(tree, mutant)]
    with capsys.disabled():
        print("\n  %d mutants, %d live" % (len(MUTANTS), len(lived)))
    assert [(mutant.file, mutant.means) for mutant in lived] == []
