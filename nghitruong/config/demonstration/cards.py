"""Accounts for the demonstration, one card each: who, in which office, and what to try."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password

from nghitruong.accounts import rules
from nghitruong.accounts.models import User
from nghitruong.audit import services as audit
from nghitruong.base.actor import SYSTEM
from nghitruong.config.demonstration import people
from nghitruong.config.demonstration.councils import PROVINCE, Country, House
from nghitruong.config.demonstration.places import HOME
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ


@dataclass(frozen=True, slots=True)
class Part:
    """An account to make. `also` is a second office: (council, kind of organ, role)."""

    username: str
    council: str
    kind: str
    organ: str
    role: Role
    what: str


PARTS = (
    Part("vanphong", HOME, OrganKind.OFFICE, "", Role.CLERK,
         "Đưa ý kiến của đợt tiếp xúc vừa xong vào sổ, phân loại rồi chuyển cơ quan giải quyết."),
    Part("chutich", HOME, OrganKind.STANDING, "", Role.CHAIR,
         "Xem kiến nghị chờ chấp nhận kết quả: chấp nhận khi đã xác minh đạt, hoặc mở lại."),
    Part("phochutich", HOME, OrganKind.STANDING, "", Role.VICE_CHAIR,
         "Mở danh sách quá hạn, đôn đốc cơ quan chậm trả lời và xem báo cáo cho kỳ họp sắp tới."),
    Part("truongban", HOME, OrganKind.COMMITTEE, "Ban Kinh tế - Ngân sách", Role.COMMITTEE_HEAD,
         "Chọn một kiến nghị đã trả lời là giải quyết xong, đi xác minh tại chỗ và ghi kết quả."),
    Part("uyvien", HOME, OrganKind.COMMITTEE, "Ban Văn hóa - Xã hội", Role.COMMITTEE_MEMBER,
         "Tìm một kiến nghị về trường học hoặc trạm y tế và đọc toàn bộ câu chuyện của nó."),
    Part("daibieu", HOME, OrganKind.GROUP, "", Role.DELEGATE,
         "Mở trên điện thoại buổi tiếp xúc vừa dự, ghi thêm một ý kiến của cử tri."),
    Part("totruong", HOME, OrganKind.GROUP, "", Role.GROUP_HEAD,
         "Xem các điểm tiếp xúc tuần tới của Tổ và điểm danh đại biểu."),
    Part("phongkinhte", HOME, OrganKind.DEPARTMENT, "Phòng Kinh tế", Role.AGENCY_OFFICER,
         "Mở việc sắp đến hạn, ghi văn bản trả lời và lời hứa có thời hạn."),
    Part("soxaydung", PROVINCE, OrganKind.DEPARTMENT, "Sở Xây dựng", Role.AGENCY_OFFICER,
         "Trả lời kiến nghị về tỉnh lộ, hoặc trả lại nếu không thuộc thẩm quyền."),
    Part("mattran", HOME, OrganKind.FRONT, "", Role.FRONT_OFFICER,
         "Xem lịch tiếp xúc cử tri tuần tới và ý kiến đã ghi ở đợt vừa xong."),
    Part("tonghoptinh", PROVINCE, OrganKind.OFFICE, "", Role.CLERK,
         "Mở kiến nghị vừa gửi lên tỉnh mà phường, xã đã trả lời rồi chuyển xuống kèm lý do và căn cứ."),
    Part("vanphongtinh", PROVINCE, OrganKind.OFFICE, "", Role.UPPER_OFFICE,
         "So sánh năm xã, phường: nơi nào còn nhiều kiến nghị quá hạn."),
    Part("kiemtra", PROVINCE, OrganKind.OFFICE, "", Role.AUDITOR,
         "Đọc nhật ký, xem ai đã làm gì, khi nào; không thay đổi được gì."),
    Part("quantri", PROVINCE, OrganKind.OFFICE, "", Role.ADMINISTRATOR,
         "Quản lý tài khoản và đơn vị hành chính; không xem được nội dung kiến nghị."),
)  # fmt: skip
TWO_OFFICES = "haichucvu"


def hand_out(country: Country, *, at: datetime) -> list[dict[str, str]]:
    """Make the accounts with passwords of this build alone; return the cards in the order of the sign-in page."""
    cards = [_one(country, part, at) for part in PARTS]
    cards.append(_two_offices(country, at))
    return cards


def _one(country: Country, part: Part, at: datetime) -> dict[str, str]:
    house = country.new[part.council]
    membership = _office(country, house, part, at)
    return _card(part.username, membership, part.what, at)


def _office(country: Country, house: House, part: Part, at: datetime) -> Membership:
    """Return an office of this role held today by somebody without an account; made where the roster has none."""
    organ = house.organ(part.kind, part.organ)
    held = (
        Membership.objects.on(at.date())
        .filter(organ__council=house.council, organ__kind=part.kind, role=part.role, person__user=None)
        .select_related("person", "organ")
        .order_by("pk")
    )
    found = held.filter(organ=organ).first() if part.organ else held.first()
    return found or _appoint(country, organ, part.role, at)


def _appoint(country: Country, organ: Organ, role: Role, at: datetime) -> Membership:
    name, is_woman = next(country.names)
    person = people.person(name, is_woman=is_woman, chance=country.chance)
    person.save()
    return Membership.objects.create(person=person, organ=organ, role=role, valid_from=organ.valid_from or at.date())


def _two_offices(country: Country, at: datetime) -> dict[str, str]:
    """A head of a delegates' group in the ward who is a delegate of the province too."""
    ward, province = country.new[HOME], country.new[PROVINCE]
    part = Part(TWO_OFFICES, HOME, OrganKind.GROUP, "", Role.GROUP_HEAD, "")
    membership = _office(country, ward, part, at)
    group = province.groups[0]
    Membership.objects.create(
        person=membership.person, organ=group, role=Role.DELEGATE, valid_from=membership.valid_from,
        term=province.members[0].term,
    )  # fmt: skip
    what = "Giữ hai chức vụ: bấm vào tên ở góc trên để chuyển từ Tổ trưởng ở phường sang đại biểu tỉnh."
    return _card(TWO_OFFICES, membership, what, at)


def _card(username: str, membership: Membership, what: str, at: datetime) -> dict[str, str]:
    password = rules.new_password()
    person = membership.person
    user = User.objects.create(
        username=username, full_name=person.name, date_joined=at, password=make_password(password),
        session_salt=secrets.token_hex(16),
    )  # fmt: skip
    person.user = user
    person.save(update_fields=["user"])
    audit.record(deed="account.create", subject=user, actor=SYSTEM, at=at, changes={"tên đăng nhập": username})
    office = f"{membership.office}, {membership.organ.name}"
    return {"username": username, "password": password, "name": person.name, "office": office, "what": what}
