import time

from django.core.management.base import BaseCommand
from django.utils import translation

from home.indexing import rebuild
from home.load import bulk, talks
from home.setup import setup_site


class Command(BaseCommand):
    help = "Bulk data for measuring, on any database; run again with larger numbers, it adds the difference."

    def add_arguments(self, parser):
        for name in ("resources", "events", "members", "threads", "posts"):
            parser.add_argument(f"--{name}", type=int, default=0)

    def handle(self, resources, events, members, threads, posts, **options):
        with translation.override("fr"):
            home = setup_site()
            self._timed("members", bulk.members, members)
            self._timed("resources", bulk.resources, home, resources)
            self._timed("events", bulk.events, home, events)
            self._timed("threads and posts", talks.talk, threads, posts)
            self._timed("index", rebuild)

    def _timed(self, name, make, *arguments):
        begun = time.monotonic()
        make(*arguments)
        self.stdout.write(f"{name}: {time.monotonic() - begun:.1f} s")
