"""A case may be nobody's own: a concern told without a name, and what the school opens because of one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_first")]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="asker",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
    ]
