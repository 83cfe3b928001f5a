"""`python -m tests.machines.mutants [WORD]`: each written mutant (whose file or meaning holds WORD), and the test that dies of it.

Exit code 1 where one lives: a test is missing.
"""

import sys

from tests.machines.mutants.running import copied_tree, died
from tests.machines.mutants.table import MUTANTS


def main():
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    lived = 0
    with copied_tree() as tree:
        if "askfirst" not in str(tree):
            raise RuntimeError("this is no copy")
        for mutant in MUTANTS:
            if word in mutant.file or word in mutant.means:
                test = died(tree, mutant)
                lived += not test
                print("%-28s %-70s %s" % (mutant.file, mutant.means, test or "LIVES"), flush=True)
    print("%d live" % lived)
    return 1 if lived else 0


if __name__ == "__main__":
    sys.exit(main())
