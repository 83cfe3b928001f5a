"""The tables of editions: each, its clauses, and who wrote in it."""

import askfirst.people.refs
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=askfirst.people.refs.new_ref, editable=False, max_length=8, unique=True)),
                ("name", models.CharField(max_length=20, unique=True)),
                ("number", models.PositiveIntegerField(unique=True)),
                ("base", models.CharField(blank=True, max_length=20)),
                ("state", models.CharField(max_length=20)),
                ("open", models.BooleanField()),
                ("title", models.CharField(max_length=200)),
                ("sections", models.JSONField()),
                ("review_due", models.DateField()),
                ("opened_at", models.DateTimeField()),
                ("changes", models.PositiveIntegerField(default=0)),
                ("approver_role", models.CharField(blank=True, max_length=80)),
                ("approver_name", models.CharField(blank=True, max_length=200)),
                ("approved_on", models.DateField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("starts_on", models.DateField(null=True, unique=True)),
                ("ended_on", models.DateField(null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EditionAuthor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="authors", to="adoption.edition")),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name="EditionClause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("clause", models.CharField(max_length=20)),
                ("addressee", models.CharField(max_length=10)),
                ("strength", models.CharField(max_length=15)),
                ("plain", models.TextField()),
                ("student", models.TextField(blank=True)),
                ("exact", models.TextField(blank=True)),
                ("mentions", models.JSONField(default=list)),
                ("change", models.CharField(blank=True, max_length=10)),
                ("removed", models.BooleanField(default=False)),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="adoption.edition")),
            ],
            options={
                "ordering": ("place", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(condition=models.Q(("open", True)), fields=("open",), name="one_edition_under_way"),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_on", None), ("approver_name", ""), ("approver_role", ""), ("digest", ""), ("starts_on", None)),
                    models.Q(
                        ("approved_on__isnull", False),
                        models.Q(("approver_role", ""), _negated=True),
                        models.Q(("digest", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="edition_approved_whole_or_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="editionauthor",
            constraint=models.UniqueConstraint(fields=("edition", "person"), name="one_author_an_edition"),
        ),
        migrations.AddConstraint(
            model_name="editionclause",
            constraint=models.UniqueConstraint(fields=("edition", "clause"), name="one_clause_an_edition"),
        ),
    ]
