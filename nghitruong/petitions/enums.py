"""States, levels and outcomes of a petition (law.md 8)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    RECEIVED = "received", _("đã tiếp nhận")
    SORTED = "sorted", _("đã phân loại")
    FORWARDED = "forwarded", _("đã chuyển giải quyết")
    RETURNED = "returned", _("bị trả lại, không đúng thẩm quyền")
    ANSWERED = "answered", _("đã trả lời")
    REOPENED = "reopened", _("đã mở lại")
    ACCEPTED = "accepted", _("đã chấp nhận kết quả")
    CLOSED = "closed", _("đã kết thúc")
    NOTED = "noted", _("đã ghi nhận, không phải kiến nghị")


class Kind(TextChoices):
    PETITION = "petition", _("kiến nghị")
    OPINION = "opinion", _("ý kiến")
    THANKS = "thanks", _("cảm ơn, ghi nhận")


class Level(TextChoices):
    CENTRAL = "central", _("trung ương")
    PROVINCE = "province", _("cấp tỉnh")
    DISTRICT = "district", _("cấp huyện")
    COMMUNE = "commune", _("cấp xã")


class Channel(TextChoices):
    CONTACT = "contact", _("tiếp xúc cử tri")
    WRITTEN = "written", _("văn bản, đơn gửi")
    RECEPTION = "reception", _("tiếp công dân")
    ONLINE = "online", _("cổng, ứng dụng")
    OTHER = "other", _("nguồn khác")


class Outcome(TextChoices):
    """What an answer says became of the matter. Answered and settled are two facts (law.md 8.4)."""

    SETTLED = "settled", _("đã giải quyết xong")
    IN_PROGRESS = "in_progress", _("đang giải quyết")
    EXPLAINED = "explained", _("giải trình, cung cấp thông tin")
    PLANNED = "planned", _("sẽ giải quyết theo lộ trình")
    UNSETTLED = "unsettled", _("chưa giải quyết")
    NOTED = "noted", _("tiếp thu, nghiên cứu")


class UnsettledReason(TextChoices):
    BEYOND_COMPETENCE = "beyond_competence", _("vượt thẩm quyền")
    NO_BUDGET = "no_budget", _("chưa có kinh phí")
    NEEDS_LAW = "needs_law", _("cần sửa đổi quy định của pháp luật")
    OTHER = "other", _("lý do khác")


class Finding(TextChoices):
    PASSED = "passed", _("đạt")
    PARTLY = "partly", _("đạt một phần")
    FAILED = "failed", _("chưa đạt")


class RepeatState(TextChoices):
    PROPOSED = "proposed", _("chờ xem")
    CONFIRMED = "confirmed", _("đã xác nhận")
    REJECTED = "rejected", _("không trùng")


class RepeatKind(TextChoices):
    ASKED_AGAIN = "asked_again", _("hỏi lại việc cũ")
    VOICE = "voice", _("cùng một việc, thêm tiếng nói")


class Dimension(TextChoices):
    """What a reading rule speaks about."""

    KIND = "kind", _("loại ý kiến")
    FIELD = "field", _("lĩnh vực")
    LEVEL = "level", _("thẩm quyền")
    AGENCY = "agency", _("cơ quan giải quyết")


class FactVerdict(TextChoices):
    """What became of looking into a fact that a voter stated (N6)."""

    CHECKED = "checked", _("đã kiểm tra, đúng")
    CORRECTED = "corrected", _("đã kiểm tra, đính chính")
    UNVERIFIABLE = "unverifiable", _("không kiểm chứng được")


class Appraised(TextChoices):
    """How a body of the council or a voter judges an answer or its result."""

    GOOD = "good", _("đạt yêu cầu")
    PARTLY = "partly", _("đạt một phần")
    POOR = "poor", _("chưa đạt yêu cầu")


DEED_LABELS = {
    "receive": _("Tiếp nhận kiến nghị"),
    "edit": _("Sửa nội dung"),
    "sort": _("Phân loại"),
    "reclassify": _("Xác định không phải kiến nghị"),
    "restore": _("Đưa trở lại là kiến nghị"),
    "forward": _("Chuyển giải quyết"),
    "urge": _("Đôn đốc"),
    "extend": _("Gia hạn trả lời"),
    "send_back": _("Trả lại, không đúng thẩm quyền"),
    "answer": _("Ghi văn bản trả lời"),
    "commit": _("Ghi lời hứa"),
    "verify": _("Ghi kết quả xác minh"),
    "accept": _("Chấp nhận kết quả"),
    "reopen": _("Mở lại"),
    "close": _("Kết thúc theo dõi"),
    "carry_over": _("Chuyển sang kỳ họp sau"),
    "take_in": _("Nhập tệp kiến nghị"),
    "undo_import": _("Hoàn tác lần nhập tệp"),
    "read_columns": _("Chọn nội dung từng cột của tệp"),
    "set_rule": _("Đặt quy tắc đọc riêng"),
    "end_rule": _("Bỏ quy tắc đọc riêng"),
    "forward_many": _("Chuyển nhiều kiến nghị"),
    "set_class": _("Đặt phân loại riêng"),
    "end_class": _("Thôi dùng phân loại riêng"),
    "remove_class": _("Xóa phân loại riêng"),
    "classify_answer": _("Phân loại riêng câu trả lời"),
    "learn": _("Học từ hồ sơ đã phân loại"),
    "send_down": _("Chuyển xuống cấp dưới giải quyết"),
    "check_fact": _("Ghi kết quả kiểm tra thông tin"),
    "commit_all": _("Ghi các lời hứa đã chọn"),
    "assess": _("Đánh giá câu trả lời"),
    "hear_voter": _("Ghi ý kiến cử tri về kết quả"),
    "inherit": _("Tiếp nhận từ cơ quan kết thúc hoạt động"),
    "propose_repeats": _("Đề xuất kiến nghị trùng"),
    "confirm_repeat": _("Xác nhận hỏi lại việc cũ"),
    "reject_repeat": _("Xác định không trùng"),
    "reconsider_repeat": _("Xem lại việc trùng"),
    "merge": _("Gộp vào kiến nghị khác"),
    "split": _("Tách khỏi kiến nghị đã gộp"),
}
"""A deed's words: on its button, over its page and in the journal."""

