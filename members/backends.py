"""Who a session belongs to, read once with everything that each page says of them."""

from allauth.account.auth_backends import AuthenticationBackend

from members.models import Member


class MemberBackend(AuthenticationBackend):
    """allauth's sign-in; a signed-in page then costs one query for its reader: the member, the count of the
    header and whether they may open the admin."""

    def get_user(self, user_id):
        member = Member.objects.with_header().filter(pk=user_id).first()
        return member if member and self.user_can_authenticate(member) else None
