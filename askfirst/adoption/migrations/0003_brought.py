"""A document that somebody brought, while it is looked through."""

import askfirst.people.refs
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0002_approval"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BroughtDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ref", models.CharField(default=askfirst.people.refs.new_ref, editable=False, max_length=8, unique=True)),
                ("found", models.JSONField()),
                ("decided", models.JSONField(default=dict)),
                ("brought_at", models.DateTimeField()),
                ("changes", models.PositiveIntegerField(default=0)),
                (
                    "brought_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
    ]
