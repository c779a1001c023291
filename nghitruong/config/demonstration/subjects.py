"""What voters ask for: matters with their field, who is competent, and sentences to say them in.

All sentences are the project's own. Slots: {h} hamlet, {h2} another hamlet, {c} commune, {m} a landmark, {n} {k}
numbers, {y} a year, {t} a time of the year, {o} who speaks, such as "cử tri" or "nhiều hộ dân".
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """`agencies`: the town's department and what carries on in a commune, or the province's old and new ones.

    `work` is what would be done, as it stands after "tổ chức"; `explain` what an agency says where nothing is to do.
    """

    field: str
    agencies: tuple[str, str]
    texts: tuple[str, ...]
    work: str
    explain: str


ECONOMY, SOCIETY = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
URBAN = "Phòng Quản lý đô thị"

LOCAL = (
    Matter("giao-thong", (URBAN, ECONOMY), (
        "{o} {h} phản ánh đoạn đường từ {m} vào {h} dài khoảng {n} mét bong tróc, {t} đọng nước thành vũng, xe máy đi lại dễ ngã; đề nghị sớm sửa chữa.",
        "Đường liên thôn nối {h} với {h2} xuống cấp sau {k} năm sử dụng, {o} đề nghị nâng cấp mặt đường trước {t}.",
        "Đề nghị thảm lại {n} mét mặt đường trước {m} thuộc {h}, vì {t} ổ gà rất sâu, học sinh đi học không an toàn.",
    ), "sửa chữa {n} mét mặt đường đoạn {m} đi {h}", "Đoạn đường qua {m} mới được duy tu, vẫn trong thời hạn bảo hành của nhà thầu; cơ quan đã yêu cầu nhà thầu kiểm tra khi có hư hỏng."),
    Matter("giao-thong", (URBAN, ECONOMY), (
        "{o} {h} đề nghị lắp gương cầu lồi và biển báo tại khúc cua gần {m}, nơi {t} đã xảy ra {k} vụ va chạm.",
        "Ngã rẽ từ {m} vào {h} che khuất tầm nhìn, đề nghị kẻ vạch giảm tốc và phát quang trong phạm vi {n} mét.",
    ), "lắp gương cầu lồi, biển báo tại khúc cua {m}, {h}", "Vị trí này nằm ngoài danh mục điểm tiềm ẩn tai nạn đã khảo sát; cơ quan sẽ đưa vào lần rà soát tiếp theo."),
    Matter("dien", (URBAN, ECONOMY), (
        "Tuyến đường qua {h} dài {n} mét chưa có đèn chiếu sáng, {t} trời tối sớm, {o} đề nghị lắp đèn để đi lại an toàn.",
        "{k} bóng đèn đường từ {m} đến {h} hỏng đã lâu chưa thay; {o} đề nghị kiểm tra, thay mới.",
        "Đề nghị bổ sung hệ thống chiếu sáng tại khu vực {m} ({h}), là nơi người dân tập thể dục buổi tối.",
    ), "lắp bổ sung {k} bóng đèn chiếu sáng tại {h}", "Tuyến này do người dân tự quản theo phương thức Nhà nước và nhân dân cùng làm; cơ quan hướng dẫn thủ tục đấu nối điện."),
    Matter("thoat-nuoc", (URBAN, ECONOMY), (
        "Mương thoát nước trước {m} bị bồi lấp, {t} nước tràn vào {k} nhà dân ở {h}; đề nghị nạo vét.",
        "{o} {h} đề nghị làm tiếp {n} mét cống thoát nước còn dang dở phía sau {m} để hết ngập khi có mưa lớn.",
        "Cống qua đường tại {h} quá nhỏ, {t} nước dồn từ {h2} về gây ngập sân vườn của {k} hộ.",
    ), "nạo vét {n} mét mương thoát nước khu vực {m}, {h}", "Qua kiểm tra, mương bị lấn bởi công trình tạm; cơ quan đã vận động {k} hộ tháo dỡ phần lấn chiếm."),
    Matter("moi-truong", ("Phòng Tài nguyên và Môi trường", ECONOMY), (
        "Điểm tập kết rác gần {m} bốc mùi, {t} ruồi nhiều, {o} {h} đề nghị dời ra xa khu dân cư ít nhất {n} mét.",
        "Xe thu gom rác chỉ đến {h} {k} lần mỗi tháng, rác ứ đọng; đề nghị tăng số chuyến.",
        "Hộ chăn nuôi ở {h} xả nước thải ra mương gần {m}, {o} đề nghị kiểm tra và xử lý dứt điểm.",
    ), "dời điểm tập kết rác tại {m} và tăng chuyến thu gom ở {h}", "Đơn vị thu gom đã công khai lịch tại nhà văn hóa {h}; kinh phí tăng chuyến phải được Nhân dân thống nhất mức đóng góp."),
    Matter("moi-truong", ("Phòng Tài nguyên và Môi trường", ECONOMY), (
        "Nước thải từ cơ sở sản xuất gần {m} chảy ra ruộng của {h}, lúa chết từng vạt khoảng {n} mét vuông; đề nghị kiểm tra.",
        "Bụi và tiếng ồn từ xe chở vật liệu qua {h} kéo dài suốt {t}, {o} đề nghị che chắn, tưới đường và hạn chế giờ chạy.",
    ), "kiểm tra việc xả thải và lập biên bản xử lý cơ sở gần {m}", "Kết quả quan trắc gần nhất tại {m} nằm trong giới hạn cho phép; biên bản được gửi kèm để {h} biết."),
    Matter("giay-chung-nhan", ("Phòng Tài nguyên và Môi trường", ECONOMY), (
        "{k} hộ ở {h} nộp hồ sơ cấp giấy chứng nhận quyền sử dụng đất từ {y} đến nay chưa được giải quyết; đề nghị trả lời rõ vướng ở khâu nào.",
        "{o} {h} đề nghị cấp giấy chứng nhận cho các thửa đất ở ổn định quanh {m}, đã đo đạc từ năm {y}.",
    ), "rà soát {k} hồ sơ đất đai của {h} và trả kết quả cho từng hộ", "Các thửa này nằm trong ranh quy hoạch đã công bố; hồ sơ chỉ giải quyết được sau khi điều chỉnh quy hoạch."),
    Matter("thu-hoi", ("Phòng Tài nguyên và Môi trường", ECONOMY), (
        "Dự án gần {m} thu hồi đất của {k} hộ ở {h} từ năm {y} nhưng chưa bố trí tái định cư; {o} đề nghị cho biết thời gian cụ thể.",
        "Đề nghị giải thích mức bồi thường cây cối trên {n} mét vuông đất bị thu hồi tại {h}, {o} cho rằng thấp hơn {h2}.",
    ), "bố trí đất tái định cư cho {k} hộ tại {h}", "Mức bồi thường áp dụng theo bảng giá tại thời điểm phê duyệt phương án; cơ quan đã mời {k} hộ đối thoại và cung cấp hồ sơ."),
    Matter("thuy-loi", ("Phòng Kinh tế", ECONOMY), (
        "Kênh dẫn nước qua {h} rò rỉ, {t} cuối nguồn ở {h2} thiếu nước tưới khoảng {k} héc-ta lúa; đề nghị gia cố.",
        "{o} {h} đề nghị nạo vét {n} mét kênh nội đồng gần {m} trước khi vào vụ.",
        "Bờ sông đoạn {m} sạt lở sâu vào đất ở {h} thêm {k} mét so với năm {y}, đề nghị làm kè.",
    ), "gia cố, nạo vét {n} mét kênh tưới qua {h}", "Tuyến kênh do công ty khai thác công trình thủy lợi quản lý; cơ quan đã có văn bản yêu cầu đưa vào kế hoạch duy tu."),
    Matter("trong-trot", ("Phòng Kinh tế", ECONOMY), (
        "Heo rừng và chuột phá hoa màu ở {h}, {o} đề nghị hướng dẫn cách phòng trừ và hỗ trợ {k} hộ thiệt hại nặng.",
        "Đề nghị hỗ trợ giống và phân bón cho {k} hộ ở {h} bị mất trắng {n} mét vuông hoa màu do ngập {t}.",
    ), "hỗ trợ giống cho {k} hộ bị thiệt hại ở {h}", "Mức thiệt hại ở {h} dưới ngưỡng được hỗ trợ; cơ quan đã cử cán bộ hướng dẫn khôi phục sản xuất."),
    Matter("thuy-san", ("Phòng Kinh tế", ECONOMY), (
        "Luồng vào bến gần {m} bị bồi cạn, {t} tàu của ngư dân {h} phải chờ nước lên; đề nghị nạo vét {n} mét luồng.",
        "{o} {h} đề nghị hỗ trợ lắp thiết bị giám sát hành trình cho {k} tàu cá đã nộp hồ sơ từ năm {y}.",
    ), "nạo vét luồng vào bến {m}", "Việc nạo vét phụ thuộc giấy phép nhận chìm; trong lúc chờ, cơ quan đã cắm phao báo luồng."),
    Matter("nuoc-sach", ("Phòng Kinh tế", ECONOMY), (
        "Nước sinh hoạt ở {h} có vị mặn và cặn vàng vào {t}, {o} đề nghị kiểm nghiệm và kéo đường ống nước sạch dài {n} mét.",
        "{k} hộ cuối tuyến ở {h} nước yếu, có ngày không có nước; đề nghị đơn vị cấp nước tăng áp.",
        "Đề nghị đầu tư công trình cấp nước tập trung cho {h} và {h2}, hiện {k} hộ còn dùng giếng đào.",
    ), "kéo {n} mét đường ống nước sạch đến {h}", "Kết quả kiểm nghiệm mẫu nước tại {h} đạt quy chuẩn; bản sao đã niêm yết tại nhà văn hóa."),
    Matter("giao-duc", ("Phòng Giáo dục và Đào tạo", SOCIETY), (
        "Phòng học điểm trường ở {h} thấm dột, {t} phải cho học sinh nghỉ; {o} đề nghị sửa chữa trước năm học mới.",
        "Đề nghị bố trí thêm giáo viên mầm non cho điểm trường {h}, hiện {k} cô phụ trách {n} trẻ.",
        "Sân trường gần {m} chưa có mái che, {o} {h} đề nghị đầu tư để các cháu sinh hoạt ngoài trời.",
    ), "sửa chữa mái và nền phòng học điểm trường {h}", "Số trẻ trên mỗi giáo viên ở {h} đang trong định mức; nhà trường đã bố trí dạy thay khi có giáo viên nghỉ."),
    Matter("y-te", ("Phòng Y tế", SOCIETY), (
        "Trạm y tế phục vụ {h} thiếu thuốc điều trị huyết áp {k} tháng nay, {o} phải đi xa; đề nghị bổ sung.",
        "{o} {h} đề nghị bố trí bác sĩ khám định kỳ tại trạm y tế gần {m}, hiện mỗi tuần chỉ có {k} buổi.",
    ), "bổ sung thuốc và lịch khám tại trạm y tế gần {m}", "Danh mục thuốc được mua sắm tập trung; lô thuốc tiếp theo đã có kế hoạch phân bổ cho trạm."),
    Matter("van-hoa", ("Phòng Văn hóa và Thông tin", SOCIETY), (
        "Nhà văn hóa {h} xuống cấp, mái tôn thủng {k} chỗ; {o} đề nghị hỗ trợ kinh phí sửa chữa.",
        "Đề nghị trang bị dụng cụ thể thao ngoài trời cho khu vực {m}, người dân {h} đã góp {k} triệu đồng.",
        "Loa truyền thanh ở {h} mất tiếng từ {t}, thông báo của chính quyền không nghe được.",
    ), "sửa chữa nhà văn hóa {h} và hệ thống truyền thanh", "Kinh phí sửa chữa nhà văn hóa được cấp theo thứ tự ưu tiên đã công khai; {h} ở nhóm tiếp theo."),
    Matter("bao-tro", ("Phòng Lao động - Thương binh và Xã hội", SOCIETY), (
        "{k} người cao tuổi ở {h} đủ điều kiện hưởng trợ cấp nhưng chậm được nhận từ {t}; đề nghị giải quyết sớm.",
        "{o} {h} đề nghị rà soát lại danh sách hộ nghèo năm {y}, có {k} hộ khó khăn chưa được đưa vào.",
        "Đề nghị xem xét chế độ cho {k} người có công ở {h} còn vướng giấy tờ gốc từ năm {y}.",
    ), "rà soát, chi trả trợ cấp cho {k} trường hợp ở {h}", "Sau rà soát, các trường hợp nêu chưa đủ thời gian cư trú theo quy định; cơ quan đã giải thích tận hộ."),
    Matter("an-ninh", ("Công an", "Công an"), (
        "Thanh niên tụ tập nẹt pô, đua xe trên đường qua {m} vào ban đêm, {o} {h} đề nghị tăng tuần tra trong {t}.",
        "{h} xảy ra {k} vụ mất trộm xe đạp, gia cầm trong {t}; đề nghị lắp camera ở {m} và tuần tra.",
    ), "tuần tra khép kín khu vực {m}, {h}", "Công an đã lập danh sách, gọi răn đe {k} trường hợp; số vụ việc ở {h} giảm so với cùng kỳ."),
    Matter("tai-san-cong", (URBAN, ECONOMY), (
        "Trụ sở cũ gần {m} bỏ không, cỏ mọc {t}, {o} {h} đề nghị sửa lại làm nơi sinh hoạt cộng đồng.",
        "Sau khi sắp xếp, dãy nhà làm việc cũ ở {h} rộng {n} mét vuông chưa sử dụng; đề nghị có phương án, tránh lãng phí.",
    ), "giao trụ sở cũ gần {m} làm điểm sinh hoạt của {h}", "Trụ sở cũ đang trong danh mục xử lý tài sản công, đang chờ phê duyệt phương án."),
    Matter("hanh-chinh", ("Phòng Nội vụ", SOCIETY), (
        "Người dân {h} phải đi {k} cây số đến nơi làm thủ tục; đề nghị mở điểm tiếp nhận hồ sơ tại {m} mỗi tuần {k} buổi.",
        "{o} {h} phản ánh hồ sơ nộp trực tuyến năm {y} bị trả lại nhiều lần; đề nghị hướng dẫn một lần cho đủ.",
    ), "mở điểm hỗ trợ làm thủ tục tại {m}", "Hồ sơ bị trả do thiếu bản chụp hai mặt; bộ phận một cửa đã niêm yết mẫu và cử người hướng dẫn {h}."),
)  # fmt: skip

PROVINCE = (
    Matter("giao-thong", ("Sở Giao thông vận tải", "Sở Xây dựng"), (
        "Tỉnh lộ qua {h} ({c}) hư hỏng nặng do xe tải lớn, {t} trơn trượt; {o} đề nghị tỉnh nâng cấp {n} mét còn lại.",
        "Cầu gần {m} ({c}) hẹp, {k} năm nay thường kẹt xe vào {t}; đề nghị tỉnh đầu tư mở rộng.",
        "{o} {c} đề nghị làm đường gom dọc {m} để {h} không phải băng qua đường lớn.",
    ), "nâng cấp {n} mét tỉnh lộ đoạn qua {h}, {c}", "Tuyến đường đã có trong danh mục trung hạn, thứ tự thực hiện theo khả năng cân đối vốn của tỉnh."),
    Matter("thuy-san", ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"), (
        "Cửa biển gần {m} bồi lấp, {t} {k} tàu mắc cạn; {o} {c} đề nghị tỉnh có dự án nạo vét lâu dài.",
        "Đề nghị tỉnh mở rộng khu neo đậu cho tàu cá của {h} ({c}), hiện chỉ chứa được {k} chiếc.",
    ), "nạo vét, gia cố cửa biển khu vực {m}", "Dự án nạo vét phải đánh giá tác động môi trường; hồ sơ đang được hoàn thiện theo ý kiến các sở."),
    Matter("khoang-san", ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"), (
        "Khai thác cát gần {m} ({c}) làm sạt {n} mét vuông đất của {h}; {o} đề nghị tỉnh kiểm tra giấy phép.",
        "Mỏ đất ở {c} chở vật liệu qua {h} suốt {t}, {o} đề nghị tỉnh dừng khai thác ngoài giờ.",
    ), "kiểm tra giấy phép và mốc giới khai thác tại {m}, {c}", "Giấy phép còn hiệu lực và sản lượng trong mức cho phép; sở đã yêu cầu doanh nghiệp lắp trạm cân."),
    Matter("thuy-loi", ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"), (
        "Hồ chứa cấp nước cho {c} thấm qua thân đập, {o} {h} lo ngại vào {t}; đề nghị tỉnh sửa chữa.",
        "Đề nghị tỉnh xây kè chống sạt lở bờ biển đoạn {h} ({c}) dài {n} mét, mỗi năm biển lấn {k} mét.",
    ), "sửa chữa, gia cố {n} mét kè đoạn {h}, {c}", "Đoạn kè thuộc dự án do trung ương hỗ trợ; tỉnh đã đăng ký nhu cầu vốn."),
    Matter("dien", ("Sở Công Thương", "Sở Công Thương"), (
        "Điện ở {h} ({c}) yếu vào {t}, {k} hộ không chạy được máy bơm; đề nghị ngành điện nâng công suất trạm.",
        "{o} {c} đề nghị di dời {k} trụ điện nằm giữa đường mới mở gần {m}.",
    ), "nâng công suất trạm biến áp cấp điện cho {h}, {c}", "Đơn vị điện lực đã san tải trạm; điện áp đo tại {h} đạt mức quy định."),
    Matter("thu-hoi", ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"), (
        "Dự án cao tốc qua {c} làm hư {k} tuyến đường dân sinh của {h}; đề nghị tỉnh yêu cầu nhà thầu hoàn trả.",
        "Đề nghị tỉnh xem xét bồi thường cho {k} nhà ở {h} ({c}) bị nứt do thi công gần {m}.",
    ), "yêu cầu nhà thầu hoàn trả đường dân sinh của {h}, {c}", "Trách nhiệm bồi thường do bảo hiểm công trình; sở đã mời các bên giám định độc lập."),
    Matter("y-te", ("Sở Y tế", "Sở Y tế"), (
        "Bệnh viện khu vực quá tải, {o} {c} phải chờ khám {k} giờ; đề nghị tỉnh bổ sung bác sĩ và máy móc.",
        "{o} {h} ({c}) đề nghị mở lại điểm cấp thuốc bảo hiểm y tế gần {m}.",
    ), "bổ sung {k} bác sĩ và phòng khám cho khu vực {c}", "Việc tuyển bác sĩ đang theo kế hoạch; trong lúc chờ, bệnh viện tuyến trên luân phiên cử người hỗ trợ."),
    Matter("giao-duc", ("Sở Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo"), (
        "Trường trung học phổ thông phục vụ {c} thiếu {k} phòng học, {o} đề nghị tỉnh đầu tư trước {t}.",
        "Đề nghị tỉnh có chính sách giữ giáo viên mầm non ở {c}, năm {y} đã có {k} cô xin nghỉ.",
    ), "xây thêm {k} phòng học cho trường phục vụ {c}", "Quy mô trường đã được duyệt đến hết giai đoạn; sở điều tiết học sinh sang trường lân cận."),
    Matter("khoang-san", ("Sở Công Thương", "Sở Công Thương"), (
        "Cụm công nghiệp gần {m} ({c}) chưa có hệ thống xử lý nước thải chung, {o} {h} đề nghị tỉnh chỉ đạo đầu tư.",
    ), "đầu tư trạm xử lý nước thải cụm công nghiệp gần {m}", "Chủ đầu tư cụm công nghiệp đã nộp thiết kế; sở đang thẩm định."),
    Matter("vien-thong", ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"), (
        "Sóng di động tại {h} ({c}) chập chờn, {t} mất liên lạc khi mưa bão; đề nghị tỉnh làm việc với nhà mạng.",
        "{o} {c} đề nghị thu gom dây cáp viễn thông võng xuống đường tại {m}.",
    ), "lắp thêm trạm phát sóng phục vụ {h}, {c}", "Ba nhà mạng đã đo kiểm tại {h}; vùng lõm sóng sẽ được phủ khi có mặt bằng đặt trạm."),
)  # fmt: skip

CENTRAL = (
    Matter("can-bo", ("Đoàn", "Đoàn"), (
        "{o} {c} đề nghị Trung ương xem xét nâng mức phụ cấp cho người hoạt động không chuyên trách ở {h}, hiện {k} người kiêm nhiều việc.",
        "Đề nghị có chính sách cho {k} cán bộ thôn, tổ dân phố của {c} nghỉ việc khi sắp xếp từ năm {y}.",
    ), "tổng hợp đề nghị về phụ cấp ở {c} gửi Chính phủ", "Mức phụ cấp do Chính phủ quy định khung; kiến nghị đã được tổng hợp gửi bộ chủ quản."),
    Matter("viec-lam", ("Đoàn", "Đoàn"), (
        "{o} {c} đề nghị Quốc hội xem xét giảm số năm đóng bảo hiểm xã hội tự nguyện cho ngư dân {h}.",
        "Đề nghị Quốc hội nghiên cứu chính sách bảo hiểm thất nghiệp cho lao động biển ở {c}, {t} không ra khơi được.",
    ), "chuyển đề nghị về bảo hiểm của {c} tới cơ quan soạn thảo", "Luật hiện hành đã giảm thời gian đóng tối thiểu; cơ quan soạn thảo đã giải thích bằng văn bản."),
    Matter("giao-thong", ("Đoàn", "Đoàn"), (
        "{o} {c} đề nghị bộ chủ quản làm hầm chui dân sinh trên quốc lộ 1 tại {m}, nơi {k} vụ tai nạn đã xảy ra từ năm {y}.",
        "Đề nghị Trung ương bố trí vốn hoàn thành đường ven biển đoạn {h} ({c}).",
    ), "kiến nghị bộ chủ quản làm hầm chui tại {m}, {c}", "Vị trí này đã được đưa vào danh mục xử lý điểm đen của quốc lộ; thời gian theo kế hoạch bảo trì."),
    Matter("bao-tro", ("Đoàn", "Đoàn"), (
        "{o} {h} ({c}) đề nghị Quốc hội sớm sửa quy định về trợ cấp người cao tuổi cho phù hợp giá cả năm {y}.",
    ), "tổng hợp đề nghị về trợ cấp của {c} gửi Quốc hội", "Chuẩn trợ cấp vừa được điều chỉnh; phần tăng thêm do ngân sách địa phương quyết định."),
    Matter("trong-trot", ("Đoàn", "Đoàn"), (
        "Giá phân bón tăng cao từ {t}, {o} {c} đề nghị Trung ương có giải pháp bình ổn cho người trồng lúa ở {h}.",
    ), "gửi kiến nghị bình ổn giá vật tư của {c} tới bộ chủ quản", "Thuế đối với phân bón đã được điều chỉnh bằng luật; tác động tới giá cần thêm thời gian theo dõi."),
)  # fmt: skip
