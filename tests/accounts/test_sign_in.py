from datetime import timedelta
from typing import ClassVar

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nghitruong.accounts import rules, services
from nghitruong.accounts.models import Slowdown, User, Visit
from nghitruong.audit.models import Entry
from tests import factories as make
from tests.factories import AT

PASSWORD = "mat-khau-rat-dai-1"


@pytest.fixture
def thu(clerk):
    user = User.objects.get(pk=clerk.user_id)
    user.username = "thu.lm"
    user.save()
    return user


def attempt(name="thu.lm", password="sai", address="10.0.0.9", device="", at=AT):  # noqa: S107 -- a wrong one
    return services.check_password(username=name, password=password, address=address, device=device, at=at)


def test_sign_in_opens_the_page_that_was_asked_for(thu):
    client = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"})
    answer = client.post(
        reverse("accounts:sign_in"), {"username": " THU.lm ", "password": PASSWORD, "next": "/tai-khoan/"}
    )

    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan/")
    assert [(v.user, v.device, v.address) for v in Visit.objects.all()] == [(thu, "Firefox, Windows", "127.0.0.1")]
    assert Entry.objects.filter(deed="account.sign_in", user_id=thu.pk).count() == 1
    assert client.get("/tai-khoan/").status_code == 200


def test_sign_in_never_leads_elsewhere(thu):
    answer = Client().post(
        reverse("accounts:sign_in"), {"username": "thu.lm", "password": PASSWORD, "next": "https://example.org/"}
    )

    assert answer["Location"] == "/"


def test_sign_in_takes_a_new_session_key(thu):
    client = Client()
    client.get(reverse("accounts:sign_in"))
    client.post("/tai-khoan/", {"noi_dung": "dang go do"})
    before = client.session.session_key
    client.post(reverse("accounts:sign_in"), {"username": "thu.lm", "password": PASSWORD})

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


@pytest.mark.parametrize("name", ["thu.lm", "khong.co"])
def test_wrong_password_and_unknown_name_get_the_same_answer_and_work(thu, name, settings):
    settings.PASSWORD_HASHERS = ["tests.accounts.test_sign_in.Counting"]
    thu.set_password(PASSWORD)
    thu.save()
    Counting.hashed.clear()

    assert attempt(name=name).reason == "Tên đăng nhập hoặc mật khẩu chưa đúng."
    assert len(Counting.hashed) == 1


class Counting(rules.Argon2id):
    """Notes each time the work of a hash is done."""

    hashed: ClassVar[list[str]] = []

    def encode(self, password, salt):
        self.hashed.append("encode")
        return super().encode(password, salt)

    def verify(self, password, encoded):
        self.hashed.append("verify")
        return super().verify(password, encoded)


def test_failures_are_journaled_without_what_was_typed(thu):
    attempt()
    attempt(name="mat-khau-go-nham-o")

    assert [(e.deed, e.label) for e in Entry.objects.order_by("seq")] == [
        ("account.fail", str(thu)),
        ("account.fail", "Tên đăng nhập không có"),
    ]


def test_disabled_account_is_told_nothing_more(thu):
    User.objects.update(is_active=False)

    assert attempt(password=PASSWORD).reason == "Tên đăng nhập hoặc mật khẩu chưa đúng."


def test_disabling_ends_a_session_at_once(thu, administrator, signed_in, clerk):
    client = signed_in(clerk)
    assert client.get("/tai-khoan/").status_code == 200
    services.disable_account(user=thu, reason="Chuyển công tác", actor=administrator, at=AT)

    assert client.get("/tai-khoan/").status_code == 302


def test_five_tries_are_free_then_each_waits_longer(thu):
    for _ in range(5):
        assert "chưa đúng" in attempt().reason
    assert attempt(password=PASSWORD).reason == ("Đã có nhiều lần nhập chưa đúng. Vui lòng đợi 30 giây rồi thử lại.")
    assert attempt(at=AT + timedelta(seconds=31)).reason == "Tên đăng nhập hoặc mật khẩu chưa đúng."
    assert "60 giây" in attempt(at=AT + timedelta(seconds=31)).reason
    assert attempt(password=PASSWORD, at=AT + timedelta(seconds=92)).user == thu


def test_waiting_is_told_for_unknown_names_too(db):
    for _ in range(5):
        attempt(name="khong.co")
    assert "đợi 30 giây" in attempt(name="khong.co").reason


def test_guesses_from_many_networks_do_not_lock_the_owner_out(thu):
    for number in range(60):
        attempt(address=f"10.1.{number}.7")

    assert attempt(password=PASSWORD, address="192.168.1.5").user == thu


def test_guesses_from_many_networks_get_one_try_each(thu):
    for number in range(25):
        attempt(address=f"10.1.{number}.7")
    attempt(address="10.2.0.1")

    assert "đợi 30 giây" in attempt(address="10.2.0.1").reason


def test_known_device_is_counted_apart_from_its_network(thu):
    for _ in range(8):
        attempt()

    assert attempt(password=PASSWORD, device="abc").user == thu


def test_known_device_is_remembered_by_a_cookie_and_only_for_its_account(thu):
    client, now = Client(), timezone.now()
    client.post(reverse("accounts:sign_in"), {"username": "thu.lm", "password": PASSWORD})
    client.post(reverse("accounts:sign_out"))
    for _ in range(6):
        attempt(address="127.0.0.1", at=now)
    make.user("khac")
    for _ in range(6):
        attempt(name="khac", address="127.0.0.1", at=now)

    owner = client.post(reverse("accounts:sign_in"), {"username": "thu.lm", "password": PASSWORD})
    other = client.post(reverse("accounts:sign_in"), {"username": "khac", "password": PASSWORD})

    assert owner.status_code == 302
    assert other.status_code == 200
    assert "Vui lòng đợi" in other.content.decode()


def test_right_password_clears_the_count(thu):
    for _ in range(4):
        attempt()
    attempt(password=PASSWORD)

    assert Slowdown.objects.get(key=rules.bucket("account", "thu.lm")).failures == 4
    assert not Slowdown.objects.filter(key=rules.bucket("pair", "thu.lm", "10.0.0.9")).exists()


def test_sign_out_needs_a_post_and_ends_the_session(thu, clerk, signed_in):
    client = signed_in(clerk)

    assert client.get(reverse("accounts:sign_out")).status_code == 405
    assert client.post(reverse("accounts:sign_out"))["Location"] == reverse("accounts:sign_in")
    assert client.get("/tai-khoan/").status_code == 302


def test_demo_cards_stand_only_in_the_demonstration(db, settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "demo_cards.json").write_text(
        '[{"username": "thu", "password": "x", "name": "Thư", "office": "Văn phòng", "what": "Phân loại kiến nghị"}]'
    )

    settings.DEMO = False
    assert "Vào với vai" not in Client().get(reverse("accounts:sign_in")).content.decode()
    settings.DEMO = True
    assert "Vào với vai Thư" in Client().get(reverse("accounts:sign_in")).content.decode()
