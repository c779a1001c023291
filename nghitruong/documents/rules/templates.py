"""What an office's Word template may hold: words, and placeholders of a closed list. No code, nothing from outside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, kind_of
from nghitruong.documents.rules.kinds.model import EACH

MOST_BYTES = 5 * 1024 * 1024
MOST_TAGS = 2_000
_EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External', re.IGNORECASE)
_LIVE_PARTS = re.compile(
    r"(embeddings/|activex|vba|oleobject|customui|afchunk|attachedtoolbars|\.bin$|\.exe$|\.js$)", re.IGNORECASE
)
_LIVE_FIELDS = re.compile(
    r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|LINK|MACROBUTTON|IMPORT|DATABASE|RD|HYPERLINK|GOTOBUTTON)\b"
)
_INSTRUCTION = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")
_TAG = re.compile(r"\{[{%#]")
_PARTS_READ = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$")


def sandbox() -> SandboxedEnvironment:
    """Return the environment templates run in: escaping on, no functions, no filters, no global names."""
    environment = SandboxedEnvironment(autoescape=True)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


def check_template(name: str, content: bytes, slots: Mapping[str, tuple[str, ...]], lists: frozenset[str]) -> list[str]:
    """Return the placeholders a template uses, in alphabetical order; raise Invalid, in words, for what it may not hold.

    `slots`: each placeholder and the parts of its rows; `lists`: those it may go through item by item.
    """
    if kind_of(name, content, most_bytes=MOST_BYTES) != DOCX:
        raise Invalid(_("Mẫu phải là tệp Word (.docx)."))
    _check_parts(content)
    used: set[str] = set()
    try:
        book = DocxTemplate(io.BytesIO(content))
        book.init_docx()
        for xml in _patched(book):
            if len(_TAG.findall(xml)) > MOST_TAGS:
                raise Invalid(_("Mẫu có quá nhiều chỗ điền."))
            _check_tags(sandbox().parse(xml), slots, lists, used)
        _check_properties(book)
    except TemplateError as error:
        raise Invalid(
            _("Chỗ điền trong mẫu viết sai hoặc chứa mã không được phép: %(why)s")
            % {"why": str(error.message or error)[:200]}
        ) from error
    except (KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise Invalid(_("Mẫu «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    return sorted(used)


def _patched(book: DocxTemplate) -> Iterator[str]:
    yield book.patch_xml(book.get_xml())
    for uri in (book.HEADER_URI, book.FOOTER_URI):
        for _key, part in book.get_headers_footers(uri):
            yield book.patch_xml(book.get_part_xml(part))


def _check_parts(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for entry in archive.namelist():
            if _LIVE_PARTS.search(entry):
                raise Invalid(
                    _("Mẫu có tệp nhúng hoặc thành phần chạy được (%(part)s) nên không được nhận.") % {"part": entry}
                )
            if entry.endswith(".rels") and _EXTERNAL.search(archive.read(entry)):
                raise Invalid(
                    _(
                        "Mẫu liên kết ra ngoài (mẫu từ xa, ảnh hoặc địa chỉ bên ngoài) nên không được nhận. Hãy bỏ liên kết rồi tải lại."
                    )
                )
            if entry.endswith(".xml") and entry.startswith("word/"):
                xml = archive.read(entry).decode("utf-8", "replace")
                if "altChunk" in xml or "<w:attachedTemplate" in xml:
                    raise Invalid(
                        _(
                            "Mẫu liên kết ra ngoài (mẫu từ xa, ảnh hoặc địa chỉ bên ngoài) nên không được nhận. Hãy bỏ liên kết rồi tải lại."
                        )
                    )
                codes = " ".join("".join(found) for found in _INSTRUCTION.findall(xml))
                if _LIVE_FIELDS.search(codes.upper()):
                    raise Invalid(_("Mẫu có trường tự động lấy dữ liệu từ nơi khác nên không được nhận."))
                if not _PARTS_READ.match(entry) and _TAG.search(re.sub(r"<[^>]+>", "", xml)):
                    raise Invalid(_("Chỗ điền chỉ được đặt trong thân văn bản, đầu trang và chân trang."))
                if re.search(r"word/(footnotes|endnotes|comments)\.xml$", entry) and _TAG.search(
                    re.sub(r"<[^>]+>", "", xml)
                ):
                    raise Invalid(_("Chỗ điền chỉ được đặt trong thân văn bản, đầu trang và chân trang."))


def _check_properties(book: DocxTemplate) -> None:
    given = book.docx.core_properties
    words = " ".join(
        str(getattr(given, name) or "")
        for name in ("author", "title", "subject", "comments", "keywords", "category", "last_modified_by", "identifier",
                     "content_status", "language", "version")
    )  # fmt: skip
    if _TAG.search(words):
        raise Invalid(_("Chỗ điền chỉ được đặt trong thân văn bản, đầu trang và chân trang."))


def _check_tags(
    tree: nodes.Template, slots: Mapping[str, tuple[str, ...]], lists: frozenset[str], used: set[str]
) -> None:
    """Walk what the template does; anything but a name of the list, its parts, `for` and `if` is code."""
    waiting: list[tuple[nodes.Node, str]] = [(node, "") for node in tree.body]
    while waiting:
        node, inside = waiting.pop()
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    _check_name(part, inside, slots, used)
        elif isinstance(node, nodes.If) and not node.elif_:
            _check_name(node.test, inside, slots, used)
            waiting += [(each, inside) for each in (*node.body, *node.else_)]
        elif isinstance(node, nodes.For):
            over = _check_loop(node, lists, inside)
            used.add(over)
            waiting += [(each, over) for each in node.body]
        else:
            raise Invalid(_("Mẫu chứa mã; chỉ được dùng tên chỗ điền trong danh sách."))


def _check_name(node: nodes.Node, inside: str, slots: Mapping[str, tuple[str, ...]], used: set[str]) -> None:
    if isinstance(node, nodes.Name):
        if node.name in slots:
            used.add(node.name)
        elif not (node.name == EACH and inside):
            raise Invalid(
                _("Mẫu dùng chỗ điền «%(name)s» không có trong danh sách của loại văn bản này.") % {"name": node.name}
            )
        return
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name) and node.node.name == EACH and inside:
        if node.attr in slots[inside]:
            return
        raise Invalid(
            _("Mẫu dùng chỗ điền «%(name)s» không có trong danh sách của loại văn bản này.")
            % {"name": f"{EACH}.{node.attr}"}
        )
    raise Invalid(_("Mẫu chứa mã; chỉ được dùng tên chỗ điền trong danh sách."))


def _check_loop(node: nodes.For, lists: frozenset[str], inside: str) -> str:
    """Return the list a loop goes through; only `for muc in <list>`, not within another."""
    plain = (
        isinstance(node.target, nodes.Name)
        and node.target.name == EACH
        and isinstance(node.iter, nodes.Name)
        and not (node.recursive or node.test or node.else_ or inside)
    )
    if not plain:
        raise Invalid(_("Mẫu chứa mã; chỉ được dùng tên chỗ điền trong danh sách."))
    over = str(getattr(node.iter, "name", ""))
    if over not in lists:
        raise Invalid(_("«%(name)s» không phải một danh sách nên không lặp lại được.") % {"name": over})
    return over
