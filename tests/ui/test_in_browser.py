"""The parts in a real browser: nothing for axe to find, no sideways scroll, no blocked script, keys and drafts work."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.ui import samples

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.ui.sample_urls")]

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WIDTHS = {"light": (360, 768, 1366), "dark": (360,)}


@pytest.fixture
def look(page, live_server):
    """Return a function: open a sample page; what the browser complained about is in `look.said`."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    def at(path):
        page.goto(f"{live_server.url}/mau/{path}", wait_until="networkidle")
        return page

    at.said = said
    return at


@pytest.mark.parametrize("scheme", WIDTHS)
@pytest.mark.parametrize("name", samples.PAGES)
def test_page_is_open_to_everybody(look, page, name, scheme):
    page.emulate_media(color_scheme=scheme)
    found = []
    for width in WIDTHS[scheme]:
        page.set_viewport_size({"width": width, "height": 800})
        look(f"{name}/?sai&tin")
        found += [
            (width, violation["id"], violation["nodes"][0]["html"])
            for violation in Axe().run(page, options=RULES).response["violations"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append((width, "sideways scroll", name))

    assert found == []
    assert look.said == []


def test_draft_is_kept_and_offered_back(look, page):
    look("bieu-mau/").fill("#id_content", "Đèn ngõ 7 hỏng từ trước Tết.")
    page.wait_for_timeout(600)  # a draft is kept when the typing rests

    look("bieu-mau/").click("[data-take]")

    assert page.input_value("#id_content") == "Đèn ngõ 7 hỏng từ trước Tết."


def test_draft_let_go_is_gone(look, page):
    look("bieu-mau/").fill("#id_content", "Nháp.")
    page.wait_for_timeout(600)  # a draft is kept when the typing rests

    look("bieu-mau/").click("[data-drop]")

    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('nt-draft:'))") == []


def test_form_is_sent_once(look, page):
    look("bieu-mau/")
    sent = []
    page.route(
        "**/bieu-mau/",
        lambda route: sent.append(route.request.method) if route.request.method == "POST" else route.continue_(),
    )

    page.evaluate(
        "const form = document.querySelector('form[data-draft]'); form.requestSubmit(); form.requestSubmit();"
    )
    page.wait_for_timeout(200)

    assert sent == ["POST"]


def test_deed_that_asks_first_waits_for_the_answer(look, page):
    look("viec/")
    sent = []
    page.route("**/x/", lambda route: (sent.append(route.request.method), route.fulfill(body="xong")))

    page.get_by_role("button", name="Đóng hồ sơ").click()
    page.get_by_role("button", name="Thôi, chưa làm").click()
    assert sent == []

    page.get_by_role("button", name="Đóng hồ sơ").click()
    page.get_by_role("button", name="Đồng ý, làm").click()
    page.wait_for_url("**/x/")
    assert sent == ["POST"]


def test_list_goes_by_keys(look, page):
    page.set_viewport_size({"width": 1366, "height": 800})
    look("danh-sach/")
    assert not page.is_visible("[data-bulk]")

    for key in "jjkx":
        page.keyboard.press(key)

    assert page.locator("tbody input:checked").evaluate_all("(boxes) => boxes.map((box) => box.value)") == ["1"]
    assert page.inner_text("[data-chosen]") == "Đã chọn 1"
    page.keyboard.press("Enter")
    page.wait_for_url("**#1")


def test_keys_reach_the_search_and_the_list_of_keys(look, page):
    page.set_viewport_size({"width": 1366, "height": 800})
    look("ban/")

    page.keyboard.press("?")

    assert page.is_visible("#cac-phim")


def test_chart_stands_beside_its_table(look, page):
    look("so-lieu/")
    page.wait_for_selector("[data-chart] svg >> nth=1")
    assert page.locator("[data-chart] svg").count() == 2
    assert not page.is_visible(".nt-totable table >> nth=0")

    page.keyboard.press("t")

    assert page.is_visible(".nt-totable table >> nth=0")


def test_chart_waits_on_a_phone_until_asked_for(look, page):
    page.set_viewport_size({"width": 360, "height": 800})
    look("so-lieu/")
    assert page.is_visible(".nt-totable table >> nth=0")
    assert page.locator("script[src*='echarts']").count() == 0

    page.click("text=Vẽ biểu đồ >> nth=0")

    page.wait_for_selector("[data-chart] svg >> nth=1")
    assert page.locator("text=Vẽ biểu đồ").count() == 0


def test_pages_work_without_scripts(browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(f"{live_server.url}/mau/so-lieu/")
    assert page.is_visible(".nt-totable table >> nth=0")

    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{live_server.url}/mau/danh-sach/")
    page.click(".nt-phone >> text=Lọc")
    assert page.is_visible("text=Thẩm quyền")
    context.close()
