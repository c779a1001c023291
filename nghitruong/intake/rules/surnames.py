"""Family names of Vietnam, those of the minorities among them."""

from __future__ import annotations

_COMMON = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm Phùng Mai Tô
Hà Tạ Lương Thái Châu Cao Thẩm Lưu Quách Kiều Từ Lã Diệp Chu Mạc Lò Giàng Nông Triệu Hứa Tống Tôn Thạch Đàm Khuất Doãn
"""
_RARE = """
A Alê An Arất Ayun Âu Bá Bạch Bàn Bành Bế Biện Bồ Bờ Bríu Cầm Cấn Chảo Chẻo Chế Chử Chung Coor Cổ Cù Cung Cầm Danh Dụng Dư Đái
Đậu Đèo Điền Điêu Đồ Đồi Đồng Đường Giang Giáp Hàn Hàng Hạng Hầu Hiao Hình Hoắc Hoàn Hờ Hốih Khâu Khổng Kha Khúc Khương Kim
Kpă Ksor Kỳ La Lại Lăng Lầu Lèo Liêu Liễu Lù Lục Lữ Lường Ly Lỷ Ma Mã Mạnh Mẫn Mẫu Mông Mùa Nay Nghiêm Nghị Ngụy Nhâm Nhậm
Nhan Nhiếp Nhữ Ninh Nùng Ôn Ông Phàn Phí Phù Pơloong Quàng Quan Quản Rah Rcom Rmah Rơ Sầm Sằm Siu Sơn Sùng Tăng Tào
Tất Tẩn Thân Thào Thi Thiều Thịnh Tiền Tiết Tiêu Tòng Trà Trác Trang Trầm Trưng Tưởng Ung Uông Ứng Và Vạn Vàng Văn Vi Vì Viên
Vòng Xa Xin Y Yên
"""
COMMON = frozenset(_COMMON.split())
"""Names that tell a person even right after an office or the name of a place."""
SURNAMES = COMMON | frozenset(_RARE.split())
"""A name without an honorific must begin with one of these."""
SUREST = frozenset({"Nguyễn", "Trần", "Phạm", "Bùi", "Đỗ", "Ngô", "Đặng", "Võ", "Vũ", "Huỳnh", "Phan", "Lê", "Hoàng"})
"""Names hardly ever begun by a place of two syllables."""
