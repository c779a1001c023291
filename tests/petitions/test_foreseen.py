"""The preview of a file says what its rows repeat, and the import leads to its own pairs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.petitions import services
from nghitruong.petitions.models import ImportBatch, Petition, Repeat
from nghitruong.petitions.selectors import plan
from nghitruong.petitions.selectors.foreseen import foresee
from nghitruong.petitions.selectors.imports import rows_of
from nghitruong.petitions.views import imports
from tests.factories import AT, TODAY

BRIDGE = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"
AGAIN = "Bà con thôn Khe Sen đã kiến nghị nhiều lần làm cầu qua suối Nà Mạ"
SCHOOL = "Trường mầm non Hoa Mẫu thiếu phòng học, đề nghị xây thêm bốn phòng"
FILE = f"Nội dung kiến nghị;Ngày\n{AGAIN};{TODAY:%d/%m/%Y}\n{SCHOOL};{TODAY:%d/%m/%Y}\n{SCHOOL} nữa;{TODAY:%d/%m/%Y}\n"


@pytest.fixture
def bridge(world, clerk) -> Petition:
    return services.receive(
        council=world.council, text=BRIDGE, received_on=TODAY - timedelta(days=400), actor=clerk, at=AT
    )


def uploaded(client) -> str:
    sent = SimpleUploadedFile("kien-nghi.csv", FILE.encode())
    return client.post(reverse("petitions:upload"), {"upload": sent}).url


def test_the_preview_names_what_each_row_repeats(bridge, clerk, signed_in):
    client = signed_in(clerk)

    page = client.get(uploaded(client))

    near = [row["near"] for row in page.context["planned"]]
    assert near[0].petition == bridge
    assert near[1] is None
    assert (near[2].petition, near[2].row.number) == (None, page.context["planned"][1]["row"].number)
    assert f'<a href="{bridge.get_absolute_url()}">{bridge.code}</a> ({near[0].percent} %)' in page.content.decode()
    assert "2 dòng có thể trùng" in page.content.decode()


def test_what_is_foreseen_is_what_the_import_proposes(bridge, world, clerk):
    planned = plan(rows_of("kien-nghi.csv", FILE.encode()), council=world.council, point=None, today=TODAY)

    found = foresee(planned, council=world.council, actor=clerk)
    services.take_in(council=world.council, name="kien-nghi.csv", planned=planned, actor=clerk, at=AT)

    proposed = {repeat.later.text: round(100 * repeat.score) for repeat in Repeat.objects.all()}
    assert {planned[place].row.get("text"): one.percent for place, one in found.items()} == proposed


def test_a_file_of_older_rows_is_told_and_led_to_its_pairs(world, clerk, signed_in):
    known = services.receive(council=world.council, text=BRIDGE, received_on=TODAY, actor=clerk, at=AT)
    older = FILE.replace(f"{TODAY:%d/%m/%Y}", f"{TODAY - timedelta(days=90):%d/%m/%Y}").encode()
    planned = plan(rows_of("kien-nghi.csv", older), council=world.council, point=None, today=TODAY)

    found = foresee(planned, council=world.council, actor=clerk)
    batch = services.take_in(council=world.council, name="kien-nghi.csv", planned=planned, actor=clerk, at=AT)
    queue = signed_in(clerk).get(reverse("petitions:repeats"), {"lan-nhap": batch.pk}).context["page"].paginator.count

    assert (sorted(found), found[0].petition) == ([0, 2], known)
    assert queue == Repeat.objects.count() == 2


@pytest.mark.parametrize("name", ["muc", "lan-nhap"])
@pytest.mark.parametrize("number", ["²", "9" * 40])
def test_an_odd_address_opens_the_whole_queue(clerk, signed_in, name, number):
    assert signed_in(clerk).get(reverse("petitions:repeats"), {name: number}).status_code == 200


def test_many_rows_are_compared_after_the_page_is_shown(bridge, clerk, signed_in, monkeypatch):
    monkeypatch.setattr(imports, "COMPARED_AT_ONCE", 2)
    client = signed_in(clerk)
    url = uploaded(client)

    first, then = client.get(url), client.get(f"{url}?so=1")

    assert first.context["repeats"] is None
    assert 'hx-get="?so=1"' in first.content.decode()
    assert then.context["repeats"] == 2
    assert 'hx-get="?so=1"' not in then.content.decode()


def test_the_import_counts_its_pairs_and_opens_them_alone(bridge, world, clerk, signed_in):
    services.receive(council=world.council, text=f"{AGAIN}, năm nay", received_on=TODAY, actor=clerk, at=AT)
    client = signed_in(clerk)

    page = client.post(uploaded(client), follow=True)
    batch = ImportBatch.objects.get()
    queue = client.get(f"{reverse('petitions:repeats')}?lan-nhap={batch.pk}")
    everything = client.get(reverse("petitions:repeats"))

    own = Repeat.objects.filter(later__batch=batch).count()
    assert page.context["repeats"] == own
    assert f"{own} cặp" in page.content.decode()
    assert f'href="{reverse("petitions:repeats")}?lan-nhap={batch.pk}"' in page.content.decode()
    assert {one.later.batch_id for one in queue.context["listed"]} == {batch.pk}
    assert queue.context["page"].paginator.count == own < everything.context["page"].paginator.count


def test_a_decision_comes_back_to_the_same_import(bridge, clerk, signed_in):
    client = signed_in(clerk)
    client.post(uploaded(client))
    repeat = Repeat.objects.filter(earlier=bridge).get()

    answer = client.post(reverse("petitions:reject_repeat", args=[repeat.pk]), {"lan-nhap": repeat.later.batch_id})

    assert answer.url == f"{reverse('petitions:repeats')}?lan-nhap={repeat.later.batch_id}"


def test_the_narrowed_queue_costs_the_same_for_few_and_many(bridge, world, clerk, signed_in, django_assert_num_queries):
    client = signed_in(clerk)
    client.post(uploaded(client))
    batch = ImportBatch.objects.get()
    url = f"{reverse('petitions:repeats')}?lan-nhap={batch.pk}"
    client.get(url)

    with django_assert_num_queries(9):
        client.get(url)
    for number in range(5):
        new = services.receive(council=world.council, text=f"{AGAIN} {number}", received_on=TODAY, actor=clerk, at=AT)
        Petition.objects.filter(pk=new.pk).update(batch=batch)
    with django_assert_num_queries(9):
        client.get(url)
