import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.audit.models import Entry
from nghitruong.base.errors import NotPermitted
from nghitruong.language.sheets import read_tables
from nghitruong.organisation import exports, services
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Person
from nghitruong.organisation.rules.roster import columns, find_header, positions, read, records
from tests import factories as make
from tests.factories import AT, TODAY

HEADER = ["TT", "Họ và tên", "Ngày sinh", "Nam/Nữ", "Dân tộc", "Chức vụ", "Tổ", "Ban", "Chuyên trách"]


@pytest.fixture
def term(world):
    make.organ("Ban Văn hóa - Xã hội", OrganKind.COMMITTEE, council=world.council, field=CommitteeField.CULTURE_SOCIETY)
    return make.term(world.council)


def rows_of(*lines, header=HEADER):
    return [read(number, cells, today=TODAY) for number, cells in records([header, *lines])]


def take(world, clerk, term, rows, **values):
    return services.import_roster(
        council=world.council, term=term, rows=rows, valid_from=None, file_name="ds.xlsx", actor=clerk, at=AT, **values
    )


CHAIR = ["1", "Phạm Thị Nhung", "05/08/1975", "Nữ", "Kinh", "Chủ tịch HĐND", "1", "", "x"]
HEAD = ["2", "Võ Thu Hà", "1982", "Nữ", "Hrê", "Trưởng Ban, Ủy viên Thường trực", "Tổ số 01", "KT-NS", ""]
PLAIN = [
    "3",
    "Hồ Văn Lan",
    "ngày 2 tháng 9 năm 1990",
    "Nam",
    "Kinh",
    "Trưởng Công an phường",
    "",
    "VH-XH",
    "kiêm nhiệm",
]


def test_rows_become_people_and_offices(world, clerk, term):
    result = take(world, clerk, term, rows_of(CHAIR, HEAD, PLAIN))

    assert [each.verdict for each in result.rows] == ["accepted"] * 3
    offices = {(m.person.name, m.organ.kind, m.role, m.title) for m in Membership.objects.filter(term=term)}
    assert offices == {
        ("Phạm Thị Nhung", OrganKind.COUNCIL, Role.DELEGATE, ""),
        ("Phạm Thị Nhung", OrganKind.STANDING, Role.CHAIR, ""),
        ("Phạm Thị Nhung", OrganKind.GROUP, Role.DELEGATE, ""),
        ("Võ Thu Hà", OrganKind.COUNCIL, Role.DELEGATE, ""),
        ("Võ Thu Hà", OrganKind.COMMITTEE, Role.COMMITTEE_HEAD, ""),
        ("Võ Thu Hà", OrganKind.STANDING, Role.STANDING_MEMBER, ""),
        ("Võ Thu Hà", OrganKind.GROUP, Role.DELEGATE, ""),
        ("Hồ Văn Lan", OrganKind.COUNCIL, Role.DELEGATE, "Trưởng Công an phường"),
        ("Hồ Văn Lan", OrganKind.COMMITTEE, Role.COMMITTEE_MEMBER, ""),
    }
    people = {p.name: (p.born_on, p.born_in, p.is_female, p.is_minority) for p in Person.objects.filter(born_in__gt=0)}
    assert people == {
        "Phạm Thị Nhung": (date(1975, 8, 5), 1975, True, False),
        "Võ Thu Hà": (None, 1982, True, True),
        "Hồ Văn Lan": (date(1990, 9, 2), 1990, False, False),
    }


def test_same_list_twice_changes_nothing(world, clerk, term):
    take(world, clerk, term, rows_of(CHAIR, HEAD, PLAIN))
    lines, offices = Entry.objects.count(), Membership.objects.count()

    again = take(world, clerk, term, rows_of(CHAIR, HEAD, PLAIN))

    assert (again.accepted, again.unchanged, again.rejected) == (0, 3, 0)
    assert (Entry.objects.count(), Membership.objects.count()) == (lines, offices)


