"""A warrant's own file sent to the service or from the page."""

import asyncio
import html
import re

import httpx
import pytest
from controls import posted
from strategies import BOOK
from warrant_forms import pdf_of, word_of
from warrant_text import FIRST, box_d, warrant

from extradition.casework.warrant_file.reading import read_warrant
from extradition.web import application

APP = application(BOOK, engine="plain")
OF_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def ask(path, **more):
    async def asked():
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.post(path, **more)

    return asyncio.run(asked())


def upload(name, raw):
    return ask("/case", data={"do": "warrant"}, files={"file": (name, raw)})


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (word_of(FIRST), OF_WORD),
        (pdf_of(FIRST), "application/pdf"),
        (pdf_of(FIRST), "Application/Octet-Stream; x=y"),
    ],
)
def test_the_service_reads_a_warrant(raw, kind):
    answer = ask("/warrants?name=first", content=raw, headers={"Content-Type": kind})
    assert answer.status_code == 200
    assert answer.json() == read_warrant(raw, "first", BOOK).model_dump(mode="json")


def test_the_service_refuses_another_media_type_and_a_bad_file():
    answer = ask("/warrants", content=b"%PDF-", headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.json()["type"]) == (415, "urn:problem-type:extradition:not-a-warrant")
    answer = ask("/warrants", content=b"%PDF-", headers={"Content-Type": "application/pdf"})
    assert answer.status_code == 422
    assert answer.json()["faults"] == [{"place": "", "message": "is damaged: it cannot be read as a PDF"}]


def test_the_page_starts_from_a_warrant_with_its_boxes_filled_in():
    answer = upload("first.pdf", pdf_of(FIRST))
    assert answer.status_code == 200
    fields = dict(posted(answer.text))
    assert fields["particulars.requested_person.name"] == "Dragoș Ion Exemplu"
    assert fields["offences[0].warrant.box_c.sentence_months"] == "2 years and 6 months"
    assert {fields["offences[0].warrant.box_d.ticked[0]"], fields["offences[0].warrant.box_d.ticked[1]"]} == {
        "2",
        "3.1a",
    }
    assert fields["offences[0].warrant.box_d.summoned_on"] == "2020-02-14"
    text = html.unescape(re.sub(r"<[^>]+>", "", answer.text))
    assert "Read from first.pdf" in text
    assert "Page 1, box (b): the form has no entry for the number of decisions" in text
    assert "Page 1, box (d) 3.1a, ticked: 3.1a" in text
    assert "There is a problem" not in text


def test_the_page_lists_what_was_not_read_and_shows_no_markup_of_the_file():
    texts = warrant(d=[*box_d(marks={"2": "■"}, text="<script>alert(1)</script>")], name="<b>9</b>")
    answer = upload("w.docx", word_of(texts))
    assert answer.status_code == 200
    assert "<script>alert(1)" not in answer.text
    assert "<b>9" not in answer.text
    assert "box (d) 2: its mark is a picture, a drawing or a sign without a known meaning." in answer.text


def test_a_warrant_that_is_read_whole_has_no_list_of_what_was_not():
    answer = upload("w.docx", word_of([each for each in FIRST if not each.startswith("(b)")]))
    assert "Not read" in answer.text


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("", b"", "no file was chosen"),
        ("w.pdf", b"%PDF-", "w.pdf:1:1: is damaged: it cannot be read as a PDF"),
        ("w.docx", b"words", "w.docx:1:1: is neither a Word file (.docx) nor a PDF"),
    ],
)
def test_the_start_page_says_why_a_warrant_was_not_read(name, raw, message):
    answer = upload(name, raw) if name else ask("/case", data={"do": "warrant"})
    assert answer.status_code == 422
    text = html.unescape(re.sub(r"<[^>]+>", "", answer.text))
    assert "The warrant was not read" in text
    assert message.rpartition("1:1: ")[2] in text
