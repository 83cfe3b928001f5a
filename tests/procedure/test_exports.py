"""An edition given out as web page, PDF, Word file and signed pack: every word is there, and a pack reads back equal or not at all."""

import contextlib
import io
import json
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.guard.text.look import look
from askfirst.procedure.exports.outline import Part, outline
from askfirst.procedure.exports.pack import NotAPack, edition_of, key_of, signed_pack
from askfirst.procedure.exports.pdf import as_pdf
from askfirst.procedure.exports.web_page import as_web_page
from askfirst.procedure.exports.word import as_word
from askfirst.procedure.importing.as_document import as_document
from askfirst.procedure.importing.reading import read_in
from askfirst.procedure.load import the_edition

SEED = bytes(range(32))
EDITION = replace(
    the_edition(), clauses=tuple(replace(one, exact="To <the> letter & so,\nof %s." % one.id) for one in the_edition().clauses)
)
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


def flat(text):
    return " ".join(text.split())


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data + " "


def test_the_web_page_has_every_word_headings_in_order_and_an_address_for_each_clause():
    page = Reader()
    page.feed(as_web_page(EDITION).decode())
    assert [piece.text for piece in outline(EDITION) if flat(piece.text) not in flat(page.text)] == []
    assert ("html", {"lang": "en-GB"}) in page.tags and [tag for tag, _ in page.tags].count("h1") == 1
    assert [attrs["id"] for tag, attrs in page.tags if tag == "h3"] == [clause.id for clause in EDITION.clauses]
    assert not [tag for tag, _ in page.tags if tag in ("script", "img", "link", "style")], "nothing is fetched, nothing runs"


def test_the_pdf_has_every_word_a_title_and_a_language():
    raw = as_pdf(EDITION)
    pdf = pypdfium2.PdfDocument(raw)
    text = flat(" ".join(page.get_textpage().get_text_range() for page in pdf))
    assert [piece.text for piece in outline(EDITION) if piece.part is not Part.WORDS and flat(piece.text) not in text] == []
    assert pdf.get_metadata_dict()["Title"] == EDITION.title and b"en-GB" in raw and as_pdf(EDITION) == raw


def test_the_word_file_is_read_again_with_every_word_and_its_headings():
    raw = as_word(EDITION)
    with zipfile.ZipFile(io.BytesIO(raw)) as folder:
        assert folder.testzip() is None
        document = folder.read("word/document.xml").decode()
    assert document.count('w:val="Heading2"') == len(EDITION.clauses) and as_word(EDITION) == raw
    paragraphs = look("procedure.docx", raw).paragraphs
    read = flat(" ".join(one.text for one in paragraphs))
    assert len([one for one in paragraphs if one.heading]) >= len(EDITION.clauses)
    assert [piece.text for piece in outline(EDITION) if flat(piece.text) not in read] == []


def test_the_word_file_can_be_brought_back_as_a_document():
    assert len(as_document(read_in("procedure.docx", as_word(the_edition()), the_edition(readings=False))).clauses) > 40


def test_a_pack_reads_back_equal():
    assert edition_of(signed_pack(EDITION, seed=SEED)) == EDITION
    assert signed_pack(EDITION, seed=SEED) == signed_pack(EDITION, seed=SEED)
    assert (
        key_of(signed_pack(EDITION, seed=SEED))
        == key_of(signed_pack(the_edition(), seed=SEED))
        != key_of(signed_pack(EDITION, seed=SEED[::-1]))
    )


@given(LETTERS, LETTERS, LETTERS)
def test_a_pack_reads_back_equal_whatever_the_words_are(plain, exact, title):
    first, *others = EDITION.clauses
    odd = replace(EDITION, title=title, clauses=(replace(first, plain=plain, exact=exact), *others))
    assert edition_of(signed_pack(odd, seed=SEED)) == odd
    as_web_page(odd), as_word(odd)


@given(st.integers(0, 10_000), st.sampled_from("x0 {}"))
def test_a_pack_that_was_altered_or_cut_is_refused_or_the_same(at, letter):
    whole = signed_pack(EDITION, seed=SEED).decode()
    at %= len(whole)
    for raw in (whole[:at], whole[:at] + letter + whole[at + 1 :]):
        with contextlib.suppress(NotAPack):
            assert edition_of(raw.encode()) == EDITION


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{}", b"\xff", b'{"pack": {}}', b"[" * 100_000, json.dumps({"pack": {"format": "askfirst-edition-1"}}).encode()]
)
def test_what_is_no_pack_gets_one_sentence(raw):
    with pytest.raises(NotAPack):
        edition_of(raw)


def test_a_pack_signed_by_somebody_else_over_other_words_shows_another_key():
    other = signed_pack(replace(EDITION, title="Another"), seed=SEED[::-1])
    assert edition_of(other).title == "Another" and key_of(other) != key_of(signed_pack(EDITION, seed=SEED))
