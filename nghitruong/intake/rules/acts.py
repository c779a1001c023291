"""The verbs of official Vietnamese that give tasks: requests, duties, bare commands; and what is no task."""

from __future__ import annotations

import re

_ADVERBS = (
    r"tiếp tục|tích cực|chủ động|kịp thời|khẩn trương|nhanh chóng|sớm|thường xuyên|tập trung|nghiêm túc|đặc biệt|quan tâm|chú trọng|định kỳ|trực tiếp|cùng|cùng với|đồng thời|nhất là"
    r"|hằng (?:tháng|quý|năm|tuần)|hàng (?:tháng|quý|năm|tuần)|phải|cần|cần phải|sẽ|nên|ngay|thống nhất|căn cứ|theo|trong|trên cơ sở|tăng cường|đẩy mạnh|đẩy nhanh|nâng cao|nêu cao"
)
_VERBS = (
    r"triển khai|thực hiện|tổ chức|đổi mới|phát huy|rà soát|xây dựng|ban hành|hoàn thiện|hoàn thành|hoàn tất|hoàn chỉnh|chuẩn bị|bố trí|bảo đảm|đảm bảo|giải quyết|xử lý|trả lời|giải trình|báo cáo|gửi|cung cấp|công khai|phối hợp|chủ trì"
    r"|chỉ đạo|lãnh đạo|hướng dẫn|đôn đốc|theo dõi|giám sát|kiểm tra|thanh tra|thẩm tra|thẩm định|tham mưu|đề xuất|nghiên cứu|xem xét|tiếp thu|ghi nhận|rút kinh nghiệm|khắc phục|chấn chỉnh|duy trì|quản lý|sử dụng|huy động"
    r"|phân bổ|phân công|giao(?!\s+(?:thông|lưu|dịch))|tuyên truyền|vận động|quán triệt|nắm(?: bắt| chắc)?|lựa chọn|thống kê|tổng hợp|phân loại|lập|trình|đánh giá|bổ sung|sửa đổi|điều chỉnh|cập nhật|ứng dụng|cải cách|củng cố|kiện toàn|sắp xếp"
    r"|bồi dưỡng|tập huấn|đào tạo|mở|hỗ trợ|tạo điều kiện|tháo gỡ|giữ|bám sát|phấn đấu|quyết tâm|làm (?:tốt|rõ|việc)|thực hành|siết chặt|cụ thể h[oó][áa]|góp phần|mời|dành|tránh|hạn chế|ưu tiên|đầu tư|thu hồi|thông báo|niêm yết|lưu ý"
    r"|có (?:giải pháp|kế hoạch|biện pháp|phương án|văn bản|ý kiến|trách nhiệm|cơ chế|chính sách)|đưa|lấy|tham gia|tham dự|xác định|kiểm soát|phòng,? chống|phòng ngừa|điều h[àò][na]h?|điều hòa|bàn giao|khảo sát|tiếp (?:công dân|xúc|nhận)|kết nối|quy hoạch|cấp(?! trên)|chăm lo"
    r"|bàn bạc|trao đổi|tôn trọng|đoàn kết|chịu trách nhiệm|đề cao|thu thập|gợi ý|vận hành|sửa chữa|nâng cấp|cải tạo|khơi thông|bổ trí|phê duyệt|thông qua|quyết định|kiến nghị|đề nghị|yêu cầu|tìm hiểu|phản ánh|thông tin|đăng ký|cam kết|bảo vệ|gắn"
    r"|thành lập|giới thiệu|cử|ký|công bố|tiến hành|hợp đồng|đối thoại|giảm|tăng|phát triển|thu hút|khai thác|vệ sinh|trồng|xóa|xoá|di dời|cưỡng chế|ngăn chặn|xử phạt|nhân rộng|thi công|nghiệm thu|quyết toán|thanh toán|giải ngân|cân đối|phân cấp|ủy quyền|uỷ quyền"
)
ADVERB = re.compile(rf"\s*(?:{_ADVERBS})(?!\w)", re.IGNORECASE)
_CHAIN = rf"(?:(?:{_ADVERBS})\s*,?\s+)*"
REQUEST = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|kiến nghị(?:\s+(?:với|đến|tới))?|giao(?!\s+(?:(?-i:ban)|thông|lưu|dịch|đất|thầu|tiếp|hữu|mùa|khoán|cho\s+đến))(?:\s+(?:nhiệm vụ\s+)?cho|\s+trách nhiệm\s+cho)?|phân công|chỉ đạo|lưu ý|nhắc nhở|đề xuất(?:\s+với)?|quán triệt|đôn đốc|mong(?:\s+muốn)?)(?!\w)",
    re.IGNORECASE,
)
DUTY = re.compile(
    r"(?:\s+được(?:\s+[^\W\d_]+){1,3}?|\s+nêu trên|\s+nói trên)?\s*,?\s*(?:(?:cũng|đều|chủ động|khẩn trương|tiếp tục|kịp thời|cùng)\s+)*(?:cần\s+phải|(?-i:cần|Cần(?!\s+[A-ZĐ]))(?!\s+(?:thiết|cẩu|trục))|phải(?!\s+(?:chăng|trái))|có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|chịu\s+trách\s+nhiệm|nên(?!\s+(?:chưa|không|việc)))(?!\w)",
    re.IGNORECASE,
)
_DUTIES = re.compile(
    r"(?<!\w)(?:cần\s+phải|cần(?!\s+thiết)|phải|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|tiếp\s+thu,?\s+ghi\s+nhận|chủ\s+động|sẽ|tăng\s+cường|tiếp\s+tục)(?!\w)",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"[\s\"“*]*(?:(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|đặc biệt|nhất là|trong đó|trước mắt|thời gian tới|trong thời gian tới|hằng năm|hàng năm),?\s+)*(?P<verb>{_CHAIN}(?:{_VERBS}|{_ADVERBS})(?!\w))",
    re.IGNORECASE,
)
BARE_AFTER = re.compile(
    rf"\s*{_CHAIN}(?:{_VERBS}|tiếp tục|tăng cường|nâng cao|nêu cao|đẩy mạnh|đẩy nhanh|quan tâm|chú trọng|tập trung|chủ động|khẩn trương|sẽ)(?!\w)",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\s*(?:(?:cũng|đều|cơ bản|luôn)\s+)*(?:đã|đang|vừa|được|bị|có)(?!\s+(?:trách nhiệm|giải pháp|kế hoạch|biện pháp|phương án|văn bản|phân công|giao))(?!\w)",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?<!\w)(?:mà|để|do|bởi|nếu|như|khi|giúp|nhằm|được|bị|cho|của|với|cùng|giữa|và|cấp|từ|trước|tại|về|đến|tới|gửi|trình|mời|qua)\s+$",
    re.IGNORECASE,
)
RECEIVES = re.compile(
    r"(?<!\w)(?:để|nhằm|giúp|làm cơ sở(?: để| cho)?|thời gian để|điều kiện để|căn cứ cho|căn cứ để)\s+(?:[^,;.]{0,40},\s*)?$",
    re.IGNORECASE,
)
OPENS = re.compile(r"(?:^|[,;:.]|(?<!\w)(?:thì|đồng thời|còn|riêng|và))\s*$", re.IGNORECASE)
NEW = re.compile(r"(?:[,;:]|(?<!\w)(?:thì|đồng thời|và|còn|riêng)|[,;]\s+[^,;]{0,60}(?:của|bởi))\s*$", re.IGNORECASE)
SUBJECTLESS = re.compile(
    r";\s*(?P<what>(?!(?:đồng thời|và|nhất là|trong đó)\s)[^;,:]{3,60}?\s(?:phải|cần(?!\s+thiết))(?:\s+(?:phải|được|bảo đảm|đảm bảo))*\s+[^;]+)",
    re.IGNORECASE,
)
CONCLUDES = re.compile(
    r"(?<!\w)(?P<verb>kết luận|chỉ đạo|giao(?: nhiệm vụ)?|phân công|yêu cầu|đề nghị|thống nhất|quán triệt|nhiệm vụ)(?:\s+[^:;.]{0,80})?:",
    re.IGNORECASE,
)
ANNOUNCES = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|kiến nghị|đề xuất|giao|phân công|cần|phải|chỉ đạo|nhiệm vụ|tập trung|thực hiện|triển khai)(?!\w)[^:]*:\s*$",
    re.IGNORECASE,
)
TASK_TITLE = re.compile(
    r"(?<!\w)(?:nhiệm vụ|kiến nghị|đề xuất|đề nghị|giải pháp|phương hướng|tổ chức thực hiện|phân công|trách nhiệm|kết luận|ý kiến chỉ đạo|chỉ đạo|giao việc|công việc|thời gian tới|yêu cầu)(?!\w)",
    re.IGNORECASE,
)
NO_TASK_TITLE = re.compile(
    r"(?<!\w)(?:kết quả(?! giám sát)|ưu điểm|tồn tại|hạn chế|khó khăn|nguyên nhân|mục đích|mục tiêu|tình hình|đánh giá|thành phần|nơi nhận|căn cứ|phạm vi|đối tượng|thuận lợi|nội dung chất vấn|đặc điểm)(?!\w)|^\W*(?:nơi nhận|kính gửi)",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\W*(?:thừa lệnh|trên đây là|nơi nhận|kính gửi|căn cứ(?!\s+(?:vào\s+)?(?:chức năng|tình hình|kết quả|kết luận|nội dung))|thừa ủy quyền)(?!\w)",
    re.IGNORECASE,
)
VOTERS = re.compile(
    r"\W*(?:[^,;:]{0,80},\s*)?(?:một số\s+|nhiều\s+|các\s+|đa số\s+)?(?:ý kiến\s+)?(?:cử tri|người dân|nhân dân|bà con|hộ dân|đại biểu)(?:\s+[^,;:.]{0,60}?)?"
    r"\s+(?:kiến nghị|đề nghị|phản ánh|mong|yêu cầu|hỏi|chất vấn|bức xúc|cho rằng)(?!\w)",
    re.IGNORECASE,
)
TITLE_LEAD = re.compile(
    r"\W*(?:(?:đối với|về phía|riêng|với|kiến nghị(?:\s+(?:với|đối với))?|đề nghị|đề xuất(?:\s+với)?|yêu cầu|giao(?:\s+cho)?|phân công|nhiệm vụ của|trách nhiệm của|của)\s+)+",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"(?<!\w)(?:phối hợp(?:\s+(?:chặt chẽ|tốt|đồng bộ|hoạt động|công tác))*(?:\s+(?:với|cùng))?|cùng(?:\s+với)?|thống nhất với|trao đổi với)\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?<!\w)(?:đã|đang|được|bị|sẽ|để|nhằm|từ đó,|sau khi|khi|theo|thực hiện|việc|những|các|nội dung|qua)(?:\s+(?:có|kịp thời|chủ động|ban hành|văn bản|ý kiến|tiếp tục|nhiều lần|lãnh đạo,|các|số|công văn)){0,3}\s*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?<!\w)(?:kết luận|phát biểu|đồng chí|ông|bà|chủ trì|chủ tọa|chủ toạ)(?!\w)", re.IGNORECASE)
