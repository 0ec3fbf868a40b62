"""home → library | events | forum → members | search → portal, in code and in migrations."""

from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from importlinter.cli import lint_imports

from tests.architecture.source import ROOT

STOREYS = {"portal": 0, "members": 1, "search": 1, "library": 2, "events": 2, "forum": 2, "home": 3}


def test_imports_only_go_down():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_migrations_only_depend_downwards():
    leaning_up = [
        f"{app}.{name} leans on {other}"
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        for other, _ in migration.dependencies
        if app != other and {app, other} <= STOREYS.keys() and STOREYS[other] >= STOREYS[app]
    ]
    assert leaning_up == []


def test_models_match_their_migrations(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_frame_has_no_model():
    assert list(apps.get_app_config("portal").get_models()) == []


def test_members_has_no_page_model():
    """A custom user in an app that has Page models is a circular dependency."""
    from wagtail.models import Page

    assert [model for model in apps.get_app_config("members").get_models() if issubclass(model, Page)] == []
