"""Kinds around voters' petitions, and the periodic work report."""

from __future__ import annotations

from django.utils.translation import gettext_noop as n_

from nghitruong.documents.rules.kinds.model import DATE, LINE, LINES, NUMBER, ROWS, Field, Kind, Writer
from nghitruong.documents.rules.kinds.shared import BY_DEPUTY, COUNCIL, sample

BODY = Field("body", n_("Cơ quan báo cáo"))
SESSION = Field("session", n_("Kỳ họp"))
COUNT = Field("count", n_("Số kiến nghị"), NUMBER)
BY_LEVEL = Field("by_level", n_("Theo thẩm quyền"), ROWS, items=(Field("level", n_("Cấp thẩm quyền")), COUNT))
BY_FIELD = Field("by_field", n_("Theo lĩnh vực"), ROWS, items=(Field("field", n_("Lĩnh vực")), COUNT))


def _counted(part: str, head: str) -> dict[str, tuple[str, float]]:
    return {"so": ("TT", 0.7), part: (head, 6), "count": ("Số kiến nghị", 1.6)}


def _synthesis(to: Writer) -> None:
    to.say("{body} báo cáo tổng hợp ý kiến, kiến nghị của cử tri gửi đến {session} như sau:")
    to.head("I. VIỆC TIẾP XÚC CỬ TRI")
    to.say(
        "Đã tổ chức {meetings} cuộc tiếp xúc cử tri với {voters} lượt cử tri tham dự, có {opinions} lượt ý kiến phát biểu."
    )
    with to.when("mood"):
        to.say("{mood}")
    to.head("II. TỔNG HỢP KIẾN NGHỊ")
    to.say("Sau khi rà soát, gộp các kiến nghị trùng nội dung, còn {merged} kiến nghị.")
    to.grid("by_level", "1. Theo thẩm quyền giải quyết", _counted("level", "Cấp có thẩm quyền"), right="count")
    to.grid("by_field", "2. Theo lĩnh vực", _counted("field", "Lĩnh vực"), right="count")
    to.head("III. NỘI DUNG KIẾN NGHỊ")
    to.rows("petitions", "{content} (cử tri {place}; lĩnh vực {field}; cơ quan giải quyết: {addressee}).", lead="{so}.")
    to.head("IV. ĐỀ NGHỊ")
    to.lines("proposals", "- {}")
    to.say("Trên đây là báo cáo tổng hợp ý kiến, kiến nghị của cử tri gửi đến {session}.")


def _result(to: Writer) -> None:
    to.say("{body} báo cáo kết quả giải quyết kiến nghị của cử tri gửi đến {session}; số liệu tính đến ngày {as_of}.")
    to.head("I. TÌNH HÌNH TIẾP NHẬN, CHUYỂN KIẾN NGHỊ")
    to.say("Tổng số kiến nghị tiếp nhận: {total}; đã chuyển đến cơ quan có thẩm quyền: {forwarded}.")
    to.grid("by_level", "1. Theo thẩm quyền giải quyết", _counted("level", "Cấp có thẩm quyền"), right="count")
    to.grid("by_field", "2. Theo lĩnh vực", _counted("field", "Lĩnh vực"), right="count")
    to.head("II. KẾT QUẢ TRẢ LỜI, GIẢI QUYẾT")
    to.say("Đã trả lời {answered}/{forwarded} kiến nghị đã chuyển; đã giải quyết xong {settled} kiến nghị.")
    to.grid(
        "by_outcome",
        "Theo kết quả giải quyết",
        {"so": ("TT", 0.7), "outcome": ("Kết quả", 5), "count": ("Số kiến nghị", 1.5), "share": ("Tỷ lệ (%)", 1.4)},
        right="count share",
    )
    with to.when("causes"):
        to.head("III. TỒN TẠI, NGUYÊN NHÂN")
        to.lines("causes", "- {}")
    to.head("IV. KIẾN NGHỊ")
    to.lines("proposals", "- {}")
    to.say("Trên đây là báo cáo kết quả giải quyết kiến nghị của cử tri gửi đến {session}.")
    to.close()
    to.cut()
    to.grid(
        "petitions",
        "",
        {
            "so": ("TT", 0.6),
            "content": ("Nội dung kiến nghị", 3.6),
            "agency": ("Cơ quan giải quyết", 2),
            "answer": ("Nội dung trả lời", 3.2),
            "outcome": ("Kết quả", 1.6),
        },
    )
    to.annex(
        "Danh mục kiến nghị và kết quả giải quyết",
        label="Phụ lục I",
        note="(Kèm theo Báo cáo kết quả giải quyết kiến nghị của cử tri gửi đến {session})",
    )


