"""Two hundred clerks' worth of numbering at once: no gap, no double, on both databases."""

from __future__ import annotations

import threading

import pytest
from django.db import close_old_connections, connection

from nghitruong.documents import services
from nghitruong.documents.enums import PaperKind
from nghitruong.documents.models import Incoming, Paper
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership
from tests import factories as make
from tests.documents.cast import draft
from tests.documents.test_register_incoming import came
from tests.factories import AT

THREADS, ARRIVALS, ISSUED = 8, 25, 4


@pytest.mark.django_db(transaction=True)
def test_eight_threads_take_their_numbers_without_gap_or_double():
    council = make.organ("Hội đồng nhân dân phường Mẫu", OrganKind.COUNCIL)
    standing = make.organ("Thường trực HĐND phường Mẫu", OrganKind.STANDING, council=council)
    clerk = make.actor(make.organ("Văn phòng", OrganKind.OFFICE, council=council), Role.CLERK)
    chair = make.actor(standing, Role.CHAIR)
    signer = Membership.objects.select_related("person", "organ__council").get(pk=chair.membership_id)
    kinds = [PaperKind.NOTICE, PaperKind.LETTER, PaperKind.REPORT]
    waiting = [draft(standing, clerk, kind=kinds[n % 3], abstract=f"Văn bản {n}") for n in range(THREADS * ISSUED)]
    codes: list[str] = []
    failures: list[BaseException] = []
    begin = threading.Barrier(THREADS)

    def work(share: list[Paper]) -> None:
        close_old_connections()
        try:
            begin.wait()
            for number in range(ARRIVALS):
                came(standing, clerk, abstract=f"Văn bản đến {number}")
                if number < len(share):
                    codes.append(services.issue(paper=share[number], signer=signer, actor=clerk, at=AT))
        except BaseException as error:  # noqa: BLE001 -- told by the test, whatever it was
            failures.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(waiting[n::THREADS],)) for n in range(THREADS)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()

    assert failures == []
    assert sorted(Incoming.objects.values_list("number", flat=True)) == list(range(1, THREADS * ARRIVALS + 1))
    assert sorted(Paper.objects.values_list("number", flat=True)) == list(range(1, THREADS * ISSUED + 1))
    assert len(set(codes)) == THREADS * ISSUED
