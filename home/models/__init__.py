"""The roof: the home page, the content pages, the contact page, and the settings of the site."""

from home.models.pages import ContactPage, ContentPage, HomePage
from home.models.site_settings import SiteIdentity, SiteMenus

__all__ = ["ContactPage", "ContentPage", "HomePage", "SiteIdentity", "SiteMenus"]
