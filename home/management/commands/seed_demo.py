import time

from django.core.management.base import BaseCommand

from home.demo.seeding import play


class Command(BaseCommand):
    help = "Play the demonstration community; run again, it only adds what is missing."

    def handle(self, **options):
        begun = time.monotonic()
        is_new = play()
        words = "Le site de démonstration est prêt" if is_new else "Le site de démonstration était déjà là"
        self.stdout.write(f"{words} ({time.monotonic() - begun:.1f} s).")
