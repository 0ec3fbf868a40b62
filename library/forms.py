import re

from django import forms
from django.utils.translation import gettext_lazy as _

from library.kinds import Audience, Kind, Language

MOST_VALUES = 12
SLUG = re.compile(r"[-\w]{1,100}")
SORTS = [("newest", _("Newest first")), ("title", _("By title"))]


class KnownChoices(forms.MultipleChoiceField):
    """The known values among those given; an old or invented one is left out without a word."""

    def clean(self, value):
        known = dict(self.choices)
        return [key for key in dict.fromkeys(value or []) if key in known]


class Slugs(forms.MultipleChoiceField):
    """Anything that looks like a slug, at most twelve of them."""

    def clean(self, value):
        return [slug for slug in dict.fromkeys(value or []) if SLUG.fullmatch(slug)][:MOST_VALUES]


class FilterForm(forms.Form):
    """One state of the library, as its address says it. Never invalid."""

    kind = KnownChoices(label=_("Kind"), choices=Kind.choices)
    audience = KnownChoices(label=_("To …"), choices=Audience.choices)
    language = KnownChoices(label=_("Language"), choices=Language.choices)
    tag = Slugs(label=_("Keywords"))
    sort = forms.CharField(required=False)
    page = forms.CharField(required=False)

    def clean_sort(self):
        return self.cleaned_data["sort"] if self.cleaned_data["sort"] in dict(SORTS) else "newest"

    @classmethod
    def parse(cls, query):
        """The cleaned values of a query string (a ``QueryDict``)."""
        form = cls(query)
        form.is_valid()
        return form.cleaned_data
