"""A document of our own invention, taken in and read."""

from __future__ import annotations

from nghitruong.intake import services
from tests.factories import AT

TEXT = """HỘI ĐỒNG NHÂN DÂN PHƯỜNG MẪU
THƯỜNG TRỰC

Số: 07/TB-HĐND

Phường Mẫu, ngày 20 tháng 02 năm 2026

THÔNG BÁO
Kết luận của Thường trực HĐND phường tại hội nghị giao ban ngày 18/02/2026 (mẫu)

Ngày 18/02/2026, tại hội trường phường, đồng chí Trần Văn Mẫu, Chủ tịch HĐND phường chủ trì hội nghị giao ban.

1. Kết quả
Trong năm đã tổ chức 05 đợt giám sát và ghi nhận 34 ý kiến của cử tri.

2. Hạn chế
Việc trả lời kiến nghị của cử tri còn chậm, có nội dung chưa rõ.

3. Nhiệm vụ
Ủy ban nhân dân phường Mẫu cần sửa xong đường ngõ 7 trước ngày 31/3/2026.
Các Ban HĐND phường cần theo dõi, đôn đốc việc thực hiện.
"""


def taken(world, actor, text=TEXT):
    reading = services.take(council=world.council, name="Thông báo số 7 (mẫu)", text=text, actor=actor, at=AT)
    return services.read(reading=reading, actor=actor, at=AT)


def items(reading, kind):
    return list(reading.proposals.filter(kind=kind))
