"""The shipped tree of fields (law.md 8.3: groups as real reports name them); a council may add its own."""

from __future__ import annotations

from typing import Any

from django.db import migrations

TREE: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("ha-tang", "Giao thông, xây dựng, thủy lợi"): (
        ("giao-thong", "Giao thông"),
        ("thoat-nuoc", "Thoát nước"),
        ("thuy-loi", "Thủy lợi, đê kè"),
        ("quy-hoach", "Quy hoạch, xây dựng"),
        ("cong-trinh", "Công trình công cộng"),
    ),
    ("dat-dai", "Đất đai, tài nguyên, môi trường"): (
        ("giay-chung-nhan", "Giấy chứng nhận quyền sử dụng đất"),
        ("thu-hoi", "Thu hồi đất, bồi thường, tái định cư"),
        ("moi-truong", "Môi trường, rác thải"),
        ("khoang-san", "Khoáng sản"),
    ),
    ("nong-nghiep", "Nông nghiệp, lâm nghiệp, thủy sản"): (
        ("trong-trot", "Trồng trọt, chăn nuôi"),
        ("thuy-san", "Thủy sản, hậu cần nghề cá"),
        ("rung", "Rừng"),
    ),
    ("dien-nuoc", "Điện, nước sạch, viễn thông"): (
        ("dien", "Điện, chiếu sáng"),
        ("nuoc-sach", "Nước sạch"),
        ("vien-thong", "Viễn thông, chuyển đổi số"),
    ),
    ("xa-hoi", "Văn hóa, giáo dục, y tế"): (
        ("giao-duc", "Giáo dục"),
        ("y-te", "Y tế"),
        ("van-hoa", "Văn hóa, thể thao"),
    ),
    ("chinh-sach", "Chế độ, chính sách"): (
        ("bao-tro", "Bảo trợ xã hội, người có công"),
        ("can-bo", "Cán bộ, người hoạt động không chuyên trách"),
        ("viec-lam", "Việc làm, bảo hiểm"),
    ),
    ("noi-chinh", "Nội chính, hành chính"): (
        ("an-ninh", "An ninh, trật tự"),
        ("hanh-chinh", "Thủ tục hành chính"),
        ("tai-san-cong", "Trụ sở, tài sản công"),
    ),
    ("khac", "Lĩnh vực khác"): (("khac-noi-dung", "Nội dung khác"),),
}
"""{(code, name) of a group: ((code, name) of its fields, …)}"""


def plant(apps: Any, editor: Any) -> None:
    field = apps.get_model("petitions", "Field")
    fields = field.objects.using(editor.connection.alias)
    for place, ((code, name), leaves) in enumerate(TREE.items(), start=1):
        group = fields.create(code=code, name=name, sort_key=f"{place:02d}")
        fields.bulk_create(
            [
                field(code=leaf, name=words, parent=group, sort_key=f"{place:02d}.{rank:02d}")
                for rank, (leaf, words) in enumerate(leaves, start=1)
            ]
        )


def uproot(apps: Any, editor: Any) -> None:
    fields = apps.get_model("petitions", "Field").objects.using(editor.connection.alias)
    fields.filter(council=None, parent__isnull=False).delete()
    fields.filter(council=None).delete()


class Migration(migrations.Migration):
    dependencies = [("petitions", "0001_initial")]
    operations = [migrations.RunPython(plant, uproot)]
