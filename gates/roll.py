"""The file of people as a document, written from its columns: `python -m gates.roll` prints it for the tree it is run in."""

import csv
import io
import sys

from askfirst.people.roster.columns import COLUMNS
from askfirst.people.roster.lines import LONGEST_CELL, LONGEST_FILE
from askfirst.people.roster.read import MOST_PEOPLE

__all__ = ["document"]

EXAMPLE: tuple[dict[str, str], ...] = (
    {
        "id": "T0007", "username": "a.pascoe", "name": "Dr Anselm Pascoe", "kind": "staff", "school": "northgate",
        "job title": "Head of History", "email": "a.pascoe@northgate.example", "starts": "2024-09-02", "share": "1",
    },
    {
        "id": "T0412", "username": "k.standish", "name": "Mr Kofi Standish", "kind": "staff", "school": "northgate",
        "job title": "Teacher of history", "email": "k.standish@northgate.example", "tutor of": "9S", "line manager id": "T0007",
        "starts": "2025-09-01", "share": "0.6",
    },
    {
        "id": "T0412", "username": "k.standish", "name": "Mr Kofi Standish", "kind": "staff", "school": "eastfield",
        "job title": "Teacher of history", "email": "k.standish@eastfield.example", "starts": "2025-09-01", "share": "0.4",
    },
    {"id": "S2041", "name": "Callie Rusk", "kind": "student", "school": "northgate", "born": "2012-03-14", "year": "9", "class": "9S"},
    {"id": "C0088", "name": "Mr Owen Rusk", "kind": "parent", "email": "o.rusk@mail.example", "contact of": "S2041"},
)  # fmt: skip
TEXT = """# A file of people

Written by `make docs` from `askfirst/people/roster/columns.py`.

`askfirst people import FILE` brings in the Trust's own people from one CSV file; the page is `/people/import/`. A folder stands for its
`people.csv`. `--dry-run` only shows what would change. `--full` says that the file names everybody: whoever is not in it leaves.
`--as USERNAME` signs in the IT manager for it; without, the server itself does it, as a nightly job. Exit code 0: nothing to do, or done.
1: something to look at. 2: it could not be done; one line says why.

## Columns

The first line has the headings, in any order. A column that is left out changes nothing. A cell that is empty empties what is there,
but for `username`, `short` and `share`.

| heading | needed | what stands in it | example |
|---|---|---|---|
%(columns)s

```
%(example)s```

UTF-8 (with its mark or without), UTF-16 and Windows-1252 are read, and the answer says which it was. At most %(size)s bytes,
%(people)s lines, %(cell)s characters in a cell. Cells are set apart by commas; by tabs or semicolons, where the headings are. What is wrong
is named by line and column, and then nothing at all is changed. A cell that a spreadsheet would take for a formula stays the
text it is, and is pointed at.

## How it is read

- **Who is who.** By the id; the first time, by the username. One id on two lines is one person with two posts, at two schools. Whoever is
  in a file is there with all their posts. The main post is that in the central team, else that with the largest share, else the first.
- **Possibly one person.** A new member of staff with the name of another, and work mail at another place, waits: nothing of either
  changes until the IT manager says on the page whether they are one person or two.
- **Leaving.** A last day in `ends`, or a file with `--full` that does not name them. Only kinds of people the file is about leave by it,
  and contacts never do. Access ends with the last day.
- **Contacts** who are new are held for the school's safeguarding lead, at `/people/contacts/`. Until they are accepted no case can use
  them. Known contacts are not changed by a file, and whom we may not contact has no column.
- **Posts and seats** that change end the day before, and new ones begin: what somebody did stays readable as theirs.

## Two people

It takes a second person when somebody gains a seat that reads cases (all but the union's), becomes tutor of a class or line manager of
somebody who was here before, or when more than 5 in 100 people change. IT, HR or the governance professional confirms on the page: not
whoever asked, and nobody who gains by it. It waits three days. The very first file of an empty server needs nobody.

## Afterwards

The file is thrown away once it is applied. For seven days it can be undone, while nothing of it has changed again. The trail keeps who and
how many, and each gain that opens cases by its references. The same file again writes nothing.
"""


def document() -> str:
    """The whole text."""
    rows = []
    for column in COLUMNS:
        says = str(column.says).replace("|", "\\|")
        rows.append("| `%s` | %s | %s | `%s` |" % (column.heading, "yes" if column.needed else "", says, column.example))
    headings = [column.heading for column in COLUMNS]
    example = io.StringIO()
    writer = csv.DictWriter(example, headings, lineterminator="\n")
    writer.writeheader()
    writer.writerows(EXAMPLE)
    sizes = {name: format(size, ",") for name, size in (("size", LONGEST_FILE), ("people", MOST_PEOPLE), ("cell", LONGEST_CELL))}
    return TEXT % {"columns": "\n".join(rows), "example": example.getvalue(), **sizes}


if __name__ == "__main__":
    sys.stdout.buffer.write(document().encode())
