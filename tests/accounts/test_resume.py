import pytest
from django.test import Client
from django.urls import reverse

from nghitruong.accounts.models import User
from tests import factories as make

PASSWORD = "mat-khau-rat-dai-1"
WORDS = "Đường liên tổ hỏng nhiều năm"


@pytest.fixture
def user(clerk):
    return User.objects.get(pk=clerk.user_id)


def enter(client, user):
    return client.post(reverse("accounts:sign_in"), {"username": user.username, "password": PASSWORD})


def type_and_lose(client):
    return client.post("/nhat-ky/kiem-tra/?a=1", {"noi_dung": WORDS, "muc": "3", "password": "bi-mat"})


def test_what_was_typed_comes_back_after_signing_in(user):
    client = Client()
    assert type_and_lose(client)["Location"] == reverse("accounts:sign_in")
    assert enter(client, user)["Location"] == reverse("accounts:resume")

    page = client.get(reverse("accounts:resume")).content.decode()
    assert WORDS in page
    assert 'action="/nhat-ky/kiem-tra/?a=1"' in page
    assert '<input type="hidden" name="muc" value="3">' in page
    assert "bi-mat" not in page


def test_words_kept_on_the_device_are_not_kept_here_too(user):
    client = Client()
    client.post("/nhat-ky/kiem-tra/", {"noi_dung": WORDS}, headers={"x-kept-here": "1"})

    assert enter(client, user)["Location"] == "/"


def test_what_somebody_else_typed_is_not_shown(user):
    client = Client()
    enter(client, user)
    client.post(reverse("accounts:sign_out"))
    type_and_lose(client)
    other = make.user("nguoi.khac")

    assert enter(client, other)["Location"] == "/"
    assert enter(client, user)["Location"] == "/"


def test_too_much_text_is_told_and_not_kept(user):
    client = Client()
    client.post("/nhat-ky/kiem-tra/", {"noi_dung": "x" * 300_000})
    enter(client, user)

    assert "quá dài" in client.get(reverse("accounts:resume")).content.decode()


def test_resume_can_be_thrown_away(user):
    client = Client()
    type_and_lose(client)
    enter(client, user)
    client.post(reverse("accounts:resume"))

    assert client.get(reverse("accounts:resume")).status_code == 302


def test_old_form_gets_its_words_back(user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    answer = client.post("/nhat-ky/kiem-tra/", {"noi_dung": WORDS}, headers={"origin": "http://testserver"})

    assert answer.status_code == 403
    assert WORDS in answer.content.decode()
    assert "Gửi lại" in answer.content.decode()


@pytest.mark.parametrize("origin", ["https://example.org", ""])
def test_form_from_elsewhere_gets_no_button(user, origin):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    answer = client.post("/nhat-ky/kiem-tra/", {"noi_dung": WORDS}, headers={"origin": origin})

    assert answer.status_code == 403
    assert WORDS not in answer.content.decode()


@pytest.mark.parametrize(
    ("page", "typed", "label"),
    [
        ("petitions:receive", {"text": WORDS, "received_on": "02/03/2026", "channel": "contact"}, "Nội dung kiến nghị"),
        ("contacts:open_round", {"title": WORDS, "plan": "", "starts_on": "01/03/2026"}, "Tên đợt"),
        ("search:find", {"khac": WORDS}, "Nội dung đã nhập, ô 1"),
    ],
)
def test_fields_are_called_as_in_their_form(user, page, typed, label):
    client = Client()
    client.post(reverse(page), typed)
    enter(client, user)

    answer = client.get(reverse("accounts:resume"))

    assert f'<label for="da-nhap-1">{label}</label>' in answer.content.decode()
