"""A document somebody brings is read as paragraphs whatever it came as, and bad ones end in one sentence each (DOC-1; trust.md, "Bad input")."""

import contextlib
import json
import resource
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from askfirst.guard import child
from askfirst.guard.limits import CHILD, ENTRIES, UPLOAD
from askfirst.guard.text import look as texts
from askfirst.guard.text.decode import read
from askfirst.guard.text.look import Unread, look
from tests import documents
from tests.documents import SALTMARSH
from tests.readability import grade, longest_sentence

WORDS = [line[2:] if line[:2] in ("# ", "- ") else line for line in SALTMARSH]
HEADINGS = [line[2:] for line in SALTMARSH if line.startswith("# ")]
ITEMS = [line[2:] for line in SALTMARSH if line.startswith("- ")]
MADE = {"txt": documents.txt, "html": documents.html, "docx": documents.docx, "odt": documents.odt, "pdf": documents.pdf}


@pytest.mark.parametrize("kind", MADE)
def test_the_same_words_come_out_of_each_kind(kind):
    text = look("rules." + kind, MADE[kind]())
    assert (text.kind, [one.text for one in text.paragraphs]) == (kind, WORDS)
    assert [one.text for one in text.paragraphs if one.item] == ITEMS
    assert [one.text for one in text.paragraphs if one.heading] == ([] if kind == "txt" else HEADINGS)
    assert all(one.line >= 1 for one in text.paragraphs)
    assert [one.line for one in text.paragraphs] == sorted({one.line for one in text.paragraphs})


def test_a_line_is_the_line_of_the_file():
    text = look("a.txt", b"\n\nFirst.\n\n- one\n- two\n")
    assert [(one.text, one.line, one.item) for one in text.paragraphs] == [("First.", 3, False), ("one", 5, True), ("two", 6, True)]


def test_lines_that_a_narrow_file_breaks_are_joined():
    words = "Staff must not give a password to anybody, however well they know them, since it is theirs alone to keep."
    narrow = b"Staff must not give a password to anybody,\nhowever well they know them, since it is\ntheirs alone to keep.\n\nPasswords\n\nMine.\n"
    assert [(one.text, one.line) for one in look("a.txt", narrow).paragraphs] == [(words, 1), ("Passwords", 5), ("Mine.", 7)]


NAMES = ("Pupils", "Every member of staff", "Visitors", "The caretaker", "Tutors", "Nobody who is well", "Prefects")


def test_a_pdf_says_page_and_joins_what_a_line_breaks():
    many = [
        "# Part %d" % number if number % 5 == 0 else "%s should rest after hour %d. " % (NAMES[number % 7], number) * 9
        for number in range(40)
    ]
    text = look("a.pdf", documents.pdf(many))
    assert "running" in text.notes and not any("Page" in one.text for one in text.paragraphs)
    assert {one.page for one in text.paragraphs} >= {1, 2}
    assert " ".join(one.text for one in text.paragraphs) == " ".join(" ".join(line.removeprefix("# ").split()) for line in many)


CHANGED = (
    "<w:p><w:r><w:t>Pupils </w:t></w:r><w:del><w:r><w:delText>should</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>must</w:t></w:r></w:ins><w:r><w:t> wait.</w:t></w:r></w:p>"
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>line.</w:t></w:r></w:p>"
    "<w:moveFrom><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:moveFrom>"
)


def test_tracked_changes_are_read_as_if_agreed_and_said():
    text = look("a.docx", documents.docx((), body=CHANGED))
    assert [one.text for one in text.paragraphs] == ["Pupils must wait.", "One line."]
    assert text.notes == ("changes",)
    odt = "<t:tracked-changes><t:changed-region><t:deletion><t:p>gone</t:p></t:deletion></t:changed-region></t:tracked-changes>"
    assert [one.text for one in look("a.odt", documents.odt(("Kept.",), body=odt)).paragraphs] == ["Kept."]
    page = look("a.html", documents.html((), before="<p>Pupils <del>should</del><ins>must</ins> wait.</p>"))
    assert ([one.text for one in page.paragraphs], page.notes) == (["Pupils must wait."], ("changes",))


