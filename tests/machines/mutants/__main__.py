"""`python -m tests.machines.mutants [WORD | K/N]`: each written mutant, and the test that dies of it.

With a WORD those whose file or meaning holds it; with 2/3 the second of three parts. Exit code 1 where one lives: a test is missing.
"""

import re
import sys

from tests.machines.mutants.running import copied_tree, died
from tests.machines.mutants.table import MUTANTS


def chosen(word):
    if part := re.fullmatch(r"([1-9])/([1-9])", word):
        return MUTANTS[int(part[1]) - 1 :: int(part[2])]
    return [mutant for mutant in MUTANTS if word in mutant.file or word in mutant.means]


def main():
    mutants = chosen(sys.argv[1] if len(sys.argv) > 1 else "")
    lived = 0
    with copied_tree() as tree:
        if "askfirst" not in str(tree):
            raise RuntimeError("this is no copy")
        for mutant in mutants:
            test = died(tree, mutant)
            lived += not test
            print("%-28s %-70s %s" % (mutant.file, mutant.means, test or "LIVES"), flush=True)
    print("%d mutants, %d live" % (len(mutants), lived))
    return 1 if lived else 0


if __name__ == "__main__":
    sys.exit(main())
