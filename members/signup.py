"""What sign-up asks of everybody. Apart from ``members.account_forms``, which allauth imports this before."""

from django import forms
from django.db import transaction
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from members.models import Consent

CHARTER, PRIVACY = "/charte/", "/confidentialite/"


class SignupNames(forms.Form):
    """The names and the consent, beside the address and the password that allauth asks."""

    first_name = forms.CharField(
        label=pgettext_lazy("of a person", "First name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=pgettext_lazy("of a person", "Last name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    consent = forms.BooleanField(
        label=_("I have read and accept the charter and the privacy policy"),
        error_messages={"required": _("Read the charter and the privacy policy, then tick this box if you agree.")},
    )

    field_order = ["first_name", "last_name", "email", "password1", "consent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent"].help_text = format_html(
            "{} · {}", _link(CHARTER, gettext("Read the charter")), _link(PRIVACY, gettext("Read the privacy policy"))
        )

    def signup(self, request, user):
        """Keep the yes, in the wording of today."""
        with transaction.atomic():
            Consent.give(user, Consent.Purpose.CHARTER)
            Consent.give(user, Consent.Purpose.PRIVACY)


def _link(url, words):
    """A new tab: what was typed in the form stays."""
    return format_html('<a href="{}" target="_blank" rel="noopener">{}</a> {}', url, words, gettext("(new tab)"))
