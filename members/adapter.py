"""What allauth asks us: limits, words, and the outbox as the only way out for its mails."""

import secrets

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members import limits, outbox
from members.models import Member
from members.models.mail import SECRET_KIND

CODES = {
    "account/email/login_code": "emails/account/login_code",
    "account/email/email_confirmation": "emails/account/email_code",
    "account/email/email_confirmation_signup": "emails/account/email_code",
    "account/email/password_reset_code": "emails/account/password_code",
}
LETTERS = {
    "account/email/account_already_exists": "emails/account/account_exists",
    "account/email/unknown_account": "emails/account/unknown_account",
}
# What changed in an account, told to its owner so that a thief cannot work in silence.
NOTICES = {
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_set": _("A password was chosen for your account."),
    "account/email/password_reset": _("Your password was replaced after a reset by e-mail."),
    "account/email/email_changed": _("The e-mail address that you sign in with was changed."),
    "account/email/email_confirm": _("A new e-mail address was confirmed for your account."),
    "account/email/email_deleted": _("An e-mail address was removed from your account."),
    "mfa/email/totp_activated": _("An authenticator application now protects your account."),
    "mfa/email/totp_deactivated": _("The authenticator application was removed from your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _("This is the address that you sign in with: choose another one first."),
        "duplicate_email": _("This address is already yours."),
        "email_password_mismatch": _("This address and this password do not go together."),
        "email_taken": _("This address cannot be used."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not the right one."),
        "incorrect_password": _("This password is not the right one."),
        "max_email_addresses": _("You already have %d addresses, the most there can be."),
        "rate_limited": _("That is a lot at once: wait a minute, then try again."),
        "same_as_current": _("This is already your address."),
        "too_many_login_attempts": _("Too many tries. Ask for a new code."),
        "too_many_passwords": _("Too many wrong passwords. Wait five minutes, or receive a code by e-mail instead."),
        "unverified_primary_email": _("Confirm this address before you sign in with it."),
    }

    def get_client_ip(self, request):
        return limits.client_address(request)

    def pre_authenticate(self, request, **credentials):
        """Five wrong passwords in five minutes, for one account from one address; a right one clears them.

        Counted before the password is looked at, so that tries at the same moment all count. The owner
        elsewhere is never locked out, and here a code by mail still opens the door.
        """
        try:
            limits.hit("wrong password", _account_here(request, credentials), "5/5m")
        except limits.TooManyRequests:
            raise ValidationError(self.error_messages["too_many_passwords"], code="too_many_passwords") from None

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user:
            limits.clear("wrong password", _account_here(request, credentials))
        return user

    def _rollback_login_failed_rl_usage(self):
        """Our limits are counted in ``authenticate``."""

    def _delete_login_attempts_cached_email(self, request, **credentials):
        limits.clear("wrong password", _account_here(request, credentials))

    def save_user(self, request, user, form, commit=True):
        user.language = request.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix, email, context):
        """Into the outbox, in our words; ten codes and letters an hour for one address, whoever asks for them."""
        member = context.get("user") or _signed_in() or Member.objects.with_email(email).first()
        if template_prefix in NOTICES:
            about = {"happened": NOTICES[template_prefix]}
            return self._post("account.notice", email, "emails/account/notice", about, member)
        limits.hit("account mail", email.lower(), "10/h")
        if template_prefix in CODES:
            return self._post(SECRET_KIND, email, CODES[template_prefix], {"code": context["code"]}, member)
        return self._post("account.letter", email, LETTERS[template_prefix], {"email": email}, member)

    def _post(self, kind, email, template, about, member):
        key = f"{kind}:{secrets.token_hex(16)}"  # each of these mails is its own fact
        outbox.post(kind, email, template, about, key, language=_language(kind, member), member=member)


def _language(kind, member):
    """A code answers what the reader just did on a page: it speaks the language of the page."""
    return member.language if member and kind == "account.notice" else None


def _signed_in():
    user = getattr(context.request, "user", None)
    return user if user and user.is_authenticated else None


def _account_here(request, credentials):
    return f"{credentials.get('email', '').lower()} {limits.client_address(request)}"
