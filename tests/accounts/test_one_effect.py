import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse, HttpResponseRedirect
from django.test import Client
from django.urls import include, path

from nghitruong.accounts.models import UsedToken, User
from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, NotPermitted
from tests import factories as make
from tests.factories import AT


def deed(request):
    """A stand-in for any deed: journals one line and leads on, or answers as the test asks."""
    audit.record(deed="organ.note", subject=request.user, actor=request.actor, at=AT)
    match request.POST.get("answer", ""):
        case "again":
            return HttpResponse("Còn chỗ cần sửa")
        case "refused":
            raise NotPermitted("Chỉ Thường trực được làm việc này.")
        case "conflict":
            raise Conflict("Có người khác vừa sửa hồ sơ này.")
        case "fault":
            raise ZeroDivisionError
    return HttpResponseRedirect(f"/xong/{Entry.objects.count()}/")


urlpatterns = [path("viec/", deed), path("viec-khac/", deed), path("", include("nghitruong.config.urls"))]
pytestmark = pytest.mark.urls("tests.accounts.test_one_effect")


@pytest.fixture
def client_of_clerk(clerk, signed_in):
    client = signed_in(clerk)
    client.raise_request_exception = False
    return client


def send(client, token, where="/viec/", **fields):
    return client.post(where, {"deed_token": str(token), **fields})


def test_same_form_sent_twice_has_one_effect_and_one_answer(client_of_clerk):
    token = uuid.uuid4()
    first, second = (send(client_of_clerk, token, noi_dung="Đường hỏng") for _ in range(2))

    assert (first["Location"], second["Location"]) == ("/xong/1/", "/xong/1/")
    assert Entry.objects.count() == 1


def test_same_form_with_other_words_is_a_conflict(client_of_clerk):
    token = uuid.uuid4()
    send(client_of_clerk, token, noi_dung="Đường hỏng")
    answer = send(client_of_clerk, token, noi_dung="Đường hỏng nặng")

    assert answer.status_code == 409
    assert "đã được gửi với nội dung khác" in answer.content.decode()
    assert Entry.objects.count() == 1


def test_token_is_good_for_one_page_and_one_person(client_of_clerk, chair, signed_in):
    token = uuid.uuid4()
    send(client_of_clerk, token)

    assert send(client_of_clerk, token, where="/viec-khac/").status_code == 409
    assert send(signed_in(chair), token).status_code == 409


def test_files_are_part_of_what_was_sent(client_of_clerk):
    token = uuid.uuid4()
    answers = [
        send(client_of_clerk, token, tep=SimpleUploadedFile("a.txt", content)) for content in (b"mot", b"mot", b"hai")
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 409]


def test_answer_that_leads_nowhere_leaves_no_token(client_of_clerk):
    send(client_of_clerk, uuid.uuid4(), answer="again")

    assert UsedToken.objects.count() == 0


@pytest.mark.parametrize(("answer", "status"), [("refused", 403), ("conflict", 409), ("fault", 500)])
def test_refusal_and_fault_undo_everything(client_of_clerk, answer, status):
    assert send(client_of_clerk, uuid.uuid4(), answer=answer).status_code == status
    assert (Entry.objects.count(), UsedToken.objects.count()) == (0, 0)


def test_form_without_a_token_works_as_ever(client_of_clerk):
    assert client_of_clerk.post("/viec/").status_code == 302
    assert client_of_clerk.post("/viec/", {"deed_token": "khong phai"}).status_code == 302
    assert Entry.objects.count() == 2


def test_anonymous_form_claims_no_token(db):
    assert send(Client(), uuid.uuid4()).status_code == 302
    assert UsedToken.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_eight_clicks_at_once_have_one_effect():
    from nghitruong.organisation.enums import OrganKind, Role

    actor = make.actor(make.organ("Văn phòng", OrganKind.OFFICE), Role.CLERK)
    user, token, start = User.objects.get(pk=actor.user_id), uuid.uuid4(), threading.Barrier(8)
    clients = [Client() for _ in range(8)]
    for client in clients:
        client.force_login(user)

    def click(client):
        start.wait(timeout=20)
        try:
            return send(client, token, noi_dung="Đường hỏng")["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(click, clients))

    assert answers == ["/xong/1/"] * 8
    assert Entry.objects.count() == 1
