"""Play the demonstration: each scene adds what is missing, so that playing it again changes nothing."""

import logging
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone, translation
from django_tasks import task_backends
from django_tasks.backends.dummy import DummyBackend
from wagtail.models import Site

from home.demo import illustrations, meetings, menus, opening_night, pages, people, shelves, talks
from home.setup import setup_site
from members.models import OutgoingMail

NAME = "La Courtepointe"


def play():
    """Make the demonstration, or what is missing of it. True when something was made.

    Nothing of it is told to anybody: its members live at addresses that do not exist.
    """
    begun = timezone.now()
    with translation.override("fr"), _nothing_queued(), _quietly():
        home = setup_site(NAME)
        images = illustrations.hang()
        with transaction.atomic():
            documents = shelves.write_documents()
            written, is_new = pages.write(home, images)
            if is_new:
                pages.translate(written, images)
        with transaction.atomic():
            members = people.gather()
            shelves.fill(home, members, images, documents)
            meetings.plan(home, members, images)
            talks.hold(members)
        site = Site.objects.get(is_default_site=True)
        menus.name_site(site)
        if is_new:
            menus.hang(site, written, home)
        OutgoingMail.objects.filter(created_at__gte=begun).update(status=OutgoingMail.Status.DROPPED)
    if is_new:
        opening_night.prepare()
    return is_new


@contextmanager
def _nothing_queued():
    """Tasks asked for meanwhile are forgotten: the indexes are built whole at the end."""
    usual = task_backends["default"]
    task_backends["default"] = DummyBackend("default", {})
    try:
        yield
    finally:
        task_backends["default"] = usual


@contextmanager
def _quietly():
    """Wagtail logs a line for each page created, edited and published."""
    logger = logging.getLogger("wagtail")
    usual = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(usual)
