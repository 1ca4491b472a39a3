"""Warrants as Word files and as PDFs."""

import io

import typst
from docx import Document
from warrant_text import EMPTY, TICK


def word_of(lines):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return bytes_of(document)


def bytes_of(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf_of(lines):
    """A PDF with drawn tick boxes: typst has no letter for an empty one."""
    drawn = {
        EMPTY: "#box(square(size: 8pt))",
        TICK: "#box(square(size: 8pt, inset: 0pt)[#place(center + horizon, text(size: 7pt)[X])])",
    }
    made = []
    for line in lines:
        escaped = "".join(f"\\u{{{ord(each):x}}}" if each not in " ☐☒" else each for each in line)
        for mark, drawing in drawn.items():
            escaped = escaped.replace(mark, drawing)
        made.append(escaped)
    return typst_pdf("\n\n".join(made))


def typst_pdf(text):
    content = f'#set page(paper: "a4")\n#set text(size: 10pt)\n{text}'.encode()
    return typst.compile(content, format="pdf", ignore_system_fonts=True)
