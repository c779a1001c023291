"""The main job in a browser: one petition from the sentence in the hall to the accepted result and the report."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from nghitruong.contacts.models import Opinion
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Field, Petition
from tests import factories as make
from tests.journeys.conftest import OFFICE, PHONE

pytestmark = pytest.mark.browser

SAID = "Đoạn cống trước nhà văn hóa tổ 4 tắc từ tháng trước (mẫu)."


@pytest.fixture
def days(db):
    today = timezone.localdate()
    return [today - dt.timedelta(days=ago) for ago in range(60)]


@pytest.fixture
def point(world, days):
    contact = make.contact_round(world.council, starts_on=days[10], ends_on=days[0])
    started = timezone.now() - dt.timedelta(hours=1)
    return make.contact_point(contact, starts_at=started, host=world.front)


@pytest.fixture
def topic(db):
    return Field.objects.filter(children__isnull=True, council=None).first() or Field.objects.create(
        code="mau", name="Thoát nước (mẫu)", sort_key="t"
    )


def answered(world, clerk, topic, days, **values):
    """A second matter, answered as done."""
    now = timezone.now()
    given = {"actor": clerk, "at": now}
    petition = services.receive(council=world.council, text="Đèn ngõ 7 hỏng (mẫu)", received_on=days[30], **given)
    petition = services.sort(petition=petition, field=topic, level="commune", lead=world.department, **given)
    petition = services.forward(
        petition=petition, lead=world.department, coordinating=[], on=days[25], number="03", **given
    )
    services.answer(petition=petition, number="57", on=days[5], text="Đã thay đèn.", outcome="settled", **given)
    petition.refresh_from_db()
    return petition


@pytest.mark.parametrize("viewport", [PHONE, OFFICE], ids=["phone", "office"])
def test_petition_from_the_hall_to_the_report(
    viewport, world, point, topic, days, clerk, agency_officer, delegate, chair, at_browser
):
    office = at_browser(clerk, viewport)
    office.open(point.get_absolute_url()).follow("/ghi/")
    office.page.fill("#y-kien-moi", f"{SAID} @bà N.T.L.")
    office.page.keyboard.press("Enter")
    office.page.wait_for_selector(f"#cac-y li:has-text('{SAID}')")
    office.page.wait_for_selector("#cac-y li:not(.nt-note--wait) a")
    opinion = Opinion.objects.get()
    office.open(opinion.get_absolute_url()).follow(f"?y-kien={opinion.pk}").send()
    petition = Petition.objects.get()
    office.deed("/phan-loai/", field=topic.pk, level="commune", lead=world.department.pk)
    office.deed("/chuyen/", lead=world.department.pk, on=days[0].isoformat(), number="03/HĐND-VP")
    assert "Đã chuyển tới" in office.text

    agency = at_browser(agency_officer, viewport)
    agency.open("/kien-nghi/").follow(f"/kien-nghi/{petition.pk}/")
    agency.deed(
        "/tra-loi/", number="57/KT", on=days[0].isoformat(), text="Đã nạo vét xong đoạn cống.", outcome="settled"
    )
    assert "Đã ghi trả lời số 57/KT" in agency.text

    looker = at_browser(delegate, viewport)
    looker.open(petition.get_absolute_url())
    looker.deed("/xac-minh/", finding="passed", text="Nước đã thoát.", place="Tổ 4", on=days[0].isoformat())
    assert "Đã ghi kết quả xác minh" in looker.text

    standing = at_browser(chair, viewport)
    standing.open(petition.get_absolute_url()).deed("/chap-nhan/", evidence="Biên bản xác minh", on=days[0].isoformat())
    petition.refresh_from_db()
    assert (petition.state, petition.settled_on) == (State.ACCEPTED, days[0])
    for words in (SAID, "57/KT", "Nước đã thoát.", "Biên bản xác minh"):
        assert words in standing.text

    office.open("/kien-nghi/bao-cao/")
    office.page.locator("main .nt-figures a").first.click()
    office.page.wait_for_load_state()
    assert petition.code in office.look().text


@pytest.mark.parametrize("viewport", [PHONE, OFFICE], ids=["phone", "office"])
def test_second_petition_is_reopened(viewport, world, topic, days, clerk, delegate, chair, at_browser):
    petition = answered(world, clerk, topic, days)

    looker = at_browser(delegate, viewport)
    looker.open(petition.get_absolute_url())
    looker.deed("/xac-minh/", finding="failed", text="Đèn vẫn tối.", place="Ngõ 7", on=days[0].isoformat())
    standing = at_browser(chair, viewport)
    standing.open(petition.get_absolute_url()).deed("/mo-lai/", reason="Đèn vẫn tối", on=days[0].isoformat())

    petition.refresh_from_db()
    assert petition.state == State.REOPENED
    assert "Đã mở lại" in standing.text


def test_deed_without_scripts(world, topic, days, clerk, at_browser):
    person = at_browser(clerk, PHONE, java_script_enabled=False)
    person.page.goto(f"{person.base}/kien-nghi/tiep-nhan/")
    person.fill(text="Nước yếu (mẫu)", received_on=days[0].isoformat())
    person.page.locator("main form[method=post] button[type=submit]").last.click()

    assert "Đã tiếp nhận kiến nghị" in person.page.inner_text("main")
    assert Petition.objects.get().text == "Nước yếu (mẫu)"


def test_double_click_has_one_effect(days, clerk, at_browser):
    person = at_browser(clerk).open("/kien-nghi/tiep-nhan/")
    person.fill(text="Một lần thôi (mẫu)", received_on=days[0].isoformat())
    person.page.locator("main form[method=post] button[type=submit]").last.dblclick()
    person.page.wait_for_url(re.compile(r"/kien-nghi/\d+/$"))

    assert Petition.objects.count() == 1


def test_two_people_editing_see_both_versions(world, days, clerk, chair, at_browser):
    petition = services.receive(
        council=world.council, text="Bản gốc (mẫu)", received_on=days[3], actor=clerk, at=timezone.now()
    )
    one, two = at_browser(clerk), at_browser(chair)
    for person in (one, two):
        person.open(f"{petition.get_absolute_url()}sua/")

    one.fill(text="Bản của người thứ nhất").send()
    two.fill(text="Bản của người thứ hai").send()

    assert "Bản của người thứ nhất" in two.text
    assert two.page.input_value("[name=text]") == "Bản của người thứ hai"
    petition.refresh_from_db()
    assert petition.text == "Bản của người thứ nhất"


def test_session_that_ends_while_typing_keeps_the_text(days, clerk, at_browser):
    from django.contrib.sessions.models import Session

    from nghitruong.accounts.models import User

    person = at_browser(clerk).open("/kien-nghi/tiep-nhan/")
    person.fill(text="Chữ gõ dở dang (mẫu)", received_on=days[0].isoformat())
    Session.objects.all().delete()
    person.page.locator("main form[method=post] button[type=submit]").last.click()
    person.page.fill("[name=username]", User.objects.get(pk=clerk.user_id).username)
    person.page.fill("[name=password]", "mat-khau-rat-dai-1")
    person.page.locator("form:has([name=password]) button[type=submit]").click()

    person.page.wait_for_selector("textarea:has-text('Chữ gõ dở dang (mẫu)')")
    person.page.get_by_role("button", name="Gửi lại tới trang đang làm").click()
    person.page.wait_for_url(re.compile(r"/kien-nghi/\d+/$"))
    assert Petition.objects.get().text == "Chữ gõ dở dang (mẫu)"


def test_file_is_previewed_then_taken_in(world, days, clerk, at_browser, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Nội dung kiến nghị", "Địa điểm", "Ngày tiếp nhận"])
    book.active.append(["Đường tổ 4 ngập (mẫu)", "Tổ 4", f"{days[5]:%d/%m/%Y}"])
    book.active.append(["", "Tổ 5", f"{days[5]:%d/%m/%Y}"])
    book.save(tmp_path / "kien-nghi.xlsx")
    person = at_browser(clerk).open("/kien-nghi/nhap-tep/")

    person.page.set_input_files("[name=upload]", tmp_path / "kien-nghi.xlsx")
    person.send()
    assert Petition.objects.count() == 0
    assert "1 sẽ được nhận" in person.text
    person.send()

    assert [petition.text for petition in Petition.objects.all()] == ["Đường tổ 4 ngập (mẫu)"]
