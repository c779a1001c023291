"""Addresses of files and of the registers of official texts."""

from django.urls import path

from nghitruong.documents import views

app_name = "documents"
urlpatterns = [
    path("tep/<int:pk>/", views.download, name="download"),
    path("van-ban/<int:pk>/", views.paper, name="paper"),
    path("van-ban/den/<int:pk>/", views.incoming_paper, name="incoming_paper"),
    path("van-ban/ho-so/<int:pk>/", views.folder, name="folder"),
]
