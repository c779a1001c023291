"""HTTP text to clean values for coordination."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nghitruong.base.fields import Chosen, day_field
from nghitruong.coordination.enums import Group, Part, TaskKind
from nghitruong.coordination.models import ConclusionNotice, Task
from nghitruong.coordination.services import Asked, Signing
from nghitruong.documents import selectors as registers
from nghitruong.documents.enums import Capacity
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ

CONCLUDE = [OrganKind.STANDING, OrganKind.COMMITTEE, OrganKind.COUNCIL]


def _words(label: Any, rows: int, **values: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **values)


def capacity_field() -> forms.ChoiceField:
    """Return the field for the capacity in which somebody signs; left open it follows from the office."""
    return forms.ChoiceField(
        label=_("Quyền hạn ký"), required=False, choices=[("", _("theo chức vụ của người ký")), *Capacity.choices]
    )


def _office(held: Membership) -> str:
    return f"{held.person.name}, {held.office}, {held.organ.display}"


class OrgansField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg] # no parameter at run time
    def __init__(self, **values: Any) -> None:
        super().__init__(queryset=Organ.objects.none(), widget=forms.CheckboxSelectMultiple, **values)


def _around(council: Organ, on: date, chosen: list[int]) -> Any:
    """Organs to choose from on the day; those already chosen stay, whatever became of them."""
    near = meetings.organs_around(council, on).values_list("pk", flat=True)
    return Organ.objects.filter(pk__in=[*near, *chosen]).order_by("sort_key")


class ConclusionForm(forms.Form):
    """The notice itself; what it asks is added piece by piece."""

    organ = Chosen(label=_("Cơ quan kết luận"))
    title = _words(_("Trích yếu"), 2, max_length=500)
    held_on = day_field(_("Ngày họp"))
    place = forms.CharField(label=_("Nơi họp"), max_length=300, required=False)
    chairs = forms.CharField(label=_("Chủ trì"), max_length=300, required=False)
    attendants = _words(_("Thành phần dự"), 3, required=False)
    results = _words(_("Kết quả đạt được"), 6, required=False)
    limitations = _words(_("Tồn tại, hạn chế"), 5, required=False)
    signatory = Chosen(
        label=_("Người sẽ ký"), required=False, help_text=_("Số và ngày do sổ văn bản đi cấp khi ký ban hành.")
    )
    capacity = capacity_field()
    recipients = OrgansField(
        label=_("Nơi nhận"),
        required=False,
        help_text=_(
            "Cơ quan được giao nhiệm vụ tự được thêm vào nơi nhận khi ban hành; thông báo không giao nhiệm vụ thì phải có nơi nhận."
        ),
    )
    recipients_text = _words(_("Nơi nhận khác"), 2, required=False, help_text=_("Mỗi dòng một nơi."))

    def __init__(
        self,
        *args: Any,
        council: Organ,
        today: date,
        notice: ConclusionNotice | None = None,
        meeting: Meeting | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = initial_of(notice) if notice is not None else _from_meeting(meeting)
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        on = notice.held_on if notice else timezone.localdate(meeting.starts_at) if meeting else today
        fields: dict[str, Any] = self.fields
        found = Organ.objects.on(on).filter(council=council, kind__in=CONCLUDE) | Organ.objects.filter(pk=council.pk)
        own = list(found.select_related("council").order_by("sort_key"))
        fields["organ"].offer(own)
        if notice is None:
            self.initial["organ"] = next((o.pk for o in own if o.kind == OrganKind.STANDING), council.pk)
        fields["recipients"].queryset = _around(council, on, self.initial.get("recipients", []))
        concluding = notice.organ if notice else next((o for o in own if o.kind == OrganKind.STANDING), council)
        offered = registers.signers(concluding, today)
        if notice is not None and notice.signatory is not None and notice.signatory not in offered:
            offered.append(notice.signatory)
        fields["signatory"].offer(offered, _office)

    def values(self) -> dict[str, Any]:
        """Return the keyword arguments of `services.draft_conclusion` and `services.edit_conclusion`."""
        values = {name: value for name, value in self.cleaned_data.items() if name not in {"capacity", "signatory"}}
        signing = Signing(self.cleaned_data["signatory"], self.cleaned_data["capacity"])
        return values | {"signing": signing, "recipients": list(self.cleaned_data["recipients"])}


def initial_of(notice: ConclusionNotice) -> dict[str, Any]:
    """Return what a form shows of a draft that stands."""
    plain = ("title", "held_on", "place", "chairs", "attendants", "results", "limitations", "capacity",
             "recipients_text")  # fmt: skip
    recipients = [each.organ_id for each in notice.recipients.all()]
    signs = {"organ": notice.organ_id, "signatory": notice.signatory_id}
    return {**signs, "recipients": recipients, **{name: getattr(notice, name) for name in plain}}


def _from_meeting(meeting: Meeting | None) -> dict[str, Any]:
    """Return what the record of a meeting already says."""
    if meeting is None:
        return {}
    sites = list(meeting.sites.all())
    parties = [party.organ for party in meeting.parties.select_related("organ")]
    attendants = [organ.name for organ in parties]
    if sites:
        attendants.append(str(_("đại biểu tại %(count)s điểm cầu")) % {"count": len(sites)})
    concluded = [f"{item.what}: {item.conclusion}" for item in meeting.agenda.all() if item.conclusion]
    return {
        "title": str(_("Kết luận tại %(meeting)s ngày %(on)s"))
        % {"meeting": meeting.title, "on": f"{timezone.localdate(meeting.starts_at):%d/%m/%Y}"},
        "held_on": timezone.localdate(meeting.starts_at),
        "place": meeting.place,
        "chairs": meeting.chair,
        "attendants": "; ".join(attendants),
        "results": "\n".join(concluded),
        "recipients": [organ.pk for organ in parties],
    }


class MeetingChoice(forms.Form):
    """From which meeting a notice follows; none: it stands by itself."""

    hop = forms.ModelChoiceField(queryset=Meeting.objects.none(), required=False)

    def __init__(self, *args: Any, council: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["hop"].queryset = Meeting.objects.filter(council=council).exclude(state=MeetingState.CANCELLED)


class TaskForm(forms.Form):
    """One thing that is asked: of whom in the text's words, of which organs, what and by when."""

    kind = forms.ChoiceField(label=_("Loại"), choices=TaskKind.choices)
    section = forms.CharField(label=_("Mục trong thông báo"), max_length=40, required=False)
    addressee = forms.CharField(label=_("Giao cho (ghi như văn bản)"), max_length=300)
    group = forms.ChoiceField(
        label=_("Nhóm cơ quan"),
        choices=[("", "–"), *Group.choices],
        required=False,
        help_text=_("Chọn nhóm mà không chọn cơ quan nào thì lấy mọi cơ quan của nhóm đang hoạt động ngày họp."),
    )
    organs = OrgansField(label=_("Cơ quan chủ trì"), required=False)
    cooperating = OrgansField(label=_("Cơ quan phối hợp"), required=False)
    what = _words(_("Việc phải làm"), 3, max_length=500)
    due_on = day_field(
        _("Thời hạn"), required=False, help_text=_("Chỉ ghi khi văn bản nêu; để trống thì sổ ghi là chưa có thời hạn.")
    )
    due_words = forms.CharField(label=_("Thời hạn theo lời văn bản"), max_length=200, required=False)

    def __init__(self, *args: Any, notice: ConclusionNotice, task: Task | None = None, **kwargs: Any) -> None:
        if task is not None:
            kwargs["initial"] = initial_of_task(task)
        super().__init__(*args, **kwargs)
        self.task = task
        chosen = [*self.initial.get("organs", []), *self.initial.get("cooperating", [])]
        fields: dict[str, Any] = self.fields
        around = _around(notice.council, notice.held_on, chosen)
        fields["organs"].queryset = fields["cooperating"].queryset = around

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = [name for name in ("due_on", "group", "organs", "cooperating") if cleaned.get(name)]
        if cleaned.get("kind") == TaskKind.PROPOSAL and given:
            self.add_error(
                "kind", _("Đề xuất lên cấp trên không giao việc nên không có thời hạn và cơ quan thực hiện, phối hợp.")
            )
        return cleaned

    def asked(self) -> Asked:
        values = dict(self.cleaned_data)
        if self.task is not None and values["group"] and values["group"] != self.task.group:
            values["organs"] = []
        return Asked(**values | {"organs": list(values["organs"]), "cooperating": list(values["cooperating"])})