def test_dry_run_says_the_same_and_writes_nothing(world, clerk, term):
    bad = ["4", "Chủ Tịch Hai", "", "", "", "Chủ tịch HĐND", "", "", ""]
    before = (Entry.objects.count(), Person.objects.count())

    tried = take(world, clerk, term, rows_of(CHAIR, bad), dry_run=True)

    assert (Entry.objects.count(), Person.objects.count()) == before
    done = take(world, clerk, term, rows_of(CHAIR, bad))
    assert [(e.verdict, e.words) for e in tried.rows] == [(e.verdict, e.words) for e in done.rows]
    assert [each.verdict for each in done.rows] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (["1", "", "1980", "", "", "Đại biểu", "", "", ""], "Thiếu họ và tên"),
        (["1", "Lan", "", "", "", "", "", "", ""], "không giống họ và tên"),
        (["1", "Hồ Văn Lan", "31/2/1980", "", "", "", "", "", ""], "Không đọc được ngày sinh"),
        (["1", "Hồ Văn Lan", "1/1/2090", "", "", "", "", "", ""], "tương lai"),
        (["1", "Hồ Văn Lan", "", "khác", "", "", "", "", ""], "Nam, nữ"),
        (["1", "Hồ Văn Lan", "", "", "", "Trưởng Ban", "", "", ""], "chưa nói rõ: Trưởng Ban"),
        (["1", "Hồ Văn Lan", "", "", "", "", "Tổ 9", "", ""], "Tổ 9"),
        (["1", "Hồ Văn Lan", "", "", "", "", "", "Pháp chế", ""], "Pháp chế"),
        (["1", "Hồ Văn Lan", "", "", "", "", "", "", "có lẽ"], "Chuyên trách"),
        (["1", "Hồ Văn Lan", "", "", "", "Chủ tịch HĐND, Ủy viên UBND", "", "", ""], "Điều 29 khoản 2"),
    ],
)
def test_rejected_with_the_reason(world, clerk, term, line, reason):
    (result,) = take(world, clerk, term, rows_of(line)).rows

    assert (result.verdict, reason in " ".join(result.words)) == ("rejected", True), result.words
    assert not Membership.objects.filter(organ=world.council).exclude(person__name=clerk.name).exists()


def test_rows_in_are_accepted_unchanged_and_rejected(world, clerk, term):
    result = take(world, clerk, term, rows_of(CHAIR, CHAIR, HEAD, ["9", "Không Ngày", "abc", "", "", "", "", "", ""]))

    assert (len(result.rows), result.accepted, result.unchanged, result.rejected) == (4, 2, 0, 2)
    assert "Trùng với dòng 2" in result.rows[1].words[0]


def test_namesakes_are_told_apart_by_birth(world, clerk, term):
    first = ["1", "Hồ Văn Lan", "1/1/1970", "", "", "", "", "", ""]
    second = ["2", "Hồ Văn Lan", "1/1/1980", "", "", "", "", "", ""]
    take(world, clerk, term, rows_of(first, second))

    (unclear,) = take(world, clerk, term, rows_of(["1", "Hồ Văn Lan", "", "", "", "", "", "", ""])).rows

    assert Person.objects.filter(name="Hồ Văn Lan").count() == 2
    assert (unclear.verdict, unclear.words) == ("rejected", ("Có 2 người cùng họ tên; hãy ghi đủ ngày sinh.",))


def test_known_facts_are_not_overwritten_empty_ones_are_filled(world, clerk, term):
    take(world, clerk, term, rows_of(["1", "Hồ Văn Lan", "", "Nam", "", "", "", "", ""]))

    filled, other = (
        take(world, clerk, term, rows_of(line)).rows[0]
        for line in (
            ["1", "Hồ Văn Lan", "2/9/1990", "Nam", "Hrê", "", "", "", ""],
            ["1", "Hồ Văn Lan", "2/9/1990", "Nữ", "Kinh", "", "", "", ""],
        )
    )

    assert (filled.verdict, filled.words) == ("accepted", ("bổ sung hồ sơ",))
    assert (other.verdict, len(other.words)) == ("rejected", 2)
    assert Person.objects.get(name="Hồ Văn Lan").ethnicity == "Hrê"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["STT", "HỌ TÊN ĐẠI BIỂU", "Ngày, tháng, năm sinh (dd/mm/yyyy)", "Giới tính"], {"name": 1, "born": 2, "sex": 3}),
        (["Họ và tên đệm", "Tên", "Nam", "Nữ", "Dân tộc"], {"family": 0, "given": 1, "male": 2, "female": 3, "ethnicity": 4}),
        (["Ho ten", "Chức vụ trong Hội đồng nhân dân", "Tổ đại biểu số"], {"name": 0, "position": 1, "group": 2}),
        (["Họ và tên", "Năm sinh", "Chức vụ, nơi công tác", "Ban của HĐND"], {"name": 0, "born": 1, "position": 2, "committee": 3}),
    ],
)  # fmt: skip
def test_header_wordings(header, expected):
    assert columns(header) == expected


