"""The first tables of what is held and what was removed."""

import askfirst.people.refs
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("casework", "0002_nobody_asks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Morning",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("officer", models.BooleanField()),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("left", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [models.Index(fields=["officer", "-began_at"], name="run_newest_first")],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=askfirst.people.refs.new_ref, editable=False, max_length=8, unique=True)),
                ("set_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case")),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("owner", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("set_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("lifted_at", None)), fields=("case",), name="one_hold_a_case"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(models.Q(("lifted_by", None), _negated=True), models.Q(("lifted_at", None), _negated=True)),
                            _connector="OR",
                        ),
                        name="lifted_by_someone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RunLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cls", models.CharField(max_length=20)),
                ("count", models.PositiveIntegerField(default=0)),
                ("run", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="records.run")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("run", "cls"), name="one_line_a_class")],
            },
        ),
    ]
