"""The same page in the other language, and its address for search engines."""

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

register = template.Library()


@register.simple_tag(takes_context=True)
def page_languages(context):
    """[{code, label, url, is_current, is_translated}] for every language of the site. At most one query.

    A page that has no translation leads to the nearest page above it that has one: from a meeting, to the calendar.
    """
    request, page = context.get("request"), _page(context)
    here = get_language() or settings.LANGUAGE_CODE
    nearest = _nearest_translations(page) if page else {}
    return [_language(code, code == here, page if code == here else nearest.get(code), request, page) for code, _name in settings.LANGUAGES]


def _nearest_translations(page):
    """{language code: page}: the translation of ``page`` or else of the lowest of its ancestors. One query."""
    line = [ancestor.translation_key for ancestor in getattr(page, "routed_ancestors", ())] + [page.translation_key]
    translations = Page.objects.filter(translation_key__in=line).exclude(locale=page.locale_id).live().select_related("locale")
    return {other.locale.language_code: other for other in sorted(translations, key=lambda other: line.index(other.translation_key))}


def _language(code, is_current, shown, request, page):
    url = _address(shown, request) if shown else None
    if not url and request and not page:
        url = translate_url(request.build_absolute_uri(request.path), code)
        if not is_current and url == request.build_absolute_uri(request.path):
            url = None
    home = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
    label = get_language_info(code)["name_local"].capitalize()
    is_translated = bool(url and page and shown.translation_key == page.translation_key)
    return {"code": code, "label": label, "url": url or home, "is_current": is_current, "is_translated": is_translated}


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of what is shown, without what only filters or tracks; the page number stays."""
    request, page = context.get("request"), _page(context)
    if request is None:
        return ""
    number = request.GET.get("page", "")
    suffix = f"?page={number}" if number.isascii() and number.isdigit() and number.strip("0") not in {"", "1"} else ""
    return (_address(page, request) if page else request.build_absolute_uri(request.path)) + suffix


@register.simple_tag
def html_lang():
    """fr-CA or en-CA: the words of the interface are those of Canada."""
    return f"{(get_language() or settings.LANGUAGE_CODE)[:2]}-CA"


def _address(page, request):
    """The page’s absolute address, under the name by which the site was asked for."""
    address = page.get_url(request)
    return request.build_absolute_uri(address) if request and address else address


def _page(context):
    """The Wagtail page being shown, if it is one: views also call « page » a page of a paginator."""
    page = context.get("page")
    return page if hasattr(page, "get_translations") and getattr(page, "pk", None) else None
