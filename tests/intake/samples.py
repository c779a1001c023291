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

RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
XÃ TÂN HIỆP TÂY
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/2025/NQ-HĐND
Tân Hiệp Tây, ngày 18 tháng 12 năm 2025

NGHỊ QUYẾT
Ban hành Quy chế hoạt động của Hội đồng nhân dân xã

HỘI ĐỒNG NHÂN DÂN XÃ TÂN HIỆP TÂY
KHÓA II, KỲ HỌP THỨ 6

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Xét Tờ trình số 20/TTr-TTHĐND ngày 10 tháng 12 năm 2025 của Thường trực Hội đồng nhân dân xã; Báo cáo thẩm tra số 9/BC-BKTXH.

QUYẾT NGHỊ:
Điều 2. Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2026.
Nghị quyết đã được Hội đồng nhân dân xã thông qua ngày 18 tháng 12 năm 2025./.

CHỦ TỊCH

Đỗ Thanh Bình
"""

MINUTES = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BIÊN BẢN
Họp Thường trực HĐND xã tháng 8 năm 2026

Hôm nay, vào lúc 14 giờ 00 phút ngày 25 tháng 8 năm 2026, Thường trực HĐND xã tổ chức phiên họp.
1. Chủ trì: Ông Hà Văn Sơn - Chủ tịch HĐND xã
2. Thư ký: Bà Trần Thị Mai - Công chức Văn phòng

THƯ KÝ                         CHỦ TRÌ

Trần Thị Mai                   Hà Văn Sơn
"""

LETTER_OF_A_DEPARTMENT = """UBND TỈNH ĐÔNG BÌNH
SỞ XÂY DỰNG
Số: 901/SXD-QLN
V/v giải quyết kiến nghị cử tri
Đông Bình, ngày 03 tháng 02 năm 2026
Kính gửi: Thường trực HĐND tỉnh Đông Bình.

Thực hiện Công văn số 15/UBND-TH ngày 05 tháng 01 năm 2026 của UBND tỉnh, Sở Xây dựng báo cáo như sau:
Nơi nhận: GIÁM ĐỐC
- Như trên;
- Lưu: VT, QLN.
Nguyễn Hữu Phước
"""

NEWS_OF_A_BORDER = """Đoàn ĐBQH tỉnh tiếp xúc cử tri xã biên giới
Cập nhật lúc: 14:05, 11/10/2024 (GMT+7)
BĐB - Sáng 10.10, tại xã Ia Mơr, các ĐBQH: Siu Hạnh - Phó trưởng Đoàn ĐBQH tỉnh; Rơ Châm H'Lan, Phạm Đình Thảo đã tiếp xúc cử tri trước Kỳ họp thứ 8. Dự hội nghị có bà Ayun H'Nga - Phó Chủ tịch UBND tỉnh.
Đại biểu thông tin dự kiến nội dung Kỳ họp (khai mạc vào ngày 21-10).
Hội nghị do Chủ tịch UBMTTQVN tỉnh Nguyễn Thị Bưởi chủ trì; các ngày 20, 21/12 sẽ tổ chức tiếp.
"""
