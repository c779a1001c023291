"""An answer bears an own class of the national class it claims: chosen when it is written down, or afterwards."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import Answer, OwnClass, Petition
from tests.factories import AT, TODAY
from tests.petitions import stages
from tests.petitions.test_edit_many import back, out
from tests.petitions.test_set_class import answered_as, own_class


def classify(petition, own, actor):
    return services.classify_answer(petition=petition, own_class=own, actor=actor, at=AT)


def test_form_groups_own_classes_and_the_national_one_follows(world, clerk, agency_officer, signed_in):
    own = own_class(world, clerk)
    petition = stages.forwarded(world, clerk)
    client, url = signed_in(agency_officer), reverse("petitions:answer", args=[petition.pk])

    shown = client.get(url).content.decode()
    client.post(url, {"number": "58", "on": str(TODAY), "text": "Đang làm.", "outcome": str(own.pk)})

    assert '<optgroup label="Đang giải quyết">' in shown
    assert Answer.objects.values_list("outcome", "own_class").get() == ("in_progress", own.pk)
    assert Petition.objects.values_list("outcome", "own_class").get() == ("in_progress", own.pk)
    assert own.name in client.get(petition.get_absolute_url()).content.decode()


def test_national_class_alone_may_still_be_given(world, clerk, signed_in):
    own_class(world, clerk)
    petition = stages.forwarded(world, clerk)

    signed_in(clerk).post(
        reverse("petitions:answer", args=[petition.pk]),
        {"number": "58", "on": str(TODAY), "text": "Đang làm.", "outcome": "in_progress"},
    )

    assert Answer.objects.values_list("outcome", "own_class").get() == ("in_progress", None)


def test_own_class_asks_for_what_its_national_class_requires(world, clerk, signed_in):
    own = own_class(world, clerk, outcome=Outcome.PLANNED)
    petition = stages.forwarded(world, clerk)

    sent = signed_in(clerk).post(
        reverse("petitions:answer", args=[petition.pk]),
        {"number": "58", "on": str(TODAY), "text": "Sẽ làm.", "outcome": str(own.pk)},
    )

    assert sent.status_code == 422
    assert "outcome_on" in sent.context["form"].errors


def test_a_new_answer_stands_for_itself(world, clerk):
    petition = answered_as(world, clerk, own_class(world, clerk))

    services.answer(
        petition=petition, number="59", on=TODAY, text="Đã xong.", outcome="settled", actor=clerk, at=AT
    )  # fmt: skip

    assert Petition.objects.values_list("outcome", "own_class").get() == ("settled", None)
    assert list(Answer.objects.order_by("pk").values_list("own_class__name", flat=True)) == ["Chờ vốn (mẫu)", None]


def test_page_offers_the_classes_of_the_answers_result(world, clerk, signed_in):
    own, other = own_class(world, clerk), own_class(world, clerk, "Xong hẳn (mẫu)", Outcome.SETTLED)
    petition = answered_as(world, clerk, None)
    client, url = signed_in(clerk), reverse("petitions:classify_answer", args=[petition.pk])

    shown = client.get(url).content.decode()
    client.post(url, {"own_class": str(own.pk)})

    assert other.name not in shown
    assert Petition.objects.get().own_class == own
    assert stages.deeds_of(petition)[-1] == "petition.classify_answer"


def test_class_of_another_result_or_council_is_refused(world, clerk):
    petition = answered_as(world, clerk, None)

    with pytest.raises(Invalid):
        classify(petition, own_class(world, clerk, outcome=Outcome.SETTLED), clerk)
    own = OwnClass.objects.create(council=world.province_council, outcome="in_progress", name="Khác (mẫu)")
    with pytest.raises(Invalid):
        classify(petition, own, clerk)


def test_agency_and_unanswered_are_refused(world, clerk, agency_officer):
    own = own_class(world, clerk)

    with pytest.raises(NotPermitted):
        classify(answered_as(world, clerk, None), own, agency_officer)
    with pytest.raises(NotPermitted):
        classify(stages.forwarded(world, clerk), own, clerk)


def test_spreadsheet_names_it_and_takes_an_edit_of_it_back(world, clerk):
    money, papers = own_class(world, clerk), own_class(world, clerk, "Đang làm thủ tục (mẫu)")
    first, second = answered_as(world, clerk, money), answered_as(world, clerk, money)
    rows = out()
    column = rows[0].index("Phân loại riêng")
    assert [row[column] for row in rows[1:]] == [money.name, money.name]

    rows[1][column], rows[2][column] = "đang làm  thủ tục (mẫu)", None
    found = back(rows, clerk)
    services.edit_many(council=world.council, edited=found.edited, actor=clerk, at=AT)

    assert found.refused == []
    assert [Petition.objects.get(pk=one.pk).own_class for one in (first, second)] == [papers, None]


def test_spreadsheet_with_an_unknown_name_is_refused(world, clerk):
    answered_as(world, clerk, own_class(world, clerk))
    rows = out()
    rows[1][rows[0].index("Phân loại riêng")] = "Không có (mẫu)"

    assert "Không có (mẫu)" in back(rows, clerk).refused[0].reason


def test_sheets_without_the_column_are_still_read(world, clerk):
    stages.received(world, clerk)
    rows = out()
    column = rows[0].index("Phân loại riêng")
    old = [[*row[:column], *row[column + 1 :]] for row in rows]
    old[1][-1] = old[1][-1].rpartition("-")[0]
    old[1][old[0].index("Nơi nêu")] = "Tổ 9"

    assert [one.values for one in back(old, clerk).applied] == [{"place": "Tổ 9"}]
