"""Addresses under /calendrier/ that are not pages. Included before Wagtail: none of them may be the address of a page."""

from django.urls import path, register_converter

from events import views


class MonthConverter:
    regex = "0[1-9]|1[0-2]"
    to_python = int

    @staticmethod
    def to_url(value):
        return f"{value:02}"


class YearConverter(MonthConverter):
    regex = "20[0-9]{2}"

    @staticmethod
    def to_url(value):
        return str(value)


register_converter(MonthConverter, "month")
register_converter(YearConverter, "year")

app_name = "events"

urlpatterns = [
    path("flux.ics", views.feed, name="feed"),
    path("<year:year>/<month:month>/", views.month, name="month"),
    path("<slug:slug>/evenement.ics", views.calendar_file, name="calendar_file"),
    path("<slug:slug>/inscription/", views.register, name="register"),
    path("<slug:slug>/inscription/annuler/", views.cancel, name="cancel"),
    path("<slug:slug>/rejoindre/", views.join, name="join"),
]