def initial_of_task(task: Task) -> dict[str, Any]:
    """Return what a form shows of a task that stands."""
    shares = list(task.assignments.all())
    plain = ("kind", "section", "addressee", "group", "what", "due_on", "due_words")
    return {
        "organs": [share.organ_id for share in shares if share.part == Part.LEAD],
        "cooperating": [share.organ_id for share in shares if share.part == Part.HELPS],
        **{name: getattr(task, name) for name in plain},
    }


class IssueForm(forms.Form):
    """Who signs, judged on the day; number and date are the register's."""

    signer = Chosen(label=_("Người ký"), help_text=_("Chỉ hiện người giữ chức vụ ký được văn bản này hôm nay."))
    capacity = capacity_field()
    authorised_by = forms.CharField(
        label=_("Văn bản ủy quyền"), required=False, max_length=200, help_text=_("Chỉ ghi khi ký thừa ủy quyền (TUQ.).")
    )

    def __init__(self, *args: Any, notice: ConclusionNotice, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"signer": notice.signatory_id, "capacity": notice.capacity}
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["signer"].offer(registers.signers(notice.organ, today), _office)


class EnterForm(forms.Form):
    """What the text issued outside of the system bears; the text itself where the draft has no source."""

    number = forms.CharField(
        label=_("Số, ký hiệu ghi trên văn bản"),
        max_length=80,
        required=False,
        help_text=_("Để trống khi văn bản không ghi số."),
    )
    on = day_field(_("Ngày ghi trên văn bản"), required=False)
    file = forms.FileField(label=_("Văn bản đã ban hành"))

    def __init__(self, *args: Any, notice: ConclusionNotice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if notice.source_id is not None:
            self.fields["file"].required = False


class ReasonForm(forms.Form):
    reason = _words(_("Lý do"), 2, max_length=300)


class ReceiptForm(forms.Form):
    received_by = forms.CharField(
        label=_("Người nhận"),
        max_length=300,
        required=False,
        help_text=_("Để trống khi chính bạn nhận thay mặt cơ quan mình."),
    )


class ReportForm(forms.Form):
    percent = forms.IntegerField(label=_("Đã làm được (%)"), min_value=0, max_value=100)
    words = _words(_("Kết quả, khó khăn"), 4, max_length=1000)
    on = day_field(_("Ngày"))
    file = forms.FileField(label=_("Tài liệu, bằng chứng"), required=False)
    is_done = forms.BooleanField(
        label=_("Đã hoàn thành, đề nghị chấp nhận kết quả"),
        required=False,
        help_text=_("Việc chỉ đóng khi cơ quan kết luận chấp nhận."),
    )
