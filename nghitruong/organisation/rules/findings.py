"""What a check reports: which rule, how grave, how sure, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from nghitruong.legalclock.enums import Confidence


class Severity(TextChoices):
    FORBIDDEN = "forbidden", _("luật không cho phép")
    WARNING = "warning", _("cần xem lại")
    NOTE = "note", _("cần biết")


@dataclass(frozen=True, slots=True)
class Citation:
    """A rule of law.md: its id, where it stands, and how sure we are of it."""

    rule: str
    text: str
    confidence: Confidence = Confidence.VERIFIED

    @property
    def is_verified(self) -> bool:
        return self.confidence == Confidence.VERIFIED


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a council's make-up. `people` are (person id, name); `citation` None is a data remark."""

    severity: Severity
    text: str
    citation: Citation | None = None
    people: tuple[tuple[int, str], ...] = ()

    @property
    def is_forbidden(self) -> bool:
        return self.severity == Severity.FORBIDDEN


L72_29_2 = Citation("ORG-30", "Điều 29 khoản 2 Luật 72/2025/QH15")
L72_29_3 = Citation("ORG-31", "Điều 29 khoản 3 điểm c Luật 72/2025/QH15")
L72_29 = Citation("ORG-20", "Điều 29 Luật 72/2025/QH15")
L72_30 = Citation("2.4", "Điều 30 Luật 72/2025/QH15")
L72_44 = Citation("ORG-06", "Điều 44 Luật 72/2025/QH15")
L72_49_1 = Citation("ORG-12", "Điều 49 khoản 1 Luật 72/2025/QH15")
L72_49_2 = Citation("ORG-14", "Điều 49 khoản 2 Luật 72/2025/QH15")
L72_5_4 = Citation("ORG-13", "Điều 5 khoản 4 Luật 72/2025/QH15")
L72_54_6 = Citation("ORG-36", "Điều 54 khoản 6 Luật 72/2025/QH15")
NQ106_VICE = Citation("ORG-32", "Nghị quyết 106/2025/UBTVQH15")
NQ106_COMMUNE = Citation("ORG-33", "Nghị quyết 106/2025/UBTVQH15")
NQ106_DEPUTY = Citation("ORG-34", "Nghị quyết 106/2025/UBTVQH15")
NQ106_COMMUNE_DEPUTY = Citation("ORG-35", "dự thảo Nghị quyết 106/2025/UBTVQH15", Confidence.TO_CONFIRM)
OLD_DISTRICT = Citation("2.2", "Luật 77/2015/QH13")
OLD_COMMUNE = Citation("2.2", "Luật 77/2015/QH13", Confidence.TO_CONFIRM)
