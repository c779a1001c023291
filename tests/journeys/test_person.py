"""What a person does for themselves: signing in with a code, changing office, searching, working by keys."""

import pytest
from django.utils import timezone

from nghitruong.accounts import rules, services
from nghitruong.accounts.models import User
from nghitruong.organisation import selectors
from nghitruong.organisation.enums import Role
from nghitruong.organisation.models import Membership
from nghitruong.petitions import services as petitions
from tests import factories as make
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def petition(world, clerk):
    now = timezone.now()
    return petitions.receive(
        council=world.council, text="Cầu Bà Rùa sạt (mẫu)", received_on=now.date(), actor=clerk, at=now
    )


def code(secret):
    return rules.code_at(secret, int(timezone.now().timestamp()) // 30)


def test_sign_in_with_a_code(world, clerk, at_browser):
    user, secret = User.objects.get(pk=clerk.user_id), rules.new_secret()
    services.add_totp(
        user=user,
        secret=secret,
        code=rules.code_at(secret, int(timezone.now().timestamp()) // 30 - 1),
        actor=clerk,
        at=timezone.now(),
    )
    person = at_browser().open("/kien-nghi/")

    person.page.fill("[name=username]", user.username)
    person.page.fill("[name=password]", "mat-khau-rat-dai-1")
    person.page.locator("form:has([name=password]) button[type=submit]").click()
    person.page.fill("[name=code]", code(secret))
    person.page.locator("form:has([name=code]) button[type=submit]").first.click()

    person.page.wait_for_url("**/kien-nghi/")
    assert clerk.office in person.page.inner_text("header")


def test_office_is_changed_on_the_page(world, clerk, at_browser):
    """The same person is a delegate too: what is offered changes with the office."""
    second = Membership.objects.create(
        person_id=clerk.person_id, organ=world.council, role=Role.DELEGATE, valid_from=world.ward.valid_from
    )
    person = at_browser(clerk).open("/kien-nghi/")
    assert person.page.locator("main a[href$='/tiep-nhan/']").count() > 0

    person.page.locator("header details summary").click()
    person.page.locator(f"header form:has([name=membership][value='{second.pk}']) button").click()
    person.page.wait_for_load_state()

    assert selectors.actor_for(second).office in person.page.inner_text("header")
    assert person.page.locator("main a[href$='/tiep-nhan/']").count() == 0


def test_search_from_any_page_without_accents(petition, clerk, at_browser):
    person = at_browser(clerk).open("/kien-nghi/")

    person.page.keyboard.press("/")
    person.page.keyboard.type("cau ba rua")
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**/tim-kiem/**")

    assert "Cầu Bà Rùa sạt" in person.look().text


def test_petition_is_opened_and_sorted_by_keys_alone(world, petition, clerk, at_browser):
    """From the list to the sorted petition no mouse is needed."""
    person = at_browser(clerk).open("/kien-nghi/")
    for key in ("j", "Enter"):
        person.page.keyboard.press(key)
    person.page.wait_for_url(f"**/kien-nghi/{petition.pk}/")
    tab_to(person.page, 'a[href$="/phan-loai/"]')
    person.page.keyboard.press("Enter")
    person.page.wait_for_url("**/phan-loai/")
    tab_to(person.page, "[name=field]")
    person.page.keyboard.press("ArrowDown")
    tab_to(person.page, "[name=level]")
    person.page.keyboard.press("ArrowDown")
    tab_to(person.page, "main form button[type=submit]")
    person.page.keyboard.press("Enter")
    person.page.wait_for_url(f"**/kien-nghi/{petition.pk}/")

    petition.refresh_from_db()
    assert petition.state == "sorted"


def tab_to(page, selector):
    """Press Tab until the focus is there; a page where it never arrives fails."""
    for _ in range(80):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"no Tab leads to {selector}")


def test_sign_out_ends_the_session(clerk, at_browser):
    person = at_browser(clerk).open("/kien-nghi/")
    person.page.locator("header details summary").click()
    person.page.get_by_role("button", name="Đăng xuất").click()
    person.page.wait_for_url("**/dang-nhap/**")

    person.open("/kien-nghi/")
    assert "/dang-nhap/" in person.page.url


def test_nobody_is_shown_the_sign_in(db, at_browser):
    make.user()
    person = at_browser(viewport=PHONE).open("/kien-nghi/")

    assert "/dang-nhap/?next=/kien-nghi/" in person.page.url
