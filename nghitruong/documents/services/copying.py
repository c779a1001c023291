"""Copies of a text (sao y, trích sao, sao lục), and files by matter with their lists of contents."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.documents import policies
from nghitruong.documents.enums import CopyKind, Direction, FolderState, Secrecy
from nghitruong.documents.models import Copy, Folder, FolderItem, Incoming, Paper
from nghitruong.documents.models.registers import register_body
from nghitruong.documents.rules.numbering import copy_code
from nghitruong.documents.services.numbering import series_of, take_number
from nghitruong.organisation.models import Membership, Organ


@transaction.atomic
def copy(
    *,
    paper: Paper | Incoming,
    kind: str,
    signer: Membership,
    actor: Actor,
    at: datetime,
    extract: str = "",
    recipients: str = "",
) -> Copy:
    """Sao văn bản: a copy with the next number of the body's copies this year ("03/SY-HĐND"), signed by `signer`.

    An extract (trích sao) says which part in `extract`. Raises Invalid for an unknown kind, an extract of nothing, or
    a signer of another house or without office that day.
    """
    policies.can_copy(actor, paper).require()
    on = timezone.localdate(at)
    if kind not in CopyKind.values:
        raise Invalid(_("Hãy chọn sao y, trích sao hay sao lục."))
    if kind == CopyKind.EXTRACT and not extract.strip():
        raise Invalid(_("Trích sao phải ghi rõ phần được trích."))
    if not signer.held_on(on) or register_body(signer.organ) != paper.body:
        raise Invalid(_("%(name)s không giữ chức vụ tại cơ quan sao vào ngày sao.") % {"name": signer.person.name})
    series = series_of(organ=paper.body, direction=Direction.COPY, on=on)
    number = take_number(series=series, on=on)
    made = Copy.objects.create(
        paper=paper if isinstance(paper, Paper) else None,
        incoming=paper if isinstance(paper, Incoming) else None,
        kind=kind,
        series=series,
        year=on.year,
        number=number,
        code=copy_code(number, kind, series.symbol),
        made_on=on,
        signer=signer,
        extract=extract.strip()[:300],
        recipients=recipients.strip()[:500],
    )
    audit.record(
        deed="paper.copy" if isinstance(paper, Paper) else "incoming.copy",
        subject=paper,
        actor=actor,
        at=at,
        council_id=paper.council_id,
        changes={
            "bản sao": made.code, "hình thức sao": CopyKind(kind).label, "người ký": signer.person.name,
            "nơi nhận": made.recipients,
        },
    )  # fmt: skip
    return made


@transaction.atomic
def open_folder(
    *, organ: Organ, title: str, code: str, actor: Actor, at: datetime, retention: str = "", year: int | None = None
) -> Folder:
    """Lập hồ sơ theo việc. Raises Invalid for a missing title or a code already used in that year."""
    policies.can_open_folder(actor, organ).require()
    body = locked(register_body(organ))
    on = timezone.localdate(at)
    if not title.strip() or not code.strip():
        raise Invalid(_("Hồ sơ phải có số, ký hiệu và tiêu đề."))
    given = year or on.year
    if Folder.objects.filter(body=body, year=given, code=code.strip()).exists():
        raise Invalid(_("Năm %(year)s đã có hồ sơ «%(code)s».") % {"year": given, "code": code.strip()})
    folder = Folder.objects.create(
        council=organ.council or body,
        body=body,
        year=given,
        code=code.strip()[:40],
        title=title.strip()[:300],
        retention=retention.strip()[:60],
        keeper=actor.name[:200],
        opened_on=on,
    )
    audit.record(
        deed="folder.open", subject=folder, actor=actor, at=at, council_id=folder.council_id,
        changes={"title": folder.title},
    )  # fmt: skip
    return folder


@transaction.atomic
def file(*, folder: Folder, paper: Paper | Incoming, actor: Actor, at: datetime) -> FolderItem:
    """Đưa văn bản vào hồ sơ, at the end of its list. Raises Invalid for a draft or one that is in it already."""
    policies.can_file(actor, folder).require()
    folder = locked(folder, keep=("body",))
    policies.can_file(actor, folder).require()
    given = {"paper": paper} if isinstance(paper, Paper) else {"incoming": paper}
    if isinstance(paper, Paper) and not paper.is_issued:
        raise Invalid(_("Chỉ đưa vào hồ sơ văn bản đã ban hành."))
    items = FolderItem.objects.filter(folder=folder)
    if items.filter(**given).exists():
        raise Invalid(_("Văn bản này đã có trong hồ sơ."))
    last = items.aggregate(last=Max("seq"))["last"] or 0
    item = FolderItem.objects.create(folder=folder, seq=last + 1, added_at=at, **given)
    for subject, changes in (
        (folder, {"văn bản": _named(paper), "thứ tự": item.seq}),
        (paper, {"hồ sơ": str(folder)[:200]}),
    ):
        noun = {Folder: "folder", Paper: "paper", Incoming: "incoming"}[type(subject)]
        audit.record(
            deed=f"{noun}.file", subject=subject, actor=actor, at=at, council_id=folder.council_id, changes=changes
        )
    return item


def _named(paper: Paper | Incoming) -> str:
    """Return how a text is called where more people read than see the entry of a secret one."""
    return str(paper)[:200] if paper.secrecy == Secrecy.NONE else paper.code


@transaction.atomic
def close_folder(*, folder: Folder, actor: Actor, at: datetime) -> Folder:
    """Đóng hồ sơ khi việc đã xong; nothing more goes in. Raises Invalid for an empty one."""
    policies.can_close_folder(actor, folder).require()
    folder = locked(folder, keep=("body",))
    policies.can_close_folder(actor, folder).require()
    count = FolderItem.objects.filter(folder=folder).count()
    if not count:
        raise Invalid(_("Hồ sơ chưa có văn bản nào, chưa đóng được."))
    folder.state, folder.closed_on = FolderState.CLOSED, timezone.localdate(at)
    folder.save(update_fields=["state", "closed_on"])
    audit.record(
        deed="folder.close", subject=folder, actor=actor, at=at, council_id=folder.council_id,
        changes={"số văn bản": count},
    )  # fmt: skip
    return folder