_PAST = re.compile(r"(?<!\w)(?:đã|đang|vừa)(?!\w)[^.;:]*$", re.IGNORECASE)
_SPEAKS = re.compile(r"(?<!\w)(?:báo cáo|trình bày|giải trình|tham luận)(?!\w)[^.;:]*$", re.IGNORECASE)
_OBJECT = re.compile(r"\s*(?:những|các|về|việc|nhiều|cho|là)(?!\w)", re.IGNORECASE)
"""After the body, the thing asked for and not what it is to do: "đề xuất với Ban những biện pháp"."""
WHEN = re.compile(
    r"\s*,?\s*(?:trong\s+|từ nay đến\s+)?(?:thời gian|giai đoạn|năm|tháng|quý|những tháng)\s+(?:tới|tiếp theo|sau|còn lại|cuối năm|\d\S*|[IV]+\S*),?",
    re.IGNORECASE,
)
"""A time between the verb of request and the body: "đề nghị trong thời gian tới Ủy ban nhân dân …"."""
_REMINDS = re.compile(r"(?:lưu ý|nhắc nhở)", re.IGNORECASE)
_BY_CHAIR = re.compile(r"(?:chỉ đạo|đôn đốc|mong|quán triệt)", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:đồng thời|bên cạnh đó|ngoài ra),?\s*)?", re.IGNORECASE)
_ORDERS = re.compile(r"(?:chỉ đạo|giao|phân công|đôn đốc|lưu ý|nhắc nhở|quán triệt|đề xuất|mong)", re.IGNORECASE)
_OUTCOME = re.compile(r"^[^.;]*\s(?:có|là|được)\s+\d+", re.IGNORECASE)
_ALSO = re.compile(
    r"(?P<cut>,\s*|,?\s+và\s+)(?=(?:(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|định kỳ|trước ngày|chậm nhất|trong tháng|trong quý)[^,;]*(?:báo cáo|gửi|trả lời|tổng hợp|trình|tổ chức|thực hiện)"
    r"|(?:duy trì|báo cáo|gửi|tổ chức|tổng hợp|rà soát)[^,;]*(?:(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)|định kỳ|trước ngày|chậm nhất)"
    r"|(?:trả lời|báo cáo|giải trình)[^,;]{0,20}\s+bằng văn bản)",
    re.IGNORECASE,
)
_HEAVY = re.compile(r";\s*(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ][a-zà-ỹ])")
_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        0,
        re.compile(
            r"(?<!\w)(?:quốc hội(?! tỉnh)|chính phủ|thủ tướng|trung ương(?! đảng)|bộ trưởng|các bộ(?!\s+phận)|ủy ban thường vụ quốc hội|ubtvqh|nhà nước)(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(
            r"(?<!\w)(?:tỉnh|sở(?!\s+hữu)|thành phố trực thuộc|đoàn đại biểu quốc hội|đoàn đbqh)(?!\w)", re.IGNORECASE
        ),
    ),
    (2, re.compile(r"(?<!\w)(?<!các )(?:huyện|thị xã|quận|thành phố|tp|tx)(?!\w)", re.IGNORECASE)),
    (
        3,
        re.compile(
            r"(?<!\w)(?<!thị )(?<!tác )(?<!các )(?:xã(?!\s+(?:hội|viên|luận))|phường|thị trấn|đặc khu)(?!\w)",
            re.IGNORECASE,
        ),
    ),
)
_ABOVE = re.compile(r"(?<!\w)(?:cấp trên|cấp có thẩm quyền|cấp thẩm quyền|các cấp có thẩm quyền)(?!\w)", re.IGNORECASE)


