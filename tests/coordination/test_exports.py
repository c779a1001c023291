"""The notice as an official text: in the words and the form an office takes for its own."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.coordination import exports, selectors
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import Group, TaskKind
from nghitruong.coordination.services import Asked
from nghitruong.documents.exports import pattern_docx
from nghitruong.documents.rules.form_check import check
from nghitruong.intake.rules.telling import tell
from nghitruong.meetings.enums import MeetingKind
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.documents.test_kinds import lines
from tests.documents.test_pdf import words
from tests.factories import AT

HELPER, DAY = "Ủy ban MTTQ Việt Nam phường Mẫu", "trước ngày 22/3/2026"


def data_of(notice):
    recipients = notice.recipients.select_related("organ")
    return exports.data_of(notice, selectors.tasks_of(notice), recipients, "TB-HĐND")


def lines_of(notice):
    text = exports.text_of(data_of(notice))
    return [f"{line.lead} {line.text}".strip() for line in exports.lines_of(text)]


def test_an_issued_notice_is_written_as_the_decree_says(issued, tmp_path):
    content = exports.notice_file(data_of(issued), form="docx", at=AT)

    assert check("thong-bao.docx", content) == []


def test_it_says_what_was_concluded_and_who_signs_for_whom(issued):
    text = exports.text_of(data_of(issued))

    assert exports.heads(text) == (["HỘI ĐỒNG NHÂN DÂN", "PHƯỜNG MẪU"], ["THƯỜNG TRỰC"])
    assert (exports.numbered(text), exports.dated(text)) == ("Số: 01/TB-HĐND", "Mẫu, ngày 22 tháng 02 năm 2026")
    assert list(text.signed.lines) == [
        "TL. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"
    ]  # fmt: skip
    assert lines_of(issued)[-11:-2] == [
        "I. KẾT QUẢ ĐẠT ĐƯỢC",
        "1. Ưu điểm",
        "Đã tổ chức 3 cuộc giám sát.",
        "2. Tồn tại, hạn chế",
        "Tài liệu gửi còn chậm.",
        "II. NHIỆM VỤ",
        f"1. Phòng Kinh tế: Báo cáo tiến độ các công trình thoát nước, phối hợp với {HELPER}; thời hạn: {DAY}.",
        "2. UBND phường và Phòng Kinh tế: Gửi tài liệu trình kỳ họp đúng thời hạn.",
        "III. KIẾN NGHỊ, ĐỀ XUẤT",
    ]


def test_a_draft_leaves_room_for_number_day_and_signer(world, clerk):
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), actor=clerk, at=AT
    )
    text = exports.text_of(data_of(draft))

    assert exports.numbered(text) == f"Số: {chr(160) * 8}/TB-HĐND"
    assert (list(text.signed.lines), text.recipients) == (["…"], ["…"])


def test_a_group_and_the_own_place_are_named_as_offices_do(world, clerk):
    more = make.organ("Tổ đại biểu số 2 phường Mẫu", OrganKind.GROUP, council=world.council, unit=world.ward)
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), actor=clerk, at=AT,
        tasks=[Asked("Các Tổ đại biểu", "Theo dõi", [world.group, more], group=Group.GROUPS)],
        recipients=[world.group, more, world.peoples_committee],
    )  # fmt: skip

    assert data_of(draft)["recipients"] == ["Các Tổ đại biểu Hội đồng nhân dân", "Ủy ban nhân dân phường"]


def test_several_tasks_of_one_stand_under_it(world, clerk):
    asked = [Asked("UBND phường", what, [world.peoples_committee]) for what in ("Lập danh mục", "Báo cáo")]
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), actor=clerk, at=AT,
        tasks=asked,
    )  # fmt: skip

    assert lines_of(draft)[-5:-1] == ["I. NHIỆM VỤ", "1. UBND phường:", "- Lập danh mục.", "- Báo cáo."]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_both_files_are_made(issued, form):
    assert exports.notice_file(data_of(issued), form=form, at=AT)[:2] == {"docx": b"PK", "pdf": b"%P"}[form]


def test_what_was_written_is_read_back(issued):
    """The round trip: number, day, organ, tasks with their organs, and what goes upward."""
    text = exports.text_of(data_of(issued))
    written = "\n\n".join(
        [f"{text.governing}\n{text.issuing}", exports.numbered(text), exports.dated(text),
         f"THÔNG BÁO\n{text.abstract}", *lines_of(issued)]
    )  # fmt: skip
    told = tell(written)
    given = {item.kind: item.data for item in told.items}
    tasks = [item.data for item in told.items if item.kind == "task"]

    assert (given["entry"]["code"], given["entry"]["signed_on"]) == ("01/TB-HĐND", "2026-02-22")
    assert [task["assignee"] for task in tasks] == ["Phòng Kinh tế", "UBND phường và Phòng Kinh tế"]
    assert tasks[0]["due_on"] == dt.date(2026, 3, 22).isoformat()
    assert "bồi dưỡng kỹ năng" in given[str(TaskKind.PROPOSAL) if "proposal" in given else "upward"]["what"]


@pytest.mark.parametrize(
    ("title", "linked", "held"),
    [
        ("Kết luận của Thường trực tại Hội nghị giao ban quý I, ngày 22/02/2026", "", "hội nghị giao ban quý I"),
        ("Kết luận về bến đò tại khu phố 3", "", "cuộc họp"),
        ("Kết luận", "Phiên họp thứ hai ngày 22/02/2026", "phiên họp thứ hai"),
        ("Kết luận tại phiên họp thứ hai", "Kết luận của Thường trực", "phiên họp thứ hai"),
    ],
)
@pytest.mark.parametrize("place", ["Phòng họp số 1", ""])
def test_it_says_what_was_held_not_what_was_concluded(world, clerk, title, linked, held, place):
    meeting = make.meeting(world.council, kind=MeetingKind.STANDING, title=linked, starts_at=AT) if linked else None
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title=title, held_on=AT.date(), meeting=meeting, place=place,
        actor=clerk, at=AT,
    )  # fmt: skip

    at = f"tại {place}, " if place else ""
    said = f"Ngày {AT:%d/%m/%Y}, {at}Thường trực HĐND phường Mẫu tổ chức {held}."
    assert lines_of(draft)[0] == said
    assert said in lines(exports.notice_file(data_of(draft), form="docx", at=AT))
    assert said in " ".join(words(exports.notice_file(data_of(draft), form="pdf", at=AT)).split())


def test_an_office_template_says_it_too(world, clerk):
    draft = coordination.draft_conclusion(
        council=world.council, organ=world.standing, title="Kết luận", held_on=AT.date(), actor=clerk, at=AT
    )
    filled = exports.notice_file(data_of(draft), form="docx", at=AT, template=pattern_docx(exports.KIND))

    assert f"Ngày {AT:%d/%m/%Y}, Thường trực HĐND phường Mẫu tổ chức cuộc họp." in lines(filled)


def test_an_amending_notice_says_what_it_amends_and_leaves_the_meeting_to_it(clerk, issued):
    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)
    first, second, *_rest = lines_of(draft)

    assert first == (
        "Thường trực HĐND phường Mẫu sửa đổi, bổ sung Thông báo số 01/TB-HĐND ngày 22/02/2026 như sau "
        "(lý do: Đổi thời hạn); các nội dung khác giữ nguyên."
    )
    assert second == "I. NHIỆM VỤ"
