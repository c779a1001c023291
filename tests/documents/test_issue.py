import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted, WrongState
from nghitruong.base.subjects import Subject
from nghitruong.documents import services
from nghitruong.documents.enums import Capacity, Nature, PaperKind, PaperState, Secrecy
from nghitruong.documents.models import Document, Paper, YearBook
from nghitruong.organisation.enums import OrganKind, Role
from tests import factories as make
from tests.documents.cast import draft, issued, office_of
from tests.factories import AT, TODAY


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.FILES_ROOT = tmp_path


def test_number_and_date_are_given_at_signing(world, clerk, chair):
    paper = draft(world.standing, clerk)
    before = (paper.shown, paper.number, paper.signed_on)

    code = services.issue(paper=paper, signer=office_of(chair), actor=clerk, at=AT)

    paper.refresh_from_db()
    assert before == ("/TB-HĐND", None, None)
    assert code == "01/TB-HĐND"
    assert (paper.code, paper.year, paper.number, paper.signed_on) == ("01/TB-HĐND", 2026, 1, TODAY)
    assert (paper.state, paper.capacity) == (PaperState.ISSUED, Capacity.TM)
    assert (paper.signer_name, paper.signer_title) == ("Phạm Thị Nhung", "Chủ tịch Hội đồng nhân dân")
    assert Entry.objects.latest("seq").deed == "paper.issue"


def test_all_kinds_of_a_council_share_one_series_and_each_year_begins_anew(world, clerk, chair, committee_head):
    new_year = dt.datetime(2027, 1, 4, 8, tzinfo=AT.tzinfo)

    codes = [
        issued(world.standing, clerk, chair, kind=PaperKind.NOTICE).code,
        issued(world.committee, clerk, committee_head, kind=PaperKind.REPORT).code,
        issued(world.standing, clerk, chair, kind=PaperKind.LETTER).code,
        issued(world.standing, clerk, chair, kind=PaperKind.SUBMISSION, at=new_year).code,
    ]

    assert codes == ["01/TB-HĐND", "02/BC-HĐND", "03/HĐND", "01/TTr-HĐND"]


def test_normative_and_secret_texts_have_series_of_their_own(world, clerk, chair):
    first = issued(world.council, clerk, chair, kind=PaperKind.RESOLUTION)
    normative = issued(world.council, clerk, chair, kind=PaperKind.RESOLUTION, nature=Nature.NORMATIVE)
    secret = issued(world.standing, clerk, chair, secrecy=Secrecy.SECRET)

    assert (first.code, normative.code) == ("01/NQ-HĐND", "01/2026/NQ-HĐND")
    assert (secret.number, secret.nature) == (1, Nature.SECRET)
    assert len({first.series_id, normative.series_id, secret.series_id}) == 3


def test_an_organ_may_have_its_own_series(world, clerk, chair, committee_head):
    services.open_series(
        organ=world.committee, direction="out", nature="general", symbol="BKTNS", unit_symbol="", actor=clerk, at=AT
    )

    own = issued(world.committee, clerk, committee_head, kind=PaperKind.REPORT)
    common = issued(world.standing, clerk, chair)

    assert (own.code, common.code) == ("01/BC-BKTNS", "01/TB-HĐND")


def taken_over(world, clerk, last=215, last_on=TODAY - dt.timedelta(days=3)):
    return services.open_series(
        organ=world.council, direction="out", nature="general", symbol="HĐND", last=last, last_on=last_on, actor=clerk, at=AT
    )  # fmt: skip


def test_an_office_that_begins_in_mid_year_goes_on_from_its_old_register(world, clerk, chair):
    taken_over(world, clerk, last=200)
    series = taken_over(world, clerk)

    codes = [issued(world.standing, clerk, chair).code for _each in range(2)]

    assert codes == ["216/TB-HĐND", "217/TB-HĐND"]
    book = series.books.get()
    assert (book.taken_over, book.last, book.year) == (215, 217, 2026)
    assert Entry.objects.filter(deed="series.open").latest("pk").changes["taken_over"] == 215


def test_numbers_given_here_are_never_set_anew(world, clerk, chair):
    issued(world.standing, clerk, chair)

    with pytest.raises(Invalid, match="đã cấp đến số 1 "):
        taken_over(world, clerk)

    assert issued(world.standing, clerk, chair).code == "02/TB-HĐND"


@pytest.mark.parametrize(
    "told",
    [
        {"last": None}, {"last_on": None}, {"last": 0}, {"last_on": TODAY + dt.timedelta(days=1)},
        {"last_on": TODAY.replace(year=2025)},
    ],
)  # fmt: skip
def test_an_old_register_is_told_whole_and_of_this_year(world, clerk, told):
    with pytest.raises(Invalid):
        taken_over(world, clerk, **told)

    assert not YearBook.objects.exists()


def test_a_letter_names_the_drafting_unit(world, clerk, chair):
    services.open_series(
        organ=world.council, direction="out", nature="general", symbol="HĐND", unit_symbol="VP", actor=clerk, at=AT
    )

    assert issued(world.standing, clerk, chair, kind=PaperKind.LETTER).code == "01/HĐND-VP"


