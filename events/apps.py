from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from wagtail.signals import page_published

        from events import announcing
        from events.models import EventPage

        # Wagtail's own signal: a page may be published from the admin, by the scheduler or by a command.
        page_published.connect(announcing.on_publication, sender=EventPage, dispatch_uid="events.announcing")
