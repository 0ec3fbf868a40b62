"""« Réservé aux membres », asked of the database inside the query that reads the pages."""

from django.db.models import CharField, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageViewRestriction


def restrictions_above(path="path"):
    """The restrictions on the page of the outer query, at ``path``, or on one of its ancestors; for ``Exists``."""
    here = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return PageViewRestriction.objects.alias(here=here).filter(here__startswith=F("page__path"))


def closed_to(user, path="path"):
    """Those of them that do not let ``user`` in; shared passwords let nobody in (they are switched off)."""
    if not user.is_authenticated:
        return restrictions_above(path)
    mine = Q(restriction_type=PageViewRestriction.GROUPS, groups__in=user.groups.values("pk"))
    opened = Q(restriction_type=PageViewRestriction.LOGIN) | mine
    return restrictions_above(path).exclude(pk__in=PageViewRestriction.objects.filter(opened).values("pk"))
