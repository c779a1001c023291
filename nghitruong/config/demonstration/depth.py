"""What careful offices do besides: facts checked, answers judged, repeats looked through, a matter sent down.

Told beside the lives of the petitions, with chances of its own, so that those lives go as they would without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from nghitruong.base.actor import Actor
from nghitruong.config.demonstration import people
from nghitruong.config.demonstration.clock import Clock, Story, moment, office_hour
from nghitruong.config.demonstration.councils import PROVINCE, House
from nghitruong.config.demonstration.lives import Life, World
from nghitruong.config.demonstration.places import HOME
from nghitruong.contacts.models import Point
from nghitruong.meetings.enums import MeetingState
from nghitruong.organisation.enums import OrganKind
from nghitruong.petitions import services
from nghitruong.petitions.enums import Appraised, Channel, FactVerdict, Level, Outcome, RepeatKind, State
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.selectors import quality
from nghitruong.territory.models import Unit

FIRST = date(2021, 11, 3)
WAITING = frozenset({State.RECEIVED, State.SORTED})
JUDGED = frozenset({State.ANSWERED, State.ACCEPTED, State.CLOSED})
SURE, UNLIKE = 0.92, 0.68
"""From where on the office of the demonstration confirms a pair at once, and below which it says: another matter."""
_STATED = re.compile(r"\b(\d{1,3}) (mét vuông|mét|hộ|vụ va chạm|vụ mất trộm|trụ điện|bóng đèn|trường hợp|người)")
SOURCES = {
    FactVerdict.CHECKED: ("Biên bản kiểm tra hiện trường với trưởng thôn, tổ trưởng tổ dân phố", "Danh sách do tổ dân phố lập, đã đối chiếu"),
    FactVerdict.CORRECTED: ("Đo đạc tại chỗ cùng công chức địa chính", "Sổ theo dõi của Ủy ban nhân dân cấp xã"),
    FactVerdict.UNVERIFIABLE: ("Hồ sơ cũ không còn lưu sau khi sắp xếp đơn vị hành chính", "Chưa có số liệu thống kê riêng cho khu vực này"),
}  # fmt: skip
REMARKS = {
    Appraised.GOOD: (
        "Trả lời đúng nội dung cử tri hỏi, có việc đã làm, thời gian và kết quả kiểm tra được.",
        "Nêu rõ cơ quan thực hiện và ngày hoàn thành; cử tri đã được thông báo.",
    ),
    Appraised.PARTLY: (
        "Có hướng giải quyết nhưng chưa nêu nguồn kinh phí; đề nghị bổ sung bằng văn bản.",
        "Mới trả lời một phần nội dung kiến nghị, phần còn lại chưa có thời hạn.",
    ),
    Appraised.POOR: (
        "Trả lời chung chung, chưa nêu thời hạn và cơ quan chịu trách nhiệm; đề nghị trả lời lại.",
        "Nội dung trả lời không đúng điều cử tri hỏi.",
    ),
}
HEARD = ("Gặp trực tiếp tại nhà cử tri", "Hỏi tại buổi tiếp xúc cử tri", "Gọi điện thoại cho cử tri")
VOICES = {
    Appraised.GOOD: ("Việc đã làm xong như văn bản trả lời, cử tri đồng tình.", "Cử tri cho biết đi lại, sinh hoạt đã thuận tiện hơn."),
    Appraised.PARTLY: ("Cử tri ghi nhận đã có người đến khảo sát, mong làm dứt điểm.", "Cử tri hiểu lý do nhưng đề nghị báo trước thời gian làm."),
    Appraised.POOR: ("Cử tri cho biết đến nay chưa thấy thay đổi.", "Cử tri chưa nhận được văn bản trả lời, chỉ nghe thông báo lại."),
}  # fmt: skip
HELD = {
    Outcome.SETTLED: (Appraised.GOOD, Appraised.GOOD, Appraised.GOOD, Appraised.PARTLY),
    Outcome.EXPLAINED: (Appraised.GOOD, Appraised.PARTLY, Appraised.POOR),
    Outcome.PLANNED: (Appraised.GOOD, Appraised.PARTLY),
}
"""What is held of an answer, by what it says was done; of any other, and of work that was not there, less."""
OWN_CLASSES = {
    Outcome.IN_PROGRESS: ("Đang làm thủ tục đầu tư", "Chờ bố trí vốn"),
    Outcome.EXPLAINED: ("Giải thích quy định, chính sách", "Cung cấp thông tin, số liệu"),
    Outcome.PLANNED: ("Đưa vào kế hoạch năm sau", "Đưa vào kế hoạch đầu tư công trung hạn"),
}
NEAR_HOME = frozenset({"giao-thong", "thoat-nuoc", "dien", "nuoc-sach", "van-hoa", "thuy-loi", "moi-truong"})
BASIS = "Quy chế phối hợp tổng hợp, giải quyết kiến nghị cử tri giữa hai cấp (mẫu)"


def _is_over(life: Life) -> bool:
    """Say whether a matter was answered and closed years ago."""
    answered = life.petition.answered_on
    return life.petition.state == State.CLOSED and answered is not None and answered < date(2024, 1, 1)


class Depth:
    """The stories beside the lives."""

    def __init__(self, world: World, clock: Clock, units: dict[str, Unit]) -> None:
        self.world, self.clock, self.units = world, clock, units
        self.chance = Random(2025)  # noqa: S311 -- a story, no secret
        self._seen: set[int] = set()
        self._own = World(
            world.country, world.writer, self.chance, world.fields, numbers=4000, own_classes=world.own_classes
        )

    def since_the_start(self) -> list[Story]:
        return [self._checking(), self._judging()]

    def since_the_merger(self) -> list[Story]:
        """Stories that need the councils of 1/7/2025."""
        return [
            self._naming(),
            self._asked_thrice(),
            self._asked_of_a_promise(),
            self._one_matter(),
            self._sent_down(),
            self._reviewing(),
        ]

    @property
    def _house(self) -> House:
        return self.world.country.new[HOME]

    def _ago(self, days: int) -> datetime:
        now = self.clock.now
        return min(office_hour(now.date() - timedelta(days=days), self.chance), now - timedelta(minutes=30))

    def _later(self, at: datetime, days: int) -> datetime:
        return min(office_hour(at.date() + timedelta(days=days), self.chance), self.clock.now - timedelta(minutes=10))

    # facts, before a petition goes up

    def _checking(self) -> Story:
        at = moment(FIRST, 10)
        while True:
            yield at
            for life in self.world.lives:
                if life.petition.state in WAITING and self.chance.random() < 0.16:
                    self._check(life.petition, life.house.clerk, at)
            at = office_hour(at.date() + timedelta(days=9), self.chance)

    def _check(self, petition: Petition, clerk: Actor, at: datetime) -> None:
        stated = _STATED.search(petition.text)
        if stated is None or petition.pk in self._seen:
            return
        self._seen.add(petition.pk)
        verdict = self.chance.choices(list(SOURCES), (6, 3, 2))[0]
        right = int(stated[1]) * 9 // 10 or 1
        services.check_fact(
            petition=petition, quote=stated[0], verdict=verdict, source=self.chance.choice(SOURCES[verdict]), by=clerk.name,
            correction=f"{right} {stated[2]}" if verdict == FactVerdict.CORRECTED else "", on=at.date(), actor=clerk, at=at,
        )  # fmt: skip

    # answers

    def _judging(self) -> Story:
        """Each month the bodies of a council go through what was answered since, and voters are asked."""
        since = FIRST
        while True:
            at = office_hour(since + timedelta(days=30), self.chance)
            yield at
            for life in self.world.lives:
                answered = life.petition.answered_on
                if answered and since <= answered < at.date() and life.petition.state in JUDGED:
                    self._judge(life, at)
            since = at.date()

    def _judge(self, life: Life, at: datetime) -> None:
        less = (Appraised.PARTLY, Appraised.POOR)
        held = less if life.fate in {"failed", "partly"} else HELD.get(Outcome(life.petition.outcome), less)
        verdict = self.chance.choice(held)
        drawn = self.chance.random()
        if drawn < 0.1:
            actor = life.house.chair if drawn < 0.04 else life.house.actors["committee_head"]
            kind = OrganKind.STANDING if drawn < 0.04 else OrganKind.COMMITTEE
            organ = next((o for o in life.house.organs if o.kind == kind and o.pk in actor.organ_ids), None)
            if organ is not None and life.petition.keeper_id == organ.council_id:
                services.assess(
                    petition=life.petition, organ=organ, verdict=verdict, text=self.chance.choice(REMARKS[verdict]),
                    on=at.date(), actor=actor, at=at,
                )  # fmt: skip
        if 0.06 < drawn < 0.16:
            services.hear_voter(
                petition=life.petition, heard=self.chance.choice(HEARD), verdict=verdict,
                text=self.chance.choice(VOICES[verdict]), on=at.date(), actor=life.clerk, at=at,
            )  # fmt: skip

    def _naming(self) -> Story:
        """The ward names its own classes of results; answers from then on bear them."""
        at = moment(date(2025, 7, 10), 9)
        yield at
        council = self._house.council
        for outcome, names in OWN_CLASSES.items():
            self.world.own_classes[council.pk, outcome] = [
                services.set_class(council=council, outcome=outcome, name=name, actor=self._house.clerk, at=at)
                for name in names
            ]

    # one matter asked again, or by several

    def _asked_thrice(self) -> Story:
        """A matter explained years ago comes back in the first winter of the ward, is promised, and comes back now."""
        at = moment(date(2025, 11, 24), 9)
        yield at
        life = self._first(lambda one: _is_over(one) and one.petition.outcome == Outcome.EXPLAINED)
        life = life or self._first(_is_over) or self._first(_is_over, near=False)
        if life is None:
            return
        since = life.petition.received_on.year
        words = "{o} {h} tiếp tục kiến nghị: {text}; việc này đã kiến nghị nhiều lần từ năm {since} đến nay."
        second = self._raise_in_hall(self._said(life, words, since=since), life, at)
        at = self._later(at, 2)
        yield at
        self._confirm(second, life.petition, RepeatKind.ASKED_AGAIN, at)
        again = Life(self._own, self._house, life.commune, life.matter, Level.COMMUNE, life.slots, second, "broken")
        self.clock.add(again.story(at))
        at = self._ago(4)
        yield at
        words = "Cử tri {h} hỏi lần thứ ba; cơ quan đã hứa trong văn bản trả lời mà quá hạn chưa làm: {text}."
        third = self._raise_in_hall(self._said(life, words), life, at)
        at = self._later(at, 2)
        yield at
        self._confirm(third, second, RepeatKind.ASKED_AGAIN, at)

    def _asked_of_a_promise(self) -> Story:
        """The day that an agency promised is past: voters ask why, the office says which promise is meant."""
        at = self._ago(12)
        yield at
        life = self._first(lambda one: one.fate == "broken" and one.house is self._house and one.promise is not None)
        if life is None:
            return
        words = (
            "Đợt tiếp xúc trước cơ quan đã hứa trả lời dứt điểm nhưng quá hẹn chưa làm, cử tri {h} hỏi 2 lần: {text}."
        )
        asked = self._raise(self._said(life, words), life, Channel.ONLINE, at)
        at = self._later(at, 1)
        yield at
        self._confirm(asked, life.petition, RepeatKind.ASKED_AGAIN, at)

    def _one_matter(self) -> Story:
        """What is under way is raised from two more places: one matter with several voices."""
        at = self._ago(14)
        yield at
        life = self._first(lambda one: one.house is self._house and one.petition.state == State.FORWARDED)
        if life is None:
            return
        first = self._raise(self._said(life, "{h2} cũng chịu cảnh này: {text}."), life, Channel.WRITTEN, at, "h2")
        second = self._raise(
            self._said(life, "Các hộ buôn bán gần {m} cùng kiến nghị: {text}."), life, Channel.ONLINE, at
        )
        at = self._later(at, 1)
        yield at
        for voice in (first, second):
            if not self._confirm(voice, life.petition, RepeatKind.VOICE, at):
                services.merge(petition=voice, into=life.petition, actor=life.clerk, at=at)

    def _reviewing(self) -> Story:
        """Twice of late somebody went through the queue of the ward; what came since waits."""
        for days in (90, 24):
            at = self._ago(days)
            yield at
            rows = (
                Repeat.objects.waiting()
                .filter(keeper=self._house.council)
                .select_related("later__keeper", "earlier__keeper")
            )
            for repeat in rows.order_by("pk"):
                if repeat.score >= SURE:
                    kind = RepeatKind.ASKED_AGAIN
                    services.confirm_repeat(repeat=repeat, kind=kind, actor=self._house.clerk, at=at)
                elif repeat.score < UNLIKE:
                    services.reject_repeat(repeat=repeat, actor=self._house.clerk, at=at)

    def _first(self, fits: Callable[[Life], bool], *, near: bool = True) -> Life | None:
        """Return the first life in today's ward that fits; `near`: of what lies at everybody's door."""
        here = (
            life
            for life in self.world.lives
            if life.commune.new == HOME and (life.matter.field in NEAR_HOME or not near)
        )
        return next((life for life in here if life.level in {Level.DISTRICT, Level.COMMUNE} and fits(life)), None)

    @staticmethod
    def _said(life: Life, words: str, **more: object) -> str:
        """Say a life's matter again in other words."""
        text = life.petition.text.rstrip(".")
        said = words.format(**life.slots, text=text[0].lower() + text[1:], **more)
        return said[0].upper() + said[1:]

    def _raise_in_hall(self, text: str, life: Life, at: datetime) -> Petition:
        """Raise a matter at the latest meeting of the ward with its voters."""
        held = Point.objects.filter(
            round__council=self._house.council, meeting__state=MeetingState.HELD, meeting__starts_at__lt=at
        )
        point = held.select_related("round__session").order_by("-meeting__starts_at").first()
        return self._raise(text, life, Channel.CONTACT, at, point=point)

    def _raise(
        self, text: str, life: Life, channel: str, at: datetime, place: str = "h", house: House | None = None,
        point: Point | None = None,
    ) -> Petition:  # fmt: skip
        house = house or self._house
        return services.receive(
            council=house.council, text=text, received_on=at.date(), channel=channel, point=point,
            session=point.round.session if point else None, unit=self.units[f"new {life.commune.new}"],
            place=f"{life.slots[place]}, {life.commune.name}", voter=people.voter(self.chance), is_sample=True,
            actor=house.clerk, at=at,
        )  # fmt: skip

    def _confirm(self, later: Petition, earlier: Petition, kind: str, at: datetime) -> bool:
        """Confirm the pair where it was proposed; say whether it was."""
        found = (
            Repeat.objects.waiting()
            .filter(later=later, earlier=earlier)
            .select_related("later__keeper", "earlier__keeper")
        )
        for repeat in list(found):
            services.confirm_repeat(repeat=repeat, kind=kind, actor=self._house.clerk, at=at)
            return True
        return False

    # the wrong level

    def _sent_down(self) -> Story:
        """What a ward has answered still goes up to the province: two go back down, the last one waits."""
        province = self.world.country.new[PROVINCE]
        for number, days in enumerate((34, 16, 3)):
            at = self._ago(days)
            yield at
            life = self._answered_below(number)
            if life is None:
                return
            words = "Ý kiến từ {h}, {c} gửi lên tỉnh: {text}."
            above = self._raise(self._said(life, words), life, Channel.WRITTEN, at, house=province)
            at = self._later(at, 2)
            yield at
            below = quality.answered_below(above, list(quality.lower_councils(province.council, at.date())))
            if below is None or days < 5:
                continue
            reason = f"Cấp dưới đã trả lời việc này tại văn bản số {below.answer.document.number} ngày {below.answer.on:%d/%m/%Y}."
            above = services.send_down(
                petition=above, to=below.council, competent=below.answer.organ, reason=reason, basis=BASIS, on=at.date(),
                actor=province.clerk, at=at,
            )  # fmt: skip
            if number == 0 and below.near.petition.pk == life.petition.pk:
                at = self._later(at, 3)
                yield at
                services.merge(petition=above, into=life.petition, actor=life.clerk, at=at)

    def _answered_below(self, number: int) -> Life | None:
        """Return one of the matters that a commune of today has answered, another each time."""
        found = [
            life for life in self.world.lives
            if life.level == Level.COMMUNE and life.petition.state in JUDGED and life.petition.outcome == Outcome.SETTLED
        ]  # fmt: skip
        return found[-1 - number * 3] if len(found) > number * 3 else None
