"""Who: members, what they show of themselves, what they are told, what they agreed to."""

from members.models.consent import Consent
from members.models.job import PeriodicJob
from members.models.limit import RateLimit
from members.models.mail import OutgoingMail
from members.models.member import Member
from members.models.notification import Notification
from members.models.profile import Profile

__all__ = ["Consent", "Member", "Notification", "OutgoingMail", "PeriodicJob", "Profile", "RateLimit"]
