"""In the hall: opinions taken down as fast as people speak, whatever becomes of the connection or the session."""

import datetime as dt
import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from nghitruong.accounts.models import User
from nghitruong.contacts import services as contacts
from nghitruong.contacts.models import Opinion
from nghitruong.documents.models import Document
from tests import factories as make
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.browser

OPINIONS, CUTS = 60, 20
GONE = re.compile(r"ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch|ServiceWorker")


@pytest.fixture
def point(world):
    today = timezone.localdate()
    contact = make.contact_round(world.council, starts_on=today - dt.timedelta(days=9), ends_on=today)
    return make.contact_point(contact, starts_at=timezone.now() - dt.timedelta(hours=1), host=world.front)


@pytest.fixture
def writer(at_browser, front_officer, point):
    person = at_browser(front_officer, PHONE).open(f"/tiep-xuc/diem/{point.pk}/ghi/")
    yield person
    person.said[:] = [line for line in person.said if not GONE.search(line)]


def say(person, text):
    person.page.keyboard.type(text)
    person.page.keyboard.press("Enter")


def unsent(person):
    return 0 if person.page.locator("#mat-mang").is_hidden() else int(person.page.get_attribute("#mat-mang", "data-n"))


def until(person, happened):
    """Let the page go on until something has happened; a busy machine may need a while for it."""
    for _look in range(1000):
        if happened():
            return
        person.page.wait_for_timeout(20)


def sent_all(person):
    person.page.wait_for_selector("#mat-mang", state="hidden")
    person.page.wait_for_selector("#cac-y li.nt-note--wait", state="detached")


def test_sixty_opinions_through_twenty_cuts_are_there_in_order_once(writer, point):
    """Each cut swallows the answer of one line as well: the server has it, the device does not know."""
    lost = []

    def swallow(route):
        if lost and lost[-1] is None:
            lost[-1] = route.fetch().status
            route.abort()
        else:
            route.fallback()

    writer.page.route("**/ghi/", swallow)
    most = 0
    for number in range(OPINIONS):
        if number % 3 == 0:
            lost.append(None)
        say(writer, f"Ý kiến mẫu {number + 1:02d}: ngõ {number + 1} thiếu đèn @bà N{number + 1}. #tổ {number % 5 + 1}")
        if number % 3 == 1:
            writer.context.set_offline(True)
        if number % 3 == 2:
            most = max(most, unsent(writer))
            writer.context.set_offline(False)
            until(writer, lambda: lost[-1] is not None)
    sent_all(writer)

    taken = list(Opinion.objects.order_by("seq").values_list("seq", "text", "voter", "hamlet"))
    assert taken == [
        (n, f"Ý kiến mẫu {n:02d}: ngõ {n} thiếu đèn", f"bà N{n}.", f"tổ {(n - 1) % 5 + 1}")
        for n in range(1, OPINIONS + 1)
    ]
    assert len(lost) == CUTS
    assert None not in lost
    assert most >= 1
    assert writer.page.inner_text("#da-ghi") == str(OPINIONS)
    numbers = writer.page.locator("#cac-y .nt-note__n").all_inner_texts()
    assert numbers == [str(n) for n in range(OPINIONS, 0, -1)]


def test_page_opens_again_without_the_connection_and_sends_later(writer, point):
    writer.page.wait_for_selector("body[data-kept]")
    writer.page.wait_for_function("navigator.serviceWorker.controller !== null")
    say(writer, "Ý đầu (mẫu)")
    sent_all(writer)
    writer.context.set_offline(True)
    say(writer, "Ý giữa (mẫu)")
    writer.page.reload()
    kept = (writer.text, unsent(writer))
    writer.page.locator("#y-kien-moi").click()
    say(writer, "Ý cuối (mẫu)")
    two = unsent(writer)
    writer.context.set_offline(False)
    writer.page.wait_for_selector("#da-ghi")

    assert "Bản giữ trên máy này" in kept[0]
    assert ("Ý giữa (mẫu)" in kept[0], "Ý đầu (mẫu)" in kept[0], kept[1], two) == (True, False, 1, 2)
    assert list(Opinion.objects.order_by("seq").values_list("text", flat=True)) == [
        "Ý đầu (mẫu)",
        "Ý giữa (mẫu)",
        "Ý cuối (mẫu)",
    ]


