"""The demonstration site for a whole module of tests, played once and taken back at the end."""

import gc
import warnings
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings


@contextmanager
def pictures_made():
    """Wagtail leaves the temporary file of each rendition open: close them quietly at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demonstration as ``seed_demo`` leaves it, in a transaction that the module shares; returns the settings of its files."""
    from django.conf import settings

    from home.demo.seeding import play

    folder = tmp_path_factory.mktemp("demo")
    private = settings.STORAGES["default"] | {"OPTIONS": {"location": folder / "private", "base_url": None}}
    files = {"MEDIA_ROOT": folder / "media", "STORAGES": settings.STORAGES | {"default": private}}
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        with override_settings(DEBUG=True, **files), pictures_made():
            play()
        yield files
        transaction.set_rollback(True)


@pytest.fixture
def demo(played, db, settings):
    """The demonstration site, as a newcomer finds it."""
    settings.DEBUG = True
    settings.MEDIA_ROOT, settings.STORAGES = played["MEDIA_ROOT"], played["STORAGES"]
    return played
