"""Kinds around a meeting: invitation, agenda, minutes, notice of conclusion."""

from __future__ import annotations

from django.utils.translation import gettext_noop as n_

from nghitruong.documents.rules.kinds.model import DATE, LINE, LINES, NUMBER, ROWS, Field, Kind, Writer
from nghitruong.documents.rules.kinds.shared import BY_OFFICE, COUNCIL, sample

MEETING = Field("meeting", n_("Tên cuộc họp"))
HELD_ON = Field("held_on", n_("Ngày họp"), DATE)
VENUE = Field("venue", n_("Địa điểm"))
PERSON = (Field("name", n_("Họ tên")), Field("title", n_("Chức vụ")))


def _notice(to: Writer) -> None:
    def has(*names: str) -> bool:
        return to.is_template or any(to.values[name] for name in names)

    parts = iter(("I", "II", "III"))
    with to.when("amends"):
        to.say("{amends}")
    with to.unless("amends"):
        _opened(to)
    _judged(to, next(parts) if has("results", "limitations") else "")
    with to.when("tasks"):
        to.head(f"{next(parts) if has('tasks') else ''}. NHIỆM VỤ")
        to.rows(
            "tasks",
            "{task}",
            lead="{so}. {assignee}:",
            extras={
                "cooperating": ", phối hợp với {cooperating}",
                "deadline": "; hoàn thành trước ngày {deadline}",
                "deadline_words": "; thời hạn: {deadline_words}",
            },
            under="assignee",
            end=".",
        )
    with to.when("proposals"):
        to.head(f"{next(parts) if has('proposals') else ''}. KIẾN NGHỊ, ĐỀ XUẤT")
        to.rows("proposals", "{content}.", lead="{so}. Đối với {addressee}:", under="addressee")
    to.either(
        "by_order",
        "{by_order}.",
        "Trên đây là kết luận của {body}, thông báo để các cơ quan, đơn vị liên quan biết, thực hiện.",
    )


def _opened(to: Writer) -> None:
    """Where and when, who chaired and took part, what about; an amending notice leaves it to the one it amends."""
    to.either(
        "venue", "Ngày {held_on}, tại {venue}, {body} tổ chức {meeting}.", "Ngày {held_on}, {body} tổ chức {meeting}."
    )
    to.rows("chairs", "Chủ trì: đồng chí {name}", extras={"title": ", {title}"}, end=".")
    with to.when("participants"):
        to.say("Tham dự có: {participants_joined}.")
    with to.when("agenda"):
        to.say("Nội dung: {agenda_joined}.")
    to.either(
        "concluder",
        "Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, đồng chí {concluder} thay mặt {body} kết luận như sau:",
        "Sau khi nghe báo cáo và ý kiến của các đại biểu dự họp, {body} kết luận như sau:",
    )


def _judged(to: Writer, part: str) -> None:
    """What was achieved and what is wanting; both as one part, each alone under its own name."""
    both = to.is_template or (to.values["results"] and to.values["limitations"])
    with to.when("results"):
        to.head(f"{part}. KẾT QUẢ ĐẠT ĐƯỢC")
        if both:
            to.head("1. Ưu điểm")
        to.lines("results")
    with to.when("limitations"):
        to.head("2. Tồn tại, hạn chế" if both else f"{part}. TỒN TẠI, HẠN CHẾ")
        to.lines("limitations")


def _invitation(to: Writer) -> None:
    to.say("{body} trân trọng kính mời:")
    to.lines("invitees", "- {}")
    to.say("Tới dự: {meeting}.")
    to.say("Nội dung: {agenda_joined}.")
    to.say("Chủ trì: {chair}.")
    to.say("Thời gian: {starts}, ngày {held_on}.")
    to.say("Địa điểm: {venue}.")
    with to.when("notes"):
        to.say("Lưu ý:")
        to.lines("notes", "- {}")
    to.say("Sự có mặt của các đại biểu góp phần để cuộc họp đạt kết quả tốt.")


