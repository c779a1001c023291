from django.urls import include, path

from tests.ui import samples

urlpatterns = [
    path("", include("nghitruong.accounts.urls")),
    path("mau/<str:name>/", samples.page, name="sample"),
    path("khung/", samples.bare_frame),
]
