"""Kinds of oversight: plan with its outline, the letter that sends an outline, report."""

from __future__ import annotations

from django.utils.translation import gettext_noop as n_

from nghitruong.documents.rules.kinds.model import DATE, LINE, LINES, ROWS, Field, Kind, Writer
from nghitruong.documents.rules.kinds.shared import COUNCIL, sample

OUTLINE = Field("outline", n_("Đề cương báo cáo"), ROWS, items=(Field("content", n_("Nội dung")),))
THE_BODY = f"Thường trực {COUNCIL}"
SUBJECT = Field("subject", n_("Chuyên đề giám sát"))
BODY = Field("body", n_("Cơ quan giám sát"))
SCOPE = Field("scope", n_("Phạm vi và thời kỳ giám sát"))
BODIES = Field("bodies", n_("Cơ quan chịu giám sát"), LINES)
METHOD = Field("method", n_("Hình thức giám sát"), LINES)


def _plan(to: Writer) -> None:
    to.head("I. MỤC ĐÍCH, YÊU CẦU")
    to.lines("purpose", "- {}")
    to.head("II. NỘI DUNG, PHẠM VI, ĐỐI TƯỢNG GIÁM SÁT")
    to.head("1. Nội dung")
    to.lines("content", "- {}")
    to.head("2. Phạm vi, thời kỳ giám sát")
    to.say("{scope}")
    to.head("3. Cơ quan, đơn vị chịu sự giám sát")
    to.lines("bodies", "- {}")
    to.head("III. HÌNH THỨC GIÁM SÁT")
    to.lines("method", "- {}")
    to.head("IV. THÀNH PHẦN ĐOÀN GIÁM SÁT")
    to.grid(
        "team",
        "Danh sách",
        {"so": ("TT", 0.7), "name": ("Họ và tên", 3), "title": ("Chức vụ", 4), "role": ("Nhiệm vụ", 2.3)},
    )
    to.head("V. THỜI GIAN THỰC HIỆN")
    to.rows("schedule", "{work}.", lead="- {time}:")
    to.head("VI. TỔ CHỨC THỰC HIỆN")
    to.lines("duties")
    to.say("{body} đề nghị các cơ quan, đơn vị liên quan phối hợp thực hiện Kế hoạch này.")
    to.close()
    to.cut()
    to.rows("outline", "{content}", lead="{so}.")
    to.annex(
        "Đề cương báo cáo phục vụ giám sát", label="Phụ lục", note="(Kèm theo Kế hoạch giám sát chuyên đề {subject})"
    )


def _outline(to: Writer) -> None:
    to.say("Thực hiện {plan}, {body} giám sát chuyên đề {subject}.")
    to.say("Phạm vi, thời kỳ giám sát: {scope}.")
    to.say(
        "{body} đề nghị Quý cơ quan báo cáo bằng văn bản theo đề cương kèm theo, gửi về Văn phòng trước ngày {due_on}."
    )
    to.say("Rất mong sự quan tâm, phối hợp của Quý cơ quan.")
    to.close()
    to.cut()
    to.rows("outline", "{content}", lead="{so}.")
    to.annex(
        "Đề cương báo cáo phục vụ giám sát", label="Phụ lục", note="(Kèm theo công văn về giám sát chuyên đề {subject})"
    )


def _report(to: Writer) -> None:
    to.say("Thực hiện {plan}, {body} đã giám sát chuyên đề {subject}. Kết quả như sau:")
    to.head("I. VIỆC TỔ CHỨC GIÁM SÁT")
    to.say("Phạm vi, thời kỳ giám sát: {scope}.")
    to.say("Cơ quan, đơn vị chịu sự giám sát: {bodies_joined}.")
    to.say("Hình thức: {method_joined}.")
    to.head("II. KẾT QUẢ GIÁM SÁT")
    to.head("1. Kết quả đạt được")
    to.lines("results")
    to.head("2. Tồn tại, hạn chế")
    to.lines("limitations")
    to.head("3. Nguyên nhân")
    to.lines("causes")
    to.head("III. KIẾN NGHỊ")
    to.rows(
        "proposals",
        "{content}.",
        lead="{so}. Đối với {addressee}:",
        extras={"deadline": " Báo cáo kết quả trước ngày {deadline}."},
    )
    to.say("Trên đây là báo cáo kết quả giám sát chuyên đề {subject} của {body}.")


