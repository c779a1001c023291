"""Addresses of files."""

from django.urls import path

from nghitruong.documents import views

app_name = "documents"
urlpatterns = [path("<int:pk>/", views.download, name="download")]
