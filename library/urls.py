"""Addresses under /bibliotheque/ that are not pages."""

from django.urls import path

from library import feeds

app_name = "library"

urlpatterns = [
    path("flux.xml", feeds.Newest(), name="feed"),
]
