"""HTTP text to clean values for meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nghitruong.base.fields import day_field
from nghitruong.meetings import selectors
from nghitruong.meetings.enums import MeetingKind, Mode, Part, Presence, SessionType
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.meetings.services import Mark, Matter, Said, Seat
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.territory.models import Unit


def time_field(label: Any, **values: Any) -> forms.TimeField:
    """Return a field for an hour and minute."""
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **values)


class MeetingForm(forms.Form):
    """Plans or corrects a meeting; a session also has its number, type and term."""

    kind = forms.ChoiceField(label=_("Loại"))
    number = forms.IntegerField(
        label=_("Kỳ họp thứ"),
        required=False,
        min_value=1,
        max_value=200,
        help_text=_("Chỉ ghi với kỳ họp; kỳ họp mọi loại đánh số chung một dãy trong nhiệm kỳ."),
    )
    session_type = forms.ChoiceField(label=_("Loại kỳ họp"), required=False, choices=[("", "–"), *SessionType.choices])
    term = forms.ModelChoiceField(label=_("Nhiệm kỳ"), required=False, queryset=Term.objects.none(), empty_label="–")
    title = forms.CharField(
        label=_("Tên"),
        max_length=300,
        required=False,
        help_text=_("Kỳ họp để trống thì lấy tên chính thức theo số thứ tự."),
    )
    on = day_field(_("Ngày"))
    begins = time_field(_("Bắt đầu lúc"))
    ends_on = day_field(_("Đến hết ngày"), required=False, help_text=_("Chỉ ghi khi họp nhiều ngày."))
    ends = time_field(_("Kết thúc lúc"), required=False)
    mode = forms.ChoiceField(label=_("Hình thức"), choices=Mode.choices)
    place = forms.CharField(label=_("Địa điểm"), max_length=300)
    unit = forms.ModelChoiceField(label=_("Địa bàn"), required=False, queryset=Unit.objects.none(), empty_label="–")
    host = forms.ModelChoiceField(
        label=_("Đơn vị chủ nhà"), required=False, queryset=Organ.objects.none(), empty_label="–"
    )
    chair = forms.CharField(label=_("Chủ trì"), max_length=200, required=False)
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, council: Organ, meeting: Meeting | None = None, **kwargs: Any) -> None:
        if meeting is not None:
            kwargs["initial"] = {**initial_of(meeting), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [choice for choice in MeetingKind.choices if choice[0] != MeetingKind.CONTACT.value]
        fields["term"].queryset = Term.objects.filter(council=council)
        fields["host"].queryset = Organ.objects.filter(council=council).order_by("sort_key")
        fields["unit"].queryset = Unit.objects.filter(pk=council.unit_id or 0)
        if meeting is not None:
            fields["kind"].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        on, begins = cleaned.get("on"), cleaned.get("begins")
        if on and begins:
            cleaned["starts_at"] = timezone.make_aware(datetime.combine(on, begins))
        if on and cleaned.get("ends"):
            cleaned["ends_at"] = timezone.make_aware(datetime.combine(cleaned.get("ends_on") or on, cleaned["ends"]))
        if cleaned.get("kind") != MeetingKind.SESSION and not cleaned.get("title"):
            self.add_error("title", _("Hãy ghi tên cuộc họp."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.plan` and `services.edit` (which takes no kind)."""
        skipped = {"on", "begins", "ends", "ends_on"} | ({"kind"} if self.meeting else set())
        return {name: value for name, value in self.cleaned_data.items() if name not in skipped}


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """Return what a form shows of a meeting that stands."""
    starts = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(meeting.ends_at) if meeting.ends_at else None
    return {
        "kind": meeting.kind,
        "number": meeting.number,
        "session_type": meeting.session_type,
        "term": meeting.term_id,
        "title": meeting.title,
        "on": starts.date(),
        "begins": starts.time(),
        "ends_on": ends.date() if ends and ends.date() != starts.date() else None,
        "ends": ends.time() if ends else None,
        "mode": meeting.mode,
        "place": meeting.place,
        "unit": meeting.unit_id,
        "host": meeting.host_id,
        "chair": meeting.chair,
        "note": meeting.note,
    }