LEFT_OUT = {
    "hidden text": ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>zanzibar</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>", "hidden"),
    "a field's order": ("<w:p><w:r><w:instrText>zanzibar</w:instrText></w:r><w:r><w:t>Seen.</w:t></w:r></w:p>", None),
    "the second copy of a text box": (
        "<w:p><mc:Choice><w:r><w:t>Seen.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>zanzibar</w:t></w:r></mc:Fallback></w:p>", None),
    "an older format": ("<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"H\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Seen.</w:t></w:r></w:p>", None),
}  # fmt: skip


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_nobody_reads_is_left_out_and_said(what):
    body, note = LEFT_OUT[what]
    text = look("a.docx", documents.docx((), body=body))
    assert [(one.text, one.heading) for one in text.paragraphs] == [("Seen.", 0)]
    assert text.notes == ((note,) if note else ())


def test_scripts_menus_and_what_a_page_hides_are_no_words_of_it():
    around = "<nav>zanzibar</nav><script>zanzibar<p></script><div style='display: none'>zanzibar<p>zanzibar</p></div><template>zanzibar</template>"
    text = look("a.htm", documents.html(("Seen &c.",), before=around, after="<p hidden>zanzibar</p>"))
    assert [one.text for one in text.paragraphs] == ["Seen &c."]
    assert text.notes == ("hidden", "menus")


def test_footnotes_stand_after_the_text():
    note = '<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    text = look("a.docx", documents.docx(("Text.",), word__footnotes_xml=note))
    assert ([one.text for one in text.paragraphs], text.notes) == (["Text.", "A note."], ("footnotes",))


def scanned():
    out = BytesIO()
    Image.new("RGB", (60, 40), "white").save(out, "PDF")
    return out.getvalue()


BOMB = documents.packed(word__document_xml=b"<w:p>" + b" " * 40_000_000)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "zanzibar"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:d xmlns:w="w"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:d>'
FETCHED = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hosts">]><w:d xmlns:w="w"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:d>'
REFUSED = {
    "nothing in it": ("a.txt", b"", "empty"),
    "spaces alone": ("a.txt", b" \r\n\t\n", "empty"),
    "a page without words": ("a.html", b"<html><body><script>1</script></body></html>", "empty"),
    "too many bytes": ("a.txt", b"a" * (UPLOAD + 1), "large"),
    "a scanned PDF": ("a.pdf", scanned(), "scanned"),
    "a PDF with a password": ("a.pdf", documents.pdf(password="tide"), "locked"),
    "a DOCX with a password": ("a.docx", documents.locked_docx(), "locked"),
    "an ODT with a password": (
        "a.odt",
        documents.odt(**{"META-INF__manifest_xml": "<encryption-data/>"}),
        "locked",
    ),
    "300 pages": ("a.txt", b"Staff must be kind to each other, to pupils and to visitors.\n\n" * 12_000, "long"),
    "300 pages of PDF": ("a.pdf", documents.pages(300), "long"),
    "a bomb": ("a.docx", BOMB, "too-much"),
    "more parts than a document has": ("a.docx", documents.packed(**{"p%d" % number: b"" for number in range(ENTRIES + 1)}), "too-much"),
    "entities": ("a.docx", documents.packed(word__document_xml=ENTITIES), "broken"),
    "a document type": (
        "a.docx",
        documents.packed(word__document_xml='<!DOCTYPE d SYSTEM "http://tide.example/d"><w:d xmlns:w="w"/>'),
        "broken",
    ),
    "an entity from outside": ("a.docx", documents.packed(word__document_xml=FETCHED), "broken"),
    "elements without an end": ("a.docx", documents.packed(word__document_xml="<w:p>" * 400), "too-much"),
    "cut short": ("a.docx", documents.docx()[:400], "broken"),
    "a DOCX called a PDF": ("a.pdf", documents.docx(), "name"),
    "a page called text": ("a.txt", documents.html(), "name"),
    "an archive": ("a.zip", documents.packed(rules_txt="Be kind."), "packed"),
    "another archive": ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(99), "packed"),
    "a sheet": ("a.xlsx", documents.packed(**{"[Content_Types]_xml": "<x/>", "xl__workbook_xml": "<x/>"}), "unknown"),
    "a program": ("a.docx", b"MZ" + bytes(99), "unknown"),
    "an old Word file": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "old"),
    "rich text": ("a.rtf", rb"{\rtf1 Be kind.}", "old"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_read_says_why_and_what_next(case):
    name, data, why = REFUSED[case]
    with pytest.raises(Unread) as problem:
        look(name, data)
    assert problem.value.why == why


def test_each_sentence_is_short_and_says_what_next():
    for sentence in [*texts.SENTENCES.values(), *texts.SAID_OF.values()]:
        assert str(sentence).endswith((".", "”."))
        assert longest_sentence(str(sentence)) <= 20 and grade(str(sentence)) <= 8


def test_a_bomb_ends_the_child_and_not_this_process(monkeypatch):
    monkeypatch.setattr(child, "CHILD", replace(CHILD, wall=3))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, data in (("a.docx", BOMB), ("a.html", b"<html>" + b"<div>" * 900_000), ("a.pdf", b"%PDF-1.4\n" + b"[" * 900_000)):
        with contextlib.suppress(Unread):
            look(name, data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000, "kilobytes"
    assert look("a.txt", b"Be kind.").kind == "txt"


@pytest.mark.parametrize(
    "says",
    ["[]", "{}", "[[]]", "[[1, 1, null, 0, false]]", '[["a", 0, null, 0, false]]', '[["a", 1, null, 99, false]]', "[" * 9_000, '[["a"]]'],
)
def test_a_child_that_was_taken_over_is_not_believed(monkeypatch, says):
    monkeypatch.setattr(child, "run", lambda reader, data: child.Said({"kind": "txt", "notes": []}, says.encode()))
    with pytest.raises(Unread):
        look("a.txt", b"Be kind.")


def test_letters_that_are_none_are_said():
    assert look("a.txt", b"caf\xe9 closes at noon").paragraphs[0].text == "caf\u00e9 closes at noon"
    assert look("a.txt", "caf\u00e9 closes".encode("utf-16")).paragraphs[0].text == "caf\u00e9 closes"
    assert look("a.txt", b"tide\x81 turns").notes == ("letters",)


lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60)


@given(st.lists(lines.filter(lambda line: line.strip() and not line.lstrip().startswith(("<", "{\\rtf", "%PDF", "PK", "BZh")))
                .map(lambda line: "a" + line), min_size=1, max_size=8))  # fmt: skip
def test_no_letter_of_a_text_is_lost(written):
    _, rows = read("\n\n".join(written).encode())
    assert [row[0] for row in json.loads(rows)] == [" ".join(line.split()) for line in written]
