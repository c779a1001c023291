import pytest
from django.test import Client
from django.urls import reverse

from nghitruong.accounts import services
from nghitruong.accounts.models import User
from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from tests import factories as make
from tests.factories import AT


def test_create_account_gives_a_password_for_one_use(administrator, world):
    user, password = services.create_account(username=" Moi.NV ", full_name="Nguyễn Mới", actor=administrator, at=AT)
    make.person("Nguyễn Mới", user)
    client = Client()
    client.post(reverse("accounts:sign_in"), {"username": "moi.nv", "password": password})

    assert client.get("/nhat-ky/")["Location"] == reverse("accounts:change_password")
    client.post(
        reverse("accounts:change_password"),
        {"old": password, "new": "mot cau dai de nho 9", "again": "mot cau dai de nho 9"},
    )
    assert client.get(reverse("accounts:mine")).status_code == 200
    assert User.objects.get(username="moi.nv").must_change_password is False
    assert password not in str(list(Entry.objects.values()))


def test_create_account_takes_no_name_twice(administrator):
    make.user("co.roi")
    with pytest.raises(Invalid):
        services.create_account(username="CO.ROI", full_name="X", actor=administrator, at=AT)


@pytest.mark.parametrize("who", ["clerk", "chair", "auditor", "upper_office"])
def test_only_the_administrator_keeps_accounts(who, request, signed_in):
    actor = request.getfixturevalue(who)
    with pytest.raises(NotPermitted):
        services.create_account(username="ai.do", full_name="X", actor=actor, at=AT)
    for page in ("index", "create_account", "require_factor"):
        assert signed_in(actor).get(reverse(f"accounts:{page}")).status_code == 403
    assert not User.objects.filter(username="ai.do").exists()


def test_nobody_disables_themselves(administrator):
    with pytest.raises(NotPermitted):
        services.disable_account(user=User.objects.get(pk=administrator.user_id), reason="", actor=administrator, at=AT)


def test_reset_password_ends_every_session(administrator, clerk, signed_in):
    client, user = signed_in(clerk), User.objects.get(pk=clerk.user_id)
    services.reset_password(user=user, actor=administrator, at=AT)

    assert client.get(reverse("accounts:mine")).status_code == 302


def test_end_visits_leaves_only_this_session(clerk, signed_in):
    here, there = signed_in(clerk), signed_in(clerk)
    here.post(reverse("accounts:end_visits"))

    assert here.get(reverse("accounts:mine")).status_code == 200
    assert there.get(reverse("accounts:mine")).status_code == 302


def test_end_visit_ends_that_session(clerk, signed_in):
    user = User.objects.get(pk=clerk.user_id)
    there = Client()
    there.post(reverse("accounts:sign_in"), {"username": user.username, "password": "mat-khau-rat-dai-1"})
    signed_in(clerk).post(reverse("accounts:end_visit", args=[user.visits.get().pk]))

    assert there.get(reverse("accounts:mine")).status_code == 302


def test_nobody_ends_anothers_session(clerk, chair, signed_in):
    user = User.objects.get(pk=clerk.user_id)
    Client().post(reverse("accounts:sign_in"), {"username": user.username, "password": "mat-khau-rat-dai-1"})

    assert signed_in(chair).post(reverse("accounts:end_visit", args=[user.visits.get().pk])).status_code == 404


def test_language_is_kept_with_the_account(clerk, signed_in):
    signed_in(clerk).post(reverse("accounts:set_language"), {"language": "en", "next": "/tai-khoan/"})

    assert User.objects.get(pk=clerk.user_id).language == "en"


def test_list_of_accounts_costs_the_same_for_many(administrator, signed_in, django_assert_max_num_queries):
    for _ in range(30):
        make.user()
    client = signed_in(administrator)
    with django_assert_max_num_queries(12):
        client.get(reverse("accounts:index"))
    services.disable_account(
        user=User.objects.exclude(pk=administrator.user_id).first(), reason="Nghỉ", actor=administrator, at=AT
    )
    for page in ("create_account", "require_factor"):
        assert client.get(reverse(f"accounts:{page}")).status_code == 200
    for user in User.objects.all()[:3]:
        assert client.get(reverse("accounts:account", args=[user.pk])).status_code == 200