def _agenda(to: Writer) -> None:
    to.say("Thời gian: {starts}, ngày {held_on}. Địa điểm: {venue}. Chủ tọa: {chair}.")
    to.grid(
        "items",
        "Nội dung, thời gian",
        {
            "so": ("TT", 0.7),
            "time": ("Thời gian", 1.6),
            "content": ("Nội dung", 5),
            "presenter": ("Người thực hiện", 2.7),
        },
    )
    with to.when("documents"):
        to.say("Tài liệu kỳ họp:")
        to.lines("documents", "- {}")
    to.say(
        "{body} đề nghị các cơ quan, đại biểu chuẩn bị nội dung được phân công và dự họp đúng thời gian, thành phần."
    )


def _minutes(to: Writer) -> None:
    to.say("Thời gian bắt đầu: {starts}, ngày {held_on}.")
    to.say("Địa điểm: {venue}.")
    to.say("Thành phần tham dự: được triệu tập {invited}, có mặt {present}.")
    to.lines("participants", "- {}")
    with to.when("absent"):
        to.say("Vắng mặt: {absent_joined}.")
    to.say("Chủ trì (chủ tọa): {chair}.")
    to.say("Thư ký (người ghi biên bản): {secretary}.")
    to.head("NỘI DUNG, DIỄN BIẾN")
    to.lines("course")
    with to.when("votes"):
        to.grid(
            "votes",
            "Kết quả biểu quyết",
            {
                "so": ("TT", 0.7),
                "matter": ("Nội dung biểu quyết", 4.6),
                "for": ("Tán thành", 1.3),
                "against": ("Không tán thành", 1.6),
                "none": ("Không biểu quyết", 1.7),
            },
            right="for against none",
        )
    with to.when("conclusions"):
        to.head("KẾT LUẬN")
        to.lines("conclusions")
    to.say(
        "Cuộc họp kết thúc vào {ends}, ngày {held_on}; biên bản đã được đọc lại cho những người dự họp cùng nghe và "
        "nhất trí thông qua."
    )


BODY = Field("body", n_("Tập thể chủ trì"))
STARTS = Field("starts", n_("Giờ bắt đầu"))
CHAIR = Field("chair", n_("Người chủ trì"))
AGENDA = Field("agenda", n_("Nội dung cuộc họp"), LINES)
THE_BODY = f"Thường trực {COUNCIL}"

