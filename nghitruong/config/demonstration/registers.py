"""A small register of the home council: what went out and came in over the last weeks, through the services."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from nghitruong.config.demonstration.clock import moment
from nghitruong.config.demonstration.councils import House
from nghitruong.documents import services
from nghitruong.documents.enums import PaperKind
from nghitruong.documents.models import Incoming, Paper
from nghitruong.documents.services import Recipient
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ


class Sent(NamedTuple):
    days: int
    kind: str
    abstract: str


class Came(NamedTuple):
    days: int
    author: str
    code: str
    abstract: str
    within: int


OUT = (
    Sent(34, PaperKind.INVITATION, "Mời dự phiên họp thường kỳ tháng của Thường trực Hội đồng nhân dân phường"),
    Sent(
        27, PaperKind.NOTICE, "Kết luận của Thường trực Hội đồng nhân dân phường về thoát nước các tổ dân phố ven sông"
    ),
    Sent(20, PaperKind.LETTER, "V/v đôn đốc trả lời kiến nghị của cử tri sau đợt tiếp xúc"),
    Sent(13, PaperKind.PLAN, "Giám sát việc giải quyết kiến nghị của cử tri về chiếu sáng công cộng"),
    Sent(6, PaperKind.REPORT, "Tổng hợp ý kiến, kiến nghị của cử tri gửi tới kỳ họp"),
)
"""Days ago, kind, abstract: all invented."""
IN = (
    Came(
        30,
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
        "21/TB-MTTQ",
        "Lịch tiếp công dân và tiếp xúc cử tri chuyên đề",
        0,
    ),
    Came(22, "Ủy ban nhân dân phường", "118/BC-UBND", "Báo cáo tình hình khắc phục điểm ngập trong phường", 12),
    Came(9, "Sở Xây dựng", "1406/SXD-QLĐT", "Trả lời kiến nghị về bề rộng cống qua đường liên phường", 10),
    Came(3, "Công ty cấp nước (mẫu)", "57/CV-KT", "Kế hoạch thay tuyến ống cấp nước quý tới", 15),
)
"""Days ago, author, number and symbol, abstract, days to deal with it (0: none): all invented."""


def keep_registers(house: House, now: datetime) -> Iterator[datetime]:
    """Tell the story of the registers: texts issued to recipients, texts that came in, one file by matter."""
    folder = None
    told: list[Sent | Came] = [*OUT, *IN]
    for each in sorted(told, key=lambda one: -one.days):
        at = moment((now - timedelta(days=each.days)).date(), 9)
        yield at
        made = _went(house, each, at) if isinstance(each, Sent) else _came(house, each, at)
        if folder is None:
            folder = services.open_folder(
                organ=house.council, title="Thoát nước các tổ dân phố ven sông", code="01/HS-HĐND",
                retention="10 năm (chưa kiểm chứng)", actor=house.clerk, at=at,
            )  # fmt: skip
        if "oát nước" in made.abstract or "ngập" in made.abstract:
            services.file(folder=folder, paper=made, actor=house.clerk, at=at)
    at = moment((now - timedelta(days=2)).date(), 15)
    yield at
    services.draft(
        organ=house.organ(OrganKind.STANDING), kind=PaperKind.NOTICE, actor=house.clerk, at=at,
        abstract="Kết luận của Thường trực Hội đồng nhân dân phường tại phiên họp thường kỳ",
        recipients=[Recipient(organ=each) for each in _addressees(house)],
    )  # fmt: skip


def _addressees(house: House) -> list[Organ]:
    return [house.organ(OrganKind.PEOPLES_COMMITTEE), house.organ(OrganKind.FRONT)]


def _went(house: House, given: Sent, at: datetime) -> Paper:
    paper = services.draft(
        organ=house.organ(OrganKind.STANDING), kind=given.kind, abstract=given.abstract, actor=house.clerk, at=at,
        recipients=[*(Recipient(organ=each) for each in _addressees(house)), Recipient(name="Các tổ dân phố")],
    )  # fmt: skip
    signer = Membership.objects.select_related("person", "organ__council").get(pk=house.chair.membership_id or 0)
    services.issue(paper=paper, signer=signer, actor=house.clerk, at=at)
    return Paper.objects.get(pk=paper.pk)


def _came(house: House, given: Came, at: datetime) -> Incoming:
    entry = services.register_incoming(
        organ=house.organ(OrganKind.STANDING), author=given.author, code=given.code, abstract=given.abstract, signed_on=at.date(),
        due_on=at.date() + timedelta(days=given.within) if given.within else None, actor=house.clerk, at=at,
    )  # fmt: skip
    if given.within > 10:
        services.route(incoming=entry, organ=house.organ(OrganKind.OFFICE), actor=house.clerk, at=at)
    return entry
