"""Addresses without a language: files."""

from django.urls import path

from members import views

urlpatterns = [
    path("membres/<int:pk>/photo/", views.photo, name="member_photo"),
]
