"""Kinds that decide or lead to a decision: plan, decision, resolutions, submission, examination report."""

from __future__ import annotations

from django.utils.translation import gettext_noop as n_

from nghitruong.documents.rules.kinds.model import DATE, LINE, LINES, ROWS, Field, Kind, Writer
from nghitruong.documents.rules.kinds.shared import BY_DEPUTY, COUNCIL, STANDING, sample

ARTICLES = Field("articles", n_("Các điều"), ROWS, items=(Field("content", n_("Nội dung")),))


EXECUTOR = Field("executor", n_("Cơ quan tổ chức thực hiện"))


def _decision(to: Writer) -> None:
    to.say("QUYẾT ĐỊNH:", bold=True, centred=True)
    to.rows("articles", "{content}", lead="Điều {so}.")
    to.say(
        "{executor} chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.",
        lead="Điều {articles_next}.",
    )


def _resolution(to: Writer) -> None:
    to.say("QUYẾT NGHỊ:", bold=True, centred=True)
    to.rows("articles", "{content}", lead="Điều {so}.")
    to.say(
        "{executor} tổ chức thực hiện Nghị quyết này theo nhiệm vụ, quyền hạn được giao. Thường trực, các Ban, các Tổ "
        "đại biểu và đại biểu Hội đồng nhân dân giám sát việc thực hiện. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam cùng "
        "cấp tham gia giám sát và vận động Nhân dân thực hiện.",
        lead="Điều {articles_next}. Tổ chức thực hiện:",
    )
    to.say(
        "Nghị quyết này được {council} {term}, {session} thông qua ngày {adopted_on} và có hiệu lực từ ngày "
        "{effective_on}."
    )


def _plan(to: Writer) -> None:
    to.head("I. MỤC ĐÍCH, YÊU CẦU")
    to.head("1. Mục đích")
    to.lines("purpose", "- {}")
    to.head("2. Yêu cầu")
    to.lines("requirements", "- {}")
    to.head("II. NỘI DUNG, PHÂN CÔNG")
    to.grid(
        "tasks",
        "Các nhiệm vụ",
        {
            "so": ("TT", 0.7),
            "content": ("Nội dung", 4.3),
            "lead": ("Chủ trì", 2),
            "cooperating": ("Phối hợp", 2),
            "deadline": ("Thời hạn", 1.5),
        },
    )
    with to.when("funding"):
        to.head("III. KINH PHÍ")
        to.say("{funding}")
    to.head("TỔ CHỨC THỰC HIỆN")
    to.lines("duties")
    to.say(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị báo cáo {body} xem xét, quyết định."
    )


def _submission(to: Writer) -> None:
    to.say("{body} kính trình {addressee} xem xét nội dung sau:")
    to.head("I. SỰ CẦN THIẾT BAN HÀNH")
    to.lines("need")
    to.head("II. CƠ SỞ PHÁP LÝ")
    to.lines("legal_basis", "- {}")
    to.head("III. QUÁ TRÌNH XÂY DỰNG, LẤY Ý KIẾN")
    to.lines("process")
    to.head("IV. NỘI DUNG CƠ BẢN CỦA DỰ THẢO")
    to.lines("content")
    with to.when("resources"):
        to.head("V. NGUỒN LỰC VÀ ĐIỀU KIỆN BẢO ĐẢM")
        to.lines("resources")
    with to.when("attachments"):
        to.say("Tài liệu gửi kèm: {attachments_joined}.")
    to.say("{proposal}")
    to.say("{body} kính trình {addressee} xem xét, quyết định.")


