"""Documents of an invented district, in the forms in which real ones come."""

NOTICE = """HỘI ĐỒNG NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN MỘC LÂM                    Độc lập - Tự do - Hạnh phúc

Số: 17/TB-HĐND                 Mộc Lâm, ngày 06 tháng 3 năm 2024

THÔNG BÁO
Kết luận của Thường trực HĐND huyện tại phiên họp tháng 02 năm 2024

Ngày 28/02/2024, tại Phòng họp số 2, Thường trực HĐND huyện tổ chức phiên họp thường kỳ. Đồng chí Đặng Hữu Thọ - Huyện ủy viên, Chủ tịch HĐND huyện và bà Lý Thị Nhàn, Phó Chủ tịch HĐND huyện chủ trì phiên họp. Cùng dự có ông Kiều Văn Lực, Phó Chủ tịch UBND huyện; đại diện lãnh đạo các Ban HĐND huyện; Trưởng phòng Tài chính - Kế hoạch.

Căn cứ Nghị quyết số 21/NQ-HĐND ngày 15/12/2023 của HĐND huyện về chương trình giám sát, Thường trực HĐND huyện kết luận như sau: giao UBND huyện báo cáo trước ngày 30/4/2024.

Nơi nhận:
- Thường trực Huyện ủy (b/c);
- UBND huyện;
- Thường trực HĐND các xã,
thị trấn;
- Lưu: VT, HĐND.
TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

(Đã ký)

Lý Thị Nhàn
"""

TWO_COLUMNS = """UBND HUYỆN MỘC LÂM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHÒNG NỘI VỤ                       Độc lập - Tự do - Hạnh phúc
Số:     /BC-PNV               Mộc Lâm, ngày     tháng 7 năm 2025

BÁO CÁO
Kết quả giải quyết kiến nghị của cử tri

Nơi nhận:                              KT. TRƯỞNG PHÒNG
- UBND huyện;                          PHÓ TRƯỞNG PHÒNG
- HĐND huyện;
- Lưu: VT.
                                       Sầm Thị Ánh
"""

LETTER = """ĐẢNG ỦY XÃ BÌNH THẠNH
Số 45-CV/ĐU
Kính gửi:
- Thường trực HĐND xã;
- Ủy ban nhân dân xã.

Thực hiện Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư và các Nghị định số 29/2023/NĐ-CP, 33/2023/NĐ-CP ngày 10/6/2023, Đảng ủy xã đề nghị thực hiện.
"""

NEWS = """Huyện Mộc Lâm: Tiếp xúc cử tri trước kỳ họp giữa năm
Ngày đăng: 05/06/2024 | Lượt xem: 112

Sáng 4/6, tại hội trường xã Thạch Khê, Tổ đại biểu HĐND huyện tiếp xúc cử tri; ông Đặng Hữu Thọ, Chủ tịch HĐND huyện chủ trì. Hội nghị tiếp theo diễn ra từ ngày 10 đến ngày 12/6. Nghị quyết số 21/NQ-HĐND ngày 15/12/2023 được cử tri quan tâm. Ông Mã Văn Tài đã nghỉ hưu từ ngày 1/5/2024.

Phát biểu kết luận, Chủ tịch HĐND huyện tiếp thu các ý kiến.

Tin, ảnh: Thu Hiền
"""
