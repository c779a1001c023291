"""The addresses of the product: one line a module, each closed unless its view says it is public."""

from django.urls import URLPattern, URLResolver, include, path

handler400 = "nghitruong.ui.views.bad_request"
handler403 = "nghitruong.ui.views.not_permitted"
handler404 = "nghitruong.ui.views.not_found"
handler500 = "nghitruong.config.views.failed"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nghitruong.accounts.urls")),
    path("", include("nghitruong.audit.urls")),
    path("", include("nghitruong.search.urls")),
    path("so-nghia-vu/", include("nghitruong.obligations.urls")),
    path("", include("nghitruong.documents.urls")),
    path("thong-bao/", include("nghitruong.notices.urls")),
    path("", include("nghitruong.territory.urls")),
    path("thoi-han/", include("nghitruong.legalclock.urls")),
    path("", include("nghitruong.desk.urls")),
    path("doc-van-ban/", include("nghitruong.intake.urls")),
    path("bao-cao/", include("nghitruong.reports.urls")),
    path("kien-nghi/", include("nghitruong.petitions.urls")),
    path("", include("nghitruong.meetings.urls")),
    path("", include("nghitruong.contacts.urls")),
    path("phoi-hop/", include("nghitruong.coordination.urls")),
    path("", include("nghitruong.organisation.urls")),
]
