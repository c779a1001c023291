"""The annexes that reports on voters' petitions carry (the set seen in practice, law.md 14.2).

Each is worked out once, and shown on screen, in Word and as a spreadsheet from the same cells; every figure in it
opens exactly the petitions it counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.base.actor import Actor
from nghitruong.meetings.enums import MeetingState
from nghitruong.petitions.enums import Level, Outcome
from nghitruong.petitions.models import Answer, OwnClass, Petition, PetitionQuerySet
from nghitruong.petitions.selectors.classes import result_of
from nghitruong.petitions.selectors.figures import Counted, Scope, covered_points
from nghitruong.petitions.selectors.lists import NONE, status

TEXTS = re.compile(
    r"(?:Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Luật) số\s+\d+(?:/[\w-]+)*(?:\s+ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4})?"
)
"""A text named by its number in an answer."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, a number or a day; `url` leads to the petition, or to the list it counts."""

    value: str | int | date | None
    url: str = ""

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int)

    @property
    def is_day(self) -> bool:
        return isinstance(self.value, date)


Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: `wide` are the parts of the page's width, `total` how many petitions it covers, where it lists them."""

    kind: Kind
    heads: list[str]
    rows: list[Row]
    wide: tuple[float, ...]
    total: Counted | None = None

    @property
    def missing(self) -> int:
        """Return how many petitions of its list are not shown here."""
        return max(0, self.total.value - len(self.rows)) if self.total else 0

    @property
    def numeric(self) -> frozenset[int]:
        """Return the columns that hold numbers."""
        first = self.rows[0] if self.rows else []
        return frozenset(place for place, cell in enumerate(first) if cell.is_number)


