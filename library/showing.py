"""What the page of a resource shows: how to reach it, what may be done with it, how to cite it, what is near."""

from django.utils.translation import gettext as _

from library import citations
from library.kinds import Audience
from library.models.resource import ResourcePage
from library.models.toolkit import ToolkitPage
from portal.typography import date_long

NEAR = 4


def resource_context(resource, user):
    """The context of a resource's page for this reader. Seven queries, none of them a row's."""
    related = ResourcePage.objects.visible_to(user).related_to(resource).defer("body").with_covers()[:NEAR]
    return {
        "files": resource.files.select_related("document"),
        "tags": resource.tag_list,
        "facts": _facts(resource),
        "citation": citations.apa(resource),
        "citation_text": citations.apa_text(resource),
        "toolkits": ToolkitPage.objects.visible_to(user).holding(resource),
        "related": related,
    }


def _facts(resource):
    audiences = [str(Audience(audience).label) for audience in resource.audience if audience in Audience.values]
    return [
        {"symbol": "users", "label": _("Written by"), "value": resource.authors},
        {"symbol": "building-2", "label": _("Published by"), "value": resource.publisher},
        {"symbol": "calendar", "label": _("Year"), "value": resource.year},
        {"symbol": "languages", "label": _("Language"), "value": resource.get_language_display()},
        {"symbol": "target", "label": _("Helps to"), "value": ", ".join(audiences)},
        {"symbol": "shield-check", "label": _("Verified on"), "value": date_long(resource.verified_on) if resource.verified_on else ""},
    ]
