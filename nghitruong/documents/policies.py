"""Who may keep files and hang documents on a matter; who keeps the registers of official texts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.base.subjects import Subject
from nghitruong.documents.enums import FolderState, Secrecy
from nghitruong.documents.flow import INCOMING, PAPER
from nghitruong.documents.models import Delivery, Document, Folder, Incoming, Paper
from nghitruong.documents.models.registers import INSIDE, register_body
from nghitruong.organisation.enums import COMMITTEE_ROLES, GROUP_ROLES, Role
from nghitruong.organisation.models import Organ

READERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})


def can_store(actor: Actor) -> Verdict:
    return allow_if(
        actor.is_system or actor.membership_id, _("Chỉ người đang giữ một chức vụ mới được tải tệp lên.")
    ) & allow_if(actor.role not in READERS, _("Chức vụ này không thay đổi hồ sơ, nên không tải tệp lên."))


def can_attach(actor: Actor) -> Verdict:
    return can_store(actor)


def can_download(actor: Actor, document: Document) -> Verdict:
    """A document is seen by whoever sees the matter it belongs to; of an official text's files others see the last."""
    subject = Subject(document.subject_kind, document.subject_id)
    kind = subjects.kind_of(subject)
    return allow_if(
        actor.is_system
        or (
            kind is not None
            and subject.id in kind.visible(actor, [subject.id])
            and not _is_earlier_draft(actor, document)
        ),
        _("Văn bản này thuộc hồ sơ mà chức vụ hiện tại không được xem."),
    )


def _is_earlier_draft(actor: Actor, document: Document) -> bool:
    """Say whether this is a file that an official text had before, for somebody outside of the house that wrote it."""
    if document.subject_kind != Paper._meta.label_lower:
        return False
    paper = Paper.objects.select_related("body").filter(pk=document.subject_id).first()
    if paper is None or paper.document_id == document.pk:
        return False
    return not (keeps_register(actor, paper.body) or paper.organ_id in actor.organ_ids)


def can_state_figure(actor: Actor, council: Organ) -> Verdict:
    """Figures that a document states are kept by the office and the Standing Committee of the council."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council.pk in actor.council_ids),
        _("Chỉ văn phòng hoặc Thường trực Hội đồng nhân dân được ghi số liệu nêu trong văn bản."),
        council.name,
    )


LEADERS = COMMITTEE_ROLES - {Role.COMMITTEE_MEMBER} | GROUP_ROLES
"""Who drafts and signs for a committee or a group without keeping the council's registers."""


def _register_of(actor: Actor, body_id: int) -> bool:
    """Say whether this register belongs to the house the office sits in."""
    return body_id in actor.organ_ids or (actor.role in INSIDE and body_id in actor.council_ids)


def keeps_register(actor: Actor, body: Organ) -> Verdict:
    """Allow the keepers of a body's registers: a council's office and Standing Committee, an agency's own people."""
    who = _("Người giữ sổ văn bản của %(body)s.") % {"body": body.name}
    return allow_if(
        actor.is_system or actor.has("documents.keep"), _("Chức vụ đang dùng không giữ sổ văn bản."), who
    ) & allow_if(
        actor.is_system or _register_of(actor, body.pk), _("Sổ văn bản này thuộc cơ quan khác."), who
    )  # fmt: skip


def _speaks(actor: Actor, organ: Organ) -> Verdict:
    return allow_if(
        organ.pk in actor.organ_ids and actor.role in LEADERS,
        _("Chỉ người giữ sổ văn bản hoặc lãnh đạo của chính cơ quan ban hành mới làm được việc này."),
        organ.name,
    )


def can_draft(actor: Actor, organ: Organ) -> Verdict:
    """The keepers of the register, and the leaders of the issuing organ."""
    body = register_body(organ)
    return keeps_register(actor, body) | _speaks(actor, organ)


def _works_on(actor: Actor, paper: Paper) -> Verdict:
    return keeps_register(actor, paper.body) | _speaks(actor, paper.organ)


def can_submit(actor: Actor, paper: Paper) -> Verdict:
    return _works_on(actor, paper) & PAPER.check("submit", paper.state)


