"""Evidence beside a case: rows without words; the words and the files lie in the vault."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_nobody_asks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=10)),
                ("copy_kind", models.CharField(blank=True, max_length=10)),
                ("boxes", models.PositiveSmallIntegerField(default=0)),
                ("copy_boxes", models.PositiveSmallIntegerField(default=0)),
                (
                    "acting_for",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="casework.case")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("case", "number"), name="one_number_a_case")],
            },
        ),
    ]