def _examination(to: Writer) -> None:
    to.say(
        "Thực hiện nhiệm vụ theo quy định của pháp luật và phân công của Thường trực Hội đồng nhân dân, {examiner} đã "
        "thẩm tra {draft} do {submitter} trình tại {submission}. Kết quả thẩm tra như sau:"
    )
    to.head("I. THẨM QUYỀN, HÌNH THỨC")
    to.lines("authority")
    to.head("II. TRÌNH TỰ, THỦ TỤC")
    to.lines("procedure")
    to.head("III. TÍNH HỢP PHÁP, TÍNH THỐNG NHẤT")
    to.lines("legality")
    to.head("IV. THỂ THỨC, KỸ THUẬT TRÌNH BÀY")
    to.lines("form")
    to.head("V. TÍNH KHẢ THI, NGUỒN LỰC THỰC HIỆN")
    to.lines("feasibility")
    to.head("VI. Ý KIẾN CỦA BAN")
    to.lines("opinion")
    with to.when("amendments"):
        to.say("Đề nghị tiếp thu, chỉnh lý:")
        to.lines("amendments", "- {}")
    to.say("Trên đây là báo cáo thẩm tra của {examiner}, kính trình Hội đồng nhân dân xem xét, quyết định.")


RESOLVED = (
    Field("council", n_("Hội đồng nhân dân thông qua")),
    Field("term", n_("Khóa")),
    Field("session", n_("Kỳ họp")),
    ARTICLES,
    EXECUTOR,
    Field("adopted_on", n_("Ngày thông qua"), DATE),
    Field("effective_on", n_("Ngày có hiệu lực"), DATE),
)
LAW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
RESOLVED_SAMPLE = {
    "governing_organ": "",
    "issuing_organ": COUNCIL,
    "author": f"{COUNCIL}\nkhóa I, kỳ họp thứ tư",
    "council": COUNCIL,
    "term": "khóa I",
    "session": "kỳ họp thứ tư",
    "executor": "Ủy ban nhân dân phường",
    "adopted_on": "2026-12-10",
    "signatory": {"title": "Chủ tịch", "name": "Trần Thị Minh Mẫu"},
}

