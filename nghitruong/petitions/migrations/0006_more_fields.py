"""More leaves of the shipped tree (law.md 8.3: "đầu tư - dự án" of Hòa Bình; land and prices as voters raise them)."""

from __future__ import annotations

from typing import Any

from django.db import migrations

GROUPS = (("kinh-te", "Kinh tế, ngân sách, thương mại", "065"),)
LEAVES = (
    ("quan-ly-dat", "Quản lý, sử dụng đất, giá đất", "dat-dai", "02.05"),
    ("dau-tu", "Đầu tư, ngân sách, chương trình mục tiêu", "kinh-te", "065.01"),
    ("thuong-mai", "Thương mại, giá cả, thuế", "kinh-te", "065.02"),
    ("dan-toc", "Dân tộc, tôn giáo", "noi-chinh", "07.04"),
    ("phap-luat", "Xây dựng và thi hành pháp luật", "noi-chinh", "07.05"),
)
"""(code, name, code of the group, place in the order)"""


def plant(apps: Any, _editor: Any) -> None:
    field = apps.get_model("petitions", "Field")
    for code, name, place in GROUPS:
        field.objects.get_or_create(code=code, council=None, defaults={"name": name, "sort_key": place})
    for code, name, group, place in LEAVES:
        parent = field.objects.get(code=group, council=None)
        field.objects.get_or_create(
            code=code, council=None, defaults={"name": name, "sort_key": place, "parent": parent}
        )


def uproot(apps: Any, _editor: Any) -> None:
    """Take the leaves out; petitions sorted under them go to "Nội dung khác"."""
    field, petition = apps.get_model("petitions", "Field"), apps.get_model("petitions", "Petition")
    added = field.objects.filter(council=None, code__in=[row[0] for row in LEAVES])
    petition.objects.filter(field__in=added).update(field=field.objects.filter(code="khac-noi-dung", council=None).first())
    added.delete()
    field.objects.filter(council=None, code__in=[row[0] for row in GROUPS]).delete()


class Migration(migrations.Migration):
    dependencies = [("petitions", "0005_reading")]
    operations = [migrations.RunPython(plant, uproot)]