Built = tuple[list[str], list[Row], tuple[float, ...], Counted | None]
"""Heads, rows, parts of the width, and how many petitions are covered where they are listed."""
Build = Callable[[Scope, Actor, int], Built]


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the annexes: its name in the address, its number in the set, its title and what it takes in."""

    name: str
    number: str
    title: Any
    about: Any
    build: Build


def annex(kind: Kind, scope: Scope, actor: Actor, *, most: int) -> Annex:
    """Work out one annex; a list of petitions holds at most `most` rows. At most three statements."""
    heads, rows, wide, total = kind.build(scope, actor, most)
    return Annex(kind, heads, rows, wide, total)


def _cell(counted: int, scope: Scope, **narrowed: str) -> Cell:
    return Cell(counted, scope.query(**narrowed))


def _petition(petition: Petition) -> Row:
    return [
        Cell(petition.code, petition.get_absolute_url()),
        Cell(petition.text),
        Cell(petition.unit.name if petition.unit else petition.place),
        Cell(petition.lead.name if petition.lead else ""),
        Cell(petition.due_on),
        Cell(result_of(petition) or _("chưa trả lời")),
        Cell(petition.settled_on),
    ]


def _heads() -> list[str]:
    return [
        _("Mã"), _("Nội dung"), _("Địa bàn"), _("Cơ quan giải quyết"), _("Hạn trả lời"), _("Kết quả trả lời"),
        _("Ngày giải quyết xong"),
    ]  # fmt: skip


WIDE = (2.3, 4, 1.6, 2, 1.9, 1.6, 1.9)


def _listed(scope: Scope, actor: Actor, name: str) -> tuple[PetitionQuerySet, Counted]:
    rows = scope.rows(actor).real().filter(status(name, scope.as_of) or Q())
    counted = Counted(rows.count(), scope.query(**{"tinh-trang": name}))
    return rows.select_related("unit", "lead", "own_class").order_by("received_on", "pk"), counted


def of_list(name: str, more: Callable[[Petition], Cell] | None = None, head: Any = "") -> Build:
    """Return what lists the petitions of a named set, with one more column where `more` is given."""

    def build(scope: Scope, actor: Actor, most: int) -> Built:
        rows, counted = _listed(scope, actor, name)
        if more is None:
            return _heads(), [_petition(one) for one in rows[:most]], WIDE, counted
        found = rows.prefetch_related("answers__document", "answers__organ")[:most]
        shown = [[*_petition(one), more(one)] for one in found]
        return [*_heads(), str(head)], shown, (*WIDE, 2.5), counted

    return build


def _texts_named(petition: Petition) -> Cell:
    told = " ".join(answer.text for answer in petition.answers.all())
    return Cell("; ".join(dict.fromkeys(" ".join(found.split()) for found in TEXTS.findall(told))))


def _times_carried(petition: Petition) -> Cell:
    return Cell(petition.carried)


def _latest(petition: Petition) -> Answer | None:
    return max(petition.answers.all(), key=lambda given: (given.on, given.pk), default=None)


def collected(scope: Scope, actor: Actor, most: int) -> Built:
    """List each petition answered beside its latest answer, word for word."""
    rows, counted = _listed(scope, actor, "da-tra-loi")
    shown = []
    for petition in rows.prefetch_related("answers__document", "answers__organ")[:most]:
        given = _latest(petition)
        shown.append(
            [
                Cell(petition.code, petition.get_absolute_url()),
                Cell(petition.text),
                Cell(given.organ.name if given else ""),
                Cell(given.document.number if given else ""),
                Cell(given.on if given else None),
                Cell(given.text if given else ""),
            ]
        )
    heads = [_("Mã"), _("Nội dung"), _("Cơ quan trả lời"), _("Số văn bản"), _("Ngày trả lời"), _("Nội dung trả lời")]
    return heads, shown, (2, 4, 2, 1.6, 1.7, 5), counted


def by_outcome(column: str, param: str, head: Any) -> Build:
    """Return what counts forwarded, answered by outcome, and unanswered petitions for each value of a column.

    What the answers say is settled, and what was accepted as settled, are two numbers side by side (law.md 8.4).
    """

    def build(scope: Scope, actor: Actor, _most: int) -> Built:
        answered = status("da-tra-loi", scope.as_of)
        sets = {"da-chuyen": "forwarded", "da-tra-loi": "answered", "chua-tra-loi": "waiting"}
        measures = {alias: Count("pk", filter=status(name, scope.as_of)) for name, alias in sets.items()}
        measures["accepted"] = Count("pk", filter=status("da-giai-quyet", scope.as_of))
        measures |= {f"o_{value}": Count("pk", filter=answered & Q(outcome=value)) for value in Outcome.values}  # type: ignore[operator] # a known set
        rows = scope.rows(actor).real().order_by().values(column, f"{column}__name").annotate(n=Count("pk"), **measures)

        def line(label: str, row: dict[str, int], **of: str) -> Row:
            said = [
                _cell(row[f"o_{value}"], scope, **of, **{"ket-qua": value, "tinh-trang": "da-tra-loi"})
                for value in Outcome.values
            ]
            said.insert(1, _cell(row["accepted"], scope, **of, **{"tinh-trang": "da-giai-quyet"}))
            return [
                Cell(label),
                _cell(row["n"], scope, **of),
                *(_cell(row[alias], scope, **of, **{"tinh-trang": name}) for name, alias in sets.items()),
                *said,
            ]

        found = sorted(rows, key=lambda row: (-row["n"], row[f"{column}__name"] or ""))
        shown = [
            line(row[f"{column}__name"] or _("chưa xác định"), row, **{param: str(row[column] or NONE)})
            for row in found
        ]
        names = ("n", *measures)
        shown.append(line(_("Tổng số"), {name: sum(row[name] for row in found) for name in names}))
        heads = [
            str(head), _("Tiếp nhận"), _("Đã chuyển"), _("Đã trả lời"), _("Chưa trả lời"),
            _("Trả lời là đã giải quyết xong"), _("Đã giải quyết xong"),
            *(str(label)[:1].upper() + str(label)[1:] for label in Outcome.labels[1:]),
        ]  # fmt: skip
        return heads, shown, (3, *[1.2] * (len(heads) - 1)), None

    return build


def by_own_class(scope: Scope, actor: Actor, _most: int) -> Built:
    """Count the answered by national class and, under each, by the council's own classes that count as it."""
    sets = {"da-tra-loi": "answered", "dung-han": "in_time", "da-giai-quyet": "settled", "da-tra-loi-chua-xong": "open"}
    measures = {alias: Count("pk", filter=status(name, scope.as_of)) for name, alias in sets.items()}
    counted = (
        scope.rows(actor).real().exclude(outcome="").order_by().values("outcome", "own_class").annotate(**measures)
    )
    found: dict[tuple[str, int | None], dict[str, int]] = defaultdict(lambda: dict.fromkeys(measures, 0))
    own = OwnClass.objects.filter(council=scope.council).in_bulk()
    for row in map(dict[str, Any], counted):
        key = row["own_class"] if row["own_class"] in own else None
        for alias in measures:
            found[row["outcome"], key][alias] += row[alias]

    def line(national: str, name: str, rows: Iterable[Mapping[str, int]], **of: str) -> Row:
        taken = list(rows)
        cells = [
            _cell(sum(row[alias] for row in taken), scope, **of, **{"tinh-trang": name}) for name, alias in sets.items()
        ]
        return [Cell(national), Cell(name), *cells]

    shown = []
    for value, label in Outcome.choices:
        of = {"ket-qua": value}
        of_value = {key: counts for (outcome, key), counts in found.items() if outcome == value}
        mine = [one for one in own.values() if one.outcome == value and (one.ended_on is None or one.pk in of_value)]
        shown.append(line(str(label), _("cộng") if mine else "", of_value.values(), **of))
        for one in sorted(mine, key=lambda one: one.name):
            shown.append(line("", one.name, [found[value, one.pk]], **of, **{"phan-loai-rieng": str(one.pk)}))
        if mine:
            rest = [found[value, None]]
            shown.append(line("", _("không phân loại riêng"), rest, **of, **{"phan-loai-rieng": NONE}))
    shown.append(line(_("Tổng số"), "", found.values()))
    heads = [
        _("Kết quả trả lời"), _("Phân loại riêng"), _("Đã trả lời"), _("Trả lời đúng hạn"), _("Đã giải quyết xong"),
        _("Đã trả lời, chưa giải quyết xong"),
    ]  # fmt: skip
    return heads, shown, (3, 3, 1.3, 1.3, 1.3, 1.6), None