def _forward(to: Writer) -> None:
    to.say(
        "Ngày {received_on}, {body} tiếp nhận kiến nghị của cử tri {voter_place} (mã số {code}) với nội dung như sau:"
    )
    to.say("“{content}”", italic=True)
    to.say(
        "{body} chuyển kiến nghị trên đến Quý cơ quan để xem xét, giải quyết theo thẩm quyền và trả lời bằng văn bản trước ngày {due_on}."
    )
    to.say(
        "Văn bản trả lời nêu rõ biện pháp, cơ quan thực hiện, thời hạn, nguồn lực; trường hợp không thuộc thẩm quyền, đề "
        "nghị chuyển trả và nêu rõ cơ quan có thẩm quyền."
    )
    to.say("Rất mong sự quan tâm, phối hợp của Quý cơ quan.")


def _urge(to: Writer) -> None:
    to.say(
        "Ngày {forwarded_on}, {body} đã chuyển đến Quý cơ quan kiến nghị của cử tri (mã số {code}, tiếp nhận ngày "
        "{received_on}) với nội dung: “{content}”."
    )
    to.say("Thời hạn trả lời là ngày {due_on}; đến nay đã quá hạn {overdue} ngày nhưng chưa nhận được văn bản trả lời.")
    to.say("{body} đề nghị Quý cơ quan:")
    to.lines("requests", "- {}")
    to.say("Văn bản trả lời gửi về {body} trước ngày {answer_by} để báo cáo Hội đồng nhân dân và thông báo đến cử tri.")


def _slip(to: Writer) -> None:
    to.say("{body} đã tiếp nhận:")
    to.say("Người gửi: {sender}.")
    to.say("Địa chỉ: {address}.")
    to.say("Ngày tiếp nhận: {received_on}. Hình thức: {channel}. Mã số: {code}.")
    to.say("Nội dung: {content}.")
    with to.when("papers"):
        to.say("Tài liệu kèm theo: {papers_joined}.")
    to.say("Người tiếp nhận: {receiver}.")
    to.say("Kết quả xử lý được thông báo trước ngày {due_on}; khi cần hỏi thêm, nêu mã số {code}.")


