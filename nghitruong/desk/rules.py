"""What each role sees on its desk, as a table: which list first, what it holds, which deed leads. No database."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from nghitruong.desk.enums import Pile
from nghitruong.organisation.enums import AGENCY_ROLES, COMMITTEE_ROLES, GROUP_ROLES, STANDING_ROLES, Role

ROWS = 4
"""Rows of a list above the fold; its figure opens the rest."""
MOST_EVENTS = 3
"""Events of one day on the week strip; the rest is one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its words and what it counts.

    `ledger` names a list of the ledger (obligations.selectors.LISTS); `petitions` are conditions of the petitions'
    list; `mine` narrows them to petitions raised where this person, or a group of theirs, was called.
    """

    says: object
    ledger: str = ""
    petitions: tuple[tuple[str, str], ...] = ()
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Holds(Line):
    """What one of the four lists holds; `lines` are further figures at its foot."""

    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """The one deed that leads a desk."""

    label: object
    icon: str
    url_name: str
    query: str = ""
    at_point: bool = False
    """Leads to the contact meeting of the day where there is one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The desk of a role: its lists in their order, and the leading deed."""

    piles: tuple[tuple[Pile, Holds], ...]
    deed: Deed | None = None


def _holds(says: object, *conditions: tuple[str, str], mine: bool = False, lines: tuple[Line, ...] = ()) -> Holds:
    return Holds(says, petitions=conditions, mine=mine, lines=lines)


NEWS = _("thông báo chưa đọc")
LATE = Holds(_("quá hạn, chưa báo cáo xong"), ledger="qua-han")
DEBTS = Holds(_("việc cơ quan tôi phải làm"), ledger="toi-no")
OWN_DEBTS = Line(_("việc khác trong sổ nghĩa vụ"), ledger="toi-no")
REPORTED = Line(_("đã báo cáo, chờ chấp nhận"), ledger="cho-chap-nhan")
UNSENT = Line(_("kiến nghị chưa chuyển"), petitions=(("tinh-trang", "cho-chuyen"),))
TO_JUDGE = Line(_("trả lời chờ kết luận"), petitions=(("trang-thai", "answered"),))
TO_SEE = Line(_("nơi báo đã xong trong cả Hội đồng, chờ đi xem"), petitions=(("tinh-trang", "cho-xac-minh"),))
NOTES = Deed(_("Ghi ý kiến cử tri"), "pencil-square", "contacts:points", at_point=True)

CLERK = Layout(
    (
        (
            Pile.I_OWE,
            _holds(_("kiến nghị chờ phân loại, chuyển đi"), ("tinh-trang", "cho-chuyen"), lines=(OWN_DEBTS,)),
        ),
        (Pile.OWED, Holds(_("nơi khác nợ, Văn phòng theo dõi"), ledger="no-toi", lines=(REPORTED,))),
        (Pile.LATE, LATE),
        (Pile.FRESH, Holds(NEWS, lines=(TO_JUDGE,))),
    ),
    Deed(_("Tiếp nhận kiến nghị"), "plus-lg", "petitions:receive", at_point=True),
)
STANDING = Layout(
    (
        (Pile.LATE, LATE),
        (Pile.I_OWE, _holds(_("trả lời chờ kết luận"), ("trang-thai", "answered"), lines=(OWN_DEBTS,))),
        (Pile.OWED, Holds(_("nơi khác nợ Hội đồng nhân dân"), ledger="no-toi", lines=(REPORTED,))),
        (Pile.FRESH, Holds(NEWS, lines=(UNSENT,))),
    ),
    Deed(_("Xem xét trả lời"), "check-circle", "petitions:index", "trang-thai=answered"),
)
DELEGATE = Layout(
    (
        (
            Pile.OWED,
            _holds(_("nêu ở buổi tôi dự, chưa giải quyết xong"), ("tinh-trang", "chua-giai-quyet"), mine=True),
        ),
        (
            Pile.I_OWE,
            _holds(_("nơi báo đã xong, chờ tôi đi xem"), ("tinh-trang", "cho-xac-minh"), mine=True, lines=(OWN_DEBTS,)),
        ),
        (Pile.LATE, LATE),
        (Pile.FRESH, Holds(NEWS, lines=(TO_SEE,))),
    ),
    NOTES,
)
COMMITTEE = Layout(
    (
        (
            Pile.I_OWE,
            _holds(_("nơi báo đã xong, chờ Ban đi xem"), ("tinh-trang", "cho-xac-minh"), lines=(OWN_DEBTS,)),
        ),
        (Pile.OWED, _holds(_("kiến nghị cơ quan chưa trả lời"), ("tinh-trang", "cho-tra-loi"))),
        (Pile.LATE, LATE),
        (Pile.FRESH, Holds(NEWS, lines=(TO_JUDGE,))),
    ),
    Deed(_("Xác minh kết quả"), "geo-alt", "petitions:index", "tinh-trang=cho-xac-minh"),
)
AGENCY = Layout(
    (
        (Pile.I_OWE, DEBTS),
        (Pile.LATE, LATE),
        (Pile.OWED, Holds(_("nơi khác nợ cơ quan tôi"), ledger="no-toi", lines=(REPORTED,))),
        (
            Pile.FRESH,
            Holds(NEWS, lines=(Line(_("kiến nghị chưa trả lời"), petitions=(("tinh-trang", "cho-tra-loi"),)),)),
        ),
    ),
    Deed(_("Trả lời kiến nghị"), "reply", "petitions:index", "tinh-trang=cho-tra-loi"),
)
FRONT = Layout(
    (
        (Pile.OWED, _holds(_("kiến nghị cơ quan chưa trả lời"), ("tinh-trang", "cho-tra-loi"))),
        (Pile.LATE, LATE),
        (Pile.I_OWE, DEBTS),
        (Pile.FRESH, Holds(NEWS, lines=(TO_JUDGE,))),
    ),
    NOTES,
)
UPPER = Layout(
    (
        (Pile.LATE, LATE),
        (Pile.OWED, _holds(_("kiến nghị các nơi chưa được trả lời"), ("tinh-trang", "cho-tra-loi"))),
        (Pile.I_OWE, DEBTS),
        (Pile.FRESH, Holds(NEWS, lines=(TO_JUDGE,))),
    ),
    Deed(_("Xem số liệu các nơi"), "bar-chart-line", "petitions:dashboard"),
)

LAYOUTS: dict[str, Layout] = {
    Role.CLERK: CLERK,
    **dict.fromkeys(STANDING_ROLES, STANDING),
    **dict.fromkeys(COMMITTEE_ROLES, COMMITTEE),
    **dict.fromkeys(GROUP_ROLES | {Role.DELEGATE}, DELEGATE),
    **dict.fromkeys(AGENCY_ROLES, AGENCY),
    Role.FRONT_OFFICER: FRONT,
    Role.UPPER_OFFICE: UPPER,
}
"""Roles without a row have no lists: the auditor is led to the journal, the administrator to the system."""

EMPTY: dict[Pile, object] = {
    Pile.I_OWE: _("Không có việc nào phải làm. Việc mới sẽ hiện ở đây cùng thời hạn."),
    Pile.OWED: _("Không ai đang nợ việc nào. Kiến nghị đã chuyển và lời hứa sẽ hiện ở đây."),
    Pile.LATE: _("Không có việc nào quá hạn."),
    Pile.FRESH: _("Không có thông báo nào chưa đọc."),
}
