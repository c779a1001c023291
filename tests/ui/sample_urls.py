from django.urls import include, path

from tests.ui import samples

urlpatterns = [
    path("", include("nghitruong.ui.urls")),
    path("mau/<str:name>/", samples.page, name="sample"),
    path("khung/", samples.bare_frame),
]