KINDS = (
    Kind(
        "conclusion_notice",
        n_("Thông báo kết luận"),
        "TB",
        (
            BODY, MEETING, HELD_ON, Field("venue", VENUE.label, LINE, required=False),
            Field("amends", n_("Câu nêu văn bản được sửa đổi"), LINE, required=False),
            Field("chairs", n_("Các đồng chí chủ trì"), ROWS, required=False, items=(
                PERSON[0], Field("title", PERSON[1].label, LINE, required=False),
            )),
            Field("participants", n_("Thành phần tham dự"), LINES, required=False),
            Field("agenda", n_("Nội dung cuộc họp"), LINES, required=False),
            Field("concluder", n_("Người kết luận"), LINE, required=False),
            Field("results", n_("Ưu điểm"), LINES, required=False),
            Field("limitations", n_("Tồn tại hạn chế"), LINES, required=False),
            Field("tasks", n_("Nhiệm vụ"), ROWS, required=False, items=(
                Field("assignee", n_("Cơ quan thực hiện")),
                Field("task", n_("Việc phải làm")),
                Field("cooperating", n_("Cơ quan phối hợp"), LINE, required=False),
                Field("deadline", n_("Thời hạn hoàn thành"), DATE, required=False),
                Field("deadline_words", n_("Thời hạn theo lời văn bản"), LINE, required=False),
            )),
            Field("proposals", n_("Kiến nghị đề xuất"), ROWS, required=False, items=(
                Field("addressee", n_("Nơi nhận kiến nghị")), Field("content", n_("Nội dung kiến nghị")),
            )),
            Field("by_order", n_("Câu thừa lệnh"), LINE, required=False),
        ),
        _notice,
        sample(
            "45", "2026-11-09",
            "Kết luận của Thường trực Hội đồng nhân dân phường tại hội nghị giao ban công tác tháng 10 năm 2026",
            body=THE_BODY,
            meeting="hội nghị giao ban với các Ban, các Tổ đại biểu Hội đồng nhân dân phường",
            held_on="2026-11-05", venue="phòng họp số 1, trụ sở Hội đồng nhân dân phường",
            chairs=[{"name": "Trần Thị Minh Mẫu", "title": "Chủ tịch Hội đồng nhân dân phường"}],
            participants=["Phó Chủ tịch Hội đồng nhân dân phường", "Trưởng, Phó các Ban Hội đồng nhân dân phường",
                          "Tổ trưởng các Tổ đại biểu", "đại diện lãnh đạo Ủy ban nhân dân phường"],
            concluder="Trần Thị Minh Mẫu, Chủ tịch Hội đồng nhân dân phường,",
            results=[
                ("Trong tháng, Thường trực, các Ban Hội đồng nhân dân phường đã tổ chức 02 cuộc giám sát, 01 cuộc khảo "
                "sát; tổ chức tiếp xúc cử tri tại 06 khu phố với 412 lượt cử tri tham dự."),
                "Các kiến nghị của cử tri được tổng hợp, phân loại và chuyển đến cơ quan có thẩm quyền đúng thời hạn.",
            ],
            limitations=[
                "Một số tài liệu trình kỳ họp gửi chậm, ảnh hưởng đến việc thẩm tra của các Ban.",
                "Việc đôn đốc trả lời kiến nghị của cử tri tại một số đơn vị chưa thường xuyên.",
            ],
            tasks=[
                {"assignee": "Ủy ban nhân dân phường", "task": "chỉ đạo các phòng chuyên môn hoàn thành tài liệu trình "
                 "kỳ họp cuối năm và gửi đến các Ban để thẩm tra", "cooperating": "các Ban Hội đồng nhân dân phường",
                 "deadline": "2026-11-25"},
                {"assignee": "Ban Kinh tế - Ngân sách", "task": "thẩm tra dự toán ngân sách năm 2027, báo cáo Thường "
                 "trực Hội đồng nhân dân phường", "cooperating": "", "deadline": "2026-12-02"},
                {"assignee": "Các Tổ đại biểu", "task": "theo dõi, đôn đốc việc giải quyết kiến nghị của cử tri tại "
                 "địa bàn được phân công"},
            ],
            proposals=[{"addressee": "Ủy ban nhân dân tỉnh", "content": "đề nghị sớm bố trí vốn sửa chữa tuyến kênh "
                        "tiêu qua khu phố 3"}],
            by_order="Thừa lệnh Thường trực Hội đồng nhân dân phường, Văn phòng thông báo đến các cơ quan, đơn vị liên quan "
            "biết, thực hiện",
            signatory=BY_OFFICE,
        ),
    ),
    Kind(
        "invitation",
        n_("Giấy mời họp"),
        "GM",
        (
            BODY, Field("invitees", n_("Người được mời"), LINES), MEETING, AGENDA, CHAIR, STARTS, HELD_ON, VENUE,
            Field("notes", n_("Lưu ý"), LINES, required=False),
        ),
        _invitation,
        sample(
            "12", "2026-11-16", "Dự hội nghị liên tịch chuẩn bị kỳ họp thứ tư",
            body=THE_BODY,
            invitees=["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Lãnh đạo Ủy ban nhân dân phường",
                      "Trưởng, Phó các Ban Hội đồng nhân dân phường"],
            meeting="Hội nghị liên tịch chuẩn bị kỳ họp thứ tư, Hội đồng nhân dân phường khóa I",
            agenda=["thống nhất nội dung, chương trình, thời gian tổ chức kỳ họp", "phân công chuẩn bị tài liệu"],
            chair="Bà Trần Thị Minh Mẫu, Chủ tịch Hội đồng nhân dân phường",
            starts="08 giờ 00", held_on="2026-11-20", venue="phòng họp số 1, trụ sở Hội đồng nhân dân phường",
            notes=["Tài liệu gửi kèm theo Giấy mời này.", "Đại biểu vắng mặt báo cho Văn phòng trước ngày họp."],
            signatory=BY_OFFICE, recipients=["Như trên", "Thường trực Hội đồng nhân dân phường"],
        ),
    ),
    Kind(
        "session_agenda",
        n_("Chương trình kỳ họp"),
        "CTr",
        (
            BODY, CHAIR, STARTS, HELD_ON, VENUE,
            Field("items", n_("Các nội dung"), ROWS, items=(
                Field("time", n_("Thời gian")), Field("content", n_("Nội dung")),
                Field("presenter", n_("Người thực hiện")),
            )),
            Field("documents", n_("Tài liệu"), LINES, required=False),
        ),
        _agenda,
        sample(
            "03", "2026-12-01", "Kỳ họp thứ tư, Hội đồng nhân dân phường Mẫu khóa I, nhiệm kỳ 2026 - 2031",
            body=THE_BODY, chair="Chủ tịch, Phó Chủ tịch Hội đồng nhân dân phường", starts="07 giờ 30",
            held_on="2026-12-10", venue="Hội trường phường",
            items=[
                {"time": "07 giờ 30", "content": "Khai mạc kỳ họp; thông qua chương trình", "presenter": "Chủ tọa"},
                {"time": "08 giờ 00", "content": "Báo cáo tình hình kinh tế - xã hội năm 2026",
                 "presenter": "Ủy ban nhân dân phường"},
                {"time": "08 giờ 45", "content": "Báo cáo thẩm tra các tờ trình, dự thảo nghị quyết",
                 "presenter": "Các Ban Hội đồng nhân dân"},
                {"time": "09 giờ 30", "content": "Chất vấn và trả lời chất vấn", "presenter": "Đại biểu, người trả lời"},
                {"time": "11 giờ 00", "content": "Biểu quyết thông qua nghị quyết; bế mạc", "presenter": "Chủ tọa"},
            ],
            documents=["Báo cáo của Ủy ban nhân dân phường về tình hình kinh tế - xã hội",
                       "Báo cáo thẩm tra của Ban Kinh tế - Ngân sách"],
        ),
    ),
    Kind(
        "minutes",
        n_("Biên bản cuộc họp"),
        "BB",
        (
            STARTS, HELD_ON, Field("ends", n_("Giờ kết thúc")), VENUE,
            Field("invited", n_("Số người được triệu tập"), NUMBER), Field("present", n_("Số người có mặt"), NUMBER),
            Field("participants", n_("Thành phần tham dự"), LINES),
            Field("absent", n_("Người vắng mặt"), LINES, required=False),
            CHAIR, Field("secretary", n_("Thư ký")), Field("course", n_("Diễn biến"), LINES),
            Field("votes", n_("Kết quả biểu quyết"), ROWS, required=False, items=(
                Field("matter", n_("Nội dung biểu quyết")), Field("for", n_("Tán thành"), NUMBER),
                Field("against", n_("Không tán thành"), NUMBER), Field("none", n_("Không biểu quyết"), NUMBER),
            )),
            Field("conclusions", n_("Kết luận"), LINES, required=False),
        ),
        _minutes,
        sample(
            "07", "2026-11-20", "Hội nghị liên tịch chuẩn bị kỳ họp thứ tư, Hội đồng nhân dân phường khóa I",
            starts="08 giờ 00", held_on="2026-11-20", ends="10 giờ 30", venue="phòng họp số 1", invited=18, present=16,
            participants=["Thường trực Hội đồng nhân dân phường: 03 đồng chí", "Các Ban Hội đồng nhân dân: 05 đồng chí",
                          "Ủy ban nhân dân phường: 06 đồng chí",
                          "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường: 02 đồng chí"],
            absent=["ông Võ Văn Thử (có lý do)", "bà Đỗ Thị Mẫu (có lý do)"],
            chair="Bà Trần Thị Minh Mẫu, Chủ tịch Hội đồng nhân dân phường",
            secretary="Ông Phạm Quốc Thử, chuyên viên Văn phòng",
            course=["Chủ trì nêu mục đích, nội dung hội nghị.",
                    "Đại diện Ủy ban nhân dân phường báo cáo việc chuẩn bị 12 nội dung trình kỳ họp.",
                    "Các Ban Hội đồng nhân dân đề nghị gửi tài liệu trước ngày 25/11/2026 để thẩm tra."],
            votes=[{"matter": "Thời gian tổ chức kỳ họp: ngày 10/12/2026", "for": 16, "against": 0, "none": 0},
                   {"matter": "Chất vấn tại kỳ họp 02 nhóm vấn đề", "for": 14, "against": 1, "none": 1}],
            conclusions=["Hội nghị thống nhất 12 nội dung trình kỳ họp và phân công chuẩn bị."],
            signatory={"title": "Chủ trì", "name": "Trần Thị Minh Mẫu"},
            recipients=["Thành viên dự họp"],
        ),
        two_sign=True,
    ),
)  # fmt: skip