KINDS = (
    Kind(
        "plan",
        n_("Kế hoạch công tác"),
        "KH",
        (
            Field("body", n_("Tập thể ban hành")), Field("purpose", n_("Mục đích"), LINES),
            Field("requirements", n_("Yêu cầu"), LINES),
            Field("tasks", n_("Các nhiệm vụ"), ROWS, items=(
                Field("content", n_("Nội dung")), Field("lead", n_("Cơ quan chủ trì")),
                Field("cooperating", n_("Cơ quan phối hợp"), LINE, required=False),
                Field("deadline", n_("Thời hạn"), DATE, required=False),
            )),
            Field("funding", n_("Kinh phí"), LINE, required=False), Field("duties", n_("Tổ chức thực hiện"), LINES),
        ),
        _plan,
        sample(
            "09", "2026-10-15", "Tiếp xúc cử tri trước kỳ họp thứ tư, Hội đồng nhân dân phường khóa I",
            body=f"Thường trực {COUNCIL}",
            purpose=["Ghi nhận ý kiến, kiến nghị của cử tri trước kỳ họp.",
                     "Báo cáo với cử tri dự kiến nội dung, chương trình kỳ họp."],
            requirements=["Tổ chức đúng thời gian, đúng thành phần, tiết kiệm.",
                          "Kiến nghị của cử tri được ghi đầy đủ, chính xác, kèm địa chỉ phản ánh."],
            tasks=[{"content": "Thông báo lịch tiếp xúc cử tri đến các khu phố", "lead": "Văn phòng",
                    "cooperating": "Ủy ban Mặt trận Tổ quốc phường", "deadline": "2026-10-25"},
                   {"content": "Tổ chức tiếp xúc cử tri tại 06 khu phố", "lead": "Các Tổ đại biểu",
                    "cooperating": "Ban công tác Mặt trận khu phố", "deadline": "2026-11-05"},
                   {"content": "Tổng hợp, phân loại kiến nghị", "lead": "Văn phòng", "deadline": "2026-11-10"}],
            funding="Từ nguồn kinh phí hoạt động của Hội đồng nhân dân phường năm 2026.",
            duties=["1. Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch.",
                    "2. Đề nghị Ủy ban nhân dân phường cử đại diện dự, trả lời kiến nghị thuộc thẩm quyền."],
            signatory=BY_DEPUTY,
        ),
    ),
    Kind(
        "decision",
        n_("Quyết định cá biệt"),
        "QĐ",
        (ARTICLES, EXECUTOR),
        _decision,
        sample(
            "21", "2026-03-02", "Về việc thành lập Tổ giúp việc kỳ họp thứ hai, Hội đồng nhân dân phường khóa I",
            author=f"Thường trực {COUNCIL}",
            grounds=[f"Căn cứ {LAW}", "Căn cứ Quy chế làm việc của Hội đồng nhân dân phường",
                     "Theo đề nghị của Chánh Văn phòng"],
            articles=[{"content": "Thành lập Tổ giúp việc kỳ họp thứ hai, Hội đồng nhân dân phường khóa I gồm 05 thành "
                       "viên, do ông Phạm Quốc Thử làm Tổ trưởng."},
                      {"content": "Tổ giúp việc phục vụ kỳ họp theo phân công của Chủ tọa và tự giải thể sau khi hoàn "
                       "thành nhiệm vụ."}],
            executor="Chánh Văn phòng, các cơ quan, đơn vị liên quan và thành viên Tổ giúp việc",
            recipients=["Như Điều 3", "Thường trực Hội đồng nhân dân phường"],
        ),
        grounded=True,
        authored=True,
    ),
    Kind(
        "resolution_normative",
        n_("Nghị quyết quy phạm pháp luật"),
        "NQ",
        RESOLVED,
        _resolution,
        sample(
            "5", "2026-12-10", "Quy định mức hỗ trợ thu gom rác thải sinh hoạt trên địa bàn phường Mẫu",
            **RESOLVED_SAMPLE,
            grounds=[
                f"Căn cứ {LAW}",
                "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
                (
                    "Xét Tờ trình số 66/TTr-UBND ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân phường; Báo cáo thẩm "
                    "tra số 14/BC-HĐND ngày 02 tháng 12 năm 2026 của Ban Kinh tế - Ngân sách; ý kiến thảo luận của "
                    "đại biểu Hội đồng nhân dân tại kỳ họp"
                ),
            ],
            articles=[{"content": "Phạm vi điều chỉnh, đối tượng áp dụng\nNghị quyết này quy định mức hỗ trợ thu gom rác "
                       "thải sinh hoạt đối với hộ gia đình trên địa bàn phường."},
                      {"content": "Mức hỗ trợ\nHộ nghèo, hộ cận nghèo được hỗ trợ 100% mức giá dịch vụ thu gom."},
                      {"content": "Nguồn kinh phí\nKinh phí thực hiện từ ngân sách phường theo phân cấp."}],
            effective_on="2027-01-01",
            recipients=["Thường trực Hội đồng nhân dân tỉnh", "Ủy ban nhân dân phường", "Đại biểu Hội đồng nhân dân phường"],
        ),
        grounded=True,
        authored=True,
        normative=True,
    ),
    Kind(
        "resolution_individual",
        n_("Nghị quyết cá biệt"),
        "NQ",
        RESOLVED,
        _resolution,
        sample(
            "18", "2026-12-10", "Về việc thành lập Đoàn giám sát công tác quản lý đất công trên địa bàn phường",
            **RESOLVED_SAMPLE,
            grounds=[f"Căn cứ {LAW}",
                     "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15",
                     ("Xét Tờ trình số 15/TTr-HĐND ngày 02 tháng 12 năm 2026 của Thường trực Hội đồng nhân dân phường; ý "
                     "kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp")],
            articles=[{"content": "Thành lập Đoàn giám sát gồm 07 thành viên, do bà Trần Thị Minh Mẫu, Chủ tịch Hội đồng "
                       "nhân dân phường làm Trưởng đoàn."},
                      {"content": "Đoàn giám sát xây dựng kế hoạch, đề cương; giám sát, báo cáo kết quả tại kỳ họp gần "
                       "nhất; kinh phí từ nguồn kinh phí hoạt động của Hội đồng nhân dân phường."}],
            effective_on="2026-12-10",
        ),
        grounded=True,
        authored=True,
    ),
    Kind(
        "submission",
        n_("Tờ trình"),
        "TTr",
        (
            Field("body", n_("Cơ quan trình")), Field("addressee", n_("Cơ quan được trình")),
            Field("need", n_("Sự cần thiết"), LINES), Field("legal_basis", n_("Cơ sở pháp lý"), LINES),
            Field("process", n_("Quá trình xây dựng"), LINES), Field("content", n_("Nội dung cơ bản"), LINES),
            Field("resources", n_("Nguồn lực"), LINES, required=False),
            Field("attachments", n_("Tài liệu gửi kèm"), LINES, required=False), Field("proposal", n_("Nội dung đề nghị")),
        ),
        _submission,
        sample(
            "15", "2026-12-02", "Về việc thành lập Đoàn giám sát công tác quản lý đất công trên địa bàn phường",
            to=[COUNCIL], body=f"Thường trực {COUNCIL}", addressee=COUNCIL,
            need=["Qua tiếp xúc cử tri năm 2026, có 09 kiến nghị về việc quản lý, sử dụng đất công chưa hiệu quả."],
            legal_basis=[LAW, "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15"],
            process=[("Dự thảo Nghị quyết đã được lấy ý kiến các Ban, các Tổ đại biểu và Ủy ban nhân dân phường; các ý "
                     "kiến đều thống nhất.")],
            content=["Thành lập Đoàn giám sát gồm 07 thành viên; phạm vi giám sát từ ngày 01/7/2025 đến ngày 31/12/2026."],
            resources=["Kinh phí từ nguồn hoạt động của Hội đồng nhân dân phường năm 2027."],
            attachments=["Dự thảo Nghị quyết", "Danh sách dự kiến thành viên Đoàn giám sát"],
            proposal="Đề nghị Hội đồng nhân dân phường thông qua Nghị quyết tại kỳ họp thứ tư.",
            recipients=["Như trên", "Ủy ban nhân dân phường"],
        ),
        addressed=True,
    ),
    Kind(
        "examination_report",
        n_("Báo cáo thẩm tra"),
        "BC",
        (
            Field("examiner", n_("Ban thẩm tra")), Field("draft", n_("Văn bản được thẩm tra")),
            Field("submitter", n_("Cơ quan trình")), Field("submission", n_("Tờ trình được thẩm tra")),
            Field("authority", n_("Thẩm quyền và hình thức"), LINES), Field("procedure", n_("Trình tự thủ tục"), LINES),
            Field("legality", n_("Tính hợp pháp"), LINES), Field("form", n_("Thể thức"), LINES),
            Field("feasibility", n_("Tính khả thi"), LINES), Field("opinion", n_("Ý kiến của Ban"), LINES),
            Field("amendments", n_("Nội dung cần chỉnh lý"), LINES, required=False),
        ),
        _examination,
        sample(
            "14", "2026-12-02", "Thẩm tra dự thảo Nghị quyết quy định mức hỗ trợ thu gom rác thải sinh hoạt",
            issuing_organ="Ban Kinh tế - Ngân sách", examiner="Ban Kinh tế - Ngân sách",
            draft="dự thảo Nghị quyết quy định mức hỗ trợ thu gom rác thải sinh hoạt trên địa bàn phường",
            submitter="Ủy ban nhân dân phường", submission="Tờ trình số 66/TTr-UBND ngày 20 tháng 11 năm 2026",
            authority=["Việc ban hành Nghị quyết thuộc thẩm quyền của Hội đồng nhân dân phường; hình thức văn bản phù hợp."],
            procedure=["Hồ sơ trình đủ thành phần; dự thảo đã được lấy ý kiến đối tượng chịu tác động."],
            legality=["Nội dung dự thảo phù hợp quy định của pháp luật, không trùng lặp với văn bản đang có hiệu lực."],
            form=["Thể thức, kỹ thuật trình bày cơ bản bảo đảm."],
            feasibility=["Mức hỗ trợ trong khả năng cân đối của ngân sách phường: 320 triệu đồng/năm."],
            opinion=["Ban nhất trí trình Hội đồng nhân dân phường xem xét, thông qua."],
            amendments=["Bổ sung quy định về thời điểm chi trả."],
            signatory={"title": "Trưởng Ban", "organ": "Ban Kinh tế - Ngân sách", "name": "Hoàng Văn Thử"},
            recipients=["Đại biểu Hội đồng nhân dân phường", f"{STANDING} phường", "Ủy ban nhân dân phường"],
        ),
    ),
)  # fmt: skip
