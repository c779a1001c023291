"""Pages that show every part with sample words: for the tests of `ui`, for axe, and for looking at."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict
from nghitruong.ui import rules

TODAY = date(2026, 2, 26)
LONG = (
    "Rãnh thoát nước dọc đường liên tổ bị bồi lấp nhiều năm, mưa lớn là nước tràn vào sân và bếp của các hộ thấp hơn "
    "mặt đường; cử tri đã nêu ở ba kỳ tiếp xúc liền nhau, lần nào cũng được trả lời là sẽ nạo vét trước mùa mưa, nhưng "
    "đến nay mới làm một đoạn ngắn trước trụ sở, đề nghị cho biết thời gian cụ thể."
)
ORGAN = "Phòng Kinh tế, Hạ tầng và Đô thị thuộc Ủy ban nhân dân phường Mẫu Thượng, tỉnh Mẫu Sơn Hà"


def steps(
    first: date, last: date, tet: tuple[date, date], swapped: date, extended_from: date
) -> list[dict[str, object]]:
    """Return day steps as the clock writes them."""
    found = []
    on = first
    while on <= last:
        if tet[0] <= on <= tet[1]:
            kind, why = "holiday", "Tết Nguyên đán"
        elif on == swapped:
            kind, why = "swapped_on", "làm bù cho 02/01/2026"
        elif on.weekday() >= 5:
            kind, why = "weekend", "nghỉ cuối tuần"
        elif on >= extended_from:
            kind, why = "extension", "gia hạn"
        else:
            kind, why = "working", "có tính"
        found.append(
            {"on": on.isoformat(), "counts": kind in {"working", "swapped_on", "extension"}, "why": why, "kind": kind}
        )
        on += timedelta(days=1)
    return found


DERIVATION = rules.Derivation(
    due=rules.Due(date(2026, 3, 6), days=6),
    number=30,
    day_type="working",
    from_on=date(2026, 1, 5),
    from_event="nhận văn bản chuyển",
    citation="Quy chế làm việc mẫu, Điều 27 khoản 3",
    confidence="to_confirm",
    label="Trả lời kiến nghị cử tri",
    steps=steps(
        date(2026, 1, 6), date(2026, 3, 6), (date(2026, 2, 14), date(2026, 2, 22)), date(2026, 1, 10), date(2026, 2, 23)
    ),
    extensions=[rules.Added(10, "working", "nhà thầu nghỉ Tết", "Điều 27 khoản 5 của quy chế mẫu")],
    pauses=[rules.Stretch(date(2026, 1, 20), date(2026, 1, 21), "chờ bổ sung hồ sơ")],
)
DUES = [
    rules.Due(date(2026, 2, 12), days=-6, url="#thoi-han"),
    rules.Due(TODAY, days=0, url="#thoi-han"),
    rules.Due(date(2026, 3, 6), days=6, url="#thoi-han"),
    rules.Due(date(2026, 3, 31), days=23, url="#thoi-han"),
    rules.Due(None, note="văn bản không nêu hạn"),
    rules.Due(date(2026, 3, 31), paused=True),
    rules.Due(date(2026, 1, 31), closed=True, say="trả lời đúng hạn"),
]
EVENTS = [
    rules.Event(
        "25/02/2026, 16:40",
        "Đôn đốc lần 1",
        "megaphone",
        "soon",
        "Lê Minh Thư, chuyên viên",
        "Đề nghị báo tiến độ.",
        documents=[rules.FileLink("Công văn số 11 (mẫu)", "#")],
    ),
    rules.Event(
        date(2026, 2, 12),
        "Chưa chấp nhận kết quả, mở lại",
        "arrow-counterclockwise",
        "late",
        facts=[("Cam kết", "38 tấm"), ("Thấy", "12 tấm")],
    ),
    rules.Event(
        "22/01/2026",
        "Trả lời, kèm một lời hứa",
        "reply",
        "info",
        ORGAN,
        quote=rules.Quote("Phần tấm đan còn lại sẽ thay xong trước ngày 10/02/2026.", 17, 55, "Công văn mẫu, trang 1"),
        promises=[rules.Branch("Lời hứa: thay xong tấm đan", "", "Kiểm tra: mới thay một phần.", due=DUES[0])],
    ),
    rules.Event("05/01/2026", "Chuyển giải quyết", "send", who="Thường trực Hội đồng nhân dân phường"),
    rules.Event(
        "24/12/2025",
        "Nhận ra là kiến nghị lặp lại",
        "diagram-2",
        "info",
        branches=[rules.Branch("KN-0031", "#", "Không ai xác minh.", [rules.Chip("calm", "đã trả lời", "reply-fill")])],
    ),
    rules.Event(
        "22/12/2025",
        "Cử tri nêu ý kiến",
        "chat-left-quote",
        quote="Năm nào cũng nói nạo vét rồi, mà cứ mưa to là nước tràn qua bậc cửa.",
    ),
]
CHART = rules.Chart(
    "Nhận theo tháng, nay ra sao",
    "Tháng nhận",
    [
        rules.Series("Đã giải quyết xong", "done"),
        rules.Series("Đã trả lời, chưa xong", "answered"),
        rules.Series("Chưa trả lời", "open"),
    ],
    [
        rules.ChartRow(f"{month:02}/2026", [month * 3, 20 - month, month % 4], ["#xong", "#chua-xong", "#chua-tra-loi"])
        for month in range(1, 8)
    ],
    say="Số chưa trả lời không tăng.",
    warn="Tháng 7 mới có 9 kiến nghị: chưa nên so sánh.",
)
BARS = rules.Chart(
    "Theo lĩnh vực",
    "Lĩnh vực",
    CHART.series,
    [
        rules.ChartRow(label, [12, 39, 7], url="#")
        for label in ("Giao thông, thoát nước", "Đất đai, môi trường", "Điện, nước sạch")
    ],
    kind="bars",
)
FACETS = [
    rules.Facet(
        "tra-loi",
        "Trả lời",
        [rules.Option("co", "Đã trả lời", 1110, checked=True), rules.Option("chua", "Chưa trả lời", 28)],
    ),
    rules.Facet(
        "cap", "Thẩm quyền", [rules.Option("", "Mọi cấp", checked=True), rules.Option("xa", "Phường", 97)], single=True
    ),
]
TABS = [
    rules.Tab("Tất cả", "?", 1186),
    rules.Tab("Chưa giải quyết xong", "?loc=1", 139, current=True),
    rules.Tab("Quá hạn trả lời", "?loc=2", 9),
]
WEEK = rules.seven_days(
    date(2026, 2, 23),
    {
        TODAY: [rules.WeekEvent("Phiên họp Thường trực", "#", time="08:30")],
        date(2026, 2, 27): [rules.WeekEvent("Hạn: 2 văn bản", "#", "due")],
    },
)


class SampleForm(forms.Form):
    content = forms.CharField(label="Nội dung kiến nghị", widget=forms.Textarea, help_text="Ghi đúng lời cử tri.")
    on = forms.CharField(label="Ngày nêu", help_text="Ngày/tháng/năm, ví dụ 22/12/2025")
    field = forms.ChoiceField(label="Lĩnh vực", choices=[("", "Chọn lĩnh vực"), ("gt", "Giao thông")])
    kind = forms.ChoiceField(label="Loại", choices=[("a", "Kiến nghị"), ("b", "Ý kiến")], widget=forms.RadioSelect)
    groups = forms.MultipleChoiceField(
        label="Tổ đại biểu",
        choices=[("1", "Tổ số 1"), ("2", "Tổ số 2")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    file = forms.FileField(label="Văn bản kèm theo", required=False)
    told = forms.BooleanField(label="Đã báo cho cử tri", required=False)


PAGES = {
    "viec": """{% extends "ui/base.html" %}{% load ui %}{% block title %}Hồ sơ mẫu{% endblock %}{% block body_class %}nt-has-dock{% endblock %}
{% block crumbs %}<a href="#">Kiến nghị cử tri</a> / KN-0142{% endblock %}{% block heading_class %}nt-lead{% endblock %}{% block heading %}{{ long }}{% endblock %}
{% block content %}<div class="nt-matter"><div>
<section class="nt-pinned" aria-labelledby="hien-nay"><h2 id="hien-nay">Đã trả lời, nhưng chưa giải quyết xong</h2><dl class="nt-two mt-2"><div><dt>Trả lời</dt><dd>{% chip "calm" "đã trả lời" icon="reply-fill" bare=True %} {% day today %}</dd></div><div><dt>Giải quyết</dt><dd>{% chip "late" "chưa giải quyết" icon="x-circle-fill" bare=True %}</dd></div></dl></section>
<section aria-labelledby="mach"><div class="nt-head"><h2 id="mach">Mạch việc</h2></div>{% thread events %}</section></div>
<aside class="nt-matter__side" aria-label="Trạng thái và việc tiếp theo"><section class="nt-card"><h2 class="nt-side__title">Việc còn nợ</h2>{% dated derivation opened=True %}
<dl class="nt-facts mt-3"><dt>Bên có nghĩa vụ</dt><dd>{{ organ }}</dd></dl></section>
<section class="nt-card" id="viec-tiep"><h2 class="nt-side__title">Việc tiếp theo</h2>{% verdict yes "#" "Đặt lịch xác minh lại" primary=True icon="geo-alt" note="Được làm: Văn phòng." %}{% verdict yes "/x/" "Đóng hồ sơ" post=True confirm="Đóng hồ sơ này?" %}{% verdict no "#" "Chấp nhận kết quả" %}</section></aside></div>{% endblock %}
{% block dock %}<aside class="nt-dock" aria-label="Việc cần làm ngay"><a class="nt-btn nt-btn--primary" href="#viec-tiep">Đặt lịch xác minh lại</a>{% due dues.2 stack=True %}</aside>{% endblock %}""",
    "danh-sach": """{% extends "ui/base.html" %}{% load ui %}{% block shell %}nt-shell--rail{% endblock %}{% block heading %}Kiến nghị cử tri{% endblock %}
{% block lead %}<p class="nt-muted nt-small">{% open 139 "#" %} chưa giải quyết xong, trên {% open 1186 "#" %} đã nhận</p>{% endblock %}{% block actions %}<a class="nt-btn" href="#">{% icon "file-earmark-spreadsheet" %}Tải bảng .xlsx</a><a class="nt-btn nt-btn--primary" href="#">{% icon "plus-lg" %}Thêm kiến nghị</a>{% endblock %}
{% block content %}{% tabs tabs %}<p class="nt-phone">{% facet_button facets %}</p><div class="nt-listing">{% facets facets %}<form class="nt-card" method="post" action="#" data-rows>
<div class="nt-bulk" role="region" aria-label="Việc làm với các dòng đã chọn" data-bulk><b data-chosen>Đã chọn 0</b><div class="nt-bulk__deeds"><button class="nt-btn">{% icon "megaphone" %}Đôn đốc</button></div>{% verdict no "#" "Kết thúc" compact=True %}</div>
<table class="nt-table nt-table--cards"><caption class="visually-hidden">Kiến nghị</caption><thead><tr><th class="c-x"><input type="checkbox" aria-label="Chọn cả trang" data-all></th><th scope="col" class="c-code">Số</th><th scope="col">Nội dung</th><th scope="col" class="c-ans">Trả lời</th><th scope="col" class="c-due">Hạn</th><th scope="col" class="c-org">Cơ quan nợ</th></tr></thead><tbody>
{% for item in dues %}<tr><td class="c-x"><input type="checkbox" name="chosen" value="{{ forloop.counter }}" aria-label="Chọn KN-{{ forloop.counter }}"></td><td class="nt-nowrap nt-small nt-muted">KN-{{ forloop.counter }}</td><td><a class="nt-what" href="#{{ forloop.counter }}">{{ long }}</a></td><td>{% chip "none" "chưa trả lời" bare=True %}</td><td>{% due item %}</td><td class="nt-small nt-clip"><span>{{ organ }}</span></td></tr>{% endfor %}</tbody></table>{% pager page noun="kiến nghị" %}</form></div>{% endblock %}""",
    "ban": """{% extends "ui/base.html" %}{% load ui %}{% block heading %}Bàn làm việc{% endblock %}{% block lead %}<p class="nt-muted">Thứ Năm, {% day today %}</p>{% endblock %}
{% block content %}{% week week %}<div class="nt-desk"><section class="nt-card nt-pile nt-pile--late" aria-labelledby="a"><div class="nt-pile__head"><h2 id="a">Quá hạn</h2>{% open 9 "#" "9 việc quá hạn" %}<span class="nt-pile__of">trên 28 việc đang chạy</span></div><ul>{% for item in dues %}<li class="nt-row"><span class="nt-cutbox"><a class="nt-row__what" href="#">{{ long }}</a><span class="nt-row__who">{{ organ }} · KN-0097</span></span>{% due item stack=True %}</li>{% endfor %}</ul></section>
<section class="nt-card nt-pile" aria-labelledby="b"><div class="nt-pile__head"><h2 id="b">Mới</h2></div>{% empty "Chưa có gì mới" "Việc mới từ lần xem trước sẽ hiện ở đây." "#" "Ghi ý kiến cử tri" %}</section></div>{% endblock %}""",
    "so-lieu": """{% extends "ui/base.html" %}{% load ui %}{% block heading %}Trả lời và giải quyết{% endblock %}{% block scripts %}{% chart_scripts %}{% endblock %}
{% block content %}<div class="nt-figures"><div class="nt-card nt-pair">{% figure 158 "#" label="Đã trả lời" of="trên 186 kiến nghị đã nhận" whole=186 %}{% figure 47 "#" label="Đã giải quyết xong" of="trên 186 kiến nghị đã nhận" whole=186 tone="done" %}<div class="nt-pair__gap"><p>{% open 111 "#" %} kiến nghị <b>đã trả lời nhưng chưa giải quyết xong</b>.</p></div></div><div class="nt-card">{% figure 1186 "#" label="Đã nhận" of="kiến nghị, rút từ 214 ý kiến" %}</div><div class="nt-card">{% figure 3 "#" label="Quá hạn" of="trên 7" whole=7 %}</div></div><div class="nt-charts">{% chart chart %}{% chart bars %}</div>{% endblock %}""",
    "nguyen-van": """{% extends "ui/base.html" %}{% load ui %}{% block heading %}Trích nguyên văn{% endblock %}{% block content %}{% quote long 10 60 source="Công văn mẫu, trang 1" url="#" %}<p class="mt-3">{% marked long spans dim=True %}</p>{% for item in dues %}<p>{% due item %}</p>{% endfor %}{% for tone in tones %}<p>{% chip tone tone %}</p>{% endfor %}{% endblock %}""",
    "bieu-mau": '{% extends "ui/form.html" %}',
    "dang-nhap": """{% extends "ui/bare.html" %}{% load ui %}{% block title %}Đăng nhập{% endblock %}{% block heading %}Đăng nhập{% endblock %}{% block content %}<form method="post" class="nt-card nt-padded">{% csrf_token %}{% field form.on %}<div class="nt-deeds"><button class="nt-btn nt-btn--primary nt-btn--wide">{% icon "box-arrow-in-right" %}Đăng nhập</button></div></form>{% endblock %}""",
}


def context() -> dict[str, object]:
    return {
        "long": LONG,
        "organ": ORGAN,
        "events": EVENTS,
        "derivation": DERIVATION,
        "dues": DUES,
        "today": TODAY,
        "tabs": TABS,
        "facets": FACETS,
        "week": WEEK,
        "chart": CHART,
        "bars": BARS,
        "page": Paginator(range(1186), 25).page(2),
        "yes": ALLOW,
        "no": Verdict(
            allowed=False,
            reason="Chưa có xác minh đạt sau lần mở lại ngày 12/02/2026.",
            who="Thường trực Hội đồng nhân dân.",
        ),
        "spans": [(0, 4), (10, 20)],
        "tones": ["late", "soon", "done", "calm", "info", "none"],
        "title": "Thêm kiến nghị",
        "lead": "Mỗi kiến nghị một việc, ghi đúng lời cử tri.",
        "verb": "Ghi kiến nghị",
        "cancel_url": "#",
    }


@login_not_required
def page(request: HttpRequest, name: str) -> HttpResponse:
    request.actor = Actor(
        user_id=1,
        name="Lê Minh Thư",
        membership_id=1,
        office="Chuyên viên, Văn phòng HĐND và UBND phường Mẫu",
        council_name="Hội đồng nhân dân phường Mẫu",
    )
    form = SampleForm({"content": ""}) if "sai" in request.GET else SampleForm()
    if "tin" in request.GET:
        messages.success(request, "Đã chuyển tới Phòng Kinh tế, hạn trả lời 12/01/2027.")
    template = engines["django"].from_string(PAGES[name])
    return HttpResponse(template.render({**context(), "form": form}, request))


def bare_frame(request: HttpRequest) -> HttpResponse:
    """The frame around nothing, for the person really signed in."""
    return render(request, "ui/base.html")
