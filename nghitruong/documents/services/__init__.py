"""Keep files by content, hang documents on matters, keep the registers of official texts."""

from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.copying import close_folder, copy, file, open_folder
from nghitruong.documents.services.drafting import Recipient, draft, drop, replace_text, send_back, submit
from nghitruong.documents.services.exchanging import edxml_of, take_edxml
from nghitruong.documents.services.figures import state_figure
from nghitruong.documents.services.incoming import finish, receive, register_incoming, route
from nghitruong.documents.services.issuing import correct, distribute, issue
from nghitruong.documents.services.numbering import open_series, series_of
from nghitruong.documents.services.sealing import Certificate, certificate_of, seal, sealed_pdf
from nghitruong.documents.services.storing import store
from nghitruong.documents.services.templating import keep_template, restore_template, template_content
from nghitruong.documents.services.throwing import throw_away

__all__ = [
    "Certificate",
    "Recipient",
    "attach",
    "certificate_of",
    "close_folder",
    "copy",
    "correct",
    "distribute",
    "draft",
    "drop",
    "edxml_of",
    "file",
    "finish",
    "issue",
    "keep_template",
    "open_folder",
    "open_series",
    "receive",
    "register_incoming",
    "replace_text",
    "restore_template",
    "route",
    "seal",
    "sealed_pdf",
    "send_back",
    "series_of",
    "state_figure",
    "store",
    "submit",
    "take_edxml",
    "template_content",
    "throw_away",
]
