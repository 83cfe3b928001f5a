"""Since when a draft stands where it stands, and on which day people were last told of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0005_links"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="stands_since",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="edition",
            name="told_on",
            field=models.DateField(null=True),
        ),
    ]
