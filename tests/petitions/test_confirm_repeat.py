"""The machine proposes, a person confirms: a chain with a counter, or one more voice; all of it can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import QueryDict

from nghitruong.audit.models import Entry
from nghitruong.base.errors import BusinessError, Invalid, NotPermitted
from nghitruong.petitions import policies, selectors, services
from nghitruong.petitions.enums import RepeatKind, RepeatState
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.selectors import figures, repeats
from tests.factories import AT, TODAY
from tests.petitions import stages

FIRST = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"
AGAIN = "Bà con thôn Khe Sen vẫn chờ cầu qua suối Nà Mạ"


def received(world, clerk, text, days=0, **values):
    day = TODAY - timedelta(days=days)
    return services.receive(council=world.council, text=text, received_on=day, actor=clerk, at=AT, **values)


@pytest.fixture
def pair(world, clerk):
    earlier = received(world, clerk, FIRST, days=400)
    later = received(world, clerk, AGAIN)
    return Repeat.objects.get(later=later, earlier=earlier)


def test_receiving_proposes_and_joins_nothing(pair, clerk):
    assert (pair.state, pair.kind) == (RepeatState.PROPOSED, "")
    assert "công trình, đối tượng: suối Nà Mạ" in pair.because
    assert repeats.chain(pair.later, clerk) is None
    assert list(repeats.queue(clerk)) == [pair]


def test_asked_again_makes_a_chain_with_a_counter(pair, world, clerk):
    services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)
    third = received(world, clerk, "Cầu suối Nà Mạ thôn Khe Sen bao giờ làm")
    for repeat in Repeat.objects.filter(later=third, earlier=pair.later):
        services.confirm_repeat(repeat=repeat, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)

    found = repeats.chain(pair.earlier, clerk)

    assert (found.times, found.since) == (3, pair.earlier.received_on.year)
    assert [one.petition for one in found.asked] == [pair.earlier, pair.later, third]
    assert Entry.objects.filter(deed="petition.confirm_repeat", object_id=pair.later_id).count() == 1


def test_a_voice_joins_and_is_counted_once(pair, clerk):
    services.confirm_repeat(repeat=pair, kind=RepeatKind.VOICE, actor=clerk, at=AT)
    later = Petition.objects.get(pk=pair.later_id)

    assert later.joined_to == pair.earlier
    assert list(Petition.objects.filter(joined_to__isnull=True)) == [pair.earlier]
    assert repeats.chain(pair.earlier, clerk).heard == 2
    assert not policies.can_forward(clerk, later)


def test_a_rejected_pair_is_not_proposed_again(pair, clerk):
    services.reject_repeat(repeat=pair, actor=clerk, at=AT)
    services.propose_repeats(petitions=[pair.later], actor=clerk, at=AT)

    assert list(repeats.queue(clerk)) == []
    assert Repeat.objects.get().state == RepeatState.REJECTED


@pytest.mark.parametrize("kind", RepeatKind.values)
def test_a_decision_is_taken_back(pair, clerk, kind):
    services.confirm_repeat(repeat=pair, kind=kind, actor=clerk, at=AT)
    pair.refresh_from_db()
    services.reconsider_repeat(repeat=pair, actor=clerk, at=AT)

    assert list(repeats.queue(clerk)) == [pair]
    assert Petition.objects.get(pk=pair.later_id).joined_to is None
    assert repeats.chain(pair.later, clerk) is None


def test_merge_and_split_leave_every_origin(world, clerk):
    head = received(world, clerk, "Sửa loa truyền thanh cụm một", place="thôn 1", days=3)
    voice = received(world, clerk, "Nghe không rõ thông báo của xã", place="thôn 2", voices=4)

    services.merge(petition=voice, into=head, actor=clerk, at=AT)
    assert [one.place for one in repeats.chain(head, clerk).voices] == ["thôn 1", "thôn 2"]
    assert repeats.chain(head, clerk).heard == 5

    services.split(petition=Petition.objects.get(pk=voice.pk), actor=clerk, at=AT)
    assert Petition.objects.get(pk=voice.pk).joined_to is None
    assert repeats.chain(head, clerk) is None
    told = Entry.objects.filter(object_id=voice.pk, deed__in=["petition.merge", "petition.split"]).order_by("seq")
    assert [entry.deed for entry in told] == ["petition.merge", "petition.split"]


def test_no_ring_and_no_voice_of_a_voice(world, clerk):
    head, voice, third = (received(world, clerk, text) for text in ("Sửa chợ Hồ", "Lắp đèn ngã ba", "Cấp nước thôn 9"))
    services.merge(petition=voice, into=head, actor=clerk, at=AT)
    head.refresh_from_db()
    voice.refresh_from_db()

    with pytest.raises(BusinessError):
        services.merge(petition=head, into=head, actor=clerk, at=AT)
    with pytest.raises(Invalid):
        services.merge(petition=head, into=third, actor=clerk, at=AT)
    services.merge(petition=third, into=voice, actor=clerk, at=AT)
    assert Petition.objects.get(pk=third.pk).joined_to == head


def test_who_may_not(pair, clerk, delegate, stranger, agency_officer):
    for actor in (delegate, stranger, agency_officer):
        with pytest.raises(NotPermitted):
            services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=actor, at=AT)
        with pytest.raises(NotPermitted):
            services.reject_repeat(repeat=pair, actor=actor, at=AT)
    assert list(Repeat.objects.visible_to(stranger)) == []


def test_twice_is_refused(pair, clerk):
    services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)

    with pytest.raises(BusinessError):
        services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)


def test_a_chain_holds_only_what_the_reader_may_see(pair, clerk, stranger):
    services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)

    assert repeats.chain(pair.later, stranger).asked == []
    assert selectors.nearest is not None


def test_a_report_counts_once_or_by_voice(world, clerk):
    head = received(world, clerk, "Sửa loa truyền thanh cụm một")
    voice = received(world, clerk, "Nghe không rõ thông báo của xã", voices=4)
    services.merge(petition=voice, into=head, actor=clerk, at=AT)

    found = figures.report(figures.Scope(world.council, TODAY, TODAY, TODAY), clerk)
    once = selectors.Filters.of(QueryDict("mot-lan=1"), TODAY)

    assert (found.total.value, found.matters.value, found.heard) == (2, 1, 5)
    assert list(selectors.filtered(Petition.objects.visible_to(clerk), once)) == [head]


def test_splitting_brings_back_what_was_asked_again_before_the_merge(world, clerk):
    given = {"actor": clerk, "at": AT}
    text = "Cống trước trường mầm non Hoa Sen bị tắc, nước tràn ra đường (mẫu)"
    earlier = stages.received(world, clerk, text=text)
    later = stages.received(world, clerk, text=f"Hỏi lại: {text}")
    repeat = Repeat.objects.get(later=later, earlier=earlier)
    services.confirm_repeat(repeat=repeat, kind=RepeatKind.ASKED_AGAIN, **given)

    later = services.merge(petition=later, into=earlier, **given)
    repeat.refresh_from_db()
    assert repeat.kind == RepeatKind.VOICE
    services.split(petition=later, **given)

    repeat.refresh_from_db()
    assert (repeat.state, repeat.kind) == (RepeatState.CONFIRMED, RepeatKind.ASKED_AGAIN)


def test_a_petition_joins_the_head_though_its_page_was_opened_before(world, clerk):
    first, second, third = (
        stages.received(world, clerk, text=f"{what} (mẫu)")
        for what in ("Đèn ngõ 4 hỏng", "Cầu Bàu yếu", "Trường thiếu cô")
    )
    opened_before = Petition.objects.get(pk=second.pk)
    services.merge(petition=second, into=third, actor=clerk, at=AT)

    services.merge(petition=first, into=opened_before, actor=clerk, at=AT)

    first.refresh_from_db()
    assert first.joined_to_id == third.pk


def test_what_is_taken_in_late_may_be_the_earlier_one(world, clerk):
    known = received(world, clerk, AGAIN)

    taken_in_late = received(world, clerk, FIRST, days=40)

    assert [(one.later, one.earlier) for one in Repeat.objects.all()] == [(known, taken_in_late)]


def test_same_words_with_another_place_beside_them_are_shown(world, clerk):
    words = "Đề nghị sửa cống thoát nước bị sập trước nhà văn hóa tổ dân phố 4, mùa mưa nước tràn vào 12 nhà (mẫu)"
    received(world, clerk, words, days=3, place="tổ dân phố 4")

    received(world, clerk, words, place="TDP Tân Mỹ")

    assert Repeat.objects.count() == 1


def test_one_wish_of_two_hamlets_stays_two_matters(world, clerk):
    words = "Đề nghị sửa cống thoát nước bị sập trước nhà văn hóa, mùa mưa nước tràn vào 12 nhà (mẫu)"
    received(world, clerk, words, days=3, place="tổ dân phố 4")

    received(world, clerk, words, place="TDP Tân Mỹ")

    assert Repeat.objects.count() == 0
