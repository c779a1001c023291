from nghitruong.intake.rules.reading import read
from nghitruong.intake.rules.record import record
from tests.intake import samples


def names(people):
    return [(one["name"], one["title"]) for one in people]


def told(text):
    return record(read(text))


def test_the_head_of_a_notice():
    notice = told(samples.NOTICE)

    assert notice["document_kind"] == "thông báo kết luận"
    assert (notice["number"], notice["symbol"]) == ("17", "TB-HĐND")
    assert notice["issue_date"]["iso"] == "2024-03-06"
    assert notice["place"] == "Mộc Lâm"
    assert notice["issuing_organ"] == "Hội đồng nhân dân huyện Mộc Lâm"


def test_the_people_of_a_notice():
    notice = told(samples.NOTICE)

    assert names(notice["chairs"]) == [
        ("Đặng Hữu Thọ", "Huyện ủy viên, Chủ tịch HĐND huyện"),
        ("Lý Thị Nhàn", "Phó Chủ tịch HĐND huyện"),
    ]
    assert names(notice["other_named_people"]) == [("Kiều Văn Lực", "Phó Chủ tịch UBND huyện")]
    assert notice["participants"] == ["đại diện lãnh đạo các Ban HĐND huyện", "Trưởng phòng Tài chính - Kế hoạch"]
    assert notice["signatory"]["name"] == "Lý Thị Nhàn"
    assert notice["signatory"]["title"] == "Phó Chủ tịch"
    assert notice["signatory"]["authority"] == "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN; KT. CHỦ TỊCH"


def test_the_recipients_of_a_notice():
    assert told(samples.NOTICE)["recipients"] == [
        "Thường trực Huyện ủy (b/c)",
        "UBND huyện",
        "Thường trực HĐND các xã, thị trấn",
        "Lưu: VT, HĐND",
    ]


def test_days_on_which_things_happen_and_not_days_of_citations_or_deadlines():
    assert [day["iso"] for day in told(samples.NOTICE)["event_dates"]] == ["2024-02-28"]
    assert [day["iso"] for day in told(samples.NEWS)["event_dates"]] == ["2024-06-04", "2024-06-10/2024-06-12"]


def test_a_draft_with_blanks_in_two_columns():
    report = told(samples.TWO_COLUMNS)

    assert report["document_kind"] == "báo cáo"
    assert (report["number"], report["symbol"]) == (None, "BC-PNV")
    assert report["issue_date"]["iso"] == "2025-07"
    assert report["issue_date"]["doubtful"] is True
    assert report["issuing_organ"] == "Phòng Nội vụ (UBND huyện Mộc Lâm)"
    assert report["recipients"] == ["UBND huyện", "HĐND huyện", "Lưu: VT"]
    assert report["signatory"]["name"] == "Sầm Thị Ánh"
    assert report["signatory"]["authority"] == "KT. TRƯỞNG PHÒNG"
    assert report["signatory"]["title"] == "Phó Trưởng phòng"


def test_a_letter_of_the_party_and_what_it_cites():
    letter = told(samples.LETTER)

    assert letter["document_kind"] == "công văn"
    assert (letter["number"], letter["symbol"]) == ("45", "CV/ĐU")
    assert letter["addressees"] == ["Thường trực HĐND xã", "Ủy ban nhân dân xã"]
    assert [(cited["kind"], cited["number"], cited["date"]) for cited in letter["cited_documents"]] == [
        ("Kết luận", "127-KL/TW", "2025-02-28"),
        ("Nghị định", "29/2023/NĐ-CP", None),
        ("Nghị định", "33/2023/NĐ-CP", "2023-06-10"),
    ]


def test_news_of_a_meeting():
    news = told(samples.NEWS)

    assert news["document_kind"] == "tin tiếp xúc cử tri"
    assert news["published_at"]["iso"] == "2024-06-05"
    assert news["event_dates"][0]["year"] == "from published_at"
    assert [(one["name"], one["role"]) for one in news["chairs"]] == [("Đặng Hữu Thọ", "chủ trì; kết luận")]
    assert news["signatory"]["name"] == "Thu Hiền"
    assert news["issuing_organ"] is None


def test_every_item_stands_where_it_says():
    for text in (samples.NOTICE, samples.TWO_COLUMNS, samples.LETTER, samples.NEWS):
        whole = told(text)
        items = [
            item for value in whole.values() if isinstance(value, list) for item in value if isinstance(item, dict)
        ]
        for value in whole["evidence"].values():
            items += value if isinstance(value, list) else [value]

        assert [item for item in items if text[item["start"] : item["end"]] != item["quote"]] == []
        assert items


def test_a_normative_resolution():
    resolution = told(samples.RESOLUTION)

    assert resolution["document_kind"] == "nghị quyết"
    assert (resolution["number"], resolution["symbol"]) == ("15", "NQ-HĐND")
    assert resolution["issuing_organ"] == "Hội đồng nhân dân xã Tân Hiệp Tây"
    assert [day["iso"] for day in resolution["event_dates"]] == ["2025-12-18"]
    assert resolution["signatory"]["name"] == "Đỗ Thanh Bình"
    assert [cited["number"] for cited in resolution["cited_documents"]] == [
        "72/2025/QH15",
        "20/TTr-TTHĐND",
        "9/BC-BKTXH",
    ]


def test_minutes_with_two_names_side_by_side():
    minutes = told(samples.MINUTES)

    assert minutes["document_kind"] == "biên bản họp"
    assert [day["iso"] for day in minutes["event_dates"]] == ["2026-08-25"]
    assert names(minutes["chairs"]) == [("Hà Văn Sơn", "Chủ tịch HĐND xã")]
    assert minutes["signatory"]["name"] == "Hà Văn Sơn"


def test_a_letter_whose_symbol_names_no_type():
    letter = told(samples.LETTER_OF_A_DEPARTMENT)

    assert letter["document_kind"] == "công văn"
    assert letter["symbol"] == "SXD-QLN"
    assert letter["issuing_organ"] == "Sở Xây dựng (UBND tỉnh Đông Bình)"
    assert letter["recipients"] == ["Như trên", "Lưu: VT, QLN"]
    assert (letter["signatory"]["name"], letter["signatory"]["title"]) == ("Nguyễn Hữu Phước", "Giám đốc")


def test_names_of_minorities_and_days_with_dots_and_commas():
    news = told(samples.NEWS_OF_A_BORDER)

    assert [one["name"] for one in news["other_named_people"]] == [
        "Siu Hạnh",
        "Rơ Châm H'Lan",
        "Phạm Đình Thảo",
        "Ayun H'Nga",
    ]
    assert names(news["chairs"]) == [("Nguyễn Thị Bưởi", "Chủ tịch UBMTTQVN tỉnh")]
    assert [day["iso"] for day in news["event_dates"]] == ["2024-10-10", "2024-10-21", "2024-12-20/2024-12-21"]
