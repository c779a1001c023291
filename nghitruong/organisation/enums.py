"""Organs, roles and the two eras (law.md 2.2, 2.3)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganKind(TextChoices):
    COUNCIL = "council", _("Hội đồng nhân dân")
    STANDING = "standing_committee", _("Thường trực Hội đồng nhân dân")
    COMMITTEE = "committee", _("Ban của Hội đồng nhân dân")
    GROUP = "delegate_group", _("Tổ đại biểu Hội đồng nhân dân")
    PEOPLES_COMMITTEE = "peoples_committee", _("Ủy ban nhân dân")
    DEPARTMENT = "department", _("cơ quan chuyên môn")
    FRONT = "fatherland_front", _("Ủy ban Mặt trận Tổ quốc Việt Nam")
    NATIONAL_DELEGATION = "national_delegation", _("Đoàn đại biểu Quốc hội")
    OFFICE = "office", _("Văn phòng")
    OTHER = "other", _("cơ quan, tổ chức khác")


class CommitteeField(TextChoices):
    LEGAL = "legal", _("Pháp chế")
    ECONOMY_BUDGET = "economy_budget", _("Kinh tế - Ngân sách")
    CULTURE_SOCIETY = "culture_society", _("Văn hóa - Xã hội")
    ECONOMY_SOCIETY = "economy_society", _("Kinh tế - Xã hội")
    URBAN = "urban", _("Đô thị")
    ETHNIC = "ethnic", _("Dân tộc")


class Role(TextChoices):
    CLERK = "clerk", _("Chuyên viên văn phòng")
    CHAIR = "chair", _("Chủ tịch Hội đồng nhân dân")
    VICE_CHAIR = "vice_chair", _("Phó Chủ tịch Hội đồng nhân dân")
    STANDING_MEMBER = "standing_member", _("Ủy viên Thường trực Hội đồng nhân dân")
    COMMITTEE_HEAD = "committee_head", _("Trưởng Ban")
    COMMITTEE_DEPUTY = "committee_deputy", _("Phó Trưởng Ban")
    COMMITTEE_MEMBER = "committee_member", _("Ủy viên Ban")
    GROUP_HEAD = "group_head", _("Tổ trưởng Tổ đại biểu")
    GROUP_DEPUTY = "group_deputy", _("Tổ phó Tổ đại biểu")
    DELEGATE = "delegate", _("Đại biểu Hội đồng nhân dân")
    AGENCY_HEAD = "agency_head", _("Thủ trưởng cơ quan")
    AGENCY_OFFICER = "agency_officer", _("Chuyên viên cơ quan")
    PC_CHAIR = "pc_chair", _("Chủ tịch Ủy ban nhân dân")
    PC_MEMBER = "pc_member", _("Ủy viên Ủy ban nhân dân")
    FRONT_OFFICER = "front_officer", _("Cán bộ Mặt trận Tổ quốc")
    UPPER_OFFICE = "upper_office", _("Chuyên viên văn phòng cấp trên")
    AUDITOR = "auditor", _("Người kiểm tra nhật ký")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")


STANDING_ROLES = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.STANDING_MEMBER})
COMMITTEE_ROLES = frozenset({Role.COMMITTEE_HEAD, Role.COMMITTEE_DEPUTY, Role.COMMITTEE_MEMBER})
GROUP_ROLES = frozenset({Role.GROUP_HEAD, Role.GROUP_DEPUTY})
AGENCY_ROLES = frozenset({Role.AGENCY_HEAD, Role.AGENCY_OFFICER, Role.PC_CHAIR, Role.PC_MEMBER})
DELEGATE_ROLES = STANDING_ROLES | COMMITTEE_ROLES | GROUP_ROLES | {Role.DELEGATE}
