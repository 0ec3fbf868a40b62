from django.core.management.base import BaseCommand
from django.utils import translation

from home.setup import setup_site


class Command(BaseCommand):
    help = "Make the tree, menus, groups and review workflow of a new portal; run again, it only adds what is missing."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="", help="the name of the community, for a new site")

    def handle(self, name, **options):
        with translation.override("fr"):
            home = setup_site(name)
        self.stdout.write(f"{home.title}: {home.get_full_url()}")
