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


def plant(apps: Any, editor: Any) -> None:
    fields = apps.get_model("petitions", "Field").objects.using(editor.connection.alias)
    for code, name, place in GROUPS:
        fields.get_or_create(code=code, council=None, defaults={"name": name, "sort_key": place})
    for code, name, group, place in LEAVES:
        parent = fields.get(code=group, council=None)
        fields.get_or_create(
            code=code, council=None, defaults={"name": name, "sort_key": place, "parent": parent}
        )


def uproot(apps: Any, editor: Any) -> None:
    """Take the leaves out; petitions sorted under them go to "Nội dung khác"."""
    fields = apps.get_model("petitions", "Field").objects.using(editor.connection.alias)
    petitions = apps.get_model("petitions", "Petition").objects.using(editor.connection.alias)
    added = fields.filter(council=None, code__in=[row[0] for row in LEAVES])
    petitions.filter(field__in=added).update(field=fields.filter(code="khac-noi-dung", council=None).first())
    added.delete()
    fields.filter(council=None, code__in=[row[0] for row in GROUPS]).delete()


class Migration(migrations.Migration):
    dependencies = [("petitions", "0005_reading")]
    operations = [migrations.RunPython(plant, uproot)]
