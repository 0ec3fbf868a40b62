import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MFAAdapter(DefaultMFAAdapter):
    """Second factor: secrets are encrypted in the database, so that a stolen copy of it opens no account."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not the right one."),
        "unverified_email": _("Confirm your e-mail address first."),
        "add_email_blocked": _("Remove the second factor before you add another address."),
    }

    def encrypt(self, text):
        return _safe().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        return _safe().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user, type):
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def _get_site_name(self):
        return settings.WAGTAIL_SITE_NAME


def _safe():
    """Keys drawn from SECRET_KEY; those drawn from SECRET_KEY_FALLBACKS still open what they closed."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    keys = [hashlib.sha256(b"members.second-factor:" + secret.encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
