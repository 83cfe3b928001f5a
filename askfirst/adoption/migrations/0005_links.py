"""How each link of the procedure answered when somebody last tried it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("adoption", "0004_campaigns"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkTried",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("link", models.CharField(max_length=500, unique=True)),
                ("on", models.DateField()),
                ("opened", models.BooleanField()),
                ("why", models.CharField(blank=True, max_length=200)),
            ],
        ),
    ]
