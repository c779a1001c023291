from nghitruong.intake.rules.quantities import quantities
from nghitruong.intake.rules.sections import clauses, numbering, paragraphs, sentences
from nghitruong.intake.rules.source import Source

NOTICE = """## THÔNG BÁO

**I. Kết quả công tác**

1. Ưu điểm:

Ban Pháp chế họp đủ các kỳ. Ông Lê V. An (TP. Mẫu) chủ trì... Cử tri

tham dự đông đủ.

2. Hạn chế:

Hồ sơ gửi chậm; tài liệu còn thiếu.

II. NHIỆM VỤ

2.1. Đối với Ủy ban nhân dân: Cần báo cáo trước ngày 05/3/2027.

- *Đối với Ban Pháp chế:* Thẩm tra kỹ.

+ Trước kỳ họp, gửi tài liệu.
"""


def test_numbers_are_told_from_dates_and_amounts() -> None:
    numbers = [numbering(words)[:2] for words in ("II. Mục", "1.2 Mục", "a) Mục", "Điều 3. Tên", "- Mục", "+ Mục")]

    assert numbers == [
        ("II", "roman"),
        ("1.2", "digits2"),
        ("a", "letter"),
        ("Điều 3", "article"),
        ("-", "dash"),
        ("+", "plus"),
    ]
    assert [numbering(words)[1] for words in ("25/11/2021", "1.688 cuộc", "13:40, 02/3", "50/53 đại biểu")] == [""] * 4


def test_headings_stand_over_what_follows_them() -> None:
    read = paragraphs(Source(NOTICE))

    assert [(one.section, one.number, one.title.text if one.title else "") for one in read if one.style] == [
        ("", "", "THÔNG BÁO"),
        ("I", "I", "Kết quả công tác"),
        ("I.1", "1", "Ưu điểm:"),
        ("I.2", "2", "Hạn chế:"),
        ("II", "II", "NHIỆM VỤ"),
        ("II.2.1", "2.1", "Đối với Ủy ban nhân dân:"),
        ("II.2.1", "-", "Đối với Ban Pháp chế:"),
        ("II.2.1", "+", ""),
    ]
    late = next(one for one in read if one.words.text.startswith("Hồ sơ"))
    assert [read[place].number for place in late.over] == ["", "I", "2"]
    assert [read[place].number for place in read[-1].over] == ["", "II", "2.1", "-"]


def test_a_sentence_cut_by_an_empty_line_is_one() -> None:
    source = Source(NOTICE)
    read = [one.words for one in sentences(source) if not one.is_heading]

    assert [one.text for one in read][:4] == [
        "Ban Pháp chế họp đủ các kỳ.",
        "Ông Lê V. An (TP. Mẫu) chủ trì...",
        "Cử tri\n\ntham dự đông đủ.",
        "Hồ sơ gửi chậm; tài liệu còn thiếu.",
    ]
    assert all(source.text[one.start : one.end] == one.text for one in read)


def test_lines_broken_by_the_layout_are_put_together() -> None:
    lines = [
        "Thường trực Hội đồng nhân dân xã đề nghị các Ban chuẩn bị kỹ hồ sơ trình",
        "Kỳ họp cuối năm, gửi đúng hạn cho các đại biểu và cho Ủy ban nhân dân xã",
        "để biết. Tài liệu phải đủ, rõ và có số liệu so sánh với cùng kỳ năm ngoái",
        "theo quy định của Hội đồng nhân dân xã và hướng dẫn của cấp trên trực tiếp.",
    ]
    source = Source("\n".join([*lines, "", *lines, "", *lines]))

    assert [len(one.words.text) for one in paragraphs(source)] == [len("\n".join(lines))] * 3


def test_clauses_are_not_cut_within_brackets() -> None:
    source = Source("Giao việc (họp; kiểm tra); báo cáo kết quả.")
    sentence = sentences(source)[0]

    assert [one.text for one in clauses(source, sentence.words)] == [
        "Giao việc (họp; kiểm tra)",
        "báo cáo kết quả.",
    ]


def test_a_dash_torn_to_the_next_line_is_no_item_and_a_page_number_no_word() -> None:
    lines = [
        "Ủy ban nhân dân xã báo cáo tốc độ tăng thu của các khoản trong năm là 8,5",
        "- 9% so với cùng kỳ năm trước theo số liệu của các cơ quan, Ủy ban nhân",
        "\f2",
        "dân xã và các Ban của Hội đồng nhân dân xã cùng thống nhất số liệu này.",
    ]
    source = Source("\n".join([*lines, *lines, *lines]))

    assert {one.number for one in paragraphs(source)} == {""}
    assert [one.value for one in quantities(source)] == [None] * 3
