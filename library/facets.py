"""The filters of the library: OR inside a facet, AND between facets, and for each value what a click would give."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import CharField, Count, F, Value
from taggit.models import Tag

from library.kinds import Audience, Kind, Language
from library.models.resource import TaggedResource

FACETS = ["kind", "audience", "language", "tag"]
LABELS = {"kind": dict(Kind.choices), "audience": dict(Audience.choices), "language": dict(Language.choices)}


@dataclass
class Counts:
    total: int = 0
    facets: dict = field(default_factory=lambda: defaultdict(dict))  # facet → {value: number}
    tag_names: dict = field(default_factory=dict)  # slug → name
    toolkits: str = ""  # slug of the list of toolkits, when it has one

    def label(self, facet, value):
        return self.tag_names.get(value, value) if facet == "tag" else LABELS[facet].get(value, value)


def narrow(resources, wanted, leaving_out=""):
    """The ``resources`` that the filters ``wanted`` keep; ``leaving_out`` one facet, whose values are being counted."""
    verbs = {"kind": "of_kind", "audience": "for_audience", "language": "in_languages", "tag": "tagged"}
    kept = resources
    for facet in FACETS:
        if wanted[facet] and facet != leaving_out:
            kept = getattr(kept, verbs[facet])(*wanted[facet])
    return kept


def count(resources, wanted, toolkits):
    """What is kept, and for each value of each facet what choosing it would give. ``toolkits`` are the lists of
    toolkits to lead to. One query (two when a chosen tag gives nothing)."""
    counts = Counts()
    for facet, value, name, number in _everything(resources, wanted).union(_toolkits(toolkits), all=True):
        if facet == "total":
            counts.total = number
        elif facet == "toolkits":
            counts.toolkits = value
        elif number:
            counts.facets[facet][value] = number
            if facet == "tag":
                counts.tag_names[value] = name
    _name_the_empty_ones(counts, wanted["tag"])
    return counts


def _everything(resources, wanted):
    """Rows (facet, value, name, number): every count of the page in one UNION."""
    branches = [_number(narrow(resources, wanted), "total", "")]
    branches += [_by_column(narrow(resources, wanted, facet), facet) for facet in ("kind", "language")]
    to_help = narrow(resources, wanted, "audience")
    branches += [_number(to_help.for_audience(audience), "audience", audience) for audience in Audience.values]
    branches.append(_by_tag(narrow(resources, wanted, "tag")))
    first, *others = branches
    return first.union(*others, all=True)


def _word(text):
    return Value(text, output_field=CharField())


def _number(resources, facet, value):
    rows = resources.order_by().annotate(facet=_word(facet), value=_word(value), name=_word("")).values("facet", "value", "name")
    return rows.annotate(number=Count("pk")).values_list("facet", "value", "name", "number")


def _by_column(resources, column):
    rows = resources.order_by().annotate(facet=_word(column), value=F(column), name=_word("")).values("facet", "value", "name")
    return rows.annotate(number=Count("pk")).values_list("facet", "value", "name", "number")


def _by_tag(resources):
    tagged = TaggedResource.objects.filter(content_object__in=resources.order_by().values("pk")).order_by()
    rows = tagged.annotate(facet=_word("tag"), value=F("tag__slug"), name=F("tag__name")).values("facet", "value", "name")
    return rows.annotate(number=Count("pk")).values_list("facet", "value", "name", "number")


def _toolkits(lists):
    rows = lists.filter(numchild__gt=0).order_by()
    rows = rows.annotate(facet=_word("toolkits"), value=F("slug"), name=_word(""), number=F("numchild"))
    return rows.values_list("facet", "value", "name", "number")


def _name_the_empty_ones(counts, slugs):
    """A chosen tag is named even when nothing carries it any more."""
    unnamed = set(slugs) - set(counts.tag_names)
    if unnamed:
        counts.tag_names |= dict(Tag.objects.filter(slug__in=unnamed).values_list("slug", "name"))
