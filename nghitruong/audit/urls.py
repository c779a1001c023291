from django.urls import path

from nghitruong.audit import views

app_name = "audit"
urlpatterns = [
    path("nhat-ky/", views.journal, name="journal"),
    path("nhat-ky/kiem-tra/", views.verify, name="verify"),
    path("nhat-ky/ho-so/<str:kind>/<int:pk>/", views.history, name="history"),
]
