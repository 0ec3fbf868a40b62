import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from members.jobs import run_due


class Command(BaseCommand):
    help = "Run the periodic jobs whose time has come; with --every, again and again until SIGTERM."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="stay and tick every so many seconds")

    def handle(self, *args, every=None, **options):
        if not every:
            self._tick(options["verbosity"])
            return
        leave = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_received: leave.set())
        while not leave.is_set():
            self._tick_through_trouble(options["verbosity"])
            leave.wait(every)

    def _tick(self, verbosity):
        for name in run_due():
            if verbosity > 1:
                self.stdout.write(name)

    def _tick_through_trouble(self, verbosity):
        """A database that is away comes back: say so and stay."""
        close_old_connections()
        try:
            self._tick(verbosity)
        except DatabaseError as error:
            self.stderr.write(f"tick: {error}")
