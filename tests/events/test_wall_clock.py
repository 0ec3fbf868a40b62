"""Editors type the time that the clocks of the event's own zone show."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from events.fields import moment
from events.models import EventPage
from events.models.choices import Zone

TORONTO = ZoneInfo("America/Toronto")


@pytest.fixture
def fill(calendar, edith):
    """``fill(starts_at="2027-03-14 02:30")`` is the editor's form of a new event, with these answers."""
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    def make(instance=None, **answers):
        page = instance or EventPage(locale=calendar.locale)
        form_class = EventPage.get_edit_handler().get_form_class()
        data = {
            "title": "Horloges",
            "slug": "horloges",
            "kind": "webinar",
            "starts_at": "2027-06-01 12:00",
            "ends_at": "2027-06-01 13:00",
            "timezone": "America/Toronto",
            "modality": "online",
            "body": streamfield([]),
            "speaker_places": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "summary_after": "null",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        }
        return form_class(nested_form_data(data | answers), instance=page, parent_page=calendar, for_user=edith)

    return make


def test_an_hour_that_clocks_skip_is_refused_on_its_field(fill):
    form = fill(starts_at="2027-03-14 02:30", ends_at="2027-03-14 04:00")

    assert not form.is_valid()
    assert [error.code for error in form.errors.as_data()["starts_at"]] == ["nonexistent"]


def test_the_same_hour_is_welcome_in_a_zone_whose_clocks_do_not_skip_it(fill):
    form = fill(starts_at="2027-03-14 02:30", ends_at="2027-03-14 04:00", timezone="Europe/Paris")

    assert form.is_valid(), form.errors
    assert form.instance.starts_at == datetime(2027, 3, 14, 1, 30, tzinfo=UTC)


def test_an_hour_that_happens_twice_is_one_instant_its_first(fill):
    form = fill(starts_at="2027-11-07 01:30", ends_at="2027-11-07 03:00")

    assert form.is_valid(), form.errors
    assert form.instance.starts_at == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)
    assert form.instance.ends_at == datetime(2027, 11, 7, 8, 0, tzinfo=UTC)


def test_noon_is_noon_in_winter_and_in_summer(fill):
    hours = []
    for day in ("2027-01-15", "2027-07-15"):
        form = fill(starts_at=f"{day} 12:00", ends_at=f"{day} 13:00", timezone="America/Vancouver")
        assert form.is_valid(), form.errors
        hours.append(form.instance.starts_at.hour)

    assert hours == [20, 19]


def test_an_event_opened_again_shows_what_was_typed(fill, new_event):
    event = new_event(starts_at=datetime(2027, 6, 1, 16, 0, tzinfo=UTC), timezone="America/Vancouver")
    form = EventPage.get_edit_handler().get_form_class()(instance=event)

    assert str(form["starts_at"].value()) == "2027-06-01 09:00:00"


def test_moving_an_event_to_another_zone_keeps_the_hour_that_was_typed(fill, new_event):
    event = new_event(starts_at=datetime(2027, 6, 1, 16, 0, tzinfo=UTC))
    form = fill(event, timezone="America/Vancouver")

    assert form.is_valid(), form.errors
    assert form.instance.starts_at == datetime(2027, 6, 1, 19, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"ends_at": "2027-06-01 11:00"}, "ends_at"),
        ({"opens_at": "2027-05-02 09:00", "closes_at": "2027-05-01 09:00"}, "closes_at"),
        ({"capacity": "0"}, "capacity"),
        ({"join_url": "javascript:alert(1)"}, "join_url"),
        ({"starts_at": "n'importe quoi"}, "starts_at"),
    ],
)
def test_what_makes_no_sense_is_refused_on_its_field(fill, answers, field):
    form = fill(**answers)

    assert not form.is_valid()
    assert field in form.errors


def test_cancelling_is_a_tick_that_can_be_undone(fill, new_event):
    event = new_event()
    form = fill(event, is_called_off="on")
    assert form.is_valid(), form.errors
    cancelled_at = form.instance.cancelled_at

    again = fill(form.instance)
    again.is_valid()

    assert cancelled_at
    assert again.instance.cancelled_at is None


def test_a_translation_says_what_its_original_says_of_time_and_seats(new_event, english, publish):
    event = new_event(capacity=10)
    translation = english(event)
    publish(event, capacity=20)
    form = EventPage.get_edit_handler().get_form_class()(instance=translation)

    publish(translation, capacity=99)

    assert EventPage.objects.get(pk=translation.pk).capacity == 20
    assert form.fields["capacity"].disabled
    assert not form.fields["title"].disabled


@given(
    wall=st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2030, 1, 1)).map(lambda when: when.replace(microsecond=0)),
    zone=st.sampled_from([ZoneInfo(zone) for zone in Zone.values]),
)
def test_an_accepted_time_comes_back_as_it_was_typed(wall, zone):
    try:
        instant = moment(wall, zone)
    except ValidationError:
        assert (wall.month, wall.weekday()) == (3, 6)  # only ever a Sunday of March
    else:
        assert instant.astimezone(zone).replace(tzinfo=None) == wall
