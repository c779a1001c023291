"""The words an answer is judged by: of will, of the past, vague, of measure, of outcome (law.md 8.4)."""

from nghitruong.petitions.enums import Outcome, UnsettledReason

WILL = (
    "sẽ",
    "cam kết",
    "hứa",
    "dự kiến",
    "phấn đấu",
    "giao",
    "yêu cầu",
    "chỉ đạo",
    "đề nghị",
    "tiếp tục đề xuất",
    "tiếp tục đề nghị",
    "tiếp tục tham mưu",
    "tiếp tục rà soát",
    "tiếp tục kiến nghị",
    "tiếp tục thực hiện",
    "tiếp tục phối hợp",
    "tiếp tục bố trí",
    "thực hiện khi",
    "triển khai trong",
    "thực hiện trong",
    "hoàn thành trong",
    "hoàn thành trước",
    "xong trước",
    "chậm nhất",
    "phải xong",
    "thực hiện ngay",
)
NOT_YET = (
    "đang khảo sát",
    "đang phối hợp",
    "đang lập",
    "đang hoàn thiện",
    "đang xem xét",
    "đang trình",
    "đang triển khai",
)
PAST = ("đã",)
TASKED = (
    "đã chỉ đạo",
    "đã giao",
    "đã yêu cầu",
    "đã đề nghị",
    "đã đưa vào kế hoạch",
    "đã được đưa vào kế hoạch",
    "đã có trong kế hoạch",
    "đã đăng ký",
    "đã bố trí vốn",
    "đã phê duyệt kế hoạch",
)
"""A past deed that binds for the future: it is a promise once a term stands beside it."""
BLOCK = (
    "chỉ đạo của",
    "văn bản chỉ đạo",
    "sự chỉ đạo",
    "sẽ phần nào",
    "sẽ đáp ứng",
    "sẽ góp phần",
    "sẽ ảnh hưởng",
    "sẽ gây",
    "theo đề nghị",
    "đã được giao",
    "bàn giao",
    "giao thông",
    "Giao thông",
    "giao đất",
    "Đề nghị là",
    "theo yêu cầu",
    "nhu cầu",
    "được giao",
    "giao dịch",
    "chuyển giao",
    "giao nộp",
    "có đề nghị",
    "đáp ứng yêu cầu",
    "chính đáng",
)
VAGUE = (
    "xem xét",
    "nghiên cứu",
    "tiếp thu",
    "ghi nhận",
    "từng bước",
    "quan tâm",
    "cố gắng",
    "phấn đấu",
    "lồng ghép",
    "tùy theo",
    "căn cứ nguồn lực",
    "căn cứ khả năng",
    "theo khả năng",
    "khả năng cân đối",
    "theo quy định",
    "theo phân cấp",
    "tăng cường",
    "sớm",
    "khẩn trương",
    "phát triển tốt hơn",
    "phần nào",
    "cơ bản đáp ứng",
    "có lộ trình",
    "kịp thời",
    "khi đủ",
    "vận dụng",
    "rút kinh nghiệm",
)
MEASURES = (
    "sửa chữa", "cải tạo", "nâng cấp", "xây dựng", "xây", "đầu tư", "lắp đặt", "lắp", "nạo vét", "duy tu", "bảo dưỡng",
    "kiểm tra", "khảo sát", "rà soát", "bố trí vốn", "bố trí kinh phí", "cấp giấy", "giao đất", "hỗ trợ", "thanh tra",
    "xử lý", "khắc phục", "tháo dỡ", "di dời", "bồi thường", "chi trả", "ban hành", "sửa đổi", "trình", "đề xuất",
    "lập dự án", "lập phương án", "thẩm định", "phê duyệt", "vận động", "tuyên truyền", "thay thế", "mua sắm",
    "tuyển dụng", "đào tạo", "thu gom", "kéo dây", "khơi", "bê tông hóa", "triển khai", "bàn giao", "hoàn thiện hồ sơ",
    "bổ sung quy hoạch", "lựa chọn quỹ đất", "đưa vào kế hoạch", "đưa vào danh mục", "chuyển mục đích",
)  # fmt: skip
OUTCOMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "done": (
        Outcome.SETTLED,
        "",
        (
            "công việc hoàn thành",
            "biên bản nghiệm thu",
            "đã nghiệm thu",
            "xong ngày",
            "đã kéo",
            "đã nâng cấp",
            "đã cải tạo",
            "đã làm",
            "đã lắp",
            "đã hoàn thành", "đã giải quyết", "đã khắc phục", "đã sửa chữa", "đã sửa", "đã xử lý", "đã lắp đặt", "đã cấp",
            "đã chi trả", "đã bàn giao", "đã đưa vào sử dụng", "đã thực hiện xong", "đã giải quyết xong", "đã làm xong",
            "đã xây dựng xong", "đã nạo vét", "không còn tồn đọng", "đã thi công xong", "đã được sửa chữa",
            "đã được giải quyết", "đã được khắc phục", "đã thanh toán", "đã thu hồi", "đã di dời", "đã đầu tư xong",
        ),
    ),
    "beyond": (
        Outcome.UNSETTLED,
        UnsettledReason.BEYOND_COMPETENCE,
        ("không thuộc thẩm quyền", "vượt thẩm quyền", "ngoài thẩm quyền", "không có thẩm quyền"),
    ),
    "money": (
        Outcome.UNSETTLED,
        UnsettledReason.NO_BUDGET,
        (
            "chưa bố trí được vốn", "chưa bố trí được kinh phí", "chưa có kinh phí", "chưa có vốn", "ngân sách hạn hẹp",
            "chưa bố trí được", "khó khăn về nguồn lực", "khó khăn vốn", "khó khăn về vốn", "chưa cân đối được",
            "không có kinh phí", "nguồn lực hạn chế", "ngân sách còn khó khăn", "nguồn vốn còn hạn chế", "vốn hạn chế",
            "chưa đầu tư được", "thiếu kinh phí", "kinh phí hạn hẹp",
        ),
    ),
    "law": (
        Outcome.UNSETTLED,
        UnsettledReason.NEEDS_LAW,
        (
            "chưa có quy định", "không có quy định", "chưa có cơ sở pháp lý", "chưa có cơ sở trình", "không được hưởng",
            "không thuộc đối tượng", "chưa có hướng dẫn", "trái quy định", "không có cơ sở",
        ),
    ),
    "other": (
        Outcome.UNSETTLED,
        UnsettledReason.OTHER,
        ("chưa thực hiện được", "chưa thể thực hiện", "không thể thực hiện", "chưa giải quyết được", "chưa đủ điều kiện"),
    ),
    "doing": (
        Outcome.IN_PROGRESS,
        "",
        (
            "đang triển khai", "đang thi công", "đang thực hiện", "đang xây dựng", "đang hoàn thiện", "đang lập",
            "đang khảo sát", "đang phối hợp", "đang giải quyết", "đang xử lý", "đang trình", "đang thẩm định", "đang được",
            "đang xác minh", "đang rà soát", "thống nhất yêu cầu", "đã giao", "đã chỉ đạo", "đã yêu cầu", "đã trình",
        ),
    ),
    "noted": (Outcome.NOTED, "", ("tiếp thu", "ghi nhận", "nghiên cứu", "xem xét")),
    "told": (
        Outcome.EXPLAINED,
        "",
        ("theo quy định tại", "đã quy định", "đã được quy định", "là trách nhiệm", "căn cứ quy định", "đã ban hành", "theo Nghị quyết", "theo Luật", "thuộc thẩm quyền"),
    ),
}  # fmt: skip


def beginning(text: str, most: int) -> str:
    """Return the first `most` characters at most, cut between words: half a word would be found as a word."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]
