"""The contact form: what it asks, how it tells a person from a machine, where it goes."""

from email.utils import parseaddr

from django import forms
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from members import limits, outbox

RATE = "3/h"
FASTEST = 3  # seconds: nobody reads, writes and sends in less
SALT = "home.contact"


class Sent(forms.Form):
    """``?envoye=oui``: the message has left."""

    envoye = forms.CharField(required=False)

    @property
    def is_sent(self):
        return self.is_valid() and self.cleaned_data["envoye"] == "oui"


class ContactForm(forms.Form):
    """A message to the community. ``website`` and ``opened`` are there for machines."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only to answer you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.CharField(label=_("Subject"), max_length=150)
    message = forms.CharField(label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8}))
    website = forms.CharField(
        label=_("Leave this field empty"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("website"):
            self.add_error("website", _("This field is a trap for machines: empty it, then send again."))
        elif not self.errors and not self._took_its_time():
            self.add_error(None, _("That was very quick. Check your message, then send it again."))
        return cleaned

    def _took_its_time(self):
        """Whether we have shown this form, and at least a few seconds ago."""
        shown = _shown_at(self.cleaned_data["opened"])
        return shown is not None and timezone.now().timestamp() - shown >= FASTEST

    def reopened(self):
        """The same form with what was typed, its clock started again when it was missing or forged."""
        if _shown_at(self.data.get("opened", "")) is None:
            self.data = self.data.copy()
            self.data["opened"] = _clock()
        return self


def blank_form(user):
    known = {"name": str(user), "email": user.email} if user.is_authenticated else {}
    return ContactForm(initial=known | {"opened": _clock()})


def receive(page, request):
    """Send what was posted and lead to the thanks, or show the form again with what was typed: 422, or 429 beyond the limit."""
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _shown_again(page, request, form, 422)
    try:
        limits.hit("contact", limits.who(request), RATE)
    except limits.TooManyRequests as refusal:
        form.add_error(None, _("You have already sent several messages. Keep this one and send it in an hour."))
        response = _shown_again(page, request, form, 429)
        response["Retry-After"] = str(refusal.retry_after)
        return response
    send(request, form.cleaned_data)
    return redirect(f"{page.get_url(request)}?envoye=oui#main")


def send(request, message):
    """Put the mail in the outbox; the same form sent twice is one mail."""
    with transaction.atomic():
        outbox.post(
            "contact",
            contact_address(request),
            "emails/home/contact",
            message,
            dedupe_key=f"contact:{message['opened'][:150]}",
            headers={"Reply-To": message["email"]},
            language=settings.LANGUAGE_CODE,
        )


def contact_address(request):
    """Where messages go: the address of the settings, else the one that the portal writes from."""
    from home.models import SiteIdentity

    identity = SiteIdentity.for_site(Site.find_for_request(request))
    return identity.contact_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def _shown_again(page, request, form, status):
    context = page.get_context(request) | {"form": form.reopened()}
    return TemplateResponse(request, page.get_template(request), context, status=status)


def _clock():
    """When the form is shown, signed, with a name of its own."""
    return signing.dumps({"at": timezone.now().timestamp(), "name": get_random_string(12)}, salt=SALT)


def _shown_at(clock):
    try:
        return signing.loads(clock, salt=SALT)["at"]
    except signing.BadSignature:
        return None