def test_the_matter_gets_the_text_and_the_writer_knows_the_number(world, clerk, chair):
    subject = Subject.of(make.meeting(world.council))
    paper = draft(world.standing, clerk, subject=subject)

    services.issue(
        paper=paper, signer=office_of(chair), actor=clerk, at=AT,
        write=lambda given: ("thong-bao.txt", f"Số: {given.code}, {given.signed_on:%d/%m/%Y}".encode()),
    )  # fmt: skip

    hung = Document.objects.get(subject_kind=subject.kind, subject_id=subject.id)
    assert (hung.number, hung.signed_on, hung.signer) == ("01/TB-HĐND", TODAY, "Phạm Thị Nhung")
    assert hung.file is not None
    assert hung.file.size == len("Số: 01/TB-HĐND, 02/03/2026".encode())


@pytest.mark.parametrize(
    ("role", "organ", "title", "issuing", "capacity", "authorised", "expected"),
    [
        (Role.VICE_CHAIR, "standing", "", "standing", "", "", Capacity.TM_KT),
        (Role.CHAIR, "standing", "", "council", "", "", Capacity.OWN),
        (Role.COMMITTEE_HEAD, "committee", "", "committee", "", "", Capacity.TM),
        (Role.CLERK, "office", "Chánh Văn phòng", "standing", "", "", Capacity.TL),
        (Role.CLERK, "office", "Phó Chánh Văn phòng", "standing", "TL_KT", "", Capacity.TL_KT),
        (Role.DELEGATE, "council", "", "standing", "", "Giấy ủy quyền số 02/GUQ-HĐND", Capacity.TUQ),
    ],
)
def test_who_signs_for_whom(world, clerk, role, organ, title, issuing, capacity, authorised, expected):
    signer = make.actor(getattr(world, organ), role, "Người Ký", title=title)
    paper = draft(getattr(world, issuing), clerk)

    services.issue(
        paper=paper, signer=office_of(signer), capacity=capacity, authorised_by=authorised, actor=clerk, at=AT
    )

    paper.refresh_from_db()
    assert paper.capacity == expected


@pytest.mark.parametrize(
    ("role", "organ", "title", "capacity"),
    [
        (Role.DELEGATE, "council", "", ""),
        (Role.CLERK, "office", "Chuyên viên", "TL"),
        (Role.COMMITTEE_HEAD, "committee", "", "TM"),
        (Role.AGENCY_HEAD, "department", "Trưởng phòng", "TL"),
        (Role.CHAIR, "standing", "", "KT"),
    ],
)
def test_who_does_not_sign(world, clerk, role, organ, title, capacity):
    signer = make.actor(getattr(world, organ), role, "Người Khác", title=title)
    paper = draft(world.standing, clerk)

    with pytest.raises(Invalid):
        services.issue(paper=paper, signer=office_of(signer), capacity=capacity, actor=clerk, at=AT)

    paper.refresh_from_db()
    assert (paper.state, paper.number) == (PaperState.DRAFT, None)


def test_who_left_office_signs_no_more(world, clerk):
    gone = make.actor(world.standing, Role.CHAIR, "Đã Thôi")
    office = office_of(gone)
    type(office).objects.filter(pk=office.pk).update(valid_to=TODAY - dt.timedelta(days=1))

    with pytest.raises(Invalid, match="không giữ chức vụ"):
        services.issue(paper=draft(world.standing, clerk), signer=office_of(gone), actor=clerk, at=AT)


def test_a_refused_issue_leaves_no_gap(world, clerk, chair, delegate):
    issued(world.standing, clerk, chair)
    with pytest.raises(Invalid):
        services.issue(paper=draft(world.standing, clerk), signer=office_of(delegate), actor=clerk, at=AT)

    assert issued(world.standing, clerk, chair).number == 2


def test_no_number_for_a_day_before_the_last(world, clerk, chair):
    issued(world.standing, clerk, chair)

    with pytest.raises(Invalid, match="không cấp được số cho ngày trước đó"):
        issued(world.standing, clerk, chair, at=AT - dt.timedelta(days=1))


def test_what_is_issued_is_not_issued_again(world, clerk, chair):
    paper = issued(world.standing, clerk, chair)

    with pytest.raises((WrongState, NotPermitted)):
        services.issue(paper=paper, signer=office_of(chair), actor=clerk, at=AT)


def test_the_database_keeps_numbers_single_and_drafts_without(world, clerk, chair):
    first, second = issued(world.standing, clerk, chair), issued(world.standing, clerk, chair)

    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=second.pk).update(number=first.number)
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=second.pk).update(number=None)


def test_strangers_issue_nothing(world, clerk, chair, stranger, agency_officer, delegate, auditor):
    paper = draft(world.standing, clerk)

    for actor in (stranger, agency_officer, delegate, auditor):
        with pytest.raises(NotPermitted):
            services.issue(paper=paper, signer=office_of(chair), actor=actor, at=AT)


def test_an_agency_has_its_own_register(world, agency_officer):
    head = make.actor(world.department, Role.AGENCY_HEAD, "Trưởng Phòng Mẫu", title="Trưởng phòng")

    paper = issued(world.department, agency_officer, head, kind=PaperKind.REPORT)

    assert (paper.body, paper.number, paper.capacity) == (world.department, 1, Capacity.OWN)
    assert world.department.kind == OrganKind.DEPARTMENT


@pytest.mark.parametrize("has_begun", [True, False])
def test_two_series_of_a_house_do_not_bear_the_same_letters(world, clerk, chair, has_begun):
    first = issued(world.standing, clerk, chair) if has_begun else None

    with pytest.raises(Invalid, match="trùng số"):
        services.open_series(organ=world.standing, direction="out", nature="general", symbol="HĐND", actor=clerk, at=AT)

    assert [paper.code for paper in Paper.objects.all()] == (["01/TB-HĐND"] if first else [])
