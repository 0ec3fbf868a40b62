from django.db import models


class RateLimit(models.Model):
    """How often something was tried by someone (``key`` is a digest: no address is stored) in the window ending at ``expires_at``."""

    scope = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="one_rate_limit_per_scope_and_key")]

    def __str__(self):
        return f"{self.scope}: {self.count}"
