"""Words recognised from pictures by tesseract: one process a page, one thread, a time limit, nothing kept on disk."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat, UnidentifiedImageError

from nghitruong.base.errors import Invalid
from nghitruong.intake.rules.files.layout import Word, page_text, pages_text, runs

if TYPE_CHECKING:
    from nghitruong.intake.rules.files.taking import Watch

DOTS = 240
"""Dots an inch at which pages are read: 300 reads no better and takes half as long again."""
SECONDS = 180
MOST_PIXELS = 40_000_000
PAGE_WIDTH = 1984
"""Dots across a page of A4 at 240 to the inch."""
NARROWEST, WIDEST = 1500, 2600
"""Pages between so many dots across are read as they are."""
NOISY = 6.0
"""Mean difference (0 to 255) between a page and its median from which it is read smoothed."""
LEAST_SURE = 55.0
"""Mean confidence (0 to 100) below which the page may lie on its side."""


@cache
def recogniser() -> str | None:
    """Return the path of tesseract if it can read Vietnamese, else None."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    listed = subprocess.run([path, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603 -- a fixed program, no shell
    return path if "vie" in listed.stdout.split() else None


def read_picture(name: str, content: bytes, watch: Watch | None = None) -> str:
    """Return the words of a picture of a page. Raises Invalid for a damaged or giant picture, or without a recogniser."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Invalid(
                    _("Ảnh «%(name)s» quá lớn (hơn %(most)s triệu điểm ảnh).")
                    % {"name": name, "most": MOST_PIXELS // 1_000_000}
                )
            picture = ImageOps.exif_transpose(opened).convert("L")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Invalid(_("Ảnh «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    if watch is not None:
        watch(0, 1)
    return pages_text([read_page(picture)])


def drawn(document: Any, place: int) -> Image.Image:
    """Return a page of a PDF as a grey picture, smaller when the page is a giant."""
    page = document[place]
    width, height = page.get_size()
    scale = min(DOTS / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    page.close()
    return picture


def read_page(picture: Image.Image) -> list[str]:
    """Return the paragraphs of a page; a page that reads badly is turned as its letters say and read again."""
    page = _prepared(picture)
    words, sure = _recognised(page)
    if sure < LEAST_SURE or len(words) < 5:
        turn = _turn(page)
        if turn:
            page = page.rotate(turn, expand=True, fillcolor=255)
            words, sure = _recognised(page)
    return page_text(words, page.width)


def _prepared(picture: Image.Image) -> Image.Image:
    """Return the page smoothed where it is noisy, at a size that is read well."""
    page = ImageOps.autocontrast(picture.convert("L"), cutoff=1)
    across, down = page.size
    middle = page.crop((across // 4, down // 4, across * 3 // 4, down // 2))
    noise = ImageStat.Stat(ImageChops.difference(middle, middle.filter(ImageFilter.MedianFilter(3)))).mean[0]
    if noise > NOISY:
        page = page.filter(ImageFilter.MedianFilter(3))
    narrow = min(page.size)
    if 300 < narrow < NARROWEST or narrow > WIDEST:
        scale = PAGE_WIDTH / narrow
        page = page.resize((round(across * scale), round(down * scale)), Image.Resampling.BICUBIC)
    return page


def _run(picture: Image.Image, options: list[str]) -> str:
    path = recogniser()
    if path is None:
        raise Invalid(
            _(
                "Máy này chưa có chương trình nhận dạng chữ tiếng Việt. Hãy cài tesseract-ocr và tesseract-ocr-vie rồi thử lại."
            )
        )
    sent = io.BytesIO()
    picture.save(sent, "PNG", compress_level=1, dpi=(DOTS, DOTS))
    try:
        done = subprocess.run(  # noqa: S603 -- a fixed program, no shell, the page on its standard input
            [path, "stdin", "stdout", *options],
            input=sent.getvalue(), capture_output=True, timeout=SECONDS, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Invalid(
            _("Trang quét quá phức tạp, nhận dạng quá %(seconds)s giây nên đã dừng.") % {"seconds": SECONDS}
        ) from error
    return done.stdout.decode("utf-8", errors="replace")


def _recognised(page: Image.Image) -> tuple[list[Word], float]:
    """Return the runs of words of a page with their places, and how sure the recogniser is on average."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    sure = []
    for row in _run(page, ["-l", "vie", "--psm", "4", "--dpi", str(DOTS), "tsv"]).splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        confidence = float(cells[10])
        left, top, width, height = (float(cell) for cell in cells[6:10])
        if confidence < 15 and not any(letter.isalnum() for letter in cells[11]):
            continue
        lines.setdefault(tuple(cells[1:5]), []).append(Word(cells[11], left, top, left + width, top + height))
        sure.append(confidence)
    return [run for line in lines.values() for run in runs(line, least_space=-1)], sum(sure) / len(
        sure
    ) if sure else 0.0


def _turn(page: Image.Image) -> int:
    """Return by how many degrees (counter-clockwise) the page must be turned to stand upright; 0 when unsure."""
    for line in _run(page, ["--psm", "0", "-l", "osd"]).splitlines():
        if line.startswith("Rotate:"):
            return -int(line.split(":")[1]) % 360
    return 0