LEFT_OPEN = re.compile(
    r"\W*(?:(?:trong|khi|sau|trước|để|qua|từ|đến|tại|căn cứ|đồng thời|bên cạnh đó|ngoài ra|định kỳ|hằng|hàng|chậm nhất|ngay|riêng|đối với|về)(?!\w)[^,;:]*,\s*){0,2}"
    r"(?P<verb>(?:đồng thời\s+)?(?:cần\s+phải|cần(?!\s+thiết)|phải)(?!\s+(?:được|nói|thấy|thừa nhận|khẳng định))(?!\w))",
    re.IGNORECASE,
)
"""A sentence that names nobody but says what is needed: "Trong quá trình thực hiện, cần báo cáo …"."""
ADVERBIAL = re.compile(
    r"\W*(?:sau|trước|trong|khi|ngay|chậm nhất|định kỳ|hằng|hàng|để|từ nay|đến|căn cứ|qua|trên cơ sở|đối với|tại|về)(?!\w)",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\s*(?:cũng\s+)?(?:cần|phải)(?:\s+phải)?\s+được(?!\w)", re.IGNORECASE)
OWNED = re.compile(r"(?:^|[,;:.])\s*(?P<thing>[^,;:.]{3,50}?)\s+của\s+$")
AHEAD = re.compile(
    r"(?<!\w)(?:kiến nghị|đề xuất|đề nghị|giải pháp|phương hướng|thời gian tới|thời gian đến|sắp tới|tổ chức thực hiện)(?!\w)",
    re.IGNORECASE,
)
ASKS_ANEW = re.compile(r"(?:đề nghị|yêu cầu|kiến nghị|lưu ý|nhắc nhở)", re.IGNORECASE)


ANY_VERB = re.compile(
    r"\s+(?!(?:là|có|của|và|hoặc|với|về|tại|trong|từ|để|như|cũng|trên|theo|do|vào|này|đó|thì|mà|đồng ý|thống nhất|nhất trí)(?!\w))[a-zà-ỹđ]+\s+\w"
)


def plain(text: str) -> str:
    """Return the text with marks of emphasis, line ends and numbers of pages as spaces: every place stays where it was."""
    text = re.sub(r"(?<=\n)[ \t\f]*\d{1,3}[ \t]*(?=\n)", lambda page: " " * len(page.group()), text)
    return re.sub(r"[*#_\n\r\f\t\u00a0]", " ", text)


def duty(words: str) -> str:
    """Return the verb of duty that stands first in the words, else ""."""
    hit = _DUTIES.search(words)
    return " ".join(hit.group().lower().split()) if hit else ""


def is_told(text: str, start: int, verb: str) -> bool:
    """Say whether a verb of request only tells of what was asked before, or names it ("theo đề nghị của …")."""
    before = text[:start]
    is_chair = bool(_PERSON.search(before))
    if _OPENING.fullmatch(before) and _REMINDS.match(verb):
        return False
    if _SPEAKS.search(before) and not re.search(r"kết luận", before, re.IGNORECASE):
        return True
    if not is_chair and (_PAST.search(before) or _REMINDS.match(verb) or _BY_CHAIR.match(verb)):
        return True
    if _TOLD.search(before) and not (is_chair and re.search(r"đã\s+$", before)):
        return True
    return bool(_ORDERS.match(verb) and re.search(r"(?:lãnh đạo,?|quan tâm|tăng cường|sự)\s+$", before, re.IGNORECASE))


def asks_all(text: str, hit: re.Match[str]) -> bool:
    """Say whether a chair asks without naming anybody: "đồng chí Chủ tịch yêu cầu tiếp tục rà soát …"."""
    is_asking = ASKS_ANEW.match(hit.group()) and not _REMINDS.match(hit.group())
    return bool(is_asking and _PERSON.search(text[: hit.start()]) and BARE_AFTER.match(text, hit.end()))


def goes_on(rest: str) -> bool:
    """Say whether a body is followed by what it is to do, not by a count or the end of the sentence."""
    if not re.search(r"\w", rest) or _OUTCOME.match(rest) or _OBJECT.match(rest):
        return False
    if DUTY.match(rest) or BARE_AFTER.match(rest):
        return True
    return bool(re.match(rf"[^.;:]{{0,120}}?\s{_CHAIN}(?:{_VERBS})(?!\w)", rest, re.IGNORECASE))


def clause_start(text: str, start: int) -> int:
    """Return where the part between commas that a body stands in begins ("Báo cáo thẩm tra của các Ban …")."""
    cut = max((text.rfind(sign, 0, start) for sign in ",;:."), default=-1)
    left = cut + 1
    return left + len(text[left:]) - len(text[left:].lstrip())


def split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Cut a task where another begins with a capital after a semicolon, has a term of its own or wants a written answer."""
    cuts = [hit.start() for hit in _HEAVY.finditer(text, start, stop)]
    cuts += [hit.start("cut") for hit in _ALSO.finditer(text, start, stop)]
    spans = []
    left = start
    for cut in [*sorted(set(cuts)), stop]:
        lead = len(text[left:cut]) - len(re.sub(r"^(?:[\s,;]+|và\s)+", "", text[left:cut]))
        if text[left + lead : cut].strip():
            spans.append((left + lead, cut))
        left = cut
    return spans


def what(words: str) -> str:
    """Return what is to be done, without the verb of duty before it."""
    text = re.sub(r" (?=[,;.:])", "", " ".join(words.split())).strip(" ,;.:")
    text = re.sub(r"^(?:cũng\s+)?(?:cần phải|cần|phải|có trách nhiệm|sẽ)\s+", "", text, flags=re.IGNORECASE).strip(
        " ,;.:/"
    )
    return text[:1].upper() + text[1:]


def level(words: str) -> int | None:
    """Return the level that is named first: 0 the centre, 1 the province, 2 the district, 3 the commune."""
    hits = [(hit.start(), told) for told, form in _LEVELS if (hit := form.search(plain(words)))]
    return min(hits)[1] if hits else None


def own_level(text: str) -> int | None:
    """Return the level of the body that a document comes from or tells of; a city without a province is one."""
    told = level(text[:600])
    if told == 2 and not re.search(r"(?<!\w)(?:tỉnh|huyện|thị xã|thị uỷ|thị ủy)(?!\w)", text, re.IGNORECASE):
        return 1 if re.search(r"(?<!\w)(?:sở|quận)(?!\w)", text, re.IGNORECASE) else 2
    return told


def direction(body: str, own: int | None) -> str:
    """Return "up" where the body stands at a level above the document's own, else "down"."""
    if _ABOVE.search(body) or re.match(r"Bộ\s+[A-ZĐ]", body):
        return "up"
    asked = level(body)
    return "up" if asked is not None and own is not None and asked < own else "down"