def can_send_back(actor: Actor, paper: Paper) -> Verdict:
    return _works_on(actor, paper) & PAPER.check("send_back", paper.state)


def can_drop(actor: Actor, paper: Paper) -> Verdict:
    return _works_on(actor, paper) & PAPER.check("drop", paper.state)


def can_issue(actor: Actor, paper: Paper) -> Verdict:
    """Whoever keeps the register gives the number; who signs is judged apart, by the office held that day."""
    return _works_on(actor, paper) & PAPER.check("issue", paper.state)


def can_distribute(actor: Actor, paper: Paper) -> Verdict:
    return keeps_register(actor, paper.body) & PAPER.check("distribute", paper.state)


def can_correct(actor: Actor, paper: Paper) -> Verdict:
    return _works_on(actor, paper) & PAPER.check("correct", paper.state)


def can_seal(actor: Actor, paper: Paper) -> Verdict:
    """The seal of the body is set by the keepers of its register, on what has its number."""
    return keeps_register(actor, paper.body) & allow_if(
        paper.is_issued, _("Chỉ ký số của cơ quan sau khi văn bản đã có số và ngày.")
    )


def can_receive(actor: Actor, delivery: Delivery) -> Verdict:
    """The keepers of the register of the organ it was sent to."""
    organ = delivery.organ
    if organ is None:
        return allow_if(False, _("Nơi nhận này ở ngoài hệ thống."))
    body = register_body(organ)
    return (
        keeps_register(actor, body)
        & allow_if(
            body.pk != delivery.paper.body_id,
            _("Văn bản của chính cơ quan đã đứng trong sổ văn bản đi, không vào sổ văn bản đến."),
        )
        & allow_if(delivery.sent_at is not None, _("Văn bản chưa được gửi."))
        & allow_if(delivery.opened_at is None, _("Văn bản này đã được nhận."))
    )


def can_register_incoming(actor: Actor, organ: Organ) -> Verdict:
    body = register_body(organ)
    return keeps_register(actor, body)


def can_route(actor: Actor, incoming: Incoming) -> Verdict:
    return keeps_register(actor, incoming.body) & INCOMING.check("route", incoming.state)


def can_finish(actor: Actor, incoming: Incoming) -> Verdict:
    """The keepers, and whom it was routed to."""
    handles = incoming.handler_organ_id in actor.organ_ids or (
        incoming.handler is not None and incoming.handler.person_id == actor.person_id
    )
    return (ALLOW if handles else keeps_register(actor, incoming.body)) & INCOMING.check("finish", incoming.state)


def can_copy(actor: Actor, paper: Paper | Incoming) -> Verdict:
    """The house that holds the text copies it; a draft and a secret text are not copied here."""
    return (
        keeps_register(actor, paper.body)
        & allow_if(not isinstance(paper, Paper) or paper.is_issued, _("Chỉ sao văn bản đã ban hành."))
        & allow_if(paper.secrecy == Secrecy.NONE, _("Văn bản mật không sao trong hệ thống này."))
    )


def can_open_series(actor: Actor, organ: Organ) -> Verdict:
    return can_register_incoming(actor, organ)


def can_open_folder(actor: Actor, organ: Organ) -> Verdict:
    return can_register_incoming(actor, organ)


def can_file(actor: Actor, folder: Folder) -> Verdict:
    return keeps_register(actor, folder.body) & allow_if(
        folder.state == FolderState.OPEN, _("Hồ sơ này đã đóng, không đưa thêm văn bản vào.")
    )


def can_close_folder(actor: Actor, folder: Folder) -> Verdict:
    return keeps_register(actor, folder.body) & allow_if(folder.state == FolderState.OPEN, _("Hồ sơ này đã đóng."))


def can_keep_template(actor: Actor) -> Verdict:
    """The council's office and Standing Committee word the documents their house writes."""
    return allow_if(
        actor.has("documents.keep") and actor.role in INSIDE and actor.council_id is not None,
        _("Mẫu văn bản do Thường trực và chuyên viên giúp việc Hội đồng nhân dân đặt."),
        actor.council_name,
    )
