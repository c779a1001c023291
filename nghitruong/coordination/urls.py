"""Addresses of coordination."""

from django.urls import path

from nghitruong.coordination.views import notices, tasks

app_name = "coordination"
urlpatterns = [
    path("", notices.notices, name="notices"),
    path("cuoc-hop/", notices.gatherings, name="gatherings"),
    path("theo-doi/", tasks.follow_up, name="follow_up"),
    path("theo-doi/bang.xlsx", tasks.table, {"form": "xlsx"}, name="table_xlsx"),
    path("theo-doi/bang.docx", tasks.table, {"form": "docx"}, name="table_docx"),
    path("thong-bao/soan/", notices.draft_conclusion, name="draft_conclusion"),
    path("thong-bao/<int:pk>/", notices.notice, name="notice"),
    path("thong-bao/<int:pk>/van-ban.docx", notices.paper, {"form": "docx"}, name="notice_docx"),
    path("thong-bao/<int:pk>/van-ban.pdf", notices.paper, {"form": "pdf"}, name="notice_pdf"),
    path("thong-bao/<int:pk>/sua/", notices.edit_conclusion, name="edit_conclusion"),
    path("thong-bao/<int:pk>/them-nhiem-vu/", tasks.add_task, name="add_task"),
    path("thong-bao/<int:pk>/ban-hanh/", notices.issue_conclusion, name="issue_conclusion"),
    path("thong-bao/<int:pk>/ghi-so/", notices.enter_conclusion, name="enter_conclusion"),
    path("thong-bao/<int:pk>/bo/", notices.discard_conclusion, name="discard_conclusion"),
    path("thong-bao/<int:pk>/sua-doi/", notices.amend_conclusion, name="amend_conclusion"),
    path("nhiem-vu/<int:pk>/sua/", tasks.edit_task, name="edit_task"),
    path("nhiem-vu/<int:pk>/bo/", tasks.remove_task, name="remove_task"),
    path("noi-nhan/<int:pk>/da-nhan/", tasks.receive_conclusion, name="receive_conclusion"),
    path("viec/<int:pk>/", tasks.assignment, name="assignment"),
    path("viec/<int:pk>/bao-cao/", tasks.report_task, name="report_task"),
]
