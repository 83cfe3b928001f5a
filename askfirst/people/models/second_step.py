"""Codes that were used, so that none is used twice. The secrets themselves lie in the table of django-allauth, sealed."""

from django.db import models

__all__ = ["UsedCode"]


class UsedCode(models.Model):
    """A code of somebody's app that let them in. `name` is an HMAC and goes once the code would not work again: it tells nobody."""

    name = models.CharField(max_length=64, primary_key=True)
    until = models.DateTimeField(db_index=True)
