"""Lines of code by room, without blank lines, comments and docstrings (docs/decisions/size.md)."""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "iurc_dash"
# Rooms that are told in parts, as each part is another subject or medium.
IN_PARTS = ("exhibits", "render")
SILENT = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def lines_of_code(text: str) -> int:
    """Lines that have something other than a comment or a docstring."""
    spoken = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in SILENT
        for line in range(token.start[0], token.end[0] + 1)
    }
    return len(spoken - _docstrings(ast.parse(text)))


def _docstrings(tree: ast.Module) -> set[int]:
    of = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    firsts = [node.body[0] for node in of if ast.get_docstring(node, clean=False) is not None]
    return {line for first in firsts for line in range(first.lineno, (first.end_lineno or first.lineno) + 1)}


def room_of(path: Path) -> str:
    """The folder that a module lies in: 'metrics', 'render/html'; '(top)' for what lies in none."""
    folders = path.relative_to(PACKAGE).parts[:-1]
    return "/".join(folders[: 2 if folders[:1] and folders[0] in IN_PARTS else 1]) or "(top)"


def rooms() -> Counter[str]:
    """Lines of code by room."""
    found: Counter[str] = Counter()
    for path in PACKAGE.rglob("*.py"):
        found[room_of(path)] += lines_of_code(path.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    for room, lines in rooms().most_common():
        print(f"{room:<24}{lines:>7,}")
    print(f"{'in all':<24}{rooms().total():>7,}")
