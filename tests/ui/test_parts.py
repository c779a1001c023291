"""The tags draw what their data says, and nothing a user typed becomes markup."""

from datetime import date

import pytest
from django.core.paginator import Paginator
from django.template import engines

from nghitruong.base.policy import ALLOW, Verdict
from nghitruong.ui import rules
from tests.ui import samples

ON = date(2026, 3, 6)


def drawn(source, **context):
    template = engines["django"].from_string("{% load ui %}" + source)
    return template.render(context).strip()


@pytest.mark.urls("tests.ui.sample_urls")
@pytest.mark.django_db
@pytest.mark.parametrize("name", samples.PAGES)
def test_sample_page_renders(client, name):
    answer = client.get(f"/mau/{name}/?sai&tin")

    assert answer.status_code == 200


def test_chip_says_its_state_in_shape_and_word():
    html = drawn('{% chip "late" word %}', word="quá <b>hạn</b>")

    assert html == (
        '<span class="nt-chip nt-chip--late"><svg class="nt-ic" aria-hidden="true">'
        '<use href="/static/ui/vendor/icons.svg#exclamation-octagon-fill"/></svg>quá &lt;b&gt;hạn&lt;/b&gt;</span>'
    )


def test_icon_with_label_is_named():
    assert 'role="img" aria-label="Tệp"' in drawn('{% icon "paperclip" "Tệp" %}')


def test_icon_that_does_not_exist_is_noticed():
    with pytest.warns(UserWarning, match="no icon “unicorn”"):
        html = drawn('{% icon "unicorn" %}')

    assert "#circle" in html


def test_due_links_to_its_derivation():
    html = drawn("{% due item %}", item=rules.Due(ON, days=6, url="/x/#thoi-han"))

    assert html.startswith('<a class="nt-due nt-due--soon" href="/x/#thoi-han">')
    assert "còn 6 ngày làm việc" in html
    assert '<time datetime="2026-03-06">06/03/2026</time>' in html


def test_due_reads_the_due_of_a_record():
    class Record:
        due = rules.Due(None, note="văn bản không nêu hạn")

    html = drawn("{% due item stack=True %}", item=Record())

    assert html.startswith('<span class="nt-due nt-due--none nt-due--stack">')
    assert "chưa có thời hạn" in html
    assert "văn bản không nêu hạn" in html


def test_due_of_something_without_a_date_is_a_mistake():
    with pytest.raises(TypeError, match=r"int has no ui\.rules\.Due"):
        rules.due_of(3)


def test_figure_opens_its_list_and_shows_the_share():
    html = drawn('{% figure 158 "/ds/" label="Đã trả lời" of="trên 1.186" whole=1186 %}')

    assert '<a class="nt-figure" href="/ds/">' in html
    assert '<span class="nt-figure__pc">13,3%</span>' in html
    assert 'width="13.3"' in html


def test_figure_of_a_handful_shows_no_share():
    assert "%" not in drawn('{% figure 3 "/ds/" label="Quá hạn" of="trên 7" whole=7 %}')


def test_verdict_allowed_is_a_button():
    html = drawn('{% verdict v "/chuyen/" "Chuyển giải quyết" primary=True %}', v=ALLOW)

    assert '<a class="nt-btn nt-btn--primary nt-btn--wide" href="/chuyen/">Chuyển giải quyết</a>' in html


def test_verdict_refused_says_why_and_who():
    refused = Verdict(allowed=False, reason="Chưa có trả lời.", who="Thường trực.")

    html = drawn('{% verdict v "/chuyen/" "Kết thúc" %}', v=refused)

    assert "/chuyen/" not in html
    assert "<dt>Vì sao</dt><dd>Chưa có trả lời.</dd><dt>Ai làm được</dt><dd>Thường trực.</dd>" in html


def test_verdict_by_post_carries_both_tokens():
    html = drawn('{% verdict v "/dong/" "Đóng" post=True confirm="Đóng?" %}', v=ALLOW, csrf_token="abc")

    assert '<form method="post" action="/dong/" data-confirm="Đóng?"' in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html
    assert 'name="deed_token"' in html


