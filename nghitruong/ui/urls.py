from django.urls import path

from nghitruong.ui import views

app_name = "ui"
urlpatterns = [path("ngon-ngu/", views.language, name="language")]
