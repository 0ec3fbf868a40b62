from django.core.management.base import BaseCommand

from forum import counting, text, wording
from forum.models import Post


class Command(BaseCommand):
    help = "Recounts every thread of the forum and repairs the rows that are wrong; --render also renders texts of an older version again."

    def add_arguments(self, parser):
        parser.add_argument("--render", action="store_true", help="render the texts that an older version of the portal rendered")

    def handle(self, *, render, **options):
        wrong = counting.reconcile()
        self.stdout.write(f"{len(wrong)} threads repaired" + (f": {', '.join(map(str, wrong[:50]))}" if wrong else "."))
        if render:
            self.stdout.write(f"{self._render()} texts rendered again.")

    def _render(self):
        old = Post.objects.exclude(render_version=text.RENDER_VERSION)
        count = 0
        for pk, source in list(old.values_list("pk", "text")):
            count += old.filter(pk=pk, text=source).update(**wording.columns(source, text.render(source)))
        return count
