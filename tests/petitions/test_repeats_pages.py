"""The queue side by side, the chain on the petition's page, the hint while typing and the word on sending."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from nghitruong.petitions import services
from nghitruong.petitions.enums import RepeatKind, RepeatState
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.views import repeats as pages
from tests.factories import AT, TODAY
from tests.petitions import stages

FIRST = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"
AGAIN = "Bà con thôn Khe Sen đã kiến nghị nhiều lần làm cầu qua suối Nà Mạ"


@pytest.fixture
def repeat(world, clerk):
    given = {"council": world.council, "actor": clerk, "at": AT}
    earlier = services.receive(text=FIRST, received_on=TODAY - timedelta(days=400), **given)
    later = services.receive(text=AGAIN, received_on=TODAY, **given)
    return Repeat.objects.get(later=later, earlier=earlier)


def test_the_queue_shows_both_sides_with_marks(repeat, clerk, signed_in):
    page = signed_in(clerk).get(reverse("petitions:repeats")).content.decode()

    assert repeat.later.code in page
    assert repeat.earlier.code in page
    assert "<mark" in page
    assert "kiến nghị nhiều lần" in page
    assert "công trình, đối tượng: suối Nà Mạ" in page


def test_the_queue_costs_the_same_for_one_and_for_many(repeat, world, clerk, signed_in, django_assert_max_num_queries):
    for number in range(6):
        services.receive(
            council=world.council, text=f"{AGAIN} lần này là {number}", received_on=TODAY, actor=clerk, at=AT
        )
    client = signed_in(clerk)
    client.get(reverse("petitions:repeats"))

    with django_assert_max_num_queries(12):
        client.get(reverse("petitions:repeats"))


def test_a_link_opens_its_pair_wherever_it_stands(repeat, world, clerk, signed_in, monkeypatch):
    monkeypatch.setattr(pages, "LISTED", 1)
    for number in range(2):
        services.receive(
            council=world.council, text=f"{AGAIN} lần này là {number}", received_on=TODAY, actor=clerk, at=AT
        )
    last = Repeat.objects.order_by("-score", "pk").last()

    page = signed_in(clerk).get(f"{reverse('petitions:repeats')}?muc={last.pk}")

    assert page.context["pair"].repeat == last


def test_a_press_confirms_and_the_chain_counts(repeat, clerk, signed_in):
    client = signed_in(clerk)

    answer = client.post(reverse("petitions:confirm_repeat", args=[repeat.pk]), {"kind": RepeatKind.ASKED_AGAIN})
    page = client.get(reverse("petitions:chain", args=[repeat.later_id])).content.decode()

    assert answer.url == reverse("petitions:repeats")
    assert f"Đã hỏi 2 lần từ {repeat.earlier.received_on.year}" in page


def test_a_press_merges_rejects_and_reconsiders(repeat, clerk, signed_in):
    client = signed_in(clerk)

    client.post(reverse("petitions:confirm_repeat", args=[repeat.pk]), {"kind": RepeatKind.VOICE})
    assert Petition.objects.get(pk=repeat.later_id).joined_to == repeat.earlier
    assert (
        "nêu ở 2 nơi"
        in client.get(
            reverse("petitions:chain", args=[repeat.earlier_id]), headers={"hx-request": "true"}
        ).content.decode()
    )
    client.post(reverse("petitions:reconsider_repeat", args=[repeat.pk]), {"ve": "kien-nghi"})
    client.post(reverse("petitions:reject_repeat", args=[repeat.pk]))
    assert Repeat.objects.get().state == RepeatState.REJECTED


def test_nonsense_is_refused_in_words(repeat, clerk, signed_in):
    signed_in(clerk).post(reverse("petitions:confirm_repeat", args=[repeat.pk]), {"kind": "x"})

    assert Repeat.objects.get().state == RepeatState.PROPOSED


def test_the_hint_tells_what_became_of_it(repeat, clerk, delegate, signed_in):
    address, asked = reverse("petitions:hint"), {"text": "làm cầu suối Nà Mạ thôn Khe Sen"}

    assert repeat.earlier.code in signed_in(clerk).get(address, asked).content.decode()
    assert signed_in(clerk).get(address, {"text": "cầu"}).content == b""
    assert signed_in(delegate).get(address, asked).content == b""


def test_without_script_the_word_comes_on_sending(repeat, clerk, signed_in):
    sent = {"text": FIRST, "received_on": TODAY.isoformat(), "channel": "contact", "kind": "petition", "voices": 1}

    client = signed_in(clerk)
    page = client.post(reverse("petitions:receive"), sent, follow=True)
    matter = client.get(reverse("petitions:chain", args=[page.context["petition"].pk]))

    assert "Gần giống" in page.content.decode()
    assert "Có thể trùng với" in matter.content.decode()


def test_merge_by_its_number(repeat, clerk, signed_in):
    client, address = signed_in(clerk), reverse("petitions:merge", args=[repeat.later_id])

    assert client.post(address, {"into": "KN-9999/2020"}).status_code == 422
    client.post(address, {"into": repeat.earlier.code.lower()})
    assert Petition.objects.get(pk=repeat.later_id).joined_to == repeat.earlier
    client.post(reverse("petitions:split", args=[repeat.later_id]))
    assert Petition.objects.get(pk=repeat.later_id).joined_to is None


def test_merge_page_offers_the_nearest_of_the_register(world, clerk, signed_in):
    near = stages.received(world, clerk, text="Cống trước trường mầm non Hoa Sen bị tắc, nước tràn ra đường (mẫu)")
    petition = stages.received(world, clerk, text="Nước tràn ra đường vì cống trước trường mầm non Hoa Sen tắc (mẫu)")
    client, url = signed_in(clerk), reverse("petitions:merge", args=[petition.pk])

    offered = [one.petition for one in client.get(url).context["near"]]
    client.post(url, {"into": near.code})

    petition.refresh_from_db()
    assert offered == [near]
    assert petition.joined_to == near
    assert near.code in client.get(reverse("petitions:split", args=[petition.pk])).content.decode()


def test_queue_tells_how_often_the_earlier_matter_was_asked(world, clerk, signed_in):
    first = stages.received(world, clerk, text="Cống trước trường mầm non Hoa Sen bị tắc, nước tràn ra đường (mẫu)")
    second = stages.received(world, clerk, text="Nước tràn ra đường vì cống trước trường mầm non Hoa Sen tắc (mẫu)")
    link = Repeat.objects.get(later=second, earlier=first)
    services.confirm_repeat(repeat=link, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)
    third = stages.received(world, clerk, text="Cống trước trường mầm non Hoa Sen vẫn tắc, nước tràn ra đường (mẫu)")
    waiting = Repeat.objects.waiting().filter(later=third).first()

    page = signed_in(clerk).get(reverse("petitions:repeats"), {"muc": waiting.pk})

    assert page.context["chain"].times == 2
    assert not page.context["is_known"]
    assert "Đã hỏi 2 lần từ" in page.content.decode()
