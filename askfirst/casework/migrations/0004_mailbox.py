"""The way back to whoever told of something without a name: a slow keyed hash of a code phrase, beside its case."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_evidence")]

    operations = [
        migrations.CreateModel(
            name="Mailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("phrase", models.CharField(max_length=64, unique=True)),
                (
                    "case",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="mailbox", to="casework.case"),
                ),
            ],
        ),
    ]
