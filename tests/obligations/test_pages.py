"""The ledger's pages: who sees what, with how many statements, and a deed done through a form."""

import datetime as dt
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nghitruong.legalclock import selectors as clocks
from nghitruong.obligations import selectors, services
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from tests import factories as make
from tests.factories import AT, TODAY

MANY = 12


def test_the_list_asks_the_same_for_one_and_for_many(owe, clerk, signed_in):
    client = signed_in(clerk)
    owe(due_on=TODAY)
    client.get("/so-nghia-vu/")
    with CaptureQueriesContext(connection) as one:
        client.get("/so-nghia-vu/")
    for place in range(4):
        owe(due_on=TODAY + dt.timedelta(days=place))
    with CaptureQueriesContext(connection) as many:
        response = client.get("/so-nghia-vu/")

    assert response.status_code == 200
    assert len(many) == len(one)
    assert len(many) <= MANY


def test_a_stranger_finds_nothing(owe, stranger, signed_in):
    owed = owe(due_on=TODAY)

    assert signed_in(stranger).get(f"/so-nghia-vu/{owed.pk}/").status_code == 404


def test_the_debtor_reports_through_the_form(owe, agency_officer, signed_in):
    owed = owe(nature=Nature.TASK, rule_key="petition.answer", from_on=TODAY)
    client = signed_in(agency_officer)

    response = client.post(f"/so-nghia-vu/{owed.pk}/bao-cao/", {"evidence": "57/KT", "on": "2026-03-02"})

    assert response.status_code == 302
    assert Obligation.objects.get().state == "fulfilled"
    assert "57/KT" in client.get(response.url).content.decode()


@pytest.mark.parametrize("name", ["chap-nhan", "gia-han", "don-doc"])
def test_a_refused_deed_says_why_and_who(owe, agency_officer, signed_in, name):
    owed = owe(nature=Nature.TASK, due_on=TODAY)

    page = signed_in(agency_officer).get(f"/so-nghia-vu/{owed.pk}/{name}/").content.decode()

    assert "bên có quyền" in page


def test_a_debt_to_answer_leads_to_its_matter(owe, clerk, signed_in):
    owed = owe(nature=Nature.ANSWER, due_on=TODAY)

    client = signed_in(clerk)
    refused = client.post(f"/so-nghia-vu/{owed.pk}/huy/", {"reason": "x", "on": "2026-03-02"})

    assert refused.status_code == 422
    assert "trong hồ sơ «mẫu»" in refused.content.decode()
    assert Obligation.objects.get().state == "open"


@pytest.fixture
def ledger(owe, world, agency_officer, clerk):
    """Five debts: late, soon, later, undated, reported; and one that the office itself owes."""
    days = {"trễ": -5, "gần": 3, "xa": 40}
    rows = {what: owe(what=what, nature=Nature.TASK, due_on=TODAY + dt.timedelta(days=n)) for what, n in days.items()}
    rows["không hạn"] = owe(what="không hạn", nature=Nature.COMMITMENT)
    rows["đã báo"] = services.fulfil(
        obligation=owe(what="đã báo", nature=Nature.TASK, due_on=TODAY),
        evidence="57/KT",
        on=TODAY,
        actor=agency_officer,
        at=AT,
    )
    rows["của mình"] = owe(what="của mình", nature=Nature.TASK, debtor=world.standing, creditor=world.department)
    return rows


LISTS = {
    "": {"trễ", "gần", "xa", "không hạn", "đã báo", "của mình"},
    "toi-no": {"của mình"},
    "no-toi": {"trễ", "gần", "xa", "không hạn"},
    "qua-han": {"trễ"},
    "sap-den-han": {"gần"},
    "chua-co-han": {"không hạn", "của mình"},
    "cho-chap-nhan": {"đã báo"},
    "tat-ca": {"trễ", "gần", "xa", "không hạn", "đã báo", "của mình"},
    "la-lung": {"trễ", "gần", "xa", "không hạn", "đã báo", "của mình"},
}


@pytest.mark.parametrize("name", LISTS)
def test_each_list_holds_what_it_says(ledger, clerk, name):
    assert {owed.what for owed in selectors.named(name, clerk, TODAY)} == LISTS[name]


def test_counts_agree_with_the_lists_in_one_statement(ledger, clerk):
    with CaptureQueriesContext(connection) as asked:
        counted = selectors.counts(clerk, TODAY)

    assert counted == {name: len(LISTS[name]) for name in selectors.LISTS}
    assert len(asked) == 1


def test_an_agency_sees_its_own_side(ledger, agency_officer):
    assert {owed.what for owed in selectors.named("toi-no", agency_officer, TODAY)} == {"trễ", "gần", "xa", "không hạn"}
    assert {owed.what for owed in selectors.named("no-toi", agency_officer, TODAY)} == {"của mình"}


