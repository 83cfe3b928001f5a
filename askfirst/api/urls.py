"""Addresses of the API, version 1."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from askfirst.api.checks import CheckPost
from askfirst.api.docs import docs
from askfirst.api.missing import Missing
from askfirst.api.procedure import ClauseView, LintView, ProcedureView

app_name = "api"

urlpatterns = [
    path("checks/post", CheckPost.as_view(), name="check-post"),
    path("procedure", ProcedureView.as_view(), name="procedure"),
    path("procedure/lint", LintView.as_view(), name="lint"),
    path("procedure/clauses/<str:id>", ClauseView.as_view(), name="clause"),
    path("openapi.json", SpectacularJSONAPIView.as_view(), name="openapi"),
    path("docs", docs, name="docs"),
    re_path(r"^.*$", Missing.as_view(), name="missing"),
]
