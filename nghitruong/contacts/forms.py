"""HTTP text to clean values for voter contact."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nghitruong.base.fields import day_field
from nghitruong.base.official import official
from nghitruong.contacts import rules
from nghitruong.contacts.enums import OpinionKind, RoundKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import Mode
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ
from nghitruong.territory.models import Unit


def _time(label: Any, **values: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **values)


class RoundForm(forms.Form):
    kind = forms.ChoiceField(label=_("Loại đợt"), choices=RoundKind.choices)
    title = forms.CharField(label=_("Tên đợt"), max_length=300)
    session = forms.ModelChoiceField(
        label=_("Gắn với kỳ họp"),
        required=False,
        queryset=Meeting.objects.none(),
        empty_label="–",
        help_text=_("Bắt buộc với đợt trước và sau kỳ họp."),
    )
    starts_on = day_field(_("Từ ngày"))
    ends_on = day_field(_("Đến ngày"))
    plan = forms.CharField(
        label=_("Kế hoạch, văn bản đồng ý số"),
        max_length=100,
        required=False,
        help_text=_(
            "Tiếp xúc ngoài đơn vị bầu cử, tiếp xúc cá nhân hoặc nhóm cử tri cần văn bản đồng ý của Thường trực "
            "(Nghị quyết liên tịch số 72/2025, Điều 32, Điều 33)."
        ),
    )

    def __init__(self, *args: Any, council: Organ, shown: Round | None = None, **kwargs: Any) -> None:
        if shown is not None:
            names = ("kind", "title", "starts_on", "ends_on", "plan")
            kwargs["initial"] = {name: getattr(shown, name) for name in names} | {"session": shown.session_id}
        super().__init__(*args, **kwargs)
        session: Any = self.fields["session"]
        session.queryset = meetings.sessions_of([council.pk])


class PointForm(forms.Form):
    """A point: place, time, host, chair, groups; delegates are chosen when it is added, later on the call page."""

    hamlets = forms.CharField(
        label=_("Thôn, tổ dân phố dự"),
        max_length=300,
        required=False,
        help_text=_("Nhiều nơi thì cách nhau bằng dấu phẩy. Dùng để biết nơi nào chưa được tiếp xúc."),
    )
    mode = forms.ChoiceField(
        label=_("Hình thức"),
        choices=Mode.choices,
        help_text=_("Không họp được thì chọn thu nhận bằng văn bản và ghi nơi nhận ở ô địa điểm."),
    )
    place = forms.CharField(label=_("Địa điểm hoặc nơi nhận ý kiến"), max_length=300)
    unit = forms.ModelChoiceField(
        label=_("Xã, phường, đặc khu"), required=False, queryset=Unit.objects.none(), empty_label="–"
    )
    on = day_field(_("Ngày"))
    begins = _time(_("Bắt đầu lúc"))
    ends = _time(_("Kết thúc lúc"), required=False)
    ends_on = day_field(_("Đến hết ngày"), required=False, help_text=_("Chỉ ghi khi thu nhận ý kiến nhiều ngày."))
    host = forms.ModelChoiceField(
        label=_("Đơn vị chủ nhà"), required=False, queryset=Organ.objects.none(), empty_label="–"
    )
    chair = forms.CharField(
        label=_("Chủ trì"),
        max_length=200,
        required=False,
        help_text=_(
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp chủ trì; tại nơi làm việc là thủ trưởng đơn vị "
            "hoặc chủ tịch công đoàn (Nghị quyết liên tịch số 72/2025, Điều 24)."
        ),
    )
    audience = forms.CharField(
        label=_("Đối tượng cử tri"),
        max_length=200,
        required=False,
        help_text=_("Với đợt theo đối tượng hoặc chuyên đề: nông dân, công nhân, hộ có đất thu hồi…"),
    )
    groups = forms.ModelMultipleChoiceField(
        label=_("Tổ đại biểu"), required=False, queryset=Organ.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    delegates = forms.MultipleChoiceField(
        label=_("Đại biểu được phân công"), required=False, widget=forms.CheckboxSelectMultiple
    )
    guests = forms.CharField(
        label=_("Đại biểu khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Đại biểu Quốc hội hoặc người chưa có trong danh sách, mỗi dòng một người."),
    )
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, shown: Round, point: Point | None = None, **kwargs: Any) -> None:
        council = shown.council
        if point is None:
            kwargs["initial"] = _new_point(council, shown)
        else:
            kwargs["initial"] = _initial(point)
        super().__init__(*args, **kwargs)
        self.point = point
        fields: dict[str, Any] = self.fields
        own = Organ.objects.filter(council=council).order_by("sort_key")
        fields["unit"].queryset = _units(council)
        fields["host"].queryset = own.on(shown.starts_on)
        fields["groups"].queryset = own.filter(kind=OrganKind.GROUP)
        self.known: dict[int, Membership] = {}
        if point is not None:
            del self.fields["delegates"], self.fields["guests"]
            return
        self._offer_delegates(council, shown)

    def _offer_delegates(self, council: Organ, shown: Round) -> None:
        """Offer each delegate once for each council, those of this council first."""
        seen: set[tuple[int, int]] = set()
        levels: dict[str, list[tuple[str, str]]] = {}
        around = meetings.councils_around(council)
        for office in meetings.delegates_on(around, shown.starts_on).select_related("organ__council"):
            body = office.organ if office.organ.kind == OrganKind.COUNCIL else office.organ.council
            if body is None or (office.person_id, body.pk) in seen:
                continue
            seen.add((office.person_id, body.pk))
            self.known[office.pk] = office
            levels.setdefault(body.name, []).append((str(office.pk), office.person.name))
        own = levels.pop(council.name, [])
        fields: dict[str, Any] = self.fields
        fields["delegates"].choices = [(council.name, own), *levels.items()] if own else list(levels.items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        on, begins = cleaned.get("on"), cleaned.get("begins")
        if on and begins:
            cleaned["starts_at"] = timezone.make_aware(datetime.combine(on, begins))
        if on and cleaned.get("ends"):
            cleaned["ends_at"] = timezone.make_aware(datetime.combine(cleaned.get("ends_on") or on, cleaned["ends"]))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.add_point` or `services.edit_point`."""
        skipped = {"on", "begins", "ends", "ends_on", "delegates", "guests"}
        values = {name: value for name, value in self.cleaned_data.items() if name not in skipped}
        if self.point is None:
            values["delegates"] = [self.known[int(pk)] for pk in self.cleaned_data["delegates"]]
            values["guests"] = [line[:200] for line in self.cleaned_data["guests"].splitlines()]
        return values


