"""The addresses of the product: one line a module, each closed unless its view says it is public."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("nghitruong.search.urls")),
]
