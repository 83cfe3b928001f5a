"""Records in which codes stand for people, each bound to the record as it was written."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_first")]

    operations = [
        migrations.CreateModel(
            name="Coded",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.CharField(max_length=80)),
                ("sequence", models.PositiveIntegerField()),
                ("mac", models.CharField(max_length=64)),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("chain", "sequence"), name="one_coding_an_event")]},
        ),
    ]
