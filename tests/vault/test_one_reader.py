"""Only `askfirst/casework/reading.py` may unseal: seen in the syntax of every file, not in a list somebody keeps."""

import ast
from pathlib import Path

import askfirst

ROOT = Path(askfirst.__file__).parent
MAY = {"vault/seal.py", "casework/reading.py"}


def names_unseal(source):
    """Whether a file imports, calls, mentions or looks up unseal, or takes the whole of `seal` under a name that hides it."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").startswith("askfirst.vault")
            and any(name.name in ("unseal", "*") for name in node.names)
        ):
            return True
        if isinstance(node, ast.Name | ast.Attribute) and (node.id if isinstance(node, ast.Name) else node.attr) == "unseal":
            return True
        if isinstance(node, ast.Constant) and node.value == "unseal":
            return True
    return False


def test_one_file_unseals():
    sources = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py")}
    assert len(sources) > 100
    assert {name for name, source in sources.items() if names_unseal(source)} == MAY


def test_each_way_round_is_seen():
    planted = (
        "from askfirst.vault.seal import unseal",
        "from askfirst.vault.seal import unseal as look",
        "from askfirst.vault.seal import *",
        "from askfirst.vault import seal\nseal.unseal(case='x', names=())",
        "import askfirst.vault.seal as s\nlook = s.unseal",
        "from askfirst.vault import seal\ngetattr(seal, 'unseal')(case='x', names=())",
    )
    assert [names_unseal(source) for source in planted] == [True] * len(planted)
    assert not names_unseal("from askfirst.vault import seal\nseal.seal(case='x', name='y', words={}, at=None)  # never unseal")
