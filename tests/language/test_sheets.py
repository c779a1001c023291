import io
import json
import zipfile

import openpyxl
import pytest
from docx import Document

from nghitruong.base.errors import Invalid
from nghitruong.language.sheets import read_tables

ROWS = [["STT", "Nội dung"], ["1", "Đường hỏng"], ["2", "Đèn tắt"]]


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def docx() -> bytes:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", xlsx()),
        ("a.docx", docx()),
        ("a.csv", "\ufeffSTT,Nội dung\r\n1,Đường hỏng\r\n2,Đèn tắt\r\n".encode()),
        ("b.csv", "STT;Nội dung\n1;Đường hỏng\n2;Đèn tắt\n".encode()),
        ("c.csv", "STT;Nội dung\n1;Đường hỏng\n2;Đèn tắt\n".encode("utf-16")),
        (
            "a.jsonl",
            "\n".join(json.dumps({"STT": n, "Nội dung": t}) for n, t in [(1, "Đường hỏng"), (2, "Đèn tắt")]).encode(),
        ),
    ],
)
def test_the_same_table_from_each_kind_of_file(name, content):
    assert read_tables(name, content)[0].rows == ROWS


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "không phải bảng tính"),
        ("a.xlsx", b"", "không có nội dung"),
        ("a.xlsx", b"PK\x03\x04 hong", "bị hỏng"),
        ("a.xlsx", bomb(), "nén bất thường"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("a.csv", b"x" * 2_000_001, "lớn hơn mức cho phép"),
        ("a.jsonl", b'{"a": 1}\n[2]', "Dòng 2"),
    ],
)
def test_a_bad_file_is_refused_in_words(name, content, words):
    with pytest.raises(Invalid, match=words):
        read_tables(name, content, most_bytes=2_000_000)
