"""What the Trust has chosen for itself: one change of one setting a row."""

import askfirst.people.refs
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_calendar_link"),
    ]

    operations = [
        migrations.CreateModel(
            name="SettingChange",
            fields=[
                (
                    "ref",
                    models.CharField(default=askfirst.people.refs.new_ref, editable=False, max_length=8, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=80)),
                ("value", models.JSONField(null=True)),
                ("starts_on", models.DateField()),
                ("why", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waits", "waits"), ("agreed", "agreed"), ("dropped", "dropped"), ("undone", "undone")], max_length=10
                    ),
                ),
                ("by", models.CharField(max_length=8)),
                ("acting_for", models.CharField(blank=True, max_length=8)),
                ("at", models.DateTimeField()),
                ("agreed_by", models.CharField(blank=True, max_length=8)),
                ("agreed_at", models.DateTimeField(null=True)),
                ("undoes", models.CharField(blank=True, max_length=8)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["state", "starts_on"], name="setting_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed_at", None), models.Q(("state", "waits"), _negated=True), _connector="OR"),
                        name="setting_waits_until_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ("waits", "dropped")), ("agreed_at__isnull", False), _connector="OR"),
                        name="setting_agreed_when",
                    ),
                    models.UniqueConstraint(condition=models.Q(("state", "waits")), fields=("name",), name="setting_waits_once"),
                ],
            },
        ),
    ]
