"""Which role carries which power. Low floors ask for powers by name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from nghitruong.organisation.enums import STANDING_ROLES, Role

_OFFICE = {
    "calendar.keep",
    "rules.keep",
    "organisation.keep",
    "contacts.keep",
    "petitions.keep",
    "notes.take",
    "documents.keep",
}

POWERS: dict[str, frozenset[str]] = {
    Role.CLERK: frozenset(_OFFICE),
    **{role: frozenset(_OFFICE | {"results.accept"}) for role in STANDING_ROLES},
    Role.COMMITTEE_HEAD: frozenset({"notes.take", "verify"}),
    Role.COMMITTEE_DEPUTY: frozenset({"notes.take", "verify"}),
    Role.COMMITTEE_MEMBER: frozenset({"notes.take", "verify"}),
    Role.GROUP_HEAD: frozenset({"notes.take", "verify", "group.lead"}),
    Role.GROUP_DEPUTY: frozenset({"notes.take", "verify", "group.lead"}),
    Role.DELEGATE: frozenset({"notes.take", "verify"}),
    Role.AGENCY_HEAD: frozenset({"agency.answer", "documents.keep"}),
    Role.AGENCY_OFFICER: frozenset({"agency.answer", "documents.keep"}),
    Role.PC_CHAIR: frozenset({"agency.answer", "documents.keep"}),
    Role.PC_MEMBER: frozenset({"agency.answer", "documents.keep"}),
    Role.FRONT_OFFICER: frozenset({"notes.take", "documents.keep"}),
    Role.UPPER_OFFICE: frozenset(),
    Role.AUDITOR: frozenset({"journal.read"}),
    Role.ADMINISTRATOR: frozenset({"accounts.keep", "system.keep", "territory.keep", "councils.establish"}),
}

POWER_WORDS = {
    "petitions.keep": _("Ghi, phân loại, chuyển, đôn đốc và kết thúc kiến nghị của cử tri"),
    "results.accept": _("Chấp nhận kết quả giải quyết hoặc mở lại"),
    "contacts.keep": _("Lập và theo dõi các đợt tiếp xúc cử tri"),
    "notes.take": _("Ghi ý kiến cử tri tại buổi tiếp xúc"),
    "verify": _("Xác minh kết quả giải quyết tại chỗ"),
    "group.lead": _("Điều hành Tổ đại biểu"),
    "documents.keep": _("Giữ sổ văn bản đi, đến của cơ quan mình: đăng ký, ban hành, gửi, sao, lập hồ sơ"),
    "agency.answer": _("Tiếp nhận, trả lời và báo cáo kết quả thay mặt cơ quan"),
    "organisation.keep": _("Cập nhật cơ quan, nhiệm kỳ, đại biểu và chức vụ của Hội đồng mình"),
    "calendar.keep": _("Cập nhật lịch ngày nghỉ, ngày làm bù"),
    "rules.keep": _("Đặt thời hạn theo quy chế làm việc của Hội đồng mình"),
    "journal.read": _("Đọc toàn bộ nhật ký"),
    "accounts.keep": _("Lập, khóa tài khoản và gắn tài khoản với người"),
    "councils.establish": _("Lập Hội đồng nhân dân mới và cử chuyên viên đầu tiên"),
    "territory.keep": _("Cập nhật đơn vị hành chính"),
    "system.keep": _("Vận hành hệ thống: sao lưu, kiểm tra, cấu hình"),
}

REGISTRAR_ROLES = frozenset({Role.CLERK, Role.UPPER_OFFICE, Role.AUDITOR, Role.ADMINISTRATOR})
"""Roles about the system rather than the law; the administrator gives them, so that a new council can begin."""
