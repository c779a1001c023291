"""One petition's life: which way it goes is drawn beforehand, how far it has come depends on today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from nghitruong.base.actor import Actor
from nghitruong.config.demonstration.clock import Part, Story, office_hour
from nghitruong.config.demonstration.councils import Country, House
from nghitruong.config.demonstration.places import Commune
from nghitruong.config.demonstration.sentences import Writer
from nghitruong.config.demonstration.subjects import Matter
from nghitruong.meetings.models import Meeting
from nghitruong.obligations import services as ledger
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.petitions import services
from nghitruong.petitions.enums import Finding, Kind, Level, Outcome, State, UnsettledReason
from nghitruong.petitions.models import OPEN_STATES, Field, OwnClass, Petition

EARLIER: dict[str, int] = {
    "settled": 34, "explained": 17, "kept": 9, "broken": 4, "undated": 2, "failed": 7, "partly": 3, "reopened_later": 3,
    "unsettled": 6, "noted": 4, "misrouted": 4, "extended": 4, "overdue": 3, "opinion": 2, "restored": 1,
    "slow_sorting": 1,
}  # fmt: skip
RECENT: dict[str, int] = {
    "settled": 14, "unverified": 12, "explained": 9, "kept": 8, "broken": 11, "undated": 7, "failed": 8, "partly": 4,
    "reopened_later": 3, "unsettled": 5, "noted": 3, "misrouted": 4, "returned": 5, "extended": 5, "overdue": 14,
    "opinion": 2, "restored": 1, "slow_sorting": 4, "stays_open": 5,
}  # fmt: skip
"""How many in about a hundred go which way: what was asked long ago is mostly done, lately much is under way."""


@dataclass
class World:
    """What every life shares."""

    country: Country
    writer: Writer
    chance: Random
    fields: dict[str, Field]
    lives: list[Life] = field(default_factory=list)
    numbers: int = 100
    own_classes: dict[tuple[int, str], list[OwnClass]] = field(default_factory=dict)

    def number(self, series: str) -> str:
        """Return the next document number of a series such as "CV-TTHĐND"."""
        self.numbers += 1
        return f"{self.numbers}/{series}"


@dataclass
class Life:
    """A petition with what it needs to act: its keeper's people, its matter, its fate."""

    world: World
    house: House
    commune: Commune
    matter: Matter
    level: str
    slots: dict[str, str]
    petition: Petition
    fate: str
    promise: Obligation | None = None

    @property
    def clerk(self) -> Actor:
        return self.house.clerk

    @property
    def chance(self) -> Random:
        return self.world.chance

    @property
    def is_open(self) -> bool:
        return self.petition.state in OPEN_STATES

    @property
    def lead(self) -> Organ:
        """Who is competent now: the town's or the commune's agency, the province's, or the delegation."""
        old = self.house.code in self.world.country.old and self.house is self.world.country.old[self.house.code]
        province = (self.world.country.old if old else self.world.country.new)["51"]
        name = self.matter.agencies[0 if old else 1]
        if self.level == Level.CENTRAL:
            return province.organ(OrganKind.NATIONAL_DELEGATION)
        if self.level == Level.PROVINCE:
            return province.department(name)
        if name == "Công an":
            return self.house.organ(OrganKind.OTHER)
        return self.house.department(name)

    def other_lead(self) -> Organ:
        return self.house.organ(OrganKind.PEOPLES_COMMITTEE)

    def acting(self) -> Actor:
        """Return the agency's own officer; where nobody of it works here, the clerk records what came on paper."""
        lead = self.petition.lead
        found = self.world.country.agent(lead) if lead is not None else None
        return found or self.clerk

    def after(self, since: datetime, least: int, most: int) -> datetime:
        """Return a moment of office work some days later."""
        return office_hour(since.date() + timedelta(days=self.chance.randint(least, most)), self.chance)

    def story(self, at: datetime) -> Story:
        """The whole life from the day after it was received."""
        wait = {"slow_sorting": (25, 60), "unsent": (1, 1)}.get(self.fate, (1, 6))
        at = self.after(at, *wait)
        yield at
        if self.fate in {"opinion", "restored"}:
            reason = "Nội dung là nhận xét, không đề nghị cơ quan nào giải quyết"
            self.petition = services.reclassify(
                petition=self.petition, kind=Kind.OPINION, reason=reason, actor=self.clerk, at=at
            )
            if self.fate == "opinion":
                return
            at = self.after(at, 2, 9)
            yield at
            self.petition = services.restore(
                petition=self.petition, reason="Đại biểu tiếp xúc xác nhận cử tri có đề nghị cụ thể",
                actor=self.clerk, at=at,
            )  # fmt: skip
        wrong = self.fate in {"misrouted", "returned"}
        at = yield from self._send(at, self.other_lead() if wrong else None)
        if wrong:
            at = yield from self._misrouted(at)
        at = yield from self._answered(at)
        yield from self._result(at)

    def _send(self, at: datetime, lead: Organ | None = None) -> Part:
        """Sort and forward."""
        self.petition = services.sort(
            petition=self.petition, field=self.world.fields[self.matter.field], level=self.level,
            lead=lead or self.lead, actor=self.clerk, at=at,
        )  # fmt: skip
        at = self.after(at, 40, 90) if self.fate == "unsent" else self.after(at, 1, 6)
        yield at
        helpers = [self.house.organ(OrganKind.PEOPLES_COMMITTEE)] if self.chance.random() < 0.15 else []
        self.petition = services.forward(
            petition=self.petition, lead=lead or self.lead, coordinating=helpers, on=at.date(),
            number=self.world.number("CV-TTHĐND"), signer=self.house.chair.name, actor=self.clerk, at=at,
        )  # fmt: skip
        return at

    def _misrouted(self, at: datetime) -> Part:
        at = self.after(at, 4, 14)
        yield at
        self.petition = services.send_back(
            petition=self.petition, reason="Nội dung không thuộc chức năng, nhiệm vụ được giao", competent=self.lead,
            basis="Quyết định quy định chức năng, nhiệm vụ của cơ quan", on=at.date(), actor=self.acting(), at=at,
        )  # fmt: skip
        at = self.after(at, 60, 240) if self.fate == "returned" else self.after(at, 1, 5)
        yield at
        return (yield from self._send(at))

    def _answered(self, at: datetime) -> Part:
        """Wait for the answer: on time, extended, late after being urged, or not at all."""
        late = self.fate == "overdue" or self.chance.random() < 0.12
        if self.fate == "extended" and self.petition.due_on is not None:
            at = self.after(at, 35, 50)
            yield at
            self.petition = services.extend(
                petition=self.petition, number=self.chance.choice((15, 20, 30)), day_type="calendar",
                reason="Cần thêm thời gian kiểm tra hồ sơ, làm việc với các hộ liên quan",
                citation="Văn bản đồng ý của Thường trực Hội đồng nhân dân", on=at.date(), actor=self.clerk, at=at,
            )  # fmt: skip
            at = self.after(at, 15, 34)
            yield at
        elif late:
            for _ in range(self.chance.randint(1, 3)):
                at = (
                    self.after(at, 63, 80)
                    if self.petition.due_on and at.date() < self.petition.due_on
                    else self.after(at, 12, 25)
                )
                yield at
                self._urge(at)
            at = self.after(at, 120, 400) if self.fate == "overdue" else self.after(at, 5, 25)
            yield at
        else:
            at = self.after(at, 14, 56)
            yield at
        self._answer(at, self._outcome(), late=late)
        return at

    def _urge(self, at: datetime) -> None:
        if self.petition.state in {State.FORWARDED, State.REOPENED, State.ANSWERED}:
            text = f"Đề nghị cơ quan báo cáo tiến độ và trả lời cử tri {self.slots['h']} trong 7 ngày."
            self.petition = services.urge(
                petition=self.petition, on=at.date(), text=text, number=self.world.number("CV-TTHĐND"),
                signer=self.house.chair.name, actor=self.clerk, at=at,
            )  # fmt: skip

    def _outcome(self) -> str:
        table = {
            "explained": Outcome.EXPLAINED, "kept": Outcome.PLANNED, "broken": Outcome.PLANNED,
            "undated": Outcome.IN_PROGRESS, "unsettled": Outcome.UNSETTLED,
            "noted": Outcome.NOTED,
        }  # fmt: skip
        return table.get(self.fate, Outcome.SETTLED)

    def _answer(self, at: datetime, outcome: str, *, late: bool = False) -> None:
        assert self.petition.lead is not None  # noqa: S101 -- forwarded before
        reason = ""
        if outcome == Outcome.UNSETTLED:
            reason = self.chance.choice((UnsettledReason.NO_BUDGET, UnsettledReason.NO_BUDGET, *UnsettledReason))
        by = at.date() + timedelta(days=self.chance.randint(60, 150))
        promised = outcome in {Outcome.PLANNED, Outcome.IN_PROGRESS}
        dated = None if outcome == Outcome.IN_PROGRESS and self.fate == "undated" else by
        promise = self.world.writer.promise(self.matter, self.slots, dated) if promised else ""
        done_on = at.date() - timedelta(days=self.chance.randint(2, 9))
        text = self.world.writer.answer(
            outcome, self.petition.lead.display, self.matter, self.slots, on=done_on, promise=promise, reason=reason
        )
        if late:
            text += " Cơ quan nhận thiếu sót vì trả lời chậm so với thời hạn."
        actor = self.acting()
        given = services.answer(
            petition=self.petition, number=self.world.number("BC" if self.chance.random() < 0.3 else "CV"),
            on=at.date(), text=text, outcome=outcome, outcome_on=by if outcome == Outcome.PLANNED else None,
            reason=reason, signer=actor.name, own_class=self._own_class(outcome), actor=actor, at=at,
        )  # fmt: skip
        self.petition = given.petition
        if promise and promise in text:
            self.promise = services.commit(
                petition=self.petition, quote=promise, what=promise.rstrip("."), due_on=dated, debtor_person=actor.name,
                actor=actor, at=at,
            )  # fmt: skip

    def _own_class(self, outcome: str) -> OwnClass | None:
        """Return one of the keeper's own classes of that result; one answer in three bears none."""
        own = self.world.own_classes.get((self.petition.keeper_id, outcome), [])
        place = self.petition.seq % (len(own) + 1)
        return own[place] if place < len(own) else None

    def _result(self, at: datetime) -> Story:
        """Go and look, accept or reopen, close; kept promises come to their result, broken ones are urged."""
        if self.promise is not None:
            at = yield from self._promised(at)
            if self.promise is not None:
                return
        if self.petition.outcome == Outcome.SETTLED:
            at = yield from self._looked_at(at)
        at = self.after(at, 4, 20)
        yield at
        self._accept(at)
        if self.fate == "reopened_later":
            at = self.after(at, 60, 140)
            yield at
            self._reopen(at, "Cử tri phản ánh sự việc tái diễn tại cùng vị trí")
            at = self.after(at, 10, 90)
            yield at
            at = yield from self._again(at)
        at = self.after(at, 90, 300) if self.fate == "stays_open" else self.after(at, 3, 25)
        yield at
        self.petition = services.close(petition=self.petition, on=at.date(), actor=self.clerk, at=at)

    def _promised(self, at: datetime) -> Part:
        """A promise comes due: kept on time and answered anew, or broken and urged; undated ones just wait."""
        owed = self.promise
        assert owed is not None  # noqa: S101 -- asked before
        if self.fate == "undated":
            at = self.after(at, 60, 90)
            yield at
            self._urge(at)
            return at
        due = owed.due_on or at.date() + timedelta(days=90)
        if self.fate == "broken":
            at = office_hour(due + timedelta(days=self.chance.randint(6, 20)), self.chance)
            yield at
            self._urge(at)
            at = self.after(at, 200, 700)
        else:
            at = office_hour(due - timedelta(days=self.chance.randint(1, 25)), self.chance)
        yield at
        evidence = f"Báo cáo số {self.world.number('BC')} ngày {at:%d/%m/%Y} và biên bản nghiệm thu"
        owed = ledger.fulfil(obligation=self._owed(owed), evidence=evidence, on=at.date(), actor=self.acting(), at=at)
        at = self.after(at, 2, 8)
        yield at
        ledger.accept(obligation=self._owed(owed), evidence=evidence, on=at.date(), actor=self.house.chair, at=at)
        self.promise = None
        self._answer(at, Outcome.SETTLED)
        return at

    def _owed(self, owed: Obligation) -> Obligation:
        """The promise as it stands now: it may have gone to a successor meanwhile."""
        return Obligation.objects.select_related("council", "debtor", "creditor").get(pk=owed.pk)

    def _looked_at(self, at: datetime) -> Part:
        at = self.after(at, 150, 500) if self.fate == "unverified" else self.after(at, 8, 40)
        yield at
        if self.fate in {"failed", "partly"}:
            self._verify(at, Finding.FAILED if self.fate == "failed" else Finding.PARTLY)
            at = self.after(at, 2, 10)
            yield at
            reason = "Xác minh tại chỗ chưa đạt" if self.fate == "failed" else "Mới thực hiện được một phần"
            self._reopen(at, reason)
            if self.fate == "partly":
                at = self.after(at, 33, 120)
                yield at
                self._urge(at)
            return (yield from self._again(at, accept=False))
        self._verify(at, Finding.PASSED)
        return at

    def _again(self, at: datetime, *, accept: bool = True) -> Part:
        """After reopening: a new answer, a new look."""
        at = self.after(at, 12, 45)
        yield at
        self._answer(at, Outcome.SETTLED)
        at = self.after(at, 8, 25)
        yield at
        self._verify(at, Finding.PASSED)
        if accept:
            at = self.after(at, 3, 9)
            yield at
            self._accept(at)
        return at

    def _verify(self, at: datetime, finding: str) -> None:
        seen_by = self.house.actors["committee_head" if self.chance.random() < 0.4 else "delegate"]
        helper = self.house.actors["front"].name
        services.verify(
            petition=self.petition, on=at.date(), by=f"{seen_by.name} ({seen_by.organ_name}), {helper} (Mặt trận)",
            place=f"{self.slots['h']}, {self.commune.name}", finding=finding,
            text=self.world.writer.seen_there(finding, self.matter, self.slots), actor=seen_by, at=at,
        )  # fmt: skip

    def _accept(self, at: datetime) -> None:
        evidence = "Biên bản xác minh tại chỗ và văn bản trả lời"
        if self.petition.outcome != Outcome.SETTLED:
            evidence = "Văn bản trả lời đã gửi cử tri; Thường trực thống nhất cách giải quyết"
        self.petition = services.accept(
            petition=self.petition, on=at.date(), evidence=evidence, actor=self.house.chair, at=at
        )

    def _reopen(self, at: datetime, reason: str) -> None:
        self.petition = services.reopen(
            petition=self.petition, on=at.date(), reason=reason, actor=self.house.chair, at=at
        )

    def carry_over(self, session: Meeting, at: datetime) -> None:
        """Go on to the next session."""
        reason = "Chưa có kết quả cuối cùng trước kỳ họp"
        carried = services.carry_over(
            petition=self.petition,
            to_session=session,
            reason=reason,
            on=at.date(),
            actor=self.clerk,
            at=at,
        )
        self.petition = carried.petition

    def inherit(self, house: House, on: date, at: datetime) -> None:
        """Go over to the commune that succeeded; the agency first addressed stays beside its heir."""
        self.house = house
        lead = self.lead if self.petition.lead is not None and self.petition.forwarded_on is not None else None
        self.petition = services.inherit(
            petition=self.petition, council=house.council, lead=lead, on=on, actor=house.clerk, at=at
        )
        if self.promise is not None and self.petition.lead is not None:
            self.promise = ledger.reassign(
                obligation=self._owed(self.promise), debtor=self.petition.lead,
                reason="Cơ quan hứa đã kết thúc hoạt động, cơ quan kế thừa thực hiện", on=on, actor=house.clerk, at=at,
            )  # fmt: skip
