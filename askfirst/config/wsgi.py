"""The web application that a server runs. It is loaded once, before the workers are forked: what checks need is made ready here."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from askfirst.advice.trust import told_by
from askfirst.checks.catalogue import get_ready
from askfirst.procedure.trust import load_trust

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askfirst.config.settings")
application = get_wsgi_application()
get_ready(told_by(load_trust()))
gc.collect()
gc.freeze()  # our tables stay: no clean-up walks through them while somebody waits, and the workers share them
