from django.db import models


class PeriodicJob(models.Model):
    """When a job of ``members.jobs`` last started; ``tick`` claims it by compare-and-swap on this row."""

    name = models.CharField(max_length=100, unique=True)
    last_run_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True, default="")

    def __str__(self):
        return self.name