class HoldForm(forms.Form):
    people_present = forms.IntegerField(label=_("Số người dự"), min_value=0, max_value=100_000, required=False)
    speakers = forms.IntegerField(label=_("Số người phát biểu"), min_value=0, max_value=100_000, required=False)
    chair = forms.CharField(label=_("Người chủ trì"), max_length=200, required=False)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Lý do"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class CallForm(forms.Form):
    """Offices of the council and of the level above, by organ; guests by name, one a line."""

    part = forms.ChoiceField(label=_("Dự với tư cách"), choices=Part.choices)
    offices = forms.MultipleChoiceField(label=_("Người được mời"), required=False, widget=forms.CheckboxSelectMultiple)
    guests = forms.CharField(
        label=_("Khách mời khác"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một người: họ tên, chức vụ."),
    )

    def __init__(self, *args: Any, councils: Iterable[int], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {office.pk: office for office in selectors.callable_offices(councils, on)}
        groups: dict[str, list[tuple[str, str]]] = {}
        for office in self.known.values():
            label = f"{office.person.name}, {office.title or office.get_role_display()}"
            groups.setdefault(office.organ.name, []).append((str(office.pk), label))
        fields: dict[str, Any] = self.fields
        fields["offices"].choices = list(groups.items())

    def memberships(self) -> list[Membership]:
        return [self.known[int(pk)] for pk in self.cleaned_data["offices"]]

    def names(self) -> list[str]:
        return [line[:200] for line in self.cleaned_data["guests"].splitlines()]


class AttendanceSheet:
    """The attendance sheet: one row a person, read from fields p-<id> (presence) and r-<id> (reason)."""

    def __init__(self, rows: list[Attendance], data: Any = None) -> None:
        self.rows = rows
        self.data = data

    def marks(self) -> dict[int, Mark]:
        """Return a mark for each row the sheet names; an unknown presence counts as not marked."""
        found = {}
        for row in self.rows:
            presence = self.data.get(f"p-{row.pk}", row.presence)
            if presence in Presence.values:
                found[row.pk] = Mark(presence, str(self.data.get(f"r-{row.pk}", row.reason))[:200])
        return found

    def lines(self) -> list[dict[str, Any]]:
        """Return the rows as drawn: what was typed stays when the sheet comes back with an error."""
        marks = self.marks() if self.data else {}
        return [
            {
                "row": row,
                "name": row.membership.person.name if row.membership else row.guest,
                "office": (row.membership.title or row.membership.get_role_display()) if row.membership else "",
                "organ": row.membership.organ.name if row.membership else "",
                "presence": marks[row.pk].presence if row.pk in marks else row.presence,
                "reason": marks[row.pk].reason if row.pk in marks else row.reason,
            }
            for row in self.rows
        ]


class PartiesForm(forms.Form):
    """Organs called as bodies: the council's own, those under it and above."""

    organs_called = forms.MultipleChoiceField(
        label=_("Cơ quan, tổ chức"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, meeting: Meeting, on: date, **kwargs: Any) -> None:
        called = [party.organ for party in meeting.parties.select_related("organ")]
        kwargs["initial"] = {"organs_called": [str(organ.pk) for organ in called]}
        super().__init__(*args, **kwargs)
        self.known = {organ.pk: organ for organ in [*selectors.organs_around(meeting.council, on), *called]}
        fields: dict[str, Any] = self.fields
        fields["organs_called"].choices = [(str(pk), organ.name) for pk, organ in self.known.items()]

    def organs(self) -> list[Organ]:
        return [self.known[int(pk)] for pk in self.cleaned_data["organs_called"]]


class Sheet(forms.BaseFormSet):  # type: ignore[type-arg] # Django's own class takes no parameter at run time
    """Rows filled in one go; a row marked to go, or left blank, is left out."""

    def rows(self) -> list[dict[str, Any]]:
        return [row for row in self.cleaned_data if row and not row.get("DELETE")]


class SiteRow(forms.Form):
    place = forms.CharField(label=_("Điểm cầu"), max_length=200)
    host = forms.TypedChoiceField(label=_("Cơ quan chủ trì"), required=False, coerce=int, empty_value=None)
    people = forms.CharField(label=_("Người dự tại điểm cầu"), max_length=500, required=False)
    people_present = forms.IntegerField(label=_("Số người"), min_value=0, max_value=10_000, required=False)

    def __init__(self, *args: Any, hosts: dict[int, Organ], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hosts = hosts
        fields: dict[str, Any] = self.fields
        fields["host"].choices = [("", "–"), *((str(pk), organ.name) for pk, organ in hosts.items())]

    def clean_host(self) -> Organ | None:
        return self.hosts.get(self.cleaned_data["host"] or 0)


class AgendaRow(forms.Form):
    pk = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(label=_("Nội dung"), max_length=500)
    reporter = forms.CharField(label=_("Người báo cáo"), max_length=200, required=False)


class MinutesRow(forms.Form):
    pk = forms.IntegerField(widget=forms.HiddenInput)
    said = forms.CharField(label=_("Ý kiến phát biểu"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    conclusion = forms.CharField(label=_("Kết luận"), required=False, widget=forms.Textarea(attrs={"rows": 2}))


def sites_sheet(meeting: Meeting, hosts: list[Organ], data: Any) -> Sheet:
    """Return the sheet of sites as they stand, with room for more."""
    sites = list(meeting.sites.select_related("host"))
    known = {organ.pk: organ for organ in [*hosts, *(site.host for site in sites if site.host)]}
    made = forms.formset_factory(SiteRow, formset=Sheet, extra=4, can_delete=True, max_num=200)
    initial = [
        {
            "place": site.place,
            "host": str(site.host_id or ""),
            "people": site.people,
            "people_present": site.people_present,
        }
        for site in sites
    ]
    return cast("Sheet", made(data, initial=initial, prefix="s", form_kwargs={"hosts": known}))


def sites_of(sheet: Sheet) -> list[Seat]:
    return [
        Seat(place=row["place"], host=row.get("host"), people=row["people"], people_present=row.get("people_present"))
        for row in sheet.rows()
    ]


def agenda_sheet(meeting: Meeting, data: Any) -> Sheet:
    """Return the sheet of agenda lines as they stand, with room for more."""
    made = forms.formset_factory(AgendaRow, formset=Sheet, extra=4, can_delete=True, can_order=True, max_num=100)
    initial = [{"pk": item.pk, "what": item.what, "reporter": item.reporter} for item in meeting.agenda.all()]
    return cast("Sheet", made(data, initial=initial, prefix="n"))


def matters_of(sheet: Sheet) -> list[Matter]:
    """Return the lines in the order their numbers ask for; a new line without a number comes last."""
    rows = sorted(sheet.rows(), key=lambda row: row.get("ORDER") or 10_000)
    return [Matter(what=row["what"], reporter=row["reporter"], pk=row.get("pk")) for row in rows]


def minutes_sheet(meeting: Meeting, data: Any) -> Sheet:
    """Return one row for each line of the agenda."""
    items = list(meeting.agenda.all())
    made = forms.formset_factory(MinutesRow, formset=Sheet, extra=0, max_num=100)
    initial = [{"pk": item.pk, "said": item.said, "conclusion": item.conclusion} for item in items]
    sheet = cast("Sheet", made(data, initial=initial, prefix="b"))
    for row, item in zip(sheet.forms, items, strict=False):
        row.item = item
    return sheet


def said_of(sheet: Sheet) -> dict[int, Said]:
    return {row["pk"]: Said(row["said"], row["conclusion"]) for row in sheet.rows()}
