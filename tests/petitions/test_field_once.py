import pytest
from django.db import IntegrityError, transaction

from nghitruong.petitions.models import Field


@pytest.mark.parametrize("own", [False, True])
def test_code_of_a_field_stands_once_for_all_and_once_a_council(own, world):
    owner = world.council if own else None
    Field.objects.create(code="mau", council=owner, name="Lĩnh vực mẫu", sort_key="z")

    with pytest.raises(IntegrityError), transaction.atomic():
        Field.objects.create(code="mau", council=owner, name="Trùng mã", sort_key="z")

    Field.objects.create(code="mau", council=None if own else world.council, name="Của nơi khác", sort_key="z")
