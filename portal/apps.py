from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "portal"

    def ready(self):
        from django.db.models.signals import post_delete, post_save
        from wagtail.models import Site
        from wagtail.signals import page_published, page_slug_changed, post_page_move

        from portal import checks  # noqa: F401 (registers the house rules)
        from portal.routing import forget_site

        for signal in (post_save, post_delete):
            signal.connect(forget_site, sender=Site)
        for signal in (page_published, page_slug_changed, post_page_move):
            signal.connect(forget_site)