def classified(scope: Scope, actor: Actor, _most: int) -> Built:
    """Count petitions by field and level: the preliminary classification form."""
    levels = [*Level.values, ""]
    grid: dict[tuple[int | None, str | None], dict[str, int]] = defaultdict(lambda: dict.fromkeys(levels, 0))
    counted = scope.rows(actor).real().order_by().values_list("field", "field__name", "level").annotate(n=Count("pk"))
    for field, name, level, number in counted:
        grid[field, name][level] += number

    def line(label: str, row: dict[str, int], **of: str) -> Row:
        cells = [_cell(row[level], scope, **of, cap=level or NONE) for level in levels]
        return [Cell(label), *cells, _cell(sum(row.values()), scope, **of)]

    ordered = sorted(grid.items(), key=lambda one: (-sum(one[1].values()), one[0][1] or ""))
    shown = [
        line(name or _("chưa xác định"), row, **{"linh-vuc": str(field or NONE)}) for (field, name), row in ordered
    ]
    shown.append(line(_("Tổng số"), {level: sum(row[level] for _key, row in ordered) for level in levels}))
    words = [str(label)[:1].upper() + str(label)[1:] for label in Level.labels]
    heads = [_("Lĩnh vực"), *words, _("Chưa xác định"), _("Tổng số")]
    return heads, shown, (3.5, *[1.2] * (len(heads) - 1)), None


