"""The day somebody last said that they looked at their settings, and how far the worker has come with reminders."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("people", "0004_merged_into")]

    operations = [
        migrations.CreateModel(
            name="SettingsCheck",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="SettingsRound",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField()),
            ],
            options={"constraints": [models.CheckConstraint(condition=Q(id=1), name="settings_round_is_one")]},
        ),
    ]