def test_quote_marks_the_words_in_question():
    html = drawn('{% quote text 4 8 source="Trang 1" %}', text="Sẽ <làm> xong")

    assert html == (
        '<blockquote class="nt-quote">“Sẽ &lt;<mark class="nt-mark">làm&gt;</mark> xong”'
        '<span class="nt-quote__src">Trang 1</span></blockquote>'
    )


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([], [("abcdef", False)]),
        ([(0, 0)], [("abcdef", False)]),
        ([(2, 4)], [("ab", False), ("cd", True), ("ef", False)]),
        ([(3, 99), (1, 4)], [("a", False), ("bcd", True), ("ef", True)]),
        ([(-5, 2)], [("ab", True), ("cdef", False)]),
    ],
)
def test_pieces_of_any_spans(spans, found):
    assert [(piece.text, piece.marked) for piece in rules.pieces("abcdef", spans)] == found


def test_thread_folds_older_events_only_when_it_is_worth_it():
    events = [rules.Event("01/01/2026", f"Việc {place}") for place in range(6)]

    assert "Xem 2 sự kiện trước đó" in drawn("{% thread events %}", events=events)
    assert "nt-older" not in drawn("{% thread events %}", events=events[:5])


def test_thread_names_a_document_without_opening_it():
    event = rules.Event(ON, "Trả lời", documents=[rules.FileLink("Công văn mật")])

    assert '<span class="nt-file">' in drawn("{% thread events %}", events=[event])


def test_form_errors_lead_to_their_fields():
    html = drawn("{% form_errors form %}", form=samples.SampleForm({"on": "1", "field": "gt", "kind": "a"}))

    assert "Còn 1 chỗ cần sửa" in html
    assert '<a href="#id_content">Nội dung kiến nghị: ' in html


def test_form_errors_are_silent_when_nothing_is_wrong():
    assert drawn("{% form_errors form %}", form=samples.SampleForm()) == ""


def test_field_ties_label_help_and_error_together():
    html = drawn("{% field form.content %}", form=samples.SampleForm({}))

    assert '<label for="id_content">Nội dung kiến nghị</label>' in html
    assert 'aria-describedby="id_content-help id_content-error"' in html
    assert 'aria-invalid="true"' in html


def test_field_that_may_stay_empty_says_so():
    assert "(không bắt buộc)" in drawn("{% field form.file %}", form=samples.SampleForm())


def test_each_drawn_form_has_a_token_of_its_own():
    first, second = drawn("{% deed_token %}"), drawn("{% deed_token %}")

    assert first != second


def test_pager_keeps_the_filter(rf):
    request = rf.get("/ds/?cap=xa&trang=2")

    html = drawn("{% pager page %}", page=Paginator(range(1186), 25).page(2), request=request)

    assert "26–50 trên 1.186" in html
    assert 'href="?cap=xa&amp;trang=1"' in html
    assert 'href="?cap=xa&amp;trang=3"' in html


def test_facets_keep_the_rest_of_the_address(rf):
    request = rf.get("/ds/?q=ranh&tra-loi=co&trang=4")

    html = drawn("{% facets groups %}", groups=samples.FACETS, request=request)

    assert '<input type="hidden" name="q" value="ranh">' in html
    assert 'name="trang"' not in html
    assert '<input type="checkbox" name="tra-loi" value="co" checked>' in html
    assert "<span>1.110</span>" in html


def test_facet_button_says_how_many_are_chosen():
    assert "Lọc (1 đang chọn)" in drawn("{% facet_button groups %}", groups=samples.FACETS)


def test_empty_place_offers_the_first_step():
    html = drawn('{% empty "Chưa có kiến nghị" "Sẽ hiện ở đây." "/them/" "Thêm kiến nghị" %}')

    assert '<a class="nt-btn" href="/them/">Thêm kiến nghị</a>' in html


def test_week_shows_today_and_rest_days():
    html = drawn("{% week days %}", days=samples.WEEK, today=samples.TODAY)

    assert html.count("Ngày nghỉ") == 2
    assert '<li class="nt-week__today"><span class="nt-week__day"><b>Hôm nay</b>' in html


def test_chart_is_a_table_first():
    html = drawn("{% chart data %}", data=samples.CHART)

    assert '<th scope="row">03/2026</th><td><a class="nt-open" href="#xong">9</a></td>' in html
    assert 'data-chart="{&quot;kind&quot;: &quot;stack&quot;' in html


def test_numbers_follow_the_language(settings):
    from django.utils import translation

    assert rules.number(1234.5, 1) == "1.234,5"
    with translation.override("en"):
        assert rules.number(1234.5, 1) == "1,234.5"


def test_facet_without_values_is_left_out(rf):
    html = drawn("{% facets groups %}", groups=[rules.Facet("cap", "Thẩm quyền", [])], request=rf.get("/ds/"))

    assert "Thẩm quyền" not in html