def _units(council: Organ) -> Any:
    below = Unit.objects.filter(parent_id=council.unit_id or 0, valid_to__isnull=True)
    return (below | Unit.objects.filter(pk=council.unit_id or 0)).order_by("sort_key")


def _new_point(council: Organ, shown: Round) -> dict[str, Any]:
    front = Organ.objects.filter(council=council, kind=OrganKind.FRONT).first()
    chair = official("Ban Thường trực %(front)s", front=front.name) if front else ""
    return {
        "on": shown.starts_on,
        "unit": council.unit_id,
        "host": front.pk if front else None,
        "chair": chair,
        "mode": Mode.IN_PERSON,
    }


def _initial(point: Point) -> dict[str, Any]:
    meeting = point.meeting
    starts = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(meeting.ends_at) if meeting.ends_at else None
    return {
        "hamlets": point.hamlets,
        "audience": point.audience,
        "mode": meeting.mode,
        "place": meeting.place,
        "unit": meeting.unit_id,
        "on": starts.date(),
        "begins": starts.time(),
        "ends": ends.time() if ends else None,
        "ends_on": ends.date() if ends and ends.date() != starts.date() else None,
        "host": meeting.host_id,
        "chair": meeting.chair,
        "note": meeting.note,
        "groups": [group.pk for group in point.groups.all()],
    }


