"""What stays of lint and why, and what was said of a draft."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="asks_students",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="EditionComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("union", models.BooleanField()),
                ("clause", models.CharField(blank=True, max_length=20)),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="adoption.edition")),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="EditionAccepted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("finding", models.CharField(max_length=64)),
                ("clause", models.CharField(max_length=20)),
                ("why", models.TextField()),
                ("edition", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="accepted", to="adoption.edition")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("edition", "finding"), name="one_acceptance_a_finding")],
            },
        ),
    ]
