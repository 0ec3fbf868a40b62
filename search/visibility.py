"""Who may find what, as labels: a document carries one, a reader holds several.

"public" and "members" say what they say. A page that only some groups may read carries the label of
its deepest restriction, and a reader holds that label when every restriction above it lets them in.
Other apps add labels of their own ("space:12").
"""

from wagtail.models import PageViewRestriction

PUBLIC = "public"
MEMBERS = "members"
NOBODY = "nobody"


def page_labels():
    """A function that gives the label of a page by its ``path``; one query, however many pages."""
    restrictions = sorted(PageViewRestriction.objects.select_related("page"), key=lambda restriction: restriction.page.path, reverse=True)

    def label(path):
        above = [restriction for restriction in restrictions if path.startswith(restriction.page.path)]
        kinds = {restriction.restriction_type for restriction in above}
        if PageViewRestriction.PASSWORD in kinds:
            return NOBODY
        if PageViewRestriction.GROUPS in kinds:
            return next(_label(restriction) for restriction in above if restriction.restriction_type == PageViewRestriction.GROUPS)
        return MEMBERS if above else PUBLIC

    return label


def of_reader(user):
    """The labels that ``user`` holds on pages: no query for a visitor, at most three for a member."""
    if not user.is_authenticated:
        return {PUBLIC}
    restrictions = _by_groups()
    if user.is_superuser:
        return {PUBLIC, MEMBERS, *map(_label, restrictions)}
    groups = set(user.groups.values_list("pk", flat=True)) if restrictions else set()
    closed = [restriction.page.path for restriction in restrictions if groups.isdisjoint(group.pk for group in restriction.groups.all())]
    opened = (restriction for restriction in restrictions if not restriction.page.path.startswith(tuple(closed)))
    return {PUBLIC, MEMBERS, *map(_label, opened)}


def _by_groups():
    restrictions = PageViewRestriction.objects.filter(restriction_type=PageViewRestriction.GROUPS)
    return list(restrictions.select_related("page").prefetch_related("groups"))


def _label(restriction):
    return f"restriction:{restriction.pk}"