COLUMNS = {
    "ref": _("Mã trong tệp"),
    "text": _("Nội dung kiến nghị"),
    "place": _("Nơi nêu"),
    "date": _("Ngày"),
    "field": _("Lĩnh vực"),
    "level": _("Thẩm quyền"),
    "answer": _("Nội dung trả lời"),
    "agency": _("Cơ quan trả lời"),
    "status": _("Tình trạng"),
    "session": _("Kỳ họp"),
    "voter": _("Cử tri"),
    "channel": _("Nguồn"),
    "voices": _("Số người"),
}
"""What a column of an office's file may hold (rules.HEADINGS), in words."""

NOTE_LABELS = {
    "title": _("tiêu đề của tệp"),
    "heading": _("tiêu đề cột"),
    "section": _("mục"),
    "total": _("dòng cộng"),
    "footnote": _("ghi chú, chỗ ký"),
    "answer": _("trả lời của kiến nghị trên"),
    "empty": _("dòng chỉ có số thứ tự"),
    "other": _("bảng không có kiến nghị"),
}
"""What a line that is no petition was taken for (rules.Note.why), in words."""


class Intake(TextChoices):
    """How far a long file has come: read and judged, looked at by a person, written into the register."""

    WAITING = "waiting", _("chờ đọc")
    READING = "reading", _("đang đọc")
    READY = "ready", _("chờ xem và nhận")
    ASKED = "asked", _("chờ ghi vào sổ")
    WRITING = "writing", _("đang ghi vào sổ")
    DONE = "done", _("đã nhận")
    CANCELLED = "cancelled", _("đã hủy")
    FAILED = "failed", _("không nhập được")
