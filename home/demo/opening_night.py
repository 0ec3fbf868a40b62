"""After the scenes: the indexes, and one visit to each page, which makes the pictures in the sizes that pages ask for."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from home.indexing import rebuild


def prepare():
    rebuild()
    call_command("update_index", verbosity=0)
    visit()


def visit():
    """Open each live page once, as a visitor does, and return the addresses that did not answer."""
    host = urlsplit(settings.BASE_URL)
    visitor = Client(SERVER_NAME=host.hostname, raise_request_exception=False)
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1).select_related("locale") if page.url]
    return [address for address in addresses if visitor.get(address, secure=host.scheme == "https").status_code != 200]
