"""Who may review, and when."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.intake import services
from tests.factories import AT
from tests.intake.taken import taken


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "stranger", "auditor"])
def test_review_is_the_offices_own(world, clerk, who, request):
    reading = taken(world, clerk)

    with pytest.raises(NotPermitted):
        services.accept_certain(reading=reading, actor=request.getfixturevalue(who), at=AT)


def test_figures_that_do_not_agree_stand_over_the_items_with_their_places(world, clerk, signed_in):
    text = "Trong năm, tổng hợp 55 ý kiến, gồm 32 ý kiến cấp tỉnh và 18 ý kiến cấp xã."
    reading = taken(world, clerk, text)

    page = signed_in(clerk).get(reading.get_absolute_url()).content.decode()

    assert "Tổng ghi <b>55</b>, các phần cộng lại là <b>50</b>." in page
    assert page.count('href="#lech-0-') == 2
    assert all(page.count(f'id="lech-0-{place}"') == 1 for place in range(2))
