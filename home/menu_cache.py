"""When the cached menus are forgotten: a setting, a page, a restriction or a site has changed."""

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move


def forget(sender, **kwargs):
    """Twice: now for this process, and after the commit because another may have read the old rows meanwhile."""
    from home import menus

    menus.forget()
    transaction.on_commit(menus.forget, robust=True)


def connect():
    """Called once, by the app’s configuration."""
    from home.models import SiteIdentity, SiteMenus

    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget, dispatch_uid=f"menus {id(signal)}")
    for model in (SiteIdentity, SiteMenus, PageViewRestriction, Site):
        post_save.connect(forget, sender=model)
        post_delete.connect(forget, sender=model)
    m2m_changed.connect(forget, sender=PageViewRestriction.groups.through)
