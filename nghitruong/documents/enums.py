"""Kinds of documents (NĐ 30/2020, law.md 12.5) that this product writes or files now."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DocumentKind(TextChoices):
    LETTER = "cong_van", _("Công văn")
    REPORT = "bao_cao", _("Báo cáo")
    MINUTES = "bien_ban", _("Biên bản")
    NOTICE = "thong_bao", pgettext_lazy("kind of document", "Thông báo")
    PLAN = "ke_hoach", _("Kế hoạch")
    DECISION = "quyet_dinh", _("Quyết định")
    RESOLUTION = "nghi_quyet", _("Nghị quyết")
    SUBMISSION = "to_trinh", _("Tờ trình")
    PHOTO = "anh", _("Ảnh chụp")
    RECORDING = "ghi_am", _("Ghi âm")
    OTHER = "khac", _("Tài liệu khác")


class PaperKind(TextChoices):
    """The 29 types of an official text (NĐ 30/2020, Điều 7; law.md 12.5); their codes stand in `rules.numbering`."""

    RESOLUTION = "nghi_quyet", _("Nghị quyết")
    DECISION = "quyet_dinh", _("Quyết định")
    DIRECTIVE = "chi_thi", _("Chỉ thị")
    STATUTE = "quy_che", _("Quy chế")
    REGULATION = "quy_dinh", _("Quy định")
    COMMUNIQUE = "thong_cao", _("Thông cáo")
    NOTICE = "thong_bao", pgettext_lazy("kind of document", "Thông báo")
    GUIDANCE = "huong_dan", _("Hướng dẫn")
    PROGRAMME = "chuong_trinh", _("Chương trình")
    PLAN = "ke_hoach", _("Kế hoạch")
    SCHEME = "phuong_an", _("Phương án")
    PROPOSAL = "de_an", _("Đề án")
    PROJECT = "du_an", _("Dự án")
    REPORT = "bao_cao", _("Báo cáo")
    MINUTES = "bien_ban", _("Biên bản")
    SUBMISSION = "to_trinh", _("Tờ trình")
    CONTRACT = "hop_dong", _("Hợp đồng")
    LETTER = "cong_van", _("Công văn")
    TELEGRAM = "cong_dien", _("Công điện")
    MEMORANDUM = "ban_ghi_nho", _("Bản ghi nhớ")
    AGREEMENT = "ban_thoa_thuan", _("Bản thỏa thuận")
    AUTHORISATION = "giay_uy_quyen", _("Giấy ủy quyền")
    INVITATION = "giay_moi", _("Giấy mời")
    INTRODUCTION = "giay_gioi_thieu", _("Giấy giới thiệu")
    LEAVE = "giay_nghi_phep", _("Giấy nghỉ phép")
    SENDING_SLIP = "phieu_gui", _("Phiếu gửi")
    TRANSFER_SLIP = "phieu_chuyen", _("Phiếu chuyển")
    NOTICE_SLIP = "phieu_bao", _("Phiếu báo")
    PUBLIC_LETTER = "thu_cong", _("Thư công")


class Nature(TextChoices):
    """What keeps a text in a number series of its own (law.md 12.4 DOC-02)."""

    GENERAL = "general", _("văn bản hành chính")
    NORMATIVE = "normative", _("văn bản quy phạm pháp luật")
    SECRET = "secret", _("văn bản mật")


class Direction(TextChoices):
    OUT = "out", _("văn bản đi")
    IN = "in", _("văn bản đến")
    COPY = "copy", _("bản sao")


class Secrecy(TextChoices):
    NONE = "none", _("không mật")
    SECRET = "secret", _("Mật")
    TOP = "top", _("Tối mật")
    HIGHEST = "highest", _("Tuyệt mật")


class Urgency(TextChoices):
    NORMAL = "normal", _("thường")
    URGENT = "urgent", _("Khẩn")
    VERY = "very", _("Thượng khẩn")
    EXPRESS = "express", _("Hỏa tốc")


class Capacity(TextChoices):
    """Who signs for whom (NĐ 30/2020, Điều 13; law.md 12.3); keys as in `rules.text.CAPACITIES`."""

    OWN = "own", _("Người đứng đầu tự ký")
    TM = "TM", _("TM. (thay mặt tập thể)")
    TM_KT = "TM_KT", _("TM. và KT. (cấp phó ký thay người đứng đầu, thay mặt tập thể)")
    KT = "KT", _("KT. (cấp phó ký thay)")
    Q = "Q", _("Q. (quyền)")
    TL = "TL", _("TL. (thừa lệnh)")
    TL_KT = "TL_KT", _("TL. và KT. (cấp phó ký thay người được giao thừa lệnh)")
    TUQ = "TUQ", _("TUQ. (thừa ủy quyền)")


class PaperState(TextChoices):
    DRAFT = "draft", _("dự thảo")
    SUBMITTED = "submitted", _("đã trình ký")
    ISSUED = "issued", _("đã ban hành")
    DROPPED = "dropped", _("đã bỏ dự thảo")


class IncomingState(TextChoices):
    REGISTERED = "registered", _("mới vào sổ")
    ROUTED = "routed", _("đang xử lý")
    FINISHED = "finished", _("đã xử lý")


class RelationKind(TextChoices):
    AMEND = "amend", _("sửa đổi, bổ sung")
    CORRECT = "correct", _("đính chính")
    REPLACE = "replace", _("thay thế")
    CANCEL = "cancel", _("hủy bỏ")


class CopyKind(TextChoices):
    """Copies and their codes (law.md 12.5)."""

    FULL = "SY", _("Sao y")
    EXTRACT = "TrS", _("Trích sao")
    RECOPY = "SL", _("Sao lục")


class FolderState(TextChoices):
    OPEN = "open", _("đang mở")
    CLOSED = "closed", _("đã đóng")


PAPER_DEEDS = {
    "draft": _("soạn dự thảo văn bản"),
    "replace": _("thay tệp dự thảo"),
    "submit": _("trình ký"),
    "send_back": _("trả lại dự thảo"),
    "drop": _("bỏ dự thảo"),
    "issue": _("ký ban hành"),
    "distribute": _("gửi tới nơi nhận"),
    "receive": _("nhận văn bản"),
    "correct": _("soạn văn bản sửa đổi, đính chính"),
    "copy": _("sao văn bản"),
    "file": _("đưa vào hồ sơ"),
    "seal": _("ký số bằng chữ ký số của cơ quan"),
}
INCOMING_DEEDS = {
    "register": _("đăng ký văn bản đến"),
    "route": _("chuyển xử lý văn bản đến"),
    "finish": _("ghi đã xử lý văn bản đến"),
    "copy": _("sao văn bản"),
    "file": _("đưa vào hồ sơ"),
}
REGISTER_DEEDS = {
    "series.open": _("mở dãy số"),
    "folder.open": _("lập hồ sơ"),
    "folder.file": _("đưa văn bản vào hồ sơ"),
    "folder.close": _("đóng hồ sơ"),
}
