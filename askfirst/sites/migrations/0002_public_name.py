"""The name under which everybody reads an official page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sites", "0001_first")]

    operations = [
        migrations.AddField(
            model_name="listing", name="name", field=models.CharField(blank=True, default="", max_length=200), preserve_default=False
        ),
        migrations.CreateModel(
            name="PublicName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("case", models.CharField(max_length=8, unique=True)),
                ("name", models.CharField(max_length=200)),
            ],
        ),
    ]