class HoldForm(forms.Form):
    people_present = forms.IntegerField(label=_("Số cử tri dự"), min_value=0, max_value=100_000)
    speakers = forms.IntegerField(label=_("Số người phát biểu"), min_value=0, max_value=100_000, required=False)
    chair = forms.CharField(label=_("Người chủ trì"), max_length=200, required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class NoteForm(forms.Form):
    """One line in the hall: words, @ before the voter's name, # before the hamlet, a kind; nothing else asked."""

    text = forms.CharField(label=_("Ý kiến của cử tri"), max_length=5000)
    kind = forms.ChoiceField(choices=OpinionKind.choices, required=False)
    client_key = forms.CharField(max_length=64, required=False)

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.take_opinion`."""
        line, hamlet = rules.lives_in(self.cleaned_data["text"])
        words, voter = rules.said_by(line)
        return {
            "text": words,
            "voter": voter,
            "hamlet": hamlet,
            "kind": self.cleaned_data["kind"] or OpinionKind.PETITION,
            "client_key": self.cleaned_data["client_key"],
        }


class OpinionForm(forms.Form):
    text = forms.CharField(label=_("Nguyên văn"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))
    voter = forms.CharField(label=_("Cử tri"), max_length=200, required=False)
    voter_address = forms.CharField(label=_("Địa chỉ cử tri"), max_length=200, required=False)
    voices = forms.IntegerField(label=_("Số người cùng ý kiến"), min_value=1, max_value=100_000, initial=1)
    hamlet = forms.CharField(label=_("Thôn, tổ dân phố"), max_length=120, required=False)
    unit = forms.ModelChoiceField(
        label=_("Xã, phường, đặc khu"), required=False, queryset=Unit.objects.none(), empty_label="–"
    )

    def __init__(self, *args: Any, opinion: Opinion, **kwargs: Any) -> None:
        names = ("text", "voter", "voter_address", "voices", "hamlet")
        kwargs["initial"] = {name: getattr(opinion, name) for name in names} | {"unit": opinion.unit_id}
        super().__init__(*args, **kwargs)
        unit: Any = self.fields["unit"]
        unit.queryset = _units(opinion.point.round.council) | Unit.objects.filter(pk=opinion.unit_id or 0)


class ReclassifyForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=OpinionKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Khiếu nại, tố cáo không phải là kiến nghị: chọn loại này thì nội dung và tên cử tri được bỏ khỏi sổ, "
            "cử tri được hướng dẫn gửi nơi tiếp công dân (Nghị quyết liên tịch số 72/2025, Điều 37)."
        ),
    )
    reason = forms.CharField(label=_("Lý do"), max_length=300, required=False)


class AnswerForm(forms.Form):
    text = forms.CharField(
        label=_("Nội dung trả lời"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Để trống cả hai ô là bỏ phần trả lời đã ghi nhầm."),
    )
    answered_by = forms.CharField(label=_("Người trả lời"), max_length=200, required=False)


class PeriodForm(forms.Form):
    """Two days in an address; without them the year so far."""

    tu = day_field(_("Từ ngày"), required=False)
    den = day_field(_("Đến ngày"), required=False)

    def period(self, today: date) -> tuple[date, date]:
        """Return the first and last day, in order whichever way they were given."""
        self.is_valid()
        first = self.cleaned_data.get("tu") or date(today.year, 1, 1)
        last = self.cleaned_data.get("den") or today
        return min(first, last), max(first, last)

    def narrowed(self, points: QuerySet[Point]) -> QuerySet[Point]:
        """Return the points of the days given; a day not given sets no bound."""
        self.is_valid()
        if first := self.cleaned_data.get("tu"):
            points = points.filter(meeting__starts_at__gte=_moment(first, time.min))
        if last := self.cleaned_data.get("den"):
            points = points.filter(meeting__starts_at__lte=_moment(last, time.max))
        return points


def _moment(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))


class SourceForm(forms.Form):
    file = forms.FileField(
        label=_("Ảnh hoặc ghi âm"),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp,audio/*"}),
        help_text=_(
            "Chỉ văn phòng, Thường trực và người dự buổi này xem, nghe được. Vị trí chụp trong ảnh được xóa khi lưu."
        ),
    )
