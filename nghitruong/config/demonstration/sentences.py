"""Puts sentences together, so that no two petitions read alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from nghitruong.config.demonstration.places import Commune
from nghitruong.config.demonstration.subjects import Matter

OPENINGS = ("cử tri", "nhiều hộ dân", "bà con", "người dân", "các hộ", "đại diện hộ dân")
TIMES = ("mùa mưa", "mùa nắng nóng", "dịp Tết", "mùa mưa bão", "tháng 10", "tháng 11", "vụ đông xuân", "vụ hè thu",
         "giờ tan trường", "đầu năm học", "cuối năm")  # fmt: skip
METRES = (80, 120, 150, 180, 200, 240, 250, 300, 320, 350, 400, 420, 450, 500, 550, 600, 650, 700, 800, 900)
OPINIONS = (
    "Cử tri {h} cho rằng lịch cúp điện cần báo trước ít nhất {k} ngày qua loa truyền thanh.",
    "Cử tri {h} đồng tình với chủ trương sắp xếp đơn vị hành chính, mong bộ máy mới gần dân như {c} trước đây.",
    "Ông {v} ({h}) góp ý báo cáo trước cử tri nên ngắn gọn, dành thời gian cho bà con phát biểu.",
    "Cử tri {h} lo ngại giá vật tư nông nghiệp tăng trong {t}, mong các cấp quan tâm.",
    "Cử tri {h} nhận xét đường qua {m} từ khi mở rộng xe chạy nhanh hơn, cần nhắc nhau giữ an toàn.",
)
THANKS = (
    "Cử tri {h} cảm ơn chính quyền đã làm xong đường vào {m}, bà con đi lại thuận tiện hơn trước nhiều.",
    "Cử tri {h} ghi nhận việc trả lời kiến nghị đợt trước rõ ràng, có ngày tháng cụ thể.",
    "Bà {v} ({h}) cảm ơn đoàn đại biểu đã đến thăm {k} hộ khó khăn sau đợt mưa lũ {t}.",
)
_DONE = (
    "{a} đã {w}; công việc hoàn thành ngày {d}, có biên bản nghiệm thu với đại diện {h}.",
    "Sau khi nhận kiến nghị, {a} đã tổ chức {w} và bàn giao ngày {d}.",
    "{a} báo cáo đã {w}, kinh phí khoảng {k} triệu đồng, xong ngày {d}.",
)
_DOING = (
    "{a} đang {w}, đến nay đạt khoảng {p}% khối lượng. {promise}",
    "Công việc đã khởi động từ {t}: {a} đang {w}. {promise}",
)
_PLANNED = (
    "{a} đã đưa việc {w} vào kế hoạch, nguồn vốn dự kiến {k}00 triệu đồng. {promise}",
    "{a} đã khảo sát hiện trường tại {h} và sẽ {w}. {promise}",
)
_CANNOT = {
    "no_budget": "Năm nay {a} chưa cân đối được kinh phí để {w}; khi có nguồn sẽ báo lại cử tri {h}.",
    "beyond_competence": "Việc {w} vượt thẩm quyền của {a}; cơ quan đã có văn bản đề nghị cấp trên xem xét.",
    "needs_law": "Muốn {w} phải chờ sửa quy định hiện hành; {a} đã góp ý vào dự thảo sửa đổi.",
    "other": "Hiện chưa thể {w} do {k} hộ ở {h} chưa thống nhất phương án; {a} tiếp tục vận động.",
}
_NOTED = (
    "{a} tiếp thu ý kiến của cử tri {h}, giao bộ phận chuyên môn nghiên cứu việc {w} khi lập kế hoạch năm sau.",
    "{a} ghi nhận kiến nghị của cử tri {h} và sẽ xem xét việc {w} cùng với rà soát chung toàn địa bàn.",
)
_SEEN_GOOD = (
    "Đoàn đến {h}, thấy việc {w} đã xong; {k} hộ được hỏi đều xác nhận.",
    "Kiểm tra thực tế gần {m}: công việc đúng như trả lời, người dân {h} hài lòng.",
)
_SEEN_HALF = (
    "Mới làm được một phần: còn khoảng {n} mét tại {h} chưa thực hiện.",
    "Đã có chuyển biến nhưng {k} hộ ở {h} cho biết vẫn còn bất cập gần {m}.",
)
_SEEN_BAD = (
    "Đến {h} thấy hiện trạng không khác lúc kiến nghị; trả lời nêu đã xong là chưa đúng thực tế.",
    "Tại {m}, phần việc nêu trong trả lời chưa làm; {k} hộ ở {h} xác nhận vẫn như cũ.",
)


@dataclass
class Writer:
    """Writes sentences that have not been written before."""

    chance: Random
    seen: set[str] = field(default_factory=set)

    def slots(self, commune: Commune) -> dict[str, str]:
        """Draw one set of particulars for a matter in a commune; its later sentences keep them."""
        here, there = self.chance.sample(commune.hamlets, 2)
        return {
            "o": self.chance.choice(OPENINGS),
            "h": here,
            "h2": there,
            "c": commune.name,
            "m": self.chance.choice(commune.landmarks),
            "n": str(self.chance.choice(METRES)),
            "k": str(self.chance.randint(2, 19)),
            "y": str(self.chance.randint(2017, 2021)),
            "t": self.chance.choice(TIMES),
            "p": str(self.chance.choice((30, 40, 50, 60, 70, 80))),
            "v": f"{self.chance.choice('NTLPVHĐ')}.{self.chance.choice('VHTQ')}.{self.chance.choice('ABCHKLMNST')}.",
        }

    def said(self, commune: Commune, texts: tuple[str, ...]) -> tuple[str, dict[str, str]]:
        """Return a new sentence and the particulars it was made from."""
        for _ in range(200):
            slots = self.slots(commune)
            text = _sentence(self.chance.choice(texts).format(**slots))
            if text not in self.seen:
                self.seen.add(text)
                return text, slots
        raise RuntimeError("too few sentences")

    def promise(self, matter: Matter, slots: dict[str, str], by: date | None) -> str:
        work = matter.work.format(**slots)
        if by is None:
            return f"Cam kết sẽ {work} trong thời gian sớm nhất."
        return f"Cam kết hoàn thành việc {work} trước ngày {by:%d/%m/%Y}."

    def answer(
        self, outcome: str, agency: str, matter: Matter, slots: dict[str, str], *,
        on: date, promise: str = "", reason: str = "",
    ) -> str:  # fmt: skip
        filled = {**slots, "a": agency, "w": matter.work.format(**slots), "d": f"{on:%d/%m/%Y}", "promise": promise}
        texts = {"settled": _DONE, "in_progress": _DOING, "planned": _PLANNED, "noted": _NOTED}.get(outcome)
        if outcome == "unsettled":
            texts = (_CANNOT[reason],)
        words = matter.explain if texts is None else self.chance.choice(texts)
        return _sentence(words.format(**filled))

    def seen_there(self, finding: str, matter: Matter, slots: dict[str, str]) -> str:
        texts = {"passed": _SEEN_GOOD, "partly": _SEEN_HALF}.get(finding, _SEEN_BAD)
        return _sentence(self.chance.choice(texts).format(**slots, w=matter.work.format(**slots)))


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]