def received_on(scope: Scope, actor: Actor, most: int) -> Built:
    """List the answering documents by agency with the day each came, and how many petitions came late with it."""
    mine = scope.rows(actor).real().order_by().values("pk")
    rows = (
        Answer.objects.filter(petition__in=mine, on__lte=scope.as_of)
        .order_by()
        .values("organ", "organ__name", "document__number")
        .annotate(
            signed=Min("on"),
            came=Max("recorded_at"),
            due=Min("petition__due_on"),
            n=Count("petition", distinct=True),
        )
        .order_by("organ__name", "signed", "document__number")
    )
    shown = [
        [
            Cell(row["organ__name"]),
            Cell(row["document__number"]),
            Cell(row["signed"]),
            Cell(timezone.localdate(row["came"])),
            Cell(row["due"]),
            _cell(row["n"], scope, **{"van-ban": f"{row['organ']}:{row['document__number']}"}),
        ]
        for row in rows[:most]
    ]
    heads = [
        _("Cơ quan"), _("Số văn bản"), _("Ngày trả lời"), _("Ngày ghi nhận được"), _("Hạn sớm nhất"),
        _("Số kiến nghị"),
    ]  # fmt: skip
    return heads, shown, (4, 2, 1.5, 1.5, 1.5, 1.3), None


def _taken(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, int]:
    return {name: row[name] for name in names}


def of_groups(scope: Scope, actor: Actor, _most: int) -> Built:
    """Count for each group of delegates its meetings with voters and what became of the petitions raised there."""
    held = Q(meeting__state=MeetingState.HELD)
    met: QuerySet[Any] = (
        covered_points(scope, actor)
        .filter(held, groups__isnull=False)
        .order_by()
        .values("groups", "groups__name")
        .annotate(points=Count("pk"), voters=Sum("meeting__people_present", default=0))
    )
    sets = {"da-chuyen": "forwarded", "da-tra-loi": "answered", "da-giai-quyet": "settled"}
    measures = {alias: Count("pk", filter=status(name, scope.as_of)) for name, alias in sets.items()}
    raised = scope.rows(actor).real().filter(point__groups__isnull=False).order_by()
    counted = raised.values("point__groups", "point__groups__name").annotate(n=Count("pk"), **measures)
    groups: dict[int, dict[str, Any]] = defaultdict(
        lambda: {"points": 0, "voters": 0, "n": 0, **dict.fromkeys(measures, 0)}
    )
    for row in met:
        groups[row["groups"]] |= {"name": row["groups__name"], "points": row["points"], "voters": row["voters"]}
    for row in counted:
        groups[row["point__groups"]] |= {"name": row["point__groups__name"], "n": row["n"], **_taken(row, measures)}
    shown = []
    for pk, row in sorted(groups.items(), key=lambda one: (-one[1]["n"], one[1]["name"])):
        of = {"to-dai-bieu": str(pk)}
        cells = [_cell(row[alias], scope, **of, **{"tinh-trang": name}) for name, alias in sets.items()]
        shown.append(
            [Cell(row["name"]), Cell(row["points"]), Cell(row["voters"]), _cell(row["n"], scope, **of), *cells]
        )
    heads = [
        _("Tổ đại biểu"), _("Buổi tiếp xúc cử tri"), _("Lượt cử tri"), _("Tiếp nhận"), _("Đã chuyển"), _("Đã trả lời"),
        _("Đã giải quyết xong"),
    ]  # fmt: skip
    return heads, shown, (4, 1.4, 1.4, 1.3, 1.3, 1.3, 1.4), None


