"""The start page."""

from django.urls import path

from nghitruong.desk import views

app_name = "desk"
urlpatterns = [path("", views.desk, name="desk")]
