"""Adding records by the thousand."""

import datetime as dt

from nghitruong.base.bulk import insert_many
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Petition
from tests.factories import TODAY


def drafts(world, count, since=0):
    return [
        Petition(
            council=world.council, keeper=world.council, code=f"KN-{n}", year=2026, seq=n, text=f"Đường {n} (mẫu)",
            received_on=TODAY, state=State.RECEIVED, source={"ghi chú": f"«{n}»"},
        )
        for n in range(since + 1, since + count + 1)
    ]  # fmt: skip


def test_what_is_put_in_comes_back(world):
    made = drafts(world, 3)

    insert_many(made)

    found = Petition.objects.in_bulk([one.pk for one in made])
    assert [found[one.pk].text for one in made] == ["Đường 1 (mẫu)", "Đường 2 (mẫu)", "Đường 3 (mẫu)"]
    assert found[made[0].pk].source == {"ghi chú": "«1»"}
    assert found[made[0].pk].received_on == dt.date(2026, 3, 2)
    assert found[made[0].pk].due_on is None
    assert not made[0]._state.adding


def test_numbers_go_on_where_the_table_stands(world):
    first = drafts(world, 1)[0]
    first.save()

    second = drafts(world, 2, since=1)
    insert_many(second)
    third = drafts(world, 1, since=3)[0]
    third.save()

    assert [first.pk + n for n in range(4)] == [first.pk, *(one.pk for one in second), third.pk]


def test_one_statement_for_the_rows(world, django_assert_num_queries):
    made = drafts(world, 50)

    with django_assert_num_queries(2):
        insert_many(made)

    assert Petition.objects.count() == 50


def test_nothing_is_put_in_for_nothing(world, django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_many([])
