from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nghitruong.accounts import rules, services
from nghitruong.accounts.models import Factor, RecoveryCode, User
from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from tests.factories import AT

PASSWORD = "mat-khau-rat-dai-1"
STEP = timedelta(seconds=30)


def code(secret, at):
    return rules.code_at(secret, int(at.timestamp()) // 30)


@pytest.fixture
def user(clerk):
    return User.objects.get(pk=clerk.user_id)


@pytest.fixture
def secret(user, clerk):
    secret = rules.new_secret()
    services.add_totp(user=user, secret=secret, code=code(secret, AT), actor=clerk, at=AT)
    return secret


def test_code_follows_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert [rules.code_at(secret, seconds // 30) for seconds in (59, 1111111109, 20000000000)] == [
        "287082",
        "081804",
        "353130",
    ]


def test_secret_is_kept_under_seal(secret, user):
    assert secret not in str(Factor.objects.get().data)
    assert Entry.objects.filter(deed="account.enable_factor").count() == 1


def test_add_totp_wants_the_first_code(user, clerk):
    with pytest.raises(Invalid):
        services.add_totp(user=user, secret=rules.new_secret(), code="000000", actor=clerk, at=AT)
    assert not Factor.objects.exists()


def test_code_is_good_once_and_for_a_minute_and_a_half(secret, user):
    def judge(text, at):
        return services.check_code(user=user, code=text, address="10.0.0.1", at=at).user

    later = AT + 10 * STEP
    assert judge(code(secret, AT), AT) is None
    assert judge(code(secret, later - 2 * STEP), later) is None
    assert judge(code(secret, later), later) == user
    assert judge(code(secret, later), later) is None
    assert judge(code(secret, later + STEP), later) == user


def test_recovery_code_is_good_once_however_typed(secret, user, clerk):
    codes = services.make_recovery_codes(user=user, password=PASSWORD, actor=clerk, at=AT)
    typed = codes[3].upper().replace("-", " ")

    assert len(set(codes)) == 10
    assert services.check_code(user=user, code=typed, address="10.0.0.1", at=AT).user == user
    assert services.check_code(user=user, code=codes[3], address="10.0.0.1", at=AT).user is None
    assert codes[0] not in str(list(RecoveryCode.objects.values()))


def test_guessing_codes_is_slowed(secret, user):
    for _ in range(5):
        services.check_code(user=user, code="000000", address="10.0.0.1", at=AT + 10 * STEP)

    late = AT + 10 * STEP
    assert "đợi 30 giây" in services.check_code(user=user, code=code(secret, late), address="10.0.0.1", at=late).reason


def test_sign_in_asks_for_the_second_step(secret, user):
    client = Client()
    first = client.post(
        reverse("accounts:sign_in"), {"username": user.username, "password": PASSWORD, "next": "/tai-khoan/"}
    )
    assert first["Location"] == reverse("accounts:second_step")
    assert client.get("/tai-khoan/").status_code == 302

    second = client.post(reverse("accounts:second_step"), {"code": code(secret, timezone.now())})

    assert second["Location"] == "/tai-khoan/"
    assert client.get("/tai-khoan/").status_code == 200


def test_second_step_without_a_password_leads_back(db):
    assert Client().get(reverse("accounts:second_step"))["Location"] == reverse("accounts:sign_in")


def test_role_that_requires_a_factor_is_led_to_it(administrator, auditor, signed_in):
    services.require_factor(roles={"auditor"}, actor=administrator, at=AT)
    client = signed_in(auditor)

    assert client.get("/nhat-ky/")["Location"] == reverse("accounts:mine")
    assert "phải xác thực hai lớp" in client.get(reverse("accounts:mine")).content.decode()
    assert signed_in(administrator).get("/quan-tri/tai-khoan/").status_code == 200


def test_role_that_requires_a_factor_works_with_one(administrator, auditor, signed_in):
    services.require_factor(roles={"auditor"}, actor=administrator, at=AT)
    holder, secret = User.objects.get(pk=auditor.user_id), rules.new_secret()
    services.add_totp(user=holder, secret=secret, code=code(secret, AT), actor=auditor, at=AT)

    assert signed_in(auditor).get("/nhat-ky/").status_code == 200


def test_last_factor_stays_where_it_is_required(secret, user, clerk):
    factor = Factor.objects.get()
    with pytest.raises(NotPermitted):
        services.remove_factor(factor=factor, password=PASSWORD, is_required=True, actor=clerk, at=AT)
    with pytest.raises(Invalid):
        services.remove_factor(factor=factor, password="sai", is_required=False, actor=clerk, at=AT)
    services.remove_factor(factor=factor, password=PASSWORD, is_required=False, actor=clerk, at=AT)

    assert not Factor.objects.exists()


def test_nobody_registers_a_factor_for_another(user, chair):
    with pytest.raises(NotPermitted):
        services.add_totp(user=user, secret=rules.new_secret(), code="1", actor=chair, at=AT)


@pytest.mark.parametrize("page", ["mine", "add_totp", "add_passkey", "make_recovery_codes", "change_password"])
def test_pages_of_ones_own_account_open(page, clerk, signed_in):
    assert signed_in(clerk).get(reverse(f"accounts:{page}")).status_code == 200
