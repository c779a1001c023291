import io
from urllib.parse import urlencode

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from nghitruong.documents import services
from nghitruong.documents.models import Delivery, Folder, Incoming, Paper
from nghitruong.documents.services import Recipient
from tests.documents.cast import PDF, issued, office_of
from tests.documents.test_register_incoming import came
from tests.factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_that_time(settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    with time_machine.travel(AT, tick=False):
        yield


def test_from_draft_to_a_recipients_register(world, clerk, chair, agency_officer, signed_in):
    office = signed_in(clerk)
    made = office.post(
        reverse("documents:draft"),
        {
            "organ": world.standing.pk, "kind": "thong_bao", "abstract": "Kết luận về thoát nước", "nature": "general",
            "urgency": "normal", "secrecy": "none", "copies": "2", "keeper": "VT", "organs": [str(world.department.pk)],
            "names": "Báo tỉnh Mẫu", "file": SimpleUploadedFile("du-thao.pdf", PDF),
        },
    )  # fmt: skip
    paper = Paper.objects.get()
    assert made.url == reverse("documents:paper", args=[paper.pk])
    office.post(reverse("documents:submit", args=[paper.pk]), {"note": ""})
    office.post(reverse("documents:issue", args=[paper.pk]), {"signer": office_of(chair).pk})
    page = office.get(made.url).content.decode()
    assert "Thông báo số 01/TB-HĐND" in page
    assert "du-thao.pdf" in page
    assert "chưa nhận" in page

    agency = signed_in(agency_officer)
    assert "01/TB-HĐND" in agency.get(reverse("documents:incoming")).content.decode()
    agency.post(reverse("documents:receive", args=[Delivery.objects.get(organ=world.department).pk]))

    entry = Incoming.objects.get()
    assert (entry.body, entry.code) == (world.department, "01/TB-HĐND")
    assert "Trịnh Công Lập" in office.get(made.url).content.decode()


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ({}, {"Một", "Hai"}),
        ({"q": "mot"}, {"Một"}),
        ({"q": "02/TB"}, {"Hai"}),
        ({"ngay": "02/03/2026"}, {"Một", "Hai"}),
        ({"ngay": "03/03/2026"}, set()),
        ({"nam": "2025"}, set()),
        ({"loai": "bao_cao"}, set()),
        ({"ds": "du-thao"}, set()),
    ],
)
def test_the_register_is_searched_and_filtered(world, clerk, chair, signed_in, query, seen):
    for word in ("Một", "Hai"):
        issued(world.standing, clerk, chair, abstract=f"Văn bản {word}")

    page = signed_in(clerk).get(f"{reverse('documents:outgoing')}?{urlencode(query)}").content.decode()

    assert {word for word in ("Một", "Hai") if f"Văn bản {word}" in page} == seen


def test_registers_as_workbooks(world, clerk, chair, signed_in):
    issued(world.standing, clerk, chair, recipients=[Recipient(organ=world.front), Recipient(name="=Báo")])
    came(world.standing, clerk, code="57/SXD")

    out = signed_in(clerk).get(reverse("documents:outgoing_xlsx"))
    incoming = signed_in(clerk).get(reverse("documents:incoming_xlsx"))

    rows = list(load_workbook(io.BytesIO(out.content)).active.values)
    assert rows[1][0] == "01/TB-HĐND"
    assert rows[1][6] == f"{world.front.name}; =Báo"
    assert list(load_workbook(io.BytesIO(incoming.content)).active.values)[1][1:4] == (
        "01", "Sở Xây dựng tỉnh Mẫu", "57/SXD"
    )  # fmt: skip


def test_deeds_of_the_pages(world, clerk, chair, signed_in):
    office, paper = signed_in(clerk), issued(world.standing, clerk, chair)
    entry = came(world.standing, clerk)
    office.post(
        reverse("documents:open_folder"), {"organ": world.council.pk, "code": "01", "title": "Hồ sơ A", "year": 2026}
    )
    folder = Folder.objects.get()
    signer = office_of(chair).pk
    posts = [
        ("documents:put", paper, {"folder": folder.pk}),
        ("documents:put_incoming", entry, {"folder": folder.pk}),
        ("documents:copy", paper, {"kind": "SY", "signer": signer}),
        ("documents:copy_incoming", entry, {"kind": "SL", "signer": signer}),
        ("documents:distribute", paper, {"names": "Báo tỉnh"}),
        ("documents:route", entry, {"organ": world.department.pk, "instruction": "Trả lời"}),
        ("documents:finish", entry, {"outcome": "Đã trả lời"}),
        ("documents:correct", paper, {"way": "amend", "abstract": "Sửa đổi"}),
        ("documents:close_folder", folder, {}),
    ]
    for name, record, values in posts:
        answer = office.post(reverse(name, args=[record.pk]), values)
        assert answer.status_code == 302, (name, answer.content.decode()[-3000:])
        assert office.get(answer.url).status_code == 200

    page = office.get(reverse("documents:folder", args=[folder.pk])).content.decode()
    assert ("01/TB-HĐND" in page, "Đóng ngày" in page) == (True, True)
    services.issue(paper=Paper.objects.get(state="draft"), signer=office_of(chair), actor=clerk, at=AT)
    assert "Được sửa đổi, bổ sung bởi" in office.get(paper.get_absolute_url()).content.decode()


def test_drafts_go_up_and_down(world, clerk, chair, signed_in):
    from tests.documents.cast import draft

    office, paper = signed_in(clerk), draft(world.standing, clerk)
    for name, values in [
        ("submit", {"note": "Xin ký"}), ("send_back", {"reason": "Sửa mục 2"}),
        ("replace_text", {"file": SimpleUploadedFile("moi.pdf", PDF)}), ("drop", {"reason": "Thôi"}),
    ]:  # fmt: skip
        answer = office.post(reverse(f"documents:{name}", args=[paper.pk]), values)
        assert answer.status_code == 302, name

    page = office.get(paper.get_absolute_url()).content.decode()
    assert ("Sửa mục 2" in page, "moi.pdf" in page, "đã bỏ dự thảo" in page) == (True, True, True)


def test_series_of_the_house(world, clerk, signed_in):
    office = signed_in(clerk)
    office.post(
        reverse("documents:open_series"),
        {
            "organ": world.committee.pk, "direction": "out", "nature": "general", "symbol": "BKTNS", "last": "41",
            "last_on": "05/01/2026",
        },
    )  # fmt: skip

    page = office.get(reverse("documents:series")).content.decode()
    assert ("BKTNS" in page, "(tiếp sổ cũ đến số 41)" in page) == (True, True)


@pytest.mark.parametrize("name", ["outgoing", "incoming", "folders", "series"])
def test_empty_pages_offer_the_first_step(world, clerk, signed_in, name):
    page = signed_in(clerk).get(reverse(f"documents:{name}"))

    assert page.status_code == 200
    assert "nt-empty" in page.content.decode()
