"""What every kind has: head, number, place and day, signature, recipients; and the people of the examples."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_noop as n_

from nghitruong.documents.rules.kinds.model import DATE, FLAG, LINE, LINES, SIGNER, Field

SIGNATORY = (
    Field("title", n_("Chức vụ người ký")),
    Field("name", n_("Họ tên người ký"), LINE, required=False),
    Field("head", n_("Chức vụ người đứng đầu"), LINE, required=False),
    Field("organ", n_("Thay mặt tập thể"), LINE, required=False),
    Field("order_of", n_("Thừa lệnh của"), LINE, required=False),
    Field("authorised_by", n_("Thừa ủy quyền của"), LINE, required=False),
    Field("acting", n_("Quyền người đứng đầu"), FLAG, required=False),
)
GOVERNING = Field("governing_organ", n_("Cơ quan chủ quản"), LINE, required=False)
ISSUING = Field("issuing_organ", n_("Cơ quan ban hành"))
NUMBER_GIVEN = Field("number", n_("Số văn bản"), LINE, required=False)
SYMBOL = Field("symbol", n_("Ký hiệu"), LINE, required=False)
PLACE = Field("place", n_("Địa danh"))
ISSUED = Field("issue_date", n_("Ngày ban hành"), DATE, required=False)
ABSTRACT = Field("abstract", n_("Trích yếu"))
TO = Field("to", n_("Kính gửi"), LINES)
AUTHOR = Field("author", n_("Dòng cơ quan ban hành trên căn cứ"))
GROUNDS = Field("grounds", n_("Căn cứ ban hành"), LINES)
SIGNATORY_FIELD = Field("signatory", n_("Người ký"), SIGNER, items=SIGNATORY)
RECIPIENTS = Field("recipients", n_("Nơi nhận"), LINES)
ARCHIVE = Field("archive", n_("Nơi lưu"), LINE, required=False)
DAY_LINE = "dia_danh_ngay_thang"
SIGNATURE_LINES = "chu_ky"
SIGNER_NAME = "ho_ten_nguoi_ky"
SECOND_NAME = "ho_ten_thu_ky"

STANDING = "Thường trực Hội đồng nhân dân"
COUNCIL = "Hội đồng nhân dân phường Mẫu"
BY_CHAIR = {"title": "Chủ tịch", "organ": STANDING, "name": "Trần Thị Minh Mẫu"}
BY_DEPUTY = {"title": "Phó Chủ tịch", "head": "Chủ tịch", "organ": STANDING, "name": "Nguyễn Văn Thử"}
BY_OFFICE = {
    "title": "Phó Chánh Văn phòng",
    "head": "Chánh Văn phòng",
    "order_of": STANDING,
    "name": "Lê Thị Hoài Thử",
}


def sample(number: str, day: str, abstract: str, **own: Any) -> dict[str, Any]:
    """Return the data of an example: an invented ward's standing committee writes."""
    return {
        "governing_organ": COUNCIL,
        "issuing_organ": STANDING,
        "number": number,
        "place": "Mẫu",
        "issue_date": day,
        "abstract": abstract,
        "signatory": BY_CHAIR,
        "recipients": ["Đại biểu Hội đồng nhân dân phường", "Ủy ban nhân dân phường", "Các cơ quan, đơn vị liên quan"],
        **own,
    }