def test_header_below_a_title_and_birth_date_in_the_column_of_the_sex():
    table = [
        ["DANH SÁCH ĐẠI BIỂU", "", "", ""],
        ["TT", "Họ và tên", "Nam", "Nữ"],
        ["", "", "", ""],
        ["1", "Võ Thu Hà", "", "5-8-82"],
    ]

    ((number, cells),) = records(table)
    row = read(number, cells, today=TODAY)

    assert (find_header(table)[0], number, row.born_on, row.is_female) == (1, 4, date(1982, 8, 5), True)


def test_old_two_digit_years_lie_in_the_past():
    assert read(1, {"name": "Hồ Văn Lan", "born": "5/8/62"}, today=TODAY).born_on == date(1962, 8, 5)


@pytest.mark.parametrize(
    ("text", "roles", "rest"),
    [
        ("Chủ tịch HĐND", [(Role.CHAIR, "")], ""),
        ("Phó Chủ tịch Hội đồng nhân dân kiêm Trưởng Ban Pháp chế",
         [(Role.VICE_CHAIR, ""), (Role.COMMITTEE_HEAD, "legal")], ""),
        ("Phó Trưởng Ban KT-XH; Tổ trưởng", [(Role.COMMITTEE_DEPUTY, "economy_society"), (Role.GROUP_HEAD, "")], ""),
        ("Chủ tịch UBND phường", [(Role.PC_CHAIR, "")], ""),
        ("Chủ tịch Hội Phụ nữ", [], "Chủ tịch Hội Phụ nữ"),
        ("Trưởng Ban Công tác Mặt trận, Tổ trưởng tổ dân phố 3", [], "Trưởng Ban Công tác Mặt trận, Tổ trưởng tổ dân phố 3"),
        ("Phó Chủ tịch UBMTTQ", [], "Phó Chủ tịch UBMTTQ"),
        ("", [], ""),
    ],
)  # fmt: skip
def test_positions(text, roles, rest):
    found, words = positions(text)

    assert ([(each.role, each.field) for each in found], words) == (roles, rest)


def test_only_keepers_of_the_council_import(world, term, delegate, stranger, upper_office, auditor, administrator):
    for actor in (delegate, stranger, upper_office, auditor, administrator):
        with pytest.raises(NotPermitted):
            take(world, actor, term, rows_of(CHAIR))


def upload(client, world, term, content, name="ds.xlsx"):
    url = reverse("organisation:import_roster", args=[world.council.pk])
    return client.post(url, {"file": SimpleUploadedFile(name, content), "term": term.pk})


def test_from_upload_to_preview_to_taken_in(world, signed_in, clerk, term):
    client = signed_in(clerk)
    make.organ("Tổ đại biểu số 2", OrganKind.GROUP, council=world.council)
    people = Person.objects.count()

    preview = upload(client, world, term, exports.sample_roster())
    assert (preview.context["result"].accepted, Person.objects.count()) == (4, people)
    url = reverse("organisation:import_roster", args=[world.council.pk])
    done = client.post(url, {"rows": preview.context["token"]})

    assert (done.context["result"].accepted, Person.objects.count()) == (4, people + 4)
    again = client.post(url, {"rows": preview.context["token"]})
    assert again.context["result"].unchanged == 4


def test_rejected_rows_come_back_without_formulas(world, signed_in, clerk, term):
    content = "Họ và tên;Chức vụ;Điện thoại\n=HYPERLINK(1);Đại biểu;+84900\nHồ Văn Lan;Trưởng Ban;@x\n".encode()
    client = signed_in(clerk)
    preview = upload(client, world, term, content, "ds.csv")

    answer = client.post(
        reverse("organisation:rejected_rows", args=[world.council.pk]), {"rows": preview.context["token"]}
    )

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert sheet.max_row == 3
    assert not [cell.value for cell in cells if cell.data_type == "f" or str(cell.value)[0] in "=+-@"]
    (table,) = read_tables("lai.xlsx", answer.content)
    assert [cells["phone"] for _number, cells in records(table.rows)] == ["+84900", "@x"]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 x", "Tên,Tuổi\nA,1\n".encode(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x"]
)
def test_unreadable_files_are_refused_in_words(world, signed_in, clerk, term, content):
    answer = upload(signed_in(clerk), world, term, content)

    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]


def test_tampered_preview_is_refused(world, signed_in, clerk, term):
    url = reverse("organisation:import_roster", args=[world.council.pk])

    answer = signed_in(clerk).post(url, {"rows": "abc:def"})

    assert "không nguyên vẹn" in answer.content.decode()
    assert not Membership.objects.filter(organ=world.council, role=Role.DELEGATE).exists()
