"""One view a deed: load, one call, answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest
from nghitruong.base.policy import Verdict
from nghitruong.contacts.models import Opinion
from nghitruong.documents import services as documents
from nghitruong.documents.models import StoredFile
from nghitruong.organisation.models import Organ
from nghitruong.petitions import forms, policies, services
from nghitruong.petitions.enums import DEED_LABELS
from nghitruong.petitions.models import Petition
from nghitruong.petitions.selectors import proposals, repeats
from nghitruong.ui.rules import Pair, beside


def load(request: ActorRequest, pk: int) -> Petition:
    """Return the petition if the actor may see it, with what its deeds judge by."""
    rows = Petition.objects.visible_to(request.actor).select_related(
        "keeper__unit", "council__unit", "lead", "unit", "field", "session"
    )
    return get_object_or_404(rows, pk=pk)


def own_council(request: ActorRequest) -> Organ:
    """Return the council of the acting office; there is no such page for an office without one."""
    return get_object_or_404(
        Organ.objects.visible_to(request.actor).select_related("unit"), pk=request.actor.council_id
    )


def given(request: ActorRequest, petition: Petition | None = None) -> dict[str, Any]:
    return {"actor": request.actor, "petition": petition, "today": timezone.localdate()}


def day(value: date | None) -> str:
    return value.strftime("%d/%m/%Y") if value else _("chưa có thời hạn")


def kept(request: ActorRequest, upload: Any) -> StoredFile | None:
    """Store an uploaded file, if there is one."""
    if upload is None:
        return None
    return documents.store(name=upload.name or "", content=upload.read(), actor=request.actor, at=timezone.now())


def perform(
    request: ActorRequest,
    petition: Petition,
    form: forms.DeedForm,
    *,
    deed: str,
    verdict: Verdict,
    call: Callable[[], Any],
    said: Callable[[Any], str],
    more: dict[str, Any] | None = None,
    then: str = "",
) -> HttpResponse:
    """Do the deed once the form is clean, and say what happened; otherwise show the form, or why not.

    `then` names the page that follows where the petition itself is no longer the actor's to see.
    """
    status, both = 200, list[Pair]()
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, said(call()))
            return redirect(then or petition)
        except BusinessError as error:
            form.add_error(None, str(error))
            status = 409 if isinstance(error, Conflict) else 422
            if isinstance(error, Conflict):
                both = beside(form, error.current)
    elif request.method == "POST":
        status = 422
    context = {"petition": petition, "form": form, "verdict": verdict, "deed": deed, "label": DEED_LABELS[deed]}
    context.update({"both": both, **(more or {})})
    return render(request, f"petitions/{deed}.html", context, status=status)


def receive(request: ActorRequest) -> HttpResponse:
    council = own_council(request)
    opinion_pk = request.GET.get("y-kien", "")
    opinion = (
        get_object_or_404(
            Opinion.objects.visible_to(request.actor).select_related("point__meeting", "point__round", "unit"),
            pk=opinion_pk,
        )
        if opinion_pk.isdigit()
        else None
    )
    initial = forms.from_opinion(opinion) if opinion else {}
    form = forms.ReceiveForm(request.POST or None, initial=initial, **given(request))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            petition = services.receive(
                council=council, opinion=opinion, actor=request.actor, at=timezone.now(), **form.cleaned_data
            )
            messages.success(request, _("Đã tiếp nhận kiến nghị, mã %(code)s.") % {"code": petition.code})
            near = repeats.waiting_for(petition, request.actor)
            if near is not None:
                said = _("Gần giống %(code)s: hãy xem hai kiến nghị có phải một việc không.")
                messages.warning(request, said % {"code": near.earlier.code})
            return redirect(petition)
        except BusinessError as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "opinion": opinion,
        "verdict": policies.can_receive(request.actor, council),
        "label": DEED_LABELS["receive"],
    }
    return render(request, "petitions/receive.html", context, status=status)


def edit(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    initial = {name: getattr(petition, name) for name in ("version", "text", "unit", "place", "voter", "voices")}
    form = forms.EditForm(request.POST or None, initial=initial, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="edit",
        verdict=policies.can_edit(request.actor, petition),
        call=lambda: services.edit(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã sửa nội dung kiến nghị %(code)s.") % {"code": done.code},
    )


def sort(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    verdict = policies.can_sort(request.actor, petition)
    form = forms.SortForm(request.POST or None, **given(request, petition))
    form.initial = {"field": petition.field_id, "level": petition.level, "lead": petition.lead_id}
    more: dict[str, Any] = {}
    if verdict:
        fields, organs = forms.rows(form, "field"), forms.rows(form, "lead")
        more["proposal"] = proposals.propose(petition, timezone.localdate(), fields=fields, organs=organs)
        more["is_proposed"] = petition.field_id is None
        form.initial = more["proposal"].initial if more["is_proposed"] else form.initial
    return perform(
        request,
        petition,
        form,
        deed="sort",
        verdict=verdict,
        call=lambda: services.sort(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: (
            _("Đã phân loại: %(field)s, %(level)s.") % {"field": done.field, "level": done.get_level_display()}
        ),
        more=more,
    )


def reclassify(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.ReclassifyForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="reclassify",
        verdict=policies.can_reclassify(request.actor, petition),
        call=lambda: services.reclassify(
            petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data
        ),
        said=lambda done: _("Đã ghi nhận là %(kind)s, không tính vào kiến nghị.") % {"kind": done.get_kind_display()},
    )


def restore(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.ReasonForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="restore",
        verdict=policies.can_restore(request.actor, petition),
        call=lambda: services.restore(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda _done: _("Đã đưa trở lại sổ kiến nghị."),
    )


def forward(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.ForwardForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="forward",
        verdict=policies.can_forward(request.actor, petition),
        call=lambda: services.forward(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: (
            _("Đã chuyển tới %(organ)s, hạn trả lời %(due)s.") % {"organ": done.lead, "due": day(done.due_on)}
        ),
    )


def urge(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.UrgeForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="urge",
        verdict=policies.can_urge(request.actor, petition),
        call=lambda: services.urge(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã ghi công văn đôn đốc tới %(organ)s.") % {"organ": done.lead},
    )


def extend(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.ExtendForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="extend",
        verdict=policies.can_extend(request.actor, petition),
        call=lambda: services.extend(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: (
            _("Đã gia hạn cho %(organ)s, hạn mới %(due)s.") % {"organ": done.lead, "due": day(done.due_on)}
        ),
    )


def send_back(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.SendBackForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="send_back",
        verdict=policies.can_send_back(request.actor, petition),
        call=lambda: services.send_back(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã trả lại %(council)s kèm lý do và cơ quan có thẩm quyền.") % {"council": done.keeper},
    )


def answer(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.AnswerForm(request.POST or None, request.FILES or None, **given(request, petition))

    def call() -> Any:
        values = dict(form.cleaned_data)
        file = kept(request, values.pop("upload"))
        return services.answer(petition=petition, file=file, actor=request.actor, at=timezone.now(), **values)

    return perform(
        request,
        petition,
        form,
        deed="answer",
        verdict=policies.can_answer(request.actor, petition),
        call=call,
        said=lambda done: (
            _("Đã ghi trả lời số %(number)s: %(outcome)s.")
            % {"number": done.document.number, "outcome": done.get_outcome_display()}
        ),
    )


def commit(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.CommitForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="commit",
        verdict=policies.can_commit(request.actor, petition),
        call=lambda: services.commit(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã ghi lời hứa vào sổ nghĩa vụ, hạn %(due)s.") % {"due": day(done.due_on)},
    )


def verify(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.VerifyForm(request.POST or None, request.FILES or None, **given(request, petition))

    def call() -> Any:
        values = dict(form.cleaned_data)
        photo = kept(request, values.pop("photo"))
        photos = [photo] if photo else []
        return services.verify(petition=petition, photos=photos, actor=request.actor, at=timezone.now(), **values)

    return perform(
        request,
        petition,
        form,
        deed="verify",
        verdict=policies.can_verify(request.actor, petition),
        call=call,
        said=lambda done: _("Đã ghi kết quả xác minh: %(finding)s.") % {"finding": done.get_finding_display()},
    )


def accept(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.AcceptForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="accept",
        verdict=policies.can_see_deed("accept", request.actor, petition),
        call=lambda: services.accept(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã chấp nhận kết quả giải quyết kiến nghị %(code)s.") % {"code": done.code},
    )


def reopen(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.ReopenForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="reopen",
        verdict=policies.can_see_deed("reopen", request.actor, petition),
        call=lambda: services.reopen(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: (
            _("Đã mở lại; %(organ)s phải khắc phục và trả lời lại trước %(due)s.")
            % {"organ": done.lead, "due": day(done.due_on)}
        ),
    )


def close(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.DatedForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="close",
        verdict=policies.can_close(request.actor, petition),
        call=lambda: services.close(petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data),
        said=lambda done: _("Đã kết thúc theo dõi kiến nghị %(code)s.") % {"code": done.code},
    )


def carry_over(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    form = forms.CarryOverForm(request.POST or None, **given(request, petition))
    return perform(
        request,
        petition,
        form,
        deed="carry_over",
        verdict=policies.can_carry_over(request.actor, petition),
        call=lambda: services.carry_over(
            petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data
        ),
        said=lambda done: _("Đã chuyển sang %(session)s.") % {"session": done.to_session},
    )
