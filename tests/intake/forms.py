"""The same text in the forms in which documents come: a Word file, a PDF with its words, a noisy scan."""

import io
import json
import re
from pathlib import Path

import docx
import pypdfium2
import typst
from docx.shared import Pt
from PIL import Image, ImageChops

from nghitruong.documents import exports

FONTS = Path(exports.__file__).parents[1] / "data" / "fonts"
PAGE = """
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, y: 20mm), numbering: "1")
#set text(font: "Tinos", size: 14pt, lang: "vi")
#set par(justify: true, spacing: 0.8em)
#for line in json(bytes(sys.inputs.lines)) {
  let long = line.len() > 90
  if long { par(first-line-indent: (amount: 1.27cm, all: true), line) } else { par(line) }
}
"""


def lines_of(text):
    bare = re.sub(r"[*#]", "", text)
    return [line.strip() for line in bare.splitlines() if line.strip()]


def as_word(text):
    book = docx.Document()
    book.styles["Normal"].font.size = Pt(14)
    for line in lines_of(text):
        book.add_paragraph(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_pdf(text):
    lines = json.dumps(lines_of(text), ensure_ascii=False)
    return typst.compile(PAGE.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, sys_inputs={"lines": lines})


def pictures(text, *, dots=200, noise=28, tilt=0.4):
    """Pages as a scanner gives them: grey, grained, a little askew."""
    pages = []
    document = pypdfium2.PdfDocument(as_pdf(text))
    for page in document:
        clean = page.render(scale=dots / 72, grayscale=True).to_pil().convert("L")
        turned = clean.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC)
        grain = Image.effect_noise(turned.size, noise)
        pages.append(ImageChops.add(turned, grain, scale=1, offset=-128))
    document.close()
    return pages


def as_scan(text, **how):
    pages = pictures(text, **how)
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=how.get("dots", 200))
    return out.getvalue()
