"""The same page in the other language, and its address for search engines."""

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

register = template.Library()


@register.simple_tag(takes_context=True)
def page_languages(context):
    """[{code, label, url, is_current, is_translated}] for every language of the site. At most one query.

    A page that has no translation leads to the home page of the other language.
    """
    request, page = context.get("request"), _page(context)
    here = get_language() or settings.LANGUAGE_CODE
    known = {here: _address(page, request)} if page else {}
    if page:
        translations = page.get_translations().live().select_related("locale")
        known |= {other.locale.language_code: _address(other, request) for other in translations}
    return [_language(code, code == here, known.get(code), request, page) for code, _name in settings.LANGUAGES]


def _language(code, is_current, url, request, page):
    if not url and request and not page:
        url = translate_url(request.build_absolute_uri(request.path), code)
        if not is_current and url == request.build_absolute_uri(request.path):
            url = None
    home = "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
    label = get_language_info(code)["name_local"].capitalize()
    return {"code": code, "label": label, "url": url or home, "is_current": is_current, "is_translated": bool(url and page)}


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
