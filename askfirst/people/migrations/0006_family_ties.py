"""Names that somebody marked as family, for that person alone: sealed, with no foreign key."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_settings_check")]

    operations = [
        migrations.CreateModel(
            name="FamilyTie",
            fields=[
                ("mark", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("owner", models.CharField(db_index=True, max_length=64)),
                ("box", models.BinaryField()),
            ],
        ),
    ]
