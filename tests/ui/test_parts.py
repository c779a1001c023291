import pytest

from tests.ui import samples

pytestmark = [pytest.mark.urls("tests.ui.sample_urls"), pytest.mark.django_db]


@pytest.mark.parametrize("name", samples.PAGES)
def test_page_renders_for_a_reader(client, name):
    answer = client.get(f"/mau/{name}/?sai&tin")

    assert answer.status_code == 200
