"""Where we are in the tables of a document, whatever its kind: which table, which row, which column. Only the child reads by it. Pure."""

from askfirst.guard.text.paragraph import Cell

__all__ = ["Cells"]

WIDEST = 200  # columns; who says more is not believed


class Cells:
    """Tables may stand in cells of others; `now` is the innermost cell, None outside of all."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[list[int]] = []  # table, row, column
        self._down: list[dict[int, int]] = []  # in how many rows to come a column is taken by a cell from above

    @property
    def now(self) -> Cell | None:
        if not self._open or 0 in self._open[-1]:
            return None
        table, row, column = self._open[-1]
        return table, row, column

    def table(self) -> None:
        self._tables += 1
        self._open.append([self._tables, 0, 0])
        self._down.append({})

    def row(self) -> None:
        if self._open:
            self._open[-1][1:] = [self._open[-1][1] + 1, 0]

    def cell(self, *, across: int = 1, down: int = 1) -> None:
        """The next cell of the row; it may take columns beside it, and rows below."""
        if not self._open:
            return
        here, taken = self._open[-1], self._down[-1]
        here[2] += 1
        while taken.get(here[2], 0) > 0:
            taken[here[2]] -= 1
            here[2] += 1
        if down > 1 and here[2] <= WIDEST:
            taken[here[2]] = down - 1
        self.skip(across - 1)

    def skip(self, columns: int) -> None:
        """Columns that the cell before takes too. A cell is known by the last of its columns."""
        if self._open:
            self._open[-1][2] += max(0, min(WIDEST, columns))

    def end(self) -> None:
        if self._open:
            self._open.pop()
            self._down.pop()