def test_facets_narrow_and_count_under_each_other(ledger, clerk, world):
    chosen = selectors.chosen_in(
        {"trang-thai": ["open", "bịa"], "loai": ["task"], "ben-no": [str(world.department.pk), "x"]}
    )
    rows = selectors.named("", clerk, TODAY)

    total, facets = selectors.facets(rows, chosen)

    assert total == selectors.narrowed(rows, chosen).count() == 3
    assert [(f.name, [(o.value, o.count, o.checked) for o in f.options]) for f in facets] == [
        ("trang-thai", [("open", 3, True), ("fulfilled", 1, False)]),
        ("loai", [("commitment", 1, False), ("task", 3, True)]),
        ("ben-no", [(str(world.department.pk), 3, True), (str(world.standing.pk), 1, False)]),
    ]


def test_what_is_due_first_stands_first_and_undated_last(ledger, clerk):
    rows = selectors.narrowed(selectors.named("", clerk, TODAY), selectors.chosen_in({}))

    assert [owed.what for owed in rows] == ["trễ", "đã báo", "gần", "xa", "không hạn", "của mình"]


def test_the_workbook_holds_exactly_what_was_seen(ledger, clerk, signed_in):
    owed = ledger["đã báo"]
    Obligation.objects.filter(pk=owed.pk).update(what="=1+1")

    response = signed_in(clerk).get("/so-nghia-vu/bang.xlsx?ds=cho-chap-nhan&loai=task")

    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    assert [cell.value for cell in sheet[2]][:4] == ["=1+1", "mẫu", "công việc phải làm", owed.debtor.name]
    assert (sheet.max_row, sheet["A2"].data_type) == (2, "s")


def test_an_undated_debt_asks_for_a_date(owe, clerk, signed_in):
    owed = owe(nature=Nature.COMMITMENT)

    page = signed_in(clerk).get(f"/so-nghia-vu/{owed.pk}/").content.decode()

    assert "Văn bản không nêu thời hạn" in page
    assert f"/so-nghia-vu/{owed.pk}/an-dinh-thoi-han/" in page


def test_the_page_asks_the_same_for_a_short_and_a_long_story(owe, clerk, signed_in):
    owed = owe(nature=Nature.TASK, rule_key="petition.answer", from_on=TODAY)
    client = signed_in(clerk)
    client.get(f"/so-nghia-vu/{owed.pk}/")
    with CaptureQueriesContext(connection) as short:
        client.get(f"/so-nghia-vu/{owed.pk}/")
    for _place in range(4):
        services.urge(obligation=owed, text="Báo tiến độ", on=TODAY, actor=clerk, at=AT)
    with CaptureQueriesContext(connection) as long:
        client.get(f"/so-nghia-vu/{owed.pk}/")

    assert len(long) == len(short)
    assert len(short) <= MANY


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("gia-han", {"number": "5", "day_type": "working", "reason": "x", "on": "2026-03-02"}, "Đã gia hạn và báo cho"),
        ("don-doc", {"text": "Báo tiến độ", "number": "3/HĐND", "on": "2026-03-02"}, "Đã ghi đôn đốc"),
        ("an-dinh-thoi-han", {"due_on": "2026-05-01", "citation": "CV 3"}, "Đã ấn định thời hạn"),
        ("huy", {"reason": "x", "on": "2026-03-02"}, "Đã hủy"),
    ],
)
def test_each_deed_says_what_happened_and_to_whom(owe, clerk, signed_in, name, values, words):
    owed = owe(nature=Nature.TASK, due_on=TODAY)
    client = signed_in(clerk)

    response = client.post(f"/so-nghia-vu/{owed.pk}/{name}/", values, follow=True)

    page = response.content.decode()
    assert words in page
    assert owed.debtor.name in page


def test_reassign_through_the_form(owe, world, clerk, signed_in):
    owed = owe(nature=Nature.TASK)

    signed_in(clerk).post(
        f"/so-nghia-vu/{owed.pk}/chuyen-co-quan/",
        {"debtor": world.peoples_committee.pk, "reason": "Kế thừa", "on": "2026-03-02"},
    )

    assert Obligation.objects.get().debtor == world.peoples_committee


def test_a_wrong_value_keeps_what_was_typed(owe, clerk, signed_in):
    owed = owe(nature=Nature.TASK)

    response = signed_in(clerk).post(f"/so-nghia-vu/{owed.pk}/don-doc/", {"text": "Giữ chữ này", "on": "hôm qua"})

    assert response.status_code == 422
    assert "Giữ chữ này" in response.content.decode()


@pytest.mark.parametrize(
    ("due_in", "reported", "words"),
    [(3, False, "còn 3 ngày"), (-2, False, "quá 2 ngày"), (0, True, "đúng hạn"), (-2, True, "báo cáo sau hạn")],
)
def test_a_due_date_says_what_is_left_or_whether_it_was_kept(owe, agency_officer, due_in, reported, words):
    owed = owe(due_on=TODAY + dt.timedelta(days=due_in))
    if reported:
        owed = services.fulfil(obligation=owed, evidence="57/KT", on=TODAY, actor=agency_officer, at=AT)

    assert selectors.due_of(owed, TODAY, clocks.calendar()).words == words


def test_the_list_is_empty_with_a_first_step(world, signed_in):
    page = signed_in(make.actor(world.office, "clerk")).get("/so-nghia-vu/").content.decode()

    assert "Chưa có nghĩa vụ nào" in page
