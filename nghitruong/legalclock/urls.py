from django.urls import path

from nghitruong.legalclock import views

app_name = "legalclock"

urlpatterns = [
    path("", views.rules, name="rules"),
    path("tinh/", views.count, name="count"),
    path("quy-tac/<int:pk>/", views.rule, name="rule"),
    path("quy-tac/<int:pk>/dat-rieng/", views.override, name="override"),
    path("quy-tac/<int:pk>/bo/", views.withdraw, name="withdraw"),
    path("quy-tac/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("lich/", views.calendar, name="calendar_now"),
    path("lich/<int:year>/", views.calendar, name="calendar"),
    path("lich/<int:year>/lap/", views.open_year, name="open_year"),
    path("lich/<int:year>/xac-nhan/", views.confirm_year, name="confirm_year"),
    path("ngay/", views.keep_day, name="keep_day"),
    path("ngay/<int:pk>/bo/", views.remove_day, name="remove_day"),
    path("dong-ho/<int:pk>/", views.clock, name="clock"),
]
