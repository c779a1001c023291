"""Addresses of petitions, in unaccented Vietnamese."""

from django.urls import path

from nghitruong.petitions.views import deeds, imports, pages, repeats, report

app_name = "petitions"
urlpatterns = [
    path("", pages.index, name="index"),
    path("tiep-nhan/", deeds.receive, name="receive"),
    path("goi-y-trung/", repeats.hint, name="hint"),
    path("trung-lap/", repeats.queue, name="repeats"),
    path("trung-lap/<int:pk>/xac-nhan/", repeats.confirm, name="confirm_repeat"),
    path("trung-lap/<int:pk>/khong-trung/", repeats.reject, name="reject_repeat"),
    path("trung-lap/<int:pk>/xem-lai/", repeats.reconsider, name="reconsider_repeat"),
    path("<int:pk>/gop/", repeats.merge, name="merge"),
    path("<int:pk>/tach/", repeats.split, name="split"),
    path("so-lieu/", report.dashboard, name="dashboard"),
    path("bao-cao/", report.report, name="report"),
    path("bao-cao.docx", report.report_docx, name="report_docx"),
    path("<int:pk>/cong-van-chuyen.docx", report.letter, {"name": "forward"}, name="forward_letter"),
    path("<int:pk>/cong-van-don-doc.docx", report.letter, {"name": "urge"}, name="urge_letter"),
    path("nhap-tep/", imports.upload, name="upload"),
    path("nhap-tep/<int:file>/", imports.take_in, name="take_in"),
    path("lan-nhap/<int:pk>/", imports.batch, name="batch"),
    path("lan-nhap/<int:pk>/bi-loai.xlsx", imports.rejected, name="rejected"),
    path("tai-bang.xlsx", pages.export, name="export"),
    path("<int:pk>/", pages.detail, name="detail"),
    path("<int:pk>/sua/", deeds.edit, name="edit"),
    path("<int:pk>/phan-loai/", deeds.sort, name="sort"),
    path("<int:pk>/khong-phai-kien-nghi/", deeds.reclassify, name="reclassify"),
    path("<int:pk>/dua-tro-lai/", deeds.restore, name="restore"),
    path("<int:pk>/chuyen/", deeds.forward, name="forward"),
    path("<int:pk>/don-doc/", deeds.urge, name="urge"),
    path("<int:pk>/gia-han/", deeds.extend, name="extend"),
    path("<int:pk>/tra-lai/", deeds.send_back, name="send_back"),
    path("<int:pk>/tra-loi/", deeds.answer, name="answer"),
    path("<int:pk>/loi-hua/", deeds.commit, name="commit"),
    path("<int:pk>/xac-minh/", deeds.verify, name="verify"),
    path("<int:pk>/chap-nhan/", deeds.accept, name="accept"),
    path("<int:pk>/mo-lai/", deeds.reopen, name="reopen"),
    path("<int:pk>/ket-thuc/", deeds.close, name="close"),
    path("<int:pk>/chuyen-ky-hop/", deeds.carry_over, name="carry_over"),
]
