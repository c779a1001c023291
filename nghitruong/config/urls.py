"""The addresses of the product: one line a module, each closed unless its view says it is public."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
