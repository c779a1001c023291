from django.urls import path

from nghitruong.contacts.views import brought, coverage, opinions, points, rounds

app_name = "contacts"
urlpatterns = [
    path("tiep-xuc/", rounds.rounds, name="rounds"),
    path("tiep-xuc/mo/", rounds.open_round, name="open_round"),
    path("tiep-xuc/<int:pk>/", rounds.round_page, name="round"),
    path("tiep-xuc/<int:pk>/tong-hop.docx", rounds.summary, name="summary"),
    path("tiep-xuc/<int:pk>/mang-theo/", brought.bring_round, name="bring_round"),
    path("tiep-xuc/<int:pk>/mang-theo.docx", brought.bring_round_docx, name="bring_round_docx"),
    path("tiep-xuc/<int:pk>/sua/", rounds.edit_round, name="edit_round"),
    path("tiep-xuc/<int:pk>/tong-hop/", rounds.summarise_round, name="summarise_round"),
    path("tiep-xuc/<int:pk>/mo-lai/", rounds.reopen_round, name="reopen_round"),
    path("tiep-xuc/<int:pk>/them-diem/", points.add_point, name="add_point"),
    path("tiep-xuc/do-phu/", coverage.coverage, name="coverage"),
    path("tiep-xuc/do-phu.xlsx", coverage.coverage_xlsx, name="coverage_xlsx"),
    path("tiep-xuc/do-phu-diem.xlsx", coverage.attendance_xlsx, name="attendance_xlsx"),
    path("tiep-xuc/diem/", points.points, name="points"),
    path("tiep-xuc/diem/<int:pk>/", points.point, name="point"),
    path("tiep-xuc/diem/<int:pk>/bien-ban.docx", points.minutes, name="minutes"),
    path("tiep-xuc/diem/<int:pk>/mang-theo/", brought.bring_point, name="bring_point"),
    path("tiep-xuc/diem/<int:pk>/mang-theo.docx", brought.bring_point_docx, name="bring_point_docx"),
    path("tiep-xuc/diem/<int:pk>/sua/", points.edit_point, name="edit_point"),
    path("tiep-xuc/diem/<int:pk>/dien-ra/", points.hold_point, name="hold_point"),
    path("tiep-xuc/diem/<int:pk>/huy/", points.cancel_point, name="cancel_point"),
    path("tiep-xuc/diem/<int:pk>/ghi/", opinions.take_opinion, name="take_opinion"),
    path("tiep-xuc/diem/<int:pk>/gan-giong/", opinions.near, name="near"),
    path("tiep-xuc/diem/ghi.js", opinions.note_worker, name="note_worker"),
    path("tiep-xuc/buoi/<int:pk>/", points.point_of_meeting, name="point_of_meeting"),
    path("tiep-xuc/y-kien/", opinions.opinions, name="opinions"),
    path("tiep-xuc/y-kien/<int:pk>/", opinions.opinion, name="opinion"),
    path("tiep-xuc/y-kien/<int:pk>/sua/", opinions.edit_opinion, name="edit_opinion"),
    path("tiep-xuc/y-kien/<int:pk>/phan-loai/", opinions.reclassify, name="reclassify"),
    path("tiep-xuc/y-kien/<int:pk>/dinh-kem/", opinions.attach_source, name="attach_source"),
    path("tiep-xuc/y-kien/<int:pk>/tra-loi/", opinions.answer_on_spot, name="answer_on_spot"),
]