def _periodic(to: Writer) -> None:
    to.say("{body} báo cáo kết quả hoạt động {period}; số liệu tính đến ngày {as_of}.")
    to.head("I. KẾT QUẢ HOẠT ĐỘNG")
    to.rows("activities", "{content}", lead="{so}. {heading}.")
    to.grid(
        "figures",
        "Một số chỉ tiêu",
        {"so": ("TT", 0.7), "name": ("Chỉ tiêu", 5), "value": ("Kỳ này", 1.5), "before": ("Kỳ trước", 1.5)},
        right="value before",
    )
    with to.when("limitations"):
        to.head("II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
        to.lines("limitations", "- {}")
    to.head("III. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI")
    to.lines("next_tasks", "- {}")
    with to.when("proposals"):
        to.head("IV. KIẾN NGHỊ, ĐỀ XUẤT")
        to.lines("proposals", "- {}")
    to.say("Trên đây là báo cáo kết quả hoạt động {period} của {body}.")


CODE = Field("code", n_("Mã số kiến nghị"))
RECEIVED = Field("received_on", n_("Ngày tiếp nhận"), DATE)
CONTENT = Field("content", n_("Nội dung kiến nghị"))
DUE = Field("due_on", n_("Hạn trả lời"), DATE)
AS_OF = Field("as_of", n_("Số liệu tính đến ngày"), DATE)
THE_BODY = f"Thường trực {COUNCIL}"
THE_SESSION = "kỳ họp thứ tư, Hội đồng nhân dân phường khóa I"
LEVELS = [{"level": "Tỉnh", "count": 9}, {"level": "Phường", "count": 28}]
FIELDS = [
    {"field": "Giao thông, hạ tầng", "count": 17},
    {"field": "Đất đai, môi trường", "count": 12},
    {"field": "Văn hóa - xã hội", "count": 8},
]
CULVERT = "Đề nghị nạo vét cống thoát nước đường số 7, khu phố 3 vì mưa lớn là ngập vào nhà dân"
KINDS = (
    Kind(
        "petition_synthesis",
        n_("Báo cáo tổng hợp kiến nghị cử tri"),
        "BC",
        (
            BODY, SESSION, Field("meetings", n_("Số cuộc tiếp xúc"), NUMBER), Field("voters", n_("Số lượt cử tri"), NUMBER),
            Field("opinions", n_("Số lượt ý kiến"), NUMBER), Field("mood", n_("Tâm tư chung"), LINE, required=False),
            Field("merged", n_("Số kiến nghị sau khi gộp"), NUMBER), BY_LEVEL, BY_FIELD,
            Field("petitions", n_("Các kiến nghị"), ROWS, items=(
                Field("content", n_("Nội dung")), Field("place", n_("Địa bàn")), Field("field", n_("Lĩnh vực")),
                Field("addressee", n_("Cơ quan giải quyết")),
            )),
            Field("proposals", n_("Đề nghị"), LINES),
        ),
        _synthesis,
        sample(
            "33", "2026-11-18", "Tổng hợp ý kiến, kiến nghị của cử tri gửi đến kỳ họp thứ tư, Hội đồng nhân dân phường khóa I",
            body=THE_BODY, session=THE_SESSION, meetings=6, voters=412, opinions=58, merged=37,
            mood="Cử tri phấn khởi trước kết quả chỉnh trang đô thị; lo lắng về tình trạng ngập úng khi mưa lớn.",
            by_level=LEVELS, by_field=FIELDS,
            petitions=[{"content": CULVERT, "place": "khu phố 3", "field": "giao thông, hạ tầng",
                        "addressee": "Phòng Kinh tế, Hạ tầng và Đô thị phường"},
                       {"content": "Đề nghị lắp đèn chiếu sáng đường vào trường tiểu học", "place": "khu phố 5",
                        "field": "giao thông, hạ tầng", "addressee": "Ủy ban nhân dân phường"}],
            proposals=["Ủy ban nhân dân phường chỉ đạo trả lời từng kiến nghị trước kỳ họp.",
                       "Thường trực Hội đồng nhân dân tỉnh chuyển 09 kiến nghị thuộc thẩm quyền cấp tỉnh."],
        ),
    ),
    Kind(
        "petition_result",
        n_("Báo cáo kết quả giải quyết kiến nghị"),
        "BC",
        (
            BODY, SESSION, AS_OF, Field("total", n_("Tổng số kiến nghị"), NUMBER),
            Field("forwarded", n_("Số đã chuyển"), NUMBER), Field("answered", n_("Số đã trả lời"), NUMBER),
            Field("settled", n_("Số đã giải quyết xong"), NUMBER), BY_LEVEL, BY_FIELD,
            Field("by_outcome", n_("Theo kết quả"), ROWS, items=(
                Field("outcome", n_("Kết quả")), COUNT, Field("share", n_("Tỷ lệ"), LINE),
            )),
            Field("causes", n_("Tồn tại nguyên nhân"), LINES, required=False), Field("proposals", n_("Kiến nghị"), LINES),
            Field("petitions", n_("Danh mục kiến nghị"), ROWS, items=(
                Field("content", n_("Nội dung")), Field("agency", n_("Cơ quan giải quyết")),
                Field("answer", n_("Nội dung trả lời"), LINE, required=False), Field("outcome", n_("Kết quả")),
            )),
        ),
        _result,
        sample(
            "38", "2026-12-03", "Kết quả giải quyết kiến nghị của cử tri gửi đến kỳ họp thứ tư, Hội đồng nhân dân phường khóa I",
            body=THE_BODY, session=THE_SESSION, as_of="2026-11-30", total=37, forwarded=37, answered=33, settled=12,
            by_level=LEVELS, by_field=FIELDS,
            by_outcome=[{"outcome": "Giải quyết xong", "count": 12, "share": "36,4"},
                        {"outcome": "Đang giải quyết", "count": 15, "share": "45,5"},
                        {"outcome": "Giải trình, cung cấp thông tin", "count": 6, "share": "18,2"}],
            causes=["04 kiến nghị chưa được trả lời do cơ quan giải quyết chờ ý kiến cấp trên."],
            proposals=["Ủy ban nhân dân phường trả lời 04 kiến nghị còn lại trước ngày 10/12/2026."],
            petitions=[{"content": CULVERT, "agency": "Phòng Kinh tế, Hạ tầng và Đô thị phường",
                        "answer": "Đã nạo vét 320 m cống, xong ngày 20/11/2026", "outcome": "Giải quyết xong"},
                       {"content": "Đề nghị lắp đèn chiếu sáng đường vào trường tiểu học",
                        "agency": "Ủy ban nhân dân phường", "answer": "Đã đưa vào kế hoạch năm 2027",
                        "outcome": "Đang giải quyết"}],
        ),
    ),
    Kind(
        "forwarding_letter",
        n_("Công văn chuyển kiến nghị"),
        "",
        (BODY, CODE, RECEIVED, Field("voter_place", n_("Địa bàn của cử tri")), CONTENT, DUE),
        _forward,
        sample(
            "245", "2026-11-12", "chuyển kiến nghị của cử tri khu phố 3", to=["Phòng Kinh tế, Hạ tầng và Đô thị phường"],
            body=THE_BODY, code="KN-2026-0141", received_on="2026-11-05", voter_place="khu phố 3", content=f"{CULVERT}.",
            due_on="2026-12-01", signatory=BY_DEPUTY, recipients=["Như trên", "Tổ đại biểu số 2"],
        ),
        addressed=True,
    ),
    Kind(
        "urging_letter",
        n_("Công văn đôn đốc"),
        "",
        (
            BODY, CODE, RECEIVED, Field("forwarded_on", n_("Ngày chuyển"), DATE), CONTENT, DUE,
            Field("overdue", n_("Số ngày quá hạn"), NUMBER), Field("requests", n_("Nội dung yêu cầu"), LINES),
            Field("answer_by", n_("Ngày phải trả lời"), DATE),
        ),
        _urge,
        sample(
            "9", "2026-12-08", "đôn đốc trả lời kiến nghị của cử tri", body=THE_BODY,
            to=["Phòng Kinh tế, Hạ tầng và Đô thị phường", "Phòng Văn hóa - Xã hội phường"],
            code="KN-2026-0141", received_on="2026-11-05", forwarded_on="2026-11-12", content=CULVERT, due_on="2026-12-01",
            overdue=7, answer_by="2026-12-15",
            requests=["Báo cáo nguyên nhân, trách nhiệm của việc chậm trả lời.",
                      "Báo cáo tiến độ giải quyết kèm tài liệu; thời hạn hoàn thành.",
                      "Nếu vượt thẩm quyền, nêu rõ lộ trình và cơ quan có thẩm quyền."],
            signatory=BY_DEPUTY, recipients=["Như trên", "Ủy ban nhân dân phường"],
        ),
        addressed=True,
    ),
    Kind(
        "reception_slip",
        n_("Phiếu báo tiếp nhận"),
        "PB",
        (
            BODY, Field("sender", n_("Người gửi")), Field("address", n_("Địa chỉ")), RECEIVED,
            Field("channel", n_("Hình thức tiếp nhận")), CODE, CONTENT, Field("papers", n_("Tài liệu kèm theo"), LINES, required=False),
            Field("receiver", n_("Người tiếp nhận")), DUE,
        ),
        _slip,
        sample(
            "64", "2026-11-05", "Tiếp nhận đơn, kiến nghị của công dân", body=THE_BODY, sender="Ông Đinh Văn Mẫu",
            address="khu phố 3, phường Mẫu", received_on="2026-11-05", channel="nộp trực tiếp tại buổi tiếp công dân",
            code="KN-2026-0141", content=CULVERT, papers=["02 ảnh chụp hiện trạng"],
            receiver="Ông Phạm Quốc Thử, chuyên viên Văn phòng", due_on="2026-12-01",
            signatory={"title": "Chánh Văn phòng", "order_of": "Thường trực Hội đồng nhân dân", "name": "Vũ Thị Thử"},
            recipients=["Người gửi đơn, kiến nghị"],
        ),
    ),
    Kind(
        "periodic_report",
        n_("Báo cáo công tác định kỳ"),
        "BC",
        (
            BODY, Field("period", n_("Kỳ báo cáo")), AS_OF,
            Field("activities", n_("Kết quả hoạt động"), ROWS, items=(
                Field("heading", n_("Mảng việc")), Field("content", n_("Nội dung")),
            )),
            Field("figures", n_("Các chỉ tiêu"), ROWS, items=(
                Field("name", n_("Tên chỉ tiêu")), Field("value", n_("Kỳ này")),
                Field("before", n_("Kỳ trước"), LINE, required=False),
            )),
            Field("limitations", n_("Tồn tại hạn chế"), LINES, required=False),
            Field("next_tasks", n_("Nhiệm vụ thời gian tới"), LINES),
            Field("proposals", n_("Kiến nghị"), LINES, required=False),
        ),
        _periodic,
        sample(
            "41", "2026-12-15", "Kết quả hoạt động của Hội đồng nhân dân phường năm 2026, nhiệm vụ trọng tâm năm 2027",
            body=THE_BODY, period="năm 2026", as_of="2026-12-10",
            activities=[{"heading": "Tổ chức kỳ họp", "content": "Đã tổ chức 04 kỳ họp, ban hành 22 nghị quyết."},
                        {"heading": "Giám sát, khảo sát", "content": "Đã giám sát 05 chuyên đề, khảo sát 03 nội dung tại "
                         "08 đơn vị."},
                        {"heading": "Tiếp xúc cử tri", "content": "Đã tổ chức 24 cuộc với 1.640 lượt cử tri tham dự."}],
            figures=[{"name": "Số kỳ họp", "value": "04", "before": "03"},
                     {"name": "Số nghị quyết ban hành", "value": "22", "before": "17"},
                     {"name": "Số kiến nghị của cử tri đã chuyển", "value": "141", "before": "118"}],
            limitations=["Tài liệu của một số kỳ họp gửi chậm so với quy định."],
            next_tasks=["Giám sát chuyên đề quản lý, sử dụng đất công.", "Theo dõi việc thực hiện kiến nghị sau giám sát."],
            proposals=["Đề nghị Thường trực Hội đồng nhân dân tỉnh tổ chức tập huấn kỹ năng cho đại biểu."],
        ),
    ),
)  # fmt: skip
