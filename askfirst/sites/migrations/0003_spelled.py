"""By which table of spellings pages are marked."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sites", "0002_public_name")]

    operations = [
        migrations.CreateModel(
            name="Spelled",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
