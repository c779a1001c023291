"""Pages of documents."""

from nghitruong.documents.views.checking import (
    check,
)
from nghitruong.documents.views.exchanging import (
    edxml,
    take_edxml,
)
from nghitruong.documents.views.figures import stated_figure
from nghitruong.documents.views.files import (
    download,
)
from nghitruong.documents.views.folders import (
    close_folder,
    folder,
    folders,
    open_folder,
)
from nghitruong.documents.views.incoming import (
    copy_incoming,
    finish,
    incoming,
    incoming_paper,
    incoming_xlsx_page,
    put_incoming,
    register_incoming,
    route,
)
from nghitruong.documents.views.papers import (
    copy,
    correct,
    distribute,
    draft,
    drop,
    issue,
    open_series,
    outgoing,
    outgoing_xlsx_page,
    paper,
    put,
    receive,
    replace_text,
    seal,
    send_back,
    series,
    submit,
)
from nghitruong.documents.views.templates import (
    keep_template,
    restore_template,
    template,
    template_file,
    templates,
)

__all__ = [
    "check",
    "close_folder",
    "copy",
    "copy_incoming",
    "correct",
    "distribute",
    "download",
    "draft",
    "drop",
    "edxml",
    "finish",
    "folder",
    "folders",
    "incoming",
    "incoming_paper",
    "incoming_xlsx_page",
    "issue",
    "keep_template",
    "open_folder",
    "open_series",
    "outgoing",
    "outgoing_xlsx_page",
    "paper",
    "put",
    "put_incoming",
    "receive",
    "register_incoming",
    "replace_text",
    "restore_template",
    "route",
    "seal",
    "send_back",
    "series",
    "stated_figure",
    "submit",
    "take_edxml",
    "template",
    "template_file",
    "templates",
]
