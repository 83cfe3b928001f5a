"""Something beside a case may be taken away: the row stays, and says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_mailbox")]

    operations = [
        migrations.AddField(model_name="evidence", name="gone", field=models.BooleanField(default=False)),
    ]