def test_ended_session_keeps_the_words_until_the_same_person_is_back(writer, point, front_officer, clerk):
    Session.objects.all().delete()
    say(writer, "Ý khi phiên đã hết (mẫu)")
    writer.page.wait_for_selector("#mat-mang [data-door]:visible")
    told = writer.page.inner_text("#mat-mang")

    sign_in(writer, clerk)
    writer.page.reload()
    somebody_else = (unsent(writer), Opinion.objects.count())
    sign_in(writer, front_officer)
    writer.page.reload()
    sent_all(writer)

    assert "1 ý kiến chưa gửi: đăng nhập lại để gửi" in told
    assert somebody_else == (0, 0)
    assert [(said.text, said.taken_by) for said in Opinion.objects.all()] == [
        ("Ý khi phiên đã hết (mẫu)", front_officer.name)
    ]


def test_line_that_is_refused_stays_with_its_reason(writer, point, clerk):
    point.meeting.state = "held"
    point.meeting.save()
    contacts.summarise_round(round_=point.round, actor=clerk, at=timezone.now())
    say(writer, "Ý đến muộn (mẫu)")
    writer.page.wait_for_selector("#cac-y li:has-text('chưa nhận')")
    refused = writer.text
    point.round.refresh_from_db()
    contacts.reopen_round(round_=point.round, reason="sót (mẫu)", actor=clerk, at=timezone.now())
    writer.page.get_by_role("button", name="Gửi lại").click()
    sent_all(writer)

    assert ("Ý đến muộn (mẫu)" in refused, "1 ý kiến chưa gửi" in refused) == (True, True)
    assert Opinion.objects.get().text == "Ý đến muộn (mẫu)"


def test_a_recording_waits_on_the_device_and_follows_its_line(writer, point):
    writer.context.set_offline(True)
    writer.page.set_input_files(
        "#tep-kem", {"name": "tieng.mp3", "mimeType": "audio/mpeg", "buffer": b"ID3" + bytes(99)}
    )
    writer.page.locator("#y-kien-moi").click()
    say(writer, "Ý có ghi âm (mẫu)")
    writer.page.wait_for_selector("#mat-mang:has-text('1 ảnh, ghi âm chưa gửi')")
    writer.context.set_offline(False)
    sent_all(writer)

    paper, said = Document.objects.get(), Opinion.objects.get()
    assert (paper.kind, paper.subject_id, said.text) == ("ghi_am", said.pk, "Ý có ghi âm (mẫu)")


def test_a_file_that_is_refused_stays_until_it_is_thrown_away(writer, point):
    writer.page.set_input_files(
        "#tep-kem", {"name": "tieng.mp3", "mimeType": "audio/mpeg", "buffer": b"khong phai tieng"}
    )
    writer.page.locator("#y-kien-moi").click()
    say(writer, "Ý có tệp hỏng (mẫu)")
    refused = writer.page.locator("#cac-y li:has-text('tieng.mp3')")
    refused.wait_for()

    assert (Opinion.objects.count(), Document.objects.count()) == (1, 0)
    refused.locator("text=Bỏ tệp").click()
    writer.page.wait_for_selector("#mat-mang", state="hidden")
    assert refused.count() == 0


def sign_in(person, actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id), backend="django.contrib.auth.backends.ModelBackend")
    person.context.add_cookies(
        [{"name": name, "value": morsel.value, "url": person.base} for name, morsel in client.cookies.items()]
    )
