from django import forms
from django.utils.translation import gettext_lazy as _

from search.engine import LONGEST_QUERY
from search.kinds import KINDS


class SearchForm(forms.Form):
    """What is looked for. Never invalid: what cannot be understood is cut or left out."""

    q = forms.CharField(label=_("What are you looking for?"), required=False)
    type = forms.CharField(required=False)
    page = forms.CharField(required=False)

    def clean_q(self):
        return " ".join(self.cleaned_data["q"].split())[:LONGEST_QUERY]

    def clean_type(self):
        kind = self.cleaned_data["type"]
        return kind if kind in KINDS else ""
