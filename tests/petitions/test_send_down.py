"""What the level below can settle goes back down; every wrong door is in the ledger."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.language import fold
from nghitruong.organisation.enums import Role
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Misroute, Petition, Trait
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages


@pytest.fixture
def province_clerk(world):
    return make.actor(world.province_office, Role.CLERK, "Bà Văn thư tỉnh")


def raised_above(world, province_clerk):
    return services.receive(
        council=world.province_council, text="Đèn ngõ 4 hỏng (mẫu)", received_on=TODAY - dt.timedelta(days=12), unit=world.ward,
        actor=province_clerk, at=AT,
    )  # fmt: skip


def send(world, petition, actor, **values):
    given = {
        "petition": petition, "to": world.council, "competent": world.peoples_committee, "on": TODAY,
        "reason": "Phường quản lý chiếu sáng ngõ", "basis": "Quyết định phân cấp (mẫu)", "actor": actor, "at": AT,
    }  # fmt: skip
    return services.send_down(**{**given, **values})


def test_lower_council_keeps_it_and_the_ledger_counts_the_days(world, province_clerk):
    petition = send(world, raised_above(world, province_clerk), province_clerk)

    assert (petition.keeper, petition.state, petition.level) == (world.council, State.RECEIVED, "commune")
    wrong = Misroute.objects.get()
    assert (wrong.days_lost, wrong.competent, wrong.sent_to, wrong.is_down) == (
        12, world.peoples_committee, world.province_council, True,
    )  # fmt: skip


def test_page_proposes_the_rule_that_decided_the_level_as_the_basis(world, province_clerk, signed_in):
    petition = services.receive(
        council=world.province_council, text="Đề nghị lắp đèn chiếu sáng ngõ 4 (mẫu)", received_on=TODAY, unit=world.ward,
        actor=province_clerk, at=AT,
    )  # fmt: skip
    client, url = signed_in(province_clerk), reverse("petitions:send_down", args=[petition.pk])

    by_custom = client.get(url).context["form"].initial["basis"]
    services.set_rule(
        council=world.province_council, dimension="level", words="đèn chiếu sáng", value="commune", weight=9,
        citation="Quyết định phân cấp (mẫu)", valid_from=TODAY, actor=province_clerk, at=AT,
    )  # fmt: skip
    by_rule = client.get(url).context["form"].initial["basis"]

    assert "«lắp đèn»" in by_custom or "«đèn chiếu sáng»" in by_custom
    assert by_custom.endswith("theo thông lệ thuộc thẩm quyền cấp xã (chưa kiểm chứng)")
    assert by_rule == "Quyết định phân cấp (mẫu)"


def test_page_proposes_no_basis_for_what_is_not_the_lower_levels(world, province_clerk, signed_in):
    petition = services.receive(
        council=world.province_council, text="Đề nghị UBND tỉnh nâng cấp đường tỉnh ĐT 624 (mẫu)", received_on=TODAY,
        unit=world.ward, actor=province_clerk, at=AT,
    )  # fmt: skip

    page = signed_in(province_clerk).get(reverse("petitions:send_down", args=[petition.pk]))

    assert "basis" not in page.context["form"].initial
    assert "Không phải cấp dưới" in page.content.decode()


@pytest.mark.parametrize("missing", ["reason", "basis"])
def test_reason_and_basis_are_required(world, province_clerk, missing):
    with pytest.raises(Invalid):
        send(world, raised_above(world, province_clerk), province_clerk, **{missing: " "})


def test_council_without_lower_ones_has_nowhere_to_send(world, clerk):
    with pytest.raises(NotPermitted, match="cấp dưới"):
        send(world, stages.received(world, clerk), clerk)


def test_sending_back_is_a_wrong_door_too(world, clerk, agency_officer, signed_in):
    petition = stages.forwarded(world, clerk)
    services.send_back(
        petition=petition, reason="Đường tỉnh", competent=None, competent_name="Sở Xây dựng (mẫu)", basis="Phân cấp",
        on=TODAY, actor=agency_officer, at=AT,
    )  # fmt: skip

    wrong = Misroute.objects.get()
    assert (wrong.sent_by, wrong.sent_to, wrong.days_lost) == (world.council, world.department, 30)
    assert "Sở Xây dựng (mẫu)" in signed_in(clerk).get(reverse("petitions:misroutes")).content.decode()


def test_body_that_ended_is_followed_by_its_successor(world, clerk, agency_officer):
    old = world.department
    heir = world.peoples_committee
    old.valid_to = TODAY - dt.timedelta(days=100)
    old.folded = fold(old.name)
    old.save()
    heir.predecessors.add(old)
    petition = stages.forwarded(world, clerk)

    services.send_back(
        petition=petition, reason="Không thuộc phòng", competent=None, competent_name=old.name, basis="ORG-10", on=TODAY,
        actor=clerk, at=AT,
    )  # fmt: skip

    wrong = Misroute.objects.get()
    assert (wrong.competent, wrong.competent_name) == (heir, f"{old.name} (nay là {heir.name})")


def test_page_names_the_answer_that_the_lower_council_gave(world, clerk, province_clerk, signed_in):
    said = "Đường liên thôn Gò Cao từ nhà ông Mẫu đến cầu Bàu Sen hư hỏng nặng (mẫu)"
    stages.answered(world, clerk, text=said)
    above = services.receive(
        council=world.province_council, text=said, received_on=TODAY, unit=world.ward, actor=province_clerk, at=AT
    )

    page = signed_in(province_clerk).get(reverse("petitions:send_down", args=[above.pk]))

    assert page.context["below"].answer.document.number == "57/KT"
    assert page.context["below"].answer.organ in page.context["form"].fields["competent"].queryset
    assert page.context["form"].initial["to"] == world.council.pk
    assert "Cấp dưới đã trả lời việc này tại văn bản số 57/KT" in page.content.decode()


@pytest.mark.parametrize("answers", [1, 4])
def test_page_costs_the_same_for_one_answer_below_and_for_many(
    world, clerk, province_clerk, signed_in, answers, django_assert_num_queries
):
    said = "Đường liên thôn Gò Cao từ nhà ông Mẫu đến cầu Bàu Sen hư hỏng nặng (mẫu)"
    for _each in range(answers):
        stages.answered(world, clerk, text=said)
    above = services.receive(
        council=world.province_council, text=said, received_on=TODAY, unit=world.ward, actor=province_clerk, at=AT
    )
    client, url = signed_in(province_clerk), reverse("petitions:send_down", args=[above.pk])
    client.get(url)

    with django_assert_num_queries(11):
        page = client.get(url)

    assert page.context["below"] is not None


def test_nothing_near_is_named_below(world, clerk, province_clerk, signed_in):
    stages.answered(world, clerk, text="Trạm y tế thiếu bác sĩ (mẫu)")
    above = raised_above(world, province_clerk)

    page = signed_in(province_clerk).get(reverse("petitions:send_down", args=[above.pk]))

    assert page.context["below"] is None


def test_answer_for_one_place_shows_what_waits_elsewhere(world, clerk, signed_in):
    answered = stages.answered(world, clerk)
    other = stages.forwarded(world, clerk)
    other.unit = None
    other.save()
    client = signed_in(clerk)

    for name in ("chain", "commit_all"):
        elsewhere = client.get(reverse(f"petitions:{name}", args=[answered.pk])).context["elsewhere"]
        assert (elsewhere.value, client.get(elsewhere.url).context["total"]) == (1, 1)


def test_nothing_of_the_upper_level_stays_behind(world, province_clerk, clerk, agency_officer):
    petition = raised_above(world, province_clerk)
    petition = services.sort(
        petition=petition, field=stages.field(), level="province", lead=world.department, actor=province_clerk, at=AT
    )
    petition = services.forward(
        petition=petition, lead=world.peoples_committee, coordinating=[world.department], on=TODAY,
        actor=province_clerk, at=AT,
    )  # fmt: skip
    petition = services.send_back(
        petition=petition, reason="Việc của phường", competent=None, competent_name="Ủy ban phường", basis="Phân cấp",
        on=TODAY, actor=province_clerk, at=AT,
    )  # fmt: skip

    sent = send(world, petition, province_clerk)

    assert (sent.forwarded_on, sent.coordinations.count()) == (None, 0)
    assert not Petition.objects.visible_to(agency_officer).filter(pk=sent.pk).exists()
    assert Trait.objects.filter(petition=sent).exclude(keeper=world.council).count() == 0
    assert Misroute.objects.visible_to(province_clerk).filter(petition=sent, is_down=True).exists()


def test_sender_is_led_to_the_ledger_that_it_wrote(world, province_clerk, signed_in):
    petition = raised_above(world, province_clerk)
    sent = {
        "to": world.council.pk, "competent": world.peoples_committee.pk, "reason": "Phường quản lý (mẫu)",
        "basis": "Quyết định phân cấp (mẫu)", "on": TODAY.isoformat(),
    }  # fmt: skip

    page = signed_in(province_clerk).post(reverse("petitions:send_down", args=[petition.pk]), sent, follow=True)

    assert page.redirect_chain[0][0] == reverse("petitions:misroutes")
    assert (page.status_code, petition.code in page.content.decode()) == (200, True)


def test_joined_petitions_stay_where_they_are(world, province_clerk):
    head, voice = raised_above(world, province_clerk), raised_above(world, province_clerk)
    services.merge(petition=voice, into=head, actor=province_clerk, at=AT)

    with pytest.raises(NotPermitted, match="đã gộp"):
        send(world, voice, province_clerk)
    with pytest.raises(Invalid, match="tách ra"):
        send(world, head, province_clerk)


def test_a_name_that_several_bear_points_at_none(world, clerk, agency_officer):
    for number in range(2):
        name = "Ủy ban nhân dân xã Tân Lập (mẫu)"
        make.organ(name, folded=fold(name), short_name=f"Tân Lập {number}")
    petition = stages.forwarded(world, clerk)

    services.send_back(
        petition=petition, reason="Không thuộc phòng", competent=None, competent_name="Ủy ban nhân dân xã Tân Lập (mẫu)",
        basis="Phân cấp", on=TODAY, actor=agency_officer, at=AT,
    )  # fmt: skip

    wrong = Misroute.objects.get()
    assert (wrong.competent, wrong.competent_name) == (None, "Ủy ban nhân dân xã Tân Lập (mẫu)")