OUTLINE_SAMPLE = [
    {"content": "Tình hình quản lý, sử dụng đất công: diện tích, mục đích, đối tượng sử dụng."},
    {"content": "Kết quả kiểm tra, xử lý vi phạm; số tiền thu nộp ngân sách."},
    {"content": "Khó khăn, vướng mắc; kiến nghị, đề xuất."},
]
ABOUT = "quản lý, sử dụng đất công trên địa bàn phường"
SCOPED = "từ ngày 01/7/2025 đến ngày 31/12/2026 trên địa bàn phường"
KINDS = (
    Kind(
        "oversight_plan",
        n_("Kế hoạch giám sát"),
        "KH",
        (
            BODY, SUBJECT, Field("purpose", n_("Mục đích yêu cầu"), LINES),
            Field("content", n_("Nội dung giám sát"), LINES), SCOPE, BODIES, METHOD,
            Field("team", n_("Thành phần đoàn"), ROWS, items=(
                Field("name", n_("Họ tên")), Field("title", n_("Chức vụ")), Field("role", n_("Nhiệm vụ trong đoàn")),
            )),
            Field("schedule", n_("Thời gian thực hiện"), ROWS, items=(
                Field("time", n_("Thời gian")), Field("work", n_("Việc thực hiện")),
            )),
            Field("duties", n_("Tổ chức thực hiện"), LINES), OUTLINE,
        ),
        _plan,
        sample(
            "02", "2027-01-08", f"Giám sát chuyên đề {ABOUT}", body=THE_BODY, subject=ABOUT,
            purpose=["Đánh giá kết quả, hạn chế, nguyên nhân; kiến nghị giải pháp.",
                     "Giám sát đúng trọng tâm, không làm ảnh hưởng đến hoạt động của cơ quan, đơn vị."],
            content=["Việc lập hồ sơ, quản lý đất công.", "Việc cho thuê, thu nộp ngân sách."],
            scope=f"{SCOPED[0].upper()}{SCOPED[1:]}.", bodies=["Ủy ban nhân dân phường", "Phòng Kinh tế, Hạ tầng và Đô thị phường"],
            method=["Nghiên cứu báo cáo; làm việc trực tiếp; khảo sát thực tế."],
            team=[{"name": "Trần Thị Minh Mẫu", "title": "Chủ tịch Hội đồng nhân dân phường", "role": "Trưởng đoàn"},
                  {"name": "Hoàng Văn Thử", "title": "Trưởng Ban Kinh tế - Ngân sách", "role": "Phó Trưởng đoàn"},
                  {"name": "Phạm Quốc Thử", "title": "Chuyên viên Văn phòng", "role": "Thư ký"}],
            schedule=[{"time": "Trước ngày 30/01/2027", "work": "cơ quan, đơn vị gửi báo cáo"},
                      {"time": "Từ ngày 15 đến ngày 20/02/2027", "work": "làm việc trực tiếp, khảo sát"}],
            duties=["1. Văn phòng chuẩn bị tài liệu, phương tiện.",
                    "2. Các cơ quan, đơn vị chịu sự giám sát báo cáo theo đề cương kèm theo."],
            outline=OUTLINE_SAMPLE,
        ),
    ),
    Kind(
        "oversight_outline",
        n_("Công văn gửi đề cương giám sát"),
        "",
        (
            BODY, SUBJECT, Field("plan", n_("Kế hoạch đã ban hành")), SCOPE, Field("due_on", n_("Ngày phải báo cáo"), DATE),
            OUTLINE,
        ),
        _outline,
        sample(
            "31", "2027-01-11", f"báo cáo phục vụ giám sát chuyên đề {ABOUT}", to=["Ủy ban nhân dân phường"],
            body=THE_BODY, subject=ABOUT,
            plan="Kế hoạch số 02/KH-HĐND ngày 08 tháng 01 năm 2027 của Thường trực Hội đồng nhân dân phường",
            scope=SCOPED, due_on="2027-01-30", outline=OUTLINE_SAMPLE,
            recipients=["Như trên", "Thành viên Đoàn giám sát"],
        ),
        addressed=True,
    ),
    Kind(
        "oversight_report",
        n_("Báo cáo kết quả giám sát"),
        "BC",
        (
            BODY, SUBJECT, Field("plan", n_("Kế hoạch đã ban hành")), SCOPE, BODIES, METHOD,
            Field("results", n_("Kết quả đạt được"), LINES), Field("limitations", n_("Tồn tại hạn chế"), LINES),
            Field("causes", n_("Nguyên nhân"), LINES),
            Field("proposals", n_("Kiến nghị"), ROWS, items=(
                Field("addressee", n_("Nơi nhận kiến nghị")), Field("content", n_("Nội dung kiến nghị")),
                Field("deadline", n_("Thời hạn báo cáo"), LINE, required=False),
            )),
        ),
        _report,
        sample(
            "08", "2027-03-05", f"Kết quả giám sát chuyên đề {ABOUT}", body=THE_BODY, subject=ABOUT,
            plan="Kế hoạch số 02/KH-HĐND ngày 08 tháng 01 năm 2027", scope=SCOPED,
            bodies=["Ủy ban nhân dân phường", "Phòng Kinh tế, Hạ tầng và Đô thị phường"],
            method=["nghiên cứu báo cáo", "làm việc trực tiếp", "khảo sát thực tế tại 03 khu đất"],
            results=["Đã lập hồ sơ quản lý 41/46 khu đất công; thu nộp ngân sách 1,2 tỷ đồng."],
            limitations=["Còn 05 khu đất chưa lập hồ sơ; 02 hợp đồng cho thuê đã hết hạn chưa thanh lý."],
            causes=["Hồ sơ nhận bàn giao từ cấp huyện trước đây chưa đầy đủ; thiếu cán bộ chuyên môn."],
            proposals=[{"addressee": "Ủy ban nhân dân phường", "content": "hoàn thành hồ sơ 05 khu đất, thanh lý 02 hợp "
                        "đồng đã hết hạn", "deadline": "30/6/2027"},
                       {"addressee": "Ủy ban nhân dân tỉnh", "content": "đề nghị hướng dẫn xử lý hồ sơ nhận bàn giao"}],
        ),
    ),
)  # fmt: skip
