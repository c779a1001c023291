"""HTTP text to clean values. Forms check shape; the law is checked by the services."""

from nghitruong.petitions.forms.answers import (
    AcceptForm,
    AnswerForm,
    AssessForm,
    CheckFactForm,
    CommitForm,
    HearVoterForm,
    ReopenForm,
    ResultForm,
    VerifyForm,
)
from nghitruong.petitions.forms.base import DatedForm, DeedForm, ReasonForm, rows
from nghitruong.petitions.forms.forwarding import ExtendForm, ForwardForm, ForwardManyForm, SendBackForm, UrgeForm
from nghitruong.petitions.forms.receiving import (
    CarryOverForm,
    EditForm,
    MergeForm,
    ReceiveForm,
    UploadForm,
    from_opinion,
)
from nghitruong.petitions.forms.report import ReportForm
from nghitruong.petitions.forms.sorting import ClassForm, ReclassifyForm, RuleForm, SendDownForm, SortForm

__all__ = [
    "AcceptForm",
    "AnswerForm",
    "AssessForm",
    "CarryOverForm",
    "CheckFactForm",
    "ClassForm",
    "CommitForm",
    "DatedForm",
    "DeedForm",
    "EditForm",
    "ExtendForm",
    "ForwardForm",
    "ForwardManyForm",
    "HearVoterForm",
    "MergeForm",
    "ReasonForm",
    "ReceiveForm",
    "ReclassifyForm",
    "ReopenForm",
    "ReportForm",
    "ResultForm",
    "RuleForm",
    "SendBackForm",
    "SendDownForm",
    "SortForm",
    "UploadForm",
    "UrgeForm",
    "VerifyForm",
    "from_opinion",
    "rows",
]
