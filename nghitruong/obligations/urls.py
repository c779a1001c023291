"""Addresses of the ledger."""

from django.urls import path

from nghitruong.obligations import views

WORDS = {
    "fulfil": "bao-cao",
    "accept": "chap-nhan",
    "refuse": "chua-chap-nhan",
    "extend": "gia-han",
    "reassign": "chuyen-co-quan",
    "set_deadline": "an-dinh-thoi-han",
    "urge": "don-doc",
    "cancel": "huy",
}

app_name = "obligations"
urlpatterns = [
    path("", views.index, name="index"),
    path("bang.xlsx", views.export, name="export"),
    path("<int:pk>/", views.detail, name="detail"),
    *[path(f"<int:pk>/{words}/", views.deed, {"name": name}, name=name) for name, words in WORDS.items()],
]