KINDS: tuple[Kind, ...] = (
    Kind("ket-qua", "1", gettext_lazy("Kết quả giải quyết, trả lời theo lĩnh vực"),
         gettext_lazy("Số đã trả lời tách theo kết quả mà văn bản trả lời ghi; bên cạnh là số được chấp nhận đã giải quyết xong."), by_outcome("field", "linh-vuc", gettext_lazy("Lĩnh vực"))),
    Kind("van-ban", "2", gettext_lazy("Văn bản được ban hành để giải quyết"),
         gettext_lazy("Kiến nghị mà câu trả lời nêu số của một nghị quyết, nghị định, quyết định, thông tư, chỉ thị hoặc luật."),
         of_list("neu-van-ban", _texts_named, gettext_lazy("Văn bản câu trả lời nêu"))),
    Kind("sua-quy-dinh", "3", gettext_lazy("Kiến nghị sửa đổi quy định đang được xem xét"),
         gettext_lazy("Kiến nghị chưa giải quyết, lý do ghi trong câu trả lời là cần sửa đổi quy định của pháp luật."),
         of_list("can-sua-luat")),
    Kind("ket-qua-nhieu-ky", "4", gettext_lazy("Kết quả giải quyết kiến nghị tồn qua nhiều kỳ họp"),
         gettext_lazy("Mọi kiến nghị đã có lần chuyển sang kỳ họp sau, kể cả đã giải quyết xong."),
         of_list("chuyen-ky", _times_carried, gettext_lazy("Số kỳ họp chuyển tiếp"))),
    Kind("con-ton", "5", gettext_lazy("Kiến nghị còn tồn qua nhiều kỳ họp"),
         gettext_lazy("Kiến nghị đã chuyển sang kỳ họp sau ít nhất một lần và chưa kết thúc."),
         of_list("nhieu-ky", _times_carried, gettext_lazy("Số kỳ họp chuyển tiếp"))),
    Kind("trong-ky", "5b", gettext_lazy("Kiến nghị trong kỳ đang được giải quyết"),
         gettext_lazy("Kiến nghị đã chuyển giải quyết, chưa qua kỳ họp nào và chưa kết thúc."), of_list("trong-ky")),
    Kind("giam-sat", "6", gettext_lazy("Nội dung đề nghị đưa vào giám sát"),
         gettext_lazy("Kiến nghị chưa kết thúc mà đã hỏi lại, mở lại hoặc câu trả lời bị đánh giá chưa đạt yêu cầu."),
         of_list("nen-giam-sat")),
    Kind("ngay-nhan", "9", gettext_lazy("Ngày nhận văn bản trả lời của từng cơ quan"),
         gettext_lazy("Mỗi văn bản trả lời: ngày trả lời, ngày ghi nhận được và hạn sớm nhất của các kiến nghị nó trả lời."),
         received_on),
    Kind("phan-loai", "10", gettext_lazy("Phân loại sơ bộ theo lĩnh vực và thẩm quyền"),
         gettext_lazy("Mỗi kiến nghị tính một lần, theo lĩnh vực và cấp có thẩm quyền đã phân loại."), classified),
    Kind("tap-hop-tra-loi", "11", gettext_lazy("Tập hợp câu trả lời"),
         gettext_lazy("Từng kiến nghị đã trả lời đặt cạnh nguyên văn câu trả lời gần nhất."), collected),
    Kind("theo-co-quan", "12", gettext_lazy("Trả lời của từng cơ quan"),
         gettext_lazy("Số đã trả lời của từng cơ quan, tách theo kết quả mà văn bản trả lời ghi; bên cạnh là số được chấp nhận đã giải quyết xong."),
         by_outcome("lead", "co-quan", gettext_lazy("Cơ quan"))),
    Kind("to-dai-bieu", "13", gettext_lazy("Hoạt động của các Tổ đại biểu"),
         gettext_lazy("Buổi tiếp xúc đã tổ chức của từng Tổ và kiến nghị nêu tại đó; buổi có nhiều Tổ được tính cho mỗi Tổ."),
         of_groups),
    Kind("len-cap-tren", "14", gettext_lazy("Kiến nghị chuyển lên cấp trên"),
         gettext_lazy("Kiến nghị đã chuyển mà thẩm quyền thuộc cấp trên của nơi đang theo dõi."), of_list("len-cap-tren")),
    Kind("phan-loai-rieng", "15", gettext_lazy("Kết quả trả lời theo phân loại chung và phân loại riêng"),
         gettext_lazy("Mỗi phân loại riêng của Hội đồng nhân dân được tính vào một kết quả chung; cộng lại đúng bằng kết quả đó."),
         by_own_class),
)  # fmt: skip
"""The annexes in their order. The numbers up to 9 are those of the set in use at a provincial delegation's office."""


def kind_of(name: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.name == name), None)


def values(rows: Iterable[Row]) -> list[list[object]]:
    """Return the bare values of the cells, as a file holds them."""
    return [[cell.value if cell.value is not None else "" for cell in row] for row in rows]
