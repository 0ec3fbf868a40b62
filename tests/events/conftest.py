"""Makers of events. They publish through a revision, as editors do, so that everything publication sets in motion happens."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from events.models import CalendarPage, EventPage, Registration
from members.models import Member


@pytest.fixture
def calendar(site):
    return CalendarPage.objects.child_of(site).get()


@pytest.fixture
def new_event(calendar):
    """``new_event(capacity=10)`` is a published webinar of one hour, in a week unless told otherwise."""

    def make(title="Écouter pour animer", starts_in=timedelta(days=7), lasts=timedelta(hours=1), live=True, tags=(), **fields):
        starts_at = fields.pop("starts_at", None) or (timezone.now() + starts_in).replace(second=0, microsecond=0)
        fields = {"join_url": "https://visio.example/salle-secrete"} | fields
        event = EventPage(title=title, starts_at=starts_at, ends_at=starts_at + lasts, live=False, **fields)
        event.tags.add(*tags)
        calendar.add_child(instance=event)
        revision = event.save_revision()
        if live:
            revision.publish()
        return EventPage.objects.get(pk=event.pk)

    return make


@pytest.fixture
def event(new_event):
    """An open event without a limit of seats."""
    return new_event()


@pytest.fixture
def crowd(db):
    """``crowd(50)`` is fifty members."""

    def make(number):
        return [Member.objects.create_user(f"membre{rank}@cdp.example", first_name=f"Membre {rank}") for rank in range(number)]

    return make


@pytest.fixture
def publish():
    """``publish(event, capacity=3)`` is what an editor does: change, save, publish."""

    def change(event, **fields):
        page = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return EventPage.objects.get(pk=event.pk)

    return change


@pytest.fixture
def queue_of():
    """``queue_of(event)`` is (who is confirmed, who waits), in order."""

    def read(event):
        rows = Registration.objects.for_event(event).select_related("member")
        return [row.member for row in rows.confirmed()], [row.member for row in rows.waiting()]

    return read


@pytest.fixture
def english(calendar):
    """``english(event)`` is its published English translation."""

    def translate(event, title=""):
        page = event.copy_for_translation(Locale.objects.get(language_code="en"))
        page.title = title or f"{event.title} (EN)"
        page.save_revision().publish()
        return EventPage.objects.get(pk=page.pk)

    return translate


@pytest.fixture
def private_to():
    """``private_to(event, aline)`` leaves only Aline and her group in."""

    def restrict(event, *people):
        group = Group.objects.create(name="Cercle privé")
        group.user_set.add(*people)
        restriction = PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.GROUPS)
        restriction.groups.add(group)

    return restrict
