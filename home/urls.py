"""The roof’s own addresses: under /en/ too."""

from django.urls import path

from home import feeds, views

urlpatterns = [
    path("mon-espace/", views.my_space, name="my_space"),
    path("mots-cles/<slug:slug>/", views.tag, name="tag"),
    path("flux/nouveautes.xml", feeds.News(), name="feed"),
    path("recherche/", views.search, name="search"),
]
