from django.core.management.base import BaseCommand
from django.utils import translation

from home.indexing import rebuild


class Command(BaseCommand):
    help = "Write the search index of the portal again, from the pages and the conversations."

    def handle(self, **options):
        with translation.override("fr"):
            self.stdout.write(f"{rebuild()} documents")
