"""Addresses of files and of the registers of official texts."""

from django.urls import path

from nghitruong.documents import views

app_name = "documents"
urlpatterns = [
    path("tep/<int:pk>/", views.download, name="download"),
    path("van-ban/", views.outgoing, name="outgoing"),
    path("van-ban/di.xlsx", views.outgoing_xlsx_page, name="outgoing_xlsx"),
    path("van-ban/soan/", views.draft, name="draft"),
    path("van-ban/day-so/", views.series, name="series"),
    path("van-ban/day-so/mo/", views.open_series, name="open_series"),
    path("van-ban/den/", views.incoming, name="incoming"),
    path("van-ban/den.xlsx", views.incoming_xlsx_page, name="incoming_xlsx"),
    path("van-ban/den/dang-ky/", views.register_incoming, name="register_incoming"),
    path("van-ban/den/goi/", views.take_edxml, name="take_edxml"),
    path("van-ban/kiem-tra/", views.check, name="check"),
    path("van-ban/mau/", views.templates, name="templates"),
    path("van-ban/mau/<slug:key>/", views.template, name="template"),
    path("van-ban/mau/<slug:key>/tai-ve/", views.template_file, name="template_file"),
    path("van-ban/mau/<slug:key>/tai-len/", views.keep_template, name="keep_template"),
    path("van-ban/mau/<slug:key>/mau-goc/", views.restore_template, name="restore_template"),
    path("van-ban/so-lieu/<int:pk>/", views.stated_figure, name="stated_figure"),
    path("van-ban/den/<int:pk>/", views.incoming_paper, name="incoming_paper"),
    path("van-ban/den/<int:pk>/chuyen/", views.route, name="route"),
    path("van-ban/den/<int:pk>/xong/", views.finish, name="finish"),
    path("van-ban/den/<int:pk>/sao/", views.copy_incoming, name="copy_incoming"),
    path("van-ban/den/<int:pk>/ho-so/", views.put_incoming, name="put_incoming"),
    path("van-ban/nhan/<int:pk>/", views.receive, name="receive"),
    path("van-ban/ho-so/", views.folders, name="folders"),
    path("van-ban/ho-so/lap/", views.open_folder, name="open_folder"),
    path("van-ban/ho-so/<int:pk>/", views.folder, name="folder"),
    path("van-ban/ho-so/<int:pk>/dong/", views.close_folder, name="close_folder"),
    path("van-ban/<int:pk>/", views.paper, name="paper"),
    path("van-ban/<int:pk>/goi.edxml", views.edxml, name="edxml"),
    path("van-ban/<int:pk>/thay-tep/", views.replace_text, name="replace_text"),
    path("van-ban/<int:pk>/trinh/", views.submit, name="submit"),
    path("van-ban/<int:pk>/tra-lai/", views.send_back, name="send_back"),
    path("van-ban/<int:pk>/bo/", views.drop, name="drop"),
    path("van-ban/<int:pk>/ky/", views.issue, name="issue"),
    path("van-ban/<int:pk>/ky-so/", views.seal, name="seal"),
    path("van-ban/<int:pk>/gui/", views.distribute, name="distribute"),
    path("van-ban/<int:pk>/sua-doi/", views.correct, name="correct"),
    path("van-ban/<int:pk>/sao/", views.copy, name="copy"),
    path("van-ban/<int:pk>/ho-so/", views.put, name="put"),
]
