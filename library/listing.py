"""What the list of the library shows for one address: rows, filters, what is chosen, where each click leads."""

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from library import facets
from library.forms import SORTS, FilterForm
from library.models.resource import ResourcePage
from library.models.toolkit import ToolkitsPage
from portal.paging import Counted

A_PAGE = 20
TAGS_SHOWN = 18


def listing(library, query, user):
    """The context of the list for the query string ``query`` and this reader: four queries of its own, whatever the number of resources."""
    wanted = FilterForm.parse(query)
    visible = ResourcePage.objects.visible_to(user)
    counts = facets.count(visible, wanted, ToolkitsPage.objects.visible_to(user).child_of(library))
    rows = _sorted(facets.narrow(visible, wanted), wanted["sort"]).for_listing()
    address = _address(wanted)
    return {
        "page_of_resources": Paginator(Counted(rows, counts.total), A_PAGE).get_page(wanted["page"]),
        "total": counts.total,
        "facets": [_facet(name, wanted, counts, address) for name in facets.FACETS],
        "chosen": [_chosen(name, value, counts, address) for name in facets.FACETS for value in wanted[name]],
        "sorts": [_sort(key, label, wanted, address) for key, label in SORTS],
        "toolkits_url": f"{library.url}{counts.toolkits}/" if counts.toolkits else "",
        "querystring": address.urlencode(),
        "feed_url": f"{reverse('library:feed')}?{_without(address, 'sort').urlencode()}".rstrip("?"),
    }


def _sorted(resources, sort):
    return resources.by_title() if sort == "title" else resources.newest()


def _address(wanted):
    """The state as a query string, always in the same order, without the page."""
    address = QueryDict(mutable=True)
    for facet in facets.FACETS:
        address.setlist(facet, wanted[facet])
    if wanted["sort"] != "newest":
        address["sort"] = wanted["sort"]
    return address


def _facet(name, wanted, counts, address):
    """One facet: its values by number, those chosen among them even at zero."""
    numbers = dict.fromkeys(wanted[name], 0) | counts.facets[name]
    by_number = sorted(numbers, key=lambda value: (value not in wanted[name], -numbers[value], str(counts.label(name, value)).casefold()))
    items = [
        {
            "label": counts.label(name, value),
            "count": numbers[value],
            "is_current": value in wanted[name],
            "url": _link(_toggled(address, name, value)),
        }
        for value in by_number
    ]
    shown = TAGS_SHOWN if name == "tag" else len(items)
    return {"name": name, "label": FilterForm.base_fields[name].label, "items": items[:shown], "more": items[shown:]}


def _chosen(name, value, counts, address):
    return {"label": counts.label(name, value), "url": _link(_toggled(address, name, value))}


def _sort(key, label, wanted, address):
    other = _without(address, "sort")
    if key != "newest":
        other["sort"] = key
    return {"label": label, "url": _link(other), "is_current": wanted["sort"] == key}


def _toggled(address, name, value):
    other = address.copy()
    values = other.getlist(name)
    other.setlist(name, [kept for kept in values if kept != value] if value in values else [*values, value])
    return other


def _without(address, name):
    other = address.copy()
    other.pop(name, None)
    return other


def _link(address):
    """The address of a state; « ? » alone is the whole library."""
    return f"?{address.urlencode()}"


def described(query):
    """The state in words, for the title of a feed: « Livre, Guide »."""
    wanted = FilterForm.parse(query)
    labels = [facets.LABELS[name][value] for name in ("kind", "audience", "language") for value in wanted[name]]
    return ", ".join(map(str, [*labels, *wanted["tag"]])) or _("everything")
