from django.urls import path

from nghitruong.reports import views

app_name = "reports"
urlpatterns = [
    path("", views.index, name="index"),
    path("lap/", views.draft, name="draft"),
    path("<int:pk>/", views.report, name="report"),
    path("so-lieu/<int:pk>/", views.figure, name="figure"),
    path("<int:pk>/sua/", views.edit, name="edit"),
    path("<int:pk>/tinh-lai/", views.recompute, name="recompute"),
    path("<int:pk>/ky/", views.sign, name="sign"),
    path("<int:pk>/doi-chieu/", views.compare, name="compare"),
    path("<int:pk>/bo/", views.discard, name="discard"),
    path("<int:pk>/bao-cao.docx", views.report_docx, name="report_docx"),
    path("<int:pk>/bao-cao.pdf", views.report_pdf, name="report_pdf"),
    path("<int:pk>/so-lieu.xlsx", views.report_xlsx, name="report_xlsx"),
]
