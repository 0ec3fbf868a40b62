"""allauth's forms of the second factor, in our words and with limits that live in the database."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from members import limits
from members.account_forms import Plain


class CountedCode(Plain):
    """Ten wrong codes in fifteen minutes for one account: six digits must not be guessed."""

    words = {"code": _("Code")}
    hints = {"code": _("The six digits of your application, or one of your recovery codes.")}

    def clean_code(self):
        limits.hit("second factor", self.user.pk, "10/15m")
        code = super().clean_code()
        limits.clear("second factor", self.user.pk)
        return code


class Authenticate(CountedCode, base.AuthenticateForm):
    pass


class Reauthenticate(CountedCode, base.ReauthenticateForm):
    pass


class ActivateTotp(CountedCode, totp.ActivateTOTPForm):
    words = {"code": _("Code shown by the application")}
    hints = {"code": _("Six digits, new every thirty seconds.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric"}


class AddWebauthn(Plain, webauthn.AddWebAuthnForm):
    words = {"name": _("Name of this passkey"), "passwordless": _("Sign in with this passkey alone, without a password")}
    hints = {
        "name": _("To tell them apart: “my telephone”, “the key on my ring”."),
        "passwordless": _("It then asks for your fingerprint, your face or its code."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class EditWebauthn(Plain, webauthn.EditWebAuthnForm):
    words = {"name": _("Name of this passkey")}
