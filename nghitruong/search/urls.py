from django.urls import path

from nghitruong.search import views

app_name = "search"
urlpatterns = [
    path("tim-kiem/", views.find, name="find"),
    path("tim-kiem/bo-loc/luu/", views.save_filter, name="save_filter"),
    path("tim-kiem/bo-loc/<int:pk>/xoa/", views.remove_filter, name="remove_filter"),
]
