"""An office words its documents in Word itself: judged, kept in versions, used, given up again."""

import io
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents import exports, services
from nghitruong.documents.models import OfficeTemplate
from nghitruong.documents.rules.kinds import KINDS, lists_of, slots_of
from nghitruong.documents.rules.templates import check_template
from tests.documents.test_kinds import lines
from tests.factories import AT

pytestmark = pytest.mark.django_db
KIND = KINDS["invitation"]


def reworded(plant=None, old="trân trọng kính mời", new="kính mời"):
    book = docx.Document(io.BytesIO(exports.pattern_docx(KIND)))
    for paragraph in book.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    if plant:
        plant(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def keep(actor, content=None, name="mau.docx"):
    return services.keep_template(kind="invitation", name=name, content=content or reworded(), actor=actor, at=AT)


def with_part(name, words, content=None):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or reworded())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, words)
    return out.getvalue()


def test_what_an_office_words_is_what_its_documents_say(clerk):
    keep(clerk)

    used = services.template_content(council_id=clerk.council_id, kind="invitation")
    said = lines(exports.fill(KIND, KIND.example, used))

    assert any(line.endswith("Mẫu kính mời:") for line in said)
    assert Entry.objects.filter(deed="template.keep").count() == 1


def test_versions_are_kept_and_one_is_in_use(clerk):
    first = keep(clerk)
    second = keep(clerk, reworded(new="xin mời"))

    first.refresh_from_db()
    assert (first.version, second.version, first.ended_at, second.ended_at) == (1, 2, AT, None)


def test_the_product_s_own_wording_comes_back(clerk):
    keep(clerk)

    assert services.restore_template(kind="invitation", actor=clerk, at=AT) is True
    assert services.restore_template(kind="invitation", actor=clerk, at=AT) is False
    assert services.template_content(council_id=clerk.council_id, kind="invitation") is None
    assert OfficeTemplate.objects.count() == 1


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "auditor", "administrator"])
def test_others_do_not_word_the_council_s_documents(who, request):
    with pytest.raises(NotPermitted):
        keep(request.getfixturevalue(who))


@pytest.mark.parametrize(
    "words",
    [
        "{{ khong_co }}",
        "{{ trich_yeu.__class__ }}",
        "{{ trich_yeu|upper }}",
        "{{ 7*7 }}",
        "{{ cycler.__init__ }}",
        "{{ muc }}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% for i in range(9) %}x{% endfor %}",
        "{% for muc in trich_yeu %}x{% endfor %}",
        "{% for muc in nguoi_duoc_moi %}{{ muc.x }}{% endfor %}",
        "{% for muc in nguoi_duoc_moi recursive %}x{% endfor %}",
        "{% macro a() %}x{% endmacro %}",
        "{% if 1 == 1 %}x{% endif %}",
        "{{ unclosed",
        "{% raw %}x{% endraw %}{{ x() }}",
    ],
)
def test_code_and_unknown_placeholders_are_refused_with_a_sentence(words):
    content = reworded(lambda book: book.add_paragraph(words))

    with pytest.raises(Invalid):
        check_template("mau.docx", content, slots_of(KIND), lists_of(KIND))


def remote(target="http://x.example/a.dotm", kind="attachedTemplate"):
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="{target}" TargetMode="External"/></Relationships>'
    )


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("word/_rels/settings.xml.rels", remote()),
        ("word/embeddings/oleObject1.bin", "x"),
        ("word/vbaProject.bin", "x"),
        ("word/activeX/activeX1.xml", "<a/>"),
        ("word/afchunk.mht", "x"),
        ("word/custom.xml", "<a>{{ x }}</a>"),
    ],
)
def test_what_runs_or_links_outside_is_refused(part, words):
    with pytest.raises(Invalid):
        check_template("mau.docx", with_part(part, words), slots_of(KIND), lists_of(KIND))


def test_a_field_that_fetches_is_refused():
    def plant(book):
        run = book.add_paragraph().add_run()
        code = docx.oxml.OxmlElement("w:instrText")
        code.text = ' INCLUDETEXT "C:\\\\secret.txt" '
        run._r.append(code)

    with pytest.raises(Invalid):
        check_template("mau.docx", reworded(plant), slots_of(KIND), lists_of(KIND))


def test_a_placeholder_in_the_properties_is_refused():
    content = reworded(lambda book: setattr(book.core_properties, "title", "{{ x }}"))

    with pytest.raises(Invalid):
        check_template("mau.docx", content, slots_of(KIND), lists_of(KIND))


def test_the_page_takes_a_template_and_gives_it_back(signed_in, clerk):
    client = signed_in(clerk)
    address = reverse("documents:template", args=["invitation"])
    sent = SimpleUploadedFile("mau.docx", reworded())

    client.post(reverse("documents:keep_template", args=["invitation"]), {"file": sent})

    assert "mau.docx" in client.get(address).content.decode()
    back = client.get(reverse("documents:template_file", args=["invitation"]), {"ban": "1"})
    assert back.content == reworded() or lines(back.content) == lines(reworded())
    example = client.get(reverse("documents:template_file", args=["invitation"]), {"ban": "vi-du"})
    assert any(line.endswith("Mẫu kính mời:") for line in lines(example.content))


def test_the_page_says_why_a_template_is_not_taken(signed_in, clerk):
    sent = SimpleUploadedFile("mau.docx", reworded(lambda book: book.add_paragraph("{{ la }}")))

    answer = signed_in(clerk).post(reverse("documents:keep_template", args=["invitation"]), {"file": sent})

    assert "«la»" in answer.content.decode()
    assert OfficeTemplate.objects.count() == 0


def test_the_check_page_shows_form_leaks_and_differences(signed_in, clerk):
    own = exports.render(KIND, KIND.example, form="docx")
    book = docx.Document(io.BytesIO(own))
    book.core_properties.author = "Nguyễn Văn Soạn"
    line = next(p for p in book.paragraphs if p.text.startswith("Tới dự"))
    line.runs[0].text = line.runs[0].text.replace("Hội nghị", "Cuộc họp")
    line.runs[0].font.name = "Arial"
    out = io.BytesIO()
    book.save(out)
    files = {"file": SimpleUploadedFile("sua.docx", out.getvalue()), "first": SimpleUploadedFile("goc.docx", own)}

    page = signed_in(clerk).post(reverse("documents:check"), files).content.decode()

    assert "Nguyễn Văn Soạn" in page
    assert "Times New Roman" in page
    assert "<ins>Cuộc họp" in page


def test_the_check_page_gives_a_clean_copy(signed_in, clerk):
    sent = SimpleUploadedFile("a.docx", exports.render(KIND, KIND.example, form="docx"))

    answer = signed_in(clerk).post(reverse("documents:check"), {"file": sent, "clean": "1"})

    assert answer["Content-Disposition"].endswith('"da-lam-sach.docx"')
