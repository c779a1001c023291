"""Addresses of notices."""

from django.urls import path

from nghitruong.notices import views

app_name = "notices"
urlpatterns = [path("", views.index, name="index"), path("da-doc/", views.mark_read, name="mark_read")]
