"""Campaigns, the words that people were shown, and what they pressed."""

import askfirst.people.refs
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0003_brought"),
        ("people", "0006_family_ties"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("text", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=askfirst.people.refs.new_ref, editable=False, max_length=8, unique=True)),
                ("edition", models.CharField(max_length=20)),
                ("audience", models.JSONField()),
                ("schools", models.JSONField()),
                ("opens", models.DateField()),
                ("closes", models.DateField()),
                ("planned_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField(null=True)),
                ("dropped_on", models.DateField(null=True)),
                ("round_on", models.DateField(null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Shown",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.CharField(max_length=20)),
                ("of", models.CharField(max_length=40)),
                ("state", models.CharField(blank=True, max_length=12)),
                ("asked", models.BooleanField(default=False)),
                ("on", models.DateField()),
                ("noted_by", models.CharField(blank=True, max_length=8)),
                ("campaign", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="shown", to="adoption.campaign")),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                (
                    "wording",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="adoption.wording"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("campaign", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="adoption.campaign")),
                ("school", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.school")),
                ("wording", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="adoption.wording")),
            ],
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(condition=models.Q(("closes__gt", models.F("opens"))), name="campaign_closes_after_it_opens"),
        ),
        migrations.AddConstraint(
            model_name="campaign",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("opened_at", None), ("opened_by", None)),
                    models.Q(("opened_at__isnull", False), ("opened_by__isnull", False)),
                    _connector="OR",
                ),
                name="campaign_opened_by_whom_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="shown",
            constraint=models.UniqueConstraint(fields=("campaign", "person"), name="shown_once_a_campaign"),
        ),
        migrations.AddConstraint(
            model_name="shown",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ("", "read", "acknowledged", "copy", "access"))), name="shown_is_of_a_state"
            ),
        ),
        migrations.AddConstraint(
            model_name="shown",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("read", "acknowledged")), _negated=True), ("wording__isnull", False), _connector="OR"
                ),
                name="shown_has_its_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="shown",
            constraint=models.CheckConstraint(
                condition=models.Q(("noted_by", ""), ("state__in", ("copy", "access")), _connector="OR"), name="shown_is_read_by_oneself"
            ),
        ),
        migrations.AddConstraint(
            model_name="sheet",
            constraint=models.UniqueConstraint(fields=("campaign", "school", "group"), name="sheet_once"),
        ),
    ]
