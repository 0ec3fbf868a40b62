"""The directory, for members only."""

from django.urls import path

from members import views

urlpatterns = [
    path("", views.directory, name="directory"),
    path("<int:pk>/", views.person, name="person"),
]
